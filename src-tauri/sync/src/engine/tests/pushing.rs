//! The outbox: what goes out, in which order, and what holds up whom.

use turnup_contract::code;
use turnup_domain::{Draft, Status};
use turnup_store::EntryState;

use super::*;

#[tokio::test]
async fn a_confirmation_is_mapped_and_set_up_in_one_run() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    let report = desk.run().await.unwrap();
    assert_eq!((report.accepted, report.parked), (2, 0));
    assert_eq!(desk.service.acts(), ["mapping ord_1", "setup ord_1"]);
    assert!(report.follow_after.is_some(), "its operation is followed");
    assert_eq!(desk.stored("ord_1").order.status, Status::Provisioning);
    desk.assert_settled("ord_1");
}

#[tokio::test]
async fn who_did_what_is_known_after_the_run() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    desk.run().await.unwrap();
    let timeline = desk.store.timeline(&"ord_1".into(), 10).unwrap();
    assert!(
        timeline.iter().any(|row| row.code == "mapping"),
        "{timeline:?}"
    );
}

#[tokio::test]
async fn an_operation_is_followed_to_its_end() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    desk.run().await.unwrap();
    desk.service.change("ord_1", |order| {
        order.status = Status::Provisioned;
        order.operation.as_mut().unwrap().state = "succeeded".into();
    });
    let report = desk.run().await.unwrap();
    assert_eq!(report.follow_after, None);
    assert_eq!(desk.stored("ord_1").order.status, Status::Provisioned);
    desk.service.state().log.clear();
    desk.run().await.unwrap();
    assert_eq!(
        desk.service.calls("order"),
        0,
        "nobody asks after it any more"
    );
}

#[tokio::test]
async fn offline_nothing_is_attempted() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    desk.service.fail("me", [Fault::Before(unreachable())]);
    assert!(matches!(desk.run().await, Err(SyncStop::Offline { .. })));
    let entries = desk.entries("ord_1");
    assert!(
        entries
            .iter()
            .all(|entry| entry.attempts == 0 && !entry.unknown_outcome)
    );
    desk.run().await.unwrap();
    desk.assert_settled("ord_1");
}

#[tokio::test]
async fn a_refused_order_does_not_hold_up_the_others() {
    let desk = Desk::with_orders(30).await;
    for number in 1..=30 {
        desk.confirm(&format!("ord_{number}"));
    }
    desk.service.fail(
        "put_mapping",
        [Fault::Before(refusal(code::VALIDATION_FAILED, None))],
    );
    let report = desk.run().await.unwrap();
    assert_eq!((report.accepted, report.parked), (58, 1));
    let (waiting, attention) = desk.store.waiting().unwrap();
    assert_eq!(
        (waiting, attention),
        (1, 1),
        "the set-up waits behind the refused mapping"
    );
    let refused = desk.entries("ord_1");
    assert_eq!(refused[0].state, EntryState::Parked);
    assert_eq!(code_of(&refused[0]), code::VALIDATION_FAILED);
    assert_eq!(refused[1].attempts, 0);
}

#[tokio::test]
async fn a_refused_act_that_was_edited_goes_out_under_a_new_key() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    desk.service.fail(
        "put_mapping",
        [Fault::Before(refusal(code::VALIDATION_FAILED, None))],
    );
    desk.run().await.unwrap();
    let refused = desk.entries("ord_1").remove(0);
    let order = desk.stored("ord_1").order;
    let edited = map_act(&order).1;
    let again = desk
        .store
        .unpark(refused.id, Some(&edited), order.revision, desk.clock.now())
        .unwrap();
    assert_ne!(again.intent_id, refused.intent_id);
    desk.run().await.unwrap();
    desk.assert_settled("ord_1");
}

#[tokio::test]
async fn a_payload_that_cannot_be_read_is_never_sent() {
    let desk = Desk::with_orders(1).await;
    desk.queue(
        "ord_1",
        &[(OutboxKind::Mapping, serde_json::json!({"nonsense": 1}))],
        None,
    );
    let report = desk.run().await.unwrap();
    assert_eq!(report.parked, 1);
    assert_eq!(desk.service.calls("put_mapping"), 0);
    assert_eq!(code_of(&desk.entries("ord_1")[0]), code::MALFORMED_REQUEST);
}

#[tokio::test]
async fn a_service_that_asks_for_patience_is_left_alone() {
    let desk = Desk::with_orders(3).await;
    for id in ["ord_1", "ord_2", "ord_3"] {
        desk.queue(id, &[note_act("hello")], None);
    }
    desk.service.fail(
        "put_note",
        [Fault::Before(refusal(code::RATE_LIMITED, Some(120)))],
    );
    let Err(SyncStop::Busy { retry_after }) = desk.run().await else {
        panic!("went on")
    };
    assert_eq!(retry_after, Some(Duration::from_secs(120)));
    assert_eq!(
        desk.service.calls("put_note"),
        1,
        "one answer speaks for all"
    );
    let mut waiting: Vec<_> = (1..=3)
        .flat_map(|n| desk.entries(&format!("ord_{n}")))
        .collect();
    waiting.retain(|entry| entry.attempts > 0);
    let not_before = waiting[0]
        .next_attempt_at
        .unwrap()
        .duration_since(desk.clock.now());
    assert!(not_before.as_secs() >= 120, "{not_before:?}");
}

#[tokio::test]
async fn a_failing_service_is_asked_less_and_less() {
    let desk = Desk::with_orders(1).await;
    desk.queue("ord_1", &[note_act("hello")], None);
    let mut waits = Vec::new();
    for _ in 0..8 {
        desk.service
            .fail("put_note", [Fault::Before(refusal(code::INTERNAL, None))]);
        desk.run().await.unwrap();
        let next = desk.entries("ord_1")[0].next_attempt_at.unwrap();
        waits.push(next.duration_since(desk.clock.now()).as_secs());
        desk.clock.advance(Duration::from_secs(60));
    }
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 60, 60]);
    desk.run().await.unwrap();
    assert_eq!(desk.service.acts(), ["note ord_1"]);
}

#[tokio::test]
async fn a_set_up_waits_for_the_approval_without_a_word() {
    let desk = Desk::with_orders(1).await;
    desk.service
        .change("ord_1", |order| order.status = Status::AwaitingApproval);
    desk.run().await.unwrap();
    let evidence = Evidence::of(&Draft::default());
    desk.queue(
        "ord_1",
        &[(OutboxKind::Setup, to_value(setup()).unwrap())],
        Some(&evidence),
    );
    let report = desk.run_later().await.unwrap();
    assert_eq!((report.postponed, report.parked), (0, 0));
    assert_eq!(report.follow_after, Some(Duration::from_secs(10)));
    assert_eq!(desk.service.calls("put_setup"), 0);
    desk.service
        .change("ord_1", |order| order.status = Status::Mapped);
    desk.run_later().await.unwrap();
    desk.run_later().await.unwrap();
    assert_eq!(desk.service.acts(), ["setup ord_1"]);
    desk.assert_settled("ord_1");
}

#[tokio::test]
async fn what_passes_by_itself_is_not_parked() {
    for passing in [code::AWAITING_APPROVAL, code::OPERATION_IN_PROGRESS] {
        let desk = Desk::with_orders(1).await;
        desk.confirm("ord_1");
        desk.service
            .fail("put_setup", [Fault::Before(refusal(passing, None))]);
        let report = desk.run().await.unwrap();
        assert_eq!((report.postponed, report.parked), (1, 0), "{passing}");
        assert!(!desk.entries("ord_1")[0].unknown_outcome, "{passing}");
        desk.run_later().await.unwrap();
        desk.assert_settled("ord_1");
    }
}

#[tokio::test]
async fn a_sign_in_that_ended_leaves_the_outbox_as_it_is() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    desk.service
        .fail("put_mapping", [Fault::Before(CallError::SignedOut)]);
    assert!(matches!(desk.run().await, Err(SyncStop::SignedOut)));
    assert!(
        desk.entries("ord_1")
            .iter()
            .all(|entry| entry.state == EntryState::Pending)
    );
    desk.run().await.unwrap();
    desk.assert_settled("ord_1");
}

#[tokio::test]
async fn every_kind_of_act_finds_its_call() {
    let desk = Desk::with_orders(4).await;
    desk.service.change("ord_2", |order| {
        order.status = Status::Failed;
        order.operation = Some(crate::testing::operation("op_9", "ord_2", "before"));
    });
    desk.run().await.unwrap();
    let retry = serde_json::json!({"operation_id": "op_9"});
    let handover = serde_json::json!({"email": "bo@andaluza.example", "note": ""});
    desk.queue("ord_1", &[(OutboxKind::Handover, handover)], None);
    desk.queue("ord_2", &[(OutboxKind::Retry, retry)], None);
    desk.queue("ord_3", &[(OutboxKind::Resend, Value::Null)], None);
    desk.queue("ord_4", &[note_act("hello")], None);
    let report = desk.run().await.unwrap();
    assert_eq!(report.accepted, 4);
    let mut acts = desk.service.acts();
    acts.sort();
    assert_eq!(
        acts,
        [
            "handover ord_1",
            "note ord_4",
            "resend ord_3",
            "retry ord_2"
        ]
    );
}
