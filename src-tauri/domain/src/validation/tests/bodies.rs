use super::*;

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
    type Case = (Mapping, Codes);
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
    type Case = (&'static str, fn(&mut Setup), Codes);
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
