//! Two people, one order: what the operator asks for, what the service said when it was asked
//! for, and what the service says now, put side by side field by field.
//!
//! Pure and total. What only one side changed goes together by itself; what both changed, or
//! what an answer rests on, is shown with both values and settled by a person. No clock takes
//! part: nothing here knows what came first.

mod answers;
mod merge;

#[cfg(test)]
mod tests;

pub use answers::{facts, of_draft, of_handover, of_mapping, of_note, of_setup};
pub use merge::{Change, Clash, Field, Fields, Reconciled, merge};

use crate::order::{Order, Status};

/// What the operator's answers (`mine`, see [`of_draft`] and its siblings) mean for an order that
/// was `before` when they were given and is `now`.
#[must_use]
pub fn reconcile(mine: &Fields, before: &Order, now: &Order) -> Reconciled {
    let mut found = merge(&facts(before), mine, &facts(now));
    found.ended = (!mine.is_empty()).then(|| ended(now)).flatten();
    found
}

/// Why nothing can be asked for the order any more, as the contract's code of a refused act.
fn ended(order: &Order) -> Option<&'static str> {
    match order.status {
        Status::Closed => Some("order_closed"),
        Status::Cancelled => Some("order_cancelled"),
        Status::HandedOver => Some("order_handed_over"),
        Status::AwaitingDetails
        | Status::AwaitingApproval
        | Status::Mapped
        | Status::Deferred
        | Status::CustomerSetsUp
        | Status::Provisioning
        | Status::Provisioned
        | Status::ProvisionedWithErrors
        | Status::Failed
        | Status::Unknown(_) => None,
    }
}
