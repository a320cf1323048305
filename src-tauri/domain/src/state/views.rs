//! What this computer has to say about an order, and which views of the list show it.

use jiff::Timestamp;

use super::{LocalFacts, LocalState, Urgency, View, deadline};
use crate::order::{Order, Status};

/// The local state: the first that applies, from what needs a person to what needs nobody.
#[must_use]
pub fn local_state(facts: LocalFacts) -> LocalState {
    if facts.parked {
        LocalState::NeedsAttention
    } else if facts.sending {
        LocalState::Sending
    } else if facts.pending {
        LocalState::Queued
    } else if facts.draft {
        LocalState::Draft
    } else {
        LocalState::Clean
    }
}

impl View {
    /// Whether this view lists the order. `operator_email` decides what is mine: an order that
    /// nobody works on is everybody's. A view of a newer version shows nothing.
    #[must_use]
    pub fn shows(
        &self,
        order: &Order,
        local: &LocalState,
        operator_email: &str,
        now: Timestamp,
    ) -> bool {
        match self {
            View::Inbox => order.status.is_open() && is_mine_or_nobodys(order, operator_email),
            View::DueSoon => {
                order.status.is_open()
                    && matches!(
                        deadline(order, now).urgency,
                        Urgency::Overdue | Urgency::Soon
                    )
            }
            View::Overdue => {
                order.status.is_open() && deadline(order, now).urgency == Urgency::Overdue
            }
            View::Drafts => *local == LocalState::Draft,
            View::Queue => matches!(local, LocalState::Queued | LocalState::Sending),
            View::NeedsAttention => *local == LocalState::NeedsAttention,
            View::ToReview => order
                .asked_review()
                .is_some_and(|review| review.is_asked_of(operator_email)),
            View::Provisioned => {
                matches!(
                    order.status,
                    Status::Provisioned | Status::ProvisionedWithErrors
                )
            }
            View::All => true,
            View::Unknown(_) => false,
        }
    }
}

fn is_mine_or_nobodys(order: &Order, operator_email: &str) -> bool {
    match order.assignee.as_deref().map(str::trim) {
        None | Some("") => true,
        Some(assignee) => assignee.eq_ignore_ascii_case(operator_email.trim()),
    }
}
