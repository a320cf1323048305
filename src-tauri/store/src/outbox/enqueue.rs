//! Into the outbox.

use jiff::Timestamp;
use rusqlite::{ErrorCode, Transaction, params};
use serde_json::Value;
use turnup_domain::{IntentId, Order};
use uuid::Uuid;

use super::{find, of_order, sending::record};
use crate::{
    OutboxEntry, OutboxKind, Result, Store, StoreError, column,
    connections::Durability,
    orders::{local_state::refresh_local_state, row_of},
};

impl Store {
    /// Queues acts of one order in their sequence, each under a new key, and writes them into
    /// the journal: all of it in one durable transaction. What stands beside the draft, such as a
    /// note, is replaced by a newer one as long as it was never attempted. `seen` is the order as it was when they were asked for; the
    /// mirror may have gone on since.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the order is not cached, [`StoreError::AlreadyQueued`] when
    /// the same act (but a note) waits already; or the database cannot be written. Nothing was
    /// queued then.
    pub fn enqueue(
        &self,
        seen: &Order,
        acts: &[(OutboxKind, Value)],
        evidence: Option<&Value>,
        actor: &str,
        now: Timestamp,
    ) -> Result<Vec<OutboxEntry>> {
        let evidence = evidence.map(serde_json::to_string).transpose()?;
        let base = serde_json::to_string(seen)?;
        self.write(Durability::Full, |tx| {
            let row = row_of(tx, &seen.id)?;
            let mut queued = Vec::with_capacity(acts.len());
            for (kind, payload) in acts {
                if kind.is_beside_the_draft() {
                    drop_unattempted(tx, row, *kind)?;
                }
                let intent = new_key();
                let inserted = tx
                    .prepare_cached(include_str!("insert.sql"))?
                    .execute(params![
                        row,
                        kind.as_str(),
                        serde_json::to_string(payload)?,
                        evidence,
                        column::unsigned(seen.revision),
                        intent.as_str(),
                        column::time(now),
                        actor,
                        base,
                    ]);
                inserted.map_err(already_queued)?;
                let entry = find(tx, tx.last_insert_rowid())?.entry;
                record(tx, &entry, "queued", now)?;
                queued.push(entry);
            }
            refresh_local_state(tx, row)?;
            Ok(queued)
        })
    }
}

/// A key whose beginning is the time: the service can forget old ones in their order.
pub(super) fn new_key() -> IntentId {
    IntentId::new(Uuid::now_v7().to_string())
}

fn drop_unattempted(tx: &Transaction<'_>, order_row: i64, kind: OutboxKind) -> Result<()> {
    let older = of_order(tx, order_row)?
        .into_iter()
        .find(|entry| entry.kind == kind && entry.attempts == 0);
    if let Some(older) = older {
        tx.prepare_cached("DELETE FROM outbox WHERE id = ?1")?
            .execute([older.id])?;
    }
    Ok(())
}

fn already_queued(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => StoreError::AlreadyQueued,
        _ => error.into(),
    }
}
