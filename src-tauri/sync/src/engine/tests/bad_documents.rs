//! Documents that say what cannot be: each order is kept once and right, or nothing is.

use serde_json::json;
use turnup_contract::{Me, code};
use turnup_domain::state::{Urgency, deadline};

use super::{
    wire::{Wire, document, gone, with},
    *,
};
use crate::http::fake_server::{Reply, Seen};

#[tokio::test]
async fn whatever_is_said_twice_or_backwards_is_kept_once_and_at_its_newest() {
    let one = |revision| document("ord_1", revision);
    let two = || document("ord_2", 1);
    let namesake = || with(two(), "number", "4410-ord_1");
    let table = [
        (
            "every item twice",
            vec![vec![one(1), two(), one(1), two()]],
            vec![("ord_1", 1), ("ord_2", 1)],
        ),
        (
            "every page twice",
            vec![vec![one(1)], vec![one(1)], vec![two()], vec![two()]],
            vec![("ord_1", 1), ("ord_2", 1)],
        ),
        (
            "backwards in a page",
            vec![vec![one(3), one(2)]],
            vec![("ord_1", 3)],
        ),
        (
            "backwards on the next page",
            vec![vec![one(3)], vec![one(2)]],
            vec![("ord_1", 3)],
        ),
        (
            "two orders of one number",
            vec![vec![one(1), namesake()]],
            vec![("ord_1", 1), ("ord_2", 1)],
        ),
        (
            "gone, and there as it was",
            vec![vec![one(1)], vec![gone("ord_1")], vec![one(1)]],
            vec![("ord_1", 1)],
        ),
        (
            "gone twice, and never there",
            vec![vec![gone("ord_9"), gone("ord_9")]],
            vec![],
        ),
        (
            "a document that says that it is not deleted",
            vec![vec![with(one(1), "deleted", false)]],
            vec![("ord_1", 1)],
        ),
        (
            "the largest numbers there are",
            vec![vec![with(one(u64::MAX), "sequence", u64::MAX)]],
            vec![("ord_1", u64::MAX)],
        ),
    ];
    for (name, pages, expected) in table {
        let wire = Wire::begin().await;
        wire.feed(&pages);
        for _ in 0..2 {
            wire.run().await.unwrap();
            let kept = wire.store.order_count().unwrap();
            assert_eq!(kept, expected.len() as u64, "{name}");
            for (id, revision) in &expected {
                let stored = wire.stored(id).unwrap();
                let found = (stored.order.revision, stored.gone);
                assert_eq!(found, (*revision, false), "{name}");
            }
        }
    }
}

#[tokio::test]
async fn the_ends_of_the_calendar_are_kept_as_they_came_and_judged() {
    let table = [
        ("-009999-01-02T01:59:59Z", "-009999-01-01", Urgency::Overdue),
        ("0000-01-01T00:00:00Z", "0000-01-01", Urgency::Overdue),
        ("9999-12-30T22:00:00.999999999Z", "9999-12-31", Urgency::Far),
    ];
    for (time, day, urgency) in table {
        for zone in ["Pacific/Kiritimati", "Etc/GMT+12", "No/Where"] {
            let wire = Wire::begin().await;
            let mut told = with(document("ord_1", 1), "requested_start", day);
            told["mail_sent_at"] = time.into();
            told["closes_at"] = time.into();
            told["contact"]["time_zone"] = zone.into();
            wire.feed(&[vec![told.clone()]]);
            wire.run().await.unwrap();
            let stored = wire.stored("ord_1").unwrap();
            let kept = to_value(&stored.order).unwrap();
            for member in ["requested_start", "mail_sent_at", "closes_at"] {
                assert_eq!(kept[member], told[member], "{time} {zone}");
            }
            let judged = deadline(&stored.order, wire.clock.now());
            assert_eq!(judged.urgency, urgency, "{time} {zone}");
        }
    }
}

#[tokio::test]
async fn a_page_with_a_day_that_is_none_is_refused_whole_and_healed_by_the_next_one() {
    for (member, value) in [
        ("closes_at", "10000-01-01T00:00:00Z"),
        ("closes_at", "2026-11-22T25:00:00Z"),
        ("requested_start", "2026-02-30"),
        ("requested_start", "0000-00-00"),
        ("mail_sent_at", ""),
    ] {
        let wire = Wire::begin().await;
        let good = [document("ord_1", 1), document("ord_2", 1)];
        let bad = with(document("ord_2", 1), member, value);
        wire.feed(&[vec![good[0].clone(), bad]]);
        let stop = wire.run().await.unwrap_err();
        assert!(matches!(stop, SyncStop::NotThisProtocol { .. }), "{stop:?}");
        assert_eq!(wire.store.order_count().unwrap(), 0, "{member} {value}");
        assert_eq!(wire.store.orders_cursor().unwrap(), None);
        wire.feed(&[good.to_vec()]);
        wire.run().await.unwrap();
        assert_eq!(wire.store.order_count().unwrap(), 2);
    }
}

#[tokio::test]
async fn cursors_that_lead_in_a_circle_end_the_run_and_the_next_good_page_heals_it() {
    for circle in [&["a"][..], &["a", "b", "c"]] {
        let wire = Wire::begin().await;
        let page = |next: &str| {
            json!({ "items": [document("ord_1", 1)], "next_cursor": next, "has_more": true,
                    "as_of": 1 })
        };
        let nexts = circle.iter().skip(1).chain([&circle[0]]);
        for (cursor, next) in circle.iter().zip(nexts) {
            wire.says().pages.insert((*cursor).into(), page(next));
        }
        wire.says().pages.insert(String::new(), page(circle[0]));
        let stop = wire.run().await.unwrap_err();
        assert!(matches!(stop, SyncStop::NotThisProtocol { .. }), "{stop:?}");
        let feeds = |seen: &&Seen| seen.target.starts_with("/v1/orders?");
        let asked = wire.server.seen().iter().filter(feeds).count();
        assert_eq!(asked, circle.len() + 1);
        wire.says().pages.clear();
        wire.run().await.unwrap();
        assert_eq!(wire.store.order_count().unwrap(), 1);
    }
}

#[tokio::test]
async fn an_order_that_is_answered_with_another_one_changes_neither() {
    let wire = Wire::begin().await;
    wire.feed(&[vec![document("ord_1", 1), document("ord_2", 1)]]);
    wire.run().await.unwrap();
    wire.engine.follow(&"ord_1".into());
    let other = with(document("ord_2", 7), "note", "of another");
    let reply = Reply::json(200, &other.to_string());
    let path = "GET /v1/orders/ord_1";
    wire.says().answers.insert(path.into(), reply);
    let stop = wire.run().await.unwrap_err();
    assert!(matches!(stop, SyncStop::NotThisProtocol { .. }), "{stop:?}");
    for id in ["ord_1", "ord_2"] {
        assert_eq!(wire.stored(id).unwrap().order, order(id, 1));
    }
    let right = Reply::json(200, &document("ord_1", 2).to_string());
    wire.says().answers.insert(path.into(), right);
    wire.run().await.unwrap();
    assert_eq!(wire.stored("ord_1").unwrap().order.revision, 2);
}

#[tokio::test]
async fn a_packed_answer_that_breaks_off_leaves_the_outcome_of_a_write_unknown() {
    for status in [200, 409, 412, 422] {
        let wire = Wire::begin().await;
        wire.feed(&[vec![document("ord_1", 1)]]);
        wire.run().await.unwrap();
        let act = [note_act("hello")];
        let (order, now) = (order("ord_1", 1), wire.clock.now());
        wire.store.enqueue(&order, &act, None, "a", now).unwrap();
        let done = with(document("ord_1", 2), "note", "hello").to_string();
        let written = "PUT /v1/orders/ord_1/notes";
        let broken = Reply::packed(status, &done).cut(8);
        wire.says().answers.insert(written.into(), broken);
        wire.run().await.unwrap();
        let entry = wire.stored("ord_1").unwrap().outbox.remove(0);
        assert!(entry.unknown_outcome, "{status}: {entry:?}");
        // It was done: whoever asks sees it.
        let shown = Reply::json(200, &done);
        wire.says()
            .answers
            .insert("GET /v1/orders/ord_1".into(), shown);
        wire.run().await.unwrap();
        let stored = wire.stored("ord_1").unwrap();
        assert_eq!(
            (stored.outbox.len(), stored.order.note.as_str()),
            (0, "hello")
        );
        assert_eq!(wire.server.asked("/v1/orders/ord_1/notes"), 1, "{status}");
    }
}

#[tokio::test]
async fn a_conflict_that_is_about_another_order_settles_nothing() {
    let desk = Desk::with_orders(2).await;
    // The other order says already what is wanted of this one.
    desk.service
        .change("ord_2", |order| order.note = "hello".into());
    desk.queue("ord_1", &[note_act("hello")], None);
    let current = Some(Box::new(desk.service.order_now("ord_2")));
    let problem = ProblemBody {
        current,
        ..ProblemBody::of(code::REVISION_CONFLICT)
    };
    let conflict = CallError::Problem {
        status: 412,
        problem: Box::new(problem),
        retry_after: None,
    };
    desk.service.fail("put_note", [Fault::Before(conflict)]);
    desk.run().await.unwrap();
    desk.run_later().await.unwrap();
    assert_eq!(desk.service.acts(), ["note ord_1"]);
    desk.assert_settled("ord_1");
    desk.assert_settled("ord_2");
}

#[tokio::test]
async fn nothing_is_sent_while_the_service_says_that_somebody_else_is_signed_in() {
    let somebody = |id: &str, email: &str| {
        let me = json!({ "id": id, "email": email, "name": "" });
        Some(serde_json::from_value::<Me>(me).unwrap())
    };
    let table = [
        ("op_2", "bo@andaluza.example", false),
        // The same person, who moved or was registered anew.
        ("op_1", "ana@new.example", true),
        ("op_2", "Ana@andaluza.example", true),
    ];
    for (id, email, sends) in table {
        let desk = Desk::with_orders(1).await;
        desk.queue("ord_1", &[note_act("hello")], None);
        desk.service.state().me = somebody(id, email);
        let ended = desk.run().await;
        assert_eq!(ended.is_ok(), sends, "{id} {email}");
        assert_eq!(desk.service.calls("put_note"), usize::from(sends));
        if !sends {
            assert!(matches!(ended, Err(SyncStop::SignedOut)));
            // Back as oneself, it goes on.
            desk.service.state().me = None;
            desk.run_later().await.unwrap();
        }
        assert_eq!(desk.service.acts(), ["note ord_1"], "{id} {email}");
    }
}
