//! The answers that the wizard's forms edit. The organization choices are not in here: they are
//! made by commands of their own, because the evidence they rest on is kept with them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// Every typed answer of the wizard; empty text is "not answered".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DraftForm {
    /// The step the operator looks at; where to resume.
    pub step: Option<String>,
    /// `for_customer`, `own_company`, `someone_else`.
    pub completed_by: Option<String>,
    pub handover: HandoverForm,
    pub customer_sets_up: bool,
    /// `now` or `later` by service kind.
    pub when: BTreeMap<String, String>,
    pub meetings: MeetingsForm,
    pub calling: CallingForm,
    pub contact_center: ContactCenterForm,
    pub transfer: TransferForm,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct HandoverForm {
    pub email: String,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MeetingsForm {
    pub sites: Vec<SiteForm>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SiteForm {
    pub name: String,
    pub time_zone: String,
    pub early_release: Option<bool>,
    /// `control_hub`, `site_administration`.
    pub managed_in: String,
    /// Licences by line id.
    pub licenses: BTreeMap<String, u32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CallingForm {
    pub location_name: String,
    pub country: String,
    pub address: AddressForm,
    pub time_zone: String,
    pub announcement_language: String,
    pub email_language: String,
    pub sip_name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct AddressForm {
    pub street1: String,
    pub street2: String,
    pub city: String,
    pub state: String,
    pub postal_code: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ContactCenterForm {
    pub country: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TransferForm {
    pub code: String,
    pub current_site: String,
}
