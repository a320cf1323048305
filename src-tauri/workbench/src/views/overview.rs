//! The figures over all orders.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What a lead wants to see of all orders at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct OverviewView {
    /// The instant at which it was judged.
    pub as_of: String,
    /// The day it was here then, `YYYY-MM-DD`.
    pub today: String,
    /// Orders of any kind.
    pub orders: u32,
    /// The ages of `OpenOrdersView::by_age`, the youngest first.
    pub ages: Vec<AgeView>,
    /// In the order of the list's states.
    pub open: Vec<OpenOrdersView>,
    pub closing: ClosingView,
    pub provisioned: ProvisionedView,
    /// How long they wait in each state; in the sequence of `open`.
    pub waiting: Vec<WaitingView>,
    /// Drafts by the wizard's step they stand on, the most first.
    pub drafts: Vec<DraftsAtStepView>,
    /// Acts that the service refused, the most first.
    pub refused: Vec<CauseView>,
    /// Orders of which something failed, by the first step that did, the most first.
    pub failed: Vec<CauseView>,
}

/// Days of 24 hours since the provisioning e-mail was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct AgeView {
    pub from: u32,
    /// The next age begins here; none = without end.
    pub to: Option<u32>,
}

/// Open orders with the same one word on them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct OpenOrdersView {
    /// A local state (`needs_attention`, `sending`, `queued`, `draft`) or a status.
    pub badge: String,
    pub by_age: Vec<u32>,
    /// The service does not say when the e-mail was sent.
    pub age_unknown: u32,
    /// All of them.
    pub total: u32,
}

/// When orders close; each is counted once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ClosingView {
    /// The moment has passed.
    pub overdue: u32,
    /// Four weeks, day by day; also yesterday while it goes on somewhere.
    pub days: Vec<ClosingDayView>,
    pub later: u32,
}

/// A day on the calendar of each order's contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ClosingDayView {
    /// `YYYY-MM-DD`
    pub on: String,
    pub orders: u32,
}

/// When the service ended its work, as the service says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ProvisionedView {
    /// Twelve, the last of which goes on.
    pub weeks: Vec<ProvisionedWeekView>,
    /// The service does not say when.
    pub undated: u32,
}

/// A week from Monday to Sunday, here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ProvisionedWeekView {
    /// `YYYY-MM-DD`
    pub from: String,
    /// The Sunday.
    pub to: String,
    pub whole: u32,
    pub with_errors: u32,
}

/// Open orders that wait in one state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct WaitingView {
    pub badge: String,
    pub orders: u32,
    /// Since when the one that waits longest does: the e-mail was sent, the organizations were
    /// confirmed, the work began or ended, the draft was saved, the act was asked for.
    pub since: Option<String>,
    pub longest: Option<OrderNameView>,
}

/// An order as it is spoken of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct OrderNameView {
    pub id: String,
    pub number: String,
    pub customer: String,
}

/// Drafts that stand on one step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DraftsAtStepView {
    pub step: String,
    pub orders: u32,
}

/// How often something failed for the same reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CauseView {
    /// The step of provisioning that failed; empty for a refused act, or when it is not named.
    pub step: String,
    /// The problem's code; empty when it is not named.
    pub code: String,
    /// Acts, or orders.
    pub count: u32,
}
