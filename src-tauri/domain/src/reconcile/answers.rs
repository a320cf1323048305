//! Orders, drafts and acts as flat fields. An order says what the service holds; a draft or an
//! act says only what the operator answered.

use serde::Serialize;
use serde_json::{Value, json};

use super::{Field, Fields};
use crate::{
    draft::{CompletedBy, Draft, OrganizationChoice},
    intent::{Handover, Mapping, OrganizationTarget, ServiceSetup, Setup, When},
    order::{MappedOrganization, Order, ServiceKind, ServiceState},
};

/// What the service holds of an order that an answer can touch or rest on. A review is none of
/// it: it binds nobody, and what a colleague says about a draft is no change of the order.
#[must_use]
pub fn facts(order: &Order) -> Fields {
    let mut fields = Fields::new();
    let customer = &order.end_customer;
    let mut put = |pointer: String, field: Field| {
        fields.insert(pointer, field);
    };
    for line in &order.lines {
        put(
            format!("/lines/{}", line.id),
            Field {
                value: json!([line.service.as_str(), line.licenses()]),
                shown: line.licenses().to_string(),
            },
        );
    }
    for (name, value) in [
        ("company", customer.company.as_str()),
        ("email", customer.email.as_deref().unwrap_or_default()),
        ("country", customer.country.as_str()),
    ] {
        put(format!("/end_customer/{name}"), Field::plain(value));
    }
    put("/contact".to_owned(), Field::plain(&order.contact.email));
    put("/note".to_owned(), Field::plain(&order.note));
    if let Some(mapping) = &order.mapping {
        if let Some(partner) = &mapping.partner {
            put("/partner".to_owned(), mapped(partner));
        }
        put("/customer".to_owned(), mapped(&mapping.customer));
        if mapping.customer_sets_up {
            put("/customer_sets_up".to_owned(), Field::plain("yes"));
        }
    }
    for service in &order.services {
        let untouched = matches!(
            service.state,
            ServiceState::NotSetUp | ServiceState::Automatic
        );
        if !untouched && let Some(setup) = &service.setup {
            put(of_service(&service.kind), set_up(setup));
        }
    }
    fields
}

/// What a draft answers, beyond what the service accepted already.
#[must_use]
pub fn of_draft(draft: &Draft, order: &Order) -> Fields {
    let mut fields = Fields::new();
    if order.mapping.is_none() {
        if draft.completed_by == Some(CompletedBy::SomeoneElse) {
            fields.insert("/handover".to_owned(), Field::plain(&draft.handover.email));
            return fields;
        }
        for (pointer, choice) in [("/partner", &draft.partner), ("/customer", &draft.customer)] {
            if let Some(field) = chosen(choice) {
                fields.insert(pointer.to_owned(), field);
            }
        }
        if draft.customer_sets_up {
            fields.insert("/customer_sets_up".to_owned(), Field::plain("yes"));
        }
    }
    for kind in order.services_with_input() {
        if let Some(field) = answered(draft, &kind) {
            fields.insert(of_service(&kind), field);
        }
    }
    fields
}

/// What a mapping asks for. The names are those that the operator saw, by pointer.
#[must_use]
pub fn of_mapping(mapping: &Mapping, name_of: impl Fn(&str) -> Option<String>) -> Fields {
    let mut fields = Fields::new();
    let mut put = |pointer: &str, target: &OrganizationTarget| {
        let field = match target {
            OrganizationTarget::Existing {
                organization_id, ..
            } => Field {
                value: json!({ "id": organization_id.as_str() }),
                shown: name_of(pointer).unwrap_or_else(|| organization_id.to_string()),
            },
            OrganizationTarget::Create { create, .. } => new(&create.name),
        };
        fields.insert(pointer.to_owned(), field);
    };
    if let Some(partner) = &mapping.partner {
        put("/partner", partner);
    }
    put("/customer", &mapping.customer);
    if mapping.customer_sets_up {
        fields.insert("/customer_sets_up".to_owned(), Field::plain("yes"));
    }
    fields
}

/// What a set-up asks for.
#[must_use]
pub fn of_setup(setup: &Setup) -> Fields {
    let services = setup.services.iter();
    services
        .map(|asked| (of_service(&asked.kind), set_up(asked)))
        .collect()
}

/// What a hand-over asks for.
#[must_use]
pub fn of_handover(handover: &Handover) -> Fields {
    Fields::from([("/handover".to_owned(), Field::plain(&handover.email))])
}

/// What a changed note asks for.
#[must_use]
pub fn of_note(note: &str) -> Fields {
    Fields::from([("/note".to_owned(), Field::plain(note))])
}

fn of_service(kind: &ServiceKind) -> String {
    format!("/services/{kind}")
}

fn mapped(organization: &MappedOrganization) -> Field {
    match &organization.created {
        Some(created) => new(&created.name),
        None => Field {
            value: json!({ "id": organization.id.as_str() }),
            shown: organization.name.clone(),
        },
    }
}

fn chosen(choice: &OrganizationChoice) -> Option<Field> {
    match choice {
        OrganizationChoice::Undecided => None,
        OrganizationChoice::Existing(chosen) => {
            let organization = &chosen.candidate.organization;
            Some(Field {
                value: json!({ "id": organization.id.as_str() }),
                shown: organization.name.clone(),
            })
        }
        OrganizationChoice::Create { organization, .. } => Some(new(&organization.name)),
    }
}

fn new(name: &str) -> Field {
    Field {
        value: json!({ "create": name }),
        shown: name.to_owned(),
    }
}

/// A set-up that is asked for or was accepted. Shown: its sites or its location, else when.
fn set_up(setup: &ServiceSetup) -> Field {
    let sites: Vec<&str> = setup.sites.iter().map(|site| site.name.as_str()).collect();
    let shown = match &setup.location {
        _ if !sites.is_empty() => sites.join(", "),
        Some(location) => location.name.clone(),
        None => setup.when.to_string(),
    };
    Field {
        value: plain(setup),
        shown,
    }
}

/// What a draft says about a service, once anything is typed; a draft may be incomplete, so it
/// never equals what was accepted.
fn answered(draft: &Draft, kind: &ServiceKind) -> Option<Field> {
    let when = draft.when_of(kind);
    if when != Some(&When::Now) {
        return None;
    }
    let (value, shown) = match kind {
        ServiceKind::Meetings => {
            let sites: Vec<&str> = draft
                .meetings
                .sites
                .iter()
                .map(|site| site.name.as_str())
                .filter(|name| !name.is_empty())
                .collect();
            (plain(&draft.meetings), sites.join(", "))
        }
        ServiceKind::Calling => (plain(&draft.calling), draft.calling.location_name.clone()),
        ServiceKind::ContactCenter => (
            plain(&draft.contact_center),
            draft.contact_center.country.clone(),
        ),
        ServiceKind::Messaging | ServiceKind::Devices | ServiceKind::Unknown(_) => return None,
    };
    (!shown.is_empty()).then_some(Field { value, shown })
}

/// As JSON; what cannot be written so equals nothing but another such.
fn plain(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
