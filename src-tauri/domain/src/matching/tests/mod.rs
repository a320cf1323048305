//! What ranking promises: points and reasons, flags, order, and properties over any input.

mod flags;
mod properties;
mod ranking;
mod scores;
mod table;

use super::*;
use crate::{
    organization::{DomainState, Trial},
    testing::{TODAY, capabilities, organization},
};

const COMPANY: &str = "Zurita y Compañía, S.L.";
const EMAIL: &str = "maria.zurita@zurita.example";

fn question<'a>(role: &'a Role, email: Option<&'a str>, company: &'a str) -> Question<'a> {
    Question {
        role,
        email,
        company,
        country: "ES",
        own_partner: None,
        chosen_partner: None,
    }
}

fn known(organization: Organization) -> KnownOrganization {
    KnownOrganization {
        organization,
        admin_emails: Vec::new(),
        user_emails: Vec::new(),
    }
}

/// A stranger by name, so that only what a case adds speaks for it. Not in use.
fn stranger() -> Organization {
    Organization {
        last_activity: None,
        created: Some(TODAY),
        ..organization("org_1", "Ibarra Hermanos")
    }
}

fn with_people(organization: Organization, admins: &[&str], users: &[&str]) -> KnownOrganization {
    KnownOrganization {
        organization,
        admin_emails: admins.iter().map(|email| (*email).to_owned()).collect(),
        user_emails: users.iter().map(|email| (*email).to_owned()).collect(),
    }
}

fn reasons(candidate: &Candidate) -> String {
    let words: Vec<String> = candidate
        .reasons
        .iter()
        .map(|reason| format!("{} {}", reason.code, reason.points))
        .collect();
    words.join(", ")
}

fn flag_codes(candidate: &Candidate) -> Vec<&str> {
    candidate
        .flags
        .iter()
        .map(|flag| flag.code.as_str())
        .collect()
}
