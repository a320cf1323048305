//! An entry about which somebody decides: parked, tried again, taken back.

use jiff::Timestamp;
use serde_json::Value;
use turnup_domain::{Order, OrderId};

use crate::{OutboxEntry, Result, Store, StoreError};

impl Store {
    /// Somebody must decide about the entry; its followers stay behind it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such entry; or the database cannot be written.
    pub fn park(
        &self,
        _entry: i64,
        _problem: &Value,
        _current: Option<&Order>,
        _now: Timestamp,
    ) -> Result<()> {
        Err(StoreError::NotFound)
    }

    /// Tries a parked entry again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such parked entry; or the database cannot be
    /// written.
    pub fn unpark(
        &self,
        _entry: i64,
        _new_payload: Option<&Value>,
        _base_revision: u64,
        _now: Timestamp,
    ) -> Result<OutboxEntry> {
        Err(StoreError::NotFound)
    }

    /// Removes the order's entries.
    ///
    /// # Errors
    /// [`StoreError::NeverAttemptedOnly`] when an entry was attempted and not refused for good,
    /// [`StoreError::NotFound`] when nothing waits; or the database cannot be written.
    pub fn take_back(&self, _id: &OrderId, _now: Timestamp) -> Result<()> {
        Err(StoreError::NotFound)
    }
}
