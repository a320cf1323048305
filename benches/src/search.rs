//! Search as one types: what the list asks the store after each key, beside plain `LIKE`.

use std::path::Path;
use std::time::{Duration, Instant};

use turnup_domain::state::View;
use turnup_store::{ListQuery, Sort, Store};

use crate::figure::{Figure, percentile};
use crate::orders::{OPERATOR, now, order};

const PAGE: u32 = 1_000;

/// What people type, letter by letter; more of it is made from the orders themselves.
const TYPED: [&str; 24] = [
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
    "state:provisioning zurita",
    "due:<3d sevilla",
    "-foods zurita country:es",
    "customer:\"granite design\"",
    "is:open has:deadline telecom",
    "service:calling age:>7d koln",
];
/// Every sequence of the list.
const SORTS: [Sort; 7] = [
    Sort::Deadline,
    Sort::Number,
    Sort::Customer,
    Sort::State,
    Sort::Country,
    Sort::Assignee,
    Sort::Mailed,
];
/// Traces in all.
const TRACES: u32 = 200;
/// What is only similar to something: inside of words, or one slip away.
const SIMILAR: [&str; 10] = [
    "ogist",
    "zurtia",
    "consutling",
    "elecom",
    "grantie desing",
    "nakamrua",
    "iberca",
    "travle wein",
    "shiping",
    "orstde foods",
];

/// The traces: of companies, numbers, addresses and cities, in turn.
fn traces(count: u32) -> Vec<String> {
    let mut traces: Vec<String> = TYPED.iter().map(|text| (*text).to_owned()).collect();
    for n in traces.len() as u32..TRACES {
        let order = order(n * (count / TRACES));
        let customer = order.end_customer;
        traces.push(match n % 5 {
            0 => customer.company,
            1 => order.number.to_string(),
            2 => customer.email.unwrap_or_default(),
            3 => format!("{} {}", customer.city, customer.company),
            _ => order.subscription,
        });
    }
    traces
}

/// 95th percentile over all keystrokes of the traces, and of what is only similar.
pub fn measure(name: &str, count: u32) -> Vec<Figure> {
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
    while store.index_some(PAGE).unwrap() > 0 {}
    let texts: Vec<String> = traces(count)
        .iter()
        .flat_map(|text| prefixes(text))
        .collect();
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
    // The vocabulary is read when it is needed first.
    ask(&store, SIMILAR[0]);
    let mut similar: Vec<Duration> = SIMILAR
        .iter()
        .map(|text| timed(|| ask(&store, text)))
        .collect();
    vec![
        Figure::new(name, percentile(&mut ours, 95), "ms p95")
            .beside("LIKE", percentile(&mut theirs, 95))
            .bar("≤ 10 ms", |value, _| value <= 10.0),
        Figure::new(
            &format!("{name}-similar"),
            percentile(&mut similar, 95),
            "ms p95",
        )
        .bar("≤ 50 ms", |value, _| value <= 50.0),
        Figure::new(
            &format!("{name}-sorted"),
            percentile(&mut sorted(&store), 95),
            "ms p95",
        )
        .bar("≤ 50 ms", |value, _| value <= 50.0),
    ]
}

/// The first window of every sequence, either way round, of the largest views. Each is read once:
/// what was read before is kept.
fn sorted(store: &Store) -> Vec<Duration> {
    let mut times = Vec::new();
    for sort in SORTS {
        for view in [View::Inbox, View::Provisioned, View::All] {
            for descending in [false, true] {
                let query = ListQuery {
                    view: view.clone(),
                    sort,
                    descending,
                    ..asked("")
                };
                times.push(timed(|| _ = store.list(&query).unwrap()));
            }
        }
    }
    times
}

fn prefixes(text: &str) -> impl Iterator<Item = String> {
    (1..=text.chars().count()).map(move |end| text.chars().take(end).collect())
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn ask(store: &Store, text: &str) {
    store.list(&asked(text)).unwrap();
}

fn asked(text: &str) -> ListQuery {
    ListQuery {
        view: View::All,
        text: text.to_owned(),
        similar: true,
        states: Vec::new(),
        services: Vec::new(),
        sort: Sort::Deadline,
        descending: false,
        offset: 0,
        limit: 60,
        operator_email: OPERATOR.to_owned(),
        now: now(),
    }
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
