//! The wizard as a list of steps that follows from the order and the answers so far.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    capabilities::Capabilities,
    draft::{Course, Draft},
    intent::When,
    open_enum::open_enum,
    order::{Order, ServiceKind, ServiceState, Status},
    problem::Problem,
    validation::validate,
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

/// The steps of an order's wizard, in order: who, partner (not for the own company), customer,
/// subscription, one per service that is not put off, review. An order that somebody else
/// completes has the first only; one that the customer sets up has nothing between customer and
/// review. After the mapping its steps are frozen; when nothing can be asked any more, all are.
#[must_use]
pub fn steps(order: &Order, draft: &Draft, caps: &Capabilities) -> Vec<Step> {
    let course = Course::of(order, draft, caps);
    let ids = ids(order, draft, caps, &course);
    let mut problems = by_step(&ids, validate(order, draft, caps));
    let over = nothing_is_asked(order, &course);
    let mut met_current = false;
    ids.into_iter()
        .map(|id| {
            let problems = problems.remove(&id).unwrap_or_default();
            let frozen = over || (course.mapped && is_of_mapping(&id)) || is_set_up(order, &id);
            let done = problems.is_empty() && id != StepId::Review && is_begun(draft, &id);
            let progress = match (frozen, done, met_current) {
                (true, ..) => StepProgress::Frozen,
                (_, true, _) => StepProgress::Done,
                (_, _, true) => StepProgress::Todo,
                _ => {
                    met_current = true;
                    StepProgress::Current
                }
            };
            Step {
                id,
                progress,
                problems,
            }
        })
        .collect()
}

fn ids(order: &Order, draft: &Draft, caps: &Capabilities, course: &Course) -> Vec<StepId> {
    let mut ids = vec![StepId::Who];
    if course.someone_else {
        return ids;
    }
    if !course.own_company {
        ids.push(StepId::Partner);
    }
    ids.push(StepId::Customer);
    if !course.customer_sets_up {
        ids.push(StepId::Subscription);
        for kind in order.services_with_input() {
            let Some(id) = of_service(&kind).filter(|_| caps.asks_for_input(&kind)) else {
                continue;
            };
            let asked = course.services.contains(&kind);
            let later = draft.when_of(&kind) == Some(&When::Later);
            if (asked && !later) || is_set_up(order, &id) {
                ids.push(id);
            }
        }
    }
    ids.push(StepId::Review);
    ids
}

/// A service of which it is not said when it starts lacks nothing yet, but is not done either.
fn is_begun(draft: &Draft, id: &StepId) -> bool {
    let of_service = ServiceKind::KNOWN
        .iter()
        .find(|kind| of_service(kind).as_ref() == Some(id));
    of_service.is_none_or(|kind| draft.when_of(kind).is_some())
}

/// Sorts problems to the steps that are listed; what belongs to none is shown on the last one.
fn by_step(ids: &[StepId], problems: Vec<Problem>) -> BTreeMap<StepId, Vec<Problem>> {
    let mut sorted: BTreeMap<StepId, Vec<Problem>> = BTreeMap::new();
    for problem in problems {
        let step = Some(StepId::of_pointer(&problem.pointer))
            .filter(|step| ids.contains(step))
            .or_else(|| ids.last().cloned());
        if let Some(step) = step {
            sorted.entry(step).or_default().push(problem);
        }
    }
    sorted
}

fn nothing_is_asked(order: &Order, course: &Course) -> bool {
    match order.status {
        Status::AwaitingDetails => false,
        Status::AwaitingApproval | Status::Mapped | Status::Deferred => course.services.is_empty(),
        _ => true,
    }
}

fn is_of_mapping(id: &StepId) -> bool {
    matches!(id, StepId::Who | StepId::Partner | StepId::Customer)
}

/// Whether the set-up of this step's service was accepted before.
fn is_set_up(order: &Order, id: &StepId) -> bool {
    order.services.iter().any(|service| {
        of_service(&service.kind).as_ref() == Some(id)
            && matches!(
                service.state,
                ServiceState::Provisioning | ServiceState::Provisioned | ServiceState::Failed
            )
    })
}

fn of_service(kind: &ServiceKind) -> Option<StepId> {
    match kind {
        ServiceKind::Meetings => Some(StepId::Meetings),
        ServiceKind::Calling => Some(StepId::Calling),
        ServiceKind::ContactCenter => Some(StepId::ContactCenter),
        ServiceKind::Messaging | ServiceKind::Devices | ServiceKind::Unknown(_) => None,
    }
}

impl StepId {
    /// The step on which a problem with this pointer can be mended; what concerns the order as a
    /// whole is mended on the review.
    #[must_use]
    pub fn of_pointer(pointer: &str) -> StepId {
        let first = pointer
            .trim_start_matches('/')
            .split('/')
            .next()
            .unwrap_or_default();
        match first {
            "completed_by" | "handover" => StepId::Who,
            "partner" => StepId::Partner,
            "customer" | "customer_sets_up" => StepId::Customer,
            "when" | "transfer" => StepId::Subscription,
            "meetings" => StepId::Meetings,
            "calling" => StepId::Calling,
            "contact_center" => StepId::ContactCenter,
            _ => StepId::Review,
        }
    }
}

#[cfg(test)]
mod tests;
