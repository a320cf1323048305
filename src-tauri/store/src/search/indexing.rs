//! Orders that wait for their place in the index: those that came by the thousand, and all of
//! them after the way changed in which words are cut. The list is complete before the search is.

use rusqlite::{Transaction, params};
use turnup_domain::Order;

use super::{WAITS, insert, words_of};
use crate::{Result, Store, connections::Durability};

impl Store {
    /// Takes some of the orders that wait into the search, in one transaction. How many it took;
    /// none when nothing waits.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn index_some(&self, most: u32) -> Result<u32> {
        if !self.is_indexing()? {
            return Ok(0);
        }
        self.write(Durability::Normal, |tx| index(tx, most))
    }

    /// Whether orders wait for their place in the search.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_indexing(&self) -> Result<bool> {
        self.read(waits)
    }
}

pub(crate) fn waits(tx: &Transaction<'_>) -> Result<bool> {
    let mut statement =
        tx.prepare_cached("SELECT EXISTS (SELECT 1 FROM orders WHERE words = 0)")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

fn index(tx: &Transaction<'_>, most: u32) -> Result<u32> {
    debug_assert_eq!(WAITS, 0, "the statements name it");
    let mut statement = tx.prepare_cached(
        "SELECT o.row, o.deadline_key, d.document FROM orders o
         JOIN documents d ON d.order_row = o.row WHERE o.words = 0 LIMIT ?1",
    )?;
    let waiting = statement
        .query_map([most], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))
        })?
        .collect::<Result<Vec<(i64, i64, String)>, _>>()?;
    let mut taken = tx.prepare_cached("UPDATE orders SET words = ?2 WHERE row = ?1")?;
    let count = u32::try_from(waiting.len()).unwrap_or(u32::MAX);
    for (row, key, document) in waiting {
        let words = match serde_json::from_str::<Order>(&document) {
            Ok(order) => words_of(&order),
            // Found by nothing until the service tells it again; the others must not wait for it.
            Err(error) => {
                tracing::warn!(%error, row, "a document could not be read for the search");
                Vec::new()
            }
        };
        let fingerprint = insert(tx, key, &words)?;
        taken.execute(params![row, fingerprint])?;
    }
    Ok(count)
}
