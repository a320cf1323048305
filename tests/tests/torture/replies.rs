//! Writes that arrive and whose replies do not: each takes effect once, also at a service that
//! knows no idempotency keys.

use std::time::Duration;

use acceptance::backlog::{Act, Edit, carry_out};
use acceptance::operator::{Operator, Who};
use acceptance::tally::Tally;
use tokio::task::{JoinSet, LocalSet};
use turnup_reference_service::{Config, Fault, FaultKind, Running, spawn};

use crate::asked;
use crate::edits::{self, Known};

/// Replies that are lost when nothing else is asked for.
const FEW: u64 = 50;
const NOTE: &str = "/notes";
const RESEND: &str = "/resend";
/// Most orders of one desktop.
const ORDERS: u64 = 1_000;

#[tokio::test(flavor = "multi_thread")]
async fn writes_whose_replies_are_lost_take_effect_once() {
    let replies = asked::number("TURNUP_REPLIES", FEW);
    let tally = LocalSet::new().run_until(lose(replies)).await;
    println!("{}", tally.line("replies", "runs"));
    assert!(tally.is_clean());
    // Otherwise less was lost on the way than was asked for, and nothing is shown. On a busy
    // machine more is: what was not there yet when it was read back is sent again.
    assert_eq!(tally.acknowledged, replies);
    assert!(tally.faults >= replies, "{} replies", tally.faults);
}

/// Every second desktop works with a service that ignores keys.
async fn lose(replies: u64) -> Tally {
    let desktops = 2 * replies.div_ceil(2 * ORDERS);
    let mut working = JoinSet::new();
    for desktop in 0..desktops {
        let share = replies / desktops + u64::from(desktop < replies % desktops);
        let orders = u32::try_from(share).unwrap();
        working.spawn_local(send_edits(orders, desktop % 2 == 1));
    }
    let mut tally = Tally::default();
    while let Some(one) = working.join_next().await {
        tally += one.unwrap();
    }
    tally
}

/// One desktop: an edit of every order of its service, each reply lost.
async fn send_edits(orders: u32, keys_ignored: bool) -> Tally {
    let service = service(orders).await;
    let folder = tempfile::tempdir().unwrap();
    let mut operator = Operator::at(folder.path()).await.unwrap();
    operator.patience += Duration::from_secs(u64::from(orders));
    operator.join(&service.address(), Who::Ana).await.unwrap();
    let known = edits::known(&operator, &service).await;
    assert_eq!(known.len(), orders as usize);

    for act in [NOTE, RESEND] {
        let fault = |kind| Fault::new(kind).ending(act).times(u32::MAX);
        service.inject(fault(FaultKind::ResetAfterCommit));
        if keys_ignored {
            service.inject(fault(FaultKind::IgnoreIdempotency));
        }
    }
    for (id, (number, _)) in &known {
        let act = act_on(&service, number);
        let edit = Edit {
            order: id.clone(),
            act,
        };
        carry_out(&operator, &edit).await.unwrap();
    }
    everything_is_sent(&operator).await;
    let tally = settle(&service, &known);
    operator.workbench.close().await;
    tally
}

async fn service(orders: u32) -> Running {
    let config = Config {
        seed: 4,
        orders,
        organizations: 80,
        ..Config::default()
    };
    spawn(config).await.unwrap()
}

/// A letter more where it can be asked for, which nothing but the activity tells; else a note.
fn act_on(service: &Running, number: &str) -> Act {
    let order = service.order(number).unwrap();
    if order.can_resend && order.status.as_str() == "awaiting_details" {
        Act::Resend
    } else {
        Act::Note(note(number))
    }
}

fn note(number: &str) -> String {
    format!("Una sola vez: {number}")
}

async fn everything_is_sent(operator: &Operator) {
    let sent = operator.until("everything is sent", async |workbench| {
        // Nobody waits for the back-off of a service that seems to fail.
        workbench.sync_now().await?;
        let frame = workbench.frame().await?;
        assert_eq!(frame.needs_attention, 0);
        Ok((frame.waiting == 0).then_some(()))
    });
    sent.await.unwrap();
}

fn settle(service: &Running, known: &Known) -> Tally {
    let mut tally = Tally {
        runs: 1,
        acknowledged: known.len() as u64,
        ..Tally::default()
    };
    let seen = service.requests_seen();
    let writes = |path: &str| path.ends_with(NOTE) || path.ends_with(RESEND);
    let sent = seen.iter().filter(|seen| writes(&seen.path));
    tally.faults = sent.count() as u64;
    for (id, (number, _)) in known {
        let acts = service.acts(&id.as_str().into());
        tally.lost += u64::from(acts.is_empty());
        tally.doubled += acts.len().saturating_sub(1) as u64;
        if acts.iter().any(|act| act.kind == "note") {
            assert_eq!(service.order(number).unwrap().note, note(number));
        }
    }
    tally
}
