//! Values as columns hold them: times as whole microseconds since 1970 (UTC), unsigned numbers
//! as SQLite's signed ones.

use jiff::Timestamp;

/// A time to a column.
pub(crate) fn time(at: Timestamp) -> i64 {
    at.as_microsecond()
}

/// A time from a column; out of range (a damaged row) reads as 1970.
pub(crate) fn to_time(microseconds: i64) -> Timestamp {
    Timestamp::from_microsecond(microseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A revision or sequence to a column; beyond 2⁶³ it stays at the largest.
pub(crate) fn unsigned(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A revision or sequence from a column.
pub(crate) fn to_unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}
