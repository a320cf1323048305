//! Saved views: a question to the list under a name.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What a list is asked, without its window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SavedQuery {
    /// As in `OrderQuery`.
    pub view: String,
    /// As typed.
    pub text: String,
    /// Badge codes to keep; empty = all.
    pub states: Vec<String>,
    /// Service kinds to keep; empty = all.
    pub services: Vec<String>,
    /// `deadline`, `number`, `customer`, `state`.
    pub sort: String,
    pub descending: bool,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SavedView {
    pub id: String,
    pub name: String,
    pub query: SavedQuery,
    /// How many orders it lists.
    pub orders: u32,
    /// It lists more than were counted.
    pub at_least: bool,
}
