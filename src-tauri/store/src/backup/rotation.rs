//! Which backups are kept: 7 days and 4 weeks before them; of the others the last few. Names in,
//! names out: nothing is touched here.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::ISOWeekDate, tz::Offset};

use super::{BackupName, Why};

/// Days of which the last daily backup is kept.
const DAYS: usize = 7;
/// Weeks before them of which the last daily backup is kept.
const WEEKS: usize = 4;
/// Of each other kind.
fn last(why: Why) -> usize {
    match why {
        Why::Daily => 0,
        Why::BeforeUpdate | Why::BeforeRestore | Why::Rescued => 3,
        Why::ByHand => 10,
    }
}

/// What is kept, and what of it only for its week.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Rotation {
    /// Stays.
    pub(crate) kept: BTreeSet<BackupName>,
    /// The part of it that stands for a week.
    pub(crate) weekly: BTreeSet<BackupName>,
    /// Goes.
    pub(crate) gone: BTreeSet<BackupName>,
}

/// Sorts names. One from the future stays: either it or the clock is wrong, and nobody knows
/// which.
pub(crate) fn rotate(names: &[BackupName], now: Timestamp) -> Rotation {
    let mut newest_first: Vec<BackupName> = names.to_vec();
    newest_first.sort_by(|a, b| b.cmp(a));
    let mut rotation = Rotation::default();
    let (mut days, mut weeks) = (Vec::new(), Vec::<ISOWeekDate>::new());
    let mut counts = std::collections::BTreeMap::<Why, usize>::new();
    for name in newest_first {
        if name.at > now {
            rotation.kept.insert(name);
            continue;
        }
        if name.why != Why::Daily {
            let count = counts.entry(name.why).or_default();
            *count += 1;
            let stays = *count <= last(name.why);
            rotation.put(name, stays);
            continue;
        }
        let day = Offset::UTC.to_datetime(name.at).date();
        let week = monday(day.iso_week_date());
        if days.contains(&day) {
            rotation.put(name, false);
        } else if days.len() < DAYS {
            days.push(day);
            rotation.put(name, true);
        } else if !weeks.contains(&week) && weeks.len() < WEEKS {
            weeks.push(week);
            rotation.weekly.insert(name);
            rotation.put(name, true);
        } else {
            rotation.put(name, false);
        }
    }
    rotation
}

impl Rotation {
    fn put(&mut self, name: BackupName, stays: bool) {
        if stays {
            self.kept.insert(name);
        } else {
            self.gone.insert(name);
        }
    }
}

/// The same value for each day of a week.
fn monday(day: ISOWeekDate) -> ISOWeekDate {
    day.first_of_week().unwrap_or(day)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::{SignedDuration, Timestamp};

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// One daily backup on each of so many days up to the 22nd of November (a Sunday).
    fn days(count: i64) -> Vec<BackupName> {
        (0..count)
            .map(|n| {
                let at = at("2026-11-22T08:00:00Z") - SignedDuration::from_hours(24 * n);
                BackupName::new(at, Why::Daily)
            })
            .collect()
    }

    fn dates(names: &BTreeSet<BackupName>) -> Vec<String> {
        let day = |name: &BackupName| Offset::UTC.to_datetime(name.at).strftime("%m-%d");
        names.iter().map(|name| day(name).to_string()).collect()
    }

    #[test]
    fn seven_days_and_the_last_day_of_four_weeks_before_stay() {
        let rotation = rotate(&days(60), at("2026-11-22T09:00:00Z"));
        assert_eq!(
            dates(&rotation.kept),
            [
                "10-25", "11-01", "11-08", "11-15", "11-16", "11-17", "11-18", "11-19", "11-20",
                "11-21", "11-22"
            ]
        );
        assert_eq!(
            dates(&rotation.weekly),
            ["10-25", "11-01", "11-08", "11-15"]
        );
        assert_eq!(rotation.gone.len(), 60 - 11);
    }

    #[test]
    fn each_day_of_a_year_of_use_leaves_at_most_eleven_and_the_oldest_is_weeks_old() {
        let mut kept: Vec<BackupName> = Vec::new();
        for name in days(365).into_iter().rev() {
            kept.push(name);
            kept = rotate(&kept, name.at).kept.into_iter().collect();
            assert!(kept.len() <= 11, "{kept:?}");
        }
        let age = kept.last().unwrap().at.duration_since(kept[0].at);
        assert_eq!(kept.len(), 11);
        assert!(age >= SignedDuration::from_hours(24 * 27), "{age:?}");
    }

    #[test]
    fn days_without_a_backup_do_not_count() {
        let sparse: Vec<BackupName> = days(200).into_iter().step_by(9).collect();
        let rotation = rotate(&sparse, at("2026-11-22T09:00:00Z"));
        assert_eq!(rotation.kept.len(), 11);
    }

    #[test]
    fn of_one_day_the_last_stays() {
        let [first, second] = ["2026-11-22T01:00:00Z", "2026-11-22T23:00:00Z"]
            .map(|time| BackupName::new(at(time), Why::Daily));
        let rotation = rotate(&[first, second], at("2026-11-23T00:00:00Z"));
        assert_eq!(rotation.kept, [second].into());
        assert_eq!(rotation.gone, [first].into());
    }

    #[test]
    fn what_was_made_for_a_reason_is_counted_apart() {
        let now = at("2026-11-22T09:00:00Z");
        for (why, stays) in [
            (Why::BeforeUpdate, 3),
            (Why::BeforeRestore, 3),
            (Why::Rescued, 3),
            (Why::ByHand, 10),
        ] {
            let mut names = days(20);
            names
                .extend((0..20).map(|n| BackupName::new(now - SignedDuration::from_hours(n), why)));
            let rotation = rotate(&names, now);
            let kept = rotation.kept.iter().filter(|name| name.why == why).count();
            assert_eq!(kept, stays, "{why:?}");
            let daily = rotation.kept.iter().filter(|name| name.why == Why::Daily);
            assert_eq!(daily.count(), 9, "{why:?}");
            assert!(
                rotation.kept.contains(&BackupName::new(now, why)),
                "the newest"
            );
        }
    }

    #[test]
    fn a_clock_that_went_back_removes_nothing_and_one_that_ran_ahead_pushes_nothing_out() {
        let names = days(11);
        assert_eq!(rotate(&names, at("1971-01-01T00:00:00Z")).gone.len(), 0);
        let mut ahead = names.clone();
        ahead.extend(names.iter().map(|name| {
            BackupName::new(name.at + SignedDuration::from_hours(24 * 3650), Why::Daily)
        }));
        let rotation = rotate(&ahead, at("2026-11-22T09:00:00Z"));
        let alone = rotate(&names, at("2026-11-22T09:00:00Z"));
        assert_eq!(rotation.gone, alone.gone);
    }
}
