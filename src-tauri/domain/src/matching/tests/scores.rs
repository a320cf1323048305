use jiff::civil::date;

use super::*;

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
    type Case<'a> = (
        &'a str,
        Option<&'a str>,
        &'a str,
        KnownOrganization,
        u32,
        &'a str,
    );
    let cases: Vec<Case<'_>> = vec![
        (
            "nothing in common",
            Some(EMAIL),
            COMPANY,
            known(stranger()),
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
            "a domain in a state of a newer service proves nothing",
            Some(EMAIL),
            COMPANY,
            known(stranger().with_domain("zurita.example", "requested".into())),
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
            "a similar name in proportion",
            None,
            "Zurita",
            known(named("Zurrita")),
            21,
            "similar_name 21",
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
