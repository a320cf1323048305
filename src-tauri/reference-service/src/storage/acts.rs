//! Table `acts`: every act that took effect, so that a test can say "exactly once".

use jiff::Timestamp;
use rusqlite::Connection;
use turnup_domain::{IntentId, OrderId};

/// An act that took effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedAct {
    /// `mapping`, `setup`, `handover`, `resend`, `note`, `assignee`, `review`, `verdict` or `retry`.
    pub kind: String,
    /// The idempotency key it came with.
    pub intent_id: IntentId,
    /// When.
    pub at: Timestamp,
}

pub(crate) fn add(
    connection: &Connection,
    order: &OrderId,
    kind: &str,
    intent: &IntentId,
    at: Timestamp,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO acts (order_id, kind, intent_id, at) VALUES (?1, ?2, ?3, ?4)")?
        .execute((order.as_str(), kind, intent.as_str(), at.as_millisecond()))?;
    Ok(())
}

pub(crate) fn of_order(
    connection: &Connection,
    order: &OrderId,
) -> rusqlite::Result<Vec<RecordedAct>> {
    connection
        .prepare_cached("SELECT kind, intent_id, at FROM acts WHERE order_id = ?1 ORDER BY id")?
        .query_map((order.as_str(),), |row| {
            Ok(RecordedAct {
                kind: row.get(0)?,
                intent_id: IntentId::from(row.get::<_, String>(1)?),
                at: Timestamp::from_millisecond(row.get(2)?).unwrap_or(Timestamp::UNIX_EPOCH),
            })
        })?
        .collect()
}
