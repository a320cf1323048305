//! What to do when the order is not what an act was based on any more: an act goes through
//! again only when the change does not touch what it needs. Pure; nothing is settled by a clock:
//! in doubt somebody decides.

use turnup_domain::{IntentId, Order, Status, order::ReviewState, reconcile::reconcile};

use super::{act::Act, readback};

/// What to do about a conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ConflictPlan {
    /// The service has the act already.
    Done,
    /// Send it once more, based on this revision; what else changed goes together with it.
    Rebase {
        revision: u64,
        /// Pointers of what changed.
        merged: Vec<String>,
    },
    /// Somebody must decide.
    Park,
}

/// The plan for an act that was asked for when the order was `before`, if that is known.
pub(crate) fn plan(
    act: &Act,
    intent: &IntentId,
    before: Option<&Order>,
    current: &Order,
) -> ConflictPlan {
    if readback::shows(current, act, intent) {
        return ConflictPlan::Done;
    }
    match merged(act, before, current) {
        Some(merged) if still_possible(act, before, current) => ConflictPlan::Rebase {
            revision: current.revision,
            merged,
        },
        _ => ConflictPlan::Park,
    }
}

/// What changed there and goes together with the act; none when something clashes with it, or
/// nobody knows what it was based on.
fn merged(act: &Act, before: Option<&Order>, current: &Order) -> Option<Vec<String>> {
    let mine = act.fields(|_| None);
    if mine.is_empty() {
        return Some(Vec::new());
    }
    let found = reconcile(&mine, before?, current);
    let touched: Vec<String> = found
        .merged
        .into_iter()
        .map(|change| change.about)
        .collect();
    let fits = found.clashes.is_empty() && !touched.iter().any(|about| is_its_subject(act, about));
    fits.then_some(touched)
}

/// What cannot be taken back was confirmed for this customer and these lines, all of them.
fn is_its_subject(act: &Act, about: &str) -> bool {
    matches!(act, Act::Mapping(_) | Act::Setup(_))
        && (about.starts_with("/lines/") || about.starts_with("/end_customer/"))
}

fn still_possible(act: &Act, before: Option<&Order>, current: &Order) -> bool {
    match act {
        Act::Mapping(_) => current.status == Status::AwaitingDetails && current.mapping.is_none(),
        Act::Setup(_) => matches!(current.status, Status::Mapped | Status::Deferred),
        Act::Handover(_) => current.status == Status::AwaitingDetails && !current.contact.frozen,
        Act::Resend => current.can_resend,
        Act::Note(_) => true,
        // Whom a colleague named meanwhile is not to be pushed aside unseen.
        Act::Assignee(_) => {
            before.is_some_and(|seen| readback::same_person(&seen.assignee, &current.assignee))
        }
        Act::Retry(operation) => {
            let failed = matches!(
                current.status,
                Status::ProvisionedWithErrors | Status::Failed
            );
            failed
                && current
                    .operation
                    .as_ref()
                    .is_some_and(|o| o.id == *operation)
        }
        // A question that a colleague put meanwhile is not to be pushed aside unseen.
        Act::Review(_) => {
            let seen = before.and_then(|order| order.review.as_ref());
            let asked = current.review.as_ref();
            current.status.takes_review().is_ok()
                && (asked.is_none_or(|review| review.state != ReviewState::Pending)
                    || asked == seen)
        }
        Act::Verdict(verdict) => {
            current.status.takes_review().is_ok()
                && current.review.as_ref().is_some_and(|review| {
                    review.id == verdict.review_id && review.state == ReviewState::Pending
                })
        }
    }
}
