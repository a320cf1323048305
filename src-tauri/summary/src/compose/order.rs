//! The order itself, its people, and to whom it was handed over.

use turnup_domain::{
    draft::CompletedBy,
    order::{Person, Status},
};

use super::Desk;
use crate::{
    document::{Block, Fact, Section, Text, Tone},
    words::Clock,
};

/// Dates and state; the number stands above everything else.
pub(super) fn order_section(desk: &Desk<'_>) -> Section {
    let order = desk.order;
    let kind = desk.words.code("order-kind", order.kind.as_str());
    let status = desk.words.code("summary-status", order.status.as_str());
    let mut facts = vec![
        Fact::new(
            desk.say("summary-status"),
            Text::words(status).toned(tone(&order.status)).bold(),
        ),
        Fact::of(desk.say("summary-closes"), closes(desk)),
        desk.fact("summary-subscription", &order.subscription),
        desk.told("summary-kind", kind),
        desk.fact("summary-offer", &order.offer),
    ];
    if let Some(day) = order.requested_start {
        facts.push(desk.told("summary-requested-start", desk.clock.day(day)));
    }
    if let Some(sent) = order.mail_sent_at {
        facts.push(desk.told("summary-mail-sent", desk.clock.moment(sent)));
    }
    let assignee = desk.value_or(
        order.assignee.as_deref().unwrap_or_default(),
        "summary-nobody",
    );
    facts.push(Fact::new(desk.say("summary-assignee"), assignee));
    facts.extend(completed_by(desk));
    desk.section("summary-order", vec![Block::Facts(facts)])
}

/// The deadline in the contact's zone, and which zone that is.
fn closes(desk: &Desk<'_>) -> Vec<Text> {
    let Some(closes_at) = desk.order.closes_at else {
        return vec![Text::words(desk.say("summary-no-deadline")).toned(Tone::Muted)];
    };
    let zone = desk.order.contact.time_zone.as_deref();
    let clock = Clock::named(desk.words, zone, desk.zone);
    vec![
        Text::words(clock.moment(closes_at)).bold(),
        Text::words(clock.zone_at(closes_at)).toned(Tone::Muted),
    ]
}

fn completed_by(desk: &Desk<'_>) -> Option<Fact> {
    let recorded = desk.order.mapping.as_ref().map(|mapping| {
        if mapping.own_company {
            CompletedBy::OwnCompany
        } else {
            CompletedBy::ForCustomer
        }
    });
    let drafted = desk.draft.and_then(|draft| draft.completed_by.clone());
    let by = recorded.or(drafted)?;
    Some(desk.told(
        "summary-completed-by",
        desk.words.code("summary-completed-by", by.as_str()),
    ))
}

fn tone(status: &Status) -> Tone {
    match status {
        Status::Provisioned => Tone::Good,
        Status::ProvisionedWithErrors | Status::AwaitingApproval | Status::Deferred => Tone::Mind,
        Status::Failed | Status::Closed | Status::Cancelled => Tone::Bad,
        Status::Provisioning | Status::Mapped => Tone::Info,
        Status::AwaitingDetails
        | Status::CustomerSetsUp
        | Status::HandedOver
        | Status::Unknown(_) => Tone::Plain,
    }
}

/// Contact, seller and end customer.
pub(super) fn people_section(desk: &Desk<'_>) -> Section {
    let contact = &desk.order.contact;
    let mut lines = named(&contact.name, &contact.email);
    if let Some(zone) = &contact.time_zone {
        let words = desk
            .words
            .say_with("summary-contact-zone", &[("zone", zone)]);
        lines.push(Text::words(words).toned(Tone::Muted));
    }
    if contact.frozen {
        lines.push(Text::words(desk.say("summary-contact-final")).toned(Tone::Muted));
    }
    let facts = vec![
        Fact::of(desk.say("summary-contact"), lines),
        Fact::of(
            desk.say("summary-seller"),
            seller(desk, desk.order.seller.as_ref()),
        ),
        Fact::of(desk.say("summary-end-customer"), end_customer(desk)),
    ];
    desk.section("summary-people", vec![Block::Facts(facts)])
}

fn seller(desk: &Desk<'_>, seller: Option<&Person>) -> Vec<Text> {
    match seller {
        Some(person) => named(&person.name, &person.email),
        None => vec![Text::words(desk.say("summary-none")).toned(Tone::Muted)],
    }
}

fn end_customer(desk: &Desk<'_>) -> Vec<Text> {
    let customer = &desk.order.end_customer;
    let mut lines = named(
        &customer.company,
        customer.email.as_deref().unwrap_or_default(),
    );
    if !customer.city.is_empty() {
        lines.push(Text::value(customer.city.as_str()));
    }
    if !customer.country.is_empty() {
        lines.push(desk.country(&customer.country));
    }
    lines
}

/// A name over an address; what is empty is left out.
fn named(name: &str, email: &str) -> Vec<Text> {
    let name = (!name.trim().is_empty()).then(|| Text::value(name).bold());
    let email = (!email.trim().is_empty()).then(|| Text::value(email));
    name.into_iter().chain(email).collect()
}

/// To whom the order was handed over, when the draft says so.
pub(super) fn handover_section(desk: &Desk<'_>) -> Option<Section> {
    let draft = desk.draft?;
    if draft.completed_by != Some(CompletedBy::SomeoneElse) {
        return None;
    }
    let email = desk.value_or(&draft.handover.email, "summary-not-answered");
    let mut facts = vec![Fact::new(desk.say("summary-handover"), email)];
    if !draft.handover.note.trim().is_empty() {
        facts.push(
            desk.fact("summary-handover-note", &draft.handover.note)
                .wide(),
        );
    }
    Some(desk.section("summary-handover", vec![Block::Facts(facts)]))
}
