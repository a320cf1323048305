//! The list of orders: any view, any sort, any window, and the counters of the views.

use jiff::Timestamp;
use turnup_domain::{
    OrderId, OrderNumber, Status,
    state::{LocalState, View},
};

use crate::{Result, Store, StoreError};

/// Snapshots of lists.
#[derive(Default)]
pub(crate) struct Snapshots;

/// By what the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// What closes first comes first; orders that wait for nothing come last, either way.
    #[default]
    Deadline,
    /// Order number.
    Number,
    /// The end customer's company.
    Customer,
    /// What needs the operator most comes first.
    State,
}

/// What to list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListQuery {
    /// Which view.
    pub view: View,
    /// As typed; text without a letter or digit filters nothing.
    pub text: String,
    /// Badge codes to keep; empty = all.
    pub states: Vec<String>,
    /// Service kinds to keep; empty = all.
    pub services: Vec<String>,
    /// By what.
    pub sort: Sort,
    /// The other way round.
    pub descending: bool,
    /// First row of the window.
    pub offset: u32,
    /// Rows of the window.
    pub limit: u32,
    /// Who looks: "mine or nobody's".
    pub operator_email: String,
    /// For "due soon".
    pub now: Timestamp,
}

/// A window onto the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListWindow {
    /// The rows from the offset on.
    pub rows: Vec<ListRow>,
    /// Rows that match in all; at least that many when `more`.
    pub total: u32,
    /// `total` is not the end yet: it grows as the list is read on.
    pub more: bool,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListRow {
    /// The order.
    pub id: OrderId,
    /// Its number.
    pub number: OrderNumber,
    /// The end customer's company.
    pub customer: String,
    /// The end customer's city.
    pub city: String,
    /// The end customer's country.
    pub country: String,
    /// Kinds of service on it, in the order of its lines.
    pub services: Vec<String>,
    /// Where it stands at the service.
    pub status: Status,
    /// What this computer has to say about it.
    pub local_state: LocalState,
    /// When it closes.
    pub closes_at: Option<Timestamp>,
    /// IANA zone in which that is read.
    pub contact_zone: Option<String>,
    /// Step the draft stands on.
    pub draft_step: Option<String>,
    /// The same counted from 1.
    pub step_number: Option<u32>,
    /// How many steps there are.
    pub step_count: Option<u32>,
}

/// How many orders each view holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open work of mine or nobody's.
    pub inbox: u32,
    /// Open and closing within three days.
    pub due_soon: u32,
    /// Edited here.
    pub drafts: u32,
    /// In the outbox or on its way.
    pub queue: u32,
    /// Refused or in conflict.
    pub needs_attention: u32,
    /// Provisioned, wholly or with errors.
    pub provisioned: u32,
    /// Everything.
    pub all: u32,
}

impl Store {
    /// A window onto the list.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn list(&self, _query: &ListQuery) -> Result<ListWindow> {
        Err(StoreError::NotFound)
    }

    /// How many orders each view holds.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn counts(&self, _operator_email: &str, _now: Timestamp) -> Result<Counts> {
        Err(StoreError::NotFound)
    }
}
