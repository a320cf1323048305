//! The list of orders: any view, any sort, any window, and the counters of the views.

mod counts;
mod due_soon;
mod facets;
mod facts;
mod judge;
pub(crate) mod overdue;
mod query;
mod sequence;
mod snapshot;
mod terms;
mod walk;

use std::sync::PoisonError;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, Transaction};
use turnup_domain::{
    OrderId, OrderNumber, Status,
    state::{LocalState, View},
};

use crate::{CustomerName, Result, Store, column, customers, search::indexing};
pub use facets::Facets;
pub use facts::RowFacts;
use query::Selection;
pub(crate) use snapshot::Snapshots;
pub use walk::{ContactFacts, CustomerFacts, LineFacts, OrderFacts, Walked};

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
    /// Code of the end customer's country.
    Country,
    /// Who works on it; nobody's come first.
    Assignee,
    /// When the provisioning e-mail went out; orders without one come last.
    Mailed,
}

/// What to list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListQuery {
    /// Which view.
    pub view: View,
    /// As typed, with operators (see [`turnup_domain::query`]); text without a letter or digit
    /// filters nothing.
    pub text: String,
    /// Behind what matches: what holds the words inside of others, or differs by one slip.
    pub similar: bool,
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
    /// How many rows match as typed, those that are only similar being behind them; `None` while
    /// that is not known.
    pub exact: Option<u32>,
    /// Operators of the text whose value makes no sense, as typed.
    pub misunderstood: Vec<String>,
    /// Orders wait for their place in the search: it may find more in a moment.
    pub indexing: bool,
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
    /// Orders of one customer have the same: the company's name as lists are sorted by it.
    pub customer_key: String,
    /// E-mail of the colleague who works on it, in lower case; empty = nobody.
    pub assignee: String,
    /// When the provisioning e-mail went out.
    pub mailed_at: Option<Timestamp>,
}

/// How many orders each view holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open work of mine or nobody's.
    pub inbox: u32,
    /// Open and closing within three days.
    pub due_soon: u32,
    /// Open, and the moment at which they close has passed.
    pub overdue: u32,
    /// Edited here.
    pub drafts: u32,
    /// In the outbox or on its way.
    pub queue: u32,
    /// Refused or in conflict.
    pub needs_attention: u32,
    /// A colleague asks this operator.
    pub to_review: u32,
    /// Provisioned, wholly or with errors.
    pub provisioned: u32,
    /// Everything.
    pub all: u32,
}

/// Rows of one window at most.
const WIDEST: u32 = 1_000;

impl Store {
    /// A window onto the list.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn list(&self, query: &ListQuery) -> Result<ListWindow> {
        self.window(Selection::of(query), query)
    }

    /// A window onto the orders of one customer.
    ///
    /// # Errors
    /// [`crate::StoreError::NotFound`] when nobody here has such a customer; or the database cannot
    /// be read.
    pub fn list_of_customer(
        &self,
        customer: &CustomerName,
        query: &ListQuery,
    ) -> Result<ListWindow> {
        let row = self.read(|tx| customers::row_of(tx, customer))?;
        self.window(Selection::of(query).of_customer(row), query)
    }

    fn window(&self, selection: Selection, query: &ListQuery) -> Result<ListWindow> {
        let snapshot = self.inner.snapshots.of(&selection, self.changes());
        let mut snapshot = snapshot.lock().unwrap_or_else(PoisonError::into_inner);
        let (offset, limit) = (query.offset as usize, query.limit.min(WIDEST) as usize);
        self.read(|tx| {
            let end = offset.saturating_add(limit);
            snapshot.read_to((tx, self), &selection, end, query.now)?;
            let known = rows_of(snapshot.len());
            let (total, more) = if snapshot.is_complete() {
                (known, false)
            } else if selection.is_whole_view() {
                let view = counts::of_view(tx, &query.view, &query.operator_email, query.now)?;
                (view.max(known), false)
            } else {
                (known, true)
            };
            Ok(ListWindow {
                rows: rows(tx, snapshot.window(offset, limit))?,
                total,
                more,
                exact: snapshot.exact().map(rows_of),
                misunderstood: selection.misunderstood().to_vec(),
                indexing: selection.seeks_words() && indexing::waits(tx)?,
            })
        })
    }
}

fn rows_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The rows of a window. One that was deleted since the snapshot is left out: a change event is
/// on its way.
fn rows(tx: &Transaction<'_>, window: &[u32]) -> Result<Vec<ListRow>> {
    let mut statement = tx.prepare_cached(include_str!("row.sql"))?;
    let mut rows = Vec::with_capacity(window.len());
    for row in window {
        rows.extend(statement.query_row([row], list_row).optional()?);
    }
    Ok(rows)
}

fn list_row(row: &Row<'_>) -> rusqlite::Result<ListRow> {
    let services: String = row.get(5)?;
    Ok(ListRow {
        id: OrderId::new(row.get::<_, String>(0)?),
        number: OrderNumber::new(row.get::<_, String>(1)?),
        customer: row.get(2)?,
        city: row.get(3)?,
        country: row.get(4)?,
        services: services
            .lines()
            .filter(|kind| !kind.is_empty())
            .map(str::to_owned)
            .collect(),
        status: Status::from(row.get::<_, String>(6)?.as_str()),
        local_state: LocalState::from(row.get::<_, String>(7)?.as_str()),
        closes_at: row.get::<_, Option<i64>>(8)?.map(column::to_time),
        contact_zone: row.get(9)?,
        draft_step: row.get(10)?,
        step_number: row.get(11)?,
        step_count: row.get(12)?,
        customer_key: row.get(13)?,
        assignee: row.get(14)?,
        mailed_at: row.get::<_, Option<i64>>(15)?.map(column::to_time),
    })
}
