//! Views, filters, sorts, windows and counters.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use turnup_domain::{
    Order, Status,
    order::ServiceKind,
    state::{LocalState, View},
};

use super::samples::{
    self, Desk, ME, changed, confirmation, desk, everything, minutes, now, numbers, order, refusal,
};
use crate::{Counts, ListQuery, Sort};

/// An order with everything random that a view looks at.
fn any_order() -> impl Strategy<Value = Order> {
    let status = prop_oneof![
        8 => (0..Status::KNOWN.len()).prop_map(|n| Status::KNOWN[n].clone()),
        1 => Just(Status::Unknown("from_the_future".to_owned())),
    ];
    let assignee = prop::option::of(prop::sample::select(vec![
        "",
        " ",
        ME,
        " ANA@andaluza.example ",
        "bo@andaluza.example",
    ]));
    let closes = prop::option::of(prop_oneof![
        -2_000_i64..14_000,
        // Around the edge of the third day, where zones differ.
        4_000_i64..6_500,
    ]);
    let zone = prop::option::of(prop::sample::select(vec![
        "Europe/Madrid",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "Asia/Kathmandu",
        "Mars/Base",
    ]));
    let reviewer = prop::option::of(prop::sample::select(vec![
        ME,
        "Ana@Andaluza.example ",
        "bo@andaluza.example",
    ]));
    let told = prop::sample::select(vec!["pending", "approved", "delegated"]);
    let review = (reviewer, told).prop_map(|(reviewer, told)| {
        let mut review = samples::review();
        review.reviewer = reviewer?.to_owned();
        review.state = told.into();
        Some(review)
    });
    let parts = (status, assignee, closes, zone, review);
    parts.prop_map(|(status, assignee, closes, zone, review)| {
        let mut order = order(0);
        order.status = status;
        order.assignee = assignee.map(str::to_owned);
        order.closes_at = closes.map(minutes);
        order.contact.time_zone = zone.map(str::to_owned);
        order.review = review;
        order
    })
}

/// What this computer does with an order: 0 nothing … 4 parked, 5 deleted by the service.
fn work(desk: &Desk, order: &Order, kind: u8) {
    if kind == 0 {
        return;
    }
    desk.draft(order);
    if kind >= 2 {
        let head = desk.queue(order, &confirmation()).remove(0);
        if kind == 3 {
            desk.begin_attempt(head.id, now()).unwrap();
        }
        if kind == 4 {
            desk.park(head.id, &refusal("order_closed"), None, now())
                .unwrap();
        }
    }
    if kind == 5 {
        desk.store
            .import_orders(&[], std::slice::from_ref(&order.id), "c", 9, now())
            .unwrap();
    }
}

fn desk_with(orders: Vec<(Order, u8)>) -> (Desk, Vec<Order>) {
    let desk = desk();
    let mut named = Vec::new();
    for (n, (mut order, kind)) in (0..).zip(orders) {
        let name = super::samples::order(n);
        (order.id, order.number, order.subscription) = (name.id, name.number, name.subscription);
        order.sequence = name.sequence;
        desk.import(std::slice::from_ref(&order));
        work(&desk, &order, kind);
        named.push(order);
    }
    (desk, named)
}

fn shown(desk: &Desk, orders: &[Order], view: &View, at: Timestamp) -> BTreeSet<String> {
    let shown = |order: &&Order| view.shows(order, &desk.state_of(order), ME, at);
    orders
        .iter()
        .filter(shown)
        .map(|order| order.number.to_string())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn lists_and_counters_are_what_the_domain_says(
        orders in prop::collection::vec((any_order(), 0_u8..6), 1..40),
        later in 0_i64..3_000,
    ) {
        let (desk, orders) = desk_with(orders);
        let at = now() + SignedDuration::from_mins(later);
        let counts = desk.counts(ME, at).unwrap();
        for view in View::KNOWN {
            let expected = shown(&desk, &orders, view, at);
            prop_assert_eq!(counts.of(view) as usize, expected.len(), "{}", view);
            for sort in [Sort::Deadline, Sort::Number, Sort::Customer, Sort::State] {
                for descending in [false, true] {
                    let query =
                        ListQuery { view: view.clone(), now: at, sort, descending, ..everything() };
                    let window = desk.list(&query).unwrap();
                    prop_assert_eq!(window.total as usize, expected.len());
                    let listed: BTreeSet<_> = numbers(&window).into_iter().collect();
                    prop_assert_eq!(&listed, &expected, "{} {:?}", view, sort);
                }
            }
        }
    }

    #[test]
    fn counters_survive_any_sequence_of_changes(
        changes in prop::collection::vec((0_u32..6, any_order(), 0_u8..4), 1..60),
    ) {
        let desk = desk();
        for (place, (n, mut order, act)) in changes.into_iter().enumerate() {
            let name = super::samples::order(n);
            (order.id, order.number) = (name.id, name.number);
            order.sequence = place as u64;
            order.revision = place as u64;
            match act {
                0 => _ = desk.store.import_orders(&[], &[order.id], "c", 1, now()).unwrap(),
                1 => _ = desk.drop_draft(&order.id, now()),
                2 => _ = desk.store.save_draft(&order.id, &Default::default(), 1, None, now()),
                _ => _ = desk.put_order(&order, now()).unwrap(),
            }
        }
        let counted = desk.counts(ME, now()).unwrap();
        let by_hand: u32 =
            desk.read(|tx| Ok(tx.query_row("SELECT count(*) FROM orders", [], |r| r.get(0))?)).unwrap();
        prop_assert_eq!(counted.all, by_hand);
        desk.integrity_check().unwrap();
    }
}

#[test]
fn nothing_is_counted_in_an_empty_store() {
    let desk = desk();
    assert_eq!(desk.counts(ME, now()).unwrap(), Counts::default());
    assert_eq!(desk.list(&everything()).unwrap().total, 0);
}

#[test]
fn the_badge_filter_looks_at_the_local_state_first() {
    let desk = desk();
    let mut mapped = order(2);
    mapped.status = Status::Mapped;
    desk.import(&[order(1), mapped, order(3)]);
    desk.draft(&order(3));
    let find = |states: &[&str]| {
        let states = states.iter().map(|state| (*state).to_owned()).collect();
        numbers(
            &desk
                .list(&ListQuery {
                    states,
                    ..everything()
                })
                .unwrap(),
        )
    };
    assert_eq!(find(&["awaiting_details"]), ["4410-100001"]);
    assert_eq!(find(&["draft"]), ["4410-100003"]);
    assert_eq!(find(&["draft", "mapped"]), ["4410-100003", "4410-100002"]);
    assert_eq!(find(&["provisioned"]), Vec::<String>::new());
}

#[test]
fn the_service_filter_keeps_orders_with_any_of_them() {
    let desk = desk();
    let mut calling = order(2);
    calling.lines[0].service = ServiceKind::Calling;
    desk.import(&[order(1), calling]);
    let find = |services: &[&str]| {
        let services = services.iter().map(|kind| (*kind).to_owned()).collect();
        desk.list(&ListQuery {
            services,
            ..everything()
        })
        .unwrap()
    };
    assert_eq!(numbers(&find(&["calling"])), ["4410-100002"]);
    assert_eq!(find(&["calling", "meetings"]).total, 2);
    assert_eq!(find(&["call"]).total, 0);
    assert_eq!(
        find(&["calling"]).rows[0].services,
        ["calling", "messaging"]
    );
}

#[test]
fn orders_that_wait_for_nothing_come_last_either_way() {
    let desk = desk();
    let mut done = order(1);
    done.status = Status::Provisioned;
    let mut timeless = order(4);
    timeless.closes_at = None;
    desk.import(&[done, order(3), order(2), timeless]);
    let sorted = |descending| {
        numbers(
            &desk
                .list(&ListQuery {
                    descending,
                    ..everything()
                })
                .unwrap(),
        )
    };
    let expected = |places: [u32; 4]| places.map(|n| order(n).number.to_string()).to_vec();
    assert_eq!(sorted(false), expected([2, 3, 1, 4]));
    assert_eq!(sorted(true), expected([3, 2, 4, 1]));
}

#[test]
fn lists_are_sorted_by_customer_and_by_state() {
    let desk = desk();
    let names = ["Zeta", "Ábaco", "«Beta»", "Ωmega"];
    let orders: Vec<_> = (0..)
        .zip(names)
        .map(|(n, name)| super::samples::company(n, name, ""))
        .collect();
    desk.import(&orders);
    desk.draft(&orders[3]);
    let entry = desk.queue(&orders[2], &confirmation()).remove(0);
    desk.park(entry.id, &refusal("order_closed"), None, now())
        .unwrap();
    let sorted = |sort| {
        let window = desk
            .list(&ListQuery {
                sort,
                ..everything()
            })
            .unwrap();
        window
            .rows
            .into_iter()
            .map(|row| row.customer)
            .collect::<Vec<_>>()
    };
    assert_eq!(sorted(Sort::Customer), ["Ábaco", "«Beta»", "Ωmega", "Zeta"]);
    assert_eq!(sorted(Sort::State), ["«Beta»", "Ωmega", "Zeta", "Ábaco"]);
    assert_eq!(sorted(Sort::Number), names);
}

#[test]
fn every_row_is_reached_through_windows_in_any_sequence() {
    let desk = desk();
    let orders: Vec<_> = (0..3_500).map(order).collect();
    desk.import(&orders);
    let all: Vec<_> = orders
        .iter()
        .map(|order| order.number.to_string())
        .collect();
    while desk.index_some(1_000).unwrap() > 0 {}
    let window = |text: &str, offset: u32, descending: bool| {
        let text = text.to_owned();
        desk.list(&ListQuery {
            text,
            offset,
            descending,
            limit: 100,
            ..everything()
        })
        .unwrap()
    };
    for offset in [3_450, 0, 1_950, 1_050, 3_500, 9_999] {
        let found = window("", offset, false);
        let start = all.len().min(offset as usize);
        assert_eq!(numbers(&found), all[start..all.len().min(start + 100)]);
        assert_eq!((found.total, found.more), (3_500, false));
    }
    let (mut read, mut backwards) = (Vec::new(), Vec::new());
    for offset in (0..3_500).step_by(100) {
        let found = window("company", offset, false);
        assert!(found.total > offset + 100 || !found.more);
        read.extend(numbers(&found));
        backwards.extend(numbers(&window("", offset, true)));
    }
    assert_eq!(read, all);
    backwards.reverse();
    assert_eq!(backwards, all);
    let end = window("company", 3_500, false);
    assert_eq!((end.rows.len(), end.total, end.more), (0, 3_500, false));
}

#[test]
fn a_long_view_says_its_whole_length_from_the_first_window_on() {
    let desk = desk();
    let mut orders: Vec<_> = (0..900).map(order).collect();
    for order in &mut orders {
        order.closes_at = Some(minutes(60));
    }
    desk.import(&orders);
    for view in [View::Inbox, View::DueSoon, View::All] {
        let window = desk
            .list(&ListQuery {
                view,
                limit: 10,
                ..everything()
            })
            .unwrap();
        assert_eq!(
            (window.rows.len(), window.total, window.more),
            (10, 900, false)
        );
    }
}

#[test]
fn a_list_shows_a_change_at_once() {
    let desk = desk();
    desk.import(&[order(1), order(2)]);
    assert_eq!(desk.list(&everything()).unwrap().total, 2);
    let mut done = changed(&order(1));
    done.status = Status::Provisioned;
    desk.put_order(&done, now()).unwrap();
    let window = desk.list(&everything()).unwrap();
    assert_eq!(numbers(&window), ["4410-100002", "4410-100001"]);
    assert_eq!(window.rows[1].status, Status::Provisioned);
    desk.draft(&order(2));
    assert_eq!(
        desk.list(&everything()).unwrap().rows[0].local_state,
        LocalState::Draft
    );
}
