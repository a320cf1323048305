//! "Due soon" is judged by calendar days in each contact's zone, which SQL cannot do: SQL
//! narrows by the instant, the domain decides what lies around the edge.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Row, Transaction};
use turnup_domain::{
    Status,
    state::{Urgency, deadline_of},
};

use crate::{Result, column, orders::columns};

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

/// Judges a row of (status, closing time, zone), beginning at `first`.
pub(super) fn is_due_soon(row: &Row<'_>, first: usize, now: Timestamp) -> Result<bool> {
    let status: String = row.get(first)?;
    let closes_at = row.get::<_, Option<i64>>(first + 1)?.map(column::to_time);
    let zone: Option<String> = row.get(first + 2)?;
    let deadline = deadline_of(
        &Status::from(status.as_str()),
        closes_at,
        zone.as_deref(),
        now,
    );
    Ok(matches!(deadline.urgency, Urgency::Overdue | Urgency::Soon))
}

/// How many orders are due soon.
pub(super) fn count(tx: &Transaction<'_>, now: Timestamp) -> Result<u32> {
    let certain: u32 = tx
        .prepare_cached("SELECT count(*) FROM orders WHERE stage = 0 AND deadline_key < ?1")?
        .query_row([certain_keys_end(now)], |row| row.get(0))?;
    let mut statement = tx.prepare_cached(
        "SELECT status, closes_at, contact_zone FROM orders
         WHERE stage = 0 AND deadline_key >= ?1 AND deadline_key < ?2",
    )?;
    let mut rows = statement.query([certain_keys_end(now), keys_end(now)])?;
    let mut count = certain;
    while let Some(row) = rows.next()? {
        count += u32::from(is_due_soon(row, 0, now)?);
    }
    Ok(count)
}
