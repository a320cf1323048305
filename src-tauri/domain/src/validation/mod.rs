//! What stands between answers and acts: one problem per field, as pointer, code and
//! parameters. The same rules judge a draft and, at the service, a wire body. What only the
//! service knows (taken names, changed organizations, rights) is not in here.
//!
//! Codes: `required`, `not_chosen`, `unknown_value`, `invalid`, `too_long {max, length}`,
//! `too_short {min}`, `control_characters`, `percent_sign`, `invalid_email`, `same_as_contact`,
//! `same_as_asker`, `same_as_partner`, `invalid_characters`, `hyphen_at_end`, `reserved`, `duplicate_site`,
//! `too_many_sites {max}`, `licenses_left_over {left, line, quantity}`,
//! `licenses_too_many {over, line, quantity}`, `confirmation_mismatch`; as a warning also
//! `postal_code_unusual {example}`; for the whole order (empty pointer) the contract's codes of
//! refused acts.

mod addresses;
mod bodies;
mod emails;
mod licenses;
mod look_alikes;
mod names;
mod notes;
mod organizations;
mod pointers;
mod reviews;
mod services;
mod text;

pub(crate) use bodies::check_confirmation;
pub use bodies::{validate_mapping, validate_setup};
pub(crate) use emails::same_address;
pub use licenses::{left_over, share};
pub use names::{check_name, suggest_name};
pub use notes::{MAX_NOTE, validate_assignee, validate_handover, validate_note};
pub use pointers::in_draft;
pub use reviews::{MAX_REVIEW_DRAFT, validate_review, validate_verdict};

use crate::{
    capabilities::Capabilities,
    draft::{CompletedBy, Course, Draft},
    intent::When,
    order::{Order, ServiceKind, Status},
    problem::Problem,
};
use addresses::address_warnings;
use look_alikes::site_warnings;
use notes::check_handover_draft;
use organizations::check_organizations;
use services::{check_calling, check_contact_center, check_meetings, check_transfer};

/// All that stands between the draft and its acts, in the order of the steps.
#[must_use]
pub fn validate(order: &Order, draft: &Draft, caps: &Capabilities) -> Vec<Problem> {
    let mut problems = validate_choices(order, draft, caps);
    problems.extend(validate_services(order, draft, caps));
    problems.extend(whole_order(order));
    problems
}

/// What is unusual in the draft but may be right: nothing of it forbids an act.
#[must_use]
pub fn validate_warnings(order: &Order, draft: &Draft, caps: &Capabilities) -> Vec<Problem> {
    let course = Course::of(order, draft, caps);
    let mut warnings = Vec::new();
    for kind in course.services_now(draft) {
        match kind {
            ServiceKind::Meetings => warnings.extend(site_warnings(
                &draft.meetings.sites,
                &order.end_customer.company,
            )),
            ServiceKind::Calling => warnings.extend(address_warnings(
                &draft.calling.address,
                &draft.calling.country,
                caps,
                "/calling/address",
            )),
            _ => {}
        }
    }
    warnings
}

/// What stands between the draft and its mapping or hand-over. Nothing once mapped.
pub(crate) fn validate_choices(order: &Order, draft: &Draft, caps: &Capabilities) -> Vec<Problem> {
    let course = Course::of(order, draft, caps);
    if course.mapped {
        return Vec::new();
    }
    let mut problems: Vec<Problem> = check_completed_by(draft).into_iter().collect();
    if course.someone_else {
        problems.extend(check_handover_draft(&draft.handover, order));
    } else {
        let partner = (!course.own_company).then(|| (&draft.partner).into());
        problems.extend(check_organizations(partner, (&draft.customer).into(), caps));
    }
    problems
}

fn check_completed_by(draft: &Draft) -> Option<Problem> {
    match &draft.completed_by {
        None => Some(Problem::new("/completed_by", "required")),
        Some(CompletedBy::Unknown(word)) => {
            Some(Problem::new("/completed_by", "unknown_value").with("value", word))
        }
        Some(_) => None,
    }
}

/// What stands between the draft and its set-up.
pub(crate) fn validate_services(order: &Order, draft: &Draft, caps: &Capabilities) -> Vec<Problem> {
    let course = Course::of(order, draft, caps);
    let mut problems: Vec<Problem> = course
        .services
        .iter()
        .filter_map(|kind| check_when(draft, kind))
        .collect();
    if course.transfers {
        problems.extend(check_transfer(&draft.transfer));
    }
    for kind in course.services_now(draft) {
        problems.extend(check_service(kind, draft, &course, order, caps));
    }
    problems
}

fn check_when(draft: &Draft, kind: &ServiceKind) -> Option<Problem> {
    let pointer = format!("/when/{kind}");
    match draft.when_of(kind) {
        None => Some(Problem::new(pointer, "required")),
        Some(When::Unknown(word)) => {
            Some(Problem::new(pointer, "unknown_value").with("value", word))
        }
        Some(When::Now | When::Later) => None,
    }
}

fn check_service(
    kind: &ServiceKind,
    draft: &Draft,
    course: &Course,
    order: &Order,
    caps: &Capabilities,
) -> Vec<Problem> {
    match kind {
        ServiceKind::Meetings => check_meetings(&draft.meetings, course.transfers, order, caps),
        ServiceKind::Calling => check_calling(&draft.calling, caps),
        ServiceKind::ContactCenter => check_contact_center(&draft.contact_center, caps),
        ServiceKind::Messaging | ServiceKind::Devices | ServiceKind::Unknown(_) => Vec::new(),
    }
}

/// Why nothing can be asked for the order at all.
fn whole_order(order: &Order) -> Option<Problem> {
    let code = match order.status {
        Status::Closed => "order_closed",
        Status::Cancelled => "order_cancelled",
        Status::HandedOver => "order_handed_over",
        _ => return None,
    };
    Some(Problem::new("", code))
}

#[cfg(test)]
mod tests;
