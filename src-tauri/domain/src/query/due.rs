//! Whether an order's dates are those that are asked for, on the calendar of its contact's zone.

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};

use super::{Days, Due};
use crate::{
    order::Status,
    state::{
        Urgency,
        deadline::{day, zone_named},
        deadline_of,
    },
};

/// The dates of an order.
#[derive(Debug, Clone, Copy)]
pub struct Dates<'a> {
    /// Where it stands.
    pub status: &'a Status,
    /// When it closes.
    pub closes_at: Option<Timestamp>,
    /// When its e-mail went out.
    pub mailed_at: Option<Timestamp>,
    /// IANA zone of its contact.
    pub contact_zone: Option<&'a str>,
}

/// Instants, both included; `None` = open on that side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Not before.
    pub from: Option<Timestamp>,
    /// Not after.
    pub to: Option<Timestamp>,
}

/// A calendar day of any zone lies within this of the same day in UTC.
const ANY_ZONE: SignedDuration = SignedDuration::from_hours(27);

impl Due {
    /// Whether an order closes then.
    #[must_use]
    pub fn holds(&self, dates: Dates<'_>, now: Timestamp) -> bool {
        let deadline = deadline_of(dates.status, dates.closes_at, dates.contact_zone, now);
        let Some(days) = deadline.days else {
            return *self == Due::Never;
        };
        let overdue = deadline.urgency == Urgency::Overdue;
        match self {
            Due::Never => false,
            Due::Overdue => overdue,
            Due::In(range) => range.contains(days) && !(overdue && range.from.is_some()),
            Due::Between { from, to } => {
                if overdue && from.is_some() {
                    return false;
                }
                let zone = zone_named(dates.contact_zone);
                let closing = dates.closes_at.map(|at| day(at, &zone));
                closing.is_some_and(|closing| {
                    from.is_none_or(|from| from <= closing) && to.is_none_or(|to| closing <= to)
                })
            }
        }
    }

    /// Between which instants every order closes that is asked for; `None` when the instant does
    /// not decide.
    #[must_use]
    pub fn range(&self, now: Timestamp) -> Option<Range> {
        match self {
            Due::Never => None,
            Due::Overdue => Some(Range {
                from: None,
                to: Some(now),
            }),
            Due::In(days) => Some(around(now, *days)),
            Due::Between { from, to } => Some(Range {
                from: from.and_then(|day| earlier(start_of(day)?)),
                to: to.and_then(|day| later(start_of(day.tomorrow().ok()?)?)),
            }),
        }
    }
}

impl Days {
    /// Whether an order's e-mail went out so many days ago.
    #[must_use]
    pub fn hold_since_mail(self, dates: Dates<'_>, now: Timestamp) -> bool {
        dates.mailed_at.is_some_and(|mailed| {
            let days = now.duration_since(mailed).as_hours().div_euclid(24);
            self.contains(i32::try_from(days).unwrap_or(i32::MAX))
        })
    }

    /// Between which instants every e-mail of that age went out.
    #[must_use]
    pub fn range_of_mail(self, now: Timestamp) -> Range {
        around(
            now,
            Days {
                from: self.to.map(|days| -days),
                to: self.from.map(|days| -days),
            },
        )
    }
}

/// The instants of so many days from now, in any zone.
fn around(now: Timestamp, days: Days) -> Range {
    let day = |days: i32| now.checked_add((i64::from(days) * 24).hours()).ok();
    Range {
        from: days.from.and_then(|days| earlier(day(days)?)),
        to: days.to.and_then(|days| later(day(days)?)),
    }
}

fn start_of(day: Date) -> Option<Timestamp> {
    let zoned = day.to_zoned(TimeZone::UTC).ok()?;
    Some(zoned.timestamp())
}

fn earlier(at: Timestamp) -> Option<Timestamp> {
    at.checked_sub(ANY_ZONE).ok()
}

fn later(at: Timestamp) -> Option<Timestamp> {
    at.checked_add(ANY_ZONE).ok()
}
