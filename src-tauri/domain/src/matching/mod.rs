//! Which organization is meant: ranking what is known by evidence, with every point explained.
//! The service and, offline, the cached directory are judged by the same code.
//!
//! The score is made of grounds with the weights of the capabilities; flags never change it,
//! but a red one forbids recommending. Finding the organizations to rank is the caller's work:
//! [`domain_key`] and [`blocking_keys`] are what it can preselect by.

mod domains;
mod flags;
mod keys;
mod legal_forms;
mod names;
mod score;

pub use domains::{domain_key, email_domain, is_free_mail};
pub use keys::blocking_keys;
pub use names::{folded, normalised_name, similarity, too_similar};

use std::cmp::{Ordering, Reverse};

use jiff::civil::Date;

use crate::{
    capabilities::Capabilities,
    ids::OrganizationId,
    organization::{Approval, Candidate, Organization, Outcome, Role, Severity},
};
use score::Asked;

/// The highest score.
const MAX_SCORE: u32 = 100;

/// Most candidates of an answer: nobody compares more.
const MAX_CANDIDATES: usize = 20;

/// What the partner becomes in an existing customer's organization that it does not manage yet.
const PROVISIONING_ADMIN: &str = "provisioning_admin";

/// An organization and the addresses that are known in it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownOrganization {
    /// The organization.
    pub organization: Organization,
    /// Addresses of its administrators; empty offline.
    pub admin_emails: Vec<String>,
    /// Addresses of its users; empty offline.
    pub user_emails: Vec<String>,
}

/// Which organization is looked for, and with what.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// For which role.
    pub role: &'a Role,
    /// An address of somebody there.
    pub email: Option<&'a str>,
    /// The company's name.
    pub company: &'a str,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: &'a str,
    /// The operator's own partner organization.
    pub own_partner: Option<&'a OrganizationId>,
    /// The partner organization chosen for this order.
    pub chosen_partner: Option<&'a OrganizationId>,
}

/// What a match found. An address that belongs to somebody settles it: then only that
/// person's organization is a candidate.
#[must_use]
pub fn outcome(
    question: &Question<'_>,
    known: &[KnownOrganization],
    caps: &Capabilities,
    today: Date,
) -> (Outcome, Vec<Candidate>) {
    let asked = Asked::of(question, caps);
    let known = newest_of_each(known);
    let exact: Vec<&KnownOrganization> = known
        .iter()
        .copied()
        .filter(|known| asked.is_somebody_of(known))
        .collect();
    if !exact.is_empty() {
        return (
            Outcome::Matched,
            rank_of(&asked, question, exact, caps, today),
        );
    }
    let candidates = rank_of(&asked, question, known, caps, today);
    let outcome = if candidates.is_empty() {
        Outcome::None
    } else {
        Outcome::Candidates
    };
    (outcome, candidates)
}

/// Candidates, best first: those with any evidence for them, twenty at most.
#[must_use]
pub fn rank(
    question: &Question<'_>,
    known: &[KnownOrganization],
    caps: &Capabilities,
    today: Date,
) -> Vec<Candidate> {
    let asked = Asked::of(question, caps);
    rank_of(&asked, question, newest_of_each(known), caps, today)
}

/// `known` holds every organization once.
fn rank_of(
    asked: &Asked<'_>,
    question: &Question<'_>,
    known: Vec<&KnownOrganization>,
    caps: &Capabilities,
    today: Date,
) -> Vec<Candidate> {
    let mut ranked: Vec<(u32, Vec<_>, &Organization)> = known
        .into_iter()
        .filter_map(|known| {
            let (points, reasons) = asked.score(known, &caps.matching, today)?;
            Some((points, reasons, &known.organization))
        })
        .collect();
    // By points, not by scores: two that reach the highest score are still told apart.
    ranked.sort_by(|(a_points, _, a), (b_points, _, b)| {
        b_points.cmp(a_points).then_with(|| likelier(a, b))
    });
    ranked.truncate(MAX_CANDIDATES);
    let mut candidates: Vec<Candidate> = ranked
        .into_iter()
        .map(|(points, reasons, organization)| {
            let approval = approval(question, organization, caps);
            Candidate {
                flags: flags::flags(question, organization, &approval, &caps.matching, today),
                organization: organization.clone(),
                score: points.min(MAX_SCORE),
                recommended: false,
                role_after_mapping: role_after_mapping(question, organization),
                approval,
                reasons,
            }
        })
        .collect();
    flags::mark_near_ties(&mut candidates, caps.matching.near_tie_points);
    recommend(&mut candidates, caps.matching.recommend_from);
    candidates
}

/// Every organization once, as it is known last: it is no rival of itself.
fn newest_of_each(known: &[KnownOrganization]) -> Vec<&KnownOrganization> {
    let mut known: Vec<&KnownOrganization> = known.iter().collect();
    known.sort_by(|a, b| {
        let (a, b) = (&a.organization, &b.organization);
        a.id.cmp(&b.id).then_with(|| b.revision.cmp(&a.revision))
    });
    known.dedup_by(|later, kept| later.organization.id == kept.organization.id);
    known
}

/// Which of two candidates with equal points comes first: active subscriptions, last activity,
/// active users, age; then the id, so that the order of the input never matters.
fn likelier(a: &Organization, b: &Organization) -> Ordering {
    let key = |o: &Organization| {
        (
            Reverse(o.subscriptions),
            Reverse(o.last_activity),
            Reverse(o.active_users),
            o.created.is_none(),
            o.created,
        )
    };
    key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
}

fn recommend(candidates: &mut [Candidate], from: u32) {
    if let Some(best) = candidates.first_mut() {
        let warned = best
            .flags
            .iter()
            .any(|flag| flag.severity == Severity::Red || flag.code == flags::NEAR_TIE);
        best.recommended = best.score >= from && !warned;
    }
}

/// Whether an existing customer will be asked: many users, or a domain that is its own.
fn approval(question: &Question<'_>, organization: &Organization, caps: &Capabilities) -> Approval {
    let asks = *question.role == Role::Customer
        && (organization.users >= caps.matching.approval_users || domains::has_own(organization));
    if asks {
        Approval::Required
    } else {
        Approval::NotRequired
    }
}

fn role_after_mapping(question: &Question<'_>, organization: &Organization) -> String {
    let manager = organization.managed_by.as_ref().map(|manager| &manager.id);
    let managed_by_own = manager.is_some() && manager == question.own_partner;
    if *question.role == Role::Customer && !managed_by_own {
        PROVISIONING_ADMIN.to_owned()
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests;
