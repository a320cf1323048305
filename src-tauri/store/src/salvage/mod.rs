//! What can still be read of a damaged cache, put together with the newest backup that can be
//! read. The damaged file is only read; what comes of it is a backup of its own, which a fresh
//! cache is filled from.

mod graft;
mod merge;
mod read;
mod walk;

use std::path::Path;

use jiff::Timestamp;

use crate::{
    BackupName, Backups, Chosen, Fate, Restored, Result, Store, Why,
    connections::Durability,
    settings::{self, key},
};

/// What was rescued, and from where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rescue {
    /// Drafts that were readable in the damaged file.
    pub drafts_from_file: u32,
    /// Drafts that only the backup had.
    pub drafts_from_backup: u32,
    /// Acts that were readable in the damaged file.
    pub acts_from_file: u32,
    /// Acts that only the backup had.
    pub acts_from_backup: u32,
    /// Lines of the journal, from either.
    pub lines: u32,
    /// Rows that were found and could not be understood.
    pub unreadable: u32,
    /// Numbers of orders that had work of which nothing was found.
    pub lost: Vec<String>,
    /// The backup that was drawn on.
    pub backup: Option<BackupName>,
    /// Where what was rescued lies now; none when there was nothing.
    pub name: Option<BackupName>,
}

impl Backups {
    /// Reads what can be read of a file that cannot be opened (or is not there any more), fills
    /// it up from the newest backup, and keeps it as a backup of its own.
    ///
    /// # Errors
    /// When the folder cannot be read or written. The damaged file is as it was in any case.
    pub fn rescue(&self, damaged: &Path, now: Timestamp) -> Result<Rescue> {
        let salvaged = read::salvage(damaged);
        let newest = self.newest()?;
        let backup = newest.as_ref().map(|(name, _)| *name);
        let copy = newest.map(|(_, work)| work).unwrap_or_default();
        let (work, mut rescue) = merge::merge(salvaged, copy);
        rescue.backup = backup;
        if !work.is_empty() {
            rescue.name = Some(self.write(&work, Why::Rescued, now)?);
        }
        Ok(rescue)
    }
}

impl Store {
    /// Fills the cache with what was rescued last: also after a crash on the way here, and once
    /// more after a sync when the document of an order was lost. None when there is nothing
    /// (more) to take.
    ///
    /// # Errors
    /// When the backup cannot be read or the database cannot be written. The next call tries
    /// again.
    pub fn take_rescued(&self, backups: &Backups, now: Timestamp) -> Result<Option<Restored>> {
        let rescued = backups
            .names()?
            .into_iter()
            .find(|name| name.why == Why::Rescued);
        let Some(name) = rescued else { return Ok(None) };
        let word = name.to_string();
        if self.setting(key::RESCUED)?.as_deref() == Some(&word) {
            return Ok(None);
        }
        let copy = backups.read(name)?;
        let plan = self.preview_restore(backups, name)?;
        let chosen: Vec<Chosen> = plan
            .orders
            .into_iter()
            .filter(|order| order.fate == Fate::ComesBack)
            .map(|order| Chosen {
                order: order.order,
                over: order.draft_here,
            })
            .collect();
        self.write(Durability::Full, |tx| {
            let restored = crate::backup::apply(tx, &copy, &chosen, now)?;
            if restored.left.is_empty() {
                settings::set(tx, key::RESCUED, Some(&word))?;
            }
            Ok(Some(restored))
        })
    }
}
