//! Operators, what is similar, counts of what is found, and the search behind a large import.

use turnup_domain::{Order, Status, order::Review, state::View};

use super::samples::{
    Desk, ME, changed, company, desk, everything, minutes, now, numbers, order, review,
};
use crate::{Facets, ListQuery, Sort};

fn number(n: u32) -> String {
    order(n).number.to_string()
}

/// Orders that differ in what operators ask for. It is Sunday, 10:40 in Madrid.
fn mixed() -> Desk {
    let desk = desk();
    let hour = 60;
    let day = 24 * hour;
    let make =
        |n: u32, name: &str, status: Status, country: &str, closes: Option<i64>, age: i64| {
            let mut order = company(n, name, "Sevilla");
            order.status = status;
            order.end_customer.country = country.to_owned();
            order.closes_at = closes.map(minutes);
            order.mail_sent_at = Some(minutes(-age * day));
            order
        };
    let mut orders: Vec<Order> = vec![
        make(
            0,
            "Zurita Foods",
            Status::AwaitingDetails,
            "ES",
            Some(-2 * hour),
            7,
        ),
        make(
            1,
            "Zurita Logistics",
            Status::AwaitingDetails,
            "ES",
            Some(2 * hour),
            7,
        ),
        make(
            2,
            "Boveda Foods",
            Status::AwaitingDetails,
            "PT",
            Some(2 * day),
            5,
        ),
        make(
            3,
            "Norte Media",
            Status::AwaitingApproval,
            "ES",
            Some(10 * day),
            20,
        ),
        make(
            4,
            "Norte Foods",
            Status::Provisioning,
            "FR",
            Some(10 * day),
            3,
        ),
        make(5, "Sierra", Status::Provisioned, "ES", Some(-day), 9),
        make(6, "Delta", Status::Failed, "es", None, 1),
        make(
            7,
            "Zurita del Norte",
            Status::Closed,
            "ES",
            Some(-9 * day),
            40,
        ),
    ];
    orders[1].assignee = Some(ME.to_owned());
    orders[2].assignee = Some("bo@andaluza.example".to_owned());
    orders[2].review = Some(Review { ..review() });
    orders[4].lines.remove(1);
    desk.import(&orders);
    desk.draft(&orders[3]);
    desk
}

#[test]
fn operators_keep_the_orders_that_they_name() {
    let desk = mixed();
    let cases: &[(&str, &[u32])] = &[
        ("state:draft", &[3]),
        ("state:provision", &[4, 5]),
        ("state:nonsense", &[]),
        ("-state:awaiting", &[3, 4, 5, 6, 7]),
        ("service:messaging zurita", &[0, 1, 7]),
        ("-service:messaging", &[4]),
        ("country:ES", &[0, 1, 3, 5, 6, 7]),
        ("-country:es", &[2, 4]),
        ("customer:foods", &[0, 2, 4]),
        ("customer:\"Zurita F\"", &[0]),
        ("-customer:zurita", &[2, 3, 4, 5, 6]),
        ("assignee:me", &[1]),
        ("assignee:bo@", &[2]),
        ("assignee:nobody foods", &[0, 4]),
        ("due:overdue", &[0]),
        ("due:today", &[1]),
        ("due:<3d", &[0, 1, 2]),
        ("due:2d", &[2]),
        ("due:>=2d", &[2, 3]),
        ("due:2026-11-24", &[2]),
        ("due:<2026-11-24", &[0, 1]),
        ("due:>2026-11-24", &[3]),
        ("-due:<3d is:open", &[3, 4, 6]),
        ("due:never", &[4, 5, 6, 7]),
        ("age:>7d", &[3, 5, 7]),
        ("age:<=3d", &[4, 6]),
        ("age:7d", &[0, 1]),
        ("-age:>3d", &[4, 6]),
        ("is:open", &[0, 1, 2, 3, 4, 6]),
        ("is:provisioned", &[5]),
        ("is:over", &[7]),
        ("is:mine is:open", &[0, 1, 3, 4, 6]),
        ("is:draft", &[3]),
        ("is:queued", &[]),
        ("has:problem", &[6]),
        ("has:deadline", &[0, 1, 2, 3]),
        ("has:review", &[2]),
        ("zurita -foods", &[1, 7]),
        ("-zurita -norte", &[2, 5, 6]),
        ("-\"zurita\" foods", &[2, 4]),
        ("\"zurit\"", &[]),
        ("\"foods\" country:fr", &[4]),
        ("zurita due:overdue -country:pt", &[0]),
        ("zurita due:soonish", &[0, 1, 7]),
        ("state: zurita", &[0, 1, 7]),
    ];
    for (text, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|n| number(*n)).collect();
        let mut found = desk.find(text);
        found.sort();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn what_makes_no_sense_is_said() {
    let desk = mixed();
    let window = desk.list(&asking("zurita due:soonish")).unwrap();
    assert_eq!(window.misunderstood, ["due:soonish"]);
}

fn asking(text: &str) -> ListQuery {
    ListQuery {
        text: text.to_owned(),
        similar: true,
        ..everything()
    }
}

#[test]
fn similar_words_follow_those_that_begin_so() {
    let desk = desk();
    desk.import(&[
        company(1, "Heidelberg Druck", "Köln"),
        company(2, "Bergmann", "Köln"),
        company(3, "Logistics Nord", "Köln"),
        company(4, "Nord Logistics", "Berg"),
    ]);
    let cases: &[(&str, &[u32], u32)] = &[
        ("berg", &[2, 4, 1], 2),
        ("logisitcs", &[3, 4], 0),
        ("logsitics nord", &[3, 4], 0),
        ("heidleberg drukc", &[1], 0),
        ("bergmann -heidelberg", &[2], 1),
        ("\"berg\"", &[4], 1),
        ("-berg logistisc", &[3], 0),
        ("berg logistics", &[4], 1),
        ("oln", &[1, 2, 3], 0),
        ("xyzzy", &[], 0),
        ("ln", &[], 0),
        ("4411", &[], 0),
    ];
    for sort in [Sort::Deadline, Sort::Number] {
        for (text, expected, exact) in cases {
            let window = desk
                .list(&ListQuery {
                    sort,
                    ..asking(text)
                })
                .unwrap();
            let expected: Vec<_> = expected.iter().map(|n| number(*n)).collect();
            assert_eq!(numbers(&window), expected, "{text}");
            assert_eq!(window.exact, Some(*exact), "{text}");
            assert_eq!(
                (window.total as usize, window.more),
                (expected.len(), false)
            );
        }
    }
    let strict = ListQuery {
        similar: false,
        ..asking("berg")
    };
    assert_eq!(desk.list(&strict).unwrap().total, 2);
}

#[test]
fn a_long_beginning_finds_every_word_that_begins_so() {
    let desk = desk();
    let orders: Vec<_> = (0..90)
        .map(|n| company(n, &format!("Consult{}", letters(n)), "Köln"))
        .chain([
            company(90, "Consulting471 ABC", "Köln"),
            company(91, "Consultants", "Köln"),
        ])
        .collect();
    desk.import(&orders);
    for (text, count) in [
        ("consult", 92),
        ("consulta", 27),
        ("consultants", 1),
        ("consulting", 1),
        ("consulting47", 1),
        ("consulting 471", 0),
        ("consult abc", 1),
    ] {
        assert_eq!(desk.find(text).len(), count, "{text}");
    }
}

/// Two letters that tell a number from another.
fn letters(n: u32) -> String {
    let letter = |n: u32| char::from_u32(u32::from('a') + n % 26).unwrap();
    [letter(n / 26), letter(n)].iter().collect()
}

#[test]
fn counts_of_states_and_services_follow_the_words_and_not_their_own_filter() {
    let desk = mixed();
    let facets = |query: &ListQuery| desk.facets(query).unwrap();
    let counted = |of: &[(&str, u32)]| {
        of.iter()
            .map(|(word, n)| ((*word).to_owned(), *n))
            .collect()
    };
    let zurita = asking("zurita");
    let expected = Facets {
        total: Some(3),
        states: counted(&[("awaiting_details", 2), ("closed", 1)]),
        services: counted(&[("meetings", 3), ("messaging", 3)]),
        at_least: false,
    };
    assert_eq!(facets(&zurita), expected);
    let closed = ListQuery {
        states: vec!["closed".to_owned()],
        ..zurita
    };
    let expected = Facets {
        total: Some(1),
        services: counted(&[("meetings", 1), ("messaging", 1)]),
        ..expected
    };
    assert_eq!(facets(&closed), expected);
    let due = ListQuery {
        view: View::DueSoon,
        ..asking("due:today")
    };
    assert_eq!(facets(&due).total, Some(1));
    let whole = facets(&asking(""));
    assert_eq!((whole.total, whole.states["draft"]), (Some(8), 1));
    assert_eq!(
        facets(&asking("nobodyhasthis")),
        Facets {
            total: Some(0),
            ..Facets::default()
        }
    );
}

#[test]
fn a_count_ends_at_the_number_that_matters() {
    let desk = mixed();
    let count = |text: &str, most: u32| desk.count_up_to(&asking(text), most).unwrap();
    for (text, most, expected) in [
        ("zurita", 10, (3, false)),
        ("zurita", 3, (3, false)),
        ("zurita", 2, (2, true)),
        ("due:<3d", 2, (2, true)),
        ("xyzzy", 2, (0, false)),
        ("", 2, (8, false)),
    ] {
        assert_eq!(count(text, most), expected, "{text} {most}");
    }
}

#[test]
fn a_large_page_is_listed_at_once_and_found_when_it_is_indexed() {
    let desk = desk();
    let orders: Vec<_> = (0..150).map(|n| company(n, "Zurita", "Sevilla")).collect();
    desk.import(&orders);
    let window = desk.list(&asking("zurita")).unwrap();
    assert_eq!((window.total, window.indexing), (0, true));
    assert_eq!(desk.list(&everything()).unwrap().total, 150);
    // What changes or goes meanwhile is neither lost nor doubled.
    let mut renamed = changed(&orders[1]);
    renamed.end_customer.company = "Boveda".to_owned();
    desk.import(&[renamed]);
    desk.store
        .import_orders(&[], &[orders[2].id.clone()], "c", 2, now())
        .unwrap();
    let mut taken = Vec::new();
    loop {
        match desk.index_some(100).unwrap() {
            0 => break,
            some => taken.push(some),
        }
    }
    assert_eq!(taken, [100, 49]);
    let window = desk.list(&asking("zurita")).unwrap();
    assert_eq!((window.total, window.indexing), (148, false));
    assert_eq!(desk.find("boveda"), [number(1)]);
    desk.integrity_check().unwrap();
}

#[test]
fn a_large_page_of_changes_is_found_by_its_new_words_only() {
    let desk = desk();
    let orders: Vec<_> = (0..150).map(|n| company(n, "Zurita", "Sevilla")).collect();
    desk.import(&orders);
    while desk.index_some(1_000).unwrap() > 0 {}
    let renamed: Vec<_> = orders
        .iter()
        .map(|order| {
            let mut next = changed(order);
            next.end_customer.company = "Boveda".to_owned();
            next
        })
        .collect();
    desk.import(&renamed);
    assert_eq!(desk.find("zurita").len(), 0);
    while desk.index_some(1_000).unwrap() > 0 {}
    assert_eq!(
        (desk.find("zurita").len(), desk.find("boveda").len()),
        (0, 150)
    );
    desk.integrity_check().unwrap();
}
