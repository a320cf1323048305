use jiff::civil::date;

use super::*;

#[test]
fn flags_say_what_to_mind_by_gravity() {
    let base = || organization("org_1", COMPANY);
    let long_ago = Some(date(2025, 11, 22));
    let yesterday = Some(date(2026, 11, 21));
    let verified = DomainState::Verified;
    type Case = (&'static str, Organization, &'static [&'static str]);
    let cases: Vec<Case> = vec![
        ("nothing to mind", base(), &[]),
        (
            "idle for a year",
            Organization {
                last_activity: long_ago,
                ..base()
            },
            &["stale_unverified"],
        ),
        (
            "idle for a day less",
            Organization {
                last_activity: Some(date(2025, 11, 23)),
                ..base()
            },
            &[],
        ),
        (
            "never used since it was created long ago",
            Organization {
                last_activity: None,
                ..base()
            },
            &["stale_unverified"],
        ),
        (
            "never used, but created yesterday",
            Organization {
                last_activity: None,
                created: yesterday,
                ..base()
            },
            &[],
        ),
        (
            "nothing known of its use",
            Organization {
                last_activity: None,
                created: None,
                ..base()
            },
            &["stale_unverified"],
        ),
        (
            "idle, but verified",
            Organization {
                last_activity: long_ago,
                ..base()
            }
            .with_domain("zurita.example", verified.clone()),
            &["approval_required"],
        ),
        (
            "another country",
            Organization {
                country: "PT".into(),
                ..base()
            },
            &["other_country"],
        ),
        (
            "the same country in small letters",
            Organization {
                country: "es".into(),
                ..base()
            },
            &[],
        ),
        (
            "no country known",
            Organization {
                country: String::new(),
                ..base()
            },
            &[],
        ),
        (
            "managed by another partner",
            base().managed_by("org_x", "X"),
            &["managed_by_other"],
        ),
        (
            "managed by us",
            base().managed_by("org_own", "Andaluza"),
            &[],
        ),
        (
            "managed by the chosen partner",
            base().managed_by("org_chosen", "B"),
            &[],
        ),
        (
            "a consumer's",
            Organization {
                consumer: true,
                ..base()
            },
            &["consumer_or_trial"],
        ),
        (
            "a trial",
            Organization {
                trial: Trial::Active,
                ..base()
            },
            &["consumer_or_trial"],
        ),
        (
            "a past trial",
            Organization {
                trial: Trial::Expired,
                ..base()
            },
            &["consumer_or_trial"],
        ),
        (
            "many users",
            Organization {
                users: 100,
                ..base()
            },
            &["approval_required"],
        ),
        (
            "not so many users",
            Organization {
                users: 99,
                ..base()
            },
            &[],
        ),
        (
            "the partner itself",
            Organization {
                id: "org_chosen".into(),
                ..base()
            },
            &["same_as_partner"],
        ),
        (
            "everything at once, gravest first",
            Organization {
                id: "org_chosen".into(),
                country: "PT".into(),
                consumer: true,
                users: 200,
                last_activity: None,
                ..base()
            }
            .managed_by("org_x", "X"),
            &[
                "stale_unverified",
                "same_as_partner",
                "other_country",
                "managed_by_other",
                "consumer_or_trial",
                "approval_required",
            ],
        ),
    ];
    let (own, chosen) = ("org_own".into(), "org_chosen".into());
    let role = Role::Customer;
    let question = Question {
        own_partner: Some(&own),
        chosen_partner: Some(&chosen),
        ..question(&role, None, COMPANY)
    };
    for (name, organization, expected) in cases {
        let found = rank(&question, &[known(organization)], &capabilities(), TODAY);
        assert_eq!(flag_codes(&found[0]), expected, "{name}");
    }
}

#[test]
fn only_a_customer_is_asked_and_only_there_the_partner_gets_a_role() {
    let own = "org_own".into();
    let large = || Organization {
        users: 236,
        ..organization("org_1", COMPANY)
    };
    let cases = [
        (Role::Customer, large(), "required", PROVISIONING_ADMIN),
        (
            Role::Customer,
            large().managed_by("org_own", "Andaluza"),
            "required",
            "",
        ),
        (
            Role::Customer,
            large().managed_by("org_x", "X"),
            "required",
            PROVISIONING_ADMIN,
        ),
        (
            Role::Customer,
            organization("org_1", COMPANY),
            "not_required",
            PROVISIONING_ADMIN,
        ),
        (Role::Partner, large(), "not_required", ""),
        (Role::Own, large(), "not_required", ""),
    ];
    for (role, organization, approval, after) in cases {
        let question = Question {
            own_partner: Some(&own),
            ..question(&role, None, COMPANY)
        };
        let found = rank(&question, &[known(organization)], &capabilities(), TODAY);
        assert_eq!(
            (
                found[0].approval.as_str(),
                found[0].role_after_mapping.as_str()
            ),
            (approval, after),
            "{role}"
        );
    }
}
