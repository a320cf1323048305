//! What a backup's file is called: why it was made, and when.

use std::fmt;

use jiff::{Timestamp, civil::DateTime, tz::Offset};

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// Another day, and something changed.
    Daily,
    /// Before a migration.
    BeforeUpdate,
    /// Somebody asked for it.
    ByHand,
    /// Before another backup was brought back.
    BeforeRestore,
    /// What was rescued from a damaged cache.
    Rescued,
}

impl Why {
    const ALL: [Self; 5] = [
        Self::Daily,
        Self::BeforeUpdate,
        Self::ByHand,
        Self::BeforeRestore,
        Self::Rescued,
    ];

    /// The word in the file's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::BeforeUpdate => "before-update",
            Self::ByHand => "by-hand",
            Self::BeforeRestore => "before-restore",
            Self::Rescued => "rescued",
        }
    }
}

/// The name of a backup, such as `20261122-094000.123-daily.sqlite`; the time is UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BackupName {
    /// When it was made, in whole milliseconds.
    pub at: Timestamp,
    /// Why.
    pub why: Why,
}

const STAMP: &str = "%Y%m%d-%H%M%S%.3f";
const SUFFIX: &str = ".sqlite";

impl BackupName {
    /// The name of one that is made now.
    #[must_use]
    pub fn new(at: Timestamp, why: Why) -> Self {
        let whole = Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at);
        Self { at: whole, why }
    }

    /// Reads a file's name; none when no backup is called so. No other path can be meant by it.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let stem = name.strip_suffix(SUFFIX)?;
        let found = Why::ALL.into_iter().find_map(|why| {
            let stamp = stem.strip_suffix(why.as_str())?.strip_suffix('-')?;
            let at = DateTime::strptime(STAMP, stamp).ok()?;
            let at = Offset::UTC.to_timestamp(at).ok()?;
            Some(Self { at, why })
        })?;
        // Names that are read in more than one way are nobody's.
        (found.to_string() == name).then_some(found)
    }
}

impl fmt::Display for BackupName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stamp = Offset::UTC.to_datetime(self.at).strftime(STAMP);
        write!(f, "{stamp}-{}{SUFFIX}", self.why.as_str())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_name_says_when_and_why_and_is_read_again() {
        for why in Why::ALL {
            let at = "2026-11-22T09:40:00.123Z".parse().unwrap();
            let name = BackupName::new(at, why);
            assert_eq!(
                name.to_string(),
                format!("20261122-094000.123-{}.sqlite", why.as_str())
            );
            assert_eq!(BackupName::parse(&name.to_string()), Some(name));
        }
    }

    #[test]
    fn a_time_without_milliseconds_keeps_its_form() {
        let name = BackupName::new("2026-11-22T09:40:00Z".parse().unwrap(), Why::Daily);
        assert_eq!(name.to_string(), "20261122-094000.000-daily.sqlite");
        assert_eq!(BackupName::parse(&name.to_string()), Some(name));
    }

    #[test]
    fn what_is_no_backup_is_not_read_as_one() {
        for name in [
            "",
            "daily.sqlite",
            "20261122-094000.123-weekly.sqlite",
            "../20261122-094000.123-daily.sqlite",
            "20261122-094000.123-daily.sqlite/../x",
            "20261322-094000.123-daily.sqlite",
            "20261122-094000.123-daily.sqlite.part",
            "20261122-094000-daily.sqlite",
            "-daily.sqlite",
        ] {
            assert_eq!(BackupName::parse(name), None, "{name}");
        }
    }
}
