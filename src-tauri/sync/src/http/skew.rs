//! A clock that is wrong against the service's: every answer says what time it is there.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use jiff::{SignedDuration, Timestamp, fmt::rfc2822};

/// Nothing was told yet.
const UNKNOWN: i64 = i64::MIN;

/// By how much the two clocks differ, as the last answer said. Clones share it.
#[derive(Clone)]
pub(crate) struct Skew(Arc<AtomicI64>);

impl Default for Skew {
    fn default() -> Self {
        Self(Arc::new(AtomicI64::new(UNKNOWN)))
    }
}

impl Skew {
    /// An answer came with this `Date`. One that makes no sense tells nothing.
    pub fn told(&self, date: &str, now: Timestamp) {
        if let Ok(there) = rfc2822::parse(date) {
            let ahead = now.as_second() - there.timestamp().as_second();
            self.0.store(ahead, Ordering::Relaxed);
        }
    }

    /// How far this computer is ahead (behind: negative) of the service.
    pub fn ahead(&self) -> Option<SignedDuration> {
        match self.0.load(Ordering::Relaxed) {
            UNKNOWN => None,
            seconds => Some(SignedDuration::from_secs(seconds)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_a_date_says_of_this_clock() {
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let table = [
            ("Sun, 22 Nov 2026 10:00:00 GMT", Some(0)),
            ("Sun, 22 Nov 2026 09:00:00 GMT", Some(3600)),
            ("Mon, 23 Nov 2026 10:00:00 GMT", Some(-86_400)),
            ("yesterday", None),
            ("", None),
        ];
        for (date, expected) in table {
            let skew = Skew::default();
            skew.told(date, now);
            let ahead = skew.ahead().map(|ahead| ahead.as_secs());
            assert_eq!(ahead, expected, "{date}");
        }
    }
}
