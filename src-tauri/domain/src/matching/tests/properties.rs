use proptest::{prelude::*, sample::Index};

use super::*;

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
        6 => organization.country = "ES".into(),
        7 => organization.subscriptions += 1,
        8 => {
            organization.users += 1;
            organization.active_users += 1;
        }
        _ => organization.name = COMPANY.into(),
    }
    known
}

fn once_each(all: &mut Vec<KnownOrganization>) {
    all.sort_by(|a, b| a.organization.id.cmp(&b.organization.id));
    all.dedup_by(|a, b| a.organization.id == b.organization.id);
}

proptest! {
    #[test]
    fn the_order_of_the_input_does_not_matter(
        mut all in prop::collection::vec(any_known(), 0..30),
        swaps in prop::collection::vec((any::<Index>(), any::<Index>()), 0..30),
    ) {
        once_each(&mut all);
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
        which in 0..10_u8,
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
    fn more_evidence_never_moves_a_candidate_back(
        mut all in prop::collection::vec(any_known(), 1..15),
        one in any::<Index>(),
        which in 0..10_u8,
    ) {
        once_each(&mut all);
        let one = one.index(all.len());
        let id = all[one].organization.id.clone();
        let ask = question(&Role::Customer, Some(EMAIL), COMPANY);
        let place = |all: &[KnownOrganization]| {
            let found = rank(&ask, all, &capabilities(), TODAY);
            found.iter().position(|c| c.organization.id == id).unwrap_or(usize::MAX)
        };
        let before = place(&all);
        all[one] = with_evidence(all[one].clone(), which);
        prop_assert!(place(&all) <= before);
    }

    #[test]
    fn a_domain_of_free_mail_is_no_evidence(candidate in any_known(), claimed in any::<bool>()) {
        let mut more = candidate.clone();
        let state = if claimed { DomainState::Claimed } else { DomainState::Verified };
        more.organization = more.organization.with_domain("gmail.com", state);
        more.user_emails.push("luis@gmail.com".into());
        let ask = question(&Role::Customer, Some("maria@gmail.com"), COMPANY);
        let judged = |known: KnownOrganization| {
            let found = rank(&ask, &[known], &capabilities(), TODAY);
            found.first().map(|c| (c.score, c.reasons.clone()))
        };
        prop_assert_eq!(judged(more), judged(candidate));
    }

    #[test]
    fn an_organization_that_is_known_twice_changes_nothing(
        mut all in prop::collection::vec(any_known(), 1..15),
        again in any::<Index>(),
        older in any::<Index>(),
    ) {
        once_each(&mut all);
        let ask = question(&Role::Customer, Some(EMAIL), COMPANY);
        let judged = |all: &[KnownOrganization]| outcome(&ask, all, &capabilities(), TODAY);
        let before = judged(&all);
        let copy = all[again.index(all.len())].clone();
        let mut past = all[older.index(all.len())].clone();
        past.organization.revision -= 1;
        past.organization.name = COMPANY.into();
        past.admin_emails.push(EMAIL.into());
        all.insert(0, past);
        all.push(copy);
        prop_assert_eq!(judged(&all), before);
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
