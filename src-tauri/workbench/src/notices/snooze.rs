//! Putting notices off: of one order, or all of them, until later today, tomorrow or a day.

use jiff::{
    SignedDuration, Span, Timestamp,
    civil::{Time, time},
    tz::TimeZone,
};
use turnup_domain::OrderId;
use turnup_store::{Store, Telling};

use super::{
    ABOUT,
    plan::{LAST, Last, SILENT, snooze_key, told_key},
};
use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    journal::record,
    order_page::{page, stored},
    views::OrderView,
    workbench::now,
};

/// Later today is so much later.
const LATER: SignedDuration = SignedDuration::from_hours(3);
/// On another day it is at this time of the operator's clock.
const MORNING: Time = time(9, 0, 0, 0);
/// Years in advance.
const FURTHEST: i64 = 1;

impl Workbench {
    /// Says nothing of an order until `later` (today), `tomorrow` or a day (`YYYY-MM-DD`), then
    /// tells where it stands; none tells of it again from now on.
    ///
    /// # Errors
    /// `snooze_day` when that is not ahead, or more than a year away.
    pub async fn snooze(&self, id: &str, until: Option<&str>) -> Outcome<OrderView> {
        let order_id = OrderId::from(id);
        let until = until
            .map(|until| instant(until, now(), TimeZone::system()))
            .transpose()?;
        let operator = self.session()?.operator_email();
        let view = self
            .with_store(move |store| {
                stored(store, &order_id)?;
                put_off(store, &order_id, until)?;
                match until.map(|until| until.to_string()) {
                    Some(until) => {
                        let until = [("until", until.as_str())];
                        record(store, &order_id, &operator, "snoozed", &until)?;
                    }
                    None => record(store, &order_id, &operator, "snooze_dropped", &[])?,
                }
                page(store, &order_id)
            })
            .await?;
        self.order_changed(id).await;
        Ok(view)
    }

    /// Shows no notice at all until then, and tells the last one again; none shows them from now
    /// on. Answers until when.
    ///
    /// # Errors
    /// `snooze_day` as for one order.
    pub async fn silence(&self, until: Option<&str>) -> Outcome<Option<String>> {
        let until = until
            .map(|until| instant(until, now(), TimeZone::system()))
            .transpose()?;
        self.with_store(move |store| {
            let until = until.map(|until| until.to_string());
            let mut telling = Telling::default();
            telling.settings.insert(SILENT.to_owned(), until.clone());
            if until.is_some() {
                let last = store.setting(LAST)?;
                let last = last.and_then(|last| serde_json::from_str::<Last>(&last).ok());
                for id in last.into_iter().flat_map(|last| last.orders) {
                    forget(&mut telling, &OrderId::from(id.as_str()));
                }
            }
            store.tell(&telling)?;
            Ok(until)
        })
        .await
    }

    /// Until when no notice is shown, when that is ahead.
    pub async fn silent_until(&self) -> Outcome<Option<String>> {
        self.with_store(|store| Ok(ahead(store.setting(SILENT)?)))
            .await
    }
}

/// Until when nothing is said of an order, when that is ahead.
pub(crate) fn snoozed_until(store: &Store, id: &OrderId) -> Outcome<Option<String>> {
    Ok(ahead(store.setting(&snooze_key(id))?))
}

fn ahead(until: Option<String>) -> Option<String> {
    until.filter(|until| until.parse().is_ok_and(|until: Timestamp| until > now()))
}

/// Puts an order off: what was told of it is told again then.
pub(super) fn put_off(store: &Store, id: &OrderId, until: Option<Timestamp>) -> Outcome<()> {
    let mut telling = Telling::default();
    if until.is_some() {
        forget(&mut telling, id);
    }
    let until = until.map(|until| until.to_string());
    telling.settings.insert(snooze_key(id), until);
    Ok(store.tell(&telling)?)
}

/// Whatever was told of an order is told again.
fn forget(telling: &mut Telling, id: &OrderId) {
    telling.deadlines.push((id.clone(), None));
    let keys = ABOUT.iter().map(|about| told_key(about, id));
    telling.settings.extend(keys.map(|key| (key, None)));
}

/// When it is `later`, `tomorrow`, or the morning of a day.
fn instant(until: &str, now: Timestamp, zone: TimeZone) -> Outcome<Timestamp> {
    let today = now.to_zoned(zone.clone()).date();
    let last = today.saturating_add(Span::new().years(FURTHEST));
    let found = match until {
        "later" => {
            let later = now.checked_add(LATER).ok();
            later.filter(|later| later.to_zoned(zone.clone()).date() == today)
        }
        day => {
            let day = if day == "tomorrow" {
                today.tomorrow().ok()
            } else {
                day.parse().ok()
            };
            let day = day.filter(|day| *day > today && *day <= last);
            day.and_then(|day| day.to_datetime(MORNING).to_zoned(zone).ok())
                .map(|zoned| zoned.timestamp())
        }
    };
    found.ok_or_else(|| {
        Failure::new(codes::SNOOZE_DAY)
            .with("first", today.tomorrow().unwrap_or(today))
            .with("last", last)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_put_off_comes_at_a_time_of_the_operators_day() {
        let madrid = TimeZone::get("Europe/Madrid").unwrap();
        // now, until, expected
        let table = [
            (
                "2026-11-23T09:10:00Z",
                "later",
                Some("2026-11-23T12:10:00Z"),
            ),
            ("2026-11-23T20:30:00Z", "later", None),
            (
                "2026-11-23T09:10:00Z",
                "tomorrow",
                Some("2026-11-24T08:00:00Z"),
            ),
            // The night in which the clocks go back, and the one in which they go forward.
            (
                "2026-10-24T20:00:00Z",
                "tomorrow",
                Some("2026-10-25T08:00:00Z"),
            ),
            (
                "2027-03-27T20:00:00Z",
                "tomorrow",
                Some("2027-03-28T07:00:00Z"),
            ),
            // In Madrid it is the 24th already.
            (
                "2026-11-23T23:30:00Z",
                "tomorrow",
                Some("2026-11-25T08:00:00Z"),
            ),
            ("2026-11-23T23:30:00Z", "2026-11-24", None),
            (
                "2026-11-23T09:10:00Z",
                "2026-12-01",
                Some("2026-12-01T08:00:00Z"),
            ),
            ("2026-11-23T09:10:00Z", "2027-11-24", None),
            ("2026-11-23T09:10:00Z", "2026-02-30", None),
            ("2026-11-23T09:10:00Z", "", None),
        ];
        for (now, until, expected) in table {
            let found = instant(until, now.parse().unwrap(), madrid.clone());
            let found = found
                .map(|at| at.to_string())
                .map_err(|failure| failure.code);
            let expected = expected.map(str::to_owned);
            assert_eq!(found, expected.ok_or("snooze_day".into()), "{now} {until}");
        }
    }
}
