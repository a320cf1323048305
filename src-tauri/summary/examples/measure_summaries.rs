//! Prints how long one-page summaries of different orders take, in processor time where the
//! system tells it. `cargo run --release -p turnup-summary --example measure_summaries -- [documents] [file]`
//! also writes the last document to `file`.
#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use serde_json::json;
use turnup_domain::Order;
use turnup_summary::{Fonts, Language, Reader, Stamp, Typesetter, summary_of};

const COMPANIES: [&str; 8] = [
    "Zurita y Compañía, S.L.",
    "Łódzkie Zakłady Przemysłu Sp. z o.o.",
    "Αθηναϊκή Ναυτιλιακή Α.Ε.",
    "Société générale d’études",
    "株式会社山田製作所",
    "Müller & Söhne GmbH",
    "Công ty Cổ phần Hải Phòng",
    "شركة النور للتجارة",
];

fn order(number: usize) -> Order {
    let company = format!("{} {number}", COMPANIES[number % COMPANIES.len()]);
    serde_json::from_value(json!({
        "id": format!("ord_{number}"), "number": format!("4410-{number:06}"),
        "subscription": format!("Sub-{number:07}"), "kind": "new", "offer": "A-FLEX",
        "status": "provisioned", "revision": 3, "sequence": number,
        "requested_start": "2026-11-18", "mail_sent_at": "2026-11-18T08:12:00Z",
        "closes_at": "2026-11-25T22:59:59Z",
        "contact": {"email": format!("ana{number}@partner.example"), "name": "Ana Ruiz",
                    "time_zone": "Europe/Madrid", "frozen": true},
        "seller": {"name": "Tomás Gil", "email": "tomas.gil@seller.example"},
        "end_customer": {"company": company, "email": format!("info{number}@customer.example"),
                         "country": "ES", "city": "Sevilla"},
        "lines": [
            {"id": "1", "service": "meetings", "name": "Webex Meetings, named user",
             "quantity": 10 + number, "term_months": 36},
            {"id": "2", "service": "messaging", "name": "Webex Messaging", "quantity": number}],
        "mapping": {"own_company": false, "customer_sets_up": false, "by": "ana@partner.example",
            "at": "2026-11-22T10:02:00Z", "intent_id": "1",
            "partner": {"id": "org_1", "name": "Andaluza de Comunicaciones", "country": "ES"},
            "customer": {"id": format!("org_{number}"), "name": company, "country": "ES"}},
        "services": [{"kind": "meetings", "state": "provisioned"},
                     {"kind": "messaging", "state": "provisioned"}]
    }))
    .unwrap()
}

/// Processor time of this process: user and system.
fn processor_time() -> Option<Duration> {
    let said = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = said.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
    // The kernel counts in hundredths of a second.
    Some(Duration::from_millis(ticks * 10))
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments
        .next()
        .and_then(|count| count.parse().ok())
        .unwrap_or(1000);
    let orders: Vec<Order> = (1..=count).map(order).collect();
    let reader = Reader {
        language: Language::English,
        printed: "2026-11-22T09:41:00Z".parse().unwrap(),
        zone: jiff::tz::TimeZone::UTC,
    };
    let begun = Instant::now();
    let typesetter = Typesetter::new(&Fonts::bundled()).unwrap();
    println!(
        "fonts parsed and core subset in {:.1} ms",
        begun.elapsed().as_secs_f64() * 1e3
    );
    let (begun, processor) = (Instant::now(), processor_time());
    let (mut pages, mut bytes, mut composing) = (0, 0, Duration::ZERO);
    let mut last = Vec::new();
    for order in &orders {
        let start = Instant::now();
        let summary = summary_of(order, None, &[], Stamp::Confirmed, None, &reader);
        composing += start.elapsed();
        let pdf = typesetter.pdf(&summary).unwrap();
        pages += pdf.pages;
        bytes += pdf.bytes.len();
        last = pdf.bytes;
    }
    let each = |time: Duration| time.as_secs_f64() * 1e3 / count as f64;
    println!(
        "{count} documents, {pages} pages, {} KB each",
        bytes / count / 1000
    );
    println!(
        "{:.2} ms each on the clock, {:.2} of it words",
        each(begun.elapsed()),
        each(composing)
    );
    if let (Some(before), Some(after)) = (processor, processor_time()) {
        println!("{:.2} ms each of processor time", each(after - before));
    }
    if let Some(file) = arguments.next() {
        std::fs::write(file, last).unwrap();
    }
}
