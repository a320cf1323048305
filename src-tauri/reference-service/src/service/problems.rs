//! What only a service can find wrong with an act: organizations that changed or are too alike,
//! people who belong elsewhere, names that are taken. The rules of the fields are the trade's.

use std::collections::BTreeSet;

use rusqlite::Connection;
use turnup_contract::code;
use turnup_domain::{
    Capabilities, Mapping, Order, Organization, Problem, ServiceKind, Setup,
    intent::{NewOrganization, OrganizationTarget, Transfer, When},
    matching, validation,
};

use super::{Refusal, transfers};
use crate::storage::{
    names::{self, NameKind},
    organizations,
};

/// Organizations of similar name that are looked at before one is created.
const LOOKED_AT: usize = 200;

/// Fields of a mapping that are wrong; pointers into its body.
pub(super) fn of_mapping(
    connection: &Connection,
    order: &Order,
    mapping: &Mapping,
    capabilities: &Capabilities,
) -> rusqlite::Result<Vec<Problem>> {
    let mut problems = validation::validate_mapping(order, mapping, capabilities);
    for (pointer, target) in targets(mapping) {
        match target {
            OrganizationTarget::Existing {
                organization_id, ..
            } => {
                if organizations::get(connection, organization_id)?.is_none() {
                    let pointer = format!("{pointer}/organization_id");
                    problems.push(Problem::new(pointer, "unknown_organization"));
                }
            }
            OrganizationTarget::Create { create, .. } => {
                if organizations::of_person(connection, &create.admin_email)?.is_some() {
                    let pointer = format!("{pointer}/create/admin_email");
                    problems.push(Problem::new(pointer, "user_in_other_organization"));
                }
            }
        }
    }
    Ok(problems)
}

/// What changed or is too alike, so that the mapping must not be made as it stands.
pub(super) fn conflict_of_mapping(
    connection: &Connection,
    mapping: &Mapping,
) -> rusqlite::Result<Option<(&'static str, Refusal)>> {
    for (pointer, target) in targets(mapping) {
        let found = match target {
            OrganizationTarget::Existing {
                organization_id,
                expected_revision,
            } => organizations::get(connection, organization_id)?
                .filter(|organization| organization.revision != *expected_revision)
                .map(|organization| (code::ORGANIZATION_CHANGED, organization)),
            OrganizationTarget::Create {
                create_anyway: true,
                ..
            } => None,
            OrganizationTarget::Create { create, .. } => similar(connection, create)?
                .map(|organization| (code::SIMILAR_ORGANIZATION_EXISTS, organization)),
        };
        if let Some((code, organization)) = found {
            return Ok(Some((pointer, about(code, pointer, &organization))));
        }
    }
    Ok(None)
}

fn about(code: &str, pointer: &str, organization: &Organization) -> Refusal {
    Refusal::of(code).with([
        ("role", pointer.trim_start_matches('/').to_owned()),
        ("organization_id", organization.id.as_str().to_owned()),
        ("name", organization.name.clone()),
        ("revision", organization.revision.to_string()),
    ])
}

/// The partner's and the customer's, with their pointers.
pub(super) fn targets(
    mapping: &Mapping,
) -> impl Iterator<Item = (&'static str, &OrganizationTarget)> {
    let partner = mapping.partner.as_ref().map(|target| ("/partner", target));
    partner
        .into_iter()
        .chain([("/customer", &mapping.customer)])
}

/// An organization of the same country that the new one would be taken for.
fn similar(
    connection: &Connection,
    new: &NewOrganization,
) -> rusqlite::Result<Option<Organization>> {
    let known = organizations::possible(connection, None, None, &new.name, LOOKED_AT)?;
    Ok(known
        .into_iter()
        .map(|known| known.organization)
        .find(|organization| {
            organization.country == new.country
                && matching::too_similar(&organization.name, &new.name)
        }))
}

/// Fields of a set-up that are wrong; pointers into its body.
pub(super) fn of_setup(
    connection: &Connection,
    order: &Order,
    setup: &Setup,
    capabilities: &Capabilities,
) -> rusqlite::Result<Vec<Problem>> {
    let mut problems = validation::validate_setup(order, setup, capabilities);
    // What breaks a rule need not be looked for.
    let wrong: BTreeSet<String> = problems
        .iter()
        .map(|problem| problem.pointer.clone())
        .collect();
    for (pointer, kind, name) in names_of(setup) {
        let code = match kind {
            NameKind::Site => "site_name_taken",
            NameKind::Sip => "sip_name_taken",
        };
        if !wrong.contains(&pointer) && names::is_taken(connection, kind, name, Some(&order.id))? {
            problems.push(Problem::new(pointer, code).with("name", name));
        }
    }
    let of_transfer = |pointer: &String| pointer.starts_with("/transfer");
    if let Some(transfer) = transfers::carried_over(order, setup)
        && !wrong.iter().any(of_transfer)
    {
        problems.extend(of_transfer_code(connection, transfer, capabilities)?);
    }
    Ok(problems)
}

/// The code must be known, and the site must lie on it.
fn of_transfer_code(
    connection: &Connection,
    transfer: &Transfer,
    capabilities: &Capabilities,
) -> rusqlite::Result<Option<Problem>> {
    let found = transfers::find(connection, &transfer.code, &capabilities.site_name)?;
    Ok(match found {
        None => Some(Problem::new("/transfer/code", code::TRANSFER_NOT_FOUND)),
        Some(found) if found.site(&transfer.current_site).is_none() => Some(Problem::new(
            "/transfer/current_site",
            "site_not_on_transfer",
        )),
        Some(_) => None,
    })
}

/// Every name that a set-up takes now, with its pointer.
pub(super) fn names_of(setup: &Setup) -> Vec<(String, NameKind, &str)> {
    let mut found = Vec::new();
    for (index, service) in setup.services.iter().enumerate() {
        if service.when != When::Now {
            continue;
        }
        match service.kind {
            ServiceKind::Meetings => {
                found.extend(service.sites.iter().enumerate().map(|(site_index, site)| {
                    let pointer = format!("/services/{index}/sites/{site_index}/name");
                    (pointer, NameKind::Site, site.name.as_str())
                }));
            }
            ServiceKind::Calling => {
                found.extend(
                    service
                        .sip_name
                        .as_deref()
                        .map(|name| (format!("/services/{index}/sip_name"), NameKind::Sip, name)),
                );
            }
            _ => {}
        }
    }
    found
}
