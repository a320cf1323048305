//! The mirror of the service's orders.

pub(crate) mod import;
pub(crate) mod local_state;

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction};
use turnup_domain::{Order, OrderId, OrderNumber, state::LocalState};

use crate::{OutboxEntry, Result, Store, StoreError, StoredDraft};

/// An order with everything this computer knows of it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredOrder {
    /// The service's last word.
    pub order: Order,
    /// What this computer has to say about it.
    pub local_state: LocalState,
    /// The operator's edit.
    pub draft: Option<StoredDraft>,
    /// Acts on their way, in their sequence.
    pub outbox: Vec<OutboxEntry>,
    /// The service deleted it, or access was lost; it stays because of the edit.
    pub gone: bool,
}

/// The row of an order, or [`StoreError::NotFound`].
pub(crate) fn row_of(tx: &Transaction<'_>, id: &OrderId) -> Result<i64> {
    tx.prepare_cached("SELECT row FROM orders WHERE id = ?1")?
        .query_row([id.as_str()], |row| row.get(0))
        .optional()?
        .ok_or(StoreError::NotFound)
}

impl Store {
    /// One document from an answer or a look-up. Whether it changed anything: an older one than
    /// the cached does not.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn put_order(&self, _order: &Order, _now: Timestamp) -> Result<bool> {
        Err(StoreError::NotFound)
    }

    /// An order with everything this computer knows of it.
    ///
    /// # Errors
    /// When the database or a stored document cannot be read.
    pub fn order(&self, _id: &OrderId) -> Result<Option<StoredOrder>> {
        Err(StoreError::NotFound)
    }

    /// The order of a number, if cached.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn order_id_by_number(&self, _number: &OrderNumber) -> Result<Option<OrderId>> {
        Err(StoreError::NotFound)
    }

    /// How many of the service's orders are cached.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn order_count(&self) -> Result<u64> {
        Err(StoreError::NotFound)
    }

    /// The service's orders by status.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn counts_by_status(&self) -> Result<BTreeMap<String, u64>> {
        Err(StoreError::NotFound)
    }

    /// Streams id and revision of each of the service's orders, for the checksum.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn revisions(&self, _each: &mut dyn FnMut(&str, u64)) -> Result<()> {
        Err(StoreError::NotFound)
    }
}
