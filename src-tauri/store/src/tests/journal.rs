//! The journal and the service's activity as one timeline.

use serde_json::json;
use turnup_domain::{IntentId, order::ActivityEntry, problem::Params};

use super::samples::{ME, changed, company, confirmation, desk, minutes, now, order, refusal};
use crate::{JournalQuery, Store};

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
    let own = [
        ("accepted_mapping", false),
        ("sent_mapping", false),
        ("queued_mapping", false),
    ];
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
    desk.take_back(entry.id, minutes(2)).unwrap();
    let timeline = desk.timeline(&order(1).id, 9).unwrap();
    let codes: Vec<_> = timeline.iter().map(|row| row.code.as_str()).collect();
    assert_eq!(
        codes,
        ["taken_back", "parked", "sent_mapping", "queued_mapping"]
    );
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

#[test]
fn the_journal_is_read_page_by_page_and_filtered_by_every_side_of_a_line() {
    let desk = desk();
    desk.import(&[company(1, "Zürcher Käse", "Zürich"), order(2)]);
    let entry = desk.queue(&order(1), &confirmation()[..1]).remove(0);
    desk.begin_attempt(entry.id, minutes(1)).unwrap();
    desk.park(entry.id, &refusal("order_closed"), None, minutes(2))
        .unwrap();
    desk.record(
        Some(&order(2).id),
        "luis@andaluza.example",
        "draft_started",
        &Params::new(),
        minutes(3),
    )
    .unwrap();
    desk.record(None, "", "sample_left", &Params::new(), minutes(4))
        .unwrap();

    let codes = |query: JournalQuery| -> Vec<String> {
        let page = desk.store.journal(&query, 9).unwrap();
        assert!(!page.more);
        page.rows.into_iter().map(|row| row.code).collect()
    };
    let all = [
        "sample_left",
        "draft_started",
        "parked",
        "sent_mapping",
        "queued_mapping",
    ];
    let text = |text: &str| JournalQuery {
        text: text.to_owned(),
        ..Default::default()
    };
    let number = order(2).number.to_string();
    let cases: [(&str, JournalQuery, &[&str]); 8] = [
        ("all", JournalQuery::default(), &all),
        ("actor", text("LUIS@"), &all[1..2]),
        ("number", text(&number), &all[1..2]),
        ("customer, without accents", text("zurcher kase"), &all[2..]),
        ("nothing", text("%"), &[]),
        (
            "codes",
            JournalQuery {
                codes: vec!["queued_*".into(), "parked".into()],
                ..Default::default()
            },
            &["parked", "queued_mapping"],
        ),
        (
            "one order",
            JournalQuery {
                order: Some(order(1).id),
                ..Default::default()
            },
            &all[2..],
        ),
        (
            "a period",
            JournalQuery {
                since: Some(minutes(1)),
                until: Some(minutes(3)),
                ..Default::default()
            },
            &all[2..4],
        ),
    ];
    for (name, query, expected) in cases {
        assert_eq!(codes(query), expected, "{name}");
    }

    let first = desk.store.journal(&JournalQuery::default(), 2).unwrap();
    assert!(first.more);
    let next = JournalQuery {
        before: Some(first.rows[1].id),
        ..Default::default()
    };
    assert_eq!(codes(next), &all[2..]);
    assert_eq!(first.rows[0].number, None);
    assert_eq!(first.rows[1].number, Some(order(2).number));
}
