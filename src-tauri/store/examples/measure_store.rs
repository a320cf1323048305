//! Prints how long the store takes: `cargo run -p turnup-store --example measure_store -- 100000`.
//! Figures of the dev profile are those of SQLite at `-O1`; add `--release` for what ships.
#![allow(clippy::unwrap_used)]

use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use turnup_domain::{Order, state::View};
use turnup_store::{ListQuery, Sort, Store};

const PAGE: u32 = 1_000;
const ME: &str = "ana@andaluza.example";

const FIRST: [&str; 24] = [
    "Zurita",
    "Bóveda",
    "Castellana",
    "Müller",
    "Ørsted",
    "Nakamura",
    "Sakura",
    "Helios",
    "Aurora",
    "Pacific",
    "Atlantic",
    "Norte",
    "Sierra",
    "Olympia",
    "Meridian",
    "Vector",
    "Quantum",
    "Delta",
    "Granite",
    "Harbor",
    "Ibérica",
    "Jupiter",
    "Kestrel",
    "Lumen",
];
const SECOND: [&str; 16] = [
    "Logistics",
    "Foods",
    "Telecom",
    "Energy",
    "Health",
    "Motors",
    "Textiles",
    "Media",
    "Robotics",
    "Shipping",
    "Insurance",
    "Travel",
    "Design",
    "Pharma",
    "Steel",
    "Consulting",
];
const FORM: [&str; 6] = ["S.L.", "GmbH", "Ltd", "SARL", "Inc.", "AB"];
const CITIES: [&str; 12] = [
    "Sevilla", "Köln", "Paris", "Århus", "Athens", "Osaka", "Lisboa", "Boston", "Dublin", "Wien",
    "Kraków", "Oslo",
];
const STATUSES: [&str; 8] = [
    "awaiting_details",
    "awaiting_details",
    "awaiting_approval",
    "mapped",
    "deferred",
    "provisioning",
    "provisioned",
    "closed",
];

/// Spreads neighbours apart, the same in every run.
fn spread(n: u32) -> usize {
    (u64::from(n).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33) as usize
}

fn order(n: u32, now: Timestamp) -> Order {
    let s = spread(n);
    let company = format!(
        "{} {} {}",
        FIRST[s % FIRST.len()],
        SECOND[s / 24 % SECOND.len()],
        FORM[s / 400 % FORM.len()]
    );
    let minutes = i64::try_from(s % 200_000).unwrap() - 40_000;
    let line = |id: &str, service: &str| {
        json!({"id": id, "service": service, "name": format!("Webex {service}, named user"),
               "quantity": 250, "term_months": 36})
    };
    serde_json::from_value(json!({
        "id": format!("ord_01JD{n:020}"),
        "number": format!("{}-{:06}", 4_410 + n / 1_000_000, n % 1_000_000),
        "subscription": format!("Sub-ES{}", 1_000_000 + s % 9_000_000),
        "kind": "new", "offer": "A-FLEX", "status": STATUSES[s / 7 % STATUSES.len()],
        "revision": 7, "sequence": n,
        "requested_start": "2026-11-18", "mail_sent_at": "2026-11-18T08:12:00Z",
        "closes_at": now + SignedDuration::from_mins(minutes),
        "contact": {"email": ME, "name": "Ana Ruiz", "time_zone": "Europe/Madrid"},
        "seller": {"name": "Pat Seller", "email": "pat@seller.example"},
        "assignee": s.is_multiple_of(5).then_some("bo@andaluza.example"),
        "end_customer": {"company": company, "email": format!("office@{}{}.example", FIRST[s % 24].to_lowercase(), s % 997),
                         "country": "ES", "city": CITIES[s / 11 % CITIES.len()]},
        "lines": [line("1", "meetings"), line("2", "calling"), line("3", "messaging")],
        "services": [{"kind": "meetings", "state": "not_set_up"},
                     {"kind": "calling", "state": "not_set_up"},
                     {"kind": "messaging", "state": "automatic"}],
    }))
    .unwrap()
}

fn query(view: View, text: &str, offset: u32, now: Timestamp) -> ListQuery {
    ListQuery {
        view,
        text: text.to_owned(),
        states: Vec::new(),
        services: Vec::new(),
        sort: Sort::Deadline,
        descending: false,
        offset,
        limit: 60,
        operator_email: ME.to_owned(),
        now,
    }
}

/// What people have typed after each key.
fn prefixes() -> Vec<String> {
    let mut texts: Vec<String> = [
        "zurita logistics",
        "boveda tele",
        "muller",
        "orsted foods",
        "ana ruiz sevilla",
        "office@helios471.example",
        "4410-01234",
        "sub-es1234",
        "koln steel",
        "pacific insurance",
        "consulting",
        "kestrel design paris",
        "logistics gmbh",
        "aarhus",
        "vector99",
        "telecom inc",
        "quantum robotics ab",
        "travel dublin",
    ]
    .into_iter()
    .flat_map(|text| {
        (1..=text.chars().count()).map(|end| text.chars().take(end).collect::<String>())
    })
    .collect();
    texts.dedup();
    texts
}

/// Processor time of this thread in steps of 10 ms, where the system tells it (Linux), so that
/// a busy machine does not count in long work; else the clock on the wall.
fn processor() -> Duration {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let ticks = |text: String| -> Option<u64> {
        let numbers = text.rsplit_once(") ")?.1.split(' ').skip(11).take(2);
        numbers.map(|number| number.parse::<u64>().ok()).sum()
    };
    std::fs::read_to_string("/proc/thread-self/stat")
        .ok()
        .and_then(ticks)
        .map_or_else(
            || BEGIN.elapsed(),
            |ticks| Duration::from_millis(ticks * 10),
        )
}

fn worked(work: impl FnOnce()) -> Duration {
    let start = processor();
    work();
    processor().saturating_sub(start)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let outcome = work();
    (outcome, start.elapsed())
}

fn report(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1e3;
    println!(
        "{name}: p50 {:.2} ms, p95 {:.2} ms, p99 {:.2} ms, max {:.2} ms ({} runs)",
        at(50),
        at(95),
        at(99),
        at(100),
        times.len()
    );
}

fn main() {
    let count: u32 = std::env::args()
        .nth(1)
        .map_or(100_000, |text| text.parse().unwrap());
    let now: Timestamp = "2026-11-22T09:40:00Z".parse().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("orders.db")).unwrap();
    import(&store, count, now);
    let store = reopen(store);
    lists(&store, count, now);
    searches(&store, now);
    drafts(&store, now);
}

fn import(store: &Store, count: u32, now: Timestamp) {
    let mut spent = Duration::ZERO;
    let mut again = Duration::ZERO;
    for start in (0..count).step_by(PAGE as usize) {
        let page: Vec<Order> = (start..count.min(start + PAGE))
            .map(|n| order(n, now))
            .collect();
        let put = || {
            store
                .import_orders(&page, &[], "c", u64::from(start), now)
                .unwrap();
        };
        spent += worked(put);
        again += worked(put);
    }
    let rate = |time: Duration| f64::from(count) / time.as_secs_f64();
    let size = std::fs::metadata(store.path()).unwrap().len() >> 20;
    println!(
        "import of {count}: {:.1} s of processor, {:.0} orders/s, {size} MiB",
        spent.as_secs_f64(),
        rate(spent)
    );
    println!(
        "the same pages again: {:.1} s of processor, {:.0} orders/s",
        again.as_secs_f64(),
        rate(again)
    );
}

fn reopen(store: Store) -> Store {
    let path = store.path().to_owned();
    println!(
        "close: {:.0} ms",
        timed(|| store.close()).1.as_secs_f64() * 1e3
    );
    let (store, time) = timed(|| Store::open(&path).unwrap());
    println!("open: {:.1} ms", time.as_secs_f64() * 1e3);
    store
}

fn lists(store: &Store, count: u32, now: Timestamp) {
    for view in [
        View::Inbox,
        View::DueSoon,
        View::Provisioned,
        View::All,
        View::Drafts,
    ] {
        let name = format!("list {view}");
        let (first, time) = timed(|| store.list(&query(view.clone(), "", 0, now)).unwrap());
        println!(
            "{name}: {} rows, first window {:.2} ms",
            first.total,
            time.as_secs_f64() * 1e3
        );
        let window = |n: u32| {
            let offset = spread(n) as u32 % first.total.max(1);
            timed(|| store.list(&query(view.clone(), "", offset, now)).unwrap()).1
        };
        report(
            &format!("{name}, windows anywhere"),
            (0..200).map(window).collect(),
        );
    }
    for sort in [Sort::Number, Sort::Customer, Sort::State] {
        let query = ListQuery {
            sort,
            ..query(View::Inbox, "", count / 2, now)
        };
        let time = timed(|| store.list(&query).unwrap()).1;
        println!(
            "list inbox by {sort:?}, first window: {:.2} ms",
            time.as_secs_f64() * 1e3
        );
    }
    let counts = (0..100).map(|_| timed(|| store.counts(ME, now).unwrap()).1);
    report("counts", counts.collect());
}

fn searches(store: &Store, now: Timestamp) {
    for view in [View::All, View::Inbox, View::NeedsAttention] {
        let mut slowest = (Duration::ZERO, String::new());
        let mut times = Vec::new();
        for text in prefixes() {
            let time = timed(|| store.list(&query(view.clone(), &text, 0, now)).unwrap()).1;
            if time > slowest.0 {
                slowest = (time, text);
            }
            times.push(time);
        }
        report(&format!("search in {view}"), times);
        println!("  slowest: {:?}", slowest.1);
    }
}

fn drafts(store: &Store, now: Timestamp) {
    let id = order(0, now).id;
    let save = |_| {
        timed(|| {
            store
                .save_draft(&id, &Default::default(), 7, None, now)
                .unwrap()
        })
        .1
    };
    report("save a draft, durable", (0..300).map(save).collect());
}
