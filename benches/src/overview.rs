//! The overview over a million orders: what the page asks the store for, each time it is shown.

use std::time::{Duration, Instant};

use jiff::SignedDuration;
use serde_json::json;
use turnup_domain::Order;
use turnup_store::{OverviewQuery, Store};

use crate::figure::{Figure, percentile};
use crate::orders::{now, order};

const PAGE: u32 = 1_000;
const ROUNDS: usize = 50;
const MINUTES_OF_A_YEAR: i64 = 365 * 24 * 60;

/// 95th percentile, everything in memory.
pub fn measure(name: &str, count: u32) -> Figure {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("orders.db")).unwrap();
    for start in (0..count).step_by(PAGE as usize) {
        let page: Vec<_> = (start..count.min(start + PAGE)).map(worked_on).collect();
        store
            .import_orders(&page, &[], "cursor", u64::from(start), now())
            .unwrap();
    }
    let query = OverviewQuery {
        now: now(),
        last_day: "2026-12-19".parse().unwrap(),
        weeks: (-11..=1)
            .map(|week| now() + SignedDuration::from_hours(24 * 7 * week))
            .collect(),
    };
    assert_eq!(store.overview(&query).unwrap().orders, count);
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            store.overview(&query).unwrap();
            begun.elapsed()
        })
        .collect();
    Figure::new(name, percentile(&mut times, 95), "ms p95")
        .bar("≤ 50 ms", |value, _| value <= 50.0)
}

/// An order whose e-mail was sent at any minute of a year, with what its status goes with.
fn worked_on(number: u32) -> Order {
    let mut order = order(number);
    let minutes = i64::from(number).wrapping_mul(7_919) % MINUTES_OF_A_YEAR;
    let sent = now() - SignedDuration::from_mins(minutes);
    order.mail_sent_at = Some(sent);
    let confirmed = sent + SignedDuration::from_mins(minutes / 2);
    order.mapping = serde_json::from_value(json!({
        "customer": {"id": "org_1", "name": "Zurita"}, "by": "ana@andaluza.example",
        "at": confirmed, "intent_id": "int_1"
    }))
    .unwrap();
    order.operation = serde_json::from_value(json!({
        "id": "op_1", "order_id": order.id, "intent_id": "int_2", "state": "succeeded",
        "started_at": confirmed, "ended_at": confirmed, "steps": []
    }))
    .unwrap();
    order
}
