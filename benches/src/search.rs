//! Search as one types: what the list asks the store after each key, beside plain `LIKE`.

use std::path::Path;
use std::time::{Duration, Instant};

use turnup_domain::state::View;
use turnup_store::{ListQuery, Sort, Store};

use crate::figure::{Figure, percentile};
use crate::orders::{OPERATOR, now, order};

const PAGE: u32 = 1_000;

/// What people type, letter by letter.
const TYPED: [&str; 18] = [
    "zurita logistics",
    "boveda tele",
    "muller",
    "orsted foods",
    "ana ruiz sevilla",
    "office@helios471.example",
    "4410-01234",
    "sub-es1234",
    "koln steel",
    "pacific media",
    "consulting",
    "granite design paris",
    "logistics gmbh",
    "aarhus",
    "vector99",
    "telecom inc",
    "norte motors ab",
    "travel wien",
];

/// 95th percentile over all keystrokes.
pub fn measure(name: &str, count: u32) -> Figure {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("orders.db")).unwrap();
    let plain = plain_table(&folder.path().join("plain.db"));
    for start in (0..count).step_by(PAGE as usize) {
        let page: Vec<_> = (start..count.min(start + PAGE)).map(order).collect();
        store
            .import_orders(&page, &[], "cursor", u64::from(start), now())
            .unwrap();
        let transaction = plain.unchecked_transaction().unwrap();
        for order in &page {
            let customer = &order.end_customer;
            plain
                .prepare_cached("INSERT INTO orders (number, words) VALUES (?1, ?2)")
                .unwrap()
                .execute((
                    order.number.as_str(),
                    format!(
                        "{} {} {}",
                        customer.company, customer.city, order.subscription
                    ),
                ))
                .unwrap();
        }
        transaction.commit().unwrap();
    }
    let texts: Vec<String> = TYPED.iter().flat_map(|text| prefixes(text)).collect();
    let mut ours: Vec<Duration> = texts
        .iter()
        .map(|text| timed(|| ask(&store, text)))
        .collect();
    // Every tenth is enough to know the peer: it reads every row each time.
    let mut theirs: Vec<Duration> = texts
        .iter()
        .step_by(10)
        .map(|text| timed(|| like(&plain, text)))
        .collect();
    Figure::new(name, percentile(&mut ours, 95), "ms p95")
        .beside("LIKE", percentile(&mut theirs, 95))
        .bar("≤ 10 ms", |value, _| value <= 10.0)
}

fn prefixes(text: &'static str) -> impl Iterator<Item = String> {
    (1..=text.chars().count()).map(move |end| text.chars().take(end).collect())
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn ask(store: &Store, text: &str) {
    let query = ListQuery {
        view: View::All,
        text: text.to_owned(),
        states: Vec::new(),
        services: Vec::new(),
        sort: Sort::Deadline,
        descending: false,
        offset: 0,
        limit: 60,
        operator_email: OPERATOR.to_owned(),
        now: now(),
    };
    store.list(&query).unwrap();
}

fn plain_table(path: &Path) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL;
             CREATE TABLE orders (id INTEGER PRIMARY KEY, number TEXT NOT NULL, words TEXT NOT NULL)
             STRICT;",
        )
        .unwrap();
    connection
}

fn like(connection: &rusqlite::Connection, text: &str) {
    let mut rows = connection
        .prepare_cached(
            "SELECT id FROM orders WHERE number LIKE ?1 OR words LIKE ?1 ORDER BY id LIMIT 60",
        )
        .unwrap();
    rows.query_map([format!("%{text}%")], |row| row.get::<_, i64>(0))
        .unwrap()
        .for_each(|id| assert!(id.unwrap() > 0));
}
