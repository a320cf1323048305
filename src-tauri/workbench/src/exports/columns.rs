//! The columns of an exported list: always these, in this sequence, so that what somebody builds
//! on a table works with the next one. Which rows there are is not decided here.

use std::borrow::Cow;

use jiff::Timestamp;
use turnup_domain::{
    ServiceKind,
    state::{deadline_of, zone_named},
};
use turnup_store::Walked;

use super::{cells::Cell, words::CellWords};
use crate::order_view::badge;

/// What cells are made with.
pub(super) struct Reader {
    pub(super) words: CellWords,
    pub(super) now: Timestamp,
}

/// A column.
pub(super) struct Column {
    /// Of its heading in the catalogue, after `exported-column-`.
    pub(super) id: &'static str,
    /// In characters.
    pub(super) width: u16,
    pub(super) cell: for<'a> fn(&'a Walked<'_>, &'a mut Reader) -> Cell<'a>,
}

macro_rules! columns {
    ($($id:literal $width:literal |$order:ident, $reader:tt| $cell:expr;)+) => {
        &[$(Column {
            id: $id,
            width: $width,
            cell: |$order, $reader| $cell,
        }),+]
    };
}

pub(super) const COLUMNS: &[Column] = columns! {
    "number" 14 |order, _| Cell::text(order.row.number.as_str());
    "company" 32 |order, _| Cell::text(&order.row.customer);
    "city" 16 |order, _| Cell::text(&order.row.city);
    "country" 18 |order, reader| Cell::text(reader.words.country(&order.row.country));
    "country-code" 9 |order, _| Cell::text(&order.row.country);
    "kind" 18 |order, reader| Cell::text(reader.words.code("order-kind", order.facts.kind.as_str()));
    "offer" 12 |order, _| Cell::text(&order.facts.offer);
    "subscription" 16 |order, _| Cell::text(&order.facts.subscription);
    "state" 20 |order, reader| state(order, reader);
    "status" 20 |order, reader| Cell::text(reader.words.code("badge", order.row.status.as_str()));
    "closes" 22 |order, _| moment(order, order.row.closes_at);
    "days-left" 10 |order, reader| days_left(order, reader.now);
    "zone" 18 |order, _| order.row.contact_zone.as_deref().map_or(Cell::Nothing, Cell::text);
    "assignee" 26 |order, _| order.facts.assignee.as_deref().map_or(Cell::Nothing, Cell::text);
    "contact" 20 |order, _| Cell::text(&order.facts.contact.name);
    "contact-email" 28 |order, _| Cell::text(&order.facts.contact.email);
    "customer-email" 28 |order, _| order.facts.end_customer.email.as_deref().map_or(Cell::Nothing, Cell::text);
    "requested-start" 14 |order, _| order.facts.requested_start.map_or(Cell::Nothing, Cell::Day);
    "mail-sent" 22 |order, _| moment(order, order.facts.mail_sent_at);
    "services" 40 |order, reader| services(order, reader);
    "meetings" 12 |order, _| licenses(order, &ServiceKind::Meetings);
    "calling" 12 |order, _| licenses(order, &ServiceKind::Calling);
    "contact-center" 12 |order, _| licenses(order, &ServiceKind::ContactCenter);
    "messaging" 12 |order, _| licenses(order, &ServiceKind::Messaging);
    "devices" 12 |order, _| licenses(order, &ServiceKind::Devices);
};

/// The word that the list shows.
fn state<'a>(order: &'a Walked<'_>, reader: &'a mut Reader) -> Cell<'a> {
    let position = (
        order.row.step_number.unwrap_or(1),
        order.row.step_count.unwrap_or(1),
    );
    let badge = badge(&order.row.status, &order.row.local_state, position);
    Cell::text(reader.words.code("badge", &badge.code))
}

fn moment<'a>(order: &Walked<'_>, at: Option<Timestamp>) -> Cell<'a> {
    at.map_or(Cell::Nothing, |at| {
        Cell::Moment(at, zone_named(order.row.contact_zone.as_deref()))
    })
}

/// Calendar days, as the list counts them.
fn days_left<'a>(order: &Walked<'_>, now: Timestamp) -> Cell<'a> {
    let row = &order.row;
    let zone = row.contact_zone.as_deref();
    let deadline = deadline_of(&row.status, row.closes_at, zone, now);
    deadline
        .days
        .map_or(Cell::Nothing, |days| Cell::Number(i64::from(days)))
}

/// `250 × Webex Meetings; 24 × Webex Calling`, in the order of the lines.
fn services<'a>(order: &'a Walked<'_>, reader: &'a mut Reader) -> Cell<'a> {
    let mut all = String::new();
    for kind in &order.row.services {
        if !all.is_empty() {
            all.push_str("; ");
        }
        if let Some(licenses) = sum(order, kind) {
            all.push_str(&licenses.to_string());
            all.push_str(" × ");
        }
        all.push_str(reader.words.code("service", kind));
    }
    Cell::Text(Cow::Owned(all))
}

fn licenses<'a>(order: &Walked<'_>, kind: &ServiceKind) -> Cell<'a> {
    sum(order, kind.as_str()).map_or(Cell::Nothing, Cell::Number)
}

/// Licences of a kind of service; none when no line is of it.
fn sum(order: &Walked<'_>, kind: &str) -> Option<i64> {
    let of_kind = order
        .facts
        .lines
        .iter()
        .filter(|line| line.service.as_str() == kind);
    of_kind
        .map(|line| i64::from(line.licenses()))
        .reduce(|sum, licenses| sum + licenses)
}
