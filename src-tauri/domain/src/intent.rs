//! What the operator asks of the service: the bodies of the acts, complete and typed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    ids::{LineId, OrderNumber, OrganizationId},
    open_enum::open_enum,
    order::ServiceKind,
};

/// The point of no return: which organizations the order belongs to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Mapping {
    /// For the operator's own company: then there is no partner.
    pub own_company: bool,
    /// The partner's organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<OrganizationTarget>,
    /// The customer's organization (the own company's when `own_company`).
    pub customer: OrganizationTarget,
    /// The customer's administrator does the set-up.
    pub customer_sets_up: bool,
    /// The order number as typed by the operator.
    pub confirm: OrderNumber,
}

/// An existing organization, or a new one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum OrganizationTarget {
    /// Map to this one.
    Existing {
        /// Its id.
        organization_id: OrganizationId,
        /// The revision that the operator judged.
        expected_revision: u64,
    },
    /// Create it.
    Create {
        /// What to create.
        create: NewOrganization,
        /// Although something similar exists.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        create_anyway: bool,
    },
}

/// What a new organization is made from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewOrganization {
    /// Company name, at most 256 characters, no `%`.
    #[serde(default)]
    pub name: String,
    /// One of the capabilities' verticals.
    #[serde(default)]
    pub vertical: String,
    /// ISO 3166-1 alpha-2; decides where data lives.
    #[serde(default)]
    pub country: String,
    /// The customer's first administrator; needed for a customer, empty for a partner.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub admin_email: String,
}

/// Set up services now or later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Setup {
    /// One entry per service that needs input.
    pub services: Vec<ServiceSetup>,
    /// For transfer orders.
    #[serde(default)]
    pub transfer: Option<Transfer>,
}

open_enum! {
    /// When a service starts.
    pub enum When {
        /// With this act.
        Now = "now",
        /// Put off.
        Later = "later",
    }
}

open_enum! {
    /// Where a Meetings site is managed.
    pub enum ManagedIn {
        /// Control Hub (the default).
        ControlHub = "control_hub",
        /// Site administration.
        SiteAdministration = "site_administration",
    }
}

/// The set-up of one service. Fields of other kinds stay empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServiceSetup {
    /// Which service.
    pub kind: ServiceKind,
    /// Now or later.
    pub when: When,
    /// Meetings: its sites.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<Site>,
    /// Calling: the head office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// Calling: `<name>.calls.webex.com`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sip_name: Option<String>,
    /// Contact Center: country of operation, ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// A Meetings site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Site {
    /// The part before `.webex.com`.
    pub name: String,
    /// IANA zone.
    pub time_zone: String,
    /// Features before the normal roll-out; final.
    pub early_release: bool,
    /// Where it is managed.
    pub managed_in: ManagedIn,
    /// Licences per order line.
    pub licenses: BTreeMap<LineId, u32>,
}

/// A Calling location.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Location {
    /// At most 80 characters, unique in the organization.
    pub name: String,
    /// ISO 3166-1 alpha-2; final for the first location.
    pub country: String,
    /// The address.
    pub address: Address,
    /// IANA zone.
    pub time_zone: String,
    /// Such as `en_us`.
    pub announcement_language: String,
    /// Such as `en_us`.
    pub email_language: String,
}

/// A postal address; which fields are needed depends on the country.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Address {
    /// First line.
    #[serde(default)]
    pub street1: String,
    /// Second line.
    #[serde(default)]
    pub street2: String,
    /// City.
    #[serde(default)]
    pub city: String,
    /// State, province or prefecture.
    #[serde(default)]
    pub state: String,
    /// Postal code.
    #[serde(default)]
    pub postal_code: String,
}

/// What a transfer order carries over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Transfer {
    /// The code of the sites.
    pub code: String,
    /// One of the sites on it.
    pub current_site: String,
}

/// Somebody else completes the order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Handover {
    /// Who.
    pub email: String,
    /// What to tell them.
    #[serde(default)]
    pub note: String,
}
