//! A colleague's look at what is proposed, before the point of no return.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::ComparisonRow;

/// The latest review of an order, with what waits here to be sent about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ReviewView {
    /// None while it waits here to be asked.
    pub id: Option<String>,
    pub reviewer: String,
    pub asked_by: String,
    pub asked_at: String,
    /// `pending`, `approved`, `declined`, `withdrawn`, or a word of a newer service; as it will be
    /// when everything is sent.
    pub state: String,
    /// Whether the question, or the verdict, waits here to be sent.
    pub queued: bool,
    /// What the reviewer says.
    pub note: String,
    pub decided_at: Option<String>,
    /// `asked_by_me`, `asked_of_me`, `others`.
    pub part: String,
    /// Whether what was proposed is what this operator's answers say now.
    pub current: bool,
    /// Whether this program understands what was proposed.
    pub readable: bool,
    /// The order against what was proposed.
    pub rows: Vec<ComparisonRow>,
}
