//! What is kept of customers, held against what the orders themselves say: through changes, and in
//! a cache of before there were customers.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rusqlite::Connection;
use turnup_domain::{OrderId, Status};

use super::{
    customers::{counted, of, query},
    samples::{BACK_TO_SCHEMA_3, TORN_ORDER, desk, now, order},
};
use crate::{Customer, CustomerSort, Store, search::fold_for_identity};

/// What must be counted, from the orders one by one.
fn recounted(store: &Store, ids: &[OrderId]) -> BTreeMap<(String, String), (u32, u32, u32)> {
    let mut counts = BTreeMap::new();
    for id in ids {
        let Some(stored) = store.order(id).unwrap() else {
            continue;
        };
        let customer = &stored.order.end_customer;
        let key = (
            fold_for_identity(&customer.company),
            customer.country.to_ascii_uppercase(),
        );
        let count: &mut (u32, u32, u32) = counts.entry(key).or_default();
        count.0 += 1;
        match stored.order.status.as_str() {
            "provisioned" | "provisioned_with_errors" => count.2 += 1,
            _ if stored.order.status.is_open() => count.1 += 1,
            _ => {}
        }
    }
    counts
}

fn kept(store: &Store) -> BTreeMap<(String, String), (u32, u32, u32)> {
    let window = store.customers(&query("", CustomerSort::Name, false));
    let rows = window.unwrap().rows.into_iter();
    rows.map(|one: Customer| {
        let key = (fold_for_identity(&one.name.company), one.name.country);
        (key, (one.orders, one.open, one.provisioned))
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_kept_is_what_the_orders_say_through_any_changes(
        steps in prop::collection::vec(
            (0..6_u32, 0..4_usize, 0..2_usize, 0..4_usize, any::<bool>()), 1..40)
    ) {
        let desk = desk();
        let companies = ["Foods", "FOODS ", "Móveis", "Other"];
        let statuses = ["awaiting_details", "mapped", "provisioned", "closed"];
        let ids: Vec<OrderId> = (0..6).map(|number| order(number).id).collect();
        for (at, (number, company, country, status, deletes)) in steps.into_iter().enumerate() {
            if deletes {
                desk.import_orders(&[], &[order(number).id], "c", 0, now()).unwrap();
            } else {
                let mut changed = of(number, companies[company], ["ES", "PT"][country]);
                changed.status = Status::from(statuses[status]);
                changed.revision = at as u64 + 10;
                changed.sequence = at as u64 + 1_000;
                desk.import(&[changed]);
            }
            prop_assert_eq!(kept(&desk), recounted(&desk, &ids));
        }
    }
}

#[test]
fn a_cache_of_before_there_were_customers_knows_them_after_its_update() {
    let desk = desk();
    desk.import(&[
        of(1, "Foods", "ES"),
        of(2, "FOODS", "ES"),
        of(3, "Other", "PT"),
    ]);
    let path = desk.path().to_owned();
    desk.store.close();
    let old = Connection::open(&path).unwrap();
    old.execute_batch(BACK_TO_SCHEMA_3).unwrap();
    old.execute_batch(TORN_ORDER).unwrap();
    drop(old);
    let store = Store::open(&path).unwrap();
    assert_eq!(counted(&store, "Foods", "ES"), (2, 2, 0));
    assert_eq!(counted(&store, "Other", "PT"), (1, 1, 0));
    assert_eq!(
        counted(&store, "", ""),
        (1, 0, 0),
        "an order nobody can read"
    );
}
