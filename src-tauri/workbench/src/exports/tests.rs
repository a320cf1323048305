//! Exports of a cache without an account; with one they are in the acceptance tests.
#![allow(clippy::unwrap_used)]

mod calendars;
mod memory;
mod tables;

use jiff::Timestamp;
use serde_json::json;
use tempfile::TempDir;
use turnup_domain::{Order, state::View};
use turnup_store::{ListQuery, Sort, Store};

const ME: &str = "ana@andaluza.example";

fn now() -> Timestamp {
    "2026-11-22T09:40:00Z".parse().unwrap()
}

/// A cache in a folder that lives as long as this.
struct Desk {
    folder: TempDir,
    store: Store,
}

fn desk(orders: &[Order]) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("orders.db")).unwrap();
    for page in orders.chunks(500) {
        store.import_orders(page, &[], "cursor", 1, now()).unwrap();
    }
    Desk { folder, store }
}

/// The n-th order; closes n hours after now.
fn order(n: u32, company: &str) -> Order {
    let closes = now() + jiff::SignedDuration::from_hours(i64::from(n));
    serde_json::from_value(json!({
        "id": format!("ord_{n:06}"), "number": format!("4410-{:06}", 100_000 + n),
        "subscription": format!("Sub-ES{n}"), "kind": "new", "offer": "A-FLEX",
        "status": "awaiting_details", "revision": 7, "sequence": n,
        "requested_start": "2026-11-18", "mail_sent_at": "2026-11-18T08:12:00Z",
        "closes_at": closes,
        "contact": {"email": ME, "name": "Ana Ruiz", "time_zone": "Europe/Madrid"},
        "end_customer": {"company": company, "email": "office@zurita.example",
                         "country": "ES", "city": "Sevilla"},
        "lines": [
            {"id": "1", "service": "meetings", "name": "Webex Meetings", "quantity": 250},
            {"id": "2", "service": "calling", "name": "Webex Calling", "quantity": 180},
            {"id": "3", "service": "calling", "name": "Webex Calling", "quantity": 24,
             "pending_quantity": 30}
        ],
        "services": [{"kind": "meetings", "state": "not_set_up"},
                     {"kind": "calling", "state": "not_set_up"}],
    }))
    .unwrap()
}

fn everything() -> ListQuery {
    ListQuery {
        view: View::All,
        text: String::new(),
        similar: false,
        states: Vec::new(),
        services: Vec::new(),
        sort: Sort::Number,
        descending: false,
        offset: 0,
        limit: 200,
        operator_email: ME.to_owned(),
        now: now(),
    }
}

/// What people, machines and attackers put into a company's name.
const HOSTILE: &[&str] = &[
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    "a,b;c\\d\"e\"",
    "line\r\nbreak\rand\nmore",
    "BEGIN:VEVENT\r\nSUMMARY:injected\r\nEND:VEVENT",
    "nul\0 bell\u{7} esc\u{1b} next\u{85} \u{2028}\u{fffe}\u{ffff}",
    "<b>&amp;</b>",
    "_x000D_ _x0041_",
    "\u{202e}evil\u{2066}isolated",
    "שלום עולם",
    "株式会社サンプル",
    "👩‍👩‍👧‍👦 Familie",
    "  blanks around  ",
];
