//! Days and moments as the reader writes them. No clock in here: every moment comes from outside.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::Words;

/// Writes days and moments in one zone.
pub(crate) struct Clock<'a> {
    words: &'a Words,
    zone: TimeZone,
}

impl<'a> Clock<'a> {
    /// A clock in this zone.
    pub fn new(words: &'a Words, zone: TimeZone) -> Self {
        Self { words, zone }
    }

    /// A clock in the IANA zone of this name; the fallback's when it is unknown.
    pub fn named(words: &'a Words, name: Option<&str>, fallback: &TimeZone) -> Self {
        let zone = name.and_then(|name| TimeZone::get(name).ok());
        Self::new(words, zone.unwrap_or_else(|| fallback.clone()))
    }

    /// `22 November 2026`.
    pub fn day(&self, day: Date) -> String {
        let month = self.words.say(&format!("summary-month-{}", day.month()));
        // The year goes in as text, so that no language groups its digits.
        let year = format!("{:04}", day.year());
        let number = day.day().to_string();
        self.words.say_with(
            "summary-date",
            &[("day", &number), ("month", &month), ("year", &year)],
        )
    }

    /// `22 November 2026, 10:42`.
    pub fn moment(&self, moment: Timestamp) -> String {
        let (date, time) = self.parts(moment);
        self.words
            .say_with("summary-date-time", &[("date", &date), ("time", &time)])
    }

    /// `22 November 2026, 10:42 (Europe/Madrid, UTC+01:00)`.
    pub fn moment_with_zone(&self, moment: Timestamp) -> String {
        let (date, time) = self.parts(moment);
        let zone = self.zone_at(moment);
        self.words.say_with(
            "summary-date-time-zone",
            &[("date", &date), ("time", &time), ("zone", &zone)],
        )
    }

    fn parts(&self, moment: Timestamp) -> (String, String) {
        let local = moment.to_zoned(self.zone.clone());
        let time = format!("{:02}:{:02}", local.hour(), local.minute());
        (self.day(local.date()), time)
    }

    /// `Europe/Madrid, UTC+01:00`: the zone's name and its offset at that moment.
    pub fn zone_at(&self, moment: Timestamp) -> String {
        let seconds = moment.to_zoned(self.zone.clone()).offset().seconds();
        let sign = if seconds < 0 { '\u{2212}' } else { '+' };
        let minutes = seconds.unsigned_abs() / 60;
        let offset = format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60);
        match self.zone.iana_name() {
            Some("UTC") | None if seconds == 0 => "UTC".to_owned(),
            Some(name) => self
                .words
                .say_with("summary-zone", &[("name", name), ("offset", &offset)]),
            None => format!("UTC{offset}"),
        }
    }
}
