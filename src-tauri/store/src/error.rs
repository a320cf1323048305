//! What can go wrong with the cache. One variant per thing that a caller acts on; everything
//! else stays `Sqlite` or `Io` with its source.

use rusqlite::{ErrorCode, ffi};

/// A result of the store.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why the store could not do it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The file was written by a newer version of the program. It was not touched.
    #[error("the database has schema {found}, this program knows {supported}")]
    Future {
        /// Schema of the file.
        found: u32,
        /// Newest schema that this program knows.
        supported: u32,
    },
    /// The file is no sound database of this program. It was not deleted.
    #[error("the database is damaged: {detail}")]
    Damaged {
        /// What SQLite or the check said, for the log.
        detail: String,
    },
    /// No room on the disk; nothing of the attempt was kept.
    #[error("the disk is full")]
    DiskFull,
    /// The file or its folder cannot be written, or the disk reports errors.
    #[error("the database cannot be written")]
    ReadOnly,
    /// Another program holds the file.
    #[error("the database is in use elsewhere")]
    Busy,
    /// Anything else that SQLite said.
    #[error("the database said: {0}")]
    Sqlite(#[source] rusqlite::Error),
    /// A stored document could not be read, or a value could not be written, as JSON.
    #[error("a stored document is not what was expected: {0}")]
    Json(#[from] serde_json::Error),
    /// The folder or file could not be made or read.
    #[error("the database file could not be reached: {0}")]
    Io(#[source] std::io::Error),
    /// There is no such order, entry or draft.
    #[error("there is nothing of this id")]
    NotFound,
    /// Only acts of which nothing can have reached the service can be taken back.
    #[error("the act may have reached the service")]
    MayHaveArrived,
    /// The same act of this order waits in the outbox already.
    #[error("the act is in the outbox already")]
    AlreadyQueued,
}

/// The disk reported an error, or somebody's share of it is used up.
const WRITING_FAILED: [i32; 4] = [
    ffi::SQLITE_IOERR_WRITE,
    ffi::SQLITE_IOERR_TRUNCATE,
    ffi::SQLITE_IOERR_FSYNC,
    ffi::SQLITE_IOERR_DIR_FSYNC,
];

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let code = match &error {
            rusqlite::Error::QueryReturnedNoRows => return Self::NotFound,
            // No room for the index of the log.
            rusqlite::Error::SqliteFailure(failure, _)
                if failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE =>
            {
                return Self::DiskFull;
            }
            rusqlite::Error::SqliteFailure(failure, _)
                if WRITING_FAILED.contains(&failure.extended_code) =>
            {
                return Self::ReadOnly;
            }
            rusqlite::Error::SqliteFailure(failure, _) => failure.code,
            _ => return Self::Sqlite(error),
        };
        match code {
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged {
                detail: error.to_string(),
            },
            ErrorCode::DiskFull => Self::DiskFull,
            // A folder in which SQLite cannot make its `-wal` and `-shm` files is as good as
            // a file that cannot be written.
            ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                Self::ReadOnly
            }
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            _ => Self::Sqlite(error),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}
