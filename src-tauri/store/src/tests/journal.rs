//! The journal and the service's activity as one timeline.

use serde_json::json;
use turnup_domain::{IntentId, order::ActivityEntry, problem::Params};

use super::samples::{ME, changed, confirmation, desk, minutes, now, order, refusal};
use crate::Store;

fn told(id: &str, at: i64, code: &str, intent: Option<&IntentId>) -> ActivityEntry {
    serde_json::from_value(json!({
        "id": id, "at": minutes(at), "actor": ME, "code": code,
        "params": {"service": "meetings"}, "intent_id": intent,
    }))
    .unwrap()
}

fn codes(store: &Store) -> Vec<(String, bool)> {
    let timeline = store.timeline(&order(1).id, 100).unwrap();
    timeline
        .into_iter()
        .map(|row| (row.code, row.from_service))
        .collect()
}

#[test]
fn the_newest_comes_first_whoever_recorded_it() {
    let desk = desk();
    desk.import(&[order(1)]);
    let params = Params::from([("role".to_owned(), "partner".to_owned())]);
    desk.record(
        Some(&order(1).id),
        ME,
        "partner_chosen",
        &params,
        minutes(2),
    )
    .unwrap();
    desk.record(None, "", "signed_in", &Params::new(), minutes(3))
        .unwrap();
    let entries = [
        told("a", 1, "mail_sent", None),
        told("b", 3, "note_changed", None),
    ];
    desk.put_activity(&order(1).id, &entries, now()).unwrap();
    desk.put_activity(&order(1).id, &entries, now()).unwrap();
    let expected = [
        ("note_changed", true),
        ("partner_chosen", false),
        ("mail_sent", true),
    ];
    assert_eq!(
        codes(&desk),
        expected.map(|(code, told)| (code.to_owned(), told))
    );
    assert_eq!(desk.timeline(&order(1).id, 2).unwrap()[1].params, params);
    assert_eq!(desk.timeline(&order(1).id, 1).unwrap().len(), 1);
}

#[test]
fn an_own_act_that_the_service_tells_of_is_shown_once() {
    let desk = desk();
    desk.import(&[order(1)]);
    let entry = desk.queue(&order(1), &confirmation()[..1]).remove(0);
    desk.begin_attempt(entry.id, now()).unwrap();
    desk.accepted(entry.id, &changed(&order(1)), now()).unwrap();
    let own = [("accepted_mapping", false), ("queued_mapping", false)];
    assert_eq!(
        codes(&desk),
        own.map(|(code, told)| (code.to_owned(), told))
    );
    let activity = [told("a", 1, "mapped", Some(&entry.intent_id))];
    desk.put_activity(&order(1).id, &activity, now()).unwrap();
    assert_eq!(codes(&desk), [("mapped".to_owned(), true)]);
}

#[test]
fn decisions_stay_in_the_history() {
    let desk = desk();
    desk.import(&[order(1)]);
    let entry = desk.queue(&order(1), &confirmation()[..1]).remove(0);
    desk.begin_attempt(entry.id, now()).unwrap();
    desk.park(entry.id, &refusal("order_closed"), None, minutes(1))
        .unwrap();
    desk.take_back(&order(1).id, minutes(2)).unwrap();
    let timeline = desk.timeline(&order(1).id, 9).unwrap();
    let codes: Vec<_> = timeline.iter().map(|row| row.code.as_str()).collect();
    assert_eq!(codes, ["taken_back", "parked", "queued_mapping"]);
    assert_eq!(timeline[1].params["code"], "order_closed");
    assert_eq!(timeline[1].params["kind"], "mapping");
}

#[test]
fn activity_of_an_order_that_is_not_cached_is_let_go() {
    let desk = desk();
    desk.put_activity(&order(1).id, &[told("a", 1, "mapped", None)], now())
        .unwrap();
    desk.import(&[order(1)]);
    assert_eq!(codes(&desk), []);
}
