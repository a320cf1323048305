//! The figures over all orders, one by one.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, civil::Date};
use serde_json::json;
use turnup_domain::{Order, OrderId, Status};

use super::samples::{Desk, confirmation, desk, minutes, now, order, refusal};
use crate::{AGES, DraftsAtStep, FailedOrders, Overview, OverviewQuery, RefusedActs};

const WEEK: SignedDuration = SignedDuration::from_hours(24 * 7);

pub(super) fn query() -> OverviewQuery {
    at(now())
}

pub(super) fn at(now: Timestamp) -> OverviewQuery {
    let monday: Timestamp = "2026-11-15T23:00:00Z".parse().unwrap();
    OverviewQuery {
        now,
        last_day: day("2026-12-19"),
        weeks: (-11..=1).map(|week| monday + WEEK * week).collect(),
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn figures(desk: &Desk) -> Overview {
    desk.overview(&query()).unwrap()
}

/// How many are open with this word on them, by age.
fn ages(overview: &Overview, badge: &str) -> Vec<u32> {
    let open = overview.open.iter().find(|open| open.badge == badge);
    open.map_or_else(Vec::new, |open| open.by_age.to_vec())
}

fn days_ago(days: i64, minutes: i64) -> Timestamp {
    now() - SignedDuration::from_hours(24 * days) - SignedDuration::from_mins(minutes)
}

/// An order further on, with the mapping and the operation that its status goes with.
fn further_on(n: u32, status: &str) -> Order {
    let mut order = order(n);
    order.status = Status::from(status);
    order.mapping = serde_json::from_value(json!({
        "customer": {"id": "org_1", "name": "Zurita"}, "by": "ana@andaluza.example",
        "at": days_ago(9, i64::from(n)), "intent_id": "int_1"
    }))
    .unwrap();
    order
}

pub(super) fn worked_on(n: u32, status: &str, ended: Option<Timestamp>, problem: &str) -> Order {
    let mut order = further_on(n, status);
    let failed = !problem.is_empty();
    order.operation = serde_json::from_value(json!({
        "id": "op_1", "order_id": order.id, "intent_id": "int_2",
        "state": if failed { "failed" } else { "succeeded" },
        "started_at": days_ago(2, i64::from(n)), "ended_at": ended,
        "steps": [
            {"code": "create_site", "service": "meetings", "subject": "zurita",
             "state": "succeeded"},
            {"code": "assign_licenses", "service": "meetings", "subject": "zurita",
             "state": if failed { "failed" } else { "succeeded" },
             "problems": if failed { json!([{"pointer": "", "code": problem}]) } else { json!([]) }}
        ],
    }))
    .unwrap();
    order
}

#[test]
fn without_orders_every_figure_is_nought() {
    let desk = desk();
    let overview = figures(&desk);
    assert_eq!((overview.orders, overview.closing.overdue), (0, 0));
    assert_eq!(overview.provisioned.weeks.len(), 12);
    assert!(overview.open.is_empty() && overview.closing.days.is_empty());
    assert!(overview.refused.is_empty() && overview.failed.is_empty());
}

#[test]
fn an_age_begins_to_the_minute_so_many_days_after_the_e_mail() {
    let desk = desk();
    let mut orders = Vec::new();
    for (n, days) in (0_u32..).zip(AGES) {
        for (m, minutes) in (0_u32..).zip([-1, 0, 1]) {
            let mut order = order(n * 3 + m);
            order.mail_sent_at = Some(days_ago(i64::from(days), minutes));
            orders.push(order);
        }
    }
    orders.push(order(90));
    desk.import(&orders);
    let overview = figures(&desk);
    // Of each cut, one is a minute younger and two are older.
    assert_eq!(ages(&overview, "awaiting_details"), [1, 3, 3, 3, 2]);
    assert_eq!(overview.open[0].age_unknown, 1);
    assert_eq!(overview.open[0].orders(), 13);
}

#[test]
fn the_state_is_the_one_word_on_the_order_and_only_open_ones_count() {
    let desk = desk();
    let mut orders: Vec<Order> = (0..6).map(order).collect();
    for order in &mut orders {
        order.mail_sent_at = Some(days_ago(1, 0));
    }
    orders[4].status = Status::Closed;
    orders[5].status = Status::Provisioned;
    desk.import(&orders);
    desk.draft(&orders[0]);
    desk.queue(&orders[1], &confirmation());
    let overview = figures(&desk);
    let said: Vec<_> = overview
        .open
        .iter()
        .map(|open| (open.badge.as_str(), open.orders()))
        .collect();
    assert_eq!(said, [("queued", 1), ("draft", 1), ("awaiting_details", 2)]);
    assert_eq!(overview.orders, 6);
}

#[test]
fn a_day_is_the_contacts_and_what_has_passed_is_overdue() {
    let desk = desk();
    let now = "2026-11-22T12:00:30Z".parse().unwrap();
    let cases = [
        // Still the 22nd in Madrid, the 23rd in Auckland already.
        ("2026-11-22T22:59:59Z", Some("Europe/Madrid"), "2026-11-22"),
        (
            "2026-11-23T10:59:59Z",
            Some("Pacific/Auckland"),
            "2026-11-23",
        ),
        (
            "2026-11-22T22:59:59Z",
            Some("Pacific/Auckland"),
            "2026-11-23",
        ),
        // Within the quarter of an hour that goes on.
        ("2026-11-22T12:00:29Z", None, "overdue"),
        ("2026-11-22T12:00:31Z", None, "2026-11-22"),
        ("2026-11-22T11:59:59Z", None, "overdue"),
        ("2026-11-01T11:59:59Z", Some("No/Where"), "overdue"),
        ("2026-12-19T22:00:00Z", None, "2026-12-19"),
        ("2026-12-20T00:00:00Z", None, "later"),
    ];
    let orders: Vec<Order> = (0_u32..)
        .zip(cases)
        .map(|(n, (closes_at, zone, _))| {
            let mut order = order(n);
            order.closes_at = Some(closes_at.parse().unwrap());
            order.contact.time_zone = zone.map(str::to_owned);
            order
        })
        .collect();
    desk.import(&orders);
    // What is mapped does not close any more.
    let mut mapped = further_on(50, "mapped");
    mapped.closes_at = Some("2026-11-01T11:59:59Z".parse().unwrap());
    desk.import(&[mapped]);
    let mut expected: BTreeMap<String, u32> = BTreeMap::new();
    for (_, _, where_to) in cases {
        *expected.entry(where_to.to_owned()).or_default() += 1;
    }
    let closing = desk.overview(&at(now)).unwrap().closing;
    let mut found: BTreeMap<String, u32> = closing
        .days
        .iter()
        .map(|day| (day.day.to_string(), day.orders))
        .collect();
    found.insert("overdue".into(), closing.overdue);
    found.insert("later".into(), closing.later);
    assert_eq!(found, expected);
}

#[test]
fn a_week_holds_what_the_service_ended_in_it_and_nobody_makes_up_a_time() {
    let desk = desk();
    let time = |text: &str| Some(text.parse().unwrap());
    desk.import(&[
        worked_on(1, "provisioned", time("2026-11-15T23:00:00Z"), ""),
        worked_on(2, "provisioned", time("2026-11-15T22:59:59Z"), ""),
        worked_on(
            3,
            "provisioned_with_errors",
            time("2026-11-20T10:00:00Z"),
            "x",
        ),
        worked_on(4, "provisioned", None, ""),
        further_on(5, "provisioned"),
        // Before the first week, and not provisioned at all.
        worked_on(6, "provisioned", time("2026-08-30T21:59:59Z"), ""),
        worked_on(7, "failed", time("2026-11-20T10:00:00Z"), "x"),
        worked_on(8, "provisioning", None, ""),
    ]);
    let provisioned = figures(&desk).provisioned;
    let told: Vec<_> = provisioned
        .weeks
        .iter()
        .map(|week| (week.whole, week.with_errors))
        .filter(|week| *week != (0, 0))
        .collect();
    assert_eq!(told, [(1, 0), (1, 1)]);
    assert_eq!(provisioned.undated, 2);
}

#[test]
fn the_order_that_waits_longest_is_named_with_the_moment_its_state_began() {
    let desk = desk();
    let mut waiting = order(1);
    waiting.mail_sent_at = Some(days_ago(4, 0));
    let mut older = order(2);
    older.mail_sent_at = Some(days_ago(6, 0));
    desk.import(&[
        waiting,
        older.clone(),
        order(3),
        further_on(4, "awaiting_approval"),
        further_on(5, "awaiting_approval"),
        worked_on(6, "provisioning", None, ""),
        order(7),
        order(8),
    ]);
    desk.store
        .save_draft(&order(7).id, &Default::default(), 7, None, minutes(-90))
        .unwrap();
    let entry = desk.queue(&order(8), &confirmation())[0].clone();
    desk.begin_attempt(entry.id, now()).unwrap();
    desk.park(entry.id, &refusal("site_name_taken"), None, now())
        .unwrap();
    let overview = figures(&desk);
    let told: BTreeMap<_, _> = overview
        .waiting
        .iter()
        .map(|waiting| {
            let longest = waiting.longest.as_ref();
            let told = longest.map(|longest| (longest.order.id.to_string(), longest.since));
            (waiting.badge.as_str(), (waiting.orders, told))
        })
        .collect();
    let told_of = |n: u32, since: Timestamp| Some((order(n).id.to_string(), since));
    assert_eq!(
        told,
        BTreeMap::from([
            ("awaiting_details", (3, told_of(2, days_ago(6, 0)))),
            ("awaiting_approval", (2, told_of(5, days_ago(9, 5)))),
            ("provisioning", (1, told_of(6, days_ago(2, 6)))),
            ("draft", (1, told_of(7, minutes(-90)))),
            ("needs_attention", (1, told_of(8, now()))),
        ])
    );
    assert_eq!(older.id, OrderId::from("ord_000002"));
}

#[test]
fn drafts_are_counted_by_the_step_they_stand_on() {
    let desk = desk();
    desk.import(&[order(1), order(2), order(3)]);
    desk.draft(&order(1));
    desk.draft(&order(2));
    let steps = figures(&desk).drafts;
    let expected = DraftsAtStep {
        step: "meetings".into(),
        orders: 2,
    };
    assert_eq!(steps, [expected]);
}

#[test]
fn causes_are_counted_by_code_the_most_first() {
    let desk = desk();
    desk.import(&[
        worked_on(1, "failed", Some(now()), "provisioning_step_failed"),
        worked_on(2, "failed", Some(now()), "site_name_taken"),
        worked_on(3, "provisioned_with_errors", Some(now()), "site_name_taken"),
        // A service that names no step still names the service's problem, or nothing at all.
        further_on(4, "failed"),
        // Retried since.
        worked_on(5, "provisioning", None, "site_name_taken"),
        order(6),
        order(7),
        order(8),
    ]);
    for (n, code) in [
        (6, "revision_conflict"),
        (7, "revision_conflict"),
        (8, "forbidden"),
    ] {
        let entry = desk.queue(&order(n), &confirmation())[0].clone();
        desk.begin_attempt(entry.id, now()).unwrap();
        desk.park(entry.id, &refusal(code), None, now()).unwrap();
    }
    let overview = figures(&desk);
    let failed = |step: &str, code: &str, orders| FailedOrders {
        step: step.into(),
        code: code.into(),
        orders,
    };
    assert_eq!(
        overview.failed,
        [
            failed("assign_licenses", "site_name_taken", 2),
            failed("", "", 1),
            failed("assign_licenses", "provisioning_step_failed", 1),
        ]
    );
    let refused = |code: &str, acts| RefusedActs {
        code: code.into(),
        acts,
    };
    assert_eq!(
        overview.refused,
        [refused("revision_conflict", 2), refused("forbidden", 1)]
    );
}
