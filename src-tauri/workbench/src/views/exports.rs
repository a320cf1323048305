//! What leaves the program as files: how far it is, and what came of it.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Failure;

/// How far what takes a while is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ExportProgress {
    /// `csv`, `xlsx`, `calendar`, `summaries`; `many`: an act for many orders.
    pub kind: String,
    /// Of the file or folder that is written; empty when none is.
    pub name: String,
    pub done: u32,
    /// None before it is known.
    pub total: Option<u32>,
}

/// A list, or one deadline, that was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Exported {
    /// Somebody ended it: there is no file.
    pub cancelled: bool,
    pub path: String,
    /// Orders in it.
    pub rows: u32,
    /// Orders of the list that have no deadline ahead; of a calendar only.
    pub left_out: u32,
}

/// What came of writing many summaries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SummariesSaved {
    /// Somebody ended it; what was saved before stays.
    pub cancelled: bool,
    /// Each order that its turn came to, in that sequence.
    pub orders: Vec<SummaryOutcome>,
    /// Orders whose turn did not come.
    pub left: u32,
    /// The folder, or the one file that they were joined in.
    pub path: String,
}

/// What came of one of many summaries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SummaryOutcome {
    pub order_id: String,
    /// Empty when the order is not here any more.
    pub number: String,
    pub company: String,
    /// Name of its file; none when it failed.
    pub file: Option<String>,
    pub failure: Option<Failure>,
}
