//! The queue as people see it: everything that the service has not accepted yet.

use jiff::Timestamp;
use rusqlite::{named_params, types::Type};
use turnup_domain::{OrderId, OrderNumber};

use super::{
    entry::{QueueRow, QueueWindow, WaitsFor},
    stored,
};
use crate::{Result, Store, column};

impl Store {
    /// Entries from `offset` on, at most `limit`, of all orders or of one: what needs somebody
    /// first, then as they were asked for; those of one order stand together in their sequence.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn queue(
        &self,
        order: Option<&OrderId>,
        offset: u32,
        limit: u32,
        now: Timestamp,
    ) -> Result<QueueWindow> {
        self.read(|tx| {
            let rows = tx
                .prepare_cached(include_str!("queue.sql"))?
                .query_map(
                    named_params! {
                        ":order": order.map(OrderId::as_str),
                        ":offset": offset,
                        ":limit": limit,
                        ":now": column::time(now),
                    },
                    |row| {
                        let word: String = row.get(18)?;
                        let waits_for = WaitsFor::of(&word).ok_or_else(|| {
                            rusqlite::Error::FromSqlConversionFailure(18, Type::Text, word.into())
                        })?;
                        Ok(QueueRow {
                            entry: stored(row)?.entry,
                            number: OrderNumber::new(row.get::<_, String>(16)?),
                            customer: row.get(17)?,
                            waits_for,
                        })
                    },
                )?
                .collect::<Result<Vec<_>, _>>()?;
            let total = tx
                .prepare_cached(
                    "SELECT count(*) FROM outbox e JOIN orders o ON o.row = e.order_row
                     WHERE ?1 IS NULL OR o.id = ?1",
                )?
                .query_row([order.map(OrderId::as_str)], |row| row.get(0))?;
            Ok(QueueWindow { rows, total })
        })
    }
}
