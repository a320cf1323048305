//! An order as the provisioning service tells it.

mod review;

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    capabilities::Capabilities,
    ids::{IntentId, LineId, OperationId, OrderId, OrderNumber, OrganizationId},
    intent::NewOrganization,
    open_enum::open_enum,
    organization::Approval,
    problem::Problem,
};

pub use review::{Review, ReviewState};

/// Fields of a newer service, kept and sent back.
pub type Extra = BTreeMap<String, serde_json::Value>;

open_enum! {
    /// Where an order stands at the service.
    pub enum Status {
        /// Nobody has answered yet.
        AwaitingDetails = "awaiting_details",
        /// Mapped to an existing customer who must agree first.
        AwaitingApproval = "awaiting_approval",
        /// Past the point of no return, services not set up yet.
        Mapped = "mapped",
        /// Every service was put off.
        Deferred = "deferred",
        /// The customer's administrator does the set-up.
        CustomerSetsUp = "customer_sets_up",
        /// The service is at work.
        Provisioning = "provisioning",
        /// Everything works.
        Provisioned = "provisioned",
        /// Some of it works.
        ProvisionedWithErrors = "provisioned_with_errors",
        /// Nothing works.
        Failed = "failed",
        /// Somebody else completes it.
        HandedOver = "handed_over",
        /// The deadline passed.
        Closed = "closed",
        /// Withdrawn by the seller.
        Cancelled = "cancelled",
    }
}

open_enum! {
    /// Why the order exists.
    pub enum OrderKind {
        /// A new subscription.
        New = "new",
        /// An existing site moves to this subscription.
        Transfer = "transfer",
        /// Changed quantities of a running subscription.
        Update = "update",
        /// A trial becomes paid.
        TrialConversion = "trial_conversion",
    }
}

open_enum! {
    /// A kind of service on an order.
    pub enum ServiceKind {
        /// Webex Meetings: sites and licence distribution.
        Meetings = "meetings",
        /// Webex Calling: head-office location and SIP name.
        Calling = "calling",
        /// Webex Contact Center: country of operation.
        ContactCenter = "contact_center",
        /// Messaging: nothing to fill in.
        Messaging = "messaging",
        /// Devices: nothing to fill in.
        Devices = "devices",
    }
}

open_enum! {
    /// How far one service of an order is.
    pub enum ServiceState {
        /// Waits for the operator.
        NotSetUp = "not_set_up",
        /// Comes by itself with the mapping.
        Automatic = "automatic",
        /// Put off by the operator.
        Deferred = "deferred",
        /// Being set up.
        Provisioning = "provisioning",
        /// Works.
        Provisioned = "provisioned",
        /// Set-up failed.
        Failed = "failed",
    }
}

open_enum! {
    /// The state of an operation or of one of its steps.
    pub enum StepState {
        /// Not begun.
        Pending = "pending",
        /// At work.
        Running = "running",
        /// Done.
        Succeeded = "succeeded",
        /// Ended with problems.
        Failed = "failed",
    }
}

/// One order, the service's last word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Order {
    /// The service's id.
    pub id: OrderId,
    /// The number people use.
    pub number: OrderNumber,
    /// Subscription id, such as `Sub-ES77190`.
    pub subscription: String,
    /// Why the order exists.
    pub kind: OrderKind,
    /// Offer code, such as `A-FLEX`; decides how long the order stays open.
    pub offer: String,
    /// Where it stands.
    pub status: Status,
    /// Rises with every business change.
    pub revision: u64,
    /// Place in the service's feed.
    pub sequence: u64,
    /// The day the customer wants to begin.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub requested_start: Option<Date>,
    /// When the provisioning e-mail went out.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub mail_sent_at: Option<Timestamp>,
    /// When the order closes for good.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub closes_at: Option<Timestamp>,
    /// Who was asked to provision it.
    pub contact: Contact,
    /// Who sold it and can resend the e-mail.
    #[serde(default)]
    pub seller: Option<Person>,
    /// Whether the operator may have the e-mail sent again.
    #[serde(default)]
    pub can_resend: bool,
    /// E-mail of the colleague who works on it.
    #[serde(default)]
    pub assignee: Option<String>,
    /// The note that colleagues share.
    #[serde(default)]
    pub note: String,
    /// The company that bought it.
    pub end_customer: EndCustomer,
    /// What was ordered.
    #[serde(default)]
    pub lines: Vec<Line>,
    /// The mapping, once it is made.
    #[serde(default)]
    pub mapping: Option<RecordedMapping>,
    /// How far each service is.
    #[serde(default)]
    pub services: Vec<ServiceProgress>,
    /// The latest operation.
    #[serde(default)]
    pub operation: Option<Operation>,
    /// The latest review asked of a colleague.
    #[serde(default)]
    pub review: Option<Review>,
    /// Fields of a newer service.
    #[serde(flatten)]
    #[cfg_attr(feature = "openapi", schema(ignore))]
    pub extra: Extra,
}

/// The provisioning contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contact {
    /// Where the provisioning e-mail went.
    pub email: String,
    /// The contact's name.
    #[serde(default)]
    pub name: String,
    /// IANA zone in which deadlines are read.
    #[serde(default)]
    pub time_zone: Option<String>,
    /// Whether it can still be changed (no, after the point of no return).
    #[serde(default)]
    pub frozen: bool,
}

/// A person with an address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Person {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
}

/// The company that bought the subscription, as the seller typed it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndCustomer {
    /// Company name.
    pub company: String,
    /// An address at the customer, if the seller knew one.
    #[serde(default)]
    pub email: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    pub country: String,
    /// City.
    #[serde(default)]
    pub city: String,
}

/// One line of the subscription.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Line {
    /// Unique within the order.
    pub id: LineId,
    /// Which service it belongs to.
    pub service: ServiceKind,
    /// Name on the quote, such as `Webex Meetings, named user`.
    pub name: String,
    /// Licences ordered.
    pub quantity: u32,
    /// Changed quantity that waits until it is provisioned.
    #[serde(default)]
    pub pending_quantity: Option<u32>,
    /// Months the line runs.
    #[serde(default)]
    pub term_months: Option<u32>,
}

impl Line {
    /// Licences once the order is provisioned: what there is to give out.
    #[must_use]
    pub fn licenses(&self) -> u32 {
        self.pending_quantity.unwrap_or(self.quantity)
    }
}

/// How far one service is, and what was asked for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServiceProgress {
    /// Which service.
    pub kind: ServiceKind,
    /// How far it is.
    pub state: ServiceState,
    /// The accepted set-up of this service, once sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub setup: Option<crate::intent::ServiceSetup>,
    /// What went wrong, when it failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
}

/// The mapping as the service recorded it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordedMapping {
    /// For the operator's own company.
    #[serde(default)]
    pub own_company: bool,
    /// The partner's organization; none for the own company.
    #[serde(default)]
    pub partner: Option<MappedOrganization>,
    /// The customer's organization.
    pub customer: MappedOrganization,
    /// The customer's administrator does the set-up.
    #[serde(default)]
    pub customer_sets_up: bool,
    /// Whether the customer still has to agree.
    #[serde(default)]
    pub approval: Option<Approval>,
    /// Who made it (e-mail).
    pub by: String,
    /// When it was made.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// The intent it came from: how a client finds its own act again.
    pub intent_id: IntentId,
}

/// An organization in a recorded mapping.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MappedOrganization {
    /// Its id.
    pub id: OrganizationId,
    /// Its name when it was mapped.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    pub country: String,
    /// What it was created from, when the mapping created it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<NewOrganization>,
}

/// The asynchronous work on an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Operation {
    /// Its id.
    pub id: OperationId,
    /// The order it works on.
    pub order_id: OrderId,
    /// The intent it came from.
    pub intent_id: IntentId,
    /// How far all of it is.
    pub state: StepState,
    /// Its steps in order.
    pub steps: Vec<OperationStep>,
    /// Seconds after which asking again makes sense; none when it ended.
    #[serde(default)]
    pub retry_after: Option<u32>,
    /// When it began.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub started_at: Timestamp,
    /// When it ended.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub ended_at: Option<Timestamp>,
}

/// One step of an operation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OperationStep {
    /// What it does: `transfer_site`, `create_site`, `assign_licenses`, `create_location`,
    /// `register_sip`, …
    pub code: String,
    /// The service it belongs to.
    pub service: ServiceKind,
    /// The site, location or name it is about.
    #[serde(default)]
    pub subject: String,
    /// How far it is.
    pub state: StepState,
    /// What went wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
}

/// Who did what when, as the service recorded it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActivityEntry {
    /// Unique per service.
    pub id: String,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// Who: an e-mail address, or empty for the service itself.
    #[serde(default)]
    pub actor: String,
    /// What: `order_received`, `mail_sent`, `mapped`, `approval_asked`, `approved`, `declined`,
    /// `setup_accepted`, `deferred`, `handed_over`, `mail_resent`, `note_changed`,
    /// `assignee_changed`, `review_asked`, `review_approved`, `review_declined`,
    /// `review_withdrawn`, `provisioned`, `provisioned_with_errors`, `failed`, `retried`,
    /// `closed`, `cancelled`. A `declined` names `customer`, `organization_id` and `reason`.
    pub code: String,
    /// Values for the sentence, by name.
    #[serde(default)]
    pub params: BTreeMap<String, String>,
    /// The client's intent behind it, if it came from a client.
    #[serde(default)]
    pub intent_id: Option<IntentId>,
}

impl Order {
    /// Kinds of service on this order that ask the operator for input, in the order of its lines.
    #[must_use]
    pub fn services_with_input(&self) -> Vec<ServiceKind> {
        let mut kinds = Vec::new();
        for line in &self.lines {
            let asks = matches!(
                line.service,
                ServiceKind::Meetings | ServiceKind::Calling | ServiceKind::ContactCenter
            );
            if asks && !kinds.contains(&line.service) {
                kinds.push(line.service.clone());
            }
        }
        kinds
    }

    /// The lines of one service.
    pub fn lines_of<'a>(&'a self, kind: &'a ServiceKind) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.service == *kind)
    }

    /// Whether the mapping was made: who, partner and customer are frozen.
    #[must_use]
    pub fn is_mapped(&self) -> bool {
        match self.status {
            Status::Unknown(_) => self.mapping.is_some(),
            _ => self.status.is_past_point_of_no_return(),
        }
    }

    /// Kinds of service whose set-up the operator can still ask for, in the order of the lines:
    /// they ask for input, are not set up yet, and the order's status allows it (or will, once
    /// the mapping is made or agreed to).
    #[must_use]
    pub fn services_to_set_up(&self, caps: &Capabilities) -> Vec<ServiceKind> {
        let possible = matches!(
            self.status,
            Status::AwaitingDetails | Status::AwaitingApproval | Status::Mapped | Status::Deferred
        );
        if !possible {
            return Vec::new();
        }
        let mut kinds = self.services_with_input();
        kinds.retain(|kind| caps.asks_for_input(kind) && self.waits_for_set_up(kind));
        kinds
    }

    fn waits_for_set_up(&self, kind: &ServiceKind) -> bool {
        self.services
            .iter()
            .find(|service| service.kind == *kind)
            .is_none_or(|service| {
                matches!(
                    service.state,
                    ServiceState::NotSetUp | ServiceState::Deferred
                )
            })
    }
}
