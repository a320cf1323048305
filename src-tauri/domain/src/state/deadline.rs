//! When an order closes, judged on the calendar of its contact's zone. The zone data is
//! bundled, so that two computers never disagree on a day.

use std::sync::LazyLock;

use jiff::{
    Timestamp, ToSpan,
    civil::Date,
    tz::{TimeZone, TimeZoneDatabase},
};

use crate::{
    open_enum::open_enum,
    order::{Order, Status},
};

static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// No offer stays open longer than ten years, whatever a service says.
const LONGEST_DAYS: u32 = 3_660;

open_enum! {
    /// How pressing a deadline is.
    pub enum Urgency {
        /// It has passed.
        Overdue = "overdue",
        /// In three calendar days at most.
        Soon = "soon",
        /// In seven calendar days at most.
        Near = "near",
        /// Later.
        Far = "far",
        /// Nothing waits for the operator any more, or there is no deadline.
        None = "none",
    }
}

/// When an order closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The instant, as the service says.
    pub closes_at: Option<Timestamp>,
    /// Calendar days from today in the contact's zone; negative when it has passed; `None` when
    /// nothing waits.
    pub days: Option<i32>,
    /// How pressing it is.
    pub urgency: Urgency,
}

/// The deadline of an order at an instant.
#[must_use]
pub fn deadline(order: &Order, now: Timestamp) -> Deadline {
    deadline_of(
        &order.status,
        order.closes_at,
        order.contact.time_zone.as_deref(),
        now,
    )
}

/// The same from the few facts that a list keeps: status, closing instant, the contact's zone
/// (UTC when there is none or an unknown one).
#[must_use]
pub fn deadline_of(
    status: &Status,
    closes_at: Option<Timestamp>,
    contact_zone: Option<&str>,
    now: Timestamp,
) -> Deadline {
    let Some(closing) = closes_at.filter(|_| threatens(status)) else {
        return Deadline {
            closes_at,
            days: None,
            urgency: Urgency::None,
        };
    };
    let zone = zone_named(contact_zone);
    let days = days_between(day(now, &zone), day(closing, &zone));
    let urgency = match days {
        _ if closing < now => Urgency::Overdue,
        ..=3 => Urgency::Soon,
        4..=7 => Urgency::Near,
        _ => Urgency::Far,
    };
    Deadline {
        closes_at,
        days: Some(days),
        urgency,
    }
}

/// The instant at which an order closes, as long as closing still threatens it: a mapped order
/// does not close any more.
#[must_use]
pub fn closing_at(order: &Order) -> Option<Timestamp> {
    order.closes_at.filter(|_| threatens(&order.status))
}

/// The day on which it closes, where its contact is; none when closing threatens it no more.
#[must_use]
pub fn closing_day(order: &Order) -> Option<Date> {
    let zone = zone_named(order.contact.time_zone.as_deref());
    closing_at(order).map(|closing| day(closing, &zone))
}

/// Whether the deadline still closes an order of this status. While an approval is awaited it
/// does: a customer who declines gives the order back as it was.
fn threatens(status: &Status) -> bool {
    matches!(
        status,
        Status::AwaitingDetails | Status::AwaitingApproval | Status::Unknown(_)
    )
}

/// When an order closes whose e-mail went out at `mail_sent_at`: the last second of the day
/// `days` days later in `zone` (UTC when the zone is unknown). Only for an order that is known
/// from its e-mail alone; otherwise the service says it.
#[must_use]
pub fn closes_after_mail(mail_sent_at: Timestamp, days: u32, zone: Option<&str>) -> Timestamp {
    let zone = zone_named(zone);
    day(mail_sent_at, &zone)
        .checked_add(i64::from(days.min(LONGEST_DAYS)).days())
        .ok()
        .and_then(|last| last.at(23, 59, 59, 0).to_zoned(zone).ok())
        .map_or(mail_sent_at, |zoned| zoned.timestamp())
}

/// The zone in which a contact's days are counted: UTC when there is none or an unknown one.
#[must_use]
pub fn zone_named(name: Option<&str>) -> TimeZone {
    name.and_then(|name| ZONES.get(name).ok())
        .unwrap_or(TimeZone::UTC)
}

pub(crate) fn day(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned(zone.clone()).date()
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
