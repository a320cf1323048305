//! The list of orders and its views.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Failure;

/// What to list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct OrderQuery {
    /// `inbox`, `due_soon`, `overdue`, `drafts`, `queue`, `needs_attention`,
    /// `to_review`, `provisioned`, `all`.
    pub view: String,
    /// As typed.
    pub text: String,
    /// Badge codes to keep; empty = all.
    pub states: Vec<String>,
    /// Service kinds to keep; empty = all.
    pub services: Vec<String>,
    /// `deadline`, `number`, `customer`, `state`, `country`, `assignee`, `mailed`.
    pub sort: String,
    pub descending: bool,
    pub offset: u32,
    /// At most 200.
    pub limit: u32,
    /// With what only the order itself tells of each row.
    pub details: bool,
}

/// A window onto the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct OrderWindow {
    pub rows: Vec<OrderRow>,
    pub offset: u32,
    /// Rows that match in all, those included that are only similar; more when `more`.
    pub total: u32,
    /// `total` grows as the list is read on.
    pub more: bool,
    /// How many match as typed, those that are only similar standing behind them; none while that
    /// is not known.
    pub exact: Option<u32>,
    /// Operators of the text whose value makes no sense, as typed.
    pub misunderstood: Vec<String>,
    /// Orders wait for their place in the search: it finds more in a moment.
    pub indexing: bool,
}

/// What a list counts, a moment behind the list itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct OrderFacets {
    /// Rows of the list; none when something else was asked or changed meanwhile.
    pub total: Option<u32>,
    /// By badge code, whatever states are chosen.
    pub states: Vec<FacetView>,
    /// By kind of service, whatever services are chosen.
    pub services: Vec<FacetView>,
    /// There are more than were counted of states and services.
    pub at_least: bool,
}

/// How many orders of a list have something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct FacetView {
    /// A badge code or a kind of service.
    pub code: String,
    pub orders: u32,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct OrderRow {
    pub id: String,
    pub number: String,
    pub customer: String,
    pub city: String,
    pub country: String,
    pub services: Vec<String>,
    pub deadline: DeadlineView,
    pub badge: BadgeView,
    /// Orders of one customer have the same; a list by customer follows it.
    pub customer_key: String,
    /// E-mail of the colleague who works on it; empty = nobody.
    pub assignee: String,
    /// When the provisioning e-mail went out.
    pub mailed_at: Option<String>,
    /// Only when they were asked for.
    pub details: Option<RowDetails>,
}

/// What only the order itself tells of a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RowDetails {
    pub subscription: String,
    /// Why the order exists: `new`, `change`, …
    pub kind: String,
    /// The day the customer wants to begin.
    pub requested_start: Option<String>,
    /// The provisioning contact's name, else the address.
    pub contact: String,
    /// The beginning of the note that colleagues share.
    pub note: String,
    /// The partner's organization, once it is mapped.
    pub partner: Option<String>,
    /// The customer's organization, once it is mapped.
    pub organization: Option<String>,
}

/// When an order closes, judged in the contact's zone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DeadlineView {
    pub closes_at: Option<String>,
    /// Calendar days from today, in the contact's zone.
    pub days: Option<i32>,
    /// `overdue`, `soon` (≤ 3 days), `near` (≤ 7 days), `far`, `none` (nothing waits any more).
    pub urgency: String,
}

/// The one word on an order: the local state when there is one, else the status.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct BadgeView {
    /// A local state (`needs_attention`, `sending`, `queued`, `draft`) or a status.
    pub code: String,
    /// With `draft`: the step it stands on, counted from 1.
    pub step: Option<u32>,
    pub steps: Option<u32>,
}

/// How many orders each view holds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct ViewCounts {
    pub inbox: u32,
    pub due_soon: u32,
    pub overdue: u32,
    pub drafts: u32,
    pub queue: u32,
    pub needs_attention: u32,
    pub to_review: u32,
    pub provisioned: u32,
    pub all: u32,
}

/// An order that wanted to be remembered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ReminderView {
    pub order_id: String,
    pub number: String,
    pub customer: String,
    /// The day, `YYYY-MM-DD`.
    pub on: String,
}

/// What came of opening provisioning e-mails.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
pub struct EmailsOpened {
    /// Files that were read.
    pub files: u32,
    /// Each order once, as they were found.
    pub orders: Vec<EmailOpened>,
    /// How often an order was named that had been named before.
    pub again: u32,
    /// What could not be opened, and why.
    pub failures: Vec<EmailFailure>,
    /// Where links in them lead.
    pub links: Vec<LinkView>,
}

/// What came of one order that an e-mail names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EmailOpened {
    /// `opened` (the order is here), `remembered` (it opens when it is synced) or `unknown` (the
    /// service does not know the number).
    pub outcome: String,
    pub number: String,
    pub order_id: Option<String>,
    /// The end customer; empty when the order is not here.
    pub company: String,
    /// Name of the file that named it first.
    pub file: String,
}

/// A file that led to no order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EmailFailure {
    /// Its name.
    pub file: String,
    pub failure: Failure,
}

/// Where a link in an e-mail leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LinkView {
    /// The host, in ASCII.
    pub host: String,
    /// Another host that the link's own words show.
    pub shown: Option<String>,
}
