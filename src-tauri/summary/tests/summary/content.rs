//! Every value of an order is in its document.

use serde_json::{Value, json};
use turnup_summary::{Language, Stamp, summary_of};

use crate::{orders, tools};

/// Every text and number of a JSON document, but for codes and what is for machines.
fn values(json: &Value, found: &mut Vec<String>) {
    const FOR_MACHINES: [&str; 26] = [
        "id",
        "order_id",
        "intent_id",
        "kind",
        "state",
        "status",
        "code",
        "service",
        "when",
        "choice",
        "outcome",
        "severity",
        "revision",
        "sequence",
        "mail_sent_at",
        "closes_at",
        "as_of",
        "chosen_at",
        "at",
        "started_at",
        "ended_at",
        "managed_in",
        "country",
        "approval",
        "role_after_mapping",
        "completed_by",
    ];
    const ELSEWHERE: [&str; 9] = [
        "requested_start",
        "created",
        "last_activity",
        "announcement_language",
        "email_language",
        "vertical",
        "percent",
        "pointer",
        "note",
    ];
    match json {
        Value::Object(members) => {
            for (name, value) in members {
                let own =
                    FOR_MACHINES.contains(&name.as_str()) || ELSEWHERE.contains(&name.as_str());
                if !own || (value.is_object() && name != "when") {
                    values(value, found);
                }
            }
        }
        Value::Array(entries) => entries.iter().for_each(|entry| values(entry, found)),
        Value::String(text) => found.push(text.clone()),
        Value::Number(number) if number.as_u64().is_some_and(|n| n < 10_000) => {
            found.push(number.to_string());
        }
        _ => {}
    }
}

fn assert_all_found(json: &Value, bytes: &[u8]) {
    let letters = tools::letters(bytes);
    let mut wanted = Vec::new();
    values(json, &mut wanted);
    assert!(
        wanted.len() > 20,
        "the walk over the order found too little"
    );
    for value in wanted {
        let value: String = value.split_whitespace().collect();
        assert!(letters.contains(&value), "{value} is not in the document");
    }
}

#[test]
fn every_value_of_an_order_and_its_draft_is_found() {
    for language in Language::ALL {
        let pdf = tools::pdf(&orders::drafted(language));
        assert_all_found(&orders::order_json(), &pdf.bytes);
        assert_all_found(&orders::draft_json(), &pdf.bytes);
    }
}

#[test]
fn every_value_of_a_provisioned_order_is_found() {
    let pdf = tools::pdf(&orders::provisioned(Language::English));
    assert_all_found(&orders::provisioned_json(), &pdf.bytes);
}

#[test]
fn codes_and_dates_are_in_the_readers_words() {
    let english = tools::text(&tools::pdf(&orders::drafted(Language::English)).bytes);
    for words in [
        "Draft",
        "Order summary",
        "25 November 2026, 23:59",
        "Europe/Madrid, UTC+01:00",
        "Spanish (Spain)",
        "18 November 2026",
        "Spain",
        "212 of 236",
        "20,500",
        "21 November 2026",
        "Control Hub",
        "set up now",
        "set up later",
        "36 months",
        "Webex Contact Center",
        "Provisioning Admin",
        "Services put off",
        "Provisioning e-mail sent",
        "the service",
        "Printed 22 November 2026, 10:41 (Europe/Madrid, UTC+01:00)",
        "Page 1 of",
    ] {
        assert!(english.contains(words), "{words} is missing in {english}");
    }
    let french = tools::text(&tools::pdf(&orders::drafted(Language::French)).bytes);
    for words in [
        "Brouillon",
        "Récapitulatif de commande",
        "25 novembre 2026 à 23:59",
        "Espagne",
        "212 sur 236",
        "20\u{202f}500",
        "maintenant",
        "36 mois",
        "Page 1 sur",
        "Imprimé le 22 novembre 2026 à 10:41",
    ] {
        let words = tools::squeeze(words);
        assert!(french.contains(&words), "{words} is missing in {french}");
    }
}

#[test]
fn the_evidence_of_a_choice_is_told_with_its_age() {
    let text = tools::text(&tools::pdf(&orders::drafted(Language::English)).bytes);
    for words in [
        "Score 96 of 100, recommended",
        "zurita.example claimed",
        "(50 points)",
        "Evidence from the directory on this computer as of 22 November 2026, 08:40",
        "Evidence from the service as of 22 November 2026, 10:30; chosen 22 November 2026, 10:31",
        "Good to know:",
        "Look twice:",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}

#[test]
fn a_created_organization_says_from_what() {
    let text = tools::text(&tools::pdf(&orders::provisioned(Language::English)).bytes);
    for words in [
        "Zurita Nueva",
        "new organization, created with the mapping",
        "maria.zurita@zurita.example",
        "by ana@andaluza.example, 22 November 2026, 11:02",
        "granted",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}

#[test]
fn the_evidence_of_a_mapped_organization_comes_from_the_draft_that_chose_it() {
    let mut json = orders::provisioned_json();
    json["mapping"]["customer"] = json!({"id": "org_zurita", "name": "Zurita y Compañía"});
    let order = orders::order(json);
    let draft = orders::draft(orders::draft_json());
    let reader = orders::reader(Language::English);
    let summary = summary_of(&order, Some(&draft), &[], Stamp::Confirmed, None, &reader);
    let text = tools::text(&tools::pdf(&summary).bytes);
    assert!(text.contains("Score 96 of 100"), "{text}");
    let without = summary_of(&order, None, &[], Stamp::Confirmed, None, &reader);
    let text = tools::text(&tools::pdf(&without).bytes);
    assert!(
        text.contains("No evidence is kept on this computer"),
        "{text}"
    );
}

#[test]
fn every_stamp_is_said_in_words() {
    let rows = [
        (Stamp::Draft, "Draft", "Brouillon"),
        (Stamp::Queued, "Queued", "En file d’attente"),
        (Stamp::Submitted, "Submitted", "Envoyée"),
        (Stamp::Confirmed, "Confirmed", "Confirmée"),
        (
            Stamp::ConfirmedWithErrors,
            "Confirmed with errors",
            "Confirmée avec erreurs",
        ),
        (Stamp::Failed, "Failed", "Échec"),
    ];
    let order = orders::order(orders::order_json());
    for (stamp, english, french) in rows {
        for (language, words) in [(Language::English, english), (Language::French, french)] {
            let summary = summary_of(&order, None, &[], stamp, None, &orders::reader(language));
            let text = tools::text(&tools::pdf(&summary).bytes);
            assert!(text.contains(words), "{words} is missing in {text}");
        }
    }
}

#[test]
fn metadata_names_title_author_and_language() {
    let pdf = tools::pdf(&orders::drafted(Language::French));
    let about = tools::run("pdfinfo", &[], &pdf.bytes);
    let lines = [
        ("Title:", "Commande 4410-228290, Zurita y Compañía, S.L."),
        ("Creator:", "Turnup"),
        ("Author:", "Turnup"),
        ("Page size:", "(A4)"),
        ("PDF version:", "1.7"),
        ("JavaScript:", "no"),
        ("Encrypted:", "no"),
    ];
    for (name, value) in lines {
        let line = about
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap_or_default();
        assert!(line.contains(value), "{name} {value} is not in {about}");
    }
    assert!(
        about.contains(&format!("Pages:           {}", pdf.pages)),
        "{about}"
    );
    let raw = String::from_utf8_lossy(&pdf.bytes);
    assert!(raw.contains("/Lang(fr)") || raw.contains("/Lang (fr)"));
    assert!(raw.contains("/DisplayDocTitle true"));
}

#[test]
fn fifty_sites_show_their_licenses_with_sums() {
    let mut json = orders::provisioned_json();
    let sites: Vec<Value> = (1..=50)
        .map(|n| {
            json!({"name": format!("zurita-{n}"), "time_zone": "Europe/Madrid",
                   "early_release": false, "managed_in": "control_hub", "licenses": {"1": 5}})
        })
        .collect();
    json["services"][0]["setup"]["sites"] = json!(sites);
    let order = orders::order(json);
    let reader = orders::reader(Language::English);
    let summary = summary_of(&order, None, &[], Stamp::Confirmed, None, &reader);
    let pdf = tools::pdf(&summary);
    let text = tools::text(&pdf.bytes);
    assert!(text.contains("zurita-50.webex.com"), "{text}");
    assert!(text.contains("Left over"), "{text}");
    assert!(text.matches("Ordered").count() >= 1);
    tools::check(&pdf.bytes);
}

#[test]
fn an_order_that_was_handed_over_says_to_whom() {
    let order = orders::order(orders::order_json());
    let draft = orders::draft(json!({"completed_by": "someone_else",
        "handover": {"email": "jo@zurita.example", "note": "They know the site."}}));
    let reader = orders::reader(Language::English);
    let summary = summary_of(&order, Some(&draft), &[], Stamp::Queued, None, &reader);
    let text = tools::text(&tools::pdf(&summary).bytes);
    assert!(
        text.contains("jo@zurita.example") && text.contains("They know the site."),
        "{text}"
    );
}
