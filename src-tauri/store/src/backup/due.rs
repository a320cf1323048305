//! Whether a daily backup is due.

use jiff::{SignedDuration, Timestamp, tz::Offset};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Another day than that of the last one, or a whole day away from it: a clock that went back
/// makes one more, never none.
pub(crate) fn is_due(last: Option<Timestamp>, now: Timestamp) -> bool {
    let Some(last) = last else { return true };
    let day = |at| Offset::UTC.to_datetime(at).date();
    day(last) != day(now) || now.duration_since(last).abs() >= DAY
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_backup_is_due_on_another_day() {
        for (last, now, due) in [
            ("", "2026-11-22T09:00:00Z", true),
            ("2026-11-22T08:00:00Z", "2026-11-22T09:00:00Z", false),
            ("2026-11-22T00:00:00Z", "2026-11-22T23:59:59Z", false),
            ("2026-11-21T23:59:59Z", "2026-11-22T00:00:00Z", true),
            // The clock went back within the day, or to another one.
            ("2026-11-22T09:00:00Z", "2026-11-22T08:00:00Z", false),
            ("2026-11-22T09:00:00Z", "1970-01-01T00:00:00Z", true),
        ] {
            let last = last.parse().ok();
            assert_eq!(is_due(last, now.parse().unwrap()), due, "{last:?} {now}");
        }
    }
}
