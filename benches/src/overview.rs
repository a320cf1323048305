//! The overview over a million orders: what the page asks the store for, each time it is shown.

use std::path::Path;
use std::time::{Duration, Instant};

use jiff::SignedDuration;
use serde_json::json;
use turnup_domain::Order;
use turnup_store::{OverviewQuery, Store};

use crate::figure::{Figure, Spread};
use crate::orders::{now, order};

const PAGE: u32 = 1_000;
const WARM_UP: usize = 5;
const ROUNDS: usize = 50;
/// It takes long: some are enough to know it.
const COUNTED: usize = 5;
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
    let times: Vec<Duration> = (0..WARM_UP + ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            store.overview(&query).unwrap();
            begun.elapsed()
        })
        .collect();
    let times = Spread::of_times(&times[WARM_UP..]);
    Figure::p95(name, "all counts of the overview page", times)
        .beside_many(
            "counting the rows",
            counted(&folder.path().join("orders.db")),
        )
        .bar("≤ 50 ms", times.p95 <= 50.0)
}

/// One of the page's numbers, how many orders are at which stage, by counting the rows.
fn counted(path: &Path) -> Spread {
    let connection = rusqlite::Connection::open(path).unwrap();
    let times: Vec<Duration> = (0..COUNTED)
        .map(|_| {
            let begun = Instant::now();
            let mut rows = connection
                .prepare_cached("SELECT stage, count(*) FROM orders NOT INDEXED GROUP BY stage")
                .unwrap();
            let stages = rows.query_map([], |row| row.get::<_, i64>(1)).unwrap();
            assert!(stages.map(Result::unwrap).sum::<i64>() > 0);
            begun.elapsed()
        })
        .collect();
    Spread::of_times(&times)
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
