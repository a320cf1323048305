//! The transitions of an order as one total table: status × act → status, or the contract's
//! problem code that says why not. What a service checks beyond the status (rights, fields,
//! revisions) is not in here.

use super::Act;
use crate::order::Status;

/// Contract problem codes of refused acts.
mod refusal {
    pub(super) const AFTER: &str = "after_point_of_no_return";
    pub(super) const BEFORE: &str = "before_point_of_no_return";
    pub(super) const APPROVAL: &str = "awaiting_approval";
    pub(super) const CLOSED: &str = "order_closed";
    pub(super) const CANCELLED: &str = "order_cancelled";
    pub(super) const HANDED_OVER: &str = "order_handed_over";
    pub(super) const RUNNING: &str = "operation_in_progress";
    pub(super) const NOTHING_TO_RETRY: &str = "nothing_to_retry";
}

impl Status {
    /// Where an order stands after an act, or the problem code with which the act is refused.
    ///
    /// `HandOver` leads to `HandedOver`: that is what the operator sees who handed it over, while
    /// the new contact sees the order still awaiting details. `Mapped` stays reachable through
    /// `MapWithApproval` and `Approve` only when the customer agrees.
    ///
    /// # Errors
    /// The contract's problem code word. A status of a newer service refuses every act but the
    /// seller's withdrawal: this version cannot know what is still possible there.
    pub fn after(&self, act: &Act) -> Result<Status, &'static str> {
        match self {
            Status::AwaitingDetails => after_awaiting_details(act),
            Status::AwaitingApproval => after_awaiting_approval(act),
            Status::Mapped | Status::Deferred => after_mapping(act),
            Status::CustomerSetsUp => cancel_or(act, refusal::AFTER),
            Status::Provisioning => after_provisioning(act),
            Status::Provisioned => Err(match act {
                Act::Retry => refusal::NOTHING_TO_RETRY,
                _ => refusal::AFTER,
            }),
            Status::ProvisionedWithErrors | Status::Failed => match act {
                Act::Retry => Ok(Status::Provisioning),
                _ => Err(refusal::AFTER),
            },
            Status::HandedOver => match act {
                Act::Close => Ok(Status::Closed),
                _ => cancel_or(act, refusal::HANDED_OVER),
            },
            Status::Closed => Err(refusal::CLOSED),
            Status::Cancelled => Err(refusal::CANCELLED),
            Status::Unknown(_) => cancel_or(act, refusal::AFTER),
        }
    }

    /// Whether a colleague can still be asked to review what is proposed, or say what they think
    /// of it: as long as the order can be handed over.
    ///
    /// # Errors
    /// The contract's problem code word, as of [`Status::after`].
    pub fn takes_review(&self) -> Result<(), &'static str> {
        self.after(&Act::HandOver).map(|_| ())
    }

    /// Whether the order is still work: not provisioned (with or without errors), handed over,
    /// closed or cancelled. A status of a newer service counts as work.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(
            self,
            Status::Provisioned
                | Status::ProvisionedWithErrors
                | Status::HandedOver
                | Status::Closed
                | Status::Cancelled
        )
    }

    /// Whether the mapping was made, so that contact and organizations are frozen. An approval
    /// that is still awaited counts: only the customer can undo it, by declining.
    #[must_use]
    pub fn is_past_point_of_no_return(&self) -> bool {
        matches!(
            self,
            Status::AwaitingApproval
                | Status::Mapped
                | Status::Deferred
                | Status::CustomerSetsUp
                | Status::Provisioning
                | Status::Provisioned
                | Status::ProvisionedWithErrors
                | Status::Failed
        )
    }
}

fn after_awaiting_details(act: &Act) -> Result<Status, &'static str> {
    match act {
        Act::Map => Ok(Status::Mapped),
        Act::MapWithApproval => Ok(Status::AwaitingApproval),
        Act::MapCustomerSetsUp => Ok(Status::CustomerSetsUp),
        Act::HandOver => Ok(Status::HandedOver),
        Act::Close => Ok(Status::Closed),
        Act::Retry => Err(refusal::NOTHING_TO_RETRY),
        _ => cancel_or(act, refusal::BEFORE),
    }
}

fn after_awaiting_approval(act: &Act) -> Result<Status, &'static str> {
    match act {
        Act::Approve => Ok(Status::Mapped),
        Act::ApproveCustomerSetsUp => Ok(Status::CustomerSetsUp),
        Act::Decline => Ok(Status::AwaitingDetails),
        Act::HandOver => Err(refusal::AFTER),
        Act::Retry => Err(refusal::NOTHING_TO_RETRY),
        _ => cancel_or(act, refusal::APPROVAL),
    }
}

fn after_mapping(act: &Act) -> Result<Status, &'static str> {
    match act {
        Act::SetUpNow => Ok(Status::Provisioning),
        Act::SetUpLater => Ok(Status::Deferred),
        Act::Retry => Err(refusal::NOTHING_TO_RETRY),
        _ => cancel_or(act, refusal::AFTER),
    }
}

fn after_provisioning(act: &Act) -> Result<Status, &'static str> {
    match act {
        Act::Succeed => Ok(Status::Provisioned),
        Act::SucceedRestLater => Ok(Status::Deferred),
        Act::SucceedWithErrors => Ok(Status::ProvisionedWithErrors),
        Act::Fail => Ok(Status::Failed),
        Act::SetUpNow | Act::SetUpLater | Act::Retry | Act::Cancel => Err(refusal::RUNNING),
        _ => Err(refusal::AFTER),
    }
}

/// The seller may withdraw; everything else is refused.
fn cancel_or(act: &Act, code: &'static str) -> Result<Status, &'static str> {
    match act {
        Act::Cancel => Ok(Status::Cancelled),
        _ => Err(code),
    }
}
