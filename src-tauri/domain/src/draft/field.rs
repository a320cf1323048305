//! Answers as cells of a table: each column is one of them, each cell goes to one place of a draft.

use crate::{
    capabilities::Capabilities,
    draft::{Draft, Question, SiteDraft},
    intent::ManagedIn,
    open_enum::open_enum,
    order::{Order, OrderKind, ServiceKind},
};

open_enum! {
    /// An answer that a column of a table can hold.
    pub enum Field {
        /// Now or later, of every service that asks: `now` or `later`.
        When = "when",
        /// The part before `.webex.com`.
        SiteName = "site_name",
        /// IANA zone.
        SiteTimeZone = "site_time_zone",
        /// Early release, which is final: `yes` or `no`.
        SiteEarlyRelease = "site_early_release",
        /// A word of [`ManagedIn`].
        SiteManagedIn = "site_managed_in",
        /// Of the first location of Calling.
        LocationName = "location_name",
        /// ISO 3166-1 alpha-2.
        LocationCountry = "location_country",
        /// First line of its address.
        Street1 = "location_street1",
        /// Second line of its address.
        Street2 = "location_street2",
        /// City.
        City = "location_city",
        /// State, province or prefecture.
        State = "location_state",
        /// Postal code.
        PostalCode = "location_postal_code",
        /// IANA zone.
        LocationTimeZone = "location_time_zone",
        /// Such as `en_us`.
        AnnouncementLanguage = "announcement_language",
        /// Such as `en_us`.
        EmailLanguage = "email_language",
        /// The part before `.calls.webex.com`.
        SipName = "sip_name",
        /// Country of operation of Contact Center, ISO 3166-1 alpha-2.
        ContactCenterCountry = "contact_center_country",
        /// Of a transfer order.
        TransferCode = "transfer_code",
        /// Of a transfer order.
        CurrentSite = "current_site",
    }
}

impl Field {
    /// Whether an order has one for each of its sites.
    #[must_use]
    pub fn is_of_site(&self) -> bool {
        matches!(
            self,
            Self::SiteName | Self::SiteTimeZone | Self::SiteEarlyRelease | Self::SiteManagedIn
        )
    }

    /// Whether an order asks for it.
    #[must_use]
    pub fn is_asked_of(&self, order: &Order, caps: &Capabilities) -> bool {
        let services = order.services_to_set_up(caps);
        match self {
            Self::When => !services.is_empty(),
            Self::TransferCode | Self::CurrentSite => order.kind == OrderKind::Transfer,
            Self::ContactCenterCountry => services.contains(&ServiceKind::ContactCenter),
            Self::Unknown(_) => false,
            field if field.is_of_site() => services.contains(&ServiceKind::Meetings),
            _ => services.contains(&ServiceKind::Calling),
        }
    }
}

impl Draft {
    /// The draft with this answer, of the site at this place where a field is of one (which is
    /// there then, with those before it). The same draft where the order does not ask for it, or
    /// where the value says nothing.
    #[must_use]
    pub fn with_field(
        mut self,
        field: &Field,
        site: usize,
        value: &str,
        order: &Order,
        caps: &Capabilities,
    ) -> Self {
        if value.is_empty() || !field.is_asked_of(order, caps) {
            return self;
        }
        if field.is_of_site() {
            give_site(self.site(site), field, value);
            return self;
        }
        let (calling, transfer) = (&mut self.calling, &mut self.transfer);
        let place = match field {
            Field::LocationName => &mut calling.location_name,
            Field::LocationCountry => &mut calling.country,
            Field::Street1 => &mut calling.address.street1,
            Field::Street2 => &mut calling.address.street2,
            Field::City => &mut calling.address.city,
            Field::State => &mut calling.address.state,
            Field::PostalCode => &mut calling.address.postal_code,
            Field::LocationTimeZone => &mut calling.time_zone,
            Field::AnnouncementLanguage => &mut calling.announcement_language,
            Field::EmailLanguage => &mut calling.email_language,
            Field::SipName => &mut calling.sip_name,
            Field::ContactCenterCountry => &mut self.contact_center.country,
            Field::TransferCode => &mut transfer.code,
            Field::CurrentSite => &mut transfer.current_site,
            Field::When => return self.with_answer(&Question::When, value, order, caps),
            _ => return self,
        };
        value.clone_into(place);
        self
    }

    fn site(&mut self, index: usize) -> &mut SiteDraft {
        let sites = &mut self.meetings.sites;
        if sites.len() <= index {
            if !sites.is_empty() {
                // What was given out over other sites says nothing about these.
                for site in sites.iter_mut() {
                    site.licenses.clear();
                }
            }
            sites.resize_with(index + 1, SiteDraft::default);
        }
        &mut sites[index]
    }

    /// What this draft answers, as a cell says it; empty when nothing.
    #[must_use]
    pub fn field(&self, field: &Field, site: usize, order: &Order) -> String {
        let calling = &self.calling;
        let of_site = |say: fn(&SiteDraft) -> String| {
            let site = self.meetings.sites.get(site);
            site.map(say).unwrap_or_default()
        };
        match field {
            Field::When => self.when_of_all(order),
            Field::SiteName => of_site(|site| site.name.clone()),
            Field::SiteTimeZone => of_site(|site| site.time_zone.clone()),
            Field::SiteEarlyRelease => of_site(|site| yes_or_no(site.early_release)),
            Field::SiteManagedIn => of_site(|site| site.managed_in.to_string()),
            Field::LocationName => calling.location_name.clone(),
            Field::LocationCountry => calling.country.clone(),
            Field::Street1 => calling.address.street1.clone(),
            Field::Street2 => calling.address.street2.clone(),
            Field::City => calling.address.city.clone(),
            Field::State => calling.address.state.clone(),
            Field::PostalCode => calling.address.postal_code.clone(),
            Field::LocationTimeZone => calling.time_zone.clone(),
            Field::AnnouncementLanguage => calling.announcement_language.clone(),
            Field::EmailLanguage => calling.email_language.clone(),
            Field::SipName => calling.sip_name.clone(),
            Field::ContactCenterCountry => self.contact_center.country.clone(),
            Field::TransferCode => self.transfer.code.clone(),
            Field::CurrentSite => self.transfer.current_site.clone(),
            Field::Unknown(_) => String::new(),
        }
    }

    /// Now or later, where all services start alike.
    fn when_of_all(&self, order: &Order) -> String {
        let mut all = order
            .lines
            .iter()
            .filter_map(|line| self.when_of(&line.service));
        let first = all.next();
        match first {
            Some(when) if all.all(|other| other == when) => when.to_string(),
            _ => String::new(),
        }
    }
}

fn give_site(site: &mut SiteDraft, field: &Field, value: &str) {
    match field {
        Field::SiteName => value.clone_into(&mut site.name),
        Field::SiteTimeZone => value.clone_into(&mut site.time_zone),
        Field::SiteEarlyRelease if matches!(value, "yes" | "no") => {
            site.early_release = Some(value == "yes");
        }
        Field::SiteManagedIn if ManagedIn::KNOWN.contains(&ManagedIn::from(value)) => {
            site.managed_in = ManagedIn::from(value);
        }
        _ => {}
    }
}

fn yes_or_no(answer: Option<bool>) -> String {
    match answer {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{
        preset::changes,
        testing::{OrderBuilder, capabilities},
    };

    /// A value that each field takes.
    fn sample(field: &Field) -> &'static str {
        match field {
            Field::When => "later",
            Field::SiteEarlyRelease => "yes",
            Field::SiteManagedIn => "site_administration",
            Field::LocationCountry | Field::ContactCenterCountry => "FR",
            _ => "Europe/Paris",
        }
    }

    #[test]
    fn each_field_changes_one_place_and_reads_back_what_was_given() {
        let (order, caps) = (OrderBuilder::usual().build(), capabilities());
        let before = Draft::prefilled(&order, &caps);
        for field in Field::KNOWN {
            let value = sample(field);
            let after = before.clone().with_field(field, 0, value, &order, &caps);
            if !field.is_asked_of(&order, &caps) {
                assert_eq!(after, before, "{field} is not asked for");
                continue;
            }
            let changed = changes(&before, &after);
            let services = order.services_to_set_up(&caps).len();
            let places = if *field == Field::When { services } else { 1 };
            assert_eq!(changed.len(), places, "{field}: {changed:?}");
            assert_eq!(after.field(field, 0, &order), value, "{field}");
            let emptied = after.clone().with_field(field, 0, "", &order, &caps);
            assert_eq!(emptied, after, "an empty cell of {field} changes nothing");
        }
    }

    #[test]
    fn what_a_field_cannot_hold_changes_nothing() {
        let (order, caps) = (OrderBuilder::usual().build(), capabilities());
        let before = Draft::prefilled(&order, &caps);
        for (field, value) in [
            ("when", "some day"),
            ("site_early_release", "perhaps"),
            ("site_managed_in", "nowhere"),
            ("shoe_size", "44"),
            ("transfer_code", "ABC"),
        ] {
            let after = before
                .clone()
                .with_field(&Field::from(field), 0, value, &order, &caps);
            assert_eq!(after, before, "{field} = {value}");
        }
    }

    #[test]
    fn a_second_site_comes_with_its_first_answer_and_licences_are_given_out_anew() {
        let (order, caps) = (OrderBuilder::usual().build(), capabilities());
        let mut draft = Draft::prefilled(&order, &caps);
        let line = order.lines[0].id.clone();
        draft.meetings.sites[0].licenses.insert(line, 5);
        let after = draft.with_field(&Field::SiteName, 1, "second-meet", &order, &caps);
        assert_eq!(after.meetings.sites.len(), 2);
        assert_eq!(after.field(&Field::SiteName, 1, &order), "second-meet");
        assert_eq!(after.field(&Field::SiteName, 2, &order), "");
        assert!(
            after
                .meetings
                .sites
                .iter()
                .all(|site| site.licenses.is_empty())
        );
    }
}
