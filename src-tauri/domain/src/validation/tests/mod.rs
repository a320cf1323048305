//! Drafts and wire bodies, judged whole.

mod bodies;
mod drafts;

use super::*;
use crate::{
    draft::{OrganizationChoice, SiteDraft},
    intent::{Mapping, NewOrganization, OrganizationTarget, Setup},
    order::{OrderKind, ServiceState},
    testing::{Codes, OrderBuilder, capabilities, complete_draft, existing, mapped_draft, site},
};

fn codes(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems
        .iter()
        .map(|p| (p.pointer.as_str(), p.code.as_str()))
        .collect()
}

fn check(draft: &Draft) -> Vec<Problem> {
    validate(&OrderBuilder::usual().build(), draft, &capabilities())
}

fn complete() -> Draft {
    complete_draft(&OrderBuilder::usual().build())
}

/// A complete draft with one change.
fn changed(change: impl FnOnce(&mut Draft)) -> Draft {
    let mut draft = complete();
    change(&mut draft);
    draft
}

fn new_organization(name: &str, vertical: &str, country: &str, admin: &str) -> OrganizationChoice {
    OrganizationChoice::Create {
        organization: NewOrganization {
            name: name.into(),
            vertical: vertical.into(),
            country: country.into(),
            admin_email: admin.into(),
        },
        create_anyway: false,
    }
}
