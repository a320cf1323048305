//! Answers that are lost, crashes in between, services that ignore keys: nothing is done twice,
//! nothing is forgotten.

use turnup_contract::code;
use turnup_store::{EntryState, StoreError};

use super::*;

#[tokio::test]
async fn an_answer_lost_after_commit_does_not_map_twice() {
    for ignores_keys in [false, true] {
        let desk = Desk::with_orders(1).await;
        desk.service.state().ignores_keys = ignores_keys;
        desk.confirm("ord_1");
        desk.service.fail("put_mapping", [Fault::After(lost())]);
        desk.run().await.unwrap();
        assert!(desk.entries("ord_1")[0].unknown_outcome);
        desk.run_later().await.unwrap();
        assert_eq!(desk.service.acts(), ["mapping ord_1", "setup ord_1"]);
        assert_eq!(
            desk.service.calls("put_mapping"),
            1,
            "read back instead of repeated"
        );
        desk.assert_settled("ord_1");
    }
}

#[tokio::test]
async fn an_answer_lost_before_commit_is_sent_again_under_the_same_key() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    let key = desk.entries("ord_1")[0].intent_id.clone();
    desk.service.fail("put_mapping", [Fault::Before(lost())]);
    desk.run().await.unwrap();
    assert_eq!(desk.service.acts(), Vec::<String>::new());
    desk.run_later().await.unwrap();
    assert_eq!(desk.service.acts(), ["mapping ord_1", "setup ord_1"]);
    assert_eq!(
        desk.service.order_now("ord_1").mapping.unwrap().intent_id,
        key
    );
}

#[tokio::test]
async fn no_lost_answer_doubles_any_kind_of_act() {
    let handover = serde_json::json!({"email": "bo@andaluza.example", "note": ""});
    let table = [
        ("put_note", note_act("hello")),
        ("put_assignee", assignee_act("bo@andaluza.example")),
        ("hand_over", (OutboxKind::Handover, handover)),
        ("resend", (OutboxKind::Resend, Value::Null)),
        ("ask_review", review_act("bo@andaluza.example", 1)),
        ("decide_review", verdict_act("rev_1", "declined")),
    ];
    for (call, act) in table {
        let desk = Desk::with_orders(1).await;
        if call == "decide_review" {
            let asked: fn(&mut Order) = |order| order.review = Some(review("rev_1", "pending", 1));
            desk.service.change("ord_1", asked);
            desk.run().await.unwrap();
        }
        desk.service.state().ignores_keys = true;
        desk.queue("ord_1", &[act], None);
        desk.service.fail(call, [Fault::After(lost())]);
        desk.run().await.unwrap();
        desk.run_later().await.unwrap();
        assert_eq!(desk.service.acts().len(), 1, "{call}");
        desk.assert_settled("ord_1");
    }
}

#[tokio::test]
async fn a_crash_before_the_answer_does_not_map_twice() {
    for committed in [true, false] {
        let desk = Desk::with_orders(1).await;
        desk.service.state().ignores_keys = true;
        desk.confirm("ord_1");
        let entry = desk.entries("ord_1").remove(0);
        let begun = desk
            .store
            .begin_attempt(entry.id, desk.clock.now())
            .unwrap();
        if committed {
            let act = super::super::act::Act::of(&begun).unwrap();
            act.send(&*desk.service, &begun, begun.base_revision)
                .await
                .unwrap();
        }
        let desk = desk.crash_and_restart();
        desk.run_later().await.unwrap();
        assert_eq!(
            desk.service.acts(),
            ["mapping ord_1", "setup ord_1"],
            "{committed}"
        );
        desk.assert_settled("ord_1");
    }
}

#[tokio::test]
async fn a_commit_that_is_seen_only_after_reading_back_does_not_map_twice() {
    // The answer is lost, the order read back is still the old one, and only then the service
    // commits: the repetition meets its own mapping.
    let desk = Desk::with_orders(1).await;
    desk.service.state().ignores_keys = true;
    desk.confirm("ord_1");
    desk.service.fail("put_mapping", [Fault::Before(lost())]);
    desk.run().await.unwrap();
    let entry = desk.entries("ord_1").remove(0);
    let mapping = mapping(&desk.stored("ord_1").order);
    desk.service
        .fail("order", [Fault::Before(refusal(code::INTERNAL, None))]);
    desk.run_later().await.unwrap();
    assert!(
        desk.entries("ord_1")[0].unknown_outcome,
        "a failed question answers nothing"
    );
    use turnup_contract::ProvisioningService;
    let late = desk
        .service
        .put_mapping(&entry.order_id, 1, &entry.intent_id, &mapping)
        .await;
    late.unwrap();
    desk.run_later().await.unwrap();
    assert_eq!(desk.service.acts(), ["mapping ord_1", "setup ord_1"]);
    desk.assert_settled("ord_1");
}

#[tokio::test]
async fn a_refusal_by_our_own_earlier_attempt_counts_as_accepted() {
    let desk = Desk::with_orders(1).await;
    desk.service.state().ignores_keys = true;
    desk.confirm("ord_1");
    // The first attempt was committed although the service said it failed, without any doubt
    // being left; the second is told that the point of no return is behind.
    desk.service.fail(
        "put_mapping",
        [Fault::After(refusal(code::OPERATION_IN_PROGRESS, None))],
    );
    desk.run().await.unwrap();
    desk.run_later().await.unwrap();
    assert_eq!(desk.service.acts(), ["mapping ord_1", "setup ord_1"]);
    desk.assert_settled("ord_1");
}

#[tokio::test]
async fn a_run_cancelled_while_sending_is_read_back() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    desk.service.fail("put_mapping", [Fault::Hang]);
    desk.run_cancelled_at("put_mapping").await;
    let entry = desk.entries("ord_1").remove(0);
    assert!(entry.unknown_outcome && entry.attempts == 1, "{entry:?}");
    desk.service.state().log.clear();
    desk.run().await.unwrap();
    let log = desk.service.state().log.clone();
    let place = |call: &str| log.iter().position(|line| line.starts_with(call)).unwrap();
    assert!(place("order ord_1") < place("put_mapping"), "{log:?}");
    desk.assert_settled("ord_1");
}

#[tokio::test]
async fn a_run_cancelled_while_it_asks_why_leaves_nothing_being_sent() {
    let desk = Desk::with_orders(1).await;
    desk.queue("ord_1", &[note_act("hello")], None);
    let stale = refusal(code::REVISION_CONFLICT, None);
    desk.service.fail("put_note", [Fault::Before(stale)]);
    desk.service.fail("order", [Fault::Hang]);
    desk.run_cancelled_at("order").await;
    let entry = desk.entries("ord_1").remove(0);
    assert_eq!(entry.state, EntryState::Pending, "{entry:?}");
    desk.run_later().await.unwrap();
    assert_eq!(desk.service.acts(), ["note ord_1"]);
    desk.assert_settled("ord_1");
}

#[tokio::test]
async fn a_service_that_loses_every_answer_is_left_alone_for_a_while() {
    let desk = Desk::with_orders(10).await;
    for number in 1..=10 {
        desk.queue(&format!("ord_{number}"), &[note_act("hello")], None);
    }
    desk.service
        .fail("put_note", (0..10).map(|_| Fault::After(lost())));
    assert!(matches!(desk.run().await, Err(SyncStop::Busy { .. })));
    assert_eq!(desk.service.calls("put_note"), 3);
    for _ in 0..10 {
        let _ = desk.run_later().await;
    }
    assert_eq!(desk.service.acts().len(), 10);
    assert_eq!(desk.store.waiting().unwrap(), (0, 0));
}

#[tokio::test]
async fn a_thousand_lost_answers_are_a_thousand_acts() {
    let desk = Desk::with_orders(1000).await;
    desk.service.state().ignores_keys = true;
    for number in 1..=1000 {
        desk.queue(&format!("ord_{number}"), &[note_act("hello")], None);
    }
    // Every third answer arrives, so that the run goes on.
    let fault = |n: u32| match n % 3 {
        0 => Fault::Before(refusal(code::INTERNAL, None)),
        1 => Fault::After(lost()),
        _ => Fault::Before(refusal(code::OPERATION_IN_PROGRESS, None)),
    };
    desk.service.fail("put_note", (0..1000).map(fault));
    let mut rounds = 0;
    while desk.store.waiting().unwrap() != (0, 0) {
        let _ = desk.run_later().await;
        rounds += 1;
        assert!(rounds < 50, "{:?}", desk.store.waiting());
    }
    let mut acts = desk.service.acts();
    assert_eq!(acts.len(), 1000);
    acts.sort();
    acts.dedup();
    assert_eq!(acts.len(), 1000);
}

#[tokio::test]
async fn an_act_in_doubt_stays_in_doubt_while_its_order_cannot_be_seen() {
    let desk = Desk::with_orders(1).await;
    desk.queue("ord_1", &[note_act("hello")], None);
    desk.service.fail("put_note", [Fault::After(lost())]);
    desk.run().await.unwrap();
    let key = desk.entries("ord_1")[0].intent_id.clone();

    let unseen = || Fault::Before(refusal(code::NOT_FOUND, None));
    desk.service.fail("order", [unseen(), unseen()]);
    desk.run_later().await.unwrap();
    let parked = desk.entries("ord_1").remove(0);
    assert_eq!(parked.state, EntryState::Parked);
    assert!(parked.unknown_outcome, "nobody could look");
    let now = desk.clock.now();
    assert!(matches!(
        desk.store.take_back(parked.id, now),
        Err(StoreError::MayHaveArrived)
    ));
    let other = serde_json::json!({ "note": "something else" });
    assert!(matches!(
        desk.store.unpark(parked.id, Some(&other), 1, now),
        Err(StoreError::MayHaveArrived)
    ));
    desk.store.retry_now(parked.id, 1, now).unwrap();
    assert_eq!(desk.entries("ord_1")[0].intent_id, key, "it is looked for");
    desk.run_later().await.unwrap();
    assert_eq!(desk.entries("ord_1")[0].state, EntryState::Parked);

    desk.store
        .retry_now(parked.id, 1, desk.clock.now())
        .unwrap();
    desk.run_later().await.unwrap();
    assert_eq!(desk.service.acts(), ["note ord_1"]);
    assert_eq!(desk.service.calls("put_note"), 1, "read back, not repeated");
    desk.assert_settled("ord_1");
}
