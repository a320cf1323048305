//! The order changed since the act was intended. The table of what becomes of an act, and whole
//! runs for what must not happen.

use turnup_contract::code;
use turnup_domain::{IntentId, Status};
use turnup_store::EntryState;

use super::{
    super::{
        act::Act,
        conflict::{ConflictPlan, plan},
    },
    *,
};
use crate::testing::operation;

type Change = fn(&mut Order);

fn read<T: serde::de::DeserializeOwned>(payload: Value) -> T {
    serde_json::from_value(payload).unwrap()
}

/// What was intended at revision 1, what somebody else did since, what becomes of it.
#[test]
fn what_becomes_of_an_act_when_the_order_changed() {
    use ConflictPlan::{Done, Park};
    let goes_on = |merged: &[&str]| ConflictPlan::Rebase {
        revision: 2,
        merged: merged.iter().map(ToString::to_string).collect(),
    };
    let nothing: Change = |_| {};
    let note: Change = |order| order.note = "by a colleague".into();
    let ours: Change = |order| order.note = "hello".into();
    let mapped: Change = |order| order.status = Status::Mapped;
    let deferred: Change = |order| order.status = Status::Deferred;
    let closed: Change = |order| order.status = Status::Closed;
    let provisioning: Change = |order| order.status = Status::Provisioning;
    let failed: Change = |order| order.status = Status::Failed;
    let more_licences: Change = |order| order.lines[0].quantity = 11;
    let more_when_mapped: Change = |order| {
        order.status = Status::Mapped;
        order.lines[0].quantity = 11;
    };
    let other_customer: Change = |order| order.end_customer.company = "Another".into();
    let other_contact: Change = |order| order.contact.email = "bo@andaluza.example".into();
    let frozen: Change = |order| order.contact.frozen = true;
    let resendable: Change = |order| order.can_resend = true;
    let our_operation: Change =
        |order| order.operation = Some(operation("op_2", "ord_1", "intent"));

    let mapping = || Act::Mapping(mapping(&order("ord_1", 1)));
    let set_up = || Act::Setup(setup());
    let say = || Act::Note(read(note_act("hello").1));
    let hand_over = |email: &str| Act::Handover(read(serde_json::json!({ "email": email })));
    let assign = |email: &str| Act::Assignee(read(assignee_act(email).1));
    let assigned: Change = |order| order.assignee = Some("bo@andaluza.example".into());
    let retry = || Act::Retry("op_1".into());
    let ask = || Act::Review(read(review_act("eva@andaluza.example", 1).1));
    let approve = || Act::Verdict(read(verdict_act("rev_1", "approved").1));
    let asked: Change = |order| order.review = Some(review("rev_1", "pending", 2));
    let declined: Change = |order| order.review = Some(review("rev_1", "declined", 2));
    let approved: Change = |order| order.review = Some(review("rev_1", "approved", 2));
    let another: Change = |order| order.review = Some(review("rev_2", "pending", 2));
    let the_same: Change = |order| {
        order.review = Some(review("rev_1", "pending", 1));
        order.review.as_mut().unwrap().reviewer = "Eva@andaluza.example".into();
    };
    let table: Vec<(&str, Act, Change, ConflictPlan)> = vec![
        (
            "mapping, nothing that matters",
            mapping(),
            nothing,
            goes_on(&[]),
        ),
        ("mapping, a note", mapping(), note, goes_on(&["/note"])),
        ("mapping, mapped by somebody", mapping(), mapped, Park),
        ("mapping, closed", mapping(), closed, Park),
        ("mapping, other licences", mapping(), more_licences, Park),
        ("mapping, other customer", mapping(), other_customer, Park),
        ("setup, mapped", set_up(), mapped, goes_on(&[])),
        ("setup, deferred", set_up(), deferred, goes_on(&[])),
        ("setup, not mapped yet", set_up(), nothing, Park),
        ("setup, other licences", set_up(), more_when_mapped, Park),
        ("setup, set up by somebody", set_up(), provisioning, Park),
        ("setup, our own operation", set_up(), our_operation, Done),
        ("note, nothing that matters", say(), closed, goes_on(&[])),
        ("note, another note", say(), note, Park),
        ("note, the same note", say(), ours, Done),
        (
            "handover, a note",
            hand_over("cy@andaluza.example"),
            note,
            goes_on(&["/note"]),
        ),
        (
            "handover, to somebody else",
            hand_over("cy@andaluza.example"),
            other_contact,
            Park,
        ),
        (
            "handover, to the same",
            hand_over("Bo@andaluza.example"),
            other_contact,
            Done,
        ),
        (
            "handover, too late",
            hand_over("cy@andaluza.example"),
            frozen,
            Park,
        ),
        (
            "assignee, a note",
            assign("cy@andaluza.example"),
            note,
            goes_on(&[]),
        ),
        (
            "assignee, closed",
            assign("cy@andaluza.example"),
            closed,
            goes_on(&[]),
        ),
        (
            "assignee, put on somebody else",
            assign("cy@andaluza.example"),
            assigned,
            Park,
        ),
        (
            "assignee, put on the same",
            assign("Bo@andaluza.example"),
            assigned,
            Done,
        ),
        ("resend, possible", Act::Resend, resendable, goes_on(&[])),
        ("resend, not possible", Act::Resend, nothing, Park),
        ("retry, still failed", retry(), failed, goes_on(&[])),
        ("retry, at work again", retry(), provisioning, Park),
        ("retry, our own", retry(), our_operation, Done),
        ("review, a note", ask(), note, goes_on(&[])),
        ("review, another is answered", ask(), declined, goes_on(&[])),
        ("review, another waits", ask(), asked, Park),
        ("review, the same waits", ask(), the_same, Done),
        ("review, mapped", ask(), mapped, Park),
        ("verdict, still asked", approve(), asked, goes_on(&[])),
        ("verdict, another asked", approve(), another, Park),
        ("verdict, other verdict", approve(), declined, Park),
        ("verdict, same verdict", approve(), approved, Done),
        ("verdict, withdrawn for good", approve(), nothing, Park),
    ];
    for (name, act, change, expected) in table {
        let mut before = order("ord_1", 1);
        before.operation = Some(operation("op_1", "ord_1", "before"));
        let mut current = Order {
            revision: 2,
            ..before.clone()
        };
        change(&mut current);
        let intent = IntentId::from("intent");
        let planned = plan(&act, &intent, Some(&before), &current);
        assert_eq!(planned, expected, "{name}");
    }
}

#[test]
fn an_act_whose_base_nobody_knows_is_not_sent_on_a_guess() {
    let current = order("ord_1", 2);
    let act = Act::Mapping(mapping(&current));
    assert_eq!(
        plan(&act, &"intent".into(), None, &current),
        ConflictPlan::Park
    );
}

#[tokio::test]
async fn a_change_that_does_not_touch_the_act_does_not_stop_it() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    desk.service
        .change("ord_1", |order| order.note = "by a colleague".into());
    let report = desk.run().await.unwrap();
    assert_eq!((report.accepted, report.parked), (2, 0));
    assert_eq!(desk.service.order_now("ord_1").note, "by a colleague");
    let timeline = desk.store.timeline(&"ord_1".into(), 9).unwrap();
    let told = timeline.iter().find(|row| row.code == "merged").unwrap();
    assert_eq!(told.params["fields"], "/note");
    desk.assert_settled("ord_1");
}

#[tokio::test]
async fn the_mapping_of_a_colleague_is_not_overwritten() {
    let desk = Desk::with_orders(1).await;
    let other = Desk::empty(FakeService::with([]));
    let other = Desk {
        engine: Desk::engine_over(&desk.service, &other.store, &other.clock),
        service: Arc::clone(&desk.service),
        ..other
    };
    other.run().await.unwrap();
    desk.confirm("ord_1");
    other.confirm("ord_1");
    desk.run().await.unwrap();
    let report = other.run().await.unwrap();
    assert_eq!((report.accepted, report.parked), (0, 1));
    assert_eq!(desk.service.acts(), ["mapping ord_1", "setup ord_1"]);
    let entries = other.entries("ord_1");
    assert_eq!(entries[0].state, EntryState::Parked);
    assert_eq!(code_of(&entries[0]), code::REVISION_CONFLICT);
    assert_eq!(entries[1].attempts, 0, "the set-up stays behind it");
    let learned = other.stored("ord_1").order;
    assert_eq!(
        learned,
        desk.service.order_now("ord_1"),
        "and both sides can be shown"
    );
}

#[tokio::test]
async fn two_notes_are_both_shown_and_neither_wins_by_itself() {
    let desk = Desk::with_orders(1).await;
    desk.queue("ord_1", &[note_act("mine")], None);
    desk.service
        .change("ord_1", |order| order.note = "theirs".into());
    desk.run().await.unwrap();
    let entry = desk.entries("ord_1").remove(0);
    assert_eq!(entry.state, EntryState::Parked);
    assert_eq!(entry.payload["note"], "mine");
    assert_eq!(desk.stored("ord_1").order.note, "theirs");
}

#[tokio::test]
async fn the_act_before_does_not_carry_an_act_over_what_nobody_saw() {
    // Both are based on revision 1. The e-mail can be sent again whatever changed; what was
    // written behind it was written without knowing of the change.
    let resend = || (OutboxKind::Resend, Value::Null);
    let mapping = |desk: &Desk| map_act(&desk.stored("ord_1").order);
    let evidence = Evidence::of(&turnup_domain::Draft::default());
    let table: Vec<(OutboxKind, Change)> = vec![
        (OutboxKind::Note, |order| order.note = "theirs".into()),
        (OutboxKind::Mapping, |order| order.lines[0].quantity = 11),
    ];
    for (kind, change) in table {
        for lost in [false, true] {
            let desk = Desk::with_orders(1).await;
            desk.service
                .change("ord_1", |order| order.can_resend = true);
            desk.run().await.unwrap();
            let behind = match kind {
                OutboxKind::Mapping => mapping(&desk),
                _ => note_act("mine"),
            };
            desk.queue("ord_1", &[resend(), behind], Some(&evidence));
            if lost {
                let reply = Fault::After(super::lost());
                desk.service.fail("resend", [reply]);
                desk.run().await.unwrap();
            }
            desk.service.change("ord_1", change);
            let report = desk.run_later().await.unwrap();
            assert_eq!((report.accepted, report.parked), (1, 1), "{kind:?} {lost}");
            assert_eq!(desk.service.acts(), ["resend ord_1"], "{kind:?} {lost}");
        }
    }
}

#[tokio::test]
async fn an_order_that_keeps_changing_is_tried_again_later() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    let conflict = || {
        let current = Some(Box::new(Order {
            revision: 5,
            ..order("ord_1", 5)
        }));
        let problem = ProblemBody {
            current,
            ..ProblemBody::of(code::REVISION_CONFLICT)
        };
        let problem = Box::new(problem);
        Fault::Before(CallError::Problem {
            status: 412,
            problem,
            retry_after: None,
        })
    };
    desk.service.fail("put_mapping", [conflict(), conflict()]);
    let report = desk.run().await.unwrap();
    assert_eq!((report.postponed, report.parked), (1, 0));
    assert_eq!(
        desk.service.calls("put_mapping"),
        2,
        "and not again and again"
    );
}

#[tokio::test]
async fn a_conflict_that_does_not_bring_the_order_is_looked_up() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    desk.service
        .change("ord_1", |order| order.note = "by a colleague".into());
    desk.service.fail(
        "put_mapping",
        [Fault::Before(refusal(code::REVISION_CONFLICT, None))],
    );
    desk.run().await.unwrap();
    desk.assert_settled("ord_1");
}

#[tokio::test]
async fn what_an_act_was_based_on_is_known_also_when_the_feed_was_quicker() {
    let desk = Desk::with_orders(1).await;
    desk.queue("ord_1", &[note_act("mine")], None);
    let entry = desk.entries("ord_1").remove(0);
    desk.store
        .retry_later(
            entry.id,
            desk.clock.now() + jiff::SignedDuration::from_mins(10),
            false,
            None,
            desk.clock.now(),
        )
        .unwrap();
    desk.service.change("ord_1", |order| {
        order.assignee = Some("bo@andaluza.example".into())
    });
    desk.run().await.unwrap();
    assert_eq!(
        desk.stored("ord_1").order.revision,
        2,
        "the feed brought it"
    );
    desk.clock.advance(Duration::from_secs(3700));
    let report = desk.run().await.unwrap();
    assert_eq!((report.accepted, report.parked), (1, 0));
}
