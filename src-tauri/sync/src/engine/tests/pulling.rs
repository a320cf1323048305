//! The feeds: pages, interruptions, expired cursors, and whether both sides are equal.

use std::sync::Mutex;

use turnup_contract::{Answer, code};
use turnup_domain::OrderNumber;

use super::*;

fn service_with(count: u32, page: usize) -> FakeService {
    let orders = (1..=count).map(|number| order(&format!("ord_{number}"), 1));
    let service = FakeService::with(orders);
    service.state().page = page;
    service
}

#[tokio::test]
async fn an_interrupted_pull_repeats_at_most_one_page() {
    for fails_at in 0..5 {
        let desk = Desk::empty(service_with(50, 10));
        let pages = (0..fails_at).map(|_| Fault::Pass);
        desk.service
            .fail("orders", pages.chain([Fault::Before(unreachable())]));
        assert!(desk.run().await.is_err());
        assert_eq!(desk.store.order_count().unwrap(), fails_at * 10);
        desk.service.state().log.clear();
        desk.run().await.unwrap();
        assert_eq!(desk.store.order_count().unwrap(), 50);
        assert_eq!(desk.service.calls("orders") as u64, 5 - fails_at);
    }
}

#[tokio::test]
async fn a_second_pull_asks_only_for_what_is_new() {
    let desk = Desk::empty(service_with(50, 10));
    let report = desk.run().await.unwrap();
    assert_eq!(report.changed, 50);
    desk.service
        .change("ord_7", |order| order.note = "new".into());
    desk.service.delete("ord_8");
    desk.service.state().log.clear();
    let report = desk.run().await.unwrap();
    assert_eq!((report.changed, desk.service.calls("orders")), (2, 1));
    assert_eq!(desk.stored("ord_7").order.note, "new");
    assert_eq!(desk.store.order_count().unwrap(), 49);
}

#[tokio::test]
async fn listeners_hear_of_changes_after_the_commit_and_of_every_step() {
    let desk = Desk::empty(service_with(20, 10));
    let steps = Mutex::new(Vec::new());
    let listen = |progress| match progress {
        Progress::At { step, .. } => {
            let mut steps = steps.lock().unwrap();
            if steps.last() != Some(&step.as_str()) {
                steps.push(step.as_str());
            }
        }
        Progress::Changed(ids) => {
            for id in ids {
                assert!(
                    desk.store.order(&id).unwrap().is_some(),
                    "{id} is told too early"
                );
            }
        }
    };
    desk.engine.run(&listen, &Cancel::new()).await.unwrap();
    let expected = [
        "authenticate",
        "pull_orders",
        "pull_organizations",
        "compare",
    ];
    assert_eq!(*steps.lock().unwrap(), expected);
}

#[tokio::test]
async fn an_expired_cursor_reads_everything_again_and_keeps_local_work() {
    let desk = Desk::empty(service_with(30, 10));
    desk.run().await.unwrap();
    let draft = turnup_domain::Draft {
        customer_sets_up: true,
        ..Default::default()
    };
    let now = desk.clock.now();
    desk.store
        .save_draft(&"ord_1".into(), &draft, 1, None, now)
        .unwrap();
    desk.store
        .save_draft(&"ord_2".into(), &draft, 1, None, now)
        .unwrap();
    for id in ["ord_2", "ord_3"] {
        desk.service.delete(id);
        // The tombstone is as old as the cursor is: only reading everything again shows it.
        desk.service.state().tombstones.clear();
    }
    desk.service.fail(
        "orders",
        [Fault::Before(refusal(code::CURSOR_EXPIRED, None))],
    );
    desk.run().await.unwrap();
    assert_eq!(desk.store.order_count().unwrap(), 28);
    assert_eq!(desk.stored("ord_1").draft.unwrap().draft, draft);
    let kept = desk.stored("ord_2");
    assert!(kept.gone && kept.draft.is_some());
    assert!(
        desk.store
            .order(&"ord_3".into())
            .unwrap()
            .is_none_or(|order| order.gone)
    );
}

#[test]
fn a_cursor_that_the_service_does_not_know_is_given_up_and_a_refused_beginning_is_not() {
    use super::super::pull::cursor_expired;
    for (status, with_cursor, without) in [
        (400, true, false),
        (404, true, false),
        (422, true, false),
        (410, true, true),
        (403, false, false),
        (500, false, false),
    ] {
        let problem = Box::new(ProblemBody::of("a_newer_word"));
        let answer: Answer<()> = Err(CallError::Problem {
            status,
            problem,
            retry_after: None,
        });
        assert_eq!(cursor_expired(&answer, Some("7")), with_cursor, "{status}");
        assert_eq!(cursor_expired(&answer, None), without, "{status}");
    }
}

#[tokio::test]
async fn an_undisturbed_cache_is_equal_to_the_service() {
    let desk = Desk::empty(service_with(25, 10));
    let report = desk.run().await.unwrap();
    assert!(!report.drifted);
    assert_eq!(desk.service.calls("orders_summary"), 1);
    desk.run().await.unwrap();
    assert_eq!(
        desk.service.calls("orders_summary"),
        1,
        "nothing moved, nothing to compare"
    );
}

#[tokio::test]
async fn a_cache_that_drifted_is_healed_by_the_next_run() {
    let desk = Desk::empty(service_with(25, 10));
    desk.run().await.unwrap();
    // An order that the feed never told of.
    {
        let mut state = desk.service.state();
        let mut hidden = order("ord_hidden", 1);
        hidden.sequence = 3;
        state.orders.insert(hidden.id.clone(), hidden);
    }
    desk.service
        .change("ord_1", |order| order.note = "moves the sequence".into());
    assert!(desk.run().await.unwrap().drifted);
    let report = desk.run().await.unwrap();
    assert!(!report.drifted);
    assert_eq!(desk.store.order_count().unwrap(), 26);
}

#[tokio::test]
async fn a_difference_that_cannot_be_healed_is_not_read_again_every_time() {
    let desk = Desk::empty(service_with(25, 10));
    desk.service.state().checksum = Some("0000000000000000".into());
    assert!(desk.run().await.unwrap().drifted);
    desk.run().await.unwrap();
    desk.service.state().log.clear();
    for _ in 0..10 {
        assert!(desk.run_later().await.unwrap().drifted);
    }
    assert_eq!(
        desk.service.calls("orders"),
        10,
        "one page each, not everything"
    );
    desk.clock.advance(Duration::from_secs(3600));
    desk.run().await.unwrap();
    desk.service.state().log.clear();
    desk.run().await.unwrap();
    assert_eq!(desk.service.calls("orders"), 3);
}

#[tokio::test]
async fn a_remembered_number_is_settled_by_the_service() {
    let desk = Desk::empty(service_with(3, 10));
    let (known, unknown) = (
        OrderNumber::from("4410-ord_2"),
        OrderNumber::from("4410-000"),
    );
    for number in [&known, &unknown] {
        desk.store
            .remember_number(number, desk.clock.now())
            .unwrap();
    }
    let report = desk.run().await.unwrap();
    assert_eq!(report.unknown_numbers, [unknown]);
    assert_eq!(
        desk.store.order_id_by_number(&known).unwrap(),
        Some("ord_2".into())
    );
    assert!(desk.store.remembered_numbers().unwrap().is_empty());
}

#[tokio::test]
async fn a_number_is_remembered_while_the_service_cannot_answer() {
    let desk = Desk::empty(service_with(0, 10));
    let number = OrderNumber::from("4410-000");
    desk.store
        .remember_number(&number, desk.clock.now())
        .unwrap();
    desk.service
        .fail("order_by_number", [Fault::Before(unreachable())]);
    assert!(desk.run().await.is_err());
    assert_eq!(desk.store.remembered_numbers().unwrap(), [number]);
}

#[tokio::test]
async fn the_rules_and_the_operator_hold_offline_as_well() {
    let desk = Desk::empty(service_with(0, 10));
    let report = desk.run().await.unwrap();
    assert_eq!(report.operator.unwrap().email, "ana@andaluza.example");
    let (etag, _) = desk.store.capabilities().unwrap().unwrap();
    assert_eq!(etag, "\"caps\"");
    let operator = desk.store.setting(super::super::OPERATOR).unwrap().unwrap();
    assert!(operator.contains("ana@andaluza.example"));
    assert!(
        desk.store
            .setting(super::super::LAST_RUN)
            .unwrap()
            .is_some()
    );
    desk.service.state().capabilities_etag = "2".into();
    desk.run().await.unwrap();
    assert_eq!(desk.store.capabilities().unwrap().unwrap().0, "\"caps2\"");
}

#[tokio::test]
async fn the_directory_is_pulled_and_its_expired_cursor_begins_again() {
    let desk = Desk::empty(service_with(0, 10));
    desk.service.state().organizations =
        vec![crate::testing::candidate("org_1", 1, 1).organization];
    assert_eq!(desk.run().await.unwrap().organizations, 1);
    assert!(desk.store.organization(&"org_1".into()).unwrap().is_some());
    desk.service.fail(
        "organizations",
        [Fault::Before(refusal(code::CURSOR_EXPIRED, None))],
    );
    assert_eq!(desk.run().await.unwrap().organizations, 1);
}

#[tokio::test]
async fn a_cancelled_run_ends_before_the_next_page() {
    let desk = Desk::empty(service_with(50, 10));
    let cancel = Cancel::new();
    let listen = |progress| {
        if matches!(progress, Progress::Changed(_)) {
            cancel.cancel();
        }
    };
    assert!(matches!(
        desk.engine.run(&listen, &cancel).await,
        Err(SyncStop::Cancelled)
    ));
    assert_eq!(desk.store.order_count().unwrap(), 10);
    desk.run().await.unwrap();
    assert_eq!(desk.store.order_count().unwrap(), 50);
}
