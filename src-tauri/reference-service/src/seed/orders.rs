//! The drawn orders: all kinds, all states, deadlines around today.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rusqlite::Connection;
use turnup_domain::{
    Order, OrderId, OrderNumber, ServiceKind, Status,
    order::{Contact, EndCustomer, Line, OrderKind, Person},
    problem::Params,
};

use super::{
    Ledger, World,
    companies::{Company, company, person},
    demo::{self, line, morning, with_services},
    dice::Dice,
    directory::{days_before, has_organization},
    progress,
};
use crate::{
    mail::transfer_words,
    service::calendar_deadline,
    storage::{
        activity::{self, Entry},
        timers::{self, TimerKind},
    },
    transfers,
    words::Language,
};

/// Drawn orders whose letters are written as files, beside the demonstration's own.
const LETTERS: usize = 40;
/// Six-digit numbers from 100000 on.
const NUMBERS: u64 = 900_000;

pub(super) fn fill(
    connection: &Connection,
    world: &World<'_>,
    ledger: &mut Ledger,
) -> rusqlite::Result<Vec<Order>> {
    let mut letters = Vec::new();
    let fixed = demo::orders(world);
    let taken = [demo::ZURITA_ORDER, demo::CREATE_ORDER];
    let zone = TimeZone::get(demo::ZONE).unwrap_or(TimeZone::UTC);
    let drawn = (0_u64..)
        .filter(|index| !taken.contains(&number(world.seed, *index).as_str()))
        .take((world.orders as usize).saturating_sub(fixed.len()))
        .map(|index| draw(world, &zone, index));
    for mut order in fixed.into_iter().take(world.orders as usize).chain(drawn) {
        ledger.add(connection, &mut order)?;
        record(connection, world, &order)?;
        let waits = order.status == Status::AwaitingDetails;
        if waits && letters.len() < LETTERS + taken.len() {
            letters.push(order);
        }
    }
    Ok(letters)
}

/// The number of the order with an index: no two are equal.
fn number(seed: u64, index: u64) -> String {
    let scattered = (index * 7_919 + seed % 1_000 * 13) % NUMBERS;
    format!("{:04}-{:06}", 4_410 + index / NUMBERS, 100_000 + scattered)
}

fn draw(world: &World<'_>, zone: &TimeZone, index: u64) -> Order {
    let mut dice = Dice::new(world.seed, &[5, index]);
    let customer = company(
        world.seed,
        dice.below(world.organizations + world.organizations / 4 + 40),
    );
    let status = dice.weighted(&[
        (220, Status::AwaitingDetails),
        (20, Status::AwaitingApproval),
        (30, Status::Mapped),
        (30, Status::Deferred),
        (30, Status::CustomerSetsUp),
        (4, Status::Provisioning),
        (560, Status::Provisioned),
        (30, Status::ProvisionedWithErrors),
        (10, Status::Failed),
        (26, Status::HandedOver),
        (30, Status::Closed),
        (10, Status::Cancelled),
    ]);
    let offer = dice.pick(&["A-FLEX", "A-FLEX", "A-FLEX-3", "A-WX-MTG", "A-SPK-CC"]);
    let sent_on = sent_on(world, &status, offer, &mut dice);
    let order = Order {
        id: OrderId::new(format!("ord_{index:010}")),
        number: OrderNumber::new(number(world.seed, index)),
        subscription: format!(
            "Sub-{}{:06}",
            customer.place.country,
            100_000 + index % 900_000
        ),
        kind: dice.weighted(&[
            (80, OrderKind::New),
            (6, OrderKind::Transfer),
            (8, OrderKind::Update),
            (6, OrderKind::TrialConversion),
        ]),
        offer: offer.to_owned(),
        status,
        revision: u64::from(dice.between(1, 9)),
        sequence: 0,
        requested_start: Some(sent_on),
        mail_sent_at: morning(sent_on).map(|at| at.min(world.now)),
        closes_at: calendar_deadline(sent_on, offer, zone, world.capabilities),
        contact: contact(&mut dice),
        seller: Some(seller(&mut dice)),
        can_resend: dice.chance(30),
        assignee: dice
            .chance(10)
            .then(|| dice.pick(&[demo::ANA, demo::LUIS]).to_owned()),
        note: note(&mut dice),
        end_customer: end_customer(world, &customer, &mut dice),
        lines: lines(&mut dice),
        mapping: None,
        services: Vec::new(),
        operation: None,
        review: None,
        extra: BTreeMap::new(),
    };
    let known = has_organization(world, customer.index);
    let order = with_changed_counts(with_transfer_code(order));
    progress::brought_to_its_status(with_services(order), &customer, known, &mut dice, world)
}

/// The day of the e-mail, such that the status can be true today.
fn sent_on(world: &World<'_>, status: &Status, offer: &str, dice: &mut Dice) -> Date {
    let today = world.now.to_zoned(TimeZone::UTC).date();
    let days = world.capabilities.days_to_close(offer).unwrap_or(30);
    let ago = match status {
        Status::AwaitingDetails | Status::HandedOver => dice.below(days),
        Status::Provisioning => dice.between(1, days),
        Status::Closed => dice.between(days + 2, days + 200),
        Status::AwaitingApproval | Status::Mapped | Status::Deferred | Status::CustomerSetsUp => {
            dice.between(2, 25)
        }
        _ => dice.between(5, 400),
    };
    days_before(today, ago)
}

/// Ana, her colleague, or the branch whose letters are French.
fn contact(dice: &mut Dice) -> Contact {
    match dice.below(100) {
        0..=74 => demo::contact(0),
        75..=89 => demo::contact(1),
        _ => Contact {
            email: "lyon@andaluza.example".to_owned(),
            name: "Zoé Béranger".to_owned(),
            time_zone: Some("Europe/Paris".to_owned()),
            frozen: false,
        },
    }
}

fn seller(dice: &mut Dice) -> Person {
    let (name, email) = dice.pick(&[
        ("Lucía Ferrer", "pedidos@andaluza.example"),
        ("Óscar Benítez", "oscar.benitez@andaluza.example"),
        ("Nadia Haddad", "nadia.haddad@distribucion.example"),
    ]);
    Person {
        name: name.to_owned(),
        email: email.to_owned(),
    }
}

fn note(dice: &mut Dice) -> String {
    let notes = [
        "Llamar por la mañana; pregunta por Inés.",
        "Asked for the site name twice, no answer yet.",
        "Attend le retour du DSI 🙂",
        "عقد الصيانة منفصل",
    ];
    if dice.chance(12) {
        dice.pick(&notes).to_owned()
    } else {
        String::new()
    }
}

/// The same order with its transfer code in the note, where it carries sites over.
fn with_transfer_code(mut order: Order) -> Order {
    if let Some(code) = transfers::code_of(&order) {
        let zone = order.contact.time_zone.as_deref().unwrap_or_default();
        if !order.note.is_empty() {
            order.note.push('\n');
        }
        let words = transfer_words(Language::of_zone(zone), &code);
        order.note.push_str(&words);
    }
    order
}

/// An update that is not provisioned yet changes how many licences there are.
fn with_changed_counts(mut order: Order) -> Order {
    let waits = order.kind == OrderKind::Update && order.status != Status::Provisioned;
    for line in order.lines.iter_mut().filter(|_| waits) {
        line.pending_quantity = Some(line.quantity + (line.quantity / 5).max(5));
    }
    order
}

fn end_customer(world: &World<'_>, customer: &Company, dice: &mut Dice) -> EndCustomer {
    let who = dice.between(0, 5);
    let somebody = person(world.seed, customer, who);
    let free = dice.pick(&["freemail.example", "post.example"]);
    let email = match dice.below(100) {
        0..=74 => Some(format!("{}@{}", somebody.local, customer.domain)),
        75..=89 => Some(format!("{}@{free}", somebody.local)),
        _ => None,
    };
    EndCustomer {
        company: customer.name.clone(),
        email,
        country: customer.place.country.to_owned(),
        city: customer.city.to_owned(),
    }
}

fn lines(dice: &mut Dice) -> Vec<Line> {
    use ServiceKind::{Calling, ContactCenter, Devices, Meetings, Messaging};
    let users = dice.pick(&[5, 12, 25, 40, 75, 120, 250, 400, 1_200]);
    let meetings = |id| line(id, Meetings, "Webex Meetings, named user", users);
    let messaging = |id| line(id, Messaging, "Webex Messaging, named user", users);
    let professional = |id| {
        line(
            id,
            Calling,
            "Webex Calling, Professional",
            users * 3 / 4 + 1,
        )
    };
    let workspace = |id| line(id, Calling, "Webex Calling, Workspace", users / 10 + 1);
    let agents = |id| {
        line(
            id,
            ContactCenter,
            "Webex Contact Center, Premium agent",
            users / 5 + 1,
        )
    };
    let rooms = |id| line(id, Devices, "Room registration", users / 20 + 1);
    match dice.below(100) {
        0..=31 => vec![meetings(1)],
        32..=46 => vec![meetings(1), messaging(2)],
        47..=71 => vec![meetings(1), messaging(2), professional(3), workspace(4)],
        72..=81 => vec![professional(1)],
        82..=86 => vec![professional(1), agents(2)],
        87..=93 => vec![meetings(1), rooms(2)],
        _ => vec![messaging(1), rooms(2)],
    }
}

/// Activity and timers of a new order.
fn record(connection: &Connection, world: &World<'_>, order: &Order) -> rusqlite::Result<()> {
    let sent = order.mail_sent_at.unwrap_or(world.now);
    let entry = |at: Timestamp, actor, code, intent| Entry {
        order: &order.id,
        at,
        actor,
        code,
        params: Params::new(),
        intent,
    };
    activity::add(connection, &entry(sent, "", "order_received", None))?;
    activity::add(connection, &entry(sent, "", "mail_sent", None))?;
    if let Some(mapping) = &order.mapping {
        let intent = Some(&mapping.intent_id);
        activity::add(
            connection,
            &entry(mapping.at, &mapping.by, "mapped", intent),
        )?;
    }
    if let Some(word) = progress::last_event(&order.status) {
        let at = order
            .operation
            .as_ref()
            .and_then(|operation| operation.ended_at);
        let at = at.or(order.closes_at.filter(|_| order.status == Status::Closed));
        activity::add(connection, &entry(at.unwrap_or(sent), "", word, None))?;
    }
    progress::keep_operation(connection, order, world.now)?;
    match (&order.status, order.closes_at) {
        (Status::AwaitingDetails | Status::HandedOver, Some(at)) => {
            timers::set(connection, &order.id, TimerKind::Deadline, at)
        }
        _ => Ok(()),
    }
}
