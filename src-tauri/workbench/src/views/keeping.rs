//! What the settings show of the data on this computer.

use serde::{Deserialize, Serialize};
use specta::Type;

/// How much lies on this computer, in KiB, and which backups there are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StorageView {
    pub database_kib: u32,
    /// What is written and not yet part of the database file.
    pub log_kib: u32,
    pub backups_kib: u32,
    /// The program's own logs.
    pub logs_kib: u32,
    /// The newest first.
    pub backups: Vec<BackupView>,
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct BackupView {
    pub name: String,
    pub made_at: String,
    /// `daily`, `weekly`, `before_update`, `by_hand`, `before_restore`, `rescued`.
    pub why: String,
    pub kib: u32,
    /// When not, nothing is known of what it holds.
    pub readable: bool,
    pub drafts: u32,
    pub acts: u32,
    pub lines: u32,
}

/// What bringing a backup back would do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RestoreView {
    pub name: String,
    pub orders: Vec<RestoreOrderView>,
    /// Lines of the journal that are missing here.
    pub lines: u32,
}

/// What a backup has of one order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RestoreOrderView {
    pub order_id: String,
    pub number: String,
    pub company: String,
    /// `comes_back`, `differs`, `same`, `waiting`.
    pub fate: String,
    /// Of `differs`: `draft_here`, `dropped_since`.
    pub reason: Option<String>,
    /// When the backup's draft was saved.
    pub draft_there: Option<String>,
    /// When the draft here was saved.
    pub draft_here: Option<String>,
    /// Kinds of the acts that would come back.
    pub acts: Vec<String>,
}

/// An order of which the backup's copy is wanted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RestoreChoice {
    pub order_id: String,
    /// The draft here that was shown, by when it was saved.
    pub over: Option<String>,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RestoredView {
    pub drafts: u32,
    pub acts: u32,
    pub lines: u32,
    /// Chosen orders that were left as they are.
    pub left: u32,
}

/// What a check of the whole database found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CheckView {
    pub sound: bool,
    pub checked_at: String,
}

/// What would be lost, and what is typed to lose it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EraseView {
    pub phrase: String,
    pub drafts: u32,
    /// Acts that the service has not accepted yet.
    pub acts: u32,
    pub backups: u32,
}

/// What was rescued when a damaged or missing database was replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RescueView {
    /// The file was damaged; else it was not there.
    pub damaged: bool,
    pub drafts_from_file: u32,
    pub drafts_from_backup: u32,
    pub acts_from_file: u32,
    pub acts_from_backup: u32,
    /// Rows that were found and could not be understood.
    pub unreadable: u32,
    /// Numbers of orders whose work is lost.
    pub lost: Vec<String>,
    /// When the backup was made that was drawn on.
    pub backup_at: Option<String>,
}
