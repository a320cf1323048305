//! The figures over all orders, held against what the orders themselves say: through changes,
//! and in a cache of before there were figures.

use std::collections::BTreeMap;

use rusqlite::Connection;
use turnup_domain::{
    Order, OrderId,
    state::{Urgency, deadline},
};

use super::{
    overview::{at, figures, query, worked_on},
    samples::{BACK_TO_SCHEMA_3, TORN_ORDER, desk, minutes, now, order},
};
use crate::{AGES, Overview, OverviewQuery, Store};

/// The same figures, from the orders one by one.
fn counted(store: &Store, orders: &[OrderId], query: &OverviewQuery) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut count = |what: String| *counts.entry(what).or_default() += 1;
    for id in orders {
        let Some(stored) = store.order(id).unwrap() else {
            continue;
        };
        let order = stored.order;
        if order.status.is_open() {
            let badge = match stored.local_state.as_str() {
                "clean" => order.status.to_string(),
                local => local.to_owned(),
            };
            let age = order.mail_sent_at.map_or("unknown".to_owned(), |sent| {
                let days = query.now.duration_since(sent).as_secs_f64() / 86_400.0;
                let age = AGES.iter().filter(|cut| days >= f64::from(**cut)).count();
                age.to_string()
            });
            count(format!("{badge} {age}"));
        }
        match deadline(&order, query.now).urgency {
            Urgency::Overdue => count("overdue".into()),
            Urgency::None => {}
            _ => {
                let day = turnup_domain::state::closing_day(&order).unwrap();
                let later = day > query.last_day;
                count(if later {
                    "later".into()
                } else {
                    day.to_string()
                });
            }
        }
        if order.status.as_str().starts_with("provisioned") {
            let ended = order.operation.and_then(|operation| operation.ended_at);
            let week = |ended| query.weeks.iter().rposition(|begins| *begins <= ended);
            match ended.map(week) {
                None => count("undated".into()),
                Some(Some(week)) if week < query.weeks.len() - 1 => {
                    count(format!("week {week} {}", order.status));
                }
                Some(_) => {}
            }
        }
    }
    counts.into_iter().collect()
}

/// The store's figures in the same words.
fn told(overview: &Overview) -> Vec<(String, u32)> {
    let mut told: BTreeMap<String, u32> = BTreeMap::new();
    for open in &overview.open {
        for (age, orders) in open.by_age.iter().enumerate() {
            told.insert(format!("{} {age}", open.badge), *orders);
        }
        told.insert(format!("{} unknown", open.badge), open.age_unknown);
    }
    for day in &overview.closing.days {
        told.insert(day.day.to_string(), day.orders);
    }
    told.insert("overdue".into(), overview.closing.overdue);
    told.insert("later".into(), overview.closing.later);
    for (week, ended) in overview.provisioned.weeks.iter().enumerate() {
        told.insert(format!("week {week} provisioned"), ended.whole);
        told.insert(
            format!("week {week} provisioned_with_errors"),
            ended.with_errors,
        );
    }
    told.insert("undated".into(), overview.provisioned.undated);
    told.into_iter().filter(|(_, orders)| *orders > 0).collect()
}

/// The `round`-th state of an order: every status, time and zone comes up.
fn varied(n: u32, round: u32) -> Order {
    const STATUSES: [&str; 9] = [
        "awaiting_details",
        "provisioned",
        "awaiting_approval",
        "mapped",
        "provisioning",
        "provisioned_with_errors",
        "failed",
        "closed",
        "a_new_word",
    ];
    const ZONES: [&str; 4] = [
        "Europe/Madrid",
        "Pacific/Auckland",
        "Asia/Kolkata",
        "Nowhere",
    ];
    let dice = u64::from(n * 31 + round * 7).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
    let pick = |list: &[&'static str], by: u64| list[(dice / by) as usize % list.len()];
    let spread = i64::try_from(dice % 60_000).unwrap();
    let ended = (dice % 5 > 0).then(|| minutes(-spread * 2));
    let mut order = worked_on(n, pick(&STATUSES, 3), ended, "");
    order.revision += u64::from(round);
    order.sequence += u64::from(round) * 10_000;
    order.mail_sent_at = (dice % 7 > 0).then(|| minutes(-spread));
    order.closes_at = (dice % 11 > 0).then(|| minutes(spread - 8_000));
    order.contact.time_zone = Some(pick(&ZONES, 17).to_owned());
    order
}

#[test]
fn the_figures_stay_true_through_every_kind_of_change() {
    let desk = desk();
    let ids: Vec<OrderId> = (0..300).map(|n| order(n).id).collect();
    let instants = [now(), minutes(7), minutes(60 * 24 * 3)];
    for round in 0..4 {
        let page: Vec<Order> = (0..300).map(|n| varied(n, round)).collect();
        desk.import(&page);
        for order in page.iter().skip(round as usize).step_by(9) {
            desk.draft(order);
        }
        for order in page.iter().skip(round as usize).step_by(9).step_by(3) {
            desk.store.drop_draft(&order.id, now()).unwrap();
        }
        let deleted: Vec<OrderId> = ids
            .iter()
            .skip(round as usize)
            .step_by(17)
            .cloned()
            .collect();
        desk.store
            .import_orders(&[], &deleted, "cursor", 1, now())
            .unwrap();
        for instant in instants {
            let overview = desk.overview(&at(instant)).unwrap();
            assert_eq!(
                told(&overview),
                counted(&desk.store, &ids, &at(instant)),
                "round {round} at {instant}"
            );
        }
    }
}

#[test]
fn a_cache_of_before_the_overview_counts_the_same_after_the_migration() {
    let desk = desk();
    let orders: Vec<Order> = (0..80).map(|n| varied(n, 1)).collect();
    desk.import(&orders);
    let expected = told(&figures(&desk));
    assert!(expected.len() > 10, "{expected:?}");
    let path = desk.store.path().to_owned();
    desk.store.close();
    let old = Connection::open(&path).unwrap();
    // As the third migration left it, with a document that nobody can read any more.
    old.execute_batch(BACK_TO_SCHEMA_3).unwrap();
    old.execute_batch(TORN_ORDER).unwrap();
    drop(old);
    let store = Store::open(&path).unwrap();
    assert_eq!(told(&store.overview(&query()).unwrap()), expected);
    store.integrity_check().unwrap();
}
