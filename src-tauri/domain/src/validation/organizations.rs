//! The two organization choices. Whether an organization still is what it was, and whether a
//! similar one exists, the service checks.

use crate::{
    capabilities::Capabilities,
    draft::OrganizationChoice,
    ids::OrganizationId,
    intent::{NewOrganization, OrganizationTarget},
    problem::Problem,
    validation::{
        emails::check_email,
        text::{TextRule, check_choice},
    },
};

/// One choice, from a draft or from a wire body.
#[derive(Clone, Copy)]
pub(super) enum Target<'a> {
    Missing,
    Existing(&'a OrganizationId),
    Create(&'a NewOrganization),
}

impl<'a> From<&'a OrganizationChoice> for Target<'a> {
    fn from(choice: &'a OrganizationChoice) -> Self {
        match choice {
            OrganizationChoice::Undecided => Target::Missing,
            OrganizationChoice::Existing(chosen) => {
                Target::Existing(&chosen.candidate.organization.id)
            }
            OrganizationChoice::Create { organization, .. } => Target::Create(organization),
        }
    }
}

impl<'a> From<&'a OrganizationTarget> for Target<'a> {
    fn from(target: &'a OrganizationTarget) -> Self {
        match target {
            OrganizationTarget::Existing {
                organization_id, ..
            } if organization_id.as_str().is_empty() => Target::Missing,
            OrganizationTarget::Existing {
                organization_id, ..
            } => Target::Existing(organization_id),
            OrganizationTarget::Create { create, .. } => Target::Create(create),
        }
    }
}

/// What is wrong with both choices; `partner` is `None` for the own company.
pub(super) fn check_organizations(
    partner: Option<Target<'_>>,
    customer: Target<'_>,
    caps: &Capabilities,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Some(partner) = partner {
        problems.extend(check_target(
            partner,
            Administrator::NotAsked,
            caps,
            "/partner",
        ));
    }
    let administrator = if partner.is_some() {
        Administrator::Required
    } else {
        Administrator::Optional
    };
    problems.extend(check_target(customer, administrator, caps, "/customer"));
    if let (Some(Target::Existing(partner)), Target::Existing(customer)) = (partner, customer)
        && partner == customer
    {
        problems.push(Problem::new("/customer", "same_as_partner"));
    }
    problems
}

/// Whether a new organization's first administrator is named here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Administrator {
    /// A customer's must be: nobody else there can be asked.
    Required,
    /// The own company's may be; otherwise the contact becomes it.
    Optional,
    /// A partner's is the contact.
    NotAsked,
}

fn check_target(
    target: Target<'_>,
    administrator: Administrator,
    caps: &Capabilities,
    base: &str,
) -> Vec<Problem> {
    match target {
        Target::Missing => vec![Problem::new(base, "not_chosen")],
        Target::Existing(_) => Vec::new(),
        Target::Create(organization) => check_new_organization(
            organization,
            administrator,
            caps,
            &format!("{base}/organization"),
        ),
    }
}

/// What is wrong with a new organization; `base` is its pointer.
fn check_new_organization(
    organization: &NewOrganization,
    administrator: Administrator,
    caps: &Capabilities,
    base: &str,
) -> Vec<Problem> {
    let at = |field: &str| format!("{base}/{field}");
    let mut problems = Vec::new();
    problems.extend(check_company_name(&organization.name, caps, &at("name")));
    if !caps.verticals.is_empty() {
        let verticals = caps.verticals.iter().map(String::as_str);
        problems.extend(check_choice(
            &organization.vertical,
            verticals,
            &at("vertical"),
        ));
    }
    problems.extend(check_country(&organization.country, caps, &at("country")));
    let email = organization.admin_email.trim();
    let asked = match administrator {
        Administrator::Required => true,
        Administrator::Optional => !email.is_empty(),
        Administrator::NotAsked => false,
    };
    if asked {
        problems.extend(check_email(email, &at("admin_email")));
    }
    problems
}

fn check_company_name(name: &str, caps: &Capabilities, pointer: &str) -> Option<Problem> {
    TextRule::required(caps.max_company_name)
        .check(name, pointer)
        .or_else(|| {
            name.contains('%')
                .then(|| Problem::new(pointer, "percent_sign"))
        })
}

/// What is wrong with a country code.
pub(super) fn check_country(code: &str, caps: &Capabilities, pointer: &str) -> Option<Problem> {
    check_choice(
        code,
        caps.countries.iter().map(|rule| rule.code.as_str()),
        pointer,
    )
}
