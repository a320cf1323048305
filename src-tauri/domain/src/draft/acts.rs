//! From answers to acts: the bodies that are sent, complete and tidied. An act is only built
//! from a draft in which nothing stands against it.

use std::collections::BTreeMap;

use crate::{
    capabilities::Capabilities,
    draft::{CallingDraft, CompletedBy, Course, Draft, OrganizationChoice, SiteDraft},
    ids::OrderNumber,
    intent::{
        Address, Handover, Location, Mapping, NewOrganization, OrganizationTarget, ServiceSetup,
        Setup, Site, Transfer, When,
    },
    order::{Order, ServiceKind},
    problem::Problem,
    state::Act,
    validation::{self, share, validate_choices, validate_handover, validate_services},
};

impl Draft {
    /// The mapping that these answers ask for. `typed` is the order number as the operator
    /// typed it to confirm. The set-up may still be incomplete: the mapping can go first.
    ///
    /// # Errors
    /// What is missing or wrong; pointers into the draft, `/confirm` for the typed number, and
    /// an empty pointer with the contract's code when the order's status forbids a mapping.
    pub fn mapping(
        &self,
        order: &Order,
        typed: &OrderNumber,
        caps: &Capabilities,
    ) -> Result<Mapping, Vec<Problem>> {
        let mut problems = refused(order, &Act::Map);
        problems.extend(validate_choices(order, self, caps));
        problems.extend(validation::check_confirmation(order, typed.as_str()));
        let course = Course::of(order, self, caps);
        if course.someone_else {
            problems.push(Problem::new("/completed_by", "invalid"));
        }
        let partner = if course.own_company {
            None
        } else {
            target(&self.partner, false)
        };
        match target(&self.customer, true) {
            Some(customer) if problems.is_empty() => Ok(Mapping {
                own_company: course.own_company,
                partner,
                customer,
                customer_sets_up: course.customer_sets_up,
                confirm: order.number.clone(),
            }),
            _ => Err(problems),
        }
    }

    /// The set-up that these answers ask for; `None` when there is none to send, because the
    /// customer sets up or no service of the order asks for input (any more). It may be built
    /// before the mapping is made, to be sent after it.
    ///
    /// # Errors
    /// What is missing or wrong; pointers into the draft.
    pub fn setup(&self, order: &Order, caps: &Capabilities) -> Result<Option<Setup>, Vec<Problem>> {
        let course = Course::of(order, self, caps);
        if course.services.is_empty() {
            return Ok(None);
        }
        let problems = validate_services(order, self, caps);
        if !problems.is_empty() {
            return Err(problems);
        }
        let services = course
            .services
            .iter()
            .map(|kind| self.service(kind, order))
            .collect();
        let transfer = course.transfers.then(|| Transfer {
            code: tidy(&self.transfer.code),
            current_site: tidy(&self.transfer.current_site),
        });
        Ok(Some(Setup { services, transfer }))
    }

    /// The hand-over that these answers ask for.
    ///
    /// # Errors
    /// What is missing or wrong; pointers into the draft, and an empty pointer with the
    /// contract's code when the order's status forbids a hand-over.
    pub fn handover(&self, order: &Order) -> Result<Handover, Vec<Problem>> {
        let handover = Handover {
            email: tidy(&self.handover.email),
            note: tidy(&self.handover.note),
        };
        let mut problems = refused(order, &Act::HandOver);
        if self.completed_by != Some(CompletedBy::SomeoneElse) {
            problems.push(Problem::new("/completed_by", "invalid"));
        }
        let of_body = validate_handover(order, &handover);
        problems.extend(
            of_body
                .iter()
                .map(|problem| validation::in_draft(problem, None)),
        );
        if problems.is_empty() {
            Ok(handover)
        } else {
            Err(problems)
        }
    }

    fn service(&self, kind: &ServiceKind, order: &Order) -> ServiceSetup {
        let when = self.when_of(kind).cloned().unwrap_or(When::Later);
        let mut setup = ServiceSetup {
            kind: kind.clone(),
            when,
            sites: Vec::new(),
            location: None,
            sip_name: None,
            country: None,
        };
        if setup.when != When::Now {
            return setup;
        }
        match kind {
            ServiceKind::Meetings => setup.sites = sites(&self.meetings.sites, order),
            ServiceKind::Calling => {
                setup.location = Some(location(&self.calling));
                setup.sip_name = Some(tidy(&self.calling.sip_name));
            }
            ServiceKind::ContactCenter => {
                setup.country = Some(self.contact_center.country.clone());
            }
            ServiceKind::Messaging | ServiceKind::Devices | ServiceKind::Unknown(_) => {}
        }
        setup
    }
}

/// Why the order's status forbids an act, at the order as a whole.
fn refused(order: &Order, act: &Act) -> Vec<Problem> {
    order
        .status
        .after(act)
        .err()
        .map(|code| Problem::new("", code))
        .into_iter()
        .collect()
}

fn target(choice: &OrganizationChoice, with_administrator: bool) -> Option<OrganizationTarget> {
    match choice {
        OrganizationChoice::Undecided => None,
        OrganizationChoice::Existing(chosen) => {
            let organization = &chosen.candidate.organization;
            Some(OrganizationTarget::Existing {
                organization_id: organization.id.clone(),
                expected_revision: organization.revision,
            })
        }
        OrganizationChoice::Create {
            organization,
            create_anyway,
        } => {
            let admin_email = if with_administrator {
                tidy(&organization.admin_email)
            } else {
                String::new()
            };
            Some(OrganizationTarget::Create {
                create: NewOrganization {
                    name: tidy(&organization.name),
                    vertical: organization.vertical.clone(),
                    country: organization.country.clone(),
                    admin_email,
                },
                create_anyway: *create_anyway,
            })
        }
    }
}

fn sites(drafts: &[SiteDraft], order: &Order) -> Vec<Site> {
    let licenses = |index| -> BTreeMap<_, _> {
        order
            .lines_of(&ServiceKind::Meetings)
            .map(|line| (line.id.clone(), share(drafts, index, line)))
            .collect()
    };
    drafts
        .iter()
        .enumerate()
        .map(|(index, site)| Site {
            name: tidy(&site.name),
            time_zone: site.time_zone.clone(),
            early_release: site.early_release.unwrap_or(false),
            managed_in: site.managed_in.clone(),
            licenses: licenses(index),
        })
        .collect()
}

fn location(calling: &CallingDraft) -> Location {
    let address = &calling.address;
    Location {
        name: tidy(&calling.location_name),
        country: calling.country.clone(),
        address: Address {
            street1: tidy(&address.street1),
            street2: tidy(&address.street2),
            city: tidy(&address.city),
            state: tidy(&address.state),
            postal_code: tidy(&address.postal_code),
        },
        time_zone: calling.time_zone.clone(),
        announcement_language: calling.announcement_language.clone(),
        email_language: calling.email_language.clone(),
    }
}

fn tidy(text: &str) -> String {
    text.trim().to_owned()
}

#[cfg(test)]
#[path = "acts_tests.rs"]
mod tests;
