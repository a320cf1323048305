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
    /// As in `OrderQuery`.
    pub sort: String,
    pub descending: bool,
    /// `none`, `customer`, `deadline`: what the list is divided by, as it is sorted.
    #[serde(default = "no_groups")]
    pub grouping: String,
}

/// Views that were kept before there were groups have none.
fn no_groups() -> String {
    "none".to_owned()
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
