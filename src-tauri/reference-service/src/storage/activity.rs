//! Table `activity`: who did what when, append only.

use jiff::Timestamp;
use rusqlite::Connection;
use turnup_domain::{IntentId, OrderId, order::ActivityEntry, problem::Params};

use super::orders::{document, text};

/// An entry to be written.
pub(crate) struct Entry<'a> {
    pub order: &'a OrderId,
    pub at: Timestamp,
    /// Empty for the service itself.
    pub actor: &'a str,
    pub code: &'a str,
    pub params: Params,
    pub intent: Option<&'a IntentId>,
}

pub(crate) fn add(connection: &Connection, entry: &Entry<'_>) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO activity (order_id, at, actor, code, params, intent_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            entry.order.as_str(),
            entry.at.as_millisecond(),
            entry.actor,
            entry.code,
            text(&entry.params)?,
            entry.intent.map(IntentId::as_str),
        ))?;
    Ok(())
}

/// All of one order, oldest first.
pub(crate) fn of_order(
    connection: &Connection,
    order: &OrderId,
) -> rusqlite::Result<Vec<ActivityEntry>> {
    connection
        .prepare_cached(
            "SELECT id, at, actor, code, params, intent_id FROM activity
             WHERE order_id = ?1 ORDER BY id",
        )?
        .query_map((order.as_str(),), |row| {
            let id: i64 = row.get(0)?;
            let at: i64 = row.get(1)?;
            let intent: Option<String> = row.get(5)?;
            Ok(ActivityEntry {
                id: format!("act_{id}"),
                at: Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH),
                actor: row.get(2)?,
                code: row.get(3)?,
                params: document(&row.get::<_, String>(4)?)?,
                intent_id: intent.map(IntentId::from),
            })
        })?
        .collect()
}
