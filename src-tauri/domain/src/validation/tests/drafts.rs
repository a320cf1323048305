use super::*;

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
    type Case = (Draft, Codes);
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
    draft.when.insert("meetings".into(), When::Later);
    draft.transfer = Default::default();
    assert_eq!(
        validate(&order, &draft, &capabilities()),
        [],
        "nothing is carried over yet"
    );
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
