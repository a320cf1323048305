//! The folder of an account's backups.

use std::{
    fs, io,
    path::PathBuf,
    sync::{MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;

use super::{
    BackupName, Contents, OwnWork, Why, due, file,
    plan::{Comparison, RestorePlan},
    restore::{self, Chosen, Restored},
    rotation::rotate,
};
use crate::{Result, Store, StoreError, connections::Durability};

/// Where the backups of one account lie.
#[derive(Debug, Clone)]
pub struct Backups {
    folder: PathBuf,
}

/// One backup.
#[derive(Debug, Clone)]
pub struct Backup {
    /// Its file's name: when and why.
    pub name: BackupName,
    /// Whether it stays for its week.
    pub weekly: bool,
    /// In bytes.
    pub size: u64,
    /// None when it cannot be read.
    pub contents: Option<Contents>,
}

impl Backups {
    /// The backups in a folder; it is made with the first one.
    #[must_use]
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    /// The path of a backup.
    #[must_use]
    pub fn path(&self, name: BackupName) -> PathBuf {
        self.folder.join(name.to_string())
    }

    /// Every backup, the newest first, those that cannot be read as well.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list(&self, now: Timestamp) -> Result<Vec<Backup>> {
        let names = self.names()?;
        let weekly = rotate(&names, now).weekly;
        let backup = |name: BackupName| {
            let path = self.path(name);
            let contents = file::contents(&path);
            if let Err(problem) = &contents {
                tracing::warn!(error = %problem, %name, "a backup cannot be read");
            }
            Backup {
                name,
                weekly: weekly.contains(&name),
                size: fs::metadata(path).map_or(0, |found| found.len()),
                contents: contents.ok(),
            }
        };
        Ok(names.into_iter().map(backup).collect())
    }

    /// Whether there is any backup.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn any(&self) -> Result<bool> {
        Ok(!self.names()?.is_empty())
    }

    /// Their names, the newest first. No folder is no backup.
    pub(crate) fn names(&self) -> Result<Vec<BackupName>> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(problem) => return Err(problem.into()),
        };
        let mut names = Vec::new();
        for entry in entries {
            let file_name = entry?.file_name();
            names.extend(file_name.to_str().and_then(BackupName::parse));
        }
        names.sort_by(|a, b| b.cmp(a));
        Ok(names)
    }

    /// What the newest backup that can be read holds.
    pub(crate) fn newest(&self) -> Result<Option<(BackupName, OwnWork)>> {
        let found = self.names()?.into_iter().find_map(|name| {
            let work = file::read(&self.path(name)).ok()?;
            Some((name, work))
        });
        Ok(found)
    }

    /// What a backup holds.
    pub(crate) fn read(&self, name: BackupName) -> Result<OwnWork> {
        let path = self.path(name);
        if !path.exists() {
            return Err(StoreError::NotFound);
        }
        file::read(&path)
    }

    /// Writes one, then lets go of those that are not kept any longer.
    pub(crate) fn write(&self, work: &OwnWork, why: Why, now: Timestamp) -> Result<BackupName> {
        let mut name = BackupName::new(now, why);
        while self.path(name).exists() {
            let next = name.at.checked_add(SignedDuration::from_millis(1));
            name.at = next.map_err(|_| StoreError::AlreadyQueued)?;
        }
        file::write(&self.path(name), work, name)?;
        self.let_go(name, now);
        Ok(name)
    }

    /// A backup that cannot be removed takes room and does no harm.
    fn let_go(&self, newest: BackupName, now: Timestamp) {
        let Ok(names) = self.names() else { return };
        for name in rotate(&names, now).gone {
            if name != newest
                && let Err(problem) = fs::remove_file(self.path(name))
            {
                tracing::warn!(error = %problem, %name, "an old backup stays");
            }
        }
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if entry.file_name().to_str().is_some_and(file::is_part) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Keeps what a cache of an older schema holds, before it is migrated.
    pub(crate) fn before_update(&self, older: &Connection, now: Timestamp) -> Result<()> {
        let work = OwnWork::read(older)?;
        if work.is_empty() {
            return Ok(());
        }
        self.write(&work, Why::BeforeUpdate, now).map(|_| ())
    }
}

impl Store {
    /// Makes a backup while writing goes on. None when there is nothing to keep.
    ///
    /// # Errors
    /// When the database cannot be read or the folder cannot be written.
    pub fn back_up(
        &self,
        backups: &Backups,
        why: Why,
        now: Timestamp,
    ) -> Result<Option<BackupName>> {
        let _turn = self.turn();
        let work = self.read(|tx| OwnWork::read(tx))?;
        if work.is_empty() {
            return Ok(None);
        }
        backups.write(&work, why, now).map(Some)
    }

    /// One backup is written at a time.
    fn turn(&self) -> MutexGuard<'_, ()> {
        let turn = self.inner.backing_up.lock();
        turn.unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the backup of the day, when it is due and anything changed since the newest one.
    ///
    /// # Errors
    /// As [`Store::back_up`].
    pub fn back_up_if_due(&self, backups: &Backups, now: Timestamp) -> Result<Option<BackupName>> {
        let _turn = self.turn();
        let names = backups.names()?;
        let last = names.iter().find(|name| name.why == Why::Daily);
        if !due::is_due(last.map(|name| name.at), now) {
            return Ok(None);
        }
        let work = self.read(|tx| OwnWork::read(tx))?;
        let kept = names
            .first()
            .and_then(|name| file::contents(&backups.path(*name)).ok());
        let unchanged = kept.is_some_and(|kept| kept.fingerprint == file::fingerprint(&work));
        if work.is_empty() || unchanged {
            return Ok(None);
        }
        backups.write(&work, Why::Daily, now).map(Some)
    }

    /// What bringing a backup back would do. Nothing is changed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such backup, [`StoreError::Damaged`] when it
    /// cannot be read; or the database cannot be read.
    pub fn preview_restore(&self, backups: &Backups, name: BackupName) -> Result<RestorePlan> {
        let copy = backups.read(name)?;
        let here = self.read(|tx| OwnWork::read(tx))?;
        Ok(Comparison::of(&here, &copy).plan())
    }

    /// Brings back what is chosen of a backup, and the journal's lines that are missing here, in
    /// one durable transaction. What is here is backed up first.
    ///
    /// # Errors
    /// As [`Store::preview_restore`]; or the database cannot be written. Nothing came back then.
    pub fn restore(
        &self,
        backups: &Backups,
        name: BackupName,
        chosen: &[Chosen],
        now: Timestamp,
    ) -> Result<Restored> {
        let copy = backups.read(name)?;
        self.back_up(backups, Why::BeforeRestore, now)?;
        self.write(Durability::Full, |tx| {
            restore::apply(tx, &copy, chosen, now)
        })
    }
}
