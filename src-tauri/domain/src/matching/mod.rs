//! Which organization is meant.
use crate::{
    capabilities::Capabilities,
    ids::OrganizationId,
    organization::{Candidate, Organization, Outcome, Role},
};
use jiff::civil::Date;

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

/// Candidates, best first.
#[must_use]
pub fn rank(
    _question: &Question<'_>,
    _known: &[KnownOrganization],
    _caps: &Capabilities,
    _today: Date,
) -> Vec<Candidate> {
    Vec::new()
}
/// What a match found, and its candidates, best first.
#[must_use]
pub fn outcome(
    question: &Question<'_>,
    known: &[KnownOrganization],
    caps: &Capabilities,
    today: Date,
) -> (Outcome, Vec<Candidate>) {
    (Outcome::None, rank(question, known, caps, today))
}
/// The domain of an address, ASCII and lower case.
#[must_use]
pub fn email_domain(email: &str) -> Option<String> {
    email
        .rsplit_once('@')
        .map(|(_, domain)| domain.to_ascii_lowercase())
}
/// The registrable domain under which cached organizations are found.
#[must_use]
pub fn domain_key(domain: &str) -> String {
    domain.to_owned()
}
/// A company name as it is compared.
#[must_use]
pub fn normalised_name(name: &str) -> String {
    name.to_lowercase()
}
/// How alike two names are, in percent.
#[must_use]
pub fn similarity(_a: &str, _b: &str) -> u32 {
    0
}
/// Whether creating `b` beside `a` would be a mistake.
#[must_use]
pub fn too_similar(_a: &str, _b: &str) -> bool {
    false
}
/// Keys that similar names share.
#[must_use]
pub fn blocking_keys(_name: &str) -> Vec<String> {
    Vec::new()
}
