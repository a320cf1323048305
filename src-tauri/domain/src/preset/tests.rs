#![allow(clippy::unwrap_used)]

use serde_json::json;

use super::*;
use crate::{
    capabilities::Capabilities,
    draft::SiteDraft,
    order::Order,
    testing::{OrderBuilder, capabilities, complete_draft, site},
};

fn order_of(company: &str, email: &str, country: &str) -> Order {
    let mut order = OrderBuilder::new()
        .line("1", "meetings".into(), 25)
        .line("2", "calling".into(), 10)
        .build();
    order.end_customer.company = company.into();
    order.end_customer.email = Some(email.into());
    order.end_customer.country = country.into();
    order.end_customer.city = "Sevilla".into();
    order
}

fn zurita() -> Order {
    order_of("Zurita y Compañía S.L.", "maria@zurita.example", "ES")
}

fn ibarra() -> Order {
    order_of("Ibarra Hermanos S.A.", "jon@ibarra.example", "ES")
}

fn preset(name: &str, scope: Scope, answers: Answers) -> Preset {
    Preset {
        id: name.into(),
        name: name.into(),
        scope,
        answers,
        extra: Extra::default(),
    }
}

fn changed(answers: &Answers, draft: &Draft, order: &Order, caps: &Capabilities) -> Vec<String> {
    changes(draft, &answers.apply(draft, order, caps))
        .iter()
        .map(|one| format!("{}: {} → {}", one.pointer, one.before, one.after))
        .collect()
}

#[test]
fn a_pattern_gives_each_customer_a_name_of_its_own() {
    let caps = capabilities();
    let long = order_of(&"Abcdefghij ".repeat(9), "a@b.example", "ES");
    for (pattern, order, rule, expected) in [
        (
            "{company}-meet",
            zurita(),
            &caps.site_name,
            "zurita-compania-meet",
        ),
        (
            "{company}-meet",
            ibarra(),
            &caps.site_name,
            "ibarra-hermanos-meet",
        ),
        (
            "{company}{country}",
            zurita(),
            &caps.sip_name,
            "zuritacompaniaes",
        ),
        (
            "{city}-{company}",
            ibarra(),
            &caps.site_name,
            "sevilla-ibarra-hermanos",
        ),
        ("ventas", zurita(), &caps.site_name, "ventas"),
        (
            "{company}-meet",
            long,
            &caps.site_name,
            "abcdefghij-abcdefghij-abcdefghij-abcdefghij-abcdefghij-meet",
        ),
    ] {
        assert_eq!(fill(pattern, &order, rule), expected, "{pattern}");
    }
}

#[test]
fn a_name_made_of_the_company_is_kept_as_a_pattern() {
    let caps = capabilities();
    for (name, expected) in [
        ("zurita-compania", "{company}"),
        ("zurita-compania-meet", "{company}-meet"),
        ("meet-zurita-compania", "meet-{company}"),
        ("ventas", "ventas"),
        ("", ""),
    ] {
        assert_eq!(pattern_of(name, &zurita(), &caps.site_name), expected);
    }
}

#[test]
fn what_was_saved_from_one_order_answers_another() {
    let caps = capabilities();
    let (one, other) = (zurita(), ibarra());
    let mut answered = complete_draft(&one);
    answered.meetings.sites = vec![
        SiteDraft {
            early_release: Some(true),
            licenses: [("1".into(), 13)].into(),
            ..site("zurita-compania")
        },
        SiteDraft {
            licenses: [("1".into(), 12)].into(),
            ..site("zurita-compania-ventas")
        },
    ];
    let answers = Answers::of(&answered, &one, &caps);
    assert_eq!(answers.distribution, Some(Distribution::Equal));

    let draft = Draft::prefilled(&other, &caps);
    let applied = answers.apply(&draft, &other, &caps);
    let sites = &applied.meetings.sites;
    let names: Vec<&str> = sites.iter().map(|site| site.name.as_str()).collect();
    assert_eq!(names, ["ibarra-hermanos", "ibarra-hermanos-ventas"]);
    assert_eq!(sites[0].early_release, Some(true));
    let given: Vec<u32> = sites
        .iter()
        .map(|site| site.licenses[&"1".into()])
        .collect();
    assert_eq!(given, [13, 12]);
    assert_eq!(applied.calling.sip_name, "ibarrahermanos");
    assert_eq!(applied.calling.address.street1, "Calle Sierpes 1");
    assert_eq!(
        applied.partner, draft.partner,
        "who it is for is not repeated"
    );
    assert_eq!(applied.completed_by, Some(CompletedBy::ForCustomer));
}

#[test]
fn giving_the_same_answers_again_changes_nothing() {
    let caps = capabilities();
    let order = zurita();
    let draft = complete_draft(&order);
    let answers = Answers::of(&draft, &order, &caps);
    assert_eq!(
        changed(&answers, &draft, &order, &caps),
        Vec::<String>::new()
    );
}

#[test]
fn every_change_says_where_and_what_stood_there() {
    let caps = capabilities();
    let order = zurita();
    let draft = complete_draft(&order);
    let answers: Answers = serde_json::from_value(json!({
        "when": {"calling": "later", "contact_center": "now"},
        "sites": [{"time_zone": "Europe/Dublin"}],
        "calling": {"announcement_language": "en_gb"},
        "contact_center_country": "FR",
    }))
    .unwrap();
    assert_eq!(
        changed(&answers, &draft, &order, &caps),
        [
            "/calling/announcement_language: es_es → en_gb",
            "/meetings/sites/0/time_zone: Europe/Madrid → Europe/Dublin",
            "/when/calling: now → later",
        ],
        "the order has no Contact Center"
    );
}

#[test]
fn the_nearer_preset_wins() {
    let (caps, order) = (capabilities(), zurita());
    let zone = |zone: &str| Answers {
        sites: vec![SiteAnswers {
            time_zone: Some(zone.into()),
            ..SiteAnswers::default()
        }],
        ..Answers::default()
    };
    let country = |country: &str| Scope::Country {
        country: country.into(),
    };
    let customer = Scope::Customer {
        domain: "zurita.example".into(),
    };
    let presets = [
        preset("own", customer, zone("Europe/Dublin")),
        preset("all", Scope::Everywhere, zone("America/Chicago")),
        preset("land", country("ES"), zone("America/New_York")),
        preset("other land", country("FR"), zone("Europe/Madrid")),
    ];
    let layers = layered(&presets, &order);
    let names: Vec<&str> = layers.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["all", "land", "own"]);
    let draft = layers.iter().fold(complete_draft(&order), |draft, layer| {
        layer.answers.apply(&draft, &order, &caps)
    });
    assert_eq!(draft.meetings.sites[0].time_zone, "Europe/Dublin");
}

#[test]
fn a_customer_with_a_free_address_has_no_scope_of_its_own() {
    let caps = capabilities();
    let scopes = |email: &str| Scope::of(&order_of("Ibarra", email, "ES"), &caps).len();
    for (email, expected) in [
        ("jon@ibarra.example", 3),
        ("jon@mail.ibarra.example", 3),
        ("jon.ibarra@gmail.com", 2),
        ("nobody", 2),
    ] {
        assert_eq!(scopes(email), expected, "{email}");
    }
    assert_eq!(
        Scope::of(&order_of("Ibarra", "", ""), &caps),
        [Scope::Everywhere]
    );
}

#[test]
fn what_a_newer_program_wrote_stays_in_the_document() {
    let text = json!({
        "id": "1", "name": "Spain", "scope": {"scope": "country", "country": "ES"},
        "answers": {"calling": {}, "distribution": "by_region"}, "colour": "teal",
    });
    let preset: Preset = serde_json::from_value(text.clone()).unwrap();
    assert_eq!(serde_json::to_value(&preset).unwrap(), text);
    let (caps, order) = (capabilities(), zurita());
    let draft = complete_draft(&order);
    assert_eq!(
        changed(&preset.answers, &draft, &order, &caps),
        Vec::<String>::new()
    );
}

#[test]
fn a_preset_names_the_steps_that_it_answers_as_a_whole() {
    let caps = capabilities();
    let order = zurita();
    let whole = Answers::of(&complete_draft(&order), &order, &caps);
    let without = |change: fn(&mut Answers)| {
        let mut answers = whole.clone();
        change(&mut answers);
        answers.steps(&order, &caps)
    };
    let all = [
        StepId::Who,
        StepId::Subscription,
        StepId::Meetings,
        StepId::Calling,
    ];
    assert_eq!(whole.steps(&order, &caps), all);
    for (step, steps) in [
        (StepId::Who, without(|one| one.completed_by = None)),
        (
            StepId::Subscription,
            without(|one| {
                one.when.remove("calling");
            }),
        ),
        (
            StepId::Meetings,
            without(|one| one.sites[0].early_release = None),
        ),
        (StepId::Meetings, without(|one| one.sites.clear())),
        (StepId::Calling, without(|one| one.calling.place = None)),
        (StepId::Calling, without(|one| one.calling.sip_name = None)),
    ] {
        let expected: Vec<StepId> = all.iter().filter(|one| **one != step).cloned().collect();
        assert_eq!(steps, expected, "without {step}");
    }
    let mut meetings_only = order.clone();
    meetings_only.lines.truncate(1);
    assert_eq!(
        whole.steps(&meetings_only, &caps),
        [StepId::Who, StepId::Subscription, StepId::Meetings]
    );
}

#[test]
fn who_completes_an_order_is_answered_unless_it_is_somebody_else() {
    let caps = capabilities();
    let order = zurita();
    for (by, kept) in [
        (CompletedBy::ForCustomer, true),
        (CompletedBy::OwnCompany, true),
        (CompletedBy::SomeoneElse, false),
    ] {
        let draft = Draft {
            completed_by: Some(by.clone()),
            ..Draft::default()
        };
        let after = Answers::of(&draft, &order, &caps).apply(&Draft::default(), &order, &caps);
        assert_eq!(after.completed_by, kept.then_some(by));
    }
}
