//! Organizations, and candidates with the evidence for and against them.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{ids::OrganizationId, open_enum::open_enum, order::Extra, problem::Params};

open_enum! {
    /// How sure it is that a domain belongs to an organization.
    pub enum DomainState {
        /// Claimed: every user of the domain belongs to this organization.
        Claimed = "claimed",
        /// Verified: ownership was proven.
        Verified = "verified",
    }
}

open_enum! {
    /// Whether an organization pays.
    pub enum Trial {
        /// No trial.
        None = "none",
        /// A running trial.
        Active = "active",
        /// A trial that ran out.
        Expired = "expired",
    }
}

open_enum! {
    /// Whether the customer has to agree to the mapping.
    pub enum Approval {
        /// Nobody is asked.
        NotRequired = "not_required",
        /// The customer's administrator is asked.
        Required = "required",
        /// Agreed.
        Granted = "granted",
        /// Refused.
        Declined = "declined",
    }
}

open_enum! {
    /// Which organization is looked for.
    pub enum Role {
        /// The partner's.
        Partner = "partner",
        /// The end customer's.
        Customer = "customer",
        /// The operator's own company's (it is both).
        Own = "own",
    }
}

open_enum! {
    /// What a match found.
    pub enum Outcome {
        /// The e-mail belongs to a user or administrator of this one.
        Matched = "matched",
        /// The domain belongs to these.
        Candidates = "candidates",
        /// Nothing.
        None = "none",
    }
}

open_enum! {
    /// How grave a flag is.
    pub enum Severity {
        /// Forbids "recommended".
        Red = "red",
        /// Look twice.
        Amber = "amber",
        /// Good to know.
        Info = "info",
    }
}

/// A Webex organization, with what is known of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Rises with every change.
    pub revision: u64,
    /// Its name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    pub country: String,
    /// City.
    #[serde(default)]
    pub city: String,
    /// The day it was created.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub created: Option<Date>,
    /// Its domains.
    #[serde(default)]
    pub domains: Vec<OrganizationDomain>,
    /// Users in all.
    #[serde(default)]
    pub users: u32,
    /// Users active in the last 90 days.
    #[serde(default)]
    pub active_users: u32,
    /// The last day on which any user was active.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub last_activity: Option<Date>,
    /// Active subscriptions.
    #[serde(default)]
    pub subscriptions: u32,
    /// Licences over all subscriptions.
    #[serde(default)]
    pub licenses: u32,
    /// Whether it pays.
    #[serde(default = "no_trial")]
    pub trial: Trial,
    /// A free consumer organization.
    #[serde(default)]
    pub consumer: bool,
    /// The partner that manages it.
    #[serde(default)]
    pub managed_by: Option<ManagedBy>,
    /// Fields of a newer service.
    #[serde(flatten)]
    #[cfg_attr(feature = "openapi", schema(ignore))]
    pub extra: Extra,
}

fn no_trial() -> Trial {
    Trial::None
}

/// A domain of an organization.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrganizationDomain {
    /// The domain, lower case, ASCII (punycode).
    pub name: String,
    /// How sure it is.
    pub state: DomainState,
}

/// The partner that manages an organization.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ManagedBy {
    /// Its id.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
}

/// An organization that may be the right one, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Candidate {
    /// The organization as it was when it was judged.
    pub organization: Organization,
    /// 0–100.
    pub score: u32,
    /// The best one, with no red flag and no near tie.
    #[serde(default)]
    pub recommended: bool,
    /// Whether the customer will be asked.
    #[serde(default = "no_approval")]
    pub approval: Approval,
    /// What the partner becomes there, such as `provisioning_admin`; empty when nothing changes.
    #[serde(default)]
    pub role_after_mapping: String,
    /// Where the score comes from.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// What to mind.
    #[serde(default)]
    pub flags: Vec<Flag>,
}

fn no_approval() -> Approval {
    Approval::NotRequired
}

/// One ground for a score: `admin_email_equals`, `user_email_equals`, `claimed_domain_equals`,
/// `verified_domain_equals`, `users_in_domain`, `recent_activity`, `similar_name`, `same_prefix`,
/// and `free_mail_domain` (scores nothing and says so).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reason {
    /// Which ground.
    pub code: String,
    /// Points it gave.
    #[serde(default)]
    pub points: u32,
    /// Values for the sentence.
    #[serde(default)]
    pub params: Params,
}

/// Something to mind: red `stale_unverified`, `same_as_partner`; amber `near_tie`,
/// `other_country`, `managed_by_other`, `consumer_or_trial`; info `approval_required`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Flag {
    /// What.
    pub code: String,
    /// How grave.
    pub severity: Severity,
    /// Values for the sentence.
    #[serde(default)]
    pub params: Params,
}

/// The answer to a match or a search.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MatchAnswer {
    /// Which of the three.
    pub outcome: Outcome,
    /// When the evidence was true.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub as_of: Timestamp,
    /// Best first.
    #[serde(default)]
    pub candidates: Vec<Candidate>,
    /// Where the next page of a search begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}
