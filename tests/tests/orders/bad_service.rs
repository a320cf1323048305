//! Services that are none, and services that misbehave: told by a code, and nothing is lost.

use acceptance::operator::{Operator, Who};
use tokio::task::{JoinSet, LocalSet};
use turnup_reference_service::{Config, Fault, FaultKind, Running, ZURITA_ORDER, spawn};

use crate::self_signed::SelfSigned;
use crate::support::service;

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_cannot_be_used_is_told_apart_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let good = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&good.address(), Who::Ana).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    operator.answer(&id).await.unwrap();
    let before = operator.workbench.open_order(&id).await.unwrap().wizard;

    let gone = another().await;
    let stopped = gone.address();
    gone.stop().await;
    let portal = another().await;
    portal.inject(Fault::new(FaultKind::Html).under("/.well-known").times(9));
    let refusing = another().await;
    refusing.inject(
        Fault::new(FaultKind::Status)
            .under("/.well-known")
            .with(404)
            .times(9),
    );
    let resting = another().await;
    resting.inject(
        Fault::new(FaultKind::Status)
            .under("/.well-known")
            .with(503)
            .times(9),
    );
    let cut = another().await;
    cut.inject(
        Fault::new(FaultKind::Truncate)
            .under("/.well-known")
            .with(20)
            .times(9),
    );
    let untrusted = SelfSigned::start().await;

    for (address, code) in [
        ("not an address", "address_invalid"),
        ("", "address_invalid"),
        ("https://x.example/somewhere", "address_invalid"),
        ("http://x.example", "address_not_https"),
        (stopped.as_str(), "unreachable"),
        (&cut.address(), "unreachable"),
        (&resting.address(), "unreachable"),
        (&portal.address(), "not_this_protocol"),
        (&refusing.address(), "not_this_protocol"),
        (&untrusted.address, "certificate_refused"),
    ] {
        let failure = operator.workbench.connect(address).await.unwrap_err();
        assert_eq!(failure.code, code, "{address}");

        let account = operator.workbench.account().await.unwrap();
        assert_eq!(account.address, good.address(), "{address}");
        assert!(account.signed_in, "{address}");
        let wizard = operator.workbench.open_order(&id).await.unwrap().wizard;
        assert_eq!(wizard, before, "{address}");
        assert_eq!(operator.workbench.startup().await.problem, None);
    }
}

/// How a service misbehaves while an order is sent, and what the frame says of it.
struct Trouble {
    name: &'static str,
    connection: &'static str,
    problem: Option<&'static str>,
    fault: Fault,
}

fn troubles() -> [Trouble; 8] {
    let everywhere = |kind| Fault::new(kind).under("/v1/").times(u32::MAX);
    let at = |kind, act| Fault::new(kind).ending(act).times(u32::MAX);
    let trouble = |name, (connection, problem), fault| Trouble {
        name,
        connection,
        problem,
        fault,
    };
    let (online, offline) = (("online", None), ("offline", None));
    let foreign = ("offline", Some("not_this_protocol"));
    [
        trouble(
            "a page of HTML for everything",
            foreign,
            everywhere(FaultKind::Html),
        ),
        trouble(
            "unavailable",
            offline,
            everywhere(FaultKind::Status).with(503),
        ),
        trouble(
            "every answer breaks off",
            offline,
            everywhere(FaultKind::Truncate).with(40),
        ),
        trouble(
            "a page of HTML for the mapping",
            foreign,
            at(FaultKind::Html, "/mapping"),
        ),
        trouble(
            "unavailable for the mapping",
            offline,
            at(FaultKind::Status, "/mapping").with(503),
        ),
        trouble(
            "the mapping's answer breaks off in its head",
            online,
            at(FaultKind::Truncate, "/mapping").with(40),
        ),
        trouble(
            "the set-up's answer breaks off in its body",
            online,
            at(FaultKind::Truncate, "/setup").with(600),
        ),
        trouble("slow", online, everywhere(FaultKind::Latency).with(150)),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_misbehaves_gets_the_order_once_when_it_is_well_again() {
    // Side by side: most of each is waiting for the customer to agree.
    let side_by_side = async {
        let mut rows = JoinSet::new();
        for trouble in troubles() {
            rows.spawn_local(survives(trouble));
        }
        while let Some(row) = rows.join_next().await {
            row.unwrap();
        }
    };
    LocalSet::new().run_until(side_by_side).await;
}

async fn survives(trouble: Trouble) {
    let name = trouble.name;
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    operator.answer(&id).await.unwrap();

    let before = running.requests_seen().len();
    running.inject(trouble.fault.clone());
    let order = operator.confirm(&id).await.unwrap();
    let waits = ["queued", "sending"].contains(&order.local_state.as_str());
    assert!(waits, "{name}: {}", order.local_state);
    has_struck(&operator, &running, before, &trouble).await;
    let order = operator.workbench.open_order(&id).await.unwrap();
    assert_ne!(order.local_state, "needs_attention", "{name}");

    running.clear_faults();
    operator.workbench.sync_now().await.unwrap();
    let order = operator
        .wait_for(&id, "it is provisioned and nothing waits", |order| {
            order.status == "provisioned" && order.queue.is_empty()
        })
        .await
        .unwrap_or_else(|problem| panic!("{name}: {problem}"));
    assert_eq!(order.local_state, "clean", "{name}");
    let order = running.order(ZURITA_ORDER).unwrap();
    for act in ["mapping", "setup"] {
        assert_eq!(running.count_acts(&order.id, act), 1, "{name}: {act}");
    }
    operator
        .until("the trouble is over", async |workbench| {
            let frame = workbench.frame().await?;
            let over = frame.connection == "online" && frame.problem.is_none();
            Ok((over && frame.waiting == 0).then_some(()))
        })
        .await
        .unwrap_or_else(|problem| panic!("{name}: {problem}"));
}

/// Waits until a request met the fault and the frame says what is to be said of it.
async fn has_struck(operator: &Operator, running: &Running, before: usize, trouble: &Trouble) {
    let fault = &trouble.fault;
    operator
        .until("the fault has struck", async |workbench| {
            let struck = running.requests_seen()[before..].iter().any(|seen| {
                seen.path.starts_with(&fault.path_prefix) && seen.path.ends_with(&fault.path_suffix)
            });
            let frame = workbench.frame().await?;
            let problem = frame.problem.as_ref().map(|problem| problem.code.as_str());
            let told = frame.connection == trouble.connection && problem == trouble.problem;
            Ok((struck && told).then_some(()))
        })
        .await
        .unwrap_or_else(|problem| panic!("{}: {problem}", trouble.name));
}

/// A service that only has an address.
async fn another() -> Running {
    let config = Config {
        orders: 1,
        organizations: 1,
        ..Config::default()
    };
    spawn(config).await.unwrap()
}
