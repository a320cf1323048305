//! SQLite behind the service: one file per table, one connection, immediate transactions.
//!
//! One connection behind a lock is enough here: a reference service has a handful of clients,
//! and the order of writes is then the order of the feed by construction. What an act means is
//! decided in `service`.

pub(crate) mod activity;
pub(crate) mod acts;
pub(crate) mod idempotency;
pub(crate) mod meta;
pub(crate) mod names;
pub(crate) mod operations;
pub(crate) mod orders;
pub(crate) mod organizations;
pub(crate) mod timers;
pub(crate) mod tokens;

use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, Row, Transaction, TransactionBehavior};

/// Raised with every change of `schema.sql`: data of another version is not guessed at.
const SCHEMA: i64 = 1;

/// The service's data.
pub(crate) struct Database(Mutex<Connection>);

impl Database {
    /// Opens (or makes) the file in a folder, or a database in memory. Tells whether it is new.
    pub fn open(folder: Option<&Path>) -> Result<(Self, bool), String> {
        let connection = match folder {
            Some(folder) => Connection::open(folder.join("turnup-service.db")),
            None => Connection::open_in_memory(),
        };
        let connection = connection.map_err(|error| error.to_string())?;
        let fresh = prepare(&connection).map_err(|error| error.to_string())?;
        let found: i64 = connection
            .query_row("PRAGMA user_version", (), |row| row.get(0))
            .map_err(|error| error.to_string())?;
        if found != SCHEMA {
            return Err(format!(
                "its schema is version {found}, this program knows {SCHEMA}"
            ));
        }
        Ok((Self(Mutex::new(connection)), fresh))
    }

    /// Does something in one immediate transaction: all of it, or nothing when it fails.
    pub fn write<T, E: From<rusqlite::Error>>(
        &self,
        act: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.lock();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let result = act(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }

    /// Reads.
    pub fn read<T, E>(&self, question: impl FnOnce(&Connection) -> Result<T, E>) -> Result<T, E> {
        question(&self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A panic in a transaction rolled it back: the connection itself is sound.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A count or sequence as SQLite keeps it.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A count or sequence of a column.
pub(crate) fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(u64::try_from(row.get::<_, i64>(column)?).unwrap_or(0))
}

fn prepare(connection: &Connection) -> rusqlite::Result<bool> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;",
    )?;
    connection.set_prepared_statement_cache_capacity(128);
    let version: i64 = connection.query_row("PRAGMA user_version", (), |row| row.get(0))?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
    if version != 0 || tables != 0 {
        return Ok(false);
    }
    connection.execute_batch(&format!(
        "BEGIN IMMEDIATE; {} PRAGMA user_version = {SCHEMA}; COMMIT;",
        include_str!("schema.sql")
    ))?;
    Ok(true)
}
