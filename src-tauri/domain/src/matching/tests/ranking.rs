use jiff::civil::date;

use super::*;

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
