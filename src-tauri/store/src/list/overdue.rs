//! How many orders are overdue: those whose second has passed are counted by the index, those that
//! close within this very second are judged one by one.

use jiff::{SignedDuration, Timestamp};
use rusqlite::Transaction;
use turnup_domain::query::Due;

use super::judge::{self, Judge};
use crate::{Result, orders::columns};

/// Keys hold whole seconds.
const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// No order with this deadline key or a later one is overdue.
pub(crate) fn keys_end(now: Timestamp) -> i64 {
    columns::first_key_at(now.checked_add(SECOND).ok())
}

/// How many orders are overdue.
pub(super) fn count(tx: &Transaction<'_>, now: Timestamp) -> Result<u32> {
    let certain = columns::first_key_at(Some(now));
    let passed: u32 = tx
        .prepare_cached("SELECT count(*) FROM orders WHERE stage = 0 AND deadline_key < ?1")?
        .query_row([certain], |row| row.get(0))?;
    let mut statement = tx.prepare_cached(&format!(
        "SELECT {} FROM orders o
         WHERE o.stage = 0 AND o.deadline_key >= ?1 AND o.deadline_key < ?2",
        judge::COLUMNS
    ))?;
    let mut rows = statement.query([certain, keys_end(now)])?;
    let mut count = passed;
    while let Some(row) = rows.next()? {
        count += u32::from(judge::all_hold(
            &[(false, Judge::Due(Due::Overdue))],
            row,
            0,
            now,
        )?);
    }
    Ok(count)
}
