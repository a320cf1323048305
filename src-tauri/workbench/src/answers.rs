//! The line below a step of the stepper: what was answered there, as a code with values.

use turnup_domain::{
    Draft, Order, OrganizationChoice, draft::CompletedBy, intent::When, steps::StepId,
};

use crate::views::Sentence;

/// What was answered on one step; none when nothing was.
pub fn answer(step: &StepId, order: &Order, draft: &Draft) -> Option<Sentence> {
    match step {
        StepId::Who => who(order, draft),
        StepId::Partner => match &order.mapping {
            Some(mapping) => mapping.partner.as_ref().map(|partner| name(&partner.name)),
            None => choice(&draft.partner),
        },
        StepId::Customer => match &order.mapping {
            Some(mapping) => Some(name(&mapping.customer.name)),
            None => choice(&draft.customer),
        },
        StepId::Subscription => subscription(order, draft),
        StepId::Meetings => {
            let sites = &draft.meetings.sites;
            let first = sites.first().filter(|site| !site.name.is_empty())?;
            Some(Sentence::new(
                "sites",
                &[("name", &first.name), ("count", &sites.len().to_string())],
            ))
        }
        StepId::Calling => {
            let calling = &draft.calling;
            let place = if calling.address.city.is_empty() {
                &calling.location_name
            } else {
                &calling.address.city
            };
            (!place.is_empty()).then(|| {
                Sentence::new(
                    "location",
                    &[("place", place), ("country", &calling.country)],
                )
            })
        }
        StepId::ContactCenter => {
            let country = &draft.contact_center.country;
            (!country.is_empty()).then(|| Sentence::new("country", &[("country", country)]))
        }
        StepId::Review | StepId::Unknown(_) => None,
    }
}

fn who(order: &Order, draft: &Draft) -> Option<Sentence> {
    if let Some(mapping) = &order.mapping {
        let code = if mapping.own_company {
            "own_company"
        } else {
            "for_customer"
        };
        return Some(Sentence::new(code, &[]));
    }
    match draft.completed_by.as_ref()? {
        CompletedBy::SomeoneElse => Some(Sentence::new(
            "someone_else",
            &[("email", &draft.handover.email)],
        )),
        other => Some(Sentence::new(other.as_str(), &[])),
    }
}

fn subscription(order: &Order, draft: &Draft) -> Option<Sentence> {
    let kinds = order.services_with_input();
    let list = |wanted: &When| -> String {
        let chosen: Vec<&str> = kinds
            .iter()
            .filter(|kind| draft.when_of(kind) == Some(wanted))
            .map(turnup_domain::ServiceKind::as_str)
            .collect();
        chosen.join(",")
    };
    let (now, later) = (list(&When::Now), list(&When::Later));
    (!now.is_empty() || !later.is_empty())
        .then(|| Sentence::new("services", &[("now", &now), ("later", &later)]))
}

/// The organization that was chosen, or is to be created.
pub fn choice(choice: &OrganizationChoice) -> Option<Sentence> {
    let code = match choice {
        OrganizationChoice::Create { .. } => "create",
        OrganizationChoice::Undecided | OrganizationChoice::Existing(_) => "name",
    };
    Some(Sentence::new(code, &[("name", choice.name()?)]))
}

fn name(name: &str) -> Sentence {
    Sentence::new("name", &[("name", name)])
}
