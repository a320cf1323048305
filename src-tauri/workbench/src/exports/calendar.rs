//! Deadlines as a calendar (RFC 5545): a short event before each order closes, with an alarm a day
//! earlier. Folding and escaping are the library's; what a calendar program could take for the end
//! of a line or for a turn of the writing direction is taken out before.

use std::io::{self, Write};

use chrono::{DateTime, Duration, Utc};
use icalendar::{Alarm, Component, Event, EventLike, Property, Related};
use jiff::Timestamp;
use turnup_domain::{
    Capabilities, Order, Status,
    state::{LocalState, closing_at},
    steps::{StepId, StepProgress, steps},
};
use turnup_store::{ListQuery, Store, StoredOrder};

use super::{
    job::{Step, Stop},
    table::Tabled,
    words::CellWords,
};
use crate::{
    Failure,
    errors::internal,
    failure::codes,
    files::{Unfinished, not_written},
    order_view::draft_of,
};

/// How long before its deadline an event begins.
const MINUTES: i64 = 15;
/// Largest number of a change that calendars read.
const MOST_SEQUENCE: u64 = 0x7fff_ffff;

/// A calendar on its way to a file.
pub(super) struct Calendar {
    file: Unfinished,
    words: CellWords,
    /// Of the service, which makes an order's id one of a kind.
    host: String,
    now: Timestamp,
    written: u32,
}

/// When an order closes that has not closed yet.
pub(super) fn still_closes(order: &Order, now: Timestamp) -> Option<Timestamp> {
    closing_at(order).filter(|at| *at > now)
}

impl Calendar {
    pub(super) fn begin(
        file: Unfinished,
        words: CellWords,
        host: &str,
        now: Timestamp,
    ) -> Result<Self, Stop> {
        let mut calendar = Self {
            file,
            words,
            host: host.to_owned(),
            now,
            written: 0,
        };
        let name = calendar.words.get("exported-calendar");
        let mut head = "BEGIN:VCALENDAR\r\n".to_owned();
        for (key, value) in [
            ("VERSION", "2.0"),
            (
                "PRODID",
                concat!("-//Turnup//Turnup ", env!("CARGO_PKG_VERSION"), "//EN"),
            ),
            ("CALSCALE", "GREGORIAN"),
            ("METHOD", "PUBLISH"),
            ("NAME", &name),
            ("X-WR-CALNAME", &name),
        ] {
            let line: String = Property::new(key, value)
                .try_into()
                .map_err(|problem: std::fmt::Error| internal("a calendar", problem))?;
            head += &line;
        }
        calendar.put(&head)?;
        Ok(calendar)
    }

    /// Every order of a list that is still to close. Fails with `no_deadline` when there is none.
    pub(super) fn of_list(
        mut self,
        store: &Store,
        query: &ListQuery,
        caps: Option<&Capabilities>,
        step: Step<'_>,
    ) -> Result<Tabled, Stop> {
        let (mut looked_at, now) = (0, self.now);
        store.walk(query, |order| {
            looked_at += 1;
            // Most orders of a long list are told apart without their documents.
            if order.row.closes_at.is_some_and(|at| at > now) {
                self.order(&order.stored()?, caps)?;
            }
            step(looked_at, order.total)
        })?;
        if self.written == 0 {
            return Err(Failure::new(codes::NO_DEADLINE).into());
        }
        let left_out = looked_at - self.written;
        self.keep(left_out)
    }

    /// One order; false when nothing closes it any more.
    pub(super) fn order(
        &mut self,
        stored: &StoredOrder,
        caps: Option<&Capabilities>,
    ) -> Result<bool, Stop> {
        let Some(closing) = still_closes(&stored.order, self.now) else {
            return Ok(false);
        };
        let event = self
            .event(stored, closing, caps)
            .try_into_string()
            .map_err(|problem| internal("a calendar", problem))?;
        self.put(&event)?;
        self.written += 1;
        Ok(true)
    }

    /// Ends the calendar and gives its file its name.
    pub(super) fn keep(mut self, left_out: u32) -> Result<Tabled, Stop> {
        self.put("END:VCALENDAR\r\n")?;
        let rows = self.written;
        self.file.keep()?;
        Ok(Tabled { rows, left_out })
    }

    fn put(&mut self, text: &str) -> Result<(), Stop> {
        let written: io::Result<()> = self.file.write_all(text.as_bytes());
        written.map_err(|problem| not_written(self.file.path(), &problem).into())
    }

    fn event(
        &self,
        stored: &StoredOrder,
        closing: Timestamp,
        caps: Option<&Capabilities>,
    ) -> Event {
        let order = &stored.order;
        let (number, company) = (
            one_line(order.number.as_str()),
            one_line(&order.end_customer.company),
        );
        let id = if company.is_empty() {
            "exported-event-nameless"
        } else {
            "exported-event"
        };
        let values = [("number", number.as_str()), ("company", company.as_str())];
        let summary = self.words.with(id, &values);
        let uid = format!("{}@{}", one_line(order.id.as_str()), self.host);
        let sequence = u32::try_from(order.revision.min(MOST_SEQUENCE)).unwrap_or_default();
        let (end, now) = (instant(closing), instant(self.now));
        let alarm = Alarm::display(&summary, (-Duration::days(1), Related::End))
            .append_property(
                Property::new("TRIGGER", "-P1D")
                    .add_parameter("RELATED", "END")
                    .done(),
            )
            .uid(&format!("alarm-{uid}"))
            .timestamp(now)
            .done();
        Event::new()
            .uid(&uid)
            .timestamp(now)
            .sequence(sequence)
            .starts(end - Duration::minutes(MINUTES))
            .ends(end)
            .summary(&summary)
            .description(&self.description(stored, caps))
            // A deadline keeps nobody from being free.
            .add_property("TRANSP", "TRANSPARENT")
            .alarm(alarm)
            .done()
    }

    /// What is missing, and whom it is about.
    fn description(&self, stored: &StoredOrder, caps: Option<&Capabilities>) -> String {
        let order = &stored.order;
        let mut lines = Vec::new();
        lines.extend(self.missing(stored, caps));
        for (id, value) in [
            ("exported-event-subscription", order.subscription.as_str()),
            ("exported-event-contact", order.contact.email.as_str()),
            (
                "exported-event-assignee",
                order.assignee.as_deref().unwrap_or_default(),
            ),
        ] {
            if !value.is_empty() {
                lines.push(self.words.with(id, &[("value", &one_line(value))]));
            }
        }
        lines.join("\n")
    }

    fn missing(&self, stored: &StoredOrder, caps: Option<&Capabilities>) -> Option<String> {
        let order = &stored.order;
        match stored.local_state {
            LocalState::NeedsAttention => return Some(self.words.get("exported-event-attention")),
            LocalState::Sending | LocalState::Queued => {
                return Some(self.words.get("exported-event-queued"));
            }
            LocalState::Draft | LocalState::Clean | LocalState::Unknown(_) => {}
        }
        if order.status == Status::AwaitingApproval {
            return Some(self.words.get("exported-event-approval"));
        }
        let caps = caps?;
        let open: Vec<String> = steps(order, &draft_of(stored, caps), caps)
            .into_iter()
            .filter(|step| step.id != StepId::Review)
            .filter(|step| matches!(step.progress, StepProgress::Current | StepProgress::Todo))
            .map(|step| {
                let id = step.id.as_str().replace('_', "-");
                self.words.get(&format!("wizard-step-{id}"))
            })
            .collect();
        Some(if open.is_empty() {
            self.words.get("exported-event-ready")
        } else {
            self.words
                .with("exported-event-missing", &[("steps", &open.join(", "))])
        })
    }
}

fn instant(at: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp(at.as_second(), 0).unwrap_or_default()
}

/// A text on one line, in its own writing direction.
fn one_line(text: &str) -> String {
    let clean: String = text
        .chars()
        .filter(|c| !turns_text(*c))
        .map(|c| {
            if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
                ' '
            } else {
                c
            }
        })
        .collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Embeddings, overrides and isolates, which reach beyond the text that they stand in.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
