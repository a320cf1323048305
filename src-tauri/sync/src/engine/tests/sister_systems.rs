//! What befell the users of other programs that work offline, and must not befall ours. Each
//! test is named after what must not happen, with the reports it was learnt from.

use turnup_contract::code;
use turnup_store::EntryState;

use super::*;

fn notes(desk: &Desk, numbers: std::ops::RangeInclusive<u32>) {
    for number in numbers {
        desk.queue(&format!("ord_{number}"), &[note_act("hello")], None);
    }
}

fn noted(numbers: std::ops::RangeInclusive<u32>) -> Vec<String> {
    numbers.map(|number| format!("note ord_{number}")).collect()
}

fn sent(desk: &Desk) -> Vec<String> {
    let mut acts = desk.service.acts();
    acts.sort();
    acts
}

/// odoo/odoo #203431: back online, only the newest order was sent; those from before stayed in
/// the browser.
#[tokio::test]
async fn the_newest_act_is_not_the_only_one_that_goes_out_after_an_outage() {
    let desk = Desk::with_orders(4).await;
    notes(&desk, 1..=3);
    desk.service.fail("me", [Fault::Before(unreachable())]);
    assert!(matches!(desk.run().await, Err(SyncStop::Offline { .. })));
    notes(&desk, 4..=4);
    desk.run_later().await.unwrap();
    assert_eq!(sent(&desk), noted(1..=4));
}

/// odoo/odoo 261096: a second outage while orders were being sent made it forget those that
/// were not sent yet.
#[tokio::test]
async fn an_outage_during_the_sending_does_not_make_it_forget_the_rest() {
    for falls_at in 0..3 {
        let desk = Desk::with_orders(3).await;
        notes(&desk, 1..=3);
        let passes = (0..falls_at).map(|_| Fault::Pass);
        desk.service
            .fail("put_note", passes.chain([Fault::Before(unreachable())]));
        assert!(matches!(desk.run().await, Err(SyncStop::Offline { .. })));
        assert_eq!(desk.service.acts().len(), falls_at);
        desk.run_later().await.unwrap();
        assert_eq!(sent(&desk), noted(1..=3), "it fell at {falls_at}");
    }
}

/// odoo/odoo 288974: an order that was finished offline was opened again by what the server still
/// had of it, when another device made itself heard or the page was loaded again.
#[tokio::test]
async fn what_was_confirmed_offline_is_not_reopened_by_an_older_copy() {
    let desk = Desk::with_orders(1).await;
    desk.confirm("ord_1");
    let busy = || Fault::Before(refusal(code::INTERNAL, None));
    desk.service.fail("put_mapping", [busy(), busy()]);
    desk.service
        .change("ord_1", |order| order.note = "by a colleague".into());
    desk.run().await.unwrap();
    assert_eq!(desk.stored("ord_1").order.note, "by a colleague");
    assert_eq!(desk.entries("ord_1").len(), 2);
    let desk = desk.crash_and_restart();
    desk.run_later().await.unwrap();
    assert_eq!(desk.entries("ord_1").len(), 2);
    desk.run_later().await.unwrap();
    assert_eq!(desk.service.acts(), ["mapping ord_1", "setup ord_1"]);
    desk.assert_settled("ord_1");
}

/// odoo/odoo 179505: loaded again while online, everything looked sent, and what had waited went
/// out only with the next order.
#[tokio::test]
async fn a_restart_does_not_leave_what_waited_until_something_new_is_done() {
    let desk = Desk::with_orders(3).await;
    notes(&desk, 1..=3);
    let desk = desk.crash_and_restart();
    assert_eq!(desk.store.waiting().unwrap(), (3, 0));
    desk.run().await.unwrap();
    assert_eq!(sent(&desk), noted(1..=3));
    assert_eq!(desk.store.waiting().unwrap(), (0, 0));
}

/// odoo/odoo 161250: an error of the server made a validated order a draft again, although its
/// receipt was printed.
#[tokio::test]
async fn an_error_of_the_service_does_not_make_a_confirmed_order_a_draft_again() {
    let table = [
        (refusal(code::INTERNAL, None), EntryState::Pending),
        (refusal(code::RATE_LIMITED, Some(5)), EntryState::Pending),
        (refusal(code::VALIDATION_FAILED, None), EntryState::Parked),
        (lost(), EntryState::Pending),
    ];
    for (error, expected) in table {
        let desk = Desk::with_orders(1).await;
        desk.confirm("ord_1");
        let before = desk.entries("ord_1");
        let said = error.to_string();
        desk.service.fail("put_mapping", [Fault::Before(error)]);
        let _ = desk.run().await;
        let entries = desk.entries("ord_1");
        assert_eq!(entries[0].state, expected, "{said}");
        let intents = |entries: &[OutboxEntry]| -> Vec<_> {
            entries
                .iter()
                .map(|entry| (entry.intent_id.clone(), entry.payload.clone()))
                .collect()
        };
        assert_eq!(intents(&entries), intents(&before), "{said}");
        assert!(desk.stored("ord_1").draft.is_none(), "{said}");
    }
}

/// odoo/odoo 194694: one order that the server could not take stopped the sending of all.
#[tokio::test]
async fn one_order_that_is_refused_does_not_stop_the_others() {
    for poisoned in [1, 5, 10] {
        let desk = Desk::with_orders(10).await;
        notes(&desk, 1..=10);
        let faults = (1..=10).map(|turn| match turn == poisoned {
            true => Fault::Before(refusal(code::VALIDATION_FAILED, None)),
            false => Fault::Pass,
        });
        desk.service.fail("put_note", faults);
        desk.run().await.unwrap();
        assert_eq!(desk.service.acts().len(), 9);
        assert_eq!(
            desk.store.waiting().unwrap(),
            (0, 1),
            "it waits for a person"
        );
    }
}

/// BrainWise-DEV/POSNext #50: when the connection came back, the same invoice was sent twice.
#[tokio::test]
async fn coming_back_twice_at_once_does_not_send_anything_twice() {
    let desk = Desk::with_orders(5).await;
    desk.service.state().ignores_keys = true;
    notes(&desk, 1..=4);
    desk.confirm("ord_5");
    let (first, second) = tokio::join!(desk.run(), desk.run());
    first.unwrap();
    second.unwrap();
    let mut expected = noted(1..=4);
    expected.extend(["mapping ord_5".to_owned(), "setup ord_5".to_owned()]);
    expected.sort();
    assert_eq!(sent(&desk), expected);
}

/// BrainWise-DEV/POSNext #97: with the network coming and going, invoices were made twice, and
/// customers could not be made at all.
#[tokio::test]
async fn a_network_that_comes_and_goes_does_not_create_a_customer_twice_or_never() {
    let desk = Desk::with_orders(1).await;
    desk.service.state().ignores_keys = true;
    desk.confirm("ord_1");
    desk.service.fail(
        "put_mapping",
        [
            Fault::Before(unreachable()),
            Fault::Before(lost()),
            Fault::After(lost()),
        ],
    );
    desk.service.fail(
        "order",
        [Fault::Pass, Fault::Before(unreachable()), Fault::Pass],
    );
    for _ in 0..8 {
        let _ = desk.run_later().await;
    }
    assert_eq!(desk.service.acts(), ["mapping ord_1", "setup ord_1"]);
    desk.assert_settled("ord_1");
}

/// frappe/erpnext #11745: sales were missing, with no message and nothing in the queue.
#[tokio::test]
async fn nothing_is_neither_at_the_service_nor_in_the_queue() {
    let desk = Desk::with_orders(20).await;
    notes(&desk, 1..=20);
    let fault = |turn: usize| match turn % 6 {
        0 => Fault::After(lost()),
        1 => Fault::Before(refusal(code::RATE_LIMITED, Some(1))),
        2 => Fault::Before(lost()),
        3 => Fault::Before(unreachable()),
        4 => Fault::Before(refusal(code::VALIDATION_FAILED, None)),
        _ => Fault::Pass,
    };
    desk.service.fail("put_note", (0..60).map(fault));
    for round in 0..60 {
        let _ = desk.run_later().await;
        let acts = desk.service.acts();
        for number in 1..=20 {
            let id = format!("ord_{number}");
            let arrived = acts
                .iter()
                .filter(|act| **act == format!("note {id}"))
                .count();
            let waits = desk.entries(&id).len();
            assert!(arrived <= 1, "{id} in round {round}");
            assert!(arrived + waits >= 1, "{id} is gone in round {round}");
        }
    }
    let (waiting, parked) = desk.store.waiting().unwrap();
    assert_eq!(waiting, 0, "all of it came to an end");
    assert_eq!(desk.service.acts().len() + parked as usize, 20);
}
