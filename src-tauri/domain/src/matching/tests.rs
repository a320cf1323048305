use jiff::civil::date;
use proptest::{prelude::*, sample::Index};

use super::*;
use crate::{
    organization::{DomainState, Trial},
    testing::{TODAY, capabilities, organization},
};

const COMPANY: &str = "Zurita y Compañía, S.L.";
const EMAIL: &str = "maria.zurita@zurita.example";

fn question<'a>(role: &'a Role, email: Option<&'a str>, company: &'a str) -> Question<'a> {
    Question {
        role,
        email,
        company,
        country: "ES",
        own_partner: None,
        chosen_partner: None,
    }
}

fn known(organization: Organization) -> KnownOrganization {
    KnownOrganization {
        organization,
        admin_emails: Vec::new(),
        user_emails: Vec::new(),
    }
}

/// A stranger by name, so that only what a case adds speaks for it. Not in use.
fn stranger() -> Organization {
    Organization {
        last_activity: None,
        created: Some(TODAY),
        ..organization("org_1", "Ibarra Hermanos")
    }
}

fn with_people(organization: Organization, admins: &[&str], users: &[&str]) -> KnownOrganization {
    KnownOrganization {
        organization,
        admin_emails: admins.iter().map(|email| (*email).to_owned()).collect(),
        user_emails: users.iter().map(|email| (*email).to_owned()).collect(),
    }
}

fn reasons(candidate: &Candidate) -> String {
    let words: Vec<String> = candidate
        .reasons
        .iter()
        .map(|reason| format!("{} {}", reason.code, reason.points))
        .collect();
    words.join(", ")
}

fn flag_codes(candidate: &Candidate) -> Vec<&str> {
    candidate
        .flags
        .iter()
        .map(|flag| flag.code.as_str())
        .collect()
}

#[test]
fn every_ground_gives_its_points_and_its_reason() {
    let active = |organization: Organization| Organization {
        last_activity: Some(date(2026, 8, 24)),
        ..organization
    };
    let named = |name: &str| Organization {
        name: name.into(),
        ..stranger()
    };
    let claimed = DomainState::Claimed;
    let verified = DomainState::Verified;
    let cases: Vec<(&str, Option<&str>, &str, KnownOrganization, u32, &str)> = vec![
        (
            "nothing in common",
            Some(EMAIL),
            COMPANY,
            known(stranger()),
            0,
            "",
        ),
        (
            "in use alone says nothing",
            Some(EMAIL),
            COMPANY,
            known(active(stranger())),
            0,
            "",
        ),
        (
            "administrator",
            Some(EMAIL),
            COMPANY,
            with_people(stranger(), &["Maria.Zurita@ZURITA.example"], &[]),
            100,
            "admin_email_equals 95, users_in_domain 30",
        ),
        (
            "user",
            Some(EMAIL),
            COMPANY,
            with_people(stranger(), &[], &[EMAIL]),
            100,
            "user_email_equals 80, users_in_domain 30",
        ),
        (
            "administrator and user once",
            Some(EMAIL),
            COMPANY,
            with_people(stranger(), &[EMAIL], &[EMAIL]),
            100,
            "admin_email_equals 95, users_in_domain 30",
        ),
        (
            "a free address can still be somebody's",
            Some("zurita@gmail.com"),
            COMPANY,
            with_people(stranger(), &[], &["zurita@gmail.com"]),
            80,
            "user_email_equals 80, free_mail_domain 0",
        ),
        (
            "claimed domain",
            Some(EMAIL),
            COMPANY,
            known(stranger().with_domain("zurita.example", claimed.clone())),
            60,
            "claimed_domain_equals 60",
        ),
        (
            "verified domain",
            Some(EMAIL),
            COMPANY,
            known(stranger().with_domain("zurita.example", verified.clone())),
            50,
            "verified_domain_equals 50",
        ),
        (
            "the better of two domains",
            Some(EMAIL),
            COMPANY,
            known(
                stranger()
                    .with_domain("es.zurita.example", verified.clone())
                    .with_domain("zurita.example", claimed.clone()),
            ),
            60,
            "claimed_domain_equals 60",
        ),
        (
            "the address is of a sub-domain",
            Some("maria@eu.mail.zurita.example"),
            COMPANY,
            known(stranger().with_domain("zurita.example", claimed.clone())),
            60,
            "claimed_domain_equals 60",
        ),
        (
            "an international domain",
            Some("hans@müller.example"),
            COMPANY,
            known(stranger().with_domain("xn--mller-kva.example", verified.clone())),
            50,
            "verified_domain_equals 50",
        ),
        (
            "two companies below one public suffix are strangers",
            Some("a@alpha.co.uk"),
            COMPANY,
            known(stranger().with_domain("beta.co.uk", claimed.clone())),
            0,
            "",
        ),
        (
            "a look-alike domain is another one",
            Some(EMAIL),
            COMPANY,
            known(stranger().with_domain("notzurita.example", claimed.clone())),
            0,
            "",
        ),
        (
            "a domain in a state of a newer service proves nothing",
            Some(EMAIL),
            COMPANY,
            known(stranger().with_domain("zurita.example", "requested".into())),
            0,
            "",
        ),
        (
            "free mail scores nothing, even when claimed",
            Some("zurita@gmail.com"),
            COMPANY,
            known(stranger().with_domain("gmail.com", claimed.clone())),
            0,
            "",
        ),
        (
            "free mail says so beside other grounds",
            Some("zurita@gmail.com"),
            COMPANY,
            known(named("Zurita y Compañía")),
            30,
            "similar_name 25, same_prefix 5, free_mail_domain 0",
        ),
        (
            "users of the domain",
            Some(EMAIL),
            COMPANY,
            with_people(
                stranger(),
                &[],
                &["luis@zurita.example", "eva@es.zurita.example"],
            ),
            30,
            "users_in_domain 30",
        ),
        (
            "in use, and something points to it",
            Some(EMAIL),
            COMPANY,
            known(active(
                stranger().with_domain("zurita.example", verified.clone()),
            )),
            60,
            "verified_domain_equals 50, recent_activity 10",
        ),
        (
            "no longer in use",
            Some(EMAIL),
            COMPANY,
            known(Organization {
                last_activity: Some(date(2026, 8, 23)),
                ..stranger().with_domain("zurita.example", verified.clone())
            }),
            50,
            "verified_domain_equals 50",
        ),
        (
            "the same name in other letters",
            None,
            COMPANY,
            known(named("ZURITA & CIA SL")),
            30,
            "similar_name 25, same_prefix 5",
        ),
        (
            "the same words in another order",
            None,
            COMPANY,
            known(named("Compañía Zurita")),
            25,
            "similar_name 25",
        ),
        (
            "a similar name in proportion",
            None,
            "Zurita",
            known(named("Zurrita")),
            21,
            "similar_name 21",
        ),
        (
            "the same beginning",
            None,
            "Zurita",
            known(named("Zurita Ingeniería Industrial")),
            5,
            "same_prefix 5",
        ),
        (
            "another script",
            None,
            "北京华清有限公司",
            known(named("Bei Jing Hua Qing")),
            30,
            "similar_name 25, same_prefix 5",
        ),
        (
            "no company and no address",
            None,
            "",
            known(named("Zurita")),
            0,
            "",
        ),
        (
            "a broken address is no address",
            Some("@zurita.example"),
            "",
            known(stranger().with_domain("zurita.example", claimed.clone())),
            0,
            "",
        ),
        (
            "everything is clamped",
            Some(EMAIL),
            COMPANY,
            with_people(
                active(named(COMPANY).with_domain("zurita.example", claimed)),
                &[EMAIL],
                &["luis@zurita.example"],
            ),
            100,
            "admin_email_equals 95, claimed_domain_equals 60, users_in_domain 30, similar_name 25, same_prefix 5, recent_activity 10",
        ),
    ];
    assert!(cases.len() >= 25);
    let caps = capabilities();
    for (name, email, company, known, score, expected) in cases {
        let found = rank(
            &question(&Role::Customer, email, company),
            &[known],
            &caps,
            TODAY,
        );
        let first = found.first();
        assert_eq!(
            first.map_or(0, |candidate| candidate.score),
            score,
            "{name}"
        );
        assert_eq!(first.map(reasons).unwrap_or_default(), expected, "{name}");
    }
}

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

#[test]
fn the_best_is_recommended_unless_something_speaks_against_it() {
    let claimed = |id: &str, name: &str| {
        organization(id, name).with_domain("zurita.example", DomainState::Claimed)
    };
    let verified = |id: &str, name: &str| {
        organization(id, name).with_domain("zurita.example", DomainState::Verified)
    };
    let chosen = "org_2".into();
    let cases: Vec<(&str, Vec<Organization>, Option<&str>)> = vec![
        (
            "alone and good",
            vec![claimed("org_1", COMPANY)],
            Some("org_1"),
        ),
        (
            "far ahead",
            vec![claimed("org_1", COMPANY), organization("org_3", COMPANY)],
            Some("org_1"),
        ),
        (
            "a near tie",
            vec![
                claimed("org_1", "Ibarra"),
                verified("org_3", "Ibarra"),
                claimed("org_4", "Ibarra"),
            ],
            None,
        ),
        ("too weak", vec![organization("org_1", COMPANY)], None),
        ("the partner itself", vec![claimed("org_2", COMPANY)], None),
        (
            "amber does not forbid",
            vec![Organization {
                country: "PT".into(),
                ..claimed("org_1", COMPANY)
            }],
            Some("org_1"),
        ),
    ];
    let role = Role::Customer;
    let question = Question {
        chosen_partner: Some(&chosen),
        ..question(&role, Some(EMAIL), COMPANY)
    };
    for (name, organizations, expected) in cases {
        let known: Vec<KnownOrganization> = organizations.into_iter().map(known).collect();
        let found = rank(&question, &known, &capabilities(), TODAY);
        let recommended: Vec<&str> = found
            .iter()
            .filter(|c| c.recommended)
            .map(|c| c.organization.id.as_str())
            .collect();
        assert_eq!(
            recommended,
            expected.into_iter().collect::<Vec<_>>(),
            "{name}"
        );
    }
}

#[test]
fn a_near_tie_warns_of_both_and_names_the_other() {
    let claimed = |id: &str, name: &str| {
        known(organization(id, name).with_domain("zurita.example", DomainState::Claimed))
    };
    let all = [
        claimed("org_1", "Ibarra"),
        claimed("org_2", "Ibarra Sur"),
        known(organization("org_3", COMPANY)),
    ];
    let found = rank(
        &question(&Role::Customer, Some(EMAIL), COMPANY),
        &all,
        &capabilities(),
        TODAY,
    );
    let ties: Vec<Option<&str>> = found
        .iter()
        .map(|c| {
            c.flags
                .iter()
                .find(|f| f.code == "near_tie")
                .map(|f| f.params["name"].as_str())
        })
        .collect();
    assert_eq!(ties, [Some("Ibarra Sur"), Some("Ibarra"), None]);
}

#[test]
fn equal_scores_are_told_apart_by_use_and_age() {
    let base = |id: &str| organization(id, COMPANY);
    let ordered = [
        Organization {
            subscriptions: 3,
            ..base("org_9")
        },
        Organization {
            last_activity: Some(TODAY),
            ..base("org_8")
        },
        Organization {
            active_users: 99,
            ..base("org_7")
        },
        Organization {
            created: Some(date(2015, 1, 1)),
            ..base("org_6")
        },
        base("org_1"),
        base("org_2"),
        Organization {
            created: None,
            ..base("org_0")
        },
    ];
    let mut known: Vec<KnownOrganization> = ordered.iter().cloned().map(known).collect();
    known.reverse();
    let found = rank(
        &question(&Role::Customer, None, COMPANY),
        &known,
        &capabilities(),
        TODAY,
    );
    let ids: Vec<&OrganizationId> = found.iter().map(|c| &c.organization.id).collect();
    assert_eq!(ids, ordered.iter().map(|o| &o.id).collect::<Vec<_>>());
}

#[test]
fn an_answer_has_one_of_three_outcomes() {
    let mine = with_people(stranger(), &[], &[EMAIL]);
    let other =
        known(organization("org_2", COMPANY).with_domain("zurita.example", DomainState::Claimed));
    let ask = |email: Option<&str>, all: &[KnownOrganization]| {
        let (outcome, found) = outcome(
            &question(&Role::Customer, email, COMPANY),
            all,
            &capabilities(),
            TODAY,
        );
        let ids: Vec<String> = found
            .iter()
            .map(|c| c.organization.id.to_string())
            .collect();
        (outcome, ids.join(" "))
    };
    let both = [mine.clone(), other];
    assert_eq!(ask(Some(EMAIL), &both), (Outcome::Matched, "org_1".into()));
    assert_eq!(
        ask(Some("luis@zurita.example"), &both),
        (Outcome::Candidates, "org_2 org_1".into())
    );
    assert_eq!(ask(None, &both), (Outcome::Candidates, "org_2".into()));
    assert_eq!(
        ask(Some("x@other.example"), &[mine]),
        (Outcome::None, String::new())
    );
    assert_eq!(ask(Some(EMAIL), &[]), (Outcome::None, String::new()));
}

#[test]
fn nobody_is_asked_to_compare_more_than_twenty() {
    let all: Vec<KnownOrganization> = (0..50)
        .map(|n| known(organization(&format!("org_{n:02}"), COMPANY)))
        .collect();
    let found = rank(
        &question(&Role::Customer, None, COMPANY),
        &all,
        &capabilities(),
        TODAY,
    );
    assert_eq!(found.len(), 20);
    assert!(
        found
            .iter()
            .all(|candidate| candidate.flags.iter().any(|f| f.code == "near_tie"))
    );
}

#[test]
fn reasons_and_flags_carry_the_values_of_their_sentences() {
    let all = [with_people(
        Organization {
            country: "PT".into(),
            ..organization("org_1", COMPANY)
        }
        .with_domain("zurita.example", DomainState::Claimed),
        &[],
        &["luis@zurita.example", "eva@zurita.example"],
    )];
    let found = rank(
        &question(&Role::Customer, Some(EMAIL), COMPANY),
        &all,
        &capabilities(),
        TODAY,
    );
    let param = |code: &str, name: &str| {
        let reasons = found[0].reasons.iter().map(|r| (&r.code, &r.params));
        let mut all = reasons.chain(found[0].flags.iter().map(|f| (&f.code, &f.params)));
        all.find(|(c, _)| *c == code)
            .and_then(|(_, params)| params.get(name))
            .cloned()
    };
    let cases = [
        ("claimed_domain_equals", "domain", "zurita.example"),
        ("users_in_domain", "users", "2"),
        ("similar_name", "percent", "100"),
        ("same_prefix", "prefix", "zurit"),
        ("recent_activity", "days", "1"),
        ("other_country", "country", "PT"),
        ("other_country", "expected", "ES"),
        ("approval_required", "users", "40"),
    ];
    for (code, name, expected) in cases {
        assert_eq!(
            param(code, name).as_deref(),
            Some(expected),
            "{code}.{name}"
        );
    }
}

fn any_known() -> impl Strategy<Value = KnownOrganization> {
    let name = prop::sample::select(vec![
        COMPANY,
        "Zurita",
        "ZURITA SUR",
        "Ibarra",
        "Compañía Zurita",
        "",
    ]);
    let domain = prop::option::of((
        prop::sample::select(vec![
            "zurita.example",
            "es.zurita.example",
            "gmail.com",
            "ibarra.example",
        ]),
        prop::sample::select(vec![DomainState::Claimed, DomainState::Verified]),
    ));
    let people = prop::collection::vec(
        prop::sample::select(vec![EMAIL, "luis@zurita.example", "x@ibarra.example"]),
        0..3,
    );
    (
        0..40_u32,
        name,
        domain,
        people.clone(),
        people,
        0..900_i64,
        0..3_u32,
        any::<bool>(),
    )
        .prop_map(
            |(id, name, domain, admins, users, idle, subscriptions, used)| {
                let mut organization = organization(&format!("org_{id:02}"), name);
                if let Some((domain, state)) = domain {
                    organization = organization.with_domain(domain, state);
                }
                organization.subscriptions = subscriptions;
                organization.last_activity = used
                    .then(|| TODAY.checked_sub(jiff::Span::new().days(idle)).ok())
                    .flatten();
                with_people(organization, &admins, &users)
            },
        )
}

/// One more piece of evidence for an organization.
fn with_evidence(mut known: KnownOrganization, which: u8) -> KnownOrganization {
    let organization = &mut known.organization;
    match which {
        0 => known.admin_emails.push(EMAIL.into()),
        1 => known.user_emails.push(EMAIL.into()),
        2 => known.user_emails.push("new@zurita.example".into()),
        3 => {
            *organization = organization
                .clone()
                .with_domain("zurita.example", DomainState::Claimed)
        }
        4 => {
            *organization = organization
                .clone()
                .with_domain("zurita.example", DomainState::Verified)
        }
        5 => organization.last_activity = Some(TODAY),
        _ => organization.name = COMPANY.into(),
    }
    known
}

proptest! {
    #[test]
    fn the_order_of_the_input_does_not_matter(
        mut all in prop::collection::vec(any_known(), 0..30),
        swaps in prop::collection::vec((any::<Index>(), any::<Index>()), 0..30),
    ) {
        all.sort_by(|a, b| a.organization.id.cmp(&b.organization.id));
        all.dedup_by(|a, b| a.organization.id == b.organization.id);
        let ask = question(&Role::Customer, Some(EMAIL), COMPANY);
        let caps = capabilities();
        let before = (rank(&ask, &all, &caps, TODAY), outcome(&ask, &all, &caps, TODAY));
        for (a, b) in swaps {
            if !all.is_empty() {
                let (a, b) = (a.index(all.len()), b.index(all.len()));
                all.swap(a, b);
            }
        }
        prop_assert_eq!(before, (rank(&ask, &all, &caps, TODAY), outcome(&ask, &all, &caps, TODAY)));
    }

    #[test]
    fn more_evidence_never_lowers_a_candidate(
        candidate in any_known(),
        which in 0..7_u8,
        weights in prop::array::uniform8(0..100_u32),
    ) {
        let mut caps = capabilities();
        let rule = &mut caps.matching;
        [
            rule.admin_email_equals,
            rule.user_email_equals,
            rule.claimed_domain_equals,
            rule.verified_domain_equals,
            rule.users_in_domain,
            rule.recent_activity,
            rule.similar_name,
            rule.same_prefix,
        ] = weights;
        let ask = question(&Role::Customer, Some(EMAIL), COMPANY);
        let score = |known: KnownOrganization| {
            rank(&ask, &[known], &caps, TODAY).first().map_or(0, |candidate| candidate.score)
        };
        let before = score(candidate.clone());
        prop_assert!(score(with_evidence(candidate, which)) >= before);
    }

    #[test]
    fn whatever_is_typed_is_ranked_within_bounds(
        email in "\\PC{0,40}",
        company in "\\PC{0,200}",
        all in prop::collection::vec(any_known(), 0..10),
    ) {
        let ask = question(&Role::Customer, Some(&email), &company);
        for candidate in rank(&ask, &all, &capabilities(), TODAY) {
            prop_assert!((1..=100).contains(&candidate.score));
            prop_assert!(!candidate.reasons.is_empty());
        }
    }
}
