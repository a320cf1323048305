//! Pages of the service's feed, and the rescan when its cursor expired.

use jiff::Timestamp;
use turnup_domain::{Order, OrderId};

use crate::{Result, Store, StoreError};

impl Store {
    /// Takes a page of the feed in one transaction, with the cursor it leads to. Returns the
    /// orders that really changed. Drafts and the outbox are never touched: a deleted order
    /// that has either stays, marked gone.
    ///
    /// # Errors
    /// When the database cannot be written; then nothing of the page was kept.
    pub fn import_orders(
        &self,
        _documents: &[Order],
        _deleted: &[OrderId],
        _cursor: &str,
        _sequence: u64,
        _now: Timestamp,
    ) -> Result<Vec<OrderId>> {
        Err(StoreError::NotFound)
    }

    /// Where the next page begins, and the feed's sequence there.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn orders_cursor(&self) -> Result<Option<(String, u64)>> {
        Err(StoreError::NotFound)
    }

    /// Begins the feed again; what is cached stays.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn forget_orders_cursor(&self) -> Result<()> {
        Err(StoreError::NotFound)
    }

    /// Begins a rescan: the next page is the first one, and every order that it or a later page
    /// names is marked.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn begin_rescan(&self) -> Result<()> {
        Err(StoreError::NotFound)
    }

    /// Whether a rescan was begun and not finished, perhaps before a restart.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_rescanning(&self) -> Result<bool> {
        Err(StoreError::NotFound)
    }

    /// Ends a rescan: orders that no page named are deleted, or stay marked gone when there is
    /// a local edit. Returns those.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn finish_rescan(&self, _now: Timestamp) -> Result<Vec<OrderId>> {
        Err(StoreError::NotFound)
    }
}
