//! What is always there, whatever the seed: the operators' own partner, the order of the
//! guided tour with its three candidates, and an order whose customer has to be created.

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use rusqlite::Connection;
use turnup_domain::{
    LineId, Order, OrderId, OrderNumber, Organization, OrganizationId, ServiceKind, Status,
    order::{Contact, EndCustomer, Line, OrderKind, Person, ServiceProgress},
    organization::{DomainState, ManagedBy, OrganizationDomain, Trial},
};

use super::{
    World,
    directory::{Entry, days_before},
};
use crate::{
    service::{OPERATORS, PARTNER_ID, PARTNER_NAME, calendar_deadline, first_state},
    storage::{
        names::{self, NameKind},
        organizations::Member,
    },
};

/// The operator of the demonstration.
pub const ANA: &str = OPERATORS[0].email;
/// A colleague of hers.
pub const LUIS: &str = OPERATORS[1].email;
/// Number of the order of the guided tour: three candidates for its customer.
pub const ZURITA_ORDER: &str = "4410-228290";
/// Number of an order with Meetings only, whose customer has no organization yet.
pub const CREATE_ORDER: &str = "4410-228301";

/// Zone in which the operators' deadlines are read.
pub(super) const ZONE: &str = "Europe/Madrid";

/// Partners of other operators.
pub(super) const OTHER_PARTNERS: &[(&str, &str)] = &[
    ("org_lone_star", "Lone Star Voice"),
    ("org_rheinnetz", "Rhein-Netz Systemhaus GmbH"),
    ("org_sakuranet", "さくらネット株式会社"),
    ("org_nordlys", "Nordlys Kommunikasjon AS"),
];

/// The organizations that are always there.
pub(super) fn organizations(today: Date) -> Vec<Entry> {
    let mut entries = vec![andaluza(today)];
    entries.extend(OTHER_PARTNERS.iter().map(|(id, name)| Entry {
        organization: Organization {
            users: 80,
            active_users: 71,
            last_activity: Some(days_before(today, 2)),
            subscriptions: 1,
            licenses: 90,
            ..blank(id, name, ("", ""), days_before(today, 2_800))
        },
        members: Vec::new(),
        visible: true,
    }));
    entries.extend([zurita(today), zurita_trial(today), zurita_foods(today)]);
    entries
}

/// Whether an organization is one of those that are always there.
pub(super) fn is_fixed(organization: &Organization) -> bool {
    // The drawn ones are numbered.
    !organization
        .id
        .as_str()
        .bytes()
        .any(|byte| byte.is_ascii_digit())
}

fn andaluza(today: Date) -> Entry {
    let member = |email: &str, administrator| Member {
        email: email.to_owned(),
        administrator,
    };
    Entry {
        organization: Organization {
            domains: vec![domain("andaluza.example", DomainState::Claimed)],
            users: 148,
            active_users: 141,
            last_activity: Some(days_before(today, 0)),
            subscriptions: 2,
            licenses: 160,
            revision: 4,
            ..blank(
                PARTNER_ID,
                PARTNER_NAME,
                ("ES", "Sevilla"),
                days_before(today, 3_600),
            )
        },
        members: vec![
            member("direccion@andaluza.example", true),
            member(ANA, false),
            member(LUIS, false),
        ],
        visible: true,
    }
}

fn zurita(today: Date) -> Entry {
    Entry {
        organization: Organization {
            domains: vec![
                domain("zurita.example", DomainState::Claimed),
                domain("zurita-eu.example", DomainState::Verified),
            ],
            users: 236,
            active_users: 212,
            last_activity: Some(days_before(today, 1)),
            subscriptions: 1,
            licenses: 200,
            managed_by: Some(manager(PARTNER_ID, PARTNER_NAME)),
            revision: 12,
            ..blank(
                "org_zurita",
                "Zurita y Compañía",
                ("ES", "Sevilla"),
                date(2019, 3, 4),
            )
        },
        members: vec![
            Member {
                email: "admin@zurita.example".to_owned(),
                administrator: true,
            },
            Member {
                email: "pedro.zurita@zurita.example".to_owned(),
                administrator: false,
            },
        ],
        visible: true,
    }
}

fn zurita_trial(today: Date) -> Entry {
    Entry {
        organization: Organization {
            users: 4,
            last_activity: Some(today.saturating_sub(17.months())),
            trial: Trial::Expired,
            revision: 3,
            ..blank(
                "org_zurita_prueba",
                "Zurita y Cia (prueba)",
                ("ES", "Sevilla"),
                date(2023, 6, 12),
            )
        },
        members: Vec::new(),
        visible: true,
    }
}

fn zurita_foods(today: Date) -> Entry {
    let (id, name) = OTHER_PARTNERS[0];
    Entry {
        organization: Organization {
            domains: vec![domain("zuritafoods.example", DomainState::Verified)],
            users: 61,
            active_users: 58,
            last_activity: Some(days_before(today, 3)),
            subscriptions: 2,
            licenses: 70,
            managed_by: Some(manager(id, name)),
            revision: 7,
            ..blank(
                "org_zurita_foods",
                "Zurita Foods Inc.",
                ("US", "Austin"),
                date(2021, 1, 19),
            )
        },
        members: vec![Member {
            email: "it@zuritafoods.example".to_owned(),
            administrator: true,
        }],
        visible: true,
    }
}

fn date(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(Date::ZERO)
}

fn domain(name: &str, state: DomainState) -> OrganizationDomain {
    OrganizationDomain {
        name: name.to_owned(),
        state,
    }
}

fn manager(id: &str, name: &str) -> ManagedBy {
    ManagedBy {
        id: OrganizationId::from(id),
        name: name.to_owned(),
    }
}

fn blank(id: &str, name: &str, (country, city): (&str, &str), created: Date) -> Organization {
    Organization {
        id: OrganizationId::from(id),
        revision: 1,
        name: name.to_owned(),
        country: country.to_owned(),
        city: city.to_owned(),
        created: Some(created),
        domains: Vec::new(),
        users: 0,
        active_users: 0,
        last_activity: None,
        subscriptions: 0,
        licenses: 0,
        trial: Trial::None,
        consumer: false,
        managed_by: None,
        extra: BTreeMap::new(),
    }
}

/// Names that are always taken, so that it can be shown.
pub(super) fn take_names(connection: &Connection) -> rusqlite::Result<()> {
    for name in [
        "andaluza",
        "zuritafoods",
        "zurita-eu",
        "taken",
        "demo",
        "acme",
    ] {
        names::take(connection, NameKind::Site, name, "")?;
    }
    ["andaluza", "zuritafoods", "taken", "demo", "acme"]
        .iter()
        .try_for_each(|name| names::take(connection, NameKind::Sip, name, ""))
}

/// The orders that are always there, before the drawn ones.
pub(super) fn orders(world: &World<'_>) -> Vec<Order> {
    let zurita = Order {
        lines: vec![
            line(1, ServiceKind::Meetings, "Webex Meetings, named user", 250),
            line(
                2,
                ServiceKind::Messaging,
                "Webex Messaging, named user",
                250,
            ),
            line(3, ServiceKind::Calling, "Webex Calling, Professional", 180),
            line(4, ServiceKind::Calling, "Webex Calling, Workspace", 24),
        ],
        ..awaiting(
            world,
            ("ord_0000zurita", ZURITA_ORDER, "Sub-ES77190"),
            ("A-FLEX", 4),
            customer(
                "Zurita y Compañía, S.L.",
                "maria.zurita@zurita.example",
                "Sevilla",
            ),
        )
    };
    let guadaira = Order {
        lines: vec![line(
            1,
            ServiceKind::Meetings,
            "Webex Meetings, named user",
            25,
        )],
        ..awaiting(
            world,
            ("ord_0000guadaira", CREATE_ORDER, "Sub-ES77204"),
            ("A-WX-MTG", 9),
            customer(
                "Talleres Guadaíra, S.L.",
                "direccion@talleres-guadaira.example",
                "Alcalá de Guadaíra",
            ),
        )
    };
    [zurita, guadaira].map(with_services).to_vec()
}

fn customer(company: &str, email: &str, city: &str) -> EndCustomer {
    EndCustomer {
        company: company.to_owned(),
        email: Some(email.to_owned()),
        country: "ES".to_owned(),
        city: city.to_owned(),
    }
}

pub(super) fn line(id: u32, service: ServiceKind, name: &str, quantity: u32) -> Line {
    Line {
        id: LineId::new(id.to_string()),
        service,
        name: name.to_owned(),
        quantity,
        pending_quantity: None,
        term_months: Some(36),
    }
}

/// An order whose e-mail went out so many days ago, to Ana.
fn awaiting(
    world: &World<'_>,
    (id, number, subscription): (&str, &str, &str),
    (offer, days_ago): (&str, u32),
    end_customer: EndCustomer,
) -> Order {
    let sent_on = days_before(world.now.to_zoned(TimeZone::UTC).date(), days_ago);
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    Order {
        id: OrderId::from(id),
        number: OrderNumber::from(number),
        subscription: subscription.to_owned(),
        kind: OrderKind::New,
        offer: offer.to_owned(),
        status: Status::AwaitingDetails,
        revision: 7,
        sequence: 0,
        requested_start: Some(sent_on),
        mail_sent_at: morning(sent_on),
        closes_at: calendar_deadline(sent_on, offer, &zone, world.capabilities),
        contact: contact(0),
        seller: Some(seller()),
        can_resend: true,
        assignee: None,
        note: String::new(),
        end_customer,
        lines: Vec::new(),
        mapping: None,
        services: Vec::new(),
        operation: None,
        review: None,
        extra: BTreeMap::new(),
    }
}

/// One of the operators as the provisioning contact.
pub(super) fn contact(operator: usize) -> Contact {
    let operator = OPERATORS[operator % OPERATORS.len()];
    Contact {
        email: operator.email.to_owned(),
        name: operator.name.to_owned(),
        time_zone: Some(ZONE.to_owned()),
        frozen: false,
    }
}

fn seller() -> Person {
    Person {
        name: "Lucía Ferrer".to_owned(),
        email: "pedidos@andaluza.example".to_owned(),
    }
}

/// 08:12 of a day.
pub(super) fn morning(day: Date) -> Option<Timestamp> {
    day.at(8, 12, 0, 0)
        .to_zoned(TimeZone::UTC)
        .ok()
        .map(|zoned| zoned.timestamp())
}

/// The same order with a row for each kind of service on its lines.
pub(super) fn with_services(mut order: Order) -> Order {
    for line in &order.lines {
        if !order
            .services
            .iter()
            .any(|service| service.kind == line.service)
        {
            order.services.push(ServiceProgress {
                kind: line.service.clone(),
                state: first_state(&line.service),
                setup: None,
                problems: Vec::new(),
            });
        }
    }
    order
}
