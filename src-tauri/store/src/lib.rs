//! The SQLite order cache: the mirror of the service's orders, the operator's drafts over it,
//! the outbox, the organization directory, the journal, settings, and the search over it all.
//!
//! One file holds everything. One connection writes, three others can only read; every write is
//! one immediate transaction. What the operator made here (drafts, outbox, journal, settings)
//! is committed with `synchronous=FULL`: when a call returns, it survives a power cut. What can
//! be downloaded again (orders, organizations, activity) is committed with `NORMAL`.
//!
//! The mirror and the overlay are different rows: no import ever touches a draft, nor what an
//! outbox entry asks for. Each table has its file, which alone knows its columns.
//!
//! Not here: the protocol (payloads and problems are kept as JSON, not interpreted), the clock
//! (`now` is a parameter), threads (callers bring their own: every call blocks).
//!
//! A file belongs to one process at a time. [`Store::open`] takes an entry that was left
//! "sending" for the remains of a crash.
#![warn(missing_docs)]

mod backup;
mod capabilities;
mod column;
mod connections;
mod customers;
mod directory;
mod drafts;
mod error;
mod files;
mod findings;
mod journal;
mod list;
mod migrations;
mod notices;
mod numbers;
mod open;
mod orders;
mod outbox;
mod overview;
mod salvage;
mod search;
mod settings;

#[cfg(test)]
mod tests;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

pub use backup::{
    Act, Backup, BackupName, Backups, Chosen, Contents, Fate, OrderPlan, Reason, RestorePlan,
    Restored, Why,
};
pub use customers::{
    Colleague, Customer, CustomerName, CustomerOrder, CustomerQuery, CustomerSort, CustomerWindow,
    CustomerWork,
};
pub use drafts::StoredDraft;
pub use error::{Result, StoreError};
pub use findings::Finding;
pub use journal::{JournalPage, JournalQuery, JournalRow, TimelineRow};
pub use list::{
    ContactFacts, Counts, CustomerFacts, Facets, LineFacts, ListQuery, ListRow, ListWindow,
    OrderFacts, RowFacts, Sort, Walked,
};
pub use notices::{AnsweredReview, NoticeFacts, Telling, ToldDeadline};
pub use orders::StoredOrder;
pub use outbox::{
    EntryState, LONGEST_WAIT, OutboxEntry, OutboxKind, QueueRow, QueueWindow, WaitsFor,
};
pub use overview::{
    AGES, Closing, ClosingDay, DraftsAtStep, FailedOrders, Longest, OpenOrders, OrderName,
    Overview, OverviewQuery, Provisioned, ProvisionedWeek, RefusedActs, Waiting,
};
pub use salvage::Rescue;

/// The order cache. Cloning is cheap and shares the connections.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    path: PathBuf,
    connections: connections::Connections,
    snapshots: list::Snapshots,
    customer_lists: customers::Lists,
    vocabulary: search::Vocabulary,
    /// The newest count that was asked for.
    counting: std::sync::atomic::AtomicU64,
    /// Held while a backup is written: whoever writes one clears away what others left half.
    backing_up: Mutex<()>,
    /// Entries that the last run left "sending".
    interrupted: Vec<i64>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store")
            .field("path", &self.inner.path)
            .finish_non_exhaustive()
    }
}
