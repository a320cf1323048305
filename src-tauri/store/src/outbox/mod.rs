//! The outbox: what the operator asked of the service and the service has not accepted yet.

mod deciding;
mod enqueue;
mod entry;
mod sending;

pub use entry::{EntryState, OutboxEntry, OutboxKind};
use jiff::Timestamp;

use crate::{Result, Store, StoreError};

impl Store {
    /// Entries whose turn it is, at most `limit`: the first of each order, when it waits for
    /// nothing but its time. Entries of an order that the service deleted are not due.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn due_entries(&self, _now: Timestamp, _limit: u32) -> Result<Vec<OutboxEntry>> {
        Err(StoreError::NotFound)
    }

    /// When the next entry is due (in the past: at once); none when nothing waits.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn next_due(&self) -> Result<Option<Timestamp>> {
        Err(StoreError::NotFound)
    }

    /// One entry.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn outbox_entry(&self, _entry: i64) -> Result<Option<OutboxEntry>> {
        Err(StoreError::NotFound)
    }

    /// Entries that a crash left "sending" and that wait with an unknown outcome since this
    /// store was opened.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn interrupted_attempts(&self) -> Result<Vec<OutboxEntry>> {
        Err(StoreError::NotFound)
    }

    /// How many entries wait or are on their way, and how many need attention.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn waiting(&self) -> Result<(u32, u32)> {
        Err(StoreError::NotFound)
    }
}
