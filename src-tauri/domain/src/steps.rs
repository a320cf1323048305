//! The wizard as a list of steps that follows from the order and the answers so far.

use serde::{Deserialize, Serialize};

use crate::{
    capabilities::Capabilities, draft::Draft, open_enum::open_enum, order::Order, problem::Problem,
};

open_enum! {
    /// A step of the wizard.
    pub enum StepId {
        /// Who completes it?
        Who = "who",
        /// Partner organization.
        Partner = "partner",
        /// Customer organization (the own one for the own company).
        Customer = "customer",
        /// The subscription: now or later per service.
        Subscription = "subscription",
        /// Webex Meetings.
        Meetings = "meetings",
        /// Webex Calling.
        Calling = "calling",
        /// Contact Center.
        ContactCenter = "contact_center",
        /// Everything on one page.
        Review = "review",
    }
}

open_enum! {
    /// How far a step is.
    pub enum StepProgress {
        /// Complete and without problems.
        Done = "done",
        /// The first one that is not done.
        Current = "current",
        /// Later.
        Todo = "todo",
        /// Past the point of no return: shown, not changed.
        Frozen = "frozen",
    }
}

/// A step and how far it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Which.
    pub id: StepId,
    /// How far.
    pub progress: StepProgress,
    /// What is still missing or wrong in it.
    pub problems: Vec<Problem>,
}

/// The steps of an order's wizard, in order.
#[must_use]
pub fn steps(_order: &Order, _draft: &Draft, _caps: &Capabilities) -> Vec<Step> {
    Vec::new()
}

impl StepId {
    /// The step on which a problem with this pointer can be mended.
    #[must_use]
    pub fn of_pointer(_pointer: &str) -> StepId {
        StepId::Review
    }
}
