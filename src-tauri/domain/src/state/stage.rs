//! How far a deadline has come: the marks at which people are told of it.

use super::{Deadline, Urgency};

/// A mark that a deadline passes on its way, the first one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineStage {
    /// In seven calendar days at most.
    Week = 1,
    /// In three.
    ThreeDays = 2,
    /// Today or tomorrow.
    Day = 3,
    /// The moment has passed.
    Overdue = 4,
}

impl DeadlineStage {
    /// All of them, in their sequence.
    pub const ALL: [Self; 4] = [Self::Week, Self::ThreeDays, Self::Day, Self::Overdue];

    /// Its code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::ThreeDays => "three_days",
            Self::Day => "day",
            Self::Overdue => "overdue",
        }
    }

    /// The last mark that a deadline has passed.
    #[must_use]
    pub fn of(deadline: &Deadline) -> Option<Self> {
        match (&deadline.urgency, deadline.days?) {
            (Urgency::Overdue, _) => Some(Self::Overdue),
            (_, ..=1) => Some(Self::Day),
            (_, 2..=3) => Some(Self::ThreeDays),
            (_, 4..=7) => Some(Self::Week),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::Timestamp;

    use super::*;
    use crate::{order::Status, state::deadline_of};

    #[test]
    fn a_deadline_passes_its_marks_at_midnight_where_the_contact_is() {
        let at = |text: &str| -> Timestamp { text.parse().unwrap() };
        // Clocks go back on 25 October 2026 in Madrid: that day has 25 hours.
        let closes = at("2026-10-26T22:59:59Z");
        let madrid = Some("Europe/Madrid");
        let cases = [
            ("2026-10-18T21:59:59Z", madrid, None),
            ("2026-10-18T22:00:00Z", madrid, Some(DeadlineStage::Week)),
            ("2026-10-22T21:59:59Z", madrid, Some(DeadlineStage::Week)),
            (
                "2026-10-22T22:00:00Z",
                madrid,
                Some(DeadlineStage::ThreeDays),
            ),
            (
                "2026-10-24T21:59:59Z",
                madrid,
                Some(DeadlineStage::ThreeDays),
            ),
            ("2026-10-24T22:00:00Z", madrid, Some(DeadlineStage::Day)),
            ("2026-10-26T22:59:59Z", madrid, Some(DeadlineStage::Day)),
            ("2026-10-26T23:00:00Z", madrid, Some(DeadlineStage::Overdue)),
            // In Tokyo it closes on the 27th already.
            ("2026-10-19T14:59:59Z", Some("Asia/Tokyo"), None),
            (
                "2026-10-19T15:00:00Z",
                Some("Asia/Tokyo"),
                Some(DeadlineStage::Week),
            ),
            ("2026-10-22T22:00:00Z", None, Some(DeadlineStage::Week)),
        ];
        for (now, zone, expected) in cases {
            let deadline = deadline_of(&Status::AwaitingDetails, Some(closes), zone, at(now));
            assert_eq!(DeadlineStage::of(&deadline), expected, "{now} {zone:?}");
        }
        let over = deadline_of(
            &Status::Mapped,
            Some(closes),
            madrid,
            at("2026-10-26T12:00:00Z"),
        );
        assert_eq!(DeadlineStage::of(&over), None);
    }
}
