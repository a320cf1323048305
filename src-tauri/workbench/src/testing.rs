//! What tests of more than one use case begin with.
#![allow(clippy::unwrap_used)]

use serde_json::json;
use turnup_domain::Capabilities;

/// Rules that ask for Meetings and Calling.
pub(crate) fn rules() -> Capabilities {
    let name = json!({"min": 1, "max": 63, "inner_hyphens": true, "suffix": ".webex.com"});
    serde_json::from_value(json!({
        "version": 1, "site_name": name, "sip_name": name, "verticals": [], "countries": [],
        "services": [{"kind": "meetings", "needs_input": true},
                     {"kind": "calling", "needs_input": true}],
        "time_zones": [], "languages": [], "days_to_close": {},
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
