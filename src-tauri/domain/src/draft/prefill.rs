//! What a fresh wizard suggests: only what the order itself makes likely. What is final for
//! good (early release, for one) is never answered for the operator.

use crate::{
    capabilities::{Capabilities, CountryRule},
    draft::{CallingDraft, ContactCenterDraft, Draft, MeetingsDraft, SiteDraft},
    intent::Address,
    order::{Order, OrderKind, ServiceKind},
    validation::suggest_name,
};

impl Draft {
    /// The answers that a fresh wizard starts with: one site and the SIP name after the company,
    /// zone and languages of its country, its city. A transfer starts without a new site.
    #[must_use]
    pub fn prefilled(order: &Order, caps: &Capabilities) -> Draft {
        let mut draft = Draft::default();
        let country = caps.country(&order.end_customer.country);
        for kind in order.services_to_set_up(caps) {
            match kind {
                ServiceKind::Meetings if order.kind != OrderKind::Transfer => {
                    draft.meetings = meetings(order, country, caps);
                }
                ServiceKind::Calling => draft.calling = calling(order, country, caps),
                ServiceKind::ContactCenter => {
                    draft.contact_center = ContactCenterDraft {
                        country: code(country),
                    };
                }
                _ => {}
            }
        }
        draft
    }
}

fn meetings(order: &Order, country: Option<&CountryRule>, caps: &Capabilities) -> MeetingsDraft {
    let site = SiteDraft {
        name: suggest_name(&order.end_customer.company, &caps.site_name),
        time_zone: zone(order, country, caps),
        ..SiteDraft::default()
    };
    MeetingsDraft { sites: vec![site] }
}

fn calling(order: &Order, country: Option<&CountryRule>, caps: &Capabilities) -> CallingDraft {
    let language = language(country, caps);
    let city = order.end_customer.city.trim();
    CallingDraft {
        location_name: city.chars().take(caps.max_location_name as usize).collect(),
        country: code(country),
        address: Address {
            city: city.chars().take(caps.max_address_line as usize).collect(),
            ..Address::default()
        },
        time_zone: zone(order, country, caps),
        announcement_language: language.clone(),
        email_language: language,
        sip_name: suggest_name(&order.end_customer.company, &caps.sip_name),
    }
}

fn code(country: Option<&CountryRule>) -> String {
    country.map(|rule| rule.code.clone()).unwrap_or_default()
}

/// The country's likeliest zone. One with several zones is ambiguous: there the contact's own
/// zone wins when it is one of them.
fn zone(order: &Order, country: Option<&CountryRule>, caps: &Capabilities) -> String {
    let of_country = country
        .map(|rule| rule.time_zones.as_slice())
        .unwrap_or_default();
    let of_contact = order
        .contact
        .time_zone
        .as_ref()
        .filter(|zone| of_country.contains(zone));
    let offered = |zone: &&String| caps.time_zones.is_empty() || caps.time_zones.contains(zone);
    of_contact
        .into_iter()
        .chain(of_country)
        .find(offered)
        .cloned()
        .unwrap_or_default()
}

fn language(country: Option<&CountryRule>, caps: &Capabilities) -> String {
    let offered =
        |language: &&String| caps.languages.is_empty() || caps.languages.contains(language);
    country
        .and_then(|rule| rule.languages.iter().find(offered))
        .cloned()
        .unwrap_or_default()
}
