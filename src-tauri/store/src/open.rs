//! Opening the file: make, check, upgrade or refuse, in one place.

use std::path::Path;

use crate::{Result, Store, StoreError};

impl Store {
    /// Opens the cache, or makes it: folders (0700) and file (0600) where they are missing.
    ///
    /// # Errors
    /// [`StoreError::Future`] for a schema from a newer program (the file is not touched),
    /// [`StoreError::Damaged`] for a file that is no sound database (it is not deleted),
    /// [`StoreError::ReadOnly`], [`StoreError::DiskFull`], [`StoreError::Busy`].
    pub fn open(_path: &Path) -> Result<Self> {
        Err(StoreError::NotFound)
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    /// Writes the log back into the file and lets go of it, once every clone is gone.
    pub fn close(self) {}

    /// A full check of the file, for when somebody asks; it reads all of it.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with what was found.
    pub fn integrity_check(&self) -> Result<()> {
        Err(StoreError::NotFound)
    }
}
