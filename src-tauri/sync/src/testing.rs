//! What the tests of several modules share: chance that can be told, documents to begin from.
#![allow(clippy::unwrap_used)]

use std::time::Duration;

use serde_json::json;
use turnup_domain::{Order, order::Operation};

use crate::clock::Random;

/// Chance that always says zero.
pub struct Least;

impl Random for Least {
    fn up_to(&self, _most: Duration) -> Duration {
        Duration::ZERO
    }
}

/// Chance that always says the most.
pub struct Most;

impl Random for Most {
    fn up_to(&self, most: Duration) -> Duration {
        most
    }
}

/// An order that awaits its details.
pub fn order(id: &str, revision: u64) -> Order {
    serde_json::from_value(json!({
        "id": id, "number": format!("4410-{id}"), "subscription": "Sub-1", "kind": "new",
        "offer": "A-FLEX", "status": "awaiting_details", "revision": revision,
        "sequence": revision,
        "contact": {"email": "ana@andaluza.example"},
        "end_customer": {"company": "Zurita", "email": "maria@zurita.example", "country": "ES"},
        "lines": [{"id": "1", "service": "meetings", "name": "Meetings", "quantity": 10}],
        "services": [{"kind": "meetings", "state": "not_set_up"}]
    }))
    .unwrap()
}

/// A running operation.
pub fn operation(id: &str, order: &str, intent: &str) -> Operation {
    serde_json::from_value(json!({
        "id": id, "order_id": order, "intent_id": intent, "state": "running", "steps": [],
        "started_at": "2026-11-22T10:00:00Z"
    }))
    .unwrap()
}
