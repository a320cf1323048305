//! Presets: answers that repeat, kept under a name and given to other orders.
//!
//! A preset answers only what an operator may want again: never who completes an order, which
//! organization it is for, or how many licences a line has. It holds everywhere, in one country
//! or for one customer; the nearer one wins ([`layered`]).

mod apply;
mod pattern;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use apply::{Change, changes};
pub use pattern::{TOKENS, fill, pattern_of};

use crate::{
    capabilities::Capabilities,
    draft::{CompletedBy, Draft},
    intent::{Address, ManagedIn, When},
    matching::{domain_key, email_domain, is_free_mail},
    open_enum::open_enum,
    order::{Extra, Order, ServiceKind},
    steps::StepId,
};

/// Longest name of a preset, in characters.
pub const MAX_NAME: usize = 60;

/// Answers under a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Preset {
    /// A UUID.
    pub id: String,
    /// As the operator calls it.
    pub name: String,
    /// For which orders it is offered.
    pub scope: Scope,
    /// What it answers.
    pub answers: Answers,
    /// Members of a newer version of the program.
    #[serde(flatten)]
    pub extra: Extra,
}

/// For which orders a preset is offered, from far to near.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "scope", rename_all = "snake_case")]
pub enum Scope {
    /// Every order.
    Everywhere,
    /// End customers of a country.
    Country {
        /// ISO 3166-1 alpha-2.
        country: String,
    },
    /// One end customer.
    Customer {
        /// Registrable domain of its e-mail address.
        domain: String,
    },
}

impl Scope {
    /// Whether an order is within it.
    #[must_use]
    pub fn covers(&self, order: &Order) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Country { country } => *country == order.end_customer.country,
            Self::Customer { domain } => domain_of(order).is_some_and(|own| own == *domain),
        }
    }

    /// The scopes that an order can be within, from far to near. A customer who writes from a free
    /// mail service is none that could be told apart.
    #[must_use]
    pub fn of(order: &Order, caps: &Capabilities) -> Vec<Self> {
        let country = &order.end_customer.country;
        let country = (!country.is_empty()).then(|| Self::Country {
            country: country.clone(),
        });
        let customer = domain_of(order)
            .filter(|domain| !is_free_mail(domain, caps))
            .map(|domain| Self::Customer { domain });
        [Some(Self::Everywhere), country, customer]
            .into_iter()
            .flatten()
            .collect()
    }
}

fn domain_of(order: &Order) -> Option<String> {
    let domain = email_domain(order.end_customer.email.as_deref()?)?;
    Some(domain_key(&domain))
}

/// What a preset answers; what is not there stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers {
    /// Who completes it: the operator, for a customer or for the own company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_by: Option<CompletedBy>,
    /// Now or later, by service.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub when: BTreeMap<String, When>,
    /// Sites of Webex Meetings, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<SiteAnswers>,
    /// How licences are shared out over several sites.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distribution: Option<Distribution>,
    /// First location of Webex Calling.
    #[serde(default)]
    pub calling: CallingAnswers,
    /// Country of operation of Webex Contact Center.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_center_country: Option<String>,
}

/// What a preset answers of one site.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SiteAnswers {
    /// Pattern of its name; see [`fill`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// IANA zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// Early release, which is final.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub early_release: Option<bool>,
    /// Where it is managed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub managed_in: Option<ManagedIn>,
}

/// What a preset answers of the first location.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CallingAnswers {
    /// Pattern of its name; see [`fill`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location_name: Option<String>,
    /// Country and address: one says nothing without the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// IANA zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// Such as `en_us`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announcement_language: Option<String>,
    /// Such as `en_us`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_language: Option<String>,
    /// Pattern of the SIP name; see [`fill`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sip_name: Option<String>,
}

/// Where a location is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// As written there.
    pub address: Address,
}

open_enum! {
    /// How the licences of every line are shared out.
    pub enum Distribution {
        /// In equal parts; what does not divide goes to the first sites.
        Equal = "equal",
        /// All to the first site.
        First = "first",
    }
}

/// Those that cover an order, from far to near: given in this order, the nearer one wins.
#[must_use]
pub fn layered<'a>(presets: &'a [Preset], order: &Order) -> Vec<&'a Preset> {
    let mut layers: Vec<&Preset> = presets
        .iter()
        .filter(|preset| preset.scope.covers(order))
        .collect();
    layers.sort_by(|one, other| (&one.scope, &one.name).cmp(&(&other.scope, &other.name)));
    layers
}

impl Answers {
    /// What of a draft can be used again. Names that are made of the company's become patterns.
    #[must_use]
    pub fn of(draft: &Draft, order: &Order, caps: &Capabilities) -> Self {
        let text = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        let calling = &draft.calling;
        let has_address = calling.address != Address::default();
        let sites: Vec<SiteAnswers> = draft
            .meetings
            .sites
            .iter()
            .map(|site| SiteAnswers {
                name: text(&pattern_of(&site.name, order, &caps.site_name)),
                time_zone: text(&site.time_zone),
                early_release: site.early_release,
                managed_in: Some(site.managed_in.clone()),
            })
            .collect();
        // To whom an order is handed over says nothing about the next one.
        let completed_by = draft.completed_by.clone();
        let completed_by = completed_by.filter(|by| *by != CompletedBy::SomeoneElse);
        Self {
            completed_by,
            when: draft.when.clone(),
            distribution: apply::distribution_of(&draft.meetings.sites, order),
            sites,
            calling: CallingAnswers {
                location_name: text(&calling.location_name),
                place: has_address.then(|| Place {
                    country: calling.country.clone(),
                    address: calling.address.clone(),
                }),
                time_zone: text(&calling.time_zone),
                announcement_language: text(&calling.announcement_language),
                email_language: text(&calling.email_language),
                sip_name: text(&pattern_of(&calling.sip_name, order, &caps.sip_name)),
            },
            contact_center_country: text(&draft.contact_center.country),
        }
    }

    /// The steps of an order's wizard in which it answers everything there is to answer.
    #[must_use]
    pub fn steps(&self, order: &Order, caps: &Capabilities) -> Vec<StepId> {
        let services = order.services_to_set_up(caps);
        let whole_site = |site: &SiteAnswers| {
            site.name.is_some() && site.time_zone.is_some() && site.early_release.is_some()
        };
        let calling = &self.calling;
        let answered = [
            (StepId::Who, self.completed_by.is_some()),
            (
                StepId::Subscription,
                !services.is_empty()
                    && services
                        .iter()
                        .all(|kind| self.when.contains_key(kind.as_str())),
            ),
            (
                StepId::Meetings,
                services.contains(&ServiceKind::Meetings)
                    && !self.sites.is_empty()
                    && self.sites.iter().all(whole_site),
            ),
            (
                StepId::Calling,
                services.contains(&ServiceKind::Calling)
                    && calling.location_name.is_some()
                    && calling.place.is_some()
                    && calling.time_zone.is_some()
                    && calling.announcement_language.is_some()
                    && calling.email_language.is_some()
                    && calling.sip_name.is_some(),
            ),
            (
                StepId::ContactCenter,
                services.contains(&ServiceKind::ContactCenter)
                    && self.contact_center_country.is_some(),
            ),
        ];
        let answered = answered.into_iter().filter(|(_, whole)| *whole);
        answered.map(|(step, _)| step).collect()
    }

    /// Whether it answers nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
