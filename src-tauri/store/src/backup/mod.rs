//! Copies of what cannot be downloaded again, and the way back from them.
//!
//! A backup is a small SQLite file beside the order cache with the operator's own work: drafts,
//! outbox, journal, settings, remembered numbers, what the finder showed for orders with work,
//! and those orders' documents so that they can stand again before the next sync.
//!
//! The same rows are read from the open cache, from a cache of an older schema, from a backup
//! and from a damaged file ([`own_work`]); what a restore would do is computed from two of
//! them without touching either ([`plan`]).
//!
//! Not here: when a backup is due and where its folder lies; that is the caller's.

mod columns;
mod due;
mod file;
mod folder;
pub(crate) mod kept;
mod name;
pub(crate) mod own_work;
pub(crate) mod plan;
mod restore;
mod rotation;

pub use file::Contents;
pub use folder::{Backup, Backups};
pub use name::{BackupName, Why};
pub use plan::{Act, Fate, OrderPlan, Reason, RestorePlan};
pub use restore::{Chosen, Restored};

pub(crate) use own_work::OwnWork;
pub(crate) use restore::apply;
