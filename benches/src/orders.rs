//! Made-up orders: different from each other, the same in every run.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use turnup_domain::Order;

const FIRST: [&str; 16] = [
    "Zurita",
    "Bóveda",
    "Müller",
    "Ørsted",
    "Nakamura",
    "Helios",
    "Aurora",
    "Pacific",
    "Norte",
    "Sierra",
    "Meridian",
    "Vector",
    "Delta",
    "Granite",
    "Ibérica",
    "Łódzkie",
];
const SECOND: [&str; 12] = [
    "Logistics",
    "Foods",
    "Telecom",
    "Energy",
    "Health",
    "Motors",
    "Media",
    "Shipping",
    "Travel",
    "Design",
    "Steel",
    "Consulting",
];
const FORM: [&str; 6] = ["S.L.", "GmbH", "Ltd", "SARL", "Inc.", "AB"];
const CITIES: [&str; 10] = [
    "Sevilla", "Köln", "Paris", "Århus", "Athens", "Osaka", "Lisboa", "Boston", "Wien", "Oslo",
];
const STATUSES: [&str; 6] = [
    "awaiting_details",
    "awaiting_details",
    "mapped",
    "provisioning",
    "provisioned",
    "closed",
];

/// Whose orders they are.
pub const OPERATOR: &str = "ana@andaluza.example";

/// Now, in every run.
pub fn now() -> Timestamp {
    "2026-11-22T09:40:00Z".parse().unwrap()
}

/// The order of this number.
pub fn order(number: u32) -> Order {
    let spread = (u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33) as usize;
    let pick = |list: &[&'static str], by: usize| list[spread / by % list.len()];
    let first = pick(&FIRST, 1);
    let company = format!("{first} {} {}", pick(&SECOND, 16), pick(&FORM, 192));
    let minutes = i64::try_from(spread % 200_000).unwrap() - 40_000;
    let line = |id: &str, service: &str| {
        json!({"id": id, "service": service, "name": format!("Webex {service}, named user"),
               "quantity": 10 + spread % 900, "term_months": 36})
    };
    serde_json::from_value(json!({
        "id": format!("ord_01JD{number:020}"),
        "number": format!("{}-{:06}", 4_410 + number / 1_000_000, number % 1_000_000),
        "subscription": format!("Sub-ES{}", 1_000_000 + spread % 9_000_000),
        "kind": "new", "offer": "A-FLEX", "status": pick(&STATUSES, 7),
        "revision": 7, "sequence": number,
        "requested_start": "2026-11-18", "mail_sent_at": "2026-11-18T08:12:00Z",
        "closes_at": now() + SignedDuration::from_mins(minutes),
        "contact": {"email": OPERATOR, "name": "Ana Ruiz", "time_zone": "Europe/Madrid"},
        "seller": {"name": "Lucía Ferrer", "email": "pedidos@andaluza.example"},
        "end_customer": {"company": company,
                         "email": format!("office@{}{}.example", first.to_lowercase(), spread % 997),
                         "country": "ES", "city": pick(&CITIES, 11)},
        "lines": [line("1", "meetings"), line("2", "calling"), line("3", "messaging")],
        "services": [{"kind": "meetings", "state": "not_set_up"},
                     {"kind": "calling", "state": "not_set_up"},
                     {"kind": "messaging", "state": "automatic"}],
    }))
    .unwrap()
}
