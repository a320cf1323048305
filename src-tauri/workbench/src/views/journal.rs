//! The journal of this computer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// Which lines to show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct JournalQuery {
    /// Part of a number, a customer's name or a person's address.
    pub text: String,
    /// `all`, `queue`, `drafts`, `decisions`, `service`.
    pub about: String,
    pub order_id: Option<String>,
    /// Not before (RFC 3339).
    pub since: Option<String>,
    /// Before (RFC 3339).
    pub until: Option<String>,
    /// Older than this line.
    pub before: Option<String>,
}

/// Lines of the journal, the newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct JournalView {
    pub entries: Vec<JournalEntryView>,
    /// Whether older ones match as well.
    pub more: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct JournalEntryView {
    pub id: String,
    pub at: String,
    /// An address, or empty for the program itself.
    pub actor: String,
    pub code: String,
    pub params: BTreeMap<String, String>,
    pub order_id: Option<String>,
    /// While the order is cached.
    pub number: Option<String>,
    pub customer: Option<String>,
}

/// A journal that was written to a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct JournalExported {
    pub path: String,
    pub rows: u32,
}
