//! What closes on which day, each on the calendar of its contact; what has passed by itself.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use rusqlite::{Transaction, params};

use super::{QUARTER, quarter_of};
use crate::{Result, column, orders::columns::first_key_at};

/// When orders close. Each order is counted once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// The moment has passed.
    pub overdue: u32,
    /// The days on which any closes, in rising order.
    pub days: Vec<ClosingDay>,
    /// After the last day that was asked for.
    pub later: u32,
}

/// Orders that close on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingDay {
    /// The day, where the contact of each is.
    pub day: Date,
    /// How many.
    pub orders: u32,
}

pub(super) fn closing(tx: &Transaction<'_>, now: Timestamp, last: Date) -> Result<Closing> {
    let here = quarter_of(now);
    let mut overdue: u32 = tx
        .prepare_cached(
            "SELECT coalesce(sum(orders), 0) FROM tallies_by_closing WHERE quarter < ?1",
        )?
        .query_row([here], |row| row.get(0))?;
    let mut days: BTreeMap<String, u32> = counts(
        tx,
        "SELECT closes_on, sum(orders) FROM tallies_by_closing WHERE quarter >= ?1
         GROUP BY closes_on",
        [here],
    )?;
    // Of the quarter that goes on right now, some have passed.
    let passed = counts(
        tx,
        "SELECT closes_on, count(*) FROM orders
         WHERE stage = 0 AND deadline_key >= ?1 AND deadline_key < ?2
           AND closes_on IS NOT NULL AND closes_at < ?3
         GROUP BY closes_on",
        params![
            first_key_at(Timestamp::from_second(here * QUARTER).ok()),
            first_key_at(Timestamp::from_second((here + 1) * QUARTER).ok()),
            column::time(now),
        ],
    )?;
    for (day, orders) in passed {
        overdue += orders;
        if let Some(left) = days.get_mut(&day) {
            *left = left.saturating_sub(orders);
        }
    }
    let mut closing = Closing {
        overdue,
        days: Vec::new(),
        later: 0,
    };
    for (day, orders) in days {
        match day.parse::<Date>() {
            Ok(day) if day <= last && orders > 0 => {
                closing.days.push(ClosingDay { day, orders });
            }
            Ok(day) if day <= last => {}
            _ => closing.later += orders,
        }
    }
    Ok(closing)
}

fn counts(
    tx: &Transaction<'_>,
    sql: &str,
    values: impl rusqlite::Params,
) -> Result<BTreeMap<String, u32>> {
    let found = tx
        .prepare_cached(sql)?
        .query_map(values, |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}
