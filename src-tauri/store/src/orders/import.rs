//! Pages of the service's feed, and the rescan when its cursor expired: every order that a page
//! names is marked, what stays unmarked at the end is swept.

use jiff::Timestamp;
use rusqlite::{Transaction, params};
use turnup_domain::{Order, OrderId};

use super::{
    local_state::refresh_local_state,
    put::{self, Indexing, Trust},
    reconciling::Changed,
    row_of,
};
use crate::{
    Result, Store, StoreError,
    connections::Durability,
    settings::{self, key},
};

/// Orders of a page that come into the search with it. More of them are the first sync or a
/// rescan: the list is complete first, the search behind it (see [`Store::index_some`]).
const MOST_INDEXED_AT_ONCE: usize = 100;

impl Store {
    /// Takes a page of the feed in one transaction, with the cursor it leads to. Returns the
    /// orders that really changed. Drafts are never touched, nor is what waits in the outbox:
    /// only its base goes on where nothing is new to it. A deleted order that has either stays,
    /// marked gone.
    ///
    /// # Errors
    /// When the database cannot be written; then nothing of the page was kept.
    pub fn import_orders(
        &self,
        documents: &[Order],
        deleted: &[OrderId],
        cursor: &str,
        sequence: u64,
        now: Timestamp,
    ) -> Result<Vec<OrderId>> {
        self.write(Durability::Normal, |tx| {
            let scan = current_scan(tx)?;
            let trust = if is_rescanning(tx)? {
                Trust::Incoming
            } else {
                Trust::Newer
            };
            let indexing = if documents.len() > MOST_INDEXED_AT_ONCE {
                Indexing::Later
            } else {
                Indexing::Now
            };
            let mut changed = Vec::new();
            for order in documents {
                if put::put(tx, order, scan, trust, Changed::There, indexing, now)? {
                    changed.push(order.id.clone());
                }
            }
            for id in deleted {
                match row_of(tx, id) {
                    Ok(row) => {
                        if vanish(tx, row)? {
                            changed.push(id.clone());
                        }
                    }
                    Err(StoreError::NotFound) => {}
                    Err(error) => return Err(error),
                }
            }
            settings::set(tx, key::ORDERS_CURSOR, Some(cursor))?;
            settings::set(tx, key::ORDERS_SEQUENCE, Some(&sequence.to_string()))?;
            Ok(changed)
        })
    }

    /// Where the next page begins, and the feed's sequence there.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn orders_cursor(&self) -> Result<Option<(String, u64)>> {
        self.read(|tx| {
            let sequence = settings::get(tx, key::ORDERS_SEQUENCE)?;
            let sequence = sequence.and_then(|text| text.parse().ok()).unwrap_or(0);
            Ok(settings::get(tx, key::ORDERS_CURSOR)?.map(|cursor| (cursor, sequence)))
        })
    }

    /// Begins the feed again; what is cached stays.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn forget_orders_cursor(&self) -> Result<()> {
        self.write(Durability::Normal, forget_cursor)
    }

    /// Begins a rescan: the next page is the first one, and every order that it or a later page
    /// names is marked. It goes on over a restart.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn begin_rescan(&self) -> Result<()> {
        self.write(Durability::Normal, |tx| {
            let scan = current_scan(tx)? + 1;
            settings::set(tx, key::SCAN, Some(&scan.to_string()))?;
            settings::set(tx, key::RESCANNING, Some("yes"))?;
            forget_cursor(tx)
        })
    }

    /// Whether a rescan was begun and not finished, perhaps before a restart.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_rescanning(&self) -> Result<bool> {
        self.read(is_rescanning)
    }

    /// Ends a rescan: orders that no page named are deleted, or stay marked gone when there is
    /// a local edit. Returns those. Without a rescan nothing happens.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn finish_rescan(&self, _now: Timestamp) -> Result<Vec<OrderId>> {
        self.write(Durability::Normal, |tx| {
            if !is_rescanning(tx)? {
                return Ok(Vec::new());
            }
            let mut changed = Vec::new();
            for (row, id) in unseen(tx, current_scan(tx)?)? {
                if vanish(tx, row)? {
                    changed.push(id);
                }
            }
            settings::set(tx, key::RESCANNING, None)?;
            Ok(changed)
        })
    }
}

/// The number of the last rescan that was begun.
pub(super) fn current_scan(tx: &Transaction<'_>) -> Result<i64> {
    Ok(settings::get(tx, key::SCAN)?
        .and_then(|text| text.parse().ok())
        .unwrap_or(0))
}

fn is_rescanning(tx: &Transaction<'_>) -> Result<bool> {
    Ok(settings::get(tx, key::RESCANNING)?.is_some())
}

fn forget_cursor(tx: &Transaction<'_>) -> Result<()> {
    settings::set(tx, key::ORDERS_CURSOR, None)?;
    settings::set(tx, key::ORDERS_SEQUENCE, None)
}

fn unseen(tx: &Transaction<'_>, scan: i64) -> Result<Vec<(i64, OrderId)>> {
    let mut statement = tx.prepare_cached("SELECT row, id FROM orders WHERE scan < ?1")?;
    let rows = statement
        .query_map([scan], |row| {
            Ok((row.get(0)?, OrderId::new(row.get::<_, String>(1)?)))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    Ok(rows)
}

/// The service deleted it. Whether that changed anything.
fn vanish(tx: &Transaction<'_>, row: i64) -> Result<bool> {
    let changed = tx
        .prepare_cached("UPDATE orders SET gone = 1 WHERE row = ?1 AND gone = 0")?
        .execute(params![row])?;
    if changed == 0 {
        return Ok(false);
    }
    refresh_local_state(tx, row)?;
    Ok(true)
}
