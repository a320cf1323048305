//! Every fault of the network × every call of the desktop: the whole way of an order goes on when
//! the fault is over, each act takes effect once, and the workbench says what happened.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use acceptance::proxy::{Fault, Place, Trouble};
use acceptance::tally::Tally;
use tokio::sync::Semaphore;
use tokio::task::{JoinSet, LocalSet};

use crate::bad_input;
use crate::journey::{ANSWER, Journey, LARGEST};

/// What the desktop calls for, as far as it tells a fault apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// Somebody who types an address.
    Connect,
    /// Somebody who signs in.
    SignIn,
    /// The engine, before it can go on.
    Engine,
    /// Nobody waits for it.
    Background,
    /// Somebody who opens an e-mail.
    Email,
    /// Somebody who looks for an organization.
    Finder,
    /// The same, everywhere.
    Search,
    /// The page of the point of no return.
    DryRun,
    /// A field with a name.
    Name,
    /// The engine, which sends what was queued.
    Write,
}

/// A call of the desktop.
#[derive(Debug, Clone, Copy)]
pub struct Call {
    pub place: Place,
    pub caller: Caller,
    /// Requests to this place that belong to another caller, before.
    spared: u32,
}

const fn call(place: &'static str, caller: Caller, spared: u32) -> Call {
    Call {
        place: Place(place),
        caller,
        spared,
    }
}

impl Call {
    /// A trouble that waits for this call.
    pub fn fault(self, trouble: Trouble) -> Fault {
        Fault::new(trouble, self.place).after(self.spared)
    }
}

/// All of them.
pub const CALLS: [Call; 25] = [
    call(
        "GET /.well-known/oauth-authorization-server",
        Caller::Connect,
        0,
    ),
    call(
        "GET /.well-known/oauth-authorization-server",
        Caller::SignIn,
        1,
    ),
    call("POST /oauth/token", Caller::SignIn, 0),
    // Refreshing.
    call(
        "GET /.well-known/oauth-authorization-server",
        Caller::Engine,
        2,
    ),
    call("POST /oauth/token", Caller::Engine, 1),
    // The first one belongs to the sign-in, which goes on without it.
    call("GET /v1/me", Caller::Engine, 1),
    call("GET /v1/capabilities", Caller::Engine, 0),
    call("GET /v1/orders?limit=", Caller::Engine, 0),
    call("GET /v1/orders?number=", Caller::Email, 0),
    call("GET /v1/orders/ord_*", Caller::Background, 0),
    call("GET /v1/orders/*/activity", Caller::Background, 0),
    call("GET /v1/orders/summary", Caller::Engine, 0),
    call("GET /v1/organizations/changes", Caller::Engine, 0),
    call("POST /v1/organizations/match", Caller::Finder, 0),
    call("POST /v1/organizations/search", Caller::Search, 0),
    call("POST /v1/orders/*/checks", Caller::DryRun, 0),
    call("POST /v1/site-names/check", Caller::Name, 0),
    call("POST /v1/sip-names/check", Caller::Name, 0),
    call("PUT /v1/orders/*/mapping", Caller::Write, 0),
    call("PUT /v1/orders/*/setup", Caller::Write, 0),
    call("POST /v1/orders/*/handover", Caller::Write, 0),
    call("POST /v1/orders/*/resend", Caller::Write, 0),
    call("PUT /v1/orders/*/notes", Caller::Write, 0),
    call("POST /v1/operations/*/retry", Caller::Write, 0),
    // Signing out.
    call("POST /oauth/revoke", Caller::Background, 0),
];

/// What can happen to a call.
fn troubles() -> [(&'static str, Trouble); 9] {
    [
        ("latency", Trouble::Latency(ANSWER / 5)),
        ("reset before commit", Trouble::ResetBefore),
        ("reset after commit", Trouble::ResetAfter),
        ("truncated body", Trouble::Truncated),
        ("slow body", Trouble::Dripping(ANSWER / 4)),
        ("429", Trouble::Status(429)),
        ("503", Trouble::Status(503)),
        ("timeout", Trouble::Silence),
        ("wrong content", Trouble::html()),
    ]
}

/// What the workbench must say when this happens to a call; nothing when nobody need know.
fn expected(caller: Caller, trouble: &Trouble) -> Option<&'static str> {
    let (lost, rests, foreign) = match trouble {
        Trouble::Latency(_) => return None,
        Trouble::Status(_) => (false, true, false),
        Trouble::Instead { .. } | Trouble::Endless => (false, false, true),
        _ => (true, false, false),
    };
    match caller {
        Caller::Connect if foreign => Some("not_this_protocol"),
        Caller::Connect => Some("unreachable"),
        Caller::SignIn | Caller::Search if foreign => Some("not_this_protocol"),
        Caller::SignIn | Caller::Search if rests => Some("service_refused"),
        Caller::SignIn | Caller::Search => Some("offline"),
        Caller::Engine | Caller::Write if foreign => Some("frame offline not_this_protocol"),
        // Nobody knows what came of it: it is read back.
        Caller::Write if lost => None,
        Caller::Engine | Caller::Write => Some("frame offline "),
        Caller::Background => None,
        Caller::Email => Some("remembered"),
        Caller::Finder => Some("from_cache"),
        Caller::DryRun => Some("unchecked"),
        Caller::Name => Some("unknown"),
    }
}

/// What may be said of a call: whoever asks first when the sign-in has aged refreshes it, the
/// engine or the page of the point of no return.
pub fn wanted(call: Call, trouble: &Trouble) -> Vec<Option<&'static str>> {
    let refreshes = [
        "POST /oauth/token",
        "GET /.well-known/oauth-authorization-server",
    ];
    let mut wanted = vec![expected(call.caller, trouble)];
    if call.caller == Caller::Engine && refreshes.contains(&call.place.0) {
        wanted.push(expected(Caller::DryRun, trouble));
    }
    wanted
}

/// Cells that run at the same time: most of each is waiting.
const AT_ONCE: usize = 6;

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_network_does_the_order_goes_its_way_once() {
    let all = std::env::var("TURNUP_MATRIX").is_ok_and(|word| word == "all");
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    let mut cells = JoinSet::new();
    let side_by_side = LocalSet::new();
    side_by_side
        .run_until(async {
            for cell in cells_of(all) {
                let turns = Arc::clone(&turns);
                cells.spawn_local(async move {
                    let _turn = turns.acquire().await.unwrap();
                    cell.await
                });
            }
            let mut tally = Tally::default();
            let mut troubles = Vec::new();
            while let Some(cell) = cells.join_next().await {
                match cell.unwrap() {
                    Ok(one) => tally += one,
                    Err(trouble) => troubles.push(trouble),
                }
            }
            for trouble in &troubles {
                println!("FAILED {trouble}");
            }
            println!("{}", tally.line("matrix", "cells"));
            assert!(troubles.is_empty() && tally.is_clean());
        })
        .await;
}

/// One way with faults on it.
pub type Cell = std::pin::Pin<Box<dyn Future<Output = Result<Tally, String>>>>;

/// Every cell, or as many as show each trouble and each call once.
fn cells_of(all: bool) -> Vec<Cell> {
    let troubles = troubles();
    let mut cells: Vec<Cell> = Vec::new();
    for (row, call) in CALLS.into_iter().enumerate() {
        for (column, (name, trouble)) in troubles.iter().enumerate() {
            // Twice in a row, every other time.
            let times = 1 + (row + column) as u32 % 2;
            let sampled = (row * 2 + column) % troubles.len() == 0;
            if all || sampled {
                let wanted = wanted(call, trouble);
                let fault = call.fault(trouble.clone()).times(times);
                cells.push(Box::pin(suffer(name, vec![fault], call, wanted)));
            }
        }
    }
    cells.extend(bad_input::cells(all));
    cells
}

/// Walks with these faults on the way; one of `wanted` must be said meanwhile,
/// unless silence is one of them.
pub async fn suffer(
    name: &'static str,
    faults: Vec<Fault>,
    call: Call,
    wanted: Vec<Option<&'static str>>,
) -> Result<Tally, String> {
    let journey = Journey::begin().await;
    for fault in faults {
        journey.proxy.inject(fault);
    }
    let what = format!("{name}: {} for {:?}", call.place.0, call.caller);
    let walked = tokio::time::timeout(LONGEST, journey.walk()).await;
    let told = journey.told();
    let trouble = match walked {
        Err(_) => "hangs".to_owned(),
        Ok(Err(problem)) => problem.to_string(),
        Ok(Ok(_)) if journey.proxy.struck().is_empty() => "never struck".to_owned(),
        Ok(Ok(_)) if journey.proxy.longest() > MOST => {
            format!("{} bytes were taken", journey.proxy.longest())
        }
        Ok(Ok(_))
            if !wanted
                .iter()
                .any(|one| one.is_none_or(|word| told.contains(word))) =>
        {
            format!("{wanted:?} was not said")
        }
        Ok(Ok(tally)) => {
            if !tally.is_clean() {
                println!("{what}: {tally}");
            }
            let faults = journey.proxy.struck().len() as u64;
            return Ok(Tally { faults, ..tally });
        }
    };
    Err(format!("{what}: {trouble}; told {told:?}"))
}

/// Longer than the patience of any step.
const LONGEST: Duration = Duration::from_secs(120);
/// Of an answer without end: what is read, and what waits in the buffers of two sockets.
const MOST: u64 = LARGEST as u64 + 16 * 1024 * 1024;
