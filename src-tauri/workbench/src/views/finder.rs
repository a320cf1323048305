//! Finding the right organization.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::Sentence;

/// What a search for an organization found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct FinderView {
    /// `partner`, `customer`, `own`.
    pub role: String,
    /// The address asked with, or none.
    pub email: Option<String>,
    pub company: String,
    pub country: String,
    /// `matched`, `candidates`, `none`.
    pub outcome: String,
    /// Whether it comes from the cached directory: a part of all organizations.
    pub from_cache: bool,
    pub as_of: Option<String>,
    pub candidates: Vec<CandidateView>,
    pub next_cursor: Option<String>,
}

/// A candidate and its evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CandidateView {
    pub organization_id: String,
    pub name: String,
    pub city: String,
    pub country: String,
    pub score: u32,
    /// `recommended`, `good`, `weak`.
    pub strength: String,
    pub domains: Vec<DomainView>,
    pub users: u32,
    pub active_users: u32,
    pub last_activity: Option<String>,
    /// Days between the last activity and today.
    pub idle_days: Option<u32>,
    pub subscriptions: u32,
    pub licenses: u32,
    pub created: Option<String>,
    pub managed_by: Option<String>,
    /// `none`, `active`, `expired`.
    pub trial: String,
    pub consumer: bool,
    pub approval: String,
    pub role_after_mapping: String,
    pub reasons: Vec<Sentence>,
    pub flags: Vec<FlagView>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DomainView {
    pub name: String,
    /// `claimed`, `verified`.
    pub state: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct FlagView {
    pub severity: String,
    pub sentence: Sentence,
}

/// The organization chosen for one role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "choice", rename_all = "snake_case")]
pub enum ChoiceView {
    Undecided,
    Existing {
        candidate: Box<CandidateView>,
        outcome: String,
        as_of: String,
        from_cache: bool,
        chosen_at: String,
    },
    Create {
        name: String,
        vertical: String,
        country: String,
        admin_email: String,
        create_anyway: bool,
    },
}

/// What a choice is made from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "choice", rename_all = "snake_case")]
pub enum Choose {
    Undecided,
    /// One of the candidates that were shown last.
    Existing {
        organization_id: String,
    },
    Create {
        name: String,
        vertical: String,
        country: String,
        admin_email: String,
        create_anyway: bool,
    },
}

/// Whether a site or SIP name can be had.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct NameAnswer {
    pub name: String,
    /// `available`, `taken`, `invalid`, `unknown` (offline).
    pub result: String,
    pub suggestions: Vec<String>,
}

/// The choices that forms offer; from the service's capabilities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ChoicesView {
    pub verticals: Vec<String>,
    pub countries: Vec<CountryView>,
    pub time_zones: Vec<String>,
    pub languages: Vec<String>,
    pub site_suffix: String,
    pub sip_suffix: String,
    pub max_sites: u32,
    pub can_search: bool,
}

/// A country and its address form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CountryView {
    pub code: String,
    pub required: Vec<String>,
    pub order: Vec<String>,
    pub state_label: String,
    pub postal_label: String,
    pub states: Vec<String>,
    pub postal_example: String,
    pub time_zones: Vec<String>,
    pub languages: Vec<String>,
    pub data_region: String,
}
