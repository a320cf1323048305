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
    fs,
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, Row, Transaction, TransactionBehavior};
use tokio::sync::watch;

/// Raised with every change of `schema.sql`: data of another version is not guessed at.
const SCHEMA: i64 = 2;
/// Name of the file in the data folder.
const FILE: &str = "turnup-service.db";
/// Prepared statements that are kept.
const STATEMENTS: usize = 128;

/// The service's data.
pub(crate) struct Database {
    connection: Mutex<Connection>,
    /// Told after every write that was kept.
    written: watch::Sender<()>,
}

impl Database {
    /// Opens the file in a folder, or a database in memory. Where there is none yet it is made
    /// and filled first; what came of that is told.
    pub fn open<T>(
        folder: Option<&Path>,
        fill: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<(Self, Option<T>), String> {
        let Some(folder) = folder else {
            let connection = Connection::open_in_memory().map_err(said)?;
            let filled = make(&connection, fill).map_err(said)?;
            return Ok((Self::of(connection), Some(filled)));
        };
        let path = folder.join(FILE);
        let filled = if path.exists() {
            None
        } else {
            Some(make_file(&path, fill)?)
        };
        let connection = Connection::open(&path).map_err(said)?;
        prepare(&connection).map_err(said)?;
        let version = "PRAGMA user_version";
        let found: i64 = connection
            .query_row(version, (), |row| row.get(0))
            .map_err(said)?;
        if found != SCHEMA {
            return Err(format!(
                "its schema is version {found}, this program knows {SCHEMA}"
            ));
        }
        Ok((Self::of(connection), filled))
    }

    fn of(connection: Connection) -> Self {
        Self {
            connection: Mutex::new(connection),
            written: watch::Sender::new(()),
        }
    }

    /// Hears of every write from now on.
    pub fn writes(&self) -> watch::Receiver<()> {
        self.written.subscribe()
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
        self.written.send_replace(());
        Ok(result)
    }

    /// Reads.
    pub fn read<T, E>(&self, question: impl FnOnce(&Connection) -> Result<T, E>) -> Result<T, E> {
        question(&self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A panic in a transaction rolled it back: the connection itself is sound.
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
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

/// Makes a new file under another name, so that one that was left unfinished is never used.
fn make_file<T>(
    path: &Path,
    fill: impl FnOnce(&Connection) -> rusqlite::Result<T>,
) -> Result<T, String> {
    let unfinished = path.with_extension("unfinished");
    if unfinished.exists() {
        fs::remove_file(&unfinished).map_err(said)?;
    }
    let connection = Connection::open(&unfinished).map_err(said)?;
    // Nothing to roll back to: a failure throws the whole file away.
    connection
        .execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        .map_err(said)?;
    let filled = make(&connection, fill).map_err(said)?;
    connection.close().map_err(|(_, error)| said(error))?;
    fs::rename(&unfinished, path).map_err(said)?;
    Ok(filled)
}

fn make<T>(
    connection: &Connection,
    fill: impl FnOnce(&Connection) -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; BEGIN;")?;
    connection.execute_batch(include_str!("schema.sql"))?;
    let filled = fill(connection)?;
    connection.execute_batch(&format!("PRAGMA user_version = {SCHEMA}; COMMIT;"))?;
    Ok(filled)
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;",
    )
}
