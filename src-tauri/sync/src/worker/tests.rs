//! The worker under tokio's paused time: hours pass in no time, and every call is counted.
#![allow(clippy::unwrap_used)]

use serde_json::json;
use tokio::time::{Instant, sleep, timeout};
use turnup_contract::{CallError, ProblemBody, code};
use turnup_domain::Status;
use turnup_store::OutboxKind;

use super::{
    pause::{PATIENT, USUAL},
    *,
};
use crate::testing::{FakeService, Fault, Most, TokioClock, order};

struct Desk {
    service: Arc<FakeService>,
    store: Store,
    engine: Arc<Engine<FakeService>>,
    _folder: tempfile::TempDir,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("turnup.db")).unwrap();
    let service = Arc::new(FakeService::with([order("ord_1", 1)]));
    let (clock, random) = (Arc::new(TokioClock::new()), Arc::new(Most));
    let engine = Arc::new(Engine::with(
        Arc::clone(&service),
        store.clone(),
        clock,
        random,
    ));
    Desk {
        service,
        store,
        engine,
        _folder: folder,
    }
}

fn unreachable() -> CallError {
    CallError::Unreachable {
        reason: "refused".into(),
    }
}

fn busy(seconds: u64) -> CallError {
    CallError::Problem {
        status: 503,
        problem: Box::new(ProblemBody::of(code::UNAVAILABLE)),
        retry_after: Some(Duration::from_secs(seconds)),
    }
}

/// The next event that is asked for.
async fn next<T>(
    events: &mut broadcast::Receiver<SyncEvent>,
    mut wanted: impl FnMut(SyncEvent) -> Option<T>,
) -> T {
    let found = async {
        loop {
            if let Some(found) = wanted(events.recv().await.unwrap()) {
                return found;
            }
        }
    };
    timeout(Duration::from_secs(24 * 3600), found)
        .await
        .expect("it never happened")
}

async fn finished(events: &mut broadcast::Receiver<SyncEvent>) -> Arc<SyncReport> {
    next(events, |event| match event {
        SyncEvent::Finished(report) => Some(report),
        _ => None,
    })
    .await
}

async fn connected(events: &mut broadcast::Receiver<SyncEvent>) -> Connection {
    next(events, |event| match event {
        SyncEvent::Connection(connection) => Some(connection),
        _ => None,
    })
    .await
}

#[tokio::test(start_paused = true)]
async fn the_first_run_begins_at_once_and_the_next_ones_by_themselves() {
    let desk = desk();
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    let began = Instant::now();
    finished(&mut events).await;
    assert!(began.elapsed() < Duration::from_secs(1));
    assert_eq!(worker.connection(), Some(Connection::Online));
    finished(&mut events).await;
    assert!(began.elapsed() >= USUAL);
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn offline_is_a_state_that_is_told_once_and_never_spins() {
    let desk = desk();
    desk.service
        .fail("me", (0..100_000).map(|_| Fault::Before(unreachable())));
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    assert_eq!(
        connected(&mut events).await,
        Connection::Offline {
            reason: "unreachable"
        }
    );
    sleep(Duration::from_secs(3600)).await;
    let asked = desk.service.calls("me");
    assert!((50..80).contains(&asked), "{asked} times in an hour");
    desk.service.state().faults.clear();
    assert_eq!(connected(&mut events).await, Connection::Online);
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn whoever_wakes_it_need_not_wait() {
    let desk = desk();
    desk.service
        .fail("me", (0..7).map(|_| Fault::Before(unreachable())));
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    let until_offline = connected(&mut events).await;
    assert_eq!(
        until_offline,
        Connection::Offline {
            reason: "unreachable"
        }
    );
    while desk.service.calls("me") < 7 {
        sleep(Duration::from_secs(1)).await;
    }
    let began = Instant::now();
    worker.wake();
    assert_eq!(connected(&mut events).await, Connection::Online);
    assert!(began.elapsed() < Duration::from_secs(1));
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn waking_it_all_the_time_does_not_make_it_spin() {
    let desk = desk();
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    finished(&mut events).await;
    desk.service.state().log.clear();
    for _ in 0..1000 {
        worker.wake();
        sleep(Duration::from_millis(1)).await;
    }
    let asked = desk.service.calls("me");
    assert!(asked <= 11, "{asked} runs in a second");
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn a_service_that_asks_for_patience_gets_it_even_when_woken() {
    let desk = desk();
    desk.service.fail("orders", [Fault::Before(busy(120))]);
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    next(&mut events, |event| {
        matches!(event, SyncEvent::Stopped(_)).then_some(())
    })
    .await;
    let began = Instant::now();
    desk.service.state().log.clear();
    worker.wake();
    finished(&mut events).await;
    assert!(began.elapsed() >= Duration::from_secs(120));
    assert_eq!(desk.service.calls("me"), 1);
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn it_survives_whatever_a_run_ends_with() {
    let desk = desk();
    let foreign = CallError::NotThisProtocol {
        reason: "HTML".into(),
        status: 200,
    };
    let refused = ProblemBody::of(code::FORBIDDEN);
    let refused = CallError::Problem {
        status: 403,
        problem: Box::new(refused),
        retry_after: None,
    };
    let certificate = CallError::Certificate {
        reason: "unknown issuer".into(),
    };
    let ends = [
        (Fault::Panic, None),
        (Fault::Before(foreign), Some("not_this_protocol")),
        (Fault::Before(refused), Some("service_refused")),
        (Fault::Before(busy(1)), Some("service_busy")),
        (Fault::Before(certificate), Some("certificate_refused")),
        (Fault::Before(unreachable()), Some("unreachable")),
    ];
    let (faults, reasons): (Vec<_>, Vec<_>) = ends.into_iter().unzip();
    desk.service.fail("me", faults);
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    for reason in reasons.into_iter().flatten() {
        assert_eq!(connected(&mut events).await, Connection::Offline { reason });
    }
    assert_eq!(connected(&mut events).await, Connection::Online);
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn signed_out_it_waits_for_somebody_to_sign_in() {
    let desk = desk();
    desk.service
        .fail("me", (0..3).map(|_| Fault::Before(CallError::SignedOut)));
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    assert_eq!(connected(&mut events).await, Connection::SignedOut);
    sleep(PATIENT - Duration::from_secs(1)).await;
    assert_eq!(desk.service.calls("me"), 1);
    desk.service.state().faults.clear();
    worker.wake();
    assert_eq!(connected(&mut events).await, Connection::Online);
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn it_stops_within_a_second_whatever_hangs() {
    for call in ["me", "orders", "orders_summary"] {
        let desk = desk();
        desk.service.fail(call, [Fault::Hang]);
        let worker = Worker::start(Arc::clone(&desk.engine));
        while desk.service.calls(call) == 0 {
            sleep(Duration::from_millis(10)).await;
        }
        let began = Instant::now();
        worker.stop().await;
        assert!(began.elapsed() < Duration::from_secs(1), "{call}");
        let asked = desk.service.state().log.len();
        worker.wake();
        sleep(Duration::from_secs(3600)).await;
        assert_eq!(desk.service.state().log.len(), asked, "{call}: it went on");
    }
}

#[tokio::test(start_paused = true)]
async fn a_worker_that_is_dropped_ends() {
    let desk = desk();
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    finished(&mut events).await;
    drop(worker);
    sleep(Duration::from_secs(60)).await;
    assert_eq!(desk.service.calls("me"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_run_can_be_cancelled_without_ending_the_worker() {
    let desk = desk();
    desk.service.fail("orders", [Fault::Hang]);
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    while desk.service.calls("orders") == 0 {
        sleep(Duration::from_millis(10)).await;
    }
    worker.cancel_run();
    let stop = next(&mut events, |event| match event {
        SyncEvent::Stopped(stop) => Some(stop),
        _ => None,
    })
    .await;
    assert!(matches!(*stop, SyncStop::Cancelled));
    finished(&mut events).await;
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn an_entry_goes_out_when_it_is_due_and_not_half_a_minute_later() {
    let desk = desk();
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    finished(&mut events).await;
    let problem = ProblemBody::of(code::INTERNAL);
    let fault = CallError::Problem {
        status: 500,
        problem: Box::new(problem),
        retry_after: None,
    };
    desk.service.fail("put_note", [Fault::Before(fault)]);
    let note = json!({"note": "hello"});
    let now = desk.engine.now();
    let seen = desk.store.order(&"ord_1".into()).unwrap().unwrap().order;
    desk.store
        .enqueue(&seen, &[(OutboxKind::Note, note)], None, "ana", now)
        .unwrap();
    worker.wake();
    assert_eq!(finished(&mut events).await.postponed, 1);
    let began = Instant::now();
    assert_eq!(finished(&mut events).await.accepted, 1);
    assert!(
        began.elapsed() < Duration::from_secs(3),
        "{:?}",
        began.elapsed()
    );
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn a_running_operation_is_asked_after_more_often() {
    let desk = desk();
    desk.service.change("ord_1", |order| {
        order.status = Status::Provisioning;
        order.operation = Some(crate::testing::operation("op_1", "ord_1", "intent"));
    });
    desk.engine.follow(&"ord_1".into());
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    assert_eq!(
        finished(&mut events).await.follow_after,
        Some(Duration::from_secs(5))
    );
    let began = Instant::now();
    finished(&mut events).await;
    assert!(began.elapsed() < Duration::from_secs(6));
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn a_nudge_shortens_the_rest() {
    let desk = desk();
    desk.service.state().nudges = true;
    let worker = Worker::start(Arc::clone(&desk.engine));
    let mut events = worker.subscribe();
    finished(&mut events).await;
    let began = Instant::now();
    desk.service
        .change("ord_1", |order| order.note = "by a colleague".to_owned());
    finished(&mut events).await;
    assert!(
        began.elapsed() < Duration::from_secs(2),
        "{:?}",
        began.elapsed()
    );
    assert_eq!(
        desk.store
            .order(&"ord_1".into())
            .unwrap()
            .unwrap()
            .order
            .note,
        "by a colleague"
    );
    finished(&mut events).await;
    assert!(began.elapsed() >= USUAL, "nothing was new any more");
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn a_service_that_nudges_for_nothing_does_not_keep_it_running() {
    let desk = desk();
    {
        let mut state = desk.service.state();
        state.nudges = true;
        // The feed has nothing as new as this.
        state.sequence += 1_000;
    }
    let worker = Worker::start(Arc::clone(&desk.engine));
    sleep(Duration::from_secs(3600)).await;
    let runs = desk.service.calls("me");
    assert!((100..300).contains(&runs), "{runs} runs in an hour");
    worker.stop().await;
}

#[tokio::test(start_paused = true)]
async fn nothing_is_asked_before_the_turn_has_come_and_it_is_kept_until_the_end() {
    let desk = desk();
    let turn = Arc::new(());
    let (give, given) = tokio::sync::oneshot::channel::<Arc<()>>();
    let worker = Worker::start_after(Arc::clone(&desk.engine), async { given.await.unwrap() });
    let mut events = worker.subscribe();
    worker.wake();
    sleep(USUAL * 3).await;
    assert_eq!(desk.service.calls("me"), 0);
    give.send(Arc::clone(&turn)).unwrap();
    finished(&mut events).await;
    assert_eq!(Arc::strong_count(&turn), 2, "the worker has it");
    worker.stop().await;
    assert_eq!(Arc::strong_count(&turn), 1);
}
