//! Open orders by state and by how long ago their provisioning e-mail was sent.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{OptionalExtension, Transaction, params};

use super::quarter_of;
use crate::{Result, column};

/// Where a new age begins, in days of 24 hours since the e-mail; the first one begins at none.
pub const AGES: [u32; 4] = [3, 7, 14, 30];

/// Open orders with the same one word on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOrders {
    /// The word: a local state or a status.
    pub badge: String,
    /// How many of each age, the youngest first.
    pub by_age: [u32; AGES.len() + 1],
    /// How many of which nobody knows when the e-mail was sent.
    pub age_unknown: u32,
}

impl OpenOrders {
    /// How many in all.
    #[must_use]
    pub fn orders(&self) -> u32 {
        self.by_age.iter().sum::<u32>() + self.age_unknown
    }
}

/// In the order of the list's states.
pub(super) fn open_orders(tx: &Transaction<'_>, now: Timestamp) -> Result<Vec<OpenOrders>> {
    let cuts = AGES.map(|days| {
        now.saturating_sub(SignedDuration::from_hours(24 * i64::from(days)))
            .unwrap_or(Timestamp::MIN)
    });
    let mut found = tallied(tx, cuts.map(quarter_of))?;
    for (younger, cut) in cuts.into_iter().enumerate() {
        for (badge, orders) in beyond(tx, cut)? {
            if let Some(open) = found.get_mut(&badge) {
                open.by_age[younger] = open.by_age[younger].saturating_sub(orders);
                open.by_age[younger + 1] += orders;
            }
        }
    }
    let mut open: Vec<OpenOrders> = found.into_values().collect();
    open.sort_by_key(|open| crate::orders::local_state::rank(&open.badge));
    Ok(open)
}

/// By whole quarters of an hour: those that a cut goes through count as younger. State by state
/// and range by range along the key: grouped in one statement, a year of quarters is sorted first.
fn tallied(
    tx: &Transaction<'_>,
    quarters: [i64; AGES.len()],
) -> Result<BTreeMap<String, OpenOrders>> {
    let mut next = tx.prepare_cached(
        "SELECT badge FROM tallies_by_mail WHERE badge > ?1 ORDER BY badge LIMIT 1",
    )?;
    let mut sum = tx.prepare_cached(
        "SELECT coalesce(sum(orders), 0) FROM tallies_by_mail
         WHERE badge = ?1 AND quarter >= ?2 AND quarter < ?3",
    )?;
    let mut found = BTreeMap::new();
    let mut badge = String::new();
    while let Some(word) = next.query_row([&badge], |row| row.get(0)).optional()? {
        badge = word;
        let mut orders = |from: i64, to: i64| -> rusqlite::Result<u32> {
            sum.query_row(params![badge, from, to], |row| row.get(0))
        };
        let mut by_age = [0; AGES.len() + 1];
        let mut end = i64::MAX;
        for (age, begins) in by_age.iter_mut().zip(quarters.into_iter().chain([0])) {
            *age = orders(begins.max(0), end)?;
            end = begins.max(0);
        }
        let open = OpenOrders {
            badge: badge.clone(),
            by_age,
            age_unknown: orders(-1, 0)?,
        };
        found.insert(badge.clone(), open);
    }
    Ok(found)
}

/// Those of the quarter that a cut goes through which lie on its older side.
fn beyond(tx: &Transaction<'_>, cut: Timestamp) -> Result<Vec<(String, u32)>> {
    let begins = quarter_of(cut).saturating_mul(super::QUARTER * 1_000_000);
    let mut statement = tx.prepare_cached(
        // Without statistics the planner would rather walk through all that is open.
        "SELECT badge, count(*) FROM orders INDEXED BY orders_open_by_mail
         WHERE stage = 0 AND mailed_at BETWEEN ?1 AND ?2 GROUP BY badge",
    )?;
    let found = statement
        .query_map(params![begins, column::time(cut)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}
