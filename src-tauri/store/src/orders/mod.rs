//! The mirror of the service's orders.

pub(crate) mod columns;
mod import;
pub(crate) mod local_state;
pub(crate) mod moments;
pub(crate) mod put;
pub(crate) mod reconciling;

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction};
use turnup_domain::{Order, OrderId, OrderNumber, state::LocalState};

use reconciling::Changed;

use crate::{
    OutboxEntry, Result, Store, StoreError, StoredDraft, column, connections::Durability, drafts,
    outbox,
};

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

/// The order as an answer of the service has it, unless a newer one is here.
pub(crate) fn put_answer(
    tx: &Transaction<'_>,
    order: &Order,
    changed: Changed,
    now: Timestamp,
) -> Result<bool> {
    let scan = import::current_scan(tx)?;
    let (trust, indexing) = (put::Trust::Newer, put::Indexing::Now);
    put::put(tx, order, scan, trust, changed, indexing, now)
}

/// An order with everything this computer knows of it.
pub(crate) fn load(tx: &Transaction<'_>, id: &OrderId) -> Result<Option<StoredOrder>> {
    let found: Option<(i64, String, bool, String)> = tx
        .prepare_cached(
            "SELECT o.row, o.local_state, o.gone, d.document
             FROM orders o JOIN documents d ON d.order_row = o.row WHERE o.id = ?1",
        )?
        .query_row([id.as_str()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?;
    let Some((row, local_state, gone, document)) = found else {
        return Ok(None);
    };
    Ok(Some(StoredOrder {
        order: serde_json::from_str(&document)?,
        local_state: LocalState::from(local_state.as_str()),
        draft: drafts::load(tx, row)?,
        outbox: outbox::of_order(tx, row)?,
        gone,
    }))
}

impl Store {
    /// One document from an answer or a look-up. Whether it changed anything: an older one than
    /// the cached does not.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn put_order(&self, order: &Order, now: Timestamp) -> Result<bool> {
        self.write(Durability::Normal, |tx| {
            put_answer(tx, order, Changed::There, now)
        })
    }

    /// An order with everything this computer knows of it.
    ///
    /// # Errors
    /// When the database or a stored document cannot be read.
    pub fn order(&self, id: &OrderId) -> Result<Option<StoredOrder>> {
        self.read(|tx| load(tx, id))
    }

    /// The order of a number, if cached; of several (one may be gone) the newest.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn order_id_by_number(&self, number: &OrderNumber) -> Result<Option<OrderId>> {
        self.read(|tx| {
            Ok(tx
                .prepare_cached(
                    "SELECT id FROM orders WHERE number = ?1 ORDER BY gone, sequence DESC LIMIT 1",
                )?
                .query_row([number.as_str()], |row| {
                    Ok(OrderId::new(row.get::<_, String>(0)?))
                })
                .optional()?)
        })
    }

    /// How many of the service's orders are cached. Those that are gone there do not count.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn order_count(&self) -> Result<u64> {
        Ok(self.counts_by_status()?.values().sum())
    }

    /// The service's orders by status. Those that are gone there do not count.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn counts_by_status(&self) -> Result<BTreeMap<String, u64>> {
        self.read(|tx| {
            let mut statement = tx.prepare_cached(
                "SELECT status, sum(orders) FROM tallies WHERE gone = 0 GROUP BY status",
            )?;
            let counts = statement
                .query_map([], |row| {
                    Ok((row.get(0)?, column::to_unsigned(row.get(1)?)))
                })?
                .collect::<Result<BTreeMap<_, _>, _>>()?;
            Ok(counts)
        })
    }

    /// Streams id and revision of each of the service's orders, for the checksum. Those that are
    /// gone there are left out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn revisions(&self, each: &mut dyn FnMut(&str, u64)) -> Result<()> {
        self.read(|tx| {
            let mut statement =
                tx.prepare_cached("SELECT id, revision FROM orders WHERE gone = 0")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
                each(id, column::to_unsigned(row.get(1)?));
            }
            Ok(())
        })
    }
}
