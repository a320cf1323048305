//! The lines of the subscription, and what was answered for Calling and Contact Center.

use turnup_domain::{
    ServiceKind,
    intent::{Address, When},
    order::{Line, ServiceState},
};

use super::{Desk, answers::LocationAnswer};
use crate::{
    document::{Block, Column, Fact, Row, Section, Table, Text, Tone},
    words::number,
};

/// Every line of the order.
pub(super) fn lines_section(desk: &Desk<'_>) -> Section {
    let lines = &desk.order.lines;
    let pending = lines.iter().any(|line| line.pending_quantity.is_some());
    let terms = lines.iter().any(|line| line.term_months.is_some());
    let mut columns = vec![
        Column::text(desk.say("summary-line")),
        Column::text(desk.say("summary-service")),
        Column::text(desk.say("summary-line-name")),
        Column::number(desk.say("summary-quantity")),
    ];
    if pending {
        columns.push(Column::number(desk.say("summary-pending")));
    }
    if terms {
        columns.push(Column::number(desk.say("summary-term")));
    }
    columns.push(Column::text(desk.say("summary-state")));
    let rows = lines
        .iter()
        .map(|line| line_row(desk, line, pending, terms))
        .collect();
    desk.section("summary-lines", vec![Block::Table(Table { columns, rows })])
}

fn line_row(desk: &Desk<'_>, line: &Line, pending: bool, terms: bool) -> Row {
    let count = |value: u32| Text::words(number(desk.words, u64::from(value)));
    let mut cells = vec![
        Text::value(line.id.as_str()),
        Text::words(service_name(desk, &line.service)),
        Text::value(&line.name),
        count(line.quantity),
    ];
    if pending {
        cells.push(line.pending_quantity.map_or_else(|| Text::words(""), count));
    }
    if terms {
        let term = line.term_months.map_or_else(String::new, |months| {
            let months = months.to_string();
            desk.words
                .say_with("summary-months", &[("months", &months)])
        });
        cells.push(Text::words(term));
    }
    cells.push(state(desk, &line.service));
    Row::new(cells)
}

/// How far the line's service is; for one that waits, what the draft asks for.
fn state(desk: &Desk<'_>, kind: &ServiceKind) -> Text {
    let service = desk
        .order
        .services
        .iter()
        .find(|service| service.kind == *kind);
    let state = service.map_or(&ServiceState::NotSetUp, |service| &service.state);
    let waits = matches!(state, ServiceState::NotSetUp | ServiceState::Deferred);
    let drafted = desk.draft.filter(|draft| waits && !draft.customer_sets_up);
    match drafted.and_then(|draft| draft.when_of(kind)) {
        Some(When::Now) => return Text::words(desk.say("summary-set-up-now")),
        Some(When::Later) => return Text::words(desk.say("summary-set-up-later")),
        _ => {}
    }
    let tone = match state {
        ServiceState::Provisioned => Tone::Good,
        ServiceState::Failed => Tone::Bad,
        ServiceState::Deferred => Tone::Mind,
        ServiceState::Provisioning => Tone::Info,
        ServiceState::NotSetUp | ServiceState::Automatic | ServiceState::Unknown(_) => Tone::Plain,
    };
    Text::words(desk.words.code("summary-service-state", state.as_str())).toned(tone)
}

/// The name of a service.
pub(super) fn service_name(desk: &Desk<'_>, kind: &ServiceKind) -> String {
    desk.words.code("service", kind.as_str())
}

/// What a transfer order carries over.
pub(super) fn transfer_section(desk: &Desk<'_>) -> Option<Section> {
    let transfer = &desk.draft?.transfer;
    if transfer.code.is_empty() && transfer.current_site.is_empty() {
        return None;
    }
    let facts = vec![
        desk.fact("summary-transfer-code", &transfer.code),
        desk.fact("summary-transfer-site", &transfer.current_site),
    ];
    Some(desk.section("summary-transfer", vec![Block::Facts(facts)]))
}

/// The head office and the SIP name.
pub(super) fn calling_section(desk: &Desk<'_>) -> Option<Section> {
    let location = desk.location()?;
    let answer = |label: &str, value: &str| {
        Fact::new(
            desk.say(label),
            desk.value_or(value, "summary-not-answered"),
        )
    };
    let name = desk.value_or(&location.name, "summary-not-answered").bold();
    let facts = vec![
        Fact::new(desk.say("summary-location"), name),
        Fact::of(desk.say("summary-address"), address(desk, &location)),
        answer("summary-sip", &sip_address(desk, &location.sip_name)),
        answer("summary-time-zone", &location.time_zone),
        Fact::new(
            desk.say("summary-announcements"),
            language(desk, &location.announcement_language),
        ),
        Fact::new(
            desk.say("summary-emails"),
            language(desk, &location.email_language),
        ),
    ];
    Some(desk.section("summary-calling-location", vec![Block::Facts(facts)]))
}

/// `Spanish (Spain)` for `es_es`; a code that is not of this form stays as it is.
fn language(desk: &Desk<'_>, code: &str) -> Text {
    if code.is_empty() {
        return Text::words(desk.say("summary-not-answered")).toned(Tone::Muted);
    }
    let (language, country) = code.split_once(['_', '-']).unwrap_or((code, ""));
    let Some(name) = desk
        .words
        .find(&format!("language-{}", language.to_lowercase()), &[])
    else {
        return Text::value(code);
    };
    if country.is_empty() {
        return Text::words(name);
    }
    let country = desk.words.country(&country.to_uppercase());
    Text::words(format!("{name} ({country})"))
}

fn sip_address(desk: &Desk<'_>, name: &str) -> String {
    let suffix = desk
        .capabilities
        .map_or(".calls.webex.com", |caps| caps.sip_name.suffix.as_str());
    if name.is_empty() {
        String::new()
    } else {
        format!("{name}{suffix}")
    }
}

/// The address in the order of fields that its country uses.
fn address(desk: &Desk<'_>, location: &LocationAnswer) -> Vec<Text> {
    let rule = desk
        .capabilities
        .and_then(|caps| caps.country(&location.country));
    let Address {
        street1,
        street2,
        city,
        state,
        postal_code,
    } = &location.address;
    let place = |field: &str| rule.and_then(|r| r.order.iter().position(|name| name == field));
    let postal_first = match (place("postal_code"), place("city")) {
        (Some(postal), Some(city)) => postal < city,
        _ => true,
    };
    let filled = |parts: &[&str]| -> Vec<String> {
        parts
            .iter()
            .filter(|part| !part.is_empty())
            .map(|part| (*part).to_owned())
            .collect()
    };
    let town = if postal_first {
        filled(&[&filled(&[postal_code, city]).join(" "), state]).join(", ")
    } else {
        filled(&[city, &filled(&[state, postal_code]).join(" ")]).join(", ")
    };
    let mut lines: Vec<Text> = [street1.as_str(), street2.as_str(), town.as_str()]
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(Text::value)
        .collect();
    if !location.country.is_empty() {
        lines.push(desk.country(&location.country));
    }
    if lines.is_empty() {
        lines.push(Text::words(desk.say("summary-not-answered")).toned(Tone::Muted));
    }
    lines
}

/// The country of operation.
pub(super) fn contact_center_section(desk: &Desk<'_>) -> Option<Section> {
    let country = desk.contact_center()?;
    let facts = vec![Fact::new(
        desk.say("summary-country-of-operation"),
        desk.country(&country),
    )];
    Some(desk.section("summary-contact-center-country", vec![Block::Facts(facts)]))
}

/// Services that are put off.
pub(super) fn later_section(desk: &Desk<'_>) -> Option<Section> {
    let kinds = desk.order.services_with_input();
    let later: Vec<String> = kinds
        .iter()
        .filter(|kind| desk.put_off(kind))
        .map(|kind| service_name(desk, kind))
        .collect();
    if later.is_empty() {
        return None;
    }
    let services = later.join(&desk.say("summary-list-separator"));
    let words = desk
        .words
        .say_with("summary-later-text", &[("services", &services)]);
    Some(desk.section("summary-later", vec![Block::Paragraph(Text::words(words))]))
}
