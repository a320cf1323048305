use super::*;
use crate::{
    draft::{OrganizationChoice, SiteDraft},
    intent::{Mapping, NewOrganization, OrganizationTarget, Setup},
    order::{OrderKind, ServiceState},
    testing::{OrderBuilder, capabilities, complete_draft, existing, mapped_draft, site},
};

fn codes(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems
        .iter()
        .map(|p| (p.pointer.as_str(), p.code.as_str()))
        .collect()
}

fn check(draft: &Draft) -> Vec<Problem> {
    validate(&OrderBuilder::usual().build(), draft, &capabilities())
}

fn complete() -> Draft {
    complete_draft(&OrderBuilder::usual().build())
}

/// A complete draft with one change.
fn changed(change: impl FnOnce(&mut Draft)) -> Draft {
    let mut draft = complete();
    change(&mut draft);
    draft
}

fn new_organization(name: &str, vertical: &str, country: &str, admin: &str) -> OrganizationChoice {
    OrganizationChoice::Create {
        organization: NewOrganization {
            name: name.into(),
            vertical: vertical.into(),
            country: country.into(),
            admin_email: admin.into(),
        },
        create_anyway: false,
    }
}

#[test]
fn a_complete_draft_has_no_problem_and_no_warning() {
    assert_eq!(check(&complete()), []);
    let order = OrderBuilder::usual().build();
    assert_eq!(validate_warnings(&order, &complete(), &capabilities()), []);
}

#[test]
fn an_empty_draft_lacks_each_answer_once() {
    let found = check(&Draft::default());
    assert_eq!(
        codes(&found),
        [
            ("/completed_by", "required"),
            ("/partner", "not_chosen"),
            ("/customer", "not_chosen"),
            ("/when/meetings", "required"),
            ("/when/calling", "required"),
        ]
    );
}

#[test]
fn one_wrong_answer_is_one_problem_at_its_field() {
    type Case = (Draft, &'static [(&'static str, &'static str)]);
    let long_city = "x".repeat(51);
    let cases: Vec<Case> = vec![
        (
            changed(|d| d.completed_by = Some("the_cat".into())),
            &[("/completed_by", "unknown_value")],
        ),
        (
            changed(|d| d.customer = existing("org_partner")),
            &[("/customer", "same_as_partner")],
        ),
        (
            changed(|d| d.partner = new_organization("", "", "", "")),
            &[
                ("/partner/organization/name", "required"),
                ("/partner/organization/vertical", "required"),
                ("/partner/organization/country", "required"),
            ],
        ),
        (
            changed(|d| d.partner = new_organization("Andaluza", "retail", "ES", "")),
            &[],
        ),
        (
            changed(|d| d.customer = new_organization("100% Zurita", "circus", "ZZ", "maria")),
            &[
                ("/customer/organization/name", "percent_sign"),
                ("/customer/organization/vertical", "unknown_value"),
                ("/customer/organization/country", "unknown_value"),
                ("/customer/organization/admin_email", "invalid_email"),
            ],
        ),
        (
            changed(|d| d.customer = new_organization(&"x".repeat(257), "retail", "ES", "")),
            &[
                ("/customer/organization/name", "too_long"),
                ("/customer/organization/admin_email", "required"),
            ],
        ),
        (
            changed(|d| d.meetings.sites.clear()),
            &[("/meetings/sites", "required")],
        ),
        (
            changed(|d| d.meetings.sites = vec![SiteDraft::default()]),
            &[
                ("/meetings/sites/0/name", "required"),
                ("/meetings/sites/0/time_zone", "required"),
                ("/meetings/sites/0/early_release", "required"),
            ],
        ),
        (
            changed(|d| {
                d.meetings.sites[0].time_zone = "Mars/Olympus".into();
                d.meetings.sites[0].managed_in = "the_moon".into();
            }),
            &[
                ("/meetings/sites/0/time_zone", "unknown_value"),
                ("/meetings/sites/0/managed_in", "unknown_value"),
            ],
        ),
        (
            changed(|d| {
                d.meetings.sites = vec![site("zurita"), site(" zurita ")];
                d.meetings.sites[0].licenses.insert("1".into(), 250);
            }),
            &[("/meetings/sites/1/name", "duplicate_site")],
        ),
        (
            changed(|d| d.meetings.sites.push(site("second"))),
            &[("/meetings/licenses/1", "licenses_left_over")],
        ),
        (
            changed(|d| d.meetings.sites = vec![site("zurita"); 51]),
            &[("/meetings/sites", "too_many_sites")],
        ),
        (
            changed(|d| d.calling = Default::default()),
            &[
                ("/calling/location_name", "required"),
                ("/calling/country", "required"),
                ("/calling/time_zone", "required"),
                ("/calling/announcement_language", "required"),
                ("/calling/email_language", "required"),
                ("/calling/sip_name", "required"),
            ],
        ),
        (
            changed(|d| {
                d.calling.location_name = "x".repeat(81);
                d.calling.address.city = long_city.clone();
                d.calling.address.street1 = " ".into();
                d.calling.email_language = "tlh".into();
                d.calling.sip_name = "Zurita!".into();
            }),
            &[
                ("/calling/location_name", "too_long"),
                ("/calling/address/street1", "required"),
                ("/calling/address/city", "too_long"),
                ("/calling/email_language", "unknown_value"),
                ("/calling/sip_name", "invalid_characters"),
            ],
        ),
        (
            changed(|d| {
                d.when.insert("calling".into(), When::Later);
                d.calling = Default::default();
            }),
            &[],
        ),
        (
            changed(|d| {
                d.when.insert("calling".into(), "someday".into());
            }),
            &[("/when/calling", "unknown_value")],
        ),
        (
            changed(|d| {
                d.customer_sets_up = true;
                d.when.clear();
                d.meetings = Default::default();
            }),
            &[],
        ),
        (
            changed(|d| {
                d.completed_by = Some(CompletedBy::SomeoneElse);
                d.partner = OrganizationChoice::Undecided;
                d.when.clear();
            }),
            &[("/handover/email", "required")],
        ),
        (
            changed(|d| {
                d.completed_by = Some(CompletedBy::OwnCompany);
                d.partner = OrganizationChoice::Undecided;
                d.customer = new_organization("Andaluza", "services", "ES", "");
            }),
            &[],
        ),
    ];
    for (draft, expected) in cases {
        assert_eq!(codes(&check(&draft)), expected, "{draft:?}");
    }
}

#[test]
fn no_field_has_two_problems() {
    let bad = changed(|d| {
        d.completed_by = None;
        d.customer = new_organization(&"%\0".repeat(300), "", "", "@@");
        d.meetings.sites = vec![SiteDraft::default(), SiteDraft::default()];
        d.calling = Default::default();
    });
    let problems = check(&bad);
    let mut pointers: Vec<&str> = problems.iter().map(|p| p.pointer.as_str()).collect();
    pointers.sort_unstable();
    let all = pointers.len();
    pointers.dedup();
    assert_eq!(pointers.len(), all);
}

#[test]
fn an_unusual_postal_code_warns_and_does_not_stand_in_the_way() {
    let order = OrderBuilder::usual().build();
    let draft = changed(|d| d.calling.address.postal_code = "4100".into());
    assert_eq!(validate(&order, &draft, &capabilities()), []);
    let warnings = validate_warnings(&order, &draft, &capabilities());
    assert_eq!(
        codes(&warnings),
        [("/calling/address/postal_code", "postal_code_unusual")]
    );
    let later = Draft {
        when: Default::default(),
        ..draft
    };
    assert_eq!(validate_warnings(&order, &later, &capabilities()), []);
}

#[test]
fn after_the_mapping_only_the_set_up_is_judged() {
    let order = OrderBuilder::usual()
        .status(Status::Mapped)
        .mapping(false, false)
        .build();
    let found = validate(&order, &Draft::default(), &capabilities());
    assert_eq!(
        codes(&found),
        [
            ("/when/meetings", "required"),
            ("/when/calling", "required")
        ]
    );
    let half = OrderBuilder::usual()
        .status(Status::Deferred)
        .mapping(false, false)
        .service(ServiceKind::Meetings, ServiceState::Provisioned)
        .build();
    let found = validate(&half, &Draft::default(), &capabilities());
    assert_eq!(codes(&found), [("/when/calling", "required")]);
}

#[test]
fn an_order_that_is_over_says_so() {
    for (status, code) in [
        (Status::Closed, "order_closed"),
        (Status::Cancelled, "order_cancelled"),
        (Status::HandedOver, "order_handed_over"),
    ] {
        let order = OrderBuilder::usual().status(status).build();
        let found = validate(&order, &mapped_draft(), &capabilities());
        assert_eq!(codes(&found), [("", code)]);
    }
    let done = OrderBuilder::usual().status(Status::Provisioned).build();
    assert_eq!(validate(&done, &Draft::default(), &capabilities()), []);
}

#[test]
fn a_transfer_needs_its_code_and_may_do_without_new_sites() {
    let order = OrderBuilder::usual().kind(OrderKind::Transfer).build();
    let mut draft = complete_draft(&order);
    assert_eq!(draft.meetings.sites, [], "a transfer suggests no new site");
    let found = validate(&order, &draft, &capabilities());
    assert_eq!(
        codes(&found),
        [
            ("/transfer/code", "required"),
            ("/transfer/current_site", "required")
        ]
    );
    draft.transfer.code = "TR-1".into();
    draft.transfer.current_site = "zurita.webex.com".into();
    assert_eq!(validate(&order, &draft, &capabilities()), []);
    let mut without = capabilities();
    without.acts.clear();
    let found = validate(&order, &draft, &without);
    assert_eq!(codes(&found), [("/meetings/sites", "required")]);
}

fn mapping(partner: Option<&str>, customer: OrganizationTarget) -> Mapping {
    Mapping {
        own_company: partner.is_none(),
        partner: partner.map(target),
        customer,
        customer_sets_up: false,
        confirm: "4410-228290".into(),
    }
}

fn target(id: &str) -> OrganizationTarget {
    OrganizationTarget::Existing {
        organization_id: id.into(),
        expected_revision: 4,
    }
}

#[test]
fn a_mapping_is_judged_where_its_fields_stand_on_the_wire() {
    let create = |admin: &str| OrganizationTarget::Create {
        create: NewOrganization {
            admin_email: admin.into(),
            ..NewOrganization::default()
        },
        create_anyway: true,
    };
    type Case = (Mapping, &'static [(&'static str, &'static str)]);
    let cases: Vec<Case> = vec![
        (mapping(Some("org_p"), target("org_c")), &[]),
        (mapping(None, target("org_c")), &[]),
        (
            mapping(Some("org_c"), target("org_c")),
            &[("/customer", "same_as_partner")],
        ),
        (
            mapping(Some("org_p"), create("maria")),
            &[
                ("/customer/create/name", "required"),
                ("/customer/create/vertical", "required"),
                ("/customer/create/country", "required"),
                ("/customer/create/admin_email", "invalid_email"),
            ],
        ),
        (
            mapping(Some(""), target("org_c")),
            &[("/partner", "not_chosen")],
        ),
        (
            Mapping {
                own_company: false,
                ..mapping(None, target("org_c"))
            },
            &[("/partner", "not_chosen")],
        ),
        (
            Mapping {
                own_company: true,
                ..mapping(Some("org_p"), target("org_c"))
            },
            &[("/partner", "invalid")],
        ),
        (
            Mapping {
                confirm: "4410-228291".into(),
                ..mapping(None, target("org_c"))
            },
            &[("/confirm", "confirmation_mismatch")],
        ),
        (
            Mapping {
                confirm: "".into(),
                ..mapping(None, target("org_c"))
            },
            &[("/confirm", "required")],
        ),
    ];
    let order = OrderBuilder::usual().build();
    for (body, expected) in cases {
        assert_eq!(
            codes(&validate_mapping(&order, &body, &capabilities())),
            expected,
            "{body:?}"
        );
    }
}

fn setup() -> Setup {
    let order = OrderBuilder::usual().build();
    match complete().setup(&order, &capabilities()) {
        Ok(Some(setup)) => setup,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_set_up_is_judged_where_its_fields_stand_on_the_wire() {
    type Case = (
        &'static str,
        fn(&mut Setup),
        &'static [(&'static str, &'static str)],
    );
    let cases: Vec<Case> = vec![
        ("complete", |_| {}, &[]),
        (
            "nothing",
            |s| s.services.clear(),
            &[("/services", "required"), ("/services", "required")],
        ),
        (
            "a service is missing",
            |s| {
                s.services.pop();
            },
            &[("/services", "required")],
        ),
        ("later", |s| s.services[1].when = When::Later, &[]),
        (
            "never",
            |s| s.services[0].when = "never".into(),
            &[("/services/0/when", "unknown_value")],
        ),
        (
            "twice",
            |s| s.services.push(s.services[0].clone()),
            &[("/services/2/kind", "invalid")],
        ),
        (
            "not on the order",
            |s| {
                let mut stray = s.services[0].clone();
                stray.kind = ServiceKind::ContactCenter;
                s.services.push(stray);
            },
            &[("/services/2/kind", "unknown_value")],
        ),
        (
            "site fields",
            |s| {
                s.services[0].sites[0].name = "-a".into();
                s.services[0].sites[0].time_zone = String::new();
            },
            &[
                ("/services/0/sites/0/name", "hyphen_at_end"),
                ("/services/0/sites/0/time_zone", "required"),
            ],
        ),
        (
            "the wire leaves no number out",
            |s| s.services[0].sites[0].licenses.clear(),
            &[("/services/0/sites/0/licenses/1", "licenses_left_over")],
        ),
        (
            "no site",
            |s| s.services[0].sites.clear(),
            &[("/services/0/sites", "required")],
        ),
        (
            "calling fields",
            |s| {
                s.services[1].sip_name = None;
                if let Some(location) = &mut s.services[1].location {
                    location.name = String::new();
                    location.address.city = "\u{7}".into();
                }
            },
            &[
                ("/services/1/location/name", "required"),
                ("/services/1/location/address/city", "control_characters"),
                ("/services/1/sip_name", "required"),
            ],
        ),
    ];
    let order = OrderBuilder::usual().status(Status::Mapped).build();
    for (name, change, expected) in cases {
        let mut body = setup();
        change(&mut body);
        assert_eq!(
            codes(&validate_setup(&order, &body, &capabilities())),
            expected,
            "{name}"
        );
    }
}

#[test]
fn what_is_set_up_already_is_not_set_up_again() {
    let order = OrderBuilder::usual()
        .status(Status::Deferred)
        .service(ServiceKind::Meetings, ServiceState::Provisioned)
        .service(ServiceKind::Calling, ServiceState::Deferred)
        .build();
    let found = validate_setup(&order, &setup(), &capabilities());
    assert_eq!(codes(&found), [("/services/0/kind", "unknown_value")]);
}

#[test]
fn a_problem_on_the_wire_is_shown_at_its_place_in_the_draft() {
    let setup = setup();
    let cases = [
        ("/partner/create/name", "/partner/organization/name"),
        (
            "/mapping/customer/create/admin_email",
            "/customer/organization/admin_email",
        ),
        ("/mapping/customer", "/customer"),
        ("/customer/organization_id", "/customer"),
        ("/customer/create", "/customer"),
        ("/own_company", "/completed_by"),
        ("/customer_sets_up", "/customer_sets_up"),
        ("/confirm", "/confirm"),
        ("/services/0/sites/1/name", "/meetings/sites/1/name"),
        (
            "/setup/services/0/sites/0/licenses/1",
            "/meetings/licenses/1",
        ),
        ("/services/0/when", "/when/meetings"),
        ("/services/1", "/when/calling"),
        ("/services/1/location/name", "/calling/location_name"),
        ("/services/1/location/address/city", "/calling/address/city"),
        ("/services/1/location", "/calling/location_name"),
        ("/services/1/sip_name", "/calling/sip_name"),
        ("/services/7/sip_name", ""),
        ("/services", "/when"),
        ("/setup/transfer/code", "/transfer/code"),
        ("/email", "/handover/email"),
        ("/handover/note", "/handover/note"),
        ("", ""),
    ];
    for (wire, draft) in cases {
        let problem = Problem::new(wire, "required").with("max", 5);
        let found = in_draft(&problem, Some(&setup));
        assert_eq!(found.pointer, draft, "{wire}");
        assert_eq!((found.code, found.params), (problem.code, problem.params));
    }
}

#[test]
fn hostile_text_is_judged_without_harm() {
    let hostile = "<img onerror=x>\u{202e}\0%\u{feff}😀".repeat(2_000);
    let draft = changed(|d| {
        d.customer = new_organization(&hostile, &hostile, &hostile, &hostile);
        d.meetings.sites[0].name = hostile.clone();
        d.meetings.sites[0]
            .licenses
            .insert(hostile.as_str().into(), 1);
        d.calling.location_name = hostile.clone();
        d.calling.country = hostile.clone();
        d.when.insert(hostile.clone(), When::Now);
    });
    assert!(check(&draft).len() >= 7);
}
