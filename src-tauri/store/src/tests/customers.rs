//! Customers: who is whom, what is counted of each, the list of them, notes, and what is known.

use turnup_domain::{Order, OrderId, Status, order::EndCustomer, state::LocalState};

use super::samples::{Desk, desk, minutes, now, order};
use crate::{CustomerName, CustomerQuery, CustomerSort, Store, StoreError};

fn name(company: &str, country: &str) -> CustomerName {
    CustomerName {
        company: company.to_owned(),
        country: country.to_owned(),
    }
}

/// An order of a customer.
pub(super) fn of(number: u32, company: &str, country: &str) -> Order {
    let mut order = order(number);
    order.end_customer = EndCustomer {
        company: company.to_owned(),
        country: country.to_owned(),
        ..order.end_customer
    };
    order
}

pub(super) fn query(text: &str, sort: CustomerSort, descending: bool) -> CustomerQuery {
    CustomerQuery {
        text: text.to_owned(),
        sort,
        descending,
        offset: 0,
        limit: 200,
    }
}

fn names(store: &Store, query: &CustomerQuery) -> Vec<String> {
    let window = store.customers(query).unwrap();
    assert_eq!(window.total as usize, window.rows.len());
    let rows = window.rows.into_iter();
    rows.map(|one| format!("{} {}", one.name.company, one.name.country))
        .collect()
}

fn listed(store: &Store) -> Vec<String> {
    names(store, &query("", CustomerSort::Name, false))
}

/// Orders, open ones, provisioned ones.
pub(super) fn counted(store: &Store, company: &str, country: &str) -> (u32, u32, u32) {
    let customer = store.customer(&name(company, country)).unwrap();
    (customer.orders, customer.open, customer.provisioned)
}

#[test]
fn one_name_in_one_country_is_one_customer_however_it_is_written() {
    let table: &[(&str, &str, &str, &str, bool)] = &[
        ("Zurita y Compañía", "ES", "ZURITA Y COMPAÑIA", "ES", true),
        ("Zurita  y Compañía ", "ES", "zurita y compañía", "es", true),
        ("Straße AG", "DE", "STRASSE AG", "DE", true),
        ("Ａｃｍｅ", "JP", "acme", "JP", true),
        ("Αθηνά", "GR", "ΑΘΗΝΑ", "GR", true),
        ("Zurita", "ES", "Zurita", "MX", false),
        ("Zurita", "ES", "Zurita", "", false),
        ("Zurita S.L.", "ES", "Zurita SL", "ES", false),
        // Other letters, although they have the same Latin spelling or the same stem.
        ("カイド", "JP", "ガイド", "JP", false),
        ("张三", "CN", "章三", "CN", false),
        ("", "ES", "", "ES", true),
    ];
    for (one, here, other, there, same) in table {
        let desk = desk();
        desk.import(&[of(1, one, here), of(2, other, there)]);
        let expected = if *same { 1 } else { 2 };
        assert_eq!(
            listed(&desk).len(),
            expected,
            "{one} {here}, {other} {there}"
        );
        let orders = if *same { 2 } else { 1 };
        assert_eq!(counted(&desk, one, here).0, orders, "{one}, {other}");
        let shown = desk.customer(&name(one, here)).unwrap().name.company;
        let last = if *same { other } else { one };
        assert_eq!(shown, *last, "the last spelling is shown");
    }
}

#[test]
fn long_names_that_begin_alike_are_two_customers() {
    let desk = desk();
    let long = "Compañía ".repeat(60);
    desk.import(&[
        of(1, &format!("{long}A"), "ES"),
        of(2, &format!("{long}B"), "ES"),
    ]);
    assert_eq!(listed(&desk).len(), 2);
}

#[test]
fn what_is_counted_of_a_customer_follows_its_orders() {
    type Change = fn(&mut Order);
    let table: &[(&str, Change, (u32, u32, u32))] = &[
        ("nothing", |_| {}, (2, 2, 0)),
        (
            "provisioned",
            |order| order.status = Status::Provisioned,
            (2, 1, 1),
        ),
        (
            "with errors",
            |order| order.status = Status::ProvisionedWithErrors,
            (2, 1, 1),
        ),
        ("closed", |order| order.status = Status::Closed, (2, 1, 0)),
        (
            "another spelling",
            |order| order.end_customer.company = "FOODS".into(),
            (2, 2, 0),
        ),
        (
            "renamed",
            |order| order.end_customer.company = "Foods Group".into(),
            (1, 1, 0),
        ),
        (
            "moved",
            |order| order.end_customer.country = "PT".into(),
            (1, 1, 0),
        ),
    ];
    for (what, change, expected) in table {
        let desk = desk();
        let mut changed = of(1, "Foods", "ES");
        desk.import(&[changed.clone(), of(2, "Foods", "ES")]);
        change(&mut changed);
        (changed.revision, changed.sequence) = (changed.revision + 1, changed.sequence + 100);
        desk.import(&[changed.clone()]);
        assert_eq!(counted(&desk, "Foods", "ES"), *expected, "{what}");
        let CustomerName { company, country } =
            name(&changed.end_customer.company, &changed.end_customer.country);
        let others = listed(&desk).len();
        assert_eq!(others, if expected.0 == 1 { 2 } else { 1 }, "{what}");
        assert!(desk.customer(&name(&company, &country)).is_ok(), "{what}");
    }
}

#[test]
fn a_customer_goes_with_its_last_order_unless_there_is_a_note_on_it() {
    let desk = desk();
    let (with, without) = (name("With", "ES"), name("Without", "ES"));
    desk.import(&[of(1, "With", "ES"), of(2, "Without", "ES")]);
    desk.keep_customer_note(&with, "calls on Fridays").unwrap();
    desk.import_orders(&[], &[order(1).id, order(2).id], "c", 9, now())
        .unwrap();
    assert_eq!(listed(&desk), ["With ES"]);
    assert_eq!(counted(&desk, "With", "ES"), (0, 0, 0));
    assert_eq!(desk.customer(&with).unwrap().next, None);
    assert_eq!(desk.customer_note(&with).unwrap(), "calls on Fridays");
    assert!(matches!(desk.customer(&without), Err(StoreError::NotFound)));
    // Without its note it goes, and comes back with an order.
    desk.keep_customer_note(&with, "").unwrap();
    assert_eq!(listed(&desk), Vec::<String>::new());
    desk.import(&[of(3, "WITH", "es")]);
    assert_eq!(counted(&desk, "With", "ES"), (1, 1, 0));
}

#[test]
fn a_note_stays_with_the_name_when_a_customer_is_renamed_away() {
    let desk = desk();
    let before = name("Foods", "ES");
    let mut renamed = of(1, "Foods", "ES");
    desk.import(&[renamed.clone()]);
    desk.keep_customer_note(&before, "asks for Ana").unwrap();
    renamed.end_customer.company = "Foods Group".into();
    (renamed.revision, renamed.sequence) = (renamed.revision + 1, renamed.sequence + 1);
    desk.import(&[renamed]);
    assert_eq!(listed(&desk), ["Foods ES", "Foods Group ES"]);
    assert_eq!(desk.customer_note(&before).unwrap(), "asks for Ana");
    let after = name("Foods Group", "ES");
    assert_eq!(desk.customer_note(&after).unwrap(), "");
}

#[test]
fn a_note_is_only_for_a_customer_that_is_here() {
    let desk = desk();
    let kept = desk.keep_customer_note(&name("Nobody", "ES"), "x");
    assert!(matches!(kept, Err(StoreError::NotFound)), "{kept:?}");
    assert_eq!(desk.customer_note(&name("Nobody", "ES")).unwrap(), "");
}

#[test]
fn an_order_that_vanished_but_has_a_draft_still_counts() {
    let desk = desk();
    desk.import(&[of(1, "Foods", "ES")]);
    desk.draft(&order(1));
    desk.import_orders(&[], &[order(1).id], "c", 9, now())
        .unwrap();
    let stored = desk.order(&order(1).id).unwrap().unwrap();
    assert!(stored.gone);
    assert_eq!(stored.local_state, LocalState::NeedsAttention);
    assert_eq!(counted(&desk, "Foods", "ES"), (1, 1, 0));
    desk.drop_draft(&order(1).id, now()).unwrap();
    assert_eq!(listed(&desk), Vec::<String>::new());
}

#[test]
fn the_next_deadline_is_that_of_the_order_that_closes_first() {
    let desk = desk();
    let closing = |number, at: Option<i64>, status: &str| {
        let mut order = of(number, "Foods", "ES");
        order.closes_at = at.map(minutes);
        order.status = Status::from(status);
        order
    };
    let mut first = closing(1, Some(60), "awaiting_details");
    desk.import(&[
        closing(2, None, "awaiting_details"),
        closing(3, Some(10), "provisioned"),
        first.clone(),
        closing(4, Some(90), "awaiting_details"),
    ]);
    let next = |desk: &Desk| {
        let customer = desk.customer(&name("Foods", "ES")).unwrap();
        customer.next.map(|next| next.closes_at)
    };
    assert_eq!(next(&desk), Some(minutes(60)));
    first.status = Status::Provisioned;
    (first.revision, first.sequence) = (first.revision + 1, first.sequence + 9);
    desk.import(&[first]);
    assert_eq!(next(&desk), Some(minutes(90)));
    desk.import_orders(&[], &[order(4).id], "c", 9, now())
        .unwrap();
    assert_eq!(next(&desk), None, "one waits without a deadline");
}

fn three() -> Desk {
    let desk = desk();
    let mut late = of(1, "Árbol Uno", "ES");
    late.closes_at = Some(minutes(900));
    let mut soon = of(2, "bosque", "ES");
    soon.closes_at = Some(minutes(30));
    let mut done = of(3, "Cielo Uno", "ES");
    done.status = Status::Provisioned;
    let mut more = of(4, "Cielo Uno", "ES");
    more.status = Status::Closed;
    let mut later = of(5, "bosque", "ES");
    later.closes_at = Some(minutes(950));
    desk.import(&[late, soon, done, more, later]);
    desk
}

#[test]
fn customers_are_sorted_by_name_orders_or_deadline() {
    use CustomerSort::{Deadline, Name, Orders};
    let desk = three();
    let (a, b, c) = ("Árbol Uno ES", "bosque ES", "Cielo Uno ES");
    let table = [
        (Name, false, [a, b, c]),
        (Name, true, [c, b, a]),
        (Orders, false, [c, a, b]),
        (Orders, true, [b, a, c]),
        (Deadline, false, [b, a, c]),
        // Those of whom nothing closes come last either way.
        (Deadline, true, [a, b, c]),
    ];
    for (sort, descending, expected) in table {
        let found = names(&desk, &query("", sort, descending));
        assert_eq!(found, expected, "{sort:?} {descending}");
    }
}

#[test]
fn customers_are_found_by_the_words_of_their_name() {
    let desk = three();
    desk.import(&[of(6, "株式会社ひかり", "JP"), of(7, "100% Foods_%", "GB")]);
    let table: &[(&str, &[&str])] = &[
        ("arbol", &["Árbol Uno ES"]),
        ("UNO", &["Árbol Uno ES", "Cielo Uno ES"]),
        ("uno ciel", &["Cielo Uno ES"]),
        ("ひかり", &["株式会社ひかり JP"]),
        ("hikari", &["株式会社ひかり JP"]),
        ("nobody", &[]),
        ("%", &["100% Foods_% GB"]),
        ("'; DROP TABLE customers; --", &[]),
    ];
    for (text, expected) in table {
        let found = names(&desk, &query(text, CustomerSort::Name, false));
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn a_window_is_a_slice_of_the_list_at_any_depth() {
    let desk = desk();
    let all: Vec<Order> = (0..450)
        .map(|number| of(number, &format!("Company {number:03}"), "ES"))
        .collect();
    desk.import(&all);
    let window = |offset, limit| {
        let asked = CustomerQuery {
            offset,
            limit,
            ..query("", CustomerSort::Name, false)
        };
        let window = desk.customers(&asked).unwrap();
        assert_eq!(window.total, 450);
        let first = window.rows.first().map(|one| one.name.company.clone());
        (window.rows.len(), first.unwrap_or_default())
    };
    assert_eq!(window(0, 10), (10, "Company 000".into()));
    assert_eq!(window(440, 200), (10, "Company 440".into()));
    assert_eq!(window(0, 5_000), (200, "Company 000".into()));
    assert_eq!(window(5_000, 10), (0, String::new()));
    // What changed since is seen.
    desk.import(&[of(900, "Company 000 A", "ES")]);
    let again = desk.customers(&query("000", CustomerSort::Name, false));
    assert_eq!(again.unwrap().total, 2);
}

#[test]
fn the_orders_of_a_customer_are_listed_and_no_others() {
    let desk = desk();
    let mut first = of(3, "FOODS", "ES");
    first.closes_at = Some(minutes(1));
    desk.import(&[
        of(1, "Foods", "ES"),
        of(2, "Foods", "MX"),
        first,
        of(4, "Foods Group", "ES"),
    ]);
    let asked = super::samples::everything();
    let window = desk.list_of_customer(&name("foods", "ES"), &asked).unwrap();
    let ids: Vec<&OrderId> = window.rows.iter().map(|row| &row.id).collect();
    assert_eq!(ids, [&order(3).id, &order(1).id]);
    assert_eq!((window.total, window.more), (2, false));
    let nobody = desk.list_of_customer(&name("Nobody", "ES"), &asked);
    assert!(matches!(nobody, Err(StoreError::NotFound)));
}

#[test]
fn what_is_known_of_a_customer_is_read_from_its_orders() {
    let desk = desk();
    desk.import(&[
        of(1, "Foods", "ES"),
        of(2, "Foods", "ES"),
        of(3, "Other", "ES"),
    ]);
    desk.draft(&order(2));
    let work = desk.customer_work(&name("Foods", "ES"), 10).unwrap();
    assert!(!work.more);
    let drafted: Vec<(OrderId, bool)> = work
        .orders
        .iter()
        .map(|one| (one.order.id.clone(), one.draft.is_some()))
        .collect();
    assert_eq!(drafted.len(), 2);
    assert!(drafted.contains(&(order(1).id, false)));
    assert!(drafted.contains(&(order(2).id, true)));
    let work = desk.customer_work(&name("Foods", "ES"), 1).unwrap();
    assert_eq!((work.orders.len(), work.more), (1, true));
}

#[test]
fn colleagues_are_those_on_whom_orders_were_put() {
    let desk = desk();
    let put = |number, who: &str, status: &str| {
        let mut order = order(number);
        order.assignee = Some(who.to_owned());
        order.status = Status::from(status);
        order
    };
    desk.import(&[
        put(1, "Bo@andaluza.example", "awaiting_details"),
        put(2, "bo@andaluza.example", "mapped"),
        put(3, "bo@andaluza.example", "provisioned"),
        put(4, "cy@andaluza.example", "closed"),
        order(5),
    ]);
    let found: Vec<(String, u32)> = desk
        .colleagues()
        .unwrap()
        .into_iter()
        .map(|one| (one.email, one.open))
        .collect();
    let expected = [("bo@andaluza.example", 2), ("cy@andaluza.example", 0)];
    assert_eq!(found, expected.map(|(who, open)| (who.to_owned(), open)));
}
