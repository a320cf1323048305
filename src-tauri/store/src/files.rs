//! Files as the store makes them: the database, what SQLite puts beside it, and nobody else's to
//! read.

use std::{
    fs::{DirBuilder, OpenOptions},
    path::{Path, PathBuf},
};

use crate::{Result, Store};

impl Store {
    /// Every file of a database: its log and the log's index, then the database itself. Whoever
    /// moves them begins at the front: a database never stands beside the log of another.
    #[must_use]
    pub fn files_of(path: &Path) -> [PathBuf; 3] {
        [beside(path, "-wal"), beside(path, "-shm"), path.to_owned()]
    }
}

/// A path with more at its end.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Makes folders and file, readable by nobody else where the system knows such a thing. SQLite
/// gives its `-wal` and `-shm` files the mode of the file.
pub(crate) fn make_private(path: &Path) -> Result<()> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
    }
    if path.exists() {
        return Ok(());
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;
    Ok(())
}
