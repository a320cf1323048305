//! How many orders are due soon: certain ones are counted by the index, those around the edge are
//! judged one by one.

use jiff::{SignedDuration, Timestamp};
use rusqlite::Transaction;

use super::judge::{self, Judge};
use crate::{Result, orders::columns};

/// Three calendar days end at most four days and a shift of the clocks from now.
const LATEST: SignedDuration = SignedDuration::from_hours(4 * 24 + 3);
/// And at least three days less such a shift.
const EARLIEST: SignedDuration = SignedDuration::from_hours(3 * 24 - 3);

/// No order with this deadline key or a later one is due soon.
pub(super) fn keys_end(now: Timestamp) -> i64 {
    columns::first_key_at(now.checked_add(LATEST).ok())
}

fn certain_keys_end(now: Timestamp) -> i64 {
    columns::first_key_at(now.checked_add(EARLIEST).ok())
}

/// How many orders are due soon.
pub(super) fn count(tx: &Transaction<'_>, now: Timestamp) -> Result<u32> {
    let certain: u32 = tx
        .prepare_cached("SELECT count(*) FROM orders WHERE stage = 0 AND deadline_key < ?1")?
        .query_row([certain_keys_end(now)], |row| row.get(0))?;
    let mut statement = tx.prepare_cached(&format!(
        "SELECT {} FROM orders o
         WHERE o.stage = 0 AND o.deadline_key >= ?1 AND o.deadline_key < ?2",
        judge::COLUMNS
    ))?;
    let mut rows = statement.query([certain_keys_end(now), keys_end(now)])?;
    let mut count = certain;
    while let Some(row) = rows.next()? {
        count += u32::from(judge::all_hold(&[(false, Judge::DueSoon)], row, 0, now)?);
    }
    Ok(count)
}
