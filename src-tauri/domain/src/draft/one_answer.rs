//! One answer given to many drafts: what an order does not ask for stays as it is.

use crate::{
    capabilities::Capabilities,
    draft::Draft,
    intent::When,
    open_enum::open_enum,
    order::{Order, ServiceKind},
};

open_enum! {
    /// An answer that can be the same for many orders.
    pub enum Question {
        /// Now or later, of every service that asks: `now` or `later`.
        When = "when",
        /// IANA zone of every Meetings site.
        MeetingsZone = "meetings_time_zone",
        /// Early release of every Meetings site, which is final: `yes` or `no`.
        EarlyRelease = "early_release",
        /// IANA zone of the Calling location.
        CallingZone = "calling_time_zone",
        /// Such as `en_us`.
        AnnouncementLanguage = "announcement_language",
        /// Such as `en_us`.
        EmailLanguage = "email_language",
        /// Country of operation of Contact Center, ISO 3166-1 alpha-2.
        ContactCenterCountry = "contact_center_country",
    }
}

impl Draft {
    /// The draft with this answer, where the order asks for it; the same draft where it does not,
    /// or where the value says nothing.
    #[must_use]
    pub fn with_answer(
        &self,
        question: &Question,
        value: &str,
        order: &Order,
        caps: &Capabilities,
    ) -> Self {
        let mut after = self.clone();
        let services = order.services_to_set_up(caps);
        let has = |kind: &ServiceKind| services.contains(kind);
        let (meetings, calling) = (has(&ServiceKind::Meetings), has(&ServiceKind::Calling));
        if value.is_empty() {
            return after;
        }
        match question {
            Question::When => {
                let when = When::from(value);
                let given = When::KNOWN.contains(&when);
                for kind in services.iter().filter(|_| given) {
                    after.when.insert(kind.to_string(), when.clone());
                }
            }
            Question::MeetingsZone if meetings => {
                for site in &mut after.meetings.sites {
                    value.clone_into(&mut site.time_zone);
                }
            }
            Question::EarlyRelease if meetings => {
                let early = match value {
                    "yes" => true,
                    "no" => false,
                    _ => return after,
                };
                for site in &mut after.meetings.sites {
                    site.early_release = Some(early);
                }
            }
            Question::CallingZone if calling => value.clone_into(&mut after.calling.time_zone),
            Question::AnnouncementLanguage if calling => {
                value.clone_into(&mut after.calling.announcement_language);
            }
            Question::EmailLanguage if calling => {
                value.clone_into(&mut after.calling.email_language);
            }
            Question::ContactCenterCountry if has(&ServiceKind::ContactCenter) => {
                value.clone_into(&mut after.contact_center.country);
            }
            _ => {}
        }
        after
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::testing::{OrderBuilder, capabilities};

    #[test]
    fn one_answer_changes_what_the_order_asks_for_and_nothing_else() {
        let (order, caps) = (OrderBuilder::usual().build(), capabilities());
        let before = Draft::prefilled(&order, &caps);
        let table = [
            ("when", "later", true),
            ("when", "some day", false),
            ("meetings_time_zone", "Pacific/Chatham", true),
            ("meetings_time_zone", "", false),
            ("early_release", "yes", true),
            ("early_release", "perhaps", false),
            ("calling_time_zone", "Pacific/Chatham", true),
            ("announcement_language", "fr_fr", true),
            ("email_language", "fr_fr", true),
            ("contact_center_country", "FR", false),
            ("completed_by", "someone_else", false),
        ];
        for (question, value, changes) in table {
            let after = before.with_answer(&Question::from(question), value, &order, &caps);
            assert_eq!(after != before, changes, "{question} = {value}");
        }
    }

    #[test]
    fn every_site_gets_the_zone_and_keeps_its_name_and_licences() {
        let (order, caps) = (OrderBuilder::usual().build(), capabilities());
        let mut draft = Draft::prefilled(&order, &caps);
        let mut second = draft.meetings.sites[0].clone();
        "second-meet".clone_into(&mut second.name);
        draft.meetings.sites.push(second);
        let after = draft.with_answer(&Question::MeetingsZone, "Asia/Tokyo", &order, &caps);
        assert!(
            after
                .meetings
                .sites
                .iter()
                .all(|site| site.time_zone == "Asia/Tokyo")
        );
        let names = |draft: &Draft| -> Vec<_> {
            let sites = draft.meetings.sites.iter();
            sites
                .map(|site| (site.name.clone(), site.licenses.clone()))
                .collect()
        };
        assert_eq!(names(&after), names(&draft));
    }
}
