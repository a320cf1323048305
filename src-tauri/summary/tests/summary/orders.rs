//! Orders to summarise.

use serde_json::{Value, json};
use turnup_domain::{Draft, Order};
use turnup_summary::{Language, Reader, Stamp, Summary, SummaryEvent, summary_of};

/// A reader in Madrid.
pub fn reader(language: Language) -> Reader {
    Reader {
        language,
        printed: "2026-11-22T09:41:00Z".parse().unwrap(),
        zone: jiff::tz::TimeZone::get("Europe/Madrid").unwrap(),
    }
}

/// A new order that nobody has answered yet.
pub fn order_json() -> Value {
    json!({
        "id": "ord_01JD5S", "number": "4410-228290", "subscription": "Sub-ES77190",
        "kind": "new", "offer": "A-FLEX", "status": "awaiting_details",
        "revision": 7, "sequence": 918_273, "requested_start": "2026-11-18",
        "mail_sent_at": "2026-11-18T08:12:00Z", "closes_at": "2026-11-25T22:59:59Z",
        "contact": {"email": "ana@andaluza.example", "name": "Ana Ruiz",
                    "time_zone": "Europe/Madrid", "frozen": false},
        "seller": {"name": "Tomás Gil", "email": "tomas.gil@distribuidora.example"},
        "assignee": "lucia@andaluza.example",
        "note": "Calls only after ten o’clock.\nThe old site stays until March.",
        "end_customer": {"company": "Zurita y Compañía, S.L.",
                         "email": "maria.zurita@zurita.example", "country": "ES",
                         "city": "Sevilla"},
        "lines": [
            {"id": "1", "service": "meetings", "name": "Webex Meetings, named user",
             "quantity": 250, "term_months": 36},
            {"id": "2", "service": "meetings", "name": "Webex Webinars 1000", "quantity": 12,
             "term_months": 36},
            {"id": "3", "service": "calling", "name": "Webex Calling, professional",
             "quantity": 180, "pending_quantity": 195, "term_months": 36},
            {"id": "4", "service": "contact_center", "name": "Contact Center, premium agent",
             "quantity": 25, "term_months": 12},
            {"id": "5", "service": "messaging", "name": "Webex Messaging", "quantity": 250},
            {"id": "6", "service": "devices", "name": "Room Kit registration", "quantity": 9}
        ],
        "services": [
            {"kind": "meetings", "state": "not_set_up"}, {"kind": "calling", "state": "not_set_up"},
            {"kind": "contact_center", "state": "not_set_up"},
            {"kind": "messaging", "state": "automatic"}, {"kind": "devices", "state": "automatic"}
        ]
    })
}

pub fn draft_json() -> Value {
    json!({
        "completed_by": "for_customer",
        "partner": {"choice": "existing", "outcome": "matched", "from_cache": false,
            "as_of": "2026-11-22T09:30:00Z", "chosen_at": "2026-11-22T09:31:00Z",
            "candidate": {"score": 100, "recommended": true, "approval": "not_required",
                "organization": {"id": "org_andaluza", "revision": 4, "country": "ES",
                    "name": "Andaluza de Comunicaciones", "city": "Sevilla",
                    "created": "2015-02-01", "users": 64, "active_users": 61,
                    "last_activity": "2026-11-22", "subscriptions": 3, "licenses": 410,
                    "domains": [{"name": "andaluza.example", "state": "claimed"}]},
                "reasons": [{"code": "admin_email_equals", "points": 60,
                             "params": {"email": "ana@andaluza.example"}}]}},
        "customer": {"choice": "existing", "outcome": "candidates", "from_cache": true,
            "as_of": "2026-11-22T07:40:00Z", "chosen_at": "2026-11-22T09:35:00Z",
            "candidate": {"score": 96, "recommended": true, "approval": "required",
                "role_after_mapping": "provisioning_admin",
                "organization": {"id": "org_zurita", "revision": 12, "country": "ES",
                    "name": "Zurita y Compañía", "city": "Sevilla", "created": "2019-03-04",
                    "users": 236, "active_users": 212, "last_activity": "2026-11-21",
                    "subscriptions": 1, "licenses": 20_500,
                    "domains": [{"name": "zurita.example", "state": "claimed"},
                                {"name": "zurita-export.example", "state": "verified"}],
                    "managed_by": {"id": "org_andaluza", "name": "Andaluza de Comunicaciones"}},
                "reasons": [{"code": "claimed_domain_equals", "points": 50,
                             "params": {"domain": "zurita.example"}},
                            {"code": "similar_name", "points": 20, "params": {"percent": "94"}}],
                "flags": [{"code": "approval_required", "severity": "info",
                           "params": {"users": "236"}},
                          {"code": "near_tie", "severity": "amber"}]}},
        "when": {"meetings": "now", "calling": "now", "contact_center": "later"},
        "meetings": {"sites": [
            {"name": "zurita", "time_zone": "Europe/Madrid", "early_release": false,
             "managed_in": "control_hub", "licenses": {"1": 200, "2": 12}},
            {"name": "zurita-export", "time_zone": "Atlantic/Canary", "early_release": true,
             "managed_in": "site_administration", "licenses": {"1": 45}}]},
        "calling": {"location_name": "Sede central", "country": "ES",
            "address": {"street1": "Calle Betis 41", "street2": "2.º derecha", "city": "Sevilla",
                        "state": "Sevilla", "postal_code": "41010"},
            "time_zone": "Europe/Madrid", "announcement_language": "es_es",
            "email_language": "es_es", "sip_name": "zuritaycompania"}
    })
}

pub fn order(json: Value) -> Order {
    serde_json::from_value(json).unwrap()
}

pub fn draft(json: Value) -> Draft {
    serde_json::from_value(json).unwrap()
}

pub fn timeline() -> Vec<SummaryEvent> {
    let event = |at: &str, actor: &str, code: &str| SummaryEvent {
        at: at.parse().unwrap(),
        actor: actor.to_owned(),
        code: code.to_owned(),
        params: [].into(),
    };
    vec![
        event(
            "2026-11-22T09:35:00Z",
            "ana@andaluza.example",
            "customer_chosen",
        ),
        event("2026-11-18T08:12:00Z", "", "mail_sent"),
        event(
            "2026-11-22T09:31:00Z",
            "ana@andaluza.example",
            "partner_chosen",
        ),
    ]
}

/// An order that was provisioned in parts.
pub fn provisioned_json() -> Value {
    let mut order = order_json();
    order["status"] = json!("provisioned_with_errors");
    order["contact"]["frozen"] = json!(true);
    order["mapping"] = json!({
        "own_company": false, "customer_sets_up": false, "approval": "granted",
        "by": "ana@andaluza.example", "at": "2026-11-22T10:02:00Z", "intent_id": "018f",
        "partner": {"id": "org_andaluza", "name": "Andaluza de Comunicaciones", "country": "ES"},
        "customer": {"id": "org_new", "name": "Zurita Nueva", "country": "ES",
            "created": {"name": "Zurita Nueva", "vertical": "retail", "country": "ES",
                        "admin_email": "maria.zurita@zurita.example"}}});
    order["services"] = json!([
        {"kind": "meetings", "state": "provisioned", "setup": {"kind": "meetings", "when": "now",
            "sites": [{"name": "zurita", "time_zone": "Europe/Madrid", "early_release": false,
                       "managed_in": "control_hub", "licenses": {"1": 250, "2": 12}}]}},
        {"kind": "calling", "state": "failed", "setup": {"kind": "calling", "when": "now",
            "location": {"name": "Sede central", "country": "ES", "time_zone": "Europe/Madrid",
                "address": {"street1": "Calle Betis 41", "city": "Sevilla", "postal_code": "41010"},
                "announcement_language": "es_es", "email_language": "es_es"},
            "sip_name": "zurita"},
         "problems": [{"pointer": "/calling/sip_name", "code": "sip_name_taken"}]},
        {"kind": "contact_center", "state": "deferred",
         "setup": {"kind": "contact_center", "when": "later"}},
        {"kind": "messaging", "state": "provisioned"}, {"kind": "devices", "state": "provisioned"}
    ]);
    order["operation"] = json!({
        "id": "op_1", "order_id": "ord_01JD5S", "intent_id": "018f", "state": "failed",
        "started_at": "2026-11-22T10:02:05Z", "ended_at": "2026-11-22T10:04:40Z",
        "steps": [
            {"code": "create_site", "service": "meetings", "subject": "zurita.webex.com",
             "state": "succeeded"},
            {"code": "assign_licenses", "service": "meetings", "subject": "zurita.webex.com",
             "state": "succeeded"},
            {"code": "create_location", "service": "calling", "subject": "Sede central",
             "state": "succeeded"},
            {"code": "register_sip", "service": "calling", "subject": "zurita", "state": "failed",
             "problems": [{"pointer": "", "code": "sip_name_taken"}]}]});
    order
}

/// The draft of the first order.
pub fn drafted(language: Language) -> Summary {
    let (order, draft) = (order(order_json()), draft(draft_json()));
    summary_of(
        &order,
        Some(&draft),
        &timeline(),
        Stamp::Draft,
        None,
        &reader(language),
    )
}

/// The second order.
pub fn provisioned(language: Language) -> Summary {
    let order = order(provisioned_json());
    let stamp = Stamp::ConfirmedWithErrors;
    summary_of(&order, None, &timeline(), stamp, None, &reader(language))
}

/// An order with many lines.
pub fn long(language: Language, lines: u32) -> Summary {
    let mut json = order_json();
    let names = [
        "named user",
        "add-on for large meetings and recordings",
        "trial seat",
    ];
    json["lines"] = (1..=lines)
        .map(|id| {
            let name = format!("Line {id}: Webex Meetings, {}", names[id as usize % 3]);
            json!({"id": id.to_string(), "service": "meetings", "name": name, "quantity": id * 10})
        })
        .collect();
    let order = order(json);
    summary_of(&order, None, &[], Stamp::Queued, None, &reader(language))
}

/// The first order with another company name and note.
pub fn with_texts(language: Language, company: &str, note: &str) -> Summary {
    let mut json = order_json();
    json["end_customer"]["company"] = json!(company);
    json["note"] = json!(note);
    summary_of(
        &order(json),
        None,
        &[],
        Stamp::Submitted,
        None,
        &reader(language),
    )
}
