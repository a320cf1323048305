//! Opening the file: make, check, upgrade or refuse, in one place.
//!
//! A file that is refused is left as it was: the first look goes through a connection that can
//! only read and that does not write the log back when it closes.

use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, atomic::AtomicU64},
    time::Duration,
};

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, config::DbConfig};

use crate::{
    Backups, Inner, Result, Store, StoreError,
    connections::{Connections, READERS},
    files::{beside, make_private},
    list::Snapshots,
    migrations::{self, Schema},
    outbox,
    search::Vocabulary,
};

/// Up to this size (bytes) every page is checked at each start. A larger
/// file gets the checks of its header and schema, and the whole one when somebody asks.
const CHECK_WHOLE_UP_TO: u64 = 16 * 1024 * 1024;

/// Who sends what waits in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sender {
    /// Whoever opens the file: what a crash left is his to put right.
    Us,
    /// A program that runs.
    Another,
}

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

impl Store {
    /// Opens the cache, or makes it: folders (0700) and file (0600) where they are missing.
    ///
    /// # Errors
    /// [`StoreError::Future`] for a schema from a newer program (the file is not touched),
    /// [`StoreError::Damaged`] for a file that is no sound database (it is not deleted),
    /// [`StoreError::ReadOnly`], [`StoreError::DiskFull`], [`StoreError::Busy`].
    pub fn open(path: &Path) -> Result<Self> {
        Self::open_as(path, &migrations::SCHEMA, Sender::Us, |_| Ok(()))
    }

    /// Opens a cache whose outbox another program sends: what is being sent stays so, and the
    /// schema is left to that program.
    ///
    /// # Errors
    /// As [`Store::open`]; [`StoreError::Busy`] for a schema that is to be brought to a newer one.
    pub fn open_beside(path: &Path) -> Result<Self> {
        Self::open_as(path, &migrations::SCHEMA, Sender::Another, |_| {
            Err(StoreError::Busy)
        })
    }

    /// Opens the cache as [`Store::open`] does; before it is brought to a newer schema, what
    /// cannot be downloaded again is backed up.
    ///
    /// # Errors
    /// As [`Store::open`]; or the backup cannot be written, and then the file was not migrated.
    pub fn open_with_backups(path: &Path, backups: &Backups, now: Timestamp) -> Result<Self> {
        let before = |older: &Connection| backups.before_update(older, now);
        Self::open_as(path, &migrations::SCHEMA, Sender::Us, before)
    }

    pub(crate) fn open_as(
        path: &Path,
        schema: &Schema,
        sender: Sender,
        before_update: impl FnOnce(&Connection) -> Result<()>,
    ) -> Result<Self> {
        make_private(path)?;
        finish_making(path)?;
        let size = fs::metadata(path)?.len();
        if size > 0 {
            check_header(path, size)?;
            match sender {
                Sender::Us => leaving_no_trace(path, || look_before_touching(path, size, schema))?,
                // What lies beside the file is the other program's.
                Sender::Another => look_before_touching(path, size, schema)?,
            }
        }
        let mut writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        writer.pragma_update(None, "journal_mode", "WAL")?;
        writer.pragma_update(None, "cache_size", -16_384)?;
        // What a large import leaves of the log is given back at the next checkpoint.
        writer.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
        migrations::migrate(&mut writer, schema, before_update)?;
        let interrupted = match sender {
            Sender::Us => outbox::recover(&mut writer)?,
            Sender::Another => Vec::new(),
        };
        let readers = [reader(path)?, reader(path)?, reader(path)?];
        Ok(Self {
            inner: Arc::new(Inner {
                path: path.to_owned(),
                connections: Connections::new(writer, readers)?,
                snapshots: Snapshots::default(),
                customer_lists: Default::default(),
                vocabulary: Vocabulary::default(),
                counting: AtomicU64::default(),
                backing_up: Mutex::default(),
                interrupted,
            }),
        })
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    /// Writes the log back into the file and lets go of it. Other clones go on; the file is
    /// closed with the last one.
    pub fn close(self) {
        // Nothing is lost when this fails: the log stays beside the file.
        let outcome = self.maintain(|connection| {
            connection.execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);")?;
            Ok(())
        });
        if let Err(error) = outcome {
            tracing::warn!(%error, "the log was not written back");
        }
    }

    /// A full check of the file, indexes, references and search, for when somebody asks: it
    /// reads all of it, while writing goes on.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with what was found.
    pub fn integrity_check(&self) -> Result<()> {
        self.read(|tx| {
            check(tx, "integrity_check(20)")?;
            let orphans: u32 = tx.query_row(
                "SELECT count(*) FROM pragma_foreign_key_check()",
                [],
                |row| row.get(0),
            )?;
            if orphans > 0 {
                return Err(StoreError::Damaged {
                    detail: format!("{orphans} orphaned rows"),
                });
            }
            Ok(())
        })?;
        // The search checks itself by a command that only a writer may give.
        self.maintain(|connection| {
            connection.execute_batch("INSERT INTO search (search) VALUES ('integrity-check')")?;
            Ok(())
        })
    }
}

// One reader per name in the array above.
const _: () = assert!(READERS == 3);

pub(crate) fn connect(path: &Path, access: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // A file may come from anywhere: its schema gets no say beyond its own tables.
    connection.pragma_update(None, "trusted_schema", false)?;
    // Without this, SQLite plans a cached statement anew for every value that is bound to it:
    // with an index on a part of the orders at hand, that costs more than the statement.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

fn reader(path: &Path) -> Result<Connection> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "cache_size", -8_192)?;
    Ok(connection)
}

/// Runs a look at the file; what SQLite put beside it for that goes again.
pub(crate) fn leaving_no_trace<T>(path: &Path, look: impl FnOnce() -> Result<T>) -> Result<T> {
    let missing: Vec<PathBuf> = ["-wal", "-shm"]
        .into_iter()
        .map(|suffix| beside(path, suffix))
        .filter(|file| !file.exists())
        .collect();
    let outcome = look();
    for file in missing {
        let is_index = file.to_string_lossy().ends_with("-shm");
        // A log that has something in it is somebody's work.
        let is_empty = fs::metadata(&file).is_ok_and(|found| found.len() == 0);
        if (is_index || is_empty) && fs::remove_file(&file).is_ok() {
            tracing::debug!("a trace beside the file was removed");
        }
    }
    outcome
}

/// Refuses a file of the future, of another program or with damage, without touching it: a
/// connection that may write would bring the log into it when it is closed.
fn look_before_touching(path: &Path, size: u64, schema: &Schema) -> Result<()> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let found = migrations::version(&connection)?;
    schema.refuse_future(found)?;
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: u32 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables > 0 && (found == 0 || id != migrations::APPLICATION_ID) {
        return Err(StoreError::Damaged {
            detail: "a database of another program".to_owned(),
        });
    }
    if size <= CHECK_WHOLE_UP_TO {
        check(&connection, "quick_check(1)")?;
    }
    Ok(())
}

/// A file in the making has a journal instead of a log. One that a power cut left is rolled back
/// to the empty file that it was, which takes a connection that may write.
fn finish_making(path: &Path) -> Result<()> {
    let journal = beside(path, "-journal");
    if fs::metadata(journal).is_ok_and(|journal| journal.len() > 0) {
        connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?.query_row(
            "SELECT count(*) FROM sqlite_schema",
            [],
            |_| Ok(()),
        )?;
    }
    Ok(())
}

/// What the first 100 bytes tell: that it is a database, and that none of it was cut off.
fn check_header(path: &Path, size: u64) -> Result<()> {
    // The file may lag behind a log beside it, and a power cut while that was written back may
    // have torn any page, the first one too: the log has them whole.
    if fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0) {
        return Ok(());
    }
    let mut header = [0_u8; 100];
    let complete = File::open(path)?.read_exact(&mut header).is_ok();
    if !complete || !header.starts_with(MAGIC) {
        return Err(StoreError::Damaged {
            detail: "no SQLite database".to_owned(),
        });
    }
    let page_size = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        bytes => u64::from(bytes),
    };
    let pages = u32::from_be_bytes([header[28], header[29], header[30], header[31]]);
    if size < page_size * u64::from(pages) {
        return Err(StoreError::Damaged {
            detail: "the file was cut off".to_owned(),
        });
    }
    Ok(())
}

pub(crate) fn check(connection: &Connection, pragma: &str) -> Result<()> {
    let mut statement = connection.prepare(&format!("PRAGMA {pragma}"))?;
    let words = statement
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    if words == ["ok"] {
        return Ok(());
    }
    Err(StoreError::Damaged {
        detail: words.join("; "),
    })
}
