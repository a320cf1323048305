//! An entry on its way: begun, accepted, or to be tried later.

use jiff::Timestamp;
use serde_json::Value;
use turnup_domain::Order;

use crate::{OutboxEntry, Result, Store, StoreError};

impl Store {
    /// Counts an attempt and marks the entry as being sent, durably, *before* anything is sent.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such entry or it does not wait; or the database
    /// cannot be written, and then it must not be sent.
    pub fn begin_attempt(&self, _entry: i64, _now: Timestamp) -> Result<OutboxEntry> {
        Err(StoreError::NotFound)
    }

    /// The service accepted the entry and answered with the order.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such entry; or the database cannot be written.
    pub fn accepted(&self, _entry: i64, _order: &Order, _now: Timestamp) -> Result<()> {
        Err(StoreError::NotFound)
    }

    /// The entry waits until `at`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such entry; or the database cannot be written.
    pub fn retry_later(
        &self,
        _entry: i64,
        _at: Timestamp,
        _unknown_outcome: bool,
        _problem: Option<&Value>,
        _now: Timestamp,
    ) -> Result<()> {
        Err(StoreError::NotFound)
    }
}
