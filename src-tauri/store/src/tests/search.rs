//! Searching as people type.

use turnup_domain::state::View;

use super::samples::{Desk, changed, company, desk, everything, numbers, order};
use crate::{ListQuery, Sort};

/// One order per company; its number ends with its place.
fn companies() -> Desk {
    let desk = desk();
    let companies = [
        ("Zurita y Compañía, S.L.", "Sevilla"),
        ("Αθηναϊκή Τηλεπικοινωνιών", "Αθήνα"),
        ("東京通信株式会社", "東京"),
        ("Müller & Söhne Straßenbau GmbH", "Köln"),
        ("Ørsted Żabka", "Århus"),
        ("ООО Ромашка", "Москва"),
        ("O'Brien \"The\" Telco* (NEAR) OR", "Cork"),
    ];
    let orders: Vec<_> = (0..)
        .zip(companies)
        .map(|(n, (name, city))| {
            let mut order = company(n, name, city);
            order.end_customer.email = Some(format!("office{n}@customer{n}.example"));
            order
        })
        .collect();
    desk.import(&orders);
    desk
}

#[test]
fn orders_are_found_by_what_people_type() {
    let desk = companies();
    let cases: &[(&str, &[u32])] = &[
        ("4410-100003", &[3]),
        ("4410100003", &[3]),
        ("100003", &[3]),
        ("4410-10000", &[0, 1, 2, 3, 4, 5, 6]),
        ("4410", &[0, 1, 2, 3, 4, 5, 6]),
        ("Sub-ES70004", &[4]),
        ("es70004", &[4]),
        ("zur", &[0]),
        ("zurita", &[0]),
        ("ZURITA COMPANIA", &[0]),
        ("compañía", &[0]),
        ("comp zur", &[0]),
        ("zurita köln", &[]),
        ("muller", &[3]),
        ("strasse", &[3]),
        ("straße", &[3]),
        ("koln", &[3]),
        ("orsted", &[4]),
        ("ørsted aarhus", &[]),
        ("zabka", &[4]),
        ("αθηναικη", &[1]),
        ("ΑΘΉΝΑ", &[1]),
        ("athena", &[1]),
        ("ромашка", &[5]),
        ("romashka", &[5]),
        ("東", &[2]),
        ("通信", &[2]),
        ("京通信", &[2]),
        ("株式会社", &[2]),
        ("社", &[2]),
        ("信通", &[]),
        ("office2@customer2.example", &[2]),
        ("office2@customer2.ex", &[2]),
        ("ana ruiz sevilla", &[0]),
        ("o'brien", &[6]),
        ("obrien", &[]),
        ("nowhere", &[]),
    ];
    for (text, expected) in cases {
        let expected: Vec<_> = expected
            .iter()
            .map(|n| order(*n).number.to_string())
            .collect();
        assert_eq!(desk.find(text), expected, "{text}");
    }
}

#[test]
fn no_text_is_search_syntax_and_none_fails() {
    let desk = companies();
    let hostile = [
        "\"",
        "'",
        "*",
        "^",
        "(",
        ")",
        "((",
        "\"\"\"",
        "NEAR",
        "NEAR(a b)",
        "AND",
        "OR",
        "NOT a",
        "a AND",
        "words:zurita",
        "-zurita",
        "{zurita}",
        "zurita\"",
        "zurita*",
        "zu*ri",
        "\u{0}",
        "zurita\u{0}x",
        "😀",
        "👩‍👩‍👧‍👧",
        "\u{202e}zurita",
        "%",
        "_",
        "\\",
        ";",
        "--",
        "\u{301}",
        "\u{feff}",
        "ﷺ",
        "ก็",
        "\u{10ffff}",
        "\r\n\t",
    ];
    for text in hostile {
        for sort in [Sort::Deadline, Sort::Customer] {
            let query = ListQuery {
                text: text.to_owned(),
                sort,
                ..everything()
            };
            desk.list(&query)
                .unwrap_or_else(|error| panic!("{text:?}: {error}"));
        }
    }
    for text in ["a", "東", "\"", "é", " a", "😀", "a-1"] {
        desk.find(&text.repeat(10_000));
    }
    assert_eq!(desk.find("zurita*\" OR").len(), 0);
    assert_eq!(desk.find("\"zurita\"").len(), 1);
    assert_eq!(desk.find("the\" near").len(), 1);
    assert_eq!(
        desk.find("  \"* ").len(),
        7,
        "without a letter or digit nothing is filtered"
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(32))]

    #[test]
    fn any_text_can_be_imported_and_searched(name in "\\PC{0,40}", text in proptest::prelude::any::<String>()) {
        let desk = desk();
        desk.import(&[company(1, &name, &text)]);
        desk.find(&text);
        desk.find(&name);
        desk.import(&[changed(&company(1, &text, &name))]);
        desk.integrity_check().unwrap();
    }
}

#[test]
fn an_order_is_found_by_what_it_is_called_now() {
    let desk = desk();
    desk.import(&[company(1, "Old Name", "Sevilla")]);
    desk.import(&[changed(&company(1, "New Name", "Sevilla"))]);
    assert_eq!(desk.find("old").len(), 0);
    assert_eq!(desk.find("new").len(), 1);
    desk.store
        .import_orders(&[], &[order(1).id], "c", 2, super::samples::now())
        .unwrap();
    assert_eq!(desk.find("new").len(), 0);
    desk.integrity_check().unwrap();
}

#[test]
fn a_search_keeps_to_its_view_filters_and_sort() {
    let desk = desk();
    let mut orders = [
        company(1, "Acme Beta", "Roma"),
        company(2, "Acme Alpha", "Roma"),
        company(3, "Acme Gamma", "Milano"),
    ];
    orders[2].assignee = Some("somebody@else.example".to_owned());
    desk.import(&orders);
    desk.draft(&orders[1]);
    let find = |view: View, sort: Sort, states: &[&str]| {
        let query = ListQuery {
            view,
            sort,
            text: "acme".to_owned(),
            states: states.iter().map(|state| (*state).to_owned()).collect(),
            ..everything()
        };
        let window = desk.list(&query).unwrap();
        assert_eq!(window.total as usize, window.rows.len());
        numbers(&window)
    };
    let [one, two, three] = [1, 2, 3].map(|n| order(n).number.to_string());
    assert_eq!(
        find(View::All, Sort::Deadline, &[]),
        [one.clone(), two.clone(), three.clone()]
    );
    assert_eq!(
        find(View::All, Sort::Customer, &[]),
        [two.clone(), one.clone(), three]
    );
    assert_eq!(
        find(View::Inbox, Sort::Deadline, &[]),
        [one.clone(), two.clone()]
    );
    assert_eq!(find(View::Drafts, Sort::Deadline, &[]), [two]);
    assert_eq!(
        find(View::Inbox, Sort::Deadline, &["awaiting_details"]),
        [one]
    );
}
