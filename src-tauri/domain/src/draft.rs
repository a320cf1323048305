//! The wizard's answers: typed, and allowed to be incomplete at any point.

mod accepted;
mod acts;
mod course;
mod field;
mod giving_up;
mod one_answer;
mod prefill;

pub(crate) use course::Course;
pub use field::Field;
pub use one_answer::Question;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    ids::LineId,
    intent::{Address, ManagedIn, NewOrganization, When},
    open_enum::open_enum,
    order::{Extra, ServiceKind},
    organization::{Candidate, Outcome},
    steps::StepId,
};

open_enum! {
    /// Who completes the order.
    pub enum CompletedBy {
        /// The operator, for a customer.
        ForCustomer = "for_customer",
        /// The operator, for the own company.
        OwnCompany = "own_company",
        /// Somebody else: the order is handed over.
        SomeoneElse = "someone_else",
    }
}

/// Everything the operator has answered for one order so far.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// Where the operator left the wizard.
    #[serde(default)]
    pub step: Option<StepId>,
    /// Step 1.
    #[serde(default)]
    pub completed_by: Option<CompletedBy>,
    /// Step 1, when somebody else completes it.
    #[serde(default)]
    pub handover: HandoverDraft,
    /// Step 2 (not asked for the own company).
    #[serde(default)]
    pub partner: OrganizationChoice,
    /// Step 3 (the own organization for the own company).
    #[serde(default)]
    pub customer: OrganizationChoice,
    /// After step 3: the customer's administrator does the set-up.
    #[serde(default)]
    pub customer_sets_up: bool,
    /// Step 4: now or later, by service.
    #[serde(default)]
    pub when: BTreeMap<String, When>,
    /// Step 5.
    #[serde(default)]
    pub meetings: MeetingsDraft,
    /// Step 6.
    #[serde(default)]
    pub calling: CallingDraft,
    /// Contact Center: country of operation.
    #[serde(default)]
    pub contact_center: ContactCenterDraft,
    /// Transfer orders.
    #[serde(default)]
    pub transfer: TransferDraft,
    /// Fields of a newer version of the program.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Who shall complete the order instead.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HandoverDraft {
    /// Address as typed.
    #[serde(default)]
    pub email: String,
    /// Note as typed.
    #[serde(default)]
    pub note: String,
}

/// One of the two organization choices.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(tag = "choice", rename_all = "snake_case")]
pub enum OrganizationChoice {
    /// Not chosen yet.
    #[default]
    Undecided,
    /// An existing organization, with the evidence it was chosen on.
    Existing(Box<ChosenOrganization>),
    /// A new one.
    Create {
        /// What to create, as far as typed.
        organization: NewOrganization,
        /// Although something similar exists.
        #[serde(default)]
        create_anyway: bool,
    },
}

impl OrganizationChoice {
    /// The name of what was chosen or is to be created, as far as typed.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Undecided => None,
            Self::Existing(chosen) => Some(&chosen.candidate.organization.name),
            Self::Create { organization, .. } => Some(&organization.name),
        }
    }
}

/// An existing organization that the operator chose, and on what evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChosenOrganization {
    /// The candidate as it was shown.
    pub candidate: Candidate,
    /// Which outcome listed it.
    pub outcome: Outcome,
    /// When the evidence was true.
    pub as_of: Timestamp,
    /// Whether the evidence came from the cached directory, not from the service.
    pub from_cache: bool,
    /// When it was chosen.
    pub chosen_at: Timestamp,
}

/// Step 5: Webex Meetings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MeetingsDraft {
    /// At least one when set up now.
    #[serde(default)]
    pub sites: Vec<SiteDraft>,
}

/// A site as far as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteDraft {
    /// The part before `.webex.com`.
    #[serde(default)]
    pub name: String,
    /// IANA zone, or empty.
    #[serde(default)]
    pub time_zone: String,
    /// Not answered, yes or no.
    #[serde(default)]
    pub early_release: Option<bool>,
    /// Control Hub unless chosen otherwise.
    #[serde(default = "control_hub")]
    pub managed_in: ManagedIn,
    /// Licences per order line. A line that is missing counts as 0, unless there is only one
    /// site: that one gets everything.
    #[serde(default)]
    pub licenses: BTreeMap<LineId, u32>,
}

fn control_hub() -> ManagedIn {
    ManagedIn::ControlHub
}

impl Default for SiteDraft {
    fn default() -> Self {
        Self {
            name: String::new(),
            time_zone: String::new(),
            early_release: None,
            managed_in: ManagedIn::ControlHub,
            licenses: BTreeMap::new(),
        }
    }
}

/// Step 6: Webex Calling.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CallingDraft {
    /// Location name.
    #[serde(default)]
    pub location_name: String,
    /// ISO 3166-1 alpha-2, or empty.
    #[serde(default)]
    pub country: String,
    /// Address as typed.
    #[serde(default)]
    pub address: Address,
    /// IANA zone, or empty.
    #[serde(default)]
    pub time_zone: String,
    /// Such as `en_us`, or empty.
    #[serde(default)]
    pub announcement_language: String,
    /// Such as `en_us`, or empty.
    #[serde(default)]
    pub email_language: String,
    /// The part before `.calls.webex.com`.
    #[serde(default)]
    pub sip_name: String,
}

/// Contact Center.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ContactCenterDraft {
    /// ISO 3166-1 alpha-2, or empty.
    #[serde(default)]
    pub country: String,
}

/// Transfer orders.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TransferDraft {
    /// Transfer code as typed.
    #[serde(default)]
    pub code: String,
    /// Current site as typed.
    #[serde(default)]
    pub current_site: String,
}

impl Draft {
    /// When a service starts, if answered.
    #[must_use]
    pub fn when_of(&self, kind: &ServiceKind) -> Option<&When> {
        self.when.get(kind.as_str())
    }
}
