//! Reading `Retry-After`: seconds or a date. Pure; `now` is a parameter.

use std::time::Duration;

use jiff::{Timestamp, fmt::rfc2822};

use crate::backoff::LONGEST_RETRY_AFTER;

/// What the header asks for, at most [`LONGEST_RETRY_AFTER`]; `None` when it makes no sense. A
/// date that has passed is no wait at all: the back-off sees to it that nothing spins.
pub(crate) fn parse(header: &str, now: Timestamp) -> Option<Duration> {
    let header = header.trim();
    let asked = if !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than fit are more seconds than anybody waits.
        Duration::from_secs(header.parse().unwrap_or(u64::MAX))
    } else {
        let date = rfc2822::parse(header).ok()?.timestamp();
        Duration::try_from(date.duration_since(now)).unwrap_or(Duration::ZERO)
    };
    Some(asked.min(LONGEST_RETRY_AFTER))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn every_way_a_service_may_say_it() {
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let seconds = |n| Some(Duration::from_secs(n));
        let table = [
            ("0", seconds(0)),
            ("7", seconds(7)),
            (" 120 ", seconds(120)),
            ("900", seconds(900)),
            ("901", seconds(900)),
            ("31536000", seconds(900)),
            ("99999999999999999999999999", seconds(900)),
            ("Sun, 22 Nov 2026 10:01:30 GMT", seconds(90)),
            ("Sun, 22 Nov 2026 09:00:00 GMT", seconds(0)),
            ("Mon, 22 Nov 2100 10:00:00 GMT", seconds(900)),
            ("", None),
            ("soon", None),
            ("-5", None),
            ("1.5", None),
            ("5 minutes", None),
            ("2026-11-22T10:01:30Z", None),
            ("Sun, 99 Nov 2026 10:01:30 GMT", None),
        ];
        for (header, expected) in table {
            assert_eq!(parse(header, now), expected, "{header:?}");
        }
    }
}
