//! One connection that writes, a few that can only read.
//!
//! A pool crate was left out on purpose: there is one writer by design, and three readers
//! behind mutexes need no more than this page.

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicU64, AtomicUsize, Ordering},
};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{Result, Store};

/// How many connections read.
pub(crate) const READERS: usize = 3;

/// Whether a commit must survive a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// What the operator made: on the disk when the call returns.
    Full,
    /// What can be downloaded again: never torn, but the last commits may be lost.
    Normal,
}

/// The readers come first: they are closed first, and the last connection to close (one that can
/// write) writes the log back into the file.
pub(crate) struct Connections {
    readers: [Mutex<Connection>; READERS],
    writer: Mutex<Writer>,
    next_reader: AtomicUsize,
    changes: AtomicU64,
}

struct Writer {
    connection: Connection,
    durability: Option<Durability>,
    /// What `data_version` said when it was last asked: it rises with the commits of others.
    others: i64,
}

impl Writer {
    /// SQLite ignores a change of `synchronous` inside a transaction, hence before it.
    fn prepare(&mut self, durability: Durability) -> Result<()> {
        if self.durability != Some(durability) {
            let word = match durability {
                Durability::Full => "FULL",
                Durability::Normal => "NORMAL",
            };
            self.connection.pragma_update(None, "synchronous", word)?;
            self.durability = Some(durability);
        }
        Ok(())
    }
}

impl Connections {
    pub(crate) fn new(writer: Connection, readers: [Connection; READERS]) -> Result<Self> {
        let others = data_version(&writer)?;
        Ok(Self {
            writer: Mutex::new(Writer {
                connection: writer,
                durability: None,
                others,
            }),
            readers: readers.map(Mutex::new),
            next_reader: AtomicUsize::new(0),
            changes: AtomicU64::new(0),
        })
    }

    fn reader(&self) -> MutexGuard<'_, Connection> {
        for reader in &self.readers {
            if let Ok(free) = reader.try_lock() {
                return free;
            }
        }
        let turn = self.next_reader.fetch_add(1, Ordering::Relaxed) % READERS;
        self.readers[turn]
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn data_version(connection: &Connection) -> Result<i64> {
    Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

/// Runs `work` in one immediate transaction: all of it is committed, or nothing.
pub(crate) fn in_transaction<T>(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<T>,
) -> Result<T> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let outcome = work(&transaction)?;
    transaction.commit()?;
    Ok(outcome)
}

impl Store {
    /// Runs `work` in one immediate transaction: all of it is committed, or nothing.
    pub(crate) fn write<T>(
        &self,
        durability: Durability,
        work: impl FnOnce(&Transaction<'_>) -> Result<T>,
    ) -> Result<T> {
        let connections = &self.inner.connections;
        // A panic inside `work` rolled its transaction back: the connection is sound.
        let mut writer = connections
            .writer
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        writer.prepare(durability)?;
        let transaction = writer
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let outcome = work(&transaction)?;
        transaction.commit()?;
        connections.changes.fetch_add(1, Ordering::Release);
        Ok(outcome)
    }

    /// Runs `work` on one consistent state of the database.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let mut reader = self.inner.connections.reader();
        let transaction = reader.transaction_with_behavior(TransactionBehavior::Deferred)?;
        work(&transaction)
    }

    /// Rises after every commit. Read *before* the data: a snapshot stamped with it can be
    /// newer than its stamp, never older.
    pub(crate) fn changes(&self) -> u64 {
        self.inner.connections.changes.load(Ordering::Acquire)
    }

    /// Whether another program changed the database since this was last asked (or since it was
    /// opened). What this one writes does not count: all of it goes through the connection that is
    /// asked here.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn notice_others(&self) -> Result<bool> {
        let connections = &self.inner.connections;
        let mut writer = connections
            .writer
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let now = data_version(&writer.connection)?;
        let changed = std::mem::replace(&mut writer.others, now) != now;
        if changed {
            connections.changes.fetch_add(1, Ordering::Release);
        }
        Ok(changed)
    }

    /// The writer outside any transaction, for maintenance.
    pub(crate) fn maintain<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let writer = self
            .inner
            .connections
            .writer
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        work(&writer.connection)
    }
}
