//! The wire bodies of mapping and set-up, judged by the rules of the draft. Pointers go into
//! the body. What the order's status allows is not judged here: see `Status::after`.

use std::collections::BTreeSet;

use crate::{
    capabilities::Capabilities,
    draft::{
        CallingDraft, ContactCenterDraft, Course, Draft, MeetingsDraft, SiteDraft, TransferDraft,
    },
    intent::{Mapping, ServiceSetup, Setup, Site, When},
    order::{Order, ServiceKind},
    problem::Problem,
    validation::{
        check_service,
        organizations::{Target, check_organizations},
        pointers::{in_mapping, in_setup},
        services::check_transfer,
    },
};

/// What is wrong with a mapping; pointers into its wire body.
#[must_use]
pub fn validate_mapping(order: &Order, mapping: &Mapping, caps: &Capabilities) -> Vec<Problem> {
    let mut problems = Vec::new();
    let partner = match (&mapping.partner, mapping.own_company) {
        (Some(_), true) => {
            problems.push(Problem::new("/partner", "invalid"));
            None
        }
        (None, true) => None,
        (Some(partner), false) => Some(partner.into()),
        (None, false) => Some(Target::Missing),
    };
    let organizations = check_organizations(partner, (&mapping.customer).into(), caps);
    problems.extend(organizations.into_iter().map(in_mapping));
    problems.extend(check_confirmation(order, mapping.confirm.as_str()));
    problems
}

/// The number typed to confirm must be the order's.
pub(crate) fn check_confirmation(order: &Order, typed: &str) -> Option<Problem> {
    let code = match typed.trim() {
        "" => "required",
        typed if typed != order.number.as_str() => "confirmation_mismatch",
        _ => return None,
    };
    Some(Problem::new("/confirm", code))
}

/// What is wrong with a set-up; pointers into its wire body. Every service that asks for input
/// and is not set up yet is named once, with `now` or `later`.
#[must_use]
pub fn validate_setup(order: &Order, setup: &Setup, caps: &Capabilities) -> Vec<Problem> {
    let draft = draft_of(setup, order);
    let course = Course {
        mapped: true,
        someone_else: false,
        own_company: false,
        customer_sets_up: false,
        services: order.services_to_set_up(caps),
        transfers: Course::of(order, &draft, caps).transfers,
    };
    let mut problems = Vec::new();
    let mut named = BTreeSet::new();
    for (index, service) in setup.services.iter().enumerate() {
        let found = check_entry(service, &mut named, &course, index);
        if found.is_empty() && service.when == When::Now {
            let of_service = check_service(&service.kind, &draft, &course, order, caps);
            let moved = of_service
                .into_iter()
                .map(|p| in_setup(p, &service.kind, index));
            problems.extend(moved);
        }
        problems.extend(found);
    }
    let missing = course.services.iter().filter(|kind| !named.contains(*kind));
    problems.extend(missing.map(|kind| Problem::new("/services", "required").with("kind", kind)));
    if course.transfers {
        problems.extend(check_transfer(&draft.transfer));
    }
    problems
}

fn check_entry(
    service: &ServiceSetup,
    named: &mut BTreeSet<ServiceKind>,
    course: &Course,
    index: usize,
) -> Vec<Problem> {
    let base = format!("/services/{index}");
    let unknown = |field: &str, value: &str| {
        vec![Problem::new(format!("{base}/{field}"), "unknown_value").with("value", value)]
    };
    if !course.services.contains(&service.kind) {
        return unknown("kind", service.kind.as_str());
    }
    if !named.insert(service.kind.clone()) {
        return vec![Problem::new(format!("{base}/kind"), "invalid")];
    }
    match &service.when {
        When::Unknown(word) => unknown("when", word),
        When::Now | When::Later => Vec::new(),
    }
}

/// The draft that a set-up would have come from.
fn draft_of(setup: &Setup, order: &Order) -> Draft {
    let mut draft = Draft::default();
    for service in &setup.services {
        draft
            .when
            .insert(service.kind.to_string(), service.when.clone());
        match service.kind {
            ServiceKind::Meetings => {
                let sites = service
                    .sites
                    .iter()
                    .map(|site| site_draft(site, order))
                    .collect();
                draft.meetings = MeetingsDraft { sites };
            }
            ServiceKind::Calling => draft.calling = calling_draft(service),
            ServiceKind::ContactCenter => {
                draft.contact_center = ContactCenterDraft {
                    country: service.country.clone().unwrap_or_default(),
                };
            }
            _ => {}
        }
    }
    if let Some(transfer) = &setup.transfer {
        draft.transfer = TransferDraft {
            code: transfer.code.clone(),
            current_site: transfer.current_site.clone(),
        };
    }
    draft
}

/// A wire body says every number: what a draft may leave out is none here.
fn site_draft(site: &Site, order: &Order) -> SiteDraft {
    let mut licenses = site.licenses.clone();
    for line in order.lines_of(&ServiceKind::Meetings) {
        licenses.entry(line.id.clone()).or_insert(0);
    }
    SiteDraft {
        name: site.name.clone(),
        time_zone: site.time_zone.clone(),
        early_release: Some(site.early_release),
        managed_in: site.managed_in.clone(),
        licenses,
    }
}

fn calling_draft(service: &ServiceSetup) -> CallingDraft {
    let sip_name = service.sip_name.clone().unwrap_or_default();
    match service.location.clone() {
        None => CallingDraft {
            sip_name,
            ..CallingDraft::default()
        },
        Some(location) => CallingDraft {
            location_name: location.name,
            country: location.country,
            address: location.address,
            time_zone: location.time_zone,
            announcement_language: location.announcement_language,
            email_language: location.email_language,
            sip_name,
        },
    }
}
