//! Settings and the state of the sync: one table of keys and values.

use rusqlite::{OptionalExtension, Transaction, params};

use crate::{Result, Store, connections::Durability};

/// Keys of the sync's own state; settings of the program do not begin with `sync.`.
pub(crate) mod key {
    pub(crate) const ORDERS_CURSOR: &str = "sync.orders.cursor";
    pub(crate) const ORDERS_SEQUENCE: &str = "sync.orders.sequence";
    /// The backup of what was rescued that was brought back last.
    pub(crate) const RESCUED: &str = "sync.rescued";
    /// Changes with each look whether writing works.
    pub(crate) const TRIED: &str = "sync.tried";
    pub(crate) const SCAN: &str = "sync.orders.scan";
    pub(crate) const RESCANNING: &str = "sync.orders.rescanning";
    pub(crate) const ORGANIZATIONS_CURSOR: &str = "sync.organizations.cursor";
    pub(crate) const ORGANIZATIONS_AS_OF: &str = "sync.organizations.as_of";
}

pub(crate) fn get(tx: &Transaction<'_>, key: &str) -> Result<Option<String>> {
    let mut statement = tx.prepare_cached("SELECT value FROM settings WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

pub(crate) fn set(tx: &Transaction<'_>, key: &str, value: Option<&str>) -> Result<()> {
    match value {
        Some(value) => tx
            .prepare_cached(
                "INSERT INTO settings (key, value) VALUES (?1, ?2)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )?
            .execute(params![key, value])?,
        None => tx
            .prepare_cached("DELETE FROM settings WHERE key = ?1")?
            .execute([key])?,
    };
    Ok(())
}

impl Store {
    /// The value of a setting, if it was ever set.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        self.read(|tx| get(tx, key))
    }

    /// The settings whose keys begin with `prefix`, by key.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn settings_beginning(&self, prefix: &str) -> Result<Vec<(String, String)>> {
        self.read(|tx| {
            let rows = tx
                .prepare_cached(
                    "SELECT key, value FROM settings WHERE substr(key, 1, length(?1)) = ?1
                     ORDER BY key",
                )?
                .query_map([prefix], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<Result<Vec<_>, _>>()?;
            Ok(rows)
        })
    }

    /// Writes something small, durably, to see whether writing works.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn try_writing(&self) -> Result<()> {
        self.write(Durability::Full, |tx| {
            let before = get(tx, key::TRIED)?;
            let next = if before.as_deref() == Some("1") {
                "0"
            } else {
                "1"
            };
            set(tx, key::TRIED, Some(next))
        })
    }

    /// Sets a setting, or forgets it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn set_setting(&self, key: &str, value: Option<&str>) -> Result<()> {
        self.write(Durability::Full, |tx| set(tx, key, value))
    }
}
