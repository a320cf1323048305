//! The rows that are kept, as they lie in a file. Documents stay the text they are, so that a
//! member of a newer version comes back as it was; a row whose documents cannot be read is none.

use std::collections::HashMap;

use rusqlite::{Row, types::Value};
use turnup_domain::OrderId;

use crate::{EntryState, OutboxKind};

pub(crate) use super::columns::order_of;

/// Which order a row of the file stands for.
pub(crate) type Names = HashMap<i64, OrderId>;

/// Which row of the file an order has.
pub(crate) type Rows = HashMap<OrderId, i64>;

/// A row of one of the tables that are kept.
pub(crate) trait Kept: Sized {
    /// The table.
    const TABLE: &'static str;
    /// The column that its rows are in the order of.
    const KEY: &'static str;
    /// The columns, the key first. One that a later migration adds may be missing in a file,
    /// and is optional in its row.
    const COLUMNS: &'static [&'static str];

    /// Reads a row with [`Kept::COLUMNS`]; a column that the file does not have is NULL.
    fn read(row: &Row<'_>, names: &Names) -> Option<Self>;

    /// The values of [`Kept::COLUMNS`]; none when its order has no row.
    fn values(&self, rows: &Rows) -> Option<Vec<Value>>;
}

/// An order with work, as the service told it last.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptOrder {
    pub(crate) id: OrderId,
    pub(crate) number: String,
    pub(crate) gone: bool,
    /// None when it could not be read: the draft stands once the order is synced again.
    pub(crate) document: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptDraft {
    pub(crate) order: OrderId,
    pub(crate) document: String,
    pub(crate) base_revision: i64,
    pub(crate) saved_at: i64,
    pub(crate) step: Option<String>,
    pub(crate) step_number: Option<i64>,
    pub(crate) step_count: Option<i64>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptAct {
    /// Rises in the order in which acts were intended.
    pub(crate) place: i64,
    pub(crate) order: OrderId,
    pub(crate) kind: OutboxKind,
    pub(crate) payload: String,
    pub(crate) evidence: Option<String>,
    pub(crate) base_revision: i64,
    pub(crate) intent_id: String,
    pub(crate) attempts: i64,
    pub(crate) created_at: i64,
    pub(crate) next_attempt_at: Option<i64>,
    pub(crate) state: EntryState,
    pub(crate) unknown_outcome: bool,
    pub(crate) problem: Option<String>,
    pub(crate) actor: String,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptFinding {
    pub(crate) order: OrderId,
    pub(crate) role: String,
    pub(crate) answer: String,
    pub(crate) from_cache: bool,
    pub(crate) at: i64,
}

/// A line of the journal. Two lines are the same when everything but their place is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptLine {
    pub(crate) place: i64,
    pub(crate) said: Said,
}

/// What a line of the journal says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Said {
    pub(crate) order: Option<String>,
    pub(crate) at: i64,
    pub(crate) actor: String,
    pub(crate) code: String,
    pub(crate) params: String,
    pub(crate) intent_id: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptSetting {
    pub(crate) key: String,
    pub(crate) value: String,
}

/// The rules that the service sent last: without them no draft can be judged or shown, and they
/// may be needed before the service can be reached again.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptRules {
    pub(crate) etag: String,
    pub(crate) document: String,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptNumber {
    pub(crate) number: String,
    pub(crate) at: i64,
}
