//! What the service accepted, back in the shape of answers, so that it can be shown.

use super::{CallingDraft, ContactCenterDraft, Draft, MeetingsDraft, SiteDraft};
use crate::{
    Capabilities,
    intent::{ServiceSetup, Site},
    order::{Order, ServiceKind},
};

impl Draft {
    /// The same with the accepted set-ups in place of answers to what is not asked any more.
    #[must_use]
    pub fn with_accepted(mut self, order: &Order, caps: &Capabilities) -> Self {
        let asked = order.services_to_set_up(caps);
        for service in &order.services {
            let Some(setup) = service
                .setup
                .as_ref()
                .filter(|_| !asked.contains(&service.kind))
            else {
                continue;
            };
            self.when
                .insert(service.kind.as_str().to_owned(), setup.when.clone());
            match service.kind {
                ServiceKind::Meetings => self.meetings = meetings(setup),
                ServiceKind::Calling => self.calling = calling(setup),
                ServiceKind::ContactCenter => {
                    self.contact_center = ContactCenterDraft {
                        country: setup.country.clone().unwrap_or_default(),
                    };
                }
                _ => {}
            }
        }
        self
    }
}

fn meetings(setup: &ServiceSetup) -> MeetingsDraft {
    let site = |site: &Site| SiteDraft {
        name: site.name.clone(),
        time_zone: site.time_zone.clone(),
        early_release: Some(site.early_release),
        managed_in: site.managed_in.clone(),
        licenses: site.licenses.clone(),
    };
    MeetingsDraft {
        sites: setup.sites.iter().map(site).collect(),
    }
}

fn calling(setup: &ServiceSetup) -> CallingDraft {
    let sip_name = setup.sip_name.clone().unwrap_or_default();
    let Some(location) = setup.location.clone() else {
        return CallingDraft {
            sip_name,
            ..CallingDraft::default()
        };
    };
    CallingDraft {
        location_name: location.name,
        country: location.country,
        address: location.address,
        time_zone: location.time_zone,
        announcement_language: location.announcement_language,
        email_language: location.email_language,
        sip_name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        order::{ServiceState, Status},
        testing::{OrderBuilder, capabilities, complete_draft},
    };

    #[test]
    fn what_was_accepted_is_shown_as_it_was_answered() {
        let caps = capabilities();
        let mut order = OrderBuilder::usual()
            .status(Status::Mapped)
            .service(ServiceKind::Meetings, ServiceState::NotSetUp)
            .service(ServiceKind::Calling, ServiceState::NotSetUp)
            .build();
        let answered = complete_draft(&order);
        let setup = answered.setup(&order, &caps).expect("complete");
        for accepted in setup.expect("something to set up").services {
            for service in &mut order.services {
                if service.kind == accepted.kind {
                    service.setup = Some(accepted.clone());
                }
            }
        }
        // As long as it can still be asked for, the answers are the operator's.
        let open = Draft::default().with_accepted(&order, &caps);
        assert_eq!(open.meetings, MeetingsDraft::default());
        order.status = Status::Provisioning;
        let shown = Draft::default().with_accepted(&order, &caps);
        let names = |draft: &Draft| -> Vec<String> {
            let sites = draft.meetings.sites.iter();
            sites.map(|site| site.name.clone()).collect()
        };
        assert_eq!(names(&shown), names(&answered));
        assert_eq!(shown.calling, answered.calling);
        assert_eq!(shown.when, answered.when);
    }
}
