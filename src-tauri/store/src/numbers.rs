//! Numbers from provisioning e-mails whose orders are not cached yet.

use jiff::Timestamp;
use rusqlite::params;
use turnup_domain::OrderNumber;

use crate::{Result, Store, column, connections::Durability};

impl Store {
    /// Remembers a number until its order is synced.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn remember_number(&self, number: &OrderNumber, now: Timestamp) -> Result<()> {
        self.write(Durability::Full, |tx| {
            tx.prepare_cached("INSERT OR IGNORE INTO numbers (number, at) VALUES (?1, ?2)")?
                .execute(params![number.as_str(), column::time(now)])?;
            Ok(())
        })
    }

    /// Every remembered number, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn remembered_numbers(&self) -> Result<Vec<OrderNumber>> {
        self.read(|tx| {
            let mut statement =
                tx.prepare_cached("SELECT number FROM numbers ORDER BY at, number")?;
            let numbers = statement
                .query_map([], |row| Ok(OrderNumber::new(row.get::<_, String>(0)?)))?
                .collect::<Result<Vec<_>, _>>()?;
            Ok(numbers)
        })
    }

    /// Forgets a number: its order is here, or the service does not know it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn forget_number(&self, number: &OrderNumber) -> Result<()> {
        self.write(Durability::Full, |tx| {
            tx.prepare_cached("DELETE FROM numbers WHERE number = ?1")?
                .execute([number.as_str()])?;
            Ok(())
        })
    }
}
