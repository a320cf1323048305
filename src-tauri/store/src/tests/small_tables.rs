//! Settings, numbers, capabilities, findings, the directory.

use serde_json::json;
use turnup_domain::{MatchAnswer, OrderNumber, Organization, matching, organization::Role};

use super::samples::{desk, minutes, now, order};
use crate::Finding;

fn organization(n: u32, name: &str, domain: &str) -> Organization {
    serde_json::from_value(json!({
        "id": format!("org_{n}"), "revision": 1, "name": name, "country": "ES",
        "domains": [{"name": domain, "state": "claimed"}],
    }))
    .unwrap()
}

#[test]
fn a_setting_is_what_was_set_last_and_can_be_forgotten() {
    let desk = desk();
    assert_eq!(desk.setting("language").unwrap(), None);
    desk.set_setting("language", Some("fr")).unwrap();
    desk.set_setting("language", Some("en")).unwrap();
    let desk = desk.reopen();
    assert_eq!(desk.setting("language").unwrap().as_deref(), Some("en"));
    desk.set_setting("language", None).unwrap();
    assert_eq!(desk.setting("language").unwrap(), None);
}

#[test]
fn a_number_is_remembered_until_it_is_forgotten() {
    let desk = desk();
    let [first, second] = ["4410-2", "4410-1"].map(OrderNumber::from);
    desk.remember_number(&first, minutes(0)).unwrap();
    desk.remember_number(&second, minutes(1)).unwrap();
    desk.remember_number(&first, minutes(2)).unwrap();
    assert_eq!(
        desk.remembered_numbers().unwrap(),
        [first.clone(), second.clone()]
    );
    desk.forget_number(&first).unwrap();
    assert_eq!(desk.remembered_numbers().unwrap(), [second]);
}

#[test]
fn the_finding_of_an_order_and_role_is_the_one_shown_last() {
    let desk = desk();
    desk.import(&[order(1)]);
    let answer = |outcome: &str| -> MatchAnswer {
        serde_json::from_value(json!({"outcome": outcome, "as_of": now()})).unwrap()
    };
    let id = order(1).id;
    desk.save_finding(&id, &Role::Partner, &answer("none"), true, minutes(1))
        .unwrap();
    desk.save_finding(
        &id,
        &Role::Partner,
        &answer("candidates"),
        false,
        minutes(2),
    )
    .unwrap();
    let shown = desk.finding(&id, &Role::Partner).unwrap().unwrap();
    let expected = Finding {
        answer: answer("candidates"),
        from_cache: false,
        at: minutes(2),
    };
    assert_eq!(shown, expected);
    assert_eq!(desk.finding(&id, &Role::Customer).unwrap(), None);
    desk.store
        .import_orders(&[], std::slice::from_ref(&id), "c", 2, now())
        .unwrap();
    assert_eq!(desk.finding(&id, &Role::Partner).unwrap(), None);
}

#[test]
fn the_directory_offers_the_domain_first_and_then_names_that_are_alike() {
    let desk = desk();
    let organizations = [
        organization(1, "Zurita y Compañía", "zurita-group.example"),
        organization(2, "Something Else", "zurita.example"),
        organization(3, "Unrelated", "mail.unrelated.example"),
    ];
    desk.import_organizations(&organizations, &[], "d1", minutes(1))
        .unwrap();
    assert_eq!(desk.organizations_cursor().unwrap().as_deref(), Some("d1"));
    assert_eq!(desk.directory_as_of().unwrap(), Some(minutes(1)));
    let keys = matching::blocking_keys("Zurita y Compañía");
    let possible = |domain: Option<&str>, keys: &[String], limit| -> Vec<String> {
        let found = desk.possible_organizations(domain, keys, limit).unwrap();
        found
            .into_iter()
            .map(|organization| organization.id.to_string())
            .collect()
    };
    assert_eq!(
        possible(Some("Zurita.example"), &keys, 9),
        ["org_2", "org_1"]
    );
    // Addresses below the domain belong to it, and the other way round.
    assert_eq!(possible(Some("es.zurita.example"), &[], 9), ["org_2"]);
    assert_eq!(possible(Some("unrelated.example"), &[], 9), ["org_3"]);
    assert_eq!(possible(Some("zurita.example"), &keys, 1), ["org_2"]);
    assert_eq!(possible(None, &keys, 9), ["org_1"]);
    assert_eq!(possible(None, &[], 9), Vec::<String>::new());
}

#[test]
fn an_organization_that_changed_or_was_deleted_is_no_longer_found_by_what_it_was() {
    let desk = desk();
    let first = organization(1, "Zurita", "zurita.example");
    let second = organization(2, "Bóveda", "boveda.example");
    desk.import_organizations(&[first.clone(), second.clone()], &[], "d1", now())
        .unwrap();
    let moved = Organization {
        revision: 2,
        ..organization(1, "Zurita", "new.example")
    };
    let page = std::slice::from_ref(&moved);
    desk.import_organizations(page, std::slice::from_ref(&second.id), "d2", now())
        .unwrap();
    assert_eq!(desk.organization(&first.id).unwrap(), Some(moved));
    assert_eq!(desk.organization(&second.id).unwrap(), None);
    for domain in ["zurita.example", "boveda.example"] {
        assert_eq!(
            desk.possible_organizations(Some(domain), &[], 9).unwrap(),
            []
        );
    }
    assert_eq!(
        desk.possible_organizations(Some("new.example"), &[], 9)
            .unwrap()
            .len(),
        1
    );
    desk.forget_organizations_cursor().unwrap();
    assert_eq!(desk.organizations_cursor().unwrap(), None);
    desk.integrity_check().unwrap();
}

#[test]
fn capabilities_are_kept_with_their_tag() {
    let desk = desk();
    assert_eq!(desk.capabilities().unwrap(), None);
    let rules = serde_json::from_value(json!({
        "version": 1, "services": [], "verticals": [], "countries": [], "time_zones": [],
        "site_name": {"min": 1, "max": 63, "inner_hyphens": true, "suffix": ".webex.com"},
        "sip_name": {"min": 1, "max": 63, "inner_hyphens": false, "suffix": ".calls.webex.com"},
        "languages": [], "days_to_close": {}, "email_patterns": [], "free_mail_domains": [],
        "matching": {
            "admin_email_equals": 1, "user_email_equals": 1, "claimed_domain_equals": 1,
            "verified_domain_equals": 1, "users_in_domain": 1, "recent_activity": 1,
            "similar_name": 1, "same_prefix": 1, "recent_days": 1, "similar_name_from": 1,
            "near_tie_points": 1, "recommend_from": 1, "stale_days": 1, "approval_users": 1
        },
        "max_sites": 50, "max_address_line": 50, "max_location_name": 80, "max_company_name": 256,
        "novelty": true,
    }))
    .unwrap();
    desk.set_capabilities("\"1\"", &rules).unwrap();
    desk.set_capabilities("\"2\"", &rules).unwrap();
    assert_eq!(
        desk.capabilities().unwrap(),
        Some(("\"2\"".to_owned(), rules))
    );
}
