//! What a lead wants to see of all orders at once: the days and weeks that are shown, and the
//! store's figures for them.

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};
use turnup_store::{AGES, Closing, Overview, OverviewQuery, Waiting};

use crate::{
    Workbench,
    failure::Outcome,
    views::{
        AgeView, CauseView, ClosingDayView, ClosingView, DraftsAtStepView, OpenOrdersView,
        OrderNameView, OverviewView, ProvisionedView, ProvisionedWeekView, WaitingView,
    },
    workbench::now,
};

/// Days whose closings are shown one by one.
const DAYS: i64 = 28;
/// Weeks of which is shown what was provisioned, this one included.
const WEEKS: i64 = 12;

impl Workbench {
    /// The figures over all orders, now and here.
    pub async fn read_overview(&self) -> Outcome<OverviewView> {
        self.with_store(|store| {
            let frame = Calendar::at(now(), TimeZone::system());
            let overview = store.overview(&frame.query())?;
            Ok(view(&frame, overview))
        })
        .await
    }
}

/// The days and weeks around an instant, in the operator's zone.
struct Calendar {
    now: Timestamp,
    zone: TimeZone,
    today: Date,
}

impl Calendar {
    fn at(now: Timestamp, zone: TimeZone) -> Self {
        let today = now.to_zoned(zone.clone()).date();
        Self { now, zone, today }
    }

    fn last_day(&self) -> Date {
        later(self.today, DAYS - 1)
    }

    /// The Mondays on which weeks begin; the last one is the next.
    fn mondays(&self) -> Vec<Date> {
        let since = i64::from(self.today.weekday().to_monday_zero_offset());
        let monday = later(self.today, -since);
        (1 - WEEKS..=1)
            .map(|week| later(monday, week * 7))
            .collect()
    }

    fn query(&self) -> OverviewQuery {
        let begins = |day: Date| match day.to_zoned(self.zone.clone()) {
            Ok(begins) => begins.timestamp(),
            // Only at the ends of time.
            Err(_) => self.now,
        };
        OverviewQuery {
            now: self.now,
            last_day: self.last_day(),
            weeks: self.mondays().into_iter().map(begins).collect(),
        }
    }
}

fn later(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days))
}

fn view(calendar: &Calendar, overview: Overview) -> OverviewView {
    let ends = AGES.iter().copied().map(Some).chain([None]);
    OverviewView {
        as_of: calendar.now.to_string(),
        today: calendar.today.to_string(),
        orders: overview.orders,
        ages: std::iter::once(0)
            .chain(AGES)
            .zip(ends)
            .map(|(from, to)| AgeView { from, to })
            .collect(),
        open: overview
            .open
            .iter()
            .map(|open| OpenOrdersView {
                badge: open.badge.clone(),
                by_age: open.by_age.to_vec(),
                age_unknown: open.age_unknown,
                total: open.orders(),
            })
            .collect(),
        closing: closing(calendar, &overview.closing),
        provisioned: ProvisionedView {
            weeks: calendar
                .mondays()
                .into_iter()
                .zip(&overview.provisioned.weeks)
                .map(|(monday, week)| ProvisionedWeekView {
                    from: monday.to_string(),
                    to: later(monday, 6).to_string(),
                    whole: week.whole,
                    with_errors: week.with_errors,
                })
                .collect(),
            undated: overview.provisioned.undated,
        },
        waiting: overview.waiting.into_iter().map(waiting).collect(),
        drafts: overview
            .drafts
            .into_iter()
            .map(|at| DraftsAtStepView {
                step: at.step,
                orders: at.orders,
            })
            .collect(),
        refused: overview
            .refused
            .into_iter()
            .map(|refused| CauseView {
                step: String::new(),
                code: refused.code,
                count: refused.acts,
            })
            .collect(),
        failed: overview
            .failed
            .into_iter()
            .map(|failed| CauseView {
                step: failed.step,
                code: failed.code,
                count: failed.orders,
            })
            .collect(),
    }
}

/// Every day of the four weeks, also those on which nothing closes.
fn closing(calendar: &Calendar, closing: &Closing) -> ClosingView {
    let earliest = closing.days.first().map(|first| first.day);
    let first = earliest.map_or(calendar.today, |day| day.min(calendar.today));
    let mut days = Vec::new();
    let mut day = first;
    while day <= calendar.last_day() {
        let found = closing.days.iter().find(|one| one.day == day);
        days.push(ClosingDayView {
            on: day.to_string(),
            orders: found.map_or(0, |one| one.orders),
        });
        day = later(day, 1);
    }
    ClosingView {
        overdue: closing.overdue,
        days,
        later: closing.later,
    }
}

fn waiting(waiting: Waiting) -> WaitingView {
    let (since, longest) = match waiting.longest {
        Some(longest) => (
            Some(longest.since.to_string()),
            Some(OrderNameView {
                id: longest.order.id.to_string(),
                number: longest.order.number.to_string(),
                customer: longest.order.customer,
            }),
        ),
        None => (None, None),
    };
    WaitingView {
        badge: waiting.badge,
        orders: waiting.orders,
        since,
        longest,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use turnup_store::ClosingDay;

    use super::*;

    fn calendar(now: &str, zone: &str) -> Calendar {
        Calendar::at(now.parse().unwrap(), TimeZone::get(zone).unwrap())
    }

    #[test]
    fn weeks_begin_on_mondays_where_the_operator_is() {
        // A Sunday in UTC, Monday already in Auckland.
        let auckland = calendar("2026-11-22T12:00:00Z", "Pacific/Auckland");
        let madrid = calendar("2026-11-22T12:00:00Z", "Europe/Madrid");
        assert_eq!(auckland.today.to_string(), "2026-11-23");
        for (calendar, first, last, begins) in [
            (auckland, "2026-09-07", "2026-11-30", "2026-09-06T12:00:00Z"),
            (madrid, "2026-08-31", "2026-11-23", "2026-08-30T22:00:00Z"),
        ] {
            let mondays = calendar.mondays();
            assert_eq!(mondays.len(), 13);
            assert_eq!(mondays[0].to_string(), first);
            assert_eq!(mondays[12].to_string(), last);
            assert_eq!(calendar.query().weeks[0].to_string(), begins);
        }
    }

    #[test]
    fn each_of_the_coming_days_is_shown_and_yesterday_while_it_goes_on_somewhere() {
        let calendar = calendar("2026-11-22T12:00:00Z", "Europe/Madrid");
        let closing_on = |days: &[&str]| {
            let days = days.iter().map(|day| ClosingDay {
                day: day.parse().unwrap(),
                orders: 2,
            });
            closing(
                &calendar,
                &Closing {
                    overdue: 1,
                    days: days.collect(),
                    later: 0,
                },
            )
        };
        let none = closing_on(&[]);
        assert_eq!(none.days.len(), 28);
        assert_eq!(none.days[0].on, "2026-11-22");
        assert_eq!(none.days[27].on, "2026-12-19");
        let some = closing_on(&["2026-11-21", "2026-12-19"]);
        assert_eq!(some.days.len(), 29);
        assert_eq!((some.days[0].orders, some.days[28].orders), (2, 2));
        assert_eq!(some.days.iter().map(|day| day.orders).sum::<u32>(), 4);
    }
}
