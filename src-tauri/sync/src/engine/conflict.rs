//! What to do when the order is not what an act was based on any more: an act goes through
//! again only when the change does not touch what it needs. Pure; nothing is merged, nothing is
//! settled by a clock: in doubt somebody decides.

use turnup_domain::{
    IntentId, Order, Status,
    order::{EndCustomer, Line},
};

use super::{act::Act, readback, recheck::Evidence};

/// What to do about a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ConflictPlan {
    /// The service has the act already.
    Done,
    /// Send it once more, based on this revision.
    Rebase(u64),
    /// Somebody must decide.
    Park,
}

/// What the operator saw of the order when the act was confirmed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen<'a> {
    pub end_customer: &'a EndCustomer,
    pub lines: &'a [Line],
    /// Of the shared note and the contact only the order itself tells.
    pub order: Option<&'a Order>,
}

impl<'a> Seen<'a> {
    /// From the order as it was cached at the act's base, or else from the act's evidence.
    pub fn of(before: Option<&'a Order>, evidence: Option<&'a Evidence>) -> Option<Self> {
        let of_order = |order: &'a Order| Self {
            end_customer: &order.end_customer,
            lines: &order.lines,
            order: Some(order),
        };
        before.map(of_order).or_else(|| {
            let end_customer = evidence?.end_customer.as_ref()?;
            Some(Self {
                end_customer,
                lines: &evidence?.lines,
                order: None,
            })
        })
    }
}

/// The plan.
pub(crate) fn plan(
    act: &Act,
    intent: &IntentId,
    seen: Option<Seen<'_>>,
    current: &Order,
) -> ConflictPlan {
    if readback::shows(current, act, intent) {
        return ConflictPlan::Done;
    }
    if still_fits(act, seen, current) {
        ConflictPlan::Rebase(current.revision)
    } else {
        ConflictPlan::Park
    }
}

fn still_fits(act: &Act, seen: Option<Seen<'_>>, current: &Order) -> bool {
    let same_subject = seen.is_some_and(|seen| {
        seen.end_customer == &current.end_customer && seen.lines == current.lines
    });
    let before = seen.and_then(|seen| seen.order);
    match act {
        Act::Mapping(_) => {
            current.status == Status::AwaitingDetails && current.mapping.is_none() && same_subject
        }
        Act::Setup(_) => {
            let ready = matches!(current.status, Status::Mapped | Status::Deferred);
            ready && same_subject
        }
        Act::Handover(_) => {
            current.status == Status::AwaitingDetails
                && !current.contact.frozen
                && before.is_some_and(|before| before.contact.email == current.contact.email)
        }
        Act::Resend => current.can_resend,
        Act::Note(_) => before.is_some_and(|before| before.note == current.note),
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
    }
}
