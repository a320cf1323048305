//! Reminders of one's own: an order that was put off comes back on a day. They lie beside the
//! settings of the account, so that backups keep them; the service knows nothing of them.

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};
use turnup_domain::OrderId;
use turnup_store::Store;

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    journal::record,
    order_page::{page, stored},
    views::{OrderView, ReminderView},
    workbench::now,
};

/// What the key of a reminder begins with; the order's id follows.
const KEY: &str = "reminder.";
/// Years in advance.
const FURTHEST: i64 = 2;
/// Most reminders that are told at once, the oldest first.
const MOST: usize = 50;

impl Workbench {
    /// Brings an order back to mind on a day (`YYYY-MM-DD`, where the operator is); none forgets it.
    ///
    /// # Errors
    /// `reminder_day` when it is no day, not after today, or more than two years away.
    pub async fn remind(&self, id: &str, on: Option<&str>) -> Outcome<OrderView> {
        let order_id = OrderId::from(id);
        let day = on.map(coming_day).transpose()?;
        let operator = self.session()?.operator_email();
        let view = self
            .with_store(move |store| {
                stored(store, &order_id)?;
                put(store, &order_id, day, &operator)?;
                page(store, &order_id)
            })
            .await?;
        self.order_changed(id).await;
        Ok(view)
    }

    /// What wanted to be remembered by today, the longest due first. Of an order that is over or
    /// not here any more nobody is reminded.
    pub async fn due_reminders(&self) -> Outcome<Vec<ReminderView>> {
        self.with_store(|store| due(store, today())).await
    }
}

/// A day (`YYYY-MM-DD`) on which an order may come back to mind.
pub(crate) fn coming_day(on: &str) -> Outcome<Date> {
    day(on, today())
}

/// Has an order come back to mind on a day, or never; what stood there before.
pub(crate) fn put(
    store: &Store,
    id: &OrderId,
    day: Option<Date>,
    operator: &str,
) -> Outcome<Option<String>> {
    let before = reminder(store, id)?;
    let day = day.map(|day| day.to_string());
    if before != day {
        store.set_setting(&key(id), day.as_deref())?;
        match &day {
            Some(on) => record(store, id, operator, "reminder_set", &[("on", on)])?,
            None => record(store, id, operator, "reminder_dropped", &[])?,
        }
    }
    Ok(before)
}

/// The day on which an order comes back to mind.
pub(crate) fn reminder(store: &Store, id: &OrderId) -> Outcome<Option<String>> {
    Ok(store.setting(&key(id))?)
}

pub(crate) fn due(store: &Store, today: Date) -> Outcome<Vec<ReminderView>> {
    let mut due: Vec<(Date, OrderId)> = store
        .settings_beginning(KEY)?
        .into_iter()
        .filter_map(|(key, on)| Some((on.parse().ok()?, OrderId::from(key.strip_prefix(KEY)?))))
        .filter(|(on, _)| *on <= today)
        .collect();
    due.sort();
    let mut told = Vec::new();
    for (on, id) in due {
        if told.len() == MOST {
            break;
        }
        let Some(order) = store.order(&id)?.map(|stored| stored.order) else {
            continue;
        };
        if order.status.is_open() {
            told.push(ReminderView {
                order_id: id.to_string(),
                number: order.number.to_string(),
                customer: order.end_customer.company,
                on: on.to_string(),
            });
        }
    }
    Ok(told)
}

fn day(on: &str, today: Date) -> Outcome<Date> {
    let last = today.saturating_add(Span::new().years(FURTHEST));
    let day: Option<Date> = on.parse().ok();
    day.filter(|day| *day > today && *day <= last)
        .ok_or_else(|| {
            Failure::new(codes::REMINDER_DAY)
                .with("first", today.tomorrow().unwrap_or(today))
                .with("last", last)
        })
}

/// Where the operator is.
fn today() -> Date {
    day_of(now(), TimeZone::system())
}

fn day_of(at: Timestamp, zone: TimeZone) -> Date {
    at.to_zoned(zone).date()
}

fn key(id: &OrderId) -> String {
    format!("{KEY}{id}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_reminder_is_for_a_day_that_comes() {
        let today = date(2026, 11, 23);
        let table = [
            ("2026-11-24", true),
            ("2028-11-23", true),
            ("2026-11-23", false),
            ("2026-11-22", false),
            ("2028-11-24", false),
            ("9999-12-31", false),
            ("2027-02-29", false),
            ("tomorrow", false),
            ("", false),
        ];
        for (on, expected) in table {
            match day(on, today) {
                Ok(day) => assert!(expected && day.to_string() == on, "{on}"),
                Err(failure) => {
                    assert!(!expected, "{on}");
                    assert_eq!(failure.code, codes::REMINDER_DAY);
                    assert_eq!(failure.params["first"], "2026-11-24");
                }
            }
        }
    }

    #[test]
    fn the_day_is_the_operators() {
        let late: Timestamp = "2026-11-23T23:30:00Z".parse().unwrap();
        let madrid = TimeZone::get("Europe/Madrid").unwrap();
        assert_eq!(day_of(late, madrid), date(2026, 11, 24));
        assert_eq!(day_of(late, TimeZone::UTC), date(2026, 11, 23));
    }

    #[test]
    fn what_is_due_is_told_until_its_order_is_over() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("orders.db")).unwrap();
        let today = date(2026, 11, 23);
        for (id, status, on) in [
            ("ord_1", "deferred", "2026-11-23"),
            ("ord_2", "mapped", "2026-11-20"),
            ("ord_3", "deferred", "2026-11-24"),
            ("ord_4", "provisioned", "2026-11-20"),
            ("ord_5", "deferred", "someday"),
        ] {
            let order = serde_json::from_value(serde_json::json!({
                "id": id, "number": id, "subscription": "", "kind": "new", "offer": "",
                "status": status, "revision": 1, "sequence": 1, "contact": { "email": "" },
                "end_customer": { "company": "Zurita" }, "lines": []
            }))
            .unwrap();
            store.put_order(&order, now()).unwrap();
            store
                .set_setting(&key(&OrderId::from(id)), Some(on))
                .unwrap();
        }
        let gone = key(&OrderId::from("ord_6"));
        store.set_setting(&gone, Some("2026-11-20")).unwrap();
        let told = due(&store, today).unwrap();
        let told: Vec<_> = told.iter().map(|one| one.number.as_str()).collect();
        assert_eq!(told, ["ord_2", "ord_1"]);
    }
}
