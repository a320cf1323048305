//! What is told when: tables over a given clock.
#![allow(clippy::unwrap_used)]

use turnup_store::AnsweredReview;

use super::*;
use crate::{
    Words,
    notices::{ABOUT, said},
};

const NOW: &str = "2026-11-23T09:40:00Z";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn moment(now: &str) -> Moment {
    Moment {
        now: at(now),
        zone: TimeZone::get("Europe/Madrid").unwrap(),
    }
}

fn wishes(about: &[&str]) -> Wishes {
    Wishes {
        on: true,
        about: about.iter().map(|word| (*word).to_owned()).collect(),
        quiet_at_night: true,
    }
}

fn order(n: u32) -> OrderName {
    OrderName {
        id: OrderId::new(format!("ord_{n}")),
        number: format!("4410-{n:06}").as_str().into(),
        customer: format!("Company {n}"),
    }
}

/// A deadline as the store finds it at an instant.
fn deadline(n: u32, closes: &str, told: Option<DeadlineStage>, now: &str) -> ToldDeadline {
    let zone = Some("Europe/Madrid");
    let found = deadline_of(&Status::AwaitingDetails, Some(at(closes)), zone, at(now));
    ToldDeadline {
        order: order(n),
        closes_at: at(closes),
        contact_zone: zone.map(str::to_owned),
        mailed_at: Some(at("2026-10-28T08:00:00Z")),
        told,
        passed: DeadlineStage::of(&found).unwrap(),
    }
}

fn deadlines(deadlines: Vec<ToldDeadline>) -> NoticeFacts {
    NoticeFacts {
        deadlines,
        ..NoticeFacts::default()
    }
}

fn english(summary: &Summary) -> (String, String) {
    let words = Words::of("en");
    (said::title(summary, &words), said::text(summary, &words))
}

#[test]
fn one_order_is_told_by_its_number_and_leads_to_it() {
    let table = [
        ("2026-11-22T22:59:59Z", "Order 4410-000001 is overdue"),
        ("2026-11-23T22:59:59Z", "Order 4410-000001 closes today"),
        ("2026-11-24T22:59:59Z", "Order 4410-000001 closes tomorrow"),
        ("2026-11-26T22:59:59Z", "Order 4410-000001 closes in 3 days"),
        ("2026-11-30T22:59:59Z", "Order 4410-000001 closes in 7 days"),
    ];
    for (closes, title) in table {
        let facts = deadlines(vec![deadline(1, closes, None, NOW)]);
        let plan = plan(facts, &Known::default(), &wishes(&ABOUT), &moment(NOW));
        let summary = plan.summary.unwrap();
        assert_eq!(
            english(&summary),
            (title.to_owned(), "Company 1".to_owned())
        );
        assert_eq!(summary.leads_to(), NoticeTarget::Order("ord_1".to_owned()));
        assert_eq!(plan.telling.deadlines.len(), 1, "{closes}");
    }
}

#[test]
fn whatever_comes_together_is_one_summary() {
    let mut all: Vec<_> = (1..=12)
        .map(|n| deadline(n, "2026-11-26T22:59:59Z", None, NOW))
        .collect();
    all.push(deadline(20, "2026-11-20T22:59:59Z", None, NOW));
    all.push(deadline(21, "2026-11-21T22:59:59Z", None, NOW));
    let facts = NoticeFacts {
        attention: vec![order(1)],
        asked: vec![(order(30), "rev_1".into())],
        ..deadlines(all)
    };
    let plan = plan(facts, &Known::default(), &wishes(&ABOUT), &moment(NOW));
    let summary = plan.summary.unwrap();
    let (title, text) = english(&summary);
    assert_eq!(title, "15 orders need you");
    assert_eq!(
        text,
        "2 overdue, 1 needs a decision, 12 close within 3 days, 1 to look over. \
         First: 4410-000020, Company 20"
    );
    assert_eq!(summary.leads_to(), NoticeTarget::View("inbox"));
    let french = Words::of("fr");
    assert_eq!(
        said::text(&summary, &french),
        "2 en retard, 1 attend une décision, 12 se closent dans les 3 jours, 1 à relire. \
         D’abord\u{a0}: 4410-000020, Company 20"
    );
    assert_eq!(plan.telling.deadlines.len(), 14);
}

#[test]
fn several_of_one_kind_lead_to_their_view() {
    let two = |closes: &str| {
        deadlines(vec![
            deadline(1, closes, None, NOW),
            deadline(2, closes, None, NOW),
        ])
    };
    let table = [
        (two("2026-11-20T22:59:59Z"), "overdue"),
        (two("2026-11-24T22:59:59Z"), "inbox"),
        (
            NoticeFacts {
                attention: vec![order(1), order(2)],
                ..NoticeFacts::default()
            },
            "needs_attention",
        ),
        (
            NoticeFacts {
                asked: vec![(order(1), "a".into()), (order(2), "b".into())],
                ..NoticeFacts::default()
            },
            "to_review",
        ),
    ];
    for (facts, view) in table {
        let plan = plan(facts, &Known::default(), &wishes(&ABOUT), &moment(NOW));
        assert_eq!(plan.summary.unwrap().leads_to(), NoticeTarget::View(view));
    }
}

#[test]
fn each_mark_is_told_to_whoever_wishes_to_hear_of_it() {
    use DeadlineStage::{Day, ThreeDays, Week};
    let short = "2026-11-20T08:00:00Z";
    let long = "2026-10-28T08:00:00Z";
    // closes, mailed, told before, wishes, told now
    type Case = (
        &'static str,
        &'static str,
        Option<DeadlineStage>,
        &'static [&'static str],
        bool,
    );
    let table: [Case; 12] = [
        ("2026-11-30T22:59:59Z", long, None, &["week"], true),
        (
            "2026-11-30T22:59:59Z",
            long,
            None,
            &["three_days", "overdue"],
            false,
        ),
        // Its window is a week: it arrives with it.
        ("2026-11-27T22:59:59Z", short, None, &ABOUT, false),
        ("2026-11-26T22:59:59Z", short, None, &ABOUT, true),
        ("2026-11-26T22:59:59Z", long, Some(Week), &["week"], false),
        (
            "2026-11-26T22:59:59Z",
            long,
            Some(Week),
            &["three_days"],
            true,
        ),
        // It slept through the third day.
        (
            "2026-11-24T22:59:59Z",
            long,
            Some(Week),
            &["three_days"],
            true,
        ),
        (
            "2026-11-24T22:59:59Z",
            long,
            Some(ThreeDays),
            &["three_days"],
            false,
        ),
        (
            "2026-11-24T22:59:59Z",
            long,
            Some(ThreeDays),
            &["day"],
            true,
        ),
        ("2026-11-22T22:59:59Z", long, Some(Day), &["overdue"], true),
        (
            "2026-11-22T22:59:59Z",
            long,
            None,
            &["week", "three_days", "day"],
            false,
        ),
        ("2026-11-22T22:59:59Z", long, None, &[], false),
    ];
    for (closes, mailed, told, about, expected) in table {
        let mut one = deadline(1, closes, told, NOW);
        one.mailed_at = Some(at(mailed));
        let plan = plan(
            deadlines(vec![one]),
            &Known::default(),
            &wishes(about),
            &moment(NOW),
        );
        assert_eq!(
            plan.summary.is_some(),
            expected,
            "{closes} {told:?} {about:?}"
        );
        assert_eq!(plan.telling.deadlines.len(), 1, "unwished counts as told");
    }
}

#[test]
fn nothing_is_told_at_night_nor_shortly_after_a_notice_nor_while_it_is_silent() {
    let last = |at_: &str| {
        Some(Last {
            at: at(at_),
            orders: Vec::new(),
        })
    };
    let silent = |until: &str| Known {
        silent_until: Some(at(until)),
        ..Known::default()
    };
    let after = |text: &str| Known {
        last: last(text),
        ..Known::default()
    };
    // now, what is known, told; Madrid is an hour ahead of UTC in winter, two in summer.
    let table = [
        ("2026-11-23T05:59:59Z", Known::default(), false),
        ("2026-11-23T06:00:00Z", Known::default(), true),
        ("2026-11-23T18:59:59Z", Known::default(), true),
        ("2026-11-23T19:00:00Z", Known::default(), false),
        ("2026-10-24T17:59:59Z", Known::default(), true),
        ("2026-10-24T18:00:00Z", Known::default(), false),
        ("2026-10-25T05:59:59Z", Known::default(), false),
        ("2026-10-25T06:00:00Z", Known::default(), true),
        (NOW, silent("2026-11-23T09:40:01Z"), false),
        (NOW, silent("2026-11-23T09:40:00Z"), true),
        (NOW, after("2026-11-23T09:31:00Z"), false),
        (NOW, after("2026-11-23T09:30:00Z"), true),
        // The clock was set back since.
        (NOW, after("2026-11-24T09:30:00Z"), true),
    ];
    for (now, known, expected) in table {
        let facts = deadlines(vec![deadline(1, "2026-10-20T22:59:59Z", None, now)]);
        let plan = plan(facts, &known, &wishes(&ABOUT), &moment(now));
        assert_eq!(plan.summary.is_some(), expected, "{now} {known:?}");
        // What was not said is not told.
        assert_eq!(plan.telling.deadlines.is_empty(), !expected, "{now}");
    }
    let awake = Wishes {
        quiet_at_night: false,
        ..wishes(&ABOUT)
    };
    let off = Wishes {
        on: false,
        ..wishes(&ABOUT)
    };
    let night = "2026-11-23T02:00:00Z";
    let facts = || deadlines(vec![deadline(1, "2026-11-20T22:59:59Z", None, NOW)]);
    let said =
        |wishes: &Wishes, now| plan(facts(), &Known::default(), wishes, &moment(now)).summary;
    assert!(said(&awake, night).is_some());
    assert!(said(&off, NOW).is_none());
}

#[test]
fn a_snoozed_order_is_silent_until_then_and_told_again() {
    let snoozed = |until: &str| Known {
        snoozed: [(order(1).id, at(until))].into(),
        ..Known::default()
    };
    let facts = || NoticeFacts {
        attention: vec![order(1), order(2)],
        ..deadlines(vec![deadline(1, "2026-11-24T22:59:59Z", None, NOW)])
    };
    let wishes = wishes(&ABOUT);
    let asleep = plan(
        facts(),
        &snoozed("2026-11-23T10:00:00Z"),
        &wishes,
        &moment(NOW),
    );
    let summary = asleep.summary.unwrap();
    assert_eq!(summary.orders, 1);
    assert_eq!(summary.first.1, order(2));
    assert_eq!(asleep.telling.deadlines, []);
    assert!(!asleep.telling.settings.contains_key("snooze.ord_1"));

    let awake = plan(facts(), &snoozed(NOW), &wishes, &moment(NOW));
    assert_eq!(awake.summary.unwrap().orders, 2);
    assert_eq!(awake.telling.settings["snooze.ord_1"], None);
    assert_eq!(awake.telling.deadlines.len(), 1);
}

#[test]
fn the_rest_is_told_once_and_anew_when_it_is_another_time() {
    let answered = |review: &str, approved| AnsweredReview {
        order: order(3),
        review: review.to_owned(),
        approved,
    };
    let facts = |review: &str| NoticeFacts {
        attention: vec![order(1)],
        asked: vec![(order(2), "rev_a".into())],
        answered: vec![answered(review, true)],
        ..NoticeFacts::default()
    };
    let reminders = |on: &str| vec![(order(4), on.to_owned())];
    let wishes = wishes(&ABOUT);
    let begin = Known {
        reminders: reminders("2026-11-23"),
        ..Known::default()
    };
    let first = plan(facts("rev_b"), &begin, &wishes, &moment(NOW));
    let summary = first.summary.unwrap();
    assert_eq!(summary.orders, 4);
    assert_eq!(
        english(&summary).1,
        "1 needs a decision, 1 to look over, 1 approved, 1 reminder. \
         First: 4410-000001, Company 1"
    );
    let told = |telling: &Telling| -> BTreeMap<String, String> {
        let marks = telling.settings.iter();
        marks
            .filter(|(key, _)| key.starts_with(TOLD))
            .filter_map(|(key, mark)| Some((key.clone(), mark.clone()?)))
            .collect()
    };
    // As after a restart: nothing is known but what was written.
    let later = moment("2026-11-23T10:40:00Z");
    let same = Known {
        told: told(&first.telling),
        ..begin.clone()
    };
    let again = plan(facts("rev_b"), &same, &wishes, &later);
    assert_eq!(again.summary, None);
    assert_eq!(again.telling, Telling::default());
    // Another review was answered, another day was chosen; what needed a decision has it.
    let other = Known {
        reminders: reminders("2026-11-24"),
        ..same.clone()
    };
    let mut changed = facts("rev_c");
    changed.attention.clear();
    let anew = plan(changed, &other, &wishes, &later);
    assert_eq!(anew.summary.unwrap().orders, 2);
    assert_eq!(anew.telling.settings["told.attention.ord_1"], None);
    // Refused once more, it is told once more.
    let mut known = same;
    known.told.remove("told.attention.ord_1");
    let once_more = plan(facts("rev_b"), &known, &wishes, &later);
    assert_eq!(once_more.summary.unwrap().first.1, order(1));
}

#[test]
fn the_orders_of_a_notice_are_kept_so_that_it_can_be_told_again() {
    let many = |count: u32| {
        let all = (1..=count).map(|n| deadline(n, "2026-11-20T22:59:59Z", None, NOW));
        let plan = plan(
            deadlines(all.collect()),
            &Known::default(),
            &wishes(&ABOUT),
            &moment(NOW),
        );
        let last = plan.telling.settings[LAST].clone().unwrap();
        serde_json::from_str::<Last>(&last).unwrap()
    };
    assert_eq!(many(2).orders, ["ord_1", "ord_2"]);
    assert_eq!(many(2).at, at(NOW));
    assert_eq!(many(501).orders, [""; 0]);
}
