//! The rules this service sends as data. Countries with their address rules, zones, languages
//! and free-mail domains are files under `data/`; the rest stands here.
//!
//! Address rules after libaddressinput (Google, CC BY 4.0), reduced to the protocol's fields.

use std::collections::BTreeMap;

use serde_json::Error;
use turnup_domain::{
    Capabilities, ServiceKind,
    capabilities::{CountryRule, EmailPattern, MatchingRule, NameRule, ServiceRule},
};

use crate::words::{Language, say};

const COUNTRIES: &str = include_str!("../data/countries.json");
const TIME_ZONES: &str = include_str!("../data/time_zones.txt");
const LANGUAGES: &str = include_str!("../data/languages.txt");
const FREE_MAIL: &str = include_str!("../data/free_mail_domains.txt");
const VERTICALS: &str = include_str!("../data/verticals.txt");

/// The rules of the reference service.
pub(crate) fn capabilities() -> Result<Capabilities, Error> {
    let countries: Vec<CountryRule> = serde_json::from_str(COUNTRIES)?;
    Ok(Capabilities {
        version: 1,
        services: services(),
        acts: words("handover\nresend\nretry\nreview\nsearch\ntransfer"),
        site_name: name_rule(
            1,
            63,
            true,
            ".webex.com",
            "webex cisco www admin help status",
        ),
        sip_name: name_rule(1, 63, false, ".calls.webex.com", "webex cisco calls sip"),
        verticals: words(VERTICALS),
        countries,
        time_zones: words(TIME_ZONES),
        languages: words(LANGUAGES),
        days_to_close: BTreeMap::from([
            ("A-FLEX".to_owned(), 7),
            ("A-FLEX-3".to_owned(), 7),
            (String::new(), 30),
        ]),
        matching: matching_rule(),
        email_patterns: email_patterns(),
        free_mail_domains: words(FREE_MAIL),
        max_sites: 50,
        max_address_line: 50,
        max_location_name: 80,
        max_company_name: 256,
        extra: BTreeMap::new(),
    })
}

fn words(lines: &str) -> Vec<String> {
    lines
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

fn services() -> Vec<ServiceRule> {
    let rule = |kind: &ServiceKind, needs_input| ServiceRule {
        kind: kind.clone(),
        needs_input,
    };
    ServiceKind::KNOWN
        .iter()
        .map(|kind| {
            rule(
                kind,
                !matches!(kind, ServiceKind::Messaging | ServiceKind::Devices),
            )
        })
        .collect()
}

fn name_rule(min: u32, max: u32, inner_hyphens: bool, suffix: &str, reserved: &str) -> NameRule {
    let reserved = reserved.split(' ').map(str::to_owned).collect();
    NameRule {
        min,
        max,
        inner_hyphens,
        suffix: suffix.to_owned(),
        reserved,
    }
}

fn matching_rule() -> MatchingRule {
    MatchingRule {
        admin_email_equals: 100,
        user_email_equals: 90,
        claimed_domain_equals: 55,
        verified_domain_equals: 40,
        users_in_domain: 10,
        recent_activity: 8,
        similar_name: 20,
        same_prefix: 3,
        recent_days: 90,
        similar_name_from: 70,
        near_tie_points: 8,
        recommend_from: 50,
        stale_days: 365,
        approval_users: 100,
    }
}

/// The subjects are those of the letters that the service writes.
fn email_patterns() -> Vec<EmailPattern> {
    let pattern = |language: Language| EmailPattern {
        language: language.tag().to_owned(),
        subject: say(
            language,
            "mail-provisioning-subject",
            &[("number", "{number}")],
        ),
        number: "[0-9]{4}-[0-9]{6}".to_owned(),
    };
    Language::ALL.into_iter().map(pattern).collect()
}

#[cfg(test)]
mod countries;
#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_country_of_the_standard_has_an_address_rule() {
        let caps = capabilities().unwrap();
        assert_eq!(caps.countries.len(), 249);
        assert!(caps.countries.is_sorted_by(|a, b| a.code < b.code));
        for rule in &caps.countries {
            assert!(
                rule.required.iter().all(|field| rule.order.contains(field)),
                "{}",
                rule.code
            );
            assert!(rule.order.contains(&"street1".to_owned()), "{}", rule.code);
        }
    }

    #[test]
    fn what_a_country_names_can_be_chosen() {
        let caps = capabilities().unwrap();
        let zones: BTreeSet<_> = caps.time_zones.iter().collect();
        let languages: BTreeSet<_> = caps.languages.iter().collect();
        for rule in &caps.countries {
            assert!(
                rule.time_zones.iter().all(|zone| zones.contains(zone)),
                "{}",
                rule.code
            );
            assert!(!rule.languages.is_empty(), "{}", rule.code);
            assert!(
                rule.languages.iter().all(|l| languages.contains(l)),
                "{}",
                rule.code
            );
        }
    }

    #[test]
    fn every_zone_is_one_that_deadlines_can_be_read_in() {
        for zone in capabilities().unwrap().time_zones {
            assert!(jiff::tz::TimeZone::get(&zone).is_ok(), "{zone}");
        }
    }

    #[test]
    fn letters_are_known_by_their_subject() {
        let subjects: Vec<_> = capabilities()
            .unwrap()
            .email_patterns
            .into_iter()
            .map(|p| p.subject)
            .collect();
        assert_eq!(
            subjects,
            [
                "Provisioning information required for order {number}",
                "Informations requises pour activer la commande {number}",
            ]
        );
    }
}
