//! What a walk reads of an order's document: the rest of it is passed over, which is several
//! times quicker than reading all of it.

use jiff::{Timestamp, civil::Date};
use serde::Deserialize;
use turnup_domain::{ServiceKind, order::OrderKind};

/// Facts of one order that the list does not keep.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct OrderFacts {
    /// Subscription id.
    pub subscription: String,
    /// Why the order exists.
    pub kind: OrderKind,
    /// Offer code.
    pub offer: String,
    /// Rises with every business change.
    pub revision: u64,
    /// The day the customer wants to begin.
    #[serde(default)]
    pub requested_start: Option<Date>,
    /// When the provisioning e-mail went out.
    #[serde(default)]
    pub mail_sent_at: Option<Timestamp>,
    /// Who was asked to provision it.
    pub contact: ContactFacts,
    /// E-mail of the colleague who works on it.
    #[serde(default)]
    pub assignee: Option<String>,
    /// The company that bought it.
    pub end_customer: CustomerFacts,
    /// What was ordered.
    #[serde(default)]
    pub lines: Vec<LineFacts>,
}

/// The provisioning contact.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ContactFacts {
    /// Where the provisioning e-mail went.
    pub email: String,
    /// The contact's name.
    #[serde(default)]
    pub name: String,
}

/// The end customer, beyond what the list keeps.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CustomerFacts {
    /// An address at the customer.
    #[serde(default)]
    pub email: Option<String>,
}

/// One line of the subscription.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct LineFacts {
    /// Which service it belongs to.
    pub service: ServiceKind,
    /// Licences ordered.
    pub quantity: u32,
    /// Changed quantity that waits until it is provisioned.
    #[serde(default)]
    pub pending_quantity: Option<u32>,
}

impl LineFacts {
    /// Licences once the order is provisioned.
    #[must_use]
    pub fn licenses(&self) -> u32 {
        self.pending_quantity.unwrap_or(self.quantity)
    }
}
