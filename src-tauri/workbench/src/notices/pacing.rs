//! When it is looked for something to tell: not before what happened meanwhile is known.

use jiff::{SignedDuration, Timestamp};

/// The shell looks more often than this; a longer pause was a sleep of the computer.
const SLEPT: SignedDuration = SignedDuration::from_mins(3);
/// A sync begins within this after a start or a sleep.
const SETTLING: SignedDuration = SignedDuration::from_secs(60);
/// No sync that runs this long is waited for.
const PATIENCE: SignedDuration = SignedDuration::from_mins(30);

/// When it was looked last.
#[derive(Debug, Default)]
pub(crate) struct Pacing {
    last: Option<Timestamp>,
    /// Since when it is waited for the computer to know what happened.
    since: Option<Timestamp>,
}

impl Pacing {
    /// Whether to look now, with or without a sync that runs.
    pub(crate) fn may_look(&mut self, now: Timestamp, syncing: bool) -> bool {
        let slept = self
            .last
            .is_none_or(|last| now < last || now.duration_since(last) > SLEPT);
        self.last = Some(now);
        if slept {
            self.since = Some(now);
        } else if syncing && self.since.is_none() {
            // A sync of every day: it is over soon.
            return false;
        }
        let Some(since) = self.since else {
            return true;
        };
        let waited = now.duration_since(since);
        let ready = waited >= PATIENCE || (!syncing && waited >= SETTLING);
        if ready {
            self.since = None;
        }
        ready
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn after_a_start_or_a_sleep_a_sync_is_waited_for() {
        // Seconds, whether a sync runs, whether it is looked.
        let course = [
            (0, false, false),
            (30, true, false),
            (60, true, false),
            (90, false, true),
            (120, false, true),
            (150, true, false),
            (180, false, true),
            // Eight hours of sleep.
            (28_980, false, false),
            (29_010, true, false),
            (29_040, true, false),
            (29_070, false, true),
            // The clock was set back by an hour.
            (25_500, false, false),
            (25_530, false, false),
            (25_560, false, true),
        ];
        let mut pacing = Pacing::default();
        for (second, syncing, expected) in course {
            let now = Timestamp::from_second(1_795_000_000 + second).unwrap();
            assert_eq!(pacing.may_look(now, syncing), expected, "{second}");
        }
    }

    #[test]
    fn a_sync_without_end_is_not_waited_for_after_a_start() {
        let mut pacing = Pacing::default();
        let looked = (0..=60).find(|half_minute| {
            let now = Timestamp::from_second(1_795_000_000 + half_minute * 30).unwrap();
            pacing.may_look(now, true)
        });
        assert_eq!(looked, Some(60));
    }
}
