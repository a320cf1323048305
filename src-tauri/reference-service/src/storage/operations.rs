//! Table `operations`: every operation with the steps as they stand.

use rusqlite::{Connection, OptionalExtension};
use turnup_domain::{OperationId, order::Operation};

use super::orders::{document, text};

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
    found
        .map(|(attempt, text)| {
            Ok(StoredOperation {
                operation: document(&text)?,
                attempt,
            })
        })
        .transpose()
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
