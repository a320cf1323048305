//! What is typed, and what it asks.

#![allow(clippy::unwrap_used)]
use super::*;

fn asks(text: &str) -> Vec<(bool, What)> {
    let query = parse(text);
    assert_eq!(query.misunderstood, Vec::<String>::new(), "{text}");
    query
        .terms
        .into_iter()
        .map(|term| (term.negated, term.what))
        .collect()
}

fn words(text: &str) -> What {
    What::Beginnings(text.to_owned())
}

fn whole(text: &str) -> What {
    What::Whole(text.to_owned())
}

fn codes(list: &[&str]) -> Vec<String> {
    list.iter().map(|code| (*code).to_owned()).collect()
}

fn days(from: Option<i32>, to: Option<i32>) -> Days {
    Days { from, to }
}

#[test]
fn words_and_quotes_are_told_apart() {
    let cases: &[(&str, &[(bool, What)])] = &[
        ("", &[]),
        ("  \t ", &[]),
        ("zurita", &[(false, words("zurita"))]),
        (
            "zurita foods",
            &[(false, words("zurita")), (false, words("foods"))],
        ),
        ("-zurita", &[(true, words("zurita"))]),
        ("-", &[(false, words("-"))]),
        ("4410-000123", &[(false, words("4410-000123"))]),
        ("\"zurita foods\"", &[(false, whole("zurita foods"))]),
        (
            "-\"zurita foods\" x",
            &[(true, whole("zurita foods")), (false, words("x"))],
        ),
        ("\"zurita", &[(false, words("\"zurita"))]),
        (
            "the\" near",
            &[(false, words("the\"")), (false, words("near"))],
        ),
        (
            "17\" screen\"",
            &[(false, words("17\"")), (false, words("screen\""))],
        ),
        (
            "\"o\"brien\" x",
            &[(false, whole("o\"brien")), (false, words("x"))],
        ),
        ("\"", &[(false, words("\""))]),
        ("\"\"", &[(false, whole(""))]),
        ("10:30", &[(false, words("10:30"))]),
        ("http://x.example", &[(false, words("http://x.example"))]),
        ("\"state:draft\"", &[(false, whole("state:draft"))]),
    ];
    for (text, expected) in cases {
        assert_eq!(asks(text), *expected, "{text}");
    }
}

#[test]
fn operators_ask_what_they_say() {
    let cases: &[(&str, What)] = &[
        ("state:draft", What::State(codes(&["draft"]))),
        ("STATE:Draft", What::State(codes(&["draft"]))),
        ("state:provisioned", What::State(codes(&["provisioned"]))),
        (
            "state:provision",
            What::State(codes(&[
                "provisioning",
                "provisioned",
                "provisioned_with_errors",
            ])),
        ),
        ("state:paused", What::State(codes(&["paused"]))),
        ("service:call", What::Service(codes(&["calling"]))),
        ("country:es", What::Country("ES".into())),
        (
            "customer:\"Zurita y Compañía\"",
            What::Customer("Zurita y Compañía".into()),
        ),
        ("customer:zur", What::Customer("zur".into())),
        ("customer:\"zur", What::Customer("zur".into())),
        ("assignee:me", What::Assignee(Person::Me)),
        ("assignee:nobody", What::Assignee(Person::Nobody)),
        (
            "assignee:Ana@x.example",
            What::Assignee(Person::Other("ana@x.example".into())),
        ),
        ("due:today", What::Due(Due::In(days(Some(0), Some(0))))),
        ("due:overdue", What::Due(Due::Overdue)),
        ("due:never", What::Due(Due::Never)),
        ("due:tomorrow", What::Due(Due::In(days(Some(1), Some(1))))),
        ("due:3d", What::Due(Due::In(days(Some(3), Some(3))))),
        ("due:<3d", What::Due(Due::In(days(None, Some(2))))),
        ("due:<=3", What::Due(Due::In(days(None, Some(3))))),
        ("due:≤3d", What::Due(Due::In(days(None, Some(3))))),
        ("due:>1w", What::Due(Due::In(days(Some(8), None)))),
        ("age:>=2w", What::Age(days(Some(14), None))),
        (
            "due:2026-11-25",
            What::Due(Due::Between {
                from: Some("2026-11-25".parse().unwrap()),
                to: Some("2026-11-25".parse().unwrap()),
            }),
        ),
        (
            "due:<2026-12-01",
            What::Due(Due::Between {
                from: None,
                to: Some("2026-11-30".parse().unwrap()),
            }),
        ),
        ("is:open", What::Is(Is::Open)),
        ("has:problem", What::Has(Has::Problem)),
    ];
    for (text, expected) in cases {
        assert_eq!(asks(text), [(false, expected.clone())], "{text}");
        assert_eq!(
            asks(&format!("-{text}")),
            [(true, expected.clone())],
            "-{text}"
        );
    }
}

#[test]
fn an_operator_without_a_value_filters_nothing_yet() {
    for operator in OPERATORS {
        assert_eq!(asks(&format!("{operator}:")), []);
        assert_eq!(
            asks(&format!("-{operator}: zurita")),
            [(false, words("zurita"))]
        );
    }
}

#[test]
fn a_value_that_makes_no_sense_is_said_and_filters_nothing() {
    for text in [
        "due:soonish",
        "due:<",
        "due:3y",
        "due:99999d",
        "due:2026-13-01",
        "age:old",
        "country:Spain",
        "is:nice",
        "has:fun",
        "state:a-b",
        "age:-3d",
        "due:3é",
    ] {
        let query = parse(&format!("zurita {text}"));
        assert_eq!(query.misunderstood, [text], "{text}");
        assert_eq!(query.terms.len(), 1, "{text}");
    }
}

#[test]
fn only_so_many_terms_are_read() {
    assert_eq!(parse(&"a ".repeat(1_000)).terms.len(), 32);
}

#[test]
fn days_are_compared_with_both_ends() {
    let week = days(Some(-1), Some(7));
    for (count, inside) in [(-2, false), (-1, true), (0, true), (7, true), (8, false)] {
        assert_eq!(week.contains(count), inside, "{count}");
    }
    assert!(days(None, None).contains(i32::MIN));
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_taken_apart(text in proptest::prelude::any::<String>()) {
        let query = parse(&text);
        proptest::prop_assert!(query.terms.len() <= 32);
        proptest::prop_assert!(query.misunderstood.iter().all(|said| text.contains(said.as_str())));
    }

    #[test]
    fn any_text_in_operators_can_be_taken_apart(
        operator in proptest::sample::select(OPERATORS), value in "[-\"<>=0-9a-z: é]{0,12}"
    ) {
        let text = format!("{operator}:{value}");
        let query = parse(&text);
        proptest::prop_assert!(query.misunderstood.iter().all(|said| text.contains(said.as_str())));
    }
}
