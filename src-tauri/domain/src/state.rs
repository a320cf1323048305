//! Where an order stands: transitions at the service, the state derived on this computer, and
//! the views over both.

pub(crate) mod deadline;
mod stage;
mod transitions;
mod views;

pub use deadline::{
    Deadline, Urgency, closes_after_mail, closing_at, closing_day, deadline, deadline_of,
    zone_named,
};
pub use stage::DeadlineStage;
pub use views::local_state;

use crate::open_enum::open_enum;

open_enum! {
    /// What this computer has to say about an order; the first that applies.
    pub enum LocalState {
        /// Refused or in conflict: somebody must decide.
        NeedsAttention = "needs_attention",
        /// On its way right now.
        Sending = "sending",
        /// In the outbox.
        Queued = "queued",
        /// Edited here, nothing asked yet.
        Draft = "draft",
        /// Nothing of ours.
        Clean = "clean",
    }
}

open_enum! {
    /// The views of the side bar.
    pub enum View {
        /// Open work of mine or nobody's.
        Inbox = "inbox",
        /// Open and closing within three days.
        DueSoon = "due_soon",
        /// Open, and the moment at which it closes has passed.
        Overdue = "overdue",
        /// Edited here.
        Drafts = "drafts",
        /// In the outbox or on its way.
        Queue = "queue",
        /// Refused or in conflict.
        NeedsAttention = "needs_attention",
        /// A colleague asks this operator to look at what is proposed.
        ToReview = "to_review",
        /// Provisioned, wholly or with errors.
        Provisioned = "provisioned",
        /// Everything.
        All = "all",
    }
}

open_enum! {
    /// An act or event that moves an order on.
    pub enum Act {
        /// The point of no return, nobody has to agree.
        Map = "map",
        /// The point of no return, the customer has to agree.
        MapWithApproval = "map_with_approval",
        /// The point of no return, the customer's administrator sets up.
        MapCustomerSetsUp = "map_customer_sets_up",
        /// The customer agreed.
        Approve = "approve",
        /// The customer agreed, and its administrator does the set-up.
        ApproveCustomerSetsUp = "approve_customer_sets_up",
        /// The customer refused.
        Decline = "decline",
        /// Set-up with a service now.
        SetUpNow = "set_up_now",
        /// Set-up with every service later.
        SetUpLater = "set_up_later",
        /// Handed over to somebody else.
        HandOver = "hand_over",
        /// The operation ended well.
        Succeed = "succeed",
        /// The operation ended well, and other services of the order were put off.
        SucceedRestLater = "succeed_rest_later",
        /// The operation ended with errors.
        SucceedWithErrors = "succeed_with_errors",
        /// The operation failed.
        Fail = "fail",
        /// Try again what failed.
        Retry = "retry",
        /// The deadline passed.
        Close = "close",
        /// Withdrawn by the seller.
        Cancel = "cancel",
    }
}

/// What this computer knows of its own work on one order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LocalFacts {
    /// An outbox entry was refused or is in conflict.
    pub parked: bool,
    /// An outbox entry is being sent.
    pub sending: bool,
    /// An outbox entry waits.
    pub pending: bool,
    /// A draft exists that was not confirmed.
    pub draft: bool,
}

#[cfg(test)]
mod tests;
