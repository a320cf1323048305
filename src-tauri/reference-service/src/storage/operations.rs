//! Table `operations`: every operation that was begun here, with the steps as they stand.

use rusqlite::{Connection, OptionalExtension};
use turnup_domain::{OperationId, OrderId, order::Operation};

use super::orders::{self, document, text};

/// An operation and how often it was begun.
pub(crate) struct StoredOperation {
    pub operation: Operation,
    /// 1 for the first run.
    pub attempt: u32,
}

pub(crate) fn get(
    connection: &Connection,
    id: &OperationId,
) -> rusqlite::Result<Option<StoredOperation>> {
    let found: Option<(u32, String)> = connection
        .prepare_cached("SELECT attempt, document FROM operations WHERE id = ?1")?
        .query_row((id.as_str(),), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match found {
        Some((attempt, text)) => Ok(Some(StoredOperation {
            operation: document(&text)?,
            attempt,
        })),
        None => of_its_order(connection, id),
    }
}

/// An operation that ended before this service kept any: its order still tells of it, and is
/// named by its id.
fn of_its_order(
    connection: &Connection,
    id: &OperationId,
) -> rusqlite::Result<Option<StoredOperation>> {
    let Some(order) = id.as_str().strip_prefix("op_").map(OrderId::from) else {
        return Ok(None);
    };
    let operation = orders::get(connection, &order)?.and_then(|order| order.operation);
    let operation = operation.filter(|operation| operation.id == *id);
    Ok(operation.map(|operation| StoredOperation {
        operation,
        attempt: 1,
    }))
}

pub(crate) fn put(connection: &Connection, stored: &StoredOperation) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO operations (id, order_id, attempt, document) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE
             SET attempt = excluded.attempt, document = excluded.document",
        )?
        .execute((
            stored.operation.id.as_str(),
            stored.operation.order_id.as_str(),
            stored.attempt,
            text(&stored.operation)?,
        ))?;
    Ok(())
}
