//! Customers: the list of them, the page of one, and colleagues.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{DeadlineView, OrderNameView, PresetView};

/// A customer as it is spoken of. The service gives it no id: a name, whatever its capitals and
/// accents, and a country are one customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CustomerNameView {
    pub company: String,
    /// ISO 3166-1 alpha-2; empty where orders name none.
    pub country: String,
}

/// Which customers to list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CustomerQueryView {
    /// As typed: words of the name.
    pub text: String,
    /// `name`, `orders`, `deadline`.
    pub sort: String,
    pub descending: bool,
    pub offset: u32,
    /// At most 200.
    pub limit: u32,
}

/// A window onto the customers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CustomerWindowView {
    pub rows: Vec<CustomerRow>,
    pub offset: u32,
    pub total: u32,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CustomerRow {
    /// As the order that came last writes it.
    pub company: String,
    pub country: String,
    pub orders: u32,
    pub open: u32,
    /// Wholly or with errors.
    pub provisioned: u32,
    /// Of the order that closes first.
    pub deadline: DeadlineView,
    /// The last moment that any of its orders told of.
    pub changed_at: Option<String>,
}

/// The page of one customer, beside its orders.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CustomerView {
    pub row: CustomerRow,
    /// Cities that its orders name.
    pub cities: Vec<String>,
    /// Addresses at the customer that its orders name.
    pub contacts: Vec<String>,
    /// Domains of these addresses, but those of free mail.
    pub domains: Vec<String>,
    /// For colleagues at this computer alone; empty without one.
    pub note: String,
    /// Those of the mappings first, then those chosen in drafts, then what the finder showed.
    pub organizations: Vec<CustomerOrganizationView>,
    pub sites: Vec<CustomerSiteView>,
    /// The nearest first.
    pub presets: Vec<PresetView>,
    /// How many orders all of this was read from.
    pub read_orders: u32,
    /// There are more orders than were read.
    pub partial: bool,
}

/// An organization that may be the customer's, or is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CustomerOrganizationView {
    pub id: String,
    pub name: String,
    pub country: String,
    /// Claimed and verified ones, as far as this computer knows the organization.
    pub domains: Vec<String>,
    /// None when this computer does not know the organization.
    pub active_users: Option<u32>,
    /// The last day anybody was active, `YYYY-MM-DD`.
    pub last_activity: Option<String>,
    /// 0–100: how well it fitted at best; none when the finder never showed it.
    pub score: Option<u32>,
    /// Orders that are mapped to it for good.
    pub mapped: Vec<OrderNameView>,
    /// The mapping created it.
    pub created: bool,
    /// Orders in whose drafts it is chosen.
    pub chosen: Vec<OrderNameView>,
    /// Orders for which the finder showed it.
    pub found: Vec<OrderNameView>,
}

/// A site, or the SIP address of a head office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CustomerSiteView {
    /// With its suffix, such as `zurita.webex.com`.
    pub address: String,
    /// `meetings`, `calling`.
    pub service: String,
    /// `draft`, or the state of its service: `deferred`, `provisioning`, `provisioned`, `failed`, …
    pub state: String,
    pub order: OrderNameView,
}

/// Somebody on whom orders were put.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ColleagueView {
    /// E-mail address.
    pub email: String,
    /// Open orders that are theirs.
    pub open: u32,
}
