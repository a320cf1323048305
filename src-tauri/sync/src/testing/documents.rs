//! Documents to begin from. The simulation in `tests/simulation` reads this file as well: it
//! knows nothing else of this crate.

use jiff::Timestamp;
use serde_json::json;
use turnup_domain::{
    Candidate, Capabilities, Mapping, MatchAnswer, Order, Setup, order::Operation,
};

/// When the tests begin.
pub fn noon() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
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

/// Rules that the engine only carries.
pub fn capabilities() -> Capabilities {
    let name = json!({"min": 1, "max": 63, "inner_hyphens": true, "suffix": ".webex.com"});
    serde_json::from_value(json!({
        "version": 1, "services": [], "site_name": name, "sip_name": name, "verticals": [],
        "countries": [], "time_zones": [], "languages": [], "days_to_close": {},
        "matching": {
            "admin_email_equals": 40, "user_email_equals": 30, "claimed_domain_equals": 30,
            "verified_domain_equals": 20, "users_in_domain": 10, "recent_activity": 10,
            "similar_name": 20, "same_prefix": 5, "recent_days": 90, "similar_name_from": 60,
            "near_tie_points": 5, "recommend_from": 50, "stale_days": 365, "approval_users": 100
        },
        "email_patterns": [], "free_mail_domains": [], "max_sites": 50, "max_address_line": 50,
        "max_location_name": 80, "max_company_name": 256
    }))
    .unwrap()
}

/// A mapping to two existing organizations.
pub fn mapping(order: &Order) -> Mapping {
    serde_json::from_value(json!({
        "own_company": false,
        "partner": {"organization_id": "org_p", "expected_revision": 1},
        "customer": {"organization_id": "org_c", "expected_revision": 1},
        "customer_sets_up": false, "confirm": order.number
    }))
    .unwrap()
}

/// Meetings, now.
pub fn setup() -> Setup {
    serde_json::from_value(
        json!({"services": [{"kind": "meetings", "when": "now", "sites": [{
            "name": "zurita", "time_zone": "Europe/Madrid", "early_release": false,
            "managed_in": "control_hub", "licenses": {"1": 10}
        }]}]}),
    )
    .unwrap()
}

/// A candidate that was judged.
pub fn candidate(id: &str, revision: u64, score: u32) -> Candidate {
    serde_json::from_value(json!({
        "organization": {"id": id, "revision": revision, "name": format!("Company {id}")},
        "score": score, "recommended": score >= 50
    }))
    .unwrap()
}

/// An answer with these candidates, best first.
pub fn match_answer(candidates: Vec<Candidate>) -> MatchAnswer {
    let outcome = if candidates.is_empty() {
        "none"
    } else {
        "candidates"
    }
    .into();
    MatchAnswer {
        outcome,
        as_of: noon(),
        candidates,
        next_cursor: None,
    }
}
