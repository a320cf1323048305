use super::*;
use crate::{
    ids::OrganizationId,
    order::Status,
    testing::{Codes, OrderBuilder, capabilities, complete_draft, mapped_draft, site},
};

const NUMBER: &str = "4410-228290";

fn codes(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems
        .iter()
        .map(|p| (p.pointer.as_str(), p.code.as_str()))
        .collect()
}

#[test]
fn a_mapping_can_be_confirmed_before_the_set_up_is_complete() {
    let order = OrderBuilder::usual().build();
    let mapping = mapped_draft()
        .mapping(&order, &NUMBER.into(), &capabilities())
        .expect("it is complete");
    let existing = |id: &str| OrganizationTarget::Existing {
        organization_id: OrganizationId::new(id),
        expected_revision: 4,
    };
    assert_eq!(
        mapping,
        Mapping {
            own_company: false,
            partner: Some(existing("org_partner")),
            customer: existing("org_customer"),
            customer_sets_up: false,
            confirm: NUMBER.into(),
        }
    );
}

#[test]
fn a_mapping_is_refused_with_everything_that_stands_against_it() {
    let open = || OrderBuilder::usual();
    let someone_else = Draft {
        completed_by: Some(CompletedBy::SomeoneElse),
        handover: crate::draft::HandoverDraft {
            email: "luis@andaluza.example".into(),
            ..Default::default()
        },
        ..mapped_draft()
    };
    let cases: Vec<(&str, Order, Draft, &str, Codes)> = vec![
        (
            "another number",
            open().build(),
            mapped_draft(),
            "4410-228291",
            &[("/confirm", "confirmation_mismatch")],
        ),
        (
            "no number",
            open().build(),
            mapped_draft(),
            " ",
            &[("/confirm", "required")],
        ),
        (
            "nothing answered",
            open().build(),
            Draft::default(),
            NUMBER,
            &[
                ("/completed_by", "required"),
                ("/partner", "not_chosen"),
                ("/customer", "not_chosen"),
            ],
        ),
        (
            "to hand over",
            open().build(),
            someone_else,
            NUMBER,
            &[("/completed_by", "invalid")],
        ),
        (
            "mapped",
            open().status(Status::Mapped).build(),
            mapped_draft(),
            NUMBER,
            &[("", "after_point_of_no_return")],
        ),
        (
            "awaiting approval",
            open().status(Status::AwaitingApproval).build(),
            mapped_draft(),
            NUMBER,
            &[("", "awaiting_approval")],
        ),
        (
            "closed",
            open().status(Status::Closed).build(),
            mapped_draft(),
            NUMBER,
            &[("", "order_closed")],
        ),
    ];
    for (name, order, draft, typed, expected) in cases {
        let found = draft
            .mapping(&order, &typed.into(), &capabilities())
            .expect_err(name);
        assert_eq!(codes(&found), expected, "{name}");
    }
}

#[test]
fn the_own_company_has_no_partner_and_sets_up_itself() {
    let order = OrderBuilder::usual().build();
    let draft = Draft {
        completed_by: Some(CompletedBy::OwnCompany),
        customer_sets_up: true,
        ..mapped_draft()
    };
    let mapping = draft
        .mapping(&order, &NUMBER.into(), &capabilities())
        .expect("it is complete");
    assert!(mapping.own_company && mapping.partner.is_none() && !mapping.customer_sets_up);
}

#[test]
fn a_new_organization_is_sent_tidied_and_a_partner_without_administrator() {
    let order = OrderBuilder::usual().build();
    let create = || OrganizationChoice::Create {
        organization: NewOrganization {
            name: "  Zurita y Compañía \u{a0}".into(),
            vertical: "retail".into(),
            country: "ES".into(),
            admin_email: " maria@zurita.example ".into(),
        },
        create_anyway: true,
    };
    let draft = Draft {
        partner: create(),
        customer: create(),
        ..mapped_draft()
    };
    let mapping = draft
        .mapping(&order, &NUMBER.into(), &capabilities())
        .expect("it is complete");
    let admin = |target: &OrganizationTarget| match target {
        OrganizationTarget::Create {
            create,
            create_anyway: true,
        } => {
            assert_eq!(create.name, "Zurita y Compañía");
            create.admin_email.clone()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(mapping.partner.as_ref().map(admin).as_deref(), Some(""));
    assert_eq!(admin(&mapping.customer), "maria@zurita.example");
}

#[test]
fn a_set_up_says_every_number_and_every_service() {
    let order = OrderBuilder::usual().build();
    let mut draft = complete_draft(&order);
    draft.meetings.sites[0].name = " zurita ".into();
    draft.when.insert("calling".into(), When::Later);
    let setup = draft
        .setup(&order, &capabilities())
        .expect("it is complete")
        .expect("there is one");
    assert_eq!(setup.services.len(), 2);
    let meetings = &setup.services[0];
    assert_eq!(
        (meetings.kind.as_str(), meetings.when.as_str()),
        ("meetings", "now")
    );
    assert_eq!(meetings.sites[0].name, "zurita");
    assert_eq!(
        meetings.sites[0].licenses,
        BTreeMap::from([("1".into(), 250)])
    );
    let calling = &setup.services[1];
    assert_eq!(
        (calling.when.as_str(), &calling.location, &calling.sip_name),
        ("later", &None, &None)
    );
    assert!(validation::validate_setup(&order, &setup, &capabilities()).is_empty());
}

#[test]
fn licences_that_a_site_does_not_get_are_sent_as_none() {
    let order = OrderBuilder::usual().build();
    let mut draft = complete_draft(&order);
    draft.meetings.sites = vec![site("a"), site("b")];
    draft.meetings.sites[1].licenses.insert("1".into(), 250);
    let setup = draft
        .setup(&order, &capabilities())
        .expect("it is complete")
        .expect("there is one");
    let counts: Vec<u32> = setup.services[0]
        .sites
        .iter()
        .map(|s| s.licenses[&"1".into()])
        .collect();
    assert_eq!(counts, [0, 250]);
}

#[test]
fn there_is_no_set_up_to_send_when_nobody_here_sets_up() {
    let caps = capabilities();
    let usual = OrderBuilder::usual().build();
    let customer = Draft {
        customer_sets_up: true,
        ..mapped_draft()
    };
    assert_eq!(customer.setup(&usual, &caps), Ok(None));
    let messaging = OrderBuilder::new()
        .line("1", ServiceKind::Messaging, 5)
        .build();
    assert_eq!(mapped_draft().setup(&messaging, &caps), Ok(None));
    let done = OrderBuilder::usual().status(Status::Provisioned).build();
    assert_eq!(mapped_draft().setup(&done, &caps), Ok(None));
    assert!(
        mapped_draft().setup(&usual, &caps).is_err(),
        "now or later is not answered"
    );
}

#[test]
fn a_hand_over_needs_somebody_else_and_an_order_that_is_not_mapped() {
    let order = OrderBuilder::usual().build();
    let mut draft = mapped_draft();
    draft.completed_by = Some(CompletedBy::SomeoneElse);
    draft.handover.email = " luis@andaluza.example ".into();
    draft.handover.note = " Gracias\n".into();
    let expected = Handover {
        email: "luis@andaluza.example".into(),
        note: "Gracias".into(),
    };
    assert_eq!(draft.handover(&order), Ok(expected));

    let mapped = OrderBuilder::usual().status(Status::Mapped).build();
    let found = draft.handover(&mapped).expect_err("mapped");
    assert_eq!(codes(&found), [("", "after_point_of_no_return")]);

    draft.handover.email = "ana@andaluza.example".into();
    let found = draft.handover(&order).expect_err("the contact");
    assert_eq!(codes(&found), [("/handover/email", "same_as_contact")]);

    let found = mapped_draft().handover(&order).expect_err("for a customer");
    assert_eq!(
        codes(&found),
        [
            ("/completed_by", "invalid"),
            ("/handover/email", "required")
        ]
    );
}

#[test]
fn a_fresh_wizard_suggests_what_the_order_makes_likely() {
    let draft = Draft::prefilled(&OrderBuilder::usual().build(), &capabilities());
    assert_eq!(draft.meetings.sites.len(), 1);
    let site = &draft.meetings.sites[0];
    assert_eq!(
        (site.name.as_str(), site.time_zone.as_str()),
        ("zurita-compania", "Europe/Madrid")
    );
    assert_eq!(
        site.early_release, None,
        "what is final is never answered for the operator"
    );
    let calling = &draft.calling;
    assert_eq!(
        [
            &calling.country,
            &calling.sip_name,
            &calling.email_language,
            &calling.address.city
        ],
        ["ES", "zuritacompania", "es_es", "Sevilla"]
    );
    assert_eq!(draft.completed_by, None);
    assert_eq!(draft.contact_center.country, "", "not on the order");
}

#[test]
fn in_a_country_of_many_zones_the_contact_s_own_wins() {
    let mut order = OrderBuilder::usual().zone(Some("America/Chicago")).build();
    order.end_customer.country = "US".into();
    assert_eq!(
        Draft::prefilled(&order, &capabilities()).calling.time_zone,
        "America/Chicago"
    );
    order.contact.time_zone = Some("Europe/Madrid".into());
    assert_eq!(
        Draft::prefilled(&order, &capabilities()).calling.time_zone,
        "America/New_York"
    );
    order.end_customer.country = "ZZ".into();
    assert_eq!(
        Draft::prefilled(&order, &capabilities()).calling.time_zone,
        ""
    );
}
