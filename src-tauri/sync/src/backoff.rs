//! How long to wait before trying again: full jitter below a ceiling that doubles. Pure but for
//! the [`Random`] it is given; the waiting itself happens elsewhere.

use std::time::Duration;

use crate::clock::Random;

/// The ceiling after the first failure.
pub const BASE: Duration = Duration::from_secs(1);
/// No ceiling is higher.
pub const CAP: Duration = Duration::from_secs(60);
/// No wait is shorter, whatever chance says: never a hot loop.
pub const FLOOR: Duration = Duration::from_millis(250);
/// A service that asks for more patience than this is asked again anyway.
pub const LONGEST_RETRY_AFTER: Duration = turnup_store::LONGEST_WAIT.unsigned_abs();

/// The longest wait after this many failures in a row.
#[must_use]
pub fn ceiling(failures: u32) -> Duration {
    let doublings = failures.saturating_sub(1).min(16);
    BASE.saturating_mul(1 << doublings).min(CAP)
}

/// The wait after this many failures in a row; what the service asked for counts when it is
/// longer, up to [`LONGEST_RETRY_AFTER`].
#[must_use]
pub fn wait(failures: u32, asked: Option<Duration>, random: &dyn Random) -> Duration {
    let own = random.up_to(ceiling(failures)).max(FLOOR);
    own.max(asked.unwrap_or_default().min(LONGEST_RETRY_AFTER))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Least, Most};

    #[test]
    fn the_ceiling_doubles_up_to_the_cap() {
        let table = [
            (0, 1),
            (1, 1),
            (2, 2),
            (3, 4),
            (6, 32),
            (7, 60),
            (50, 60),
            (u32::MAX, 60),
        ];
        for (failures, seconds) in table {
            assert_eq!(
                ceiling(failures),
                Duration::from_secs(seconds),
                "after {failures}"
            );
        }
    }

    #[test]
    fn no_wait_is_so_short_that_it_spins() {
        assert_eq!(wait(1, None, &Least), FLOOR);
        assert_eq!(wait(1, Some(Duration::ZERO), &Least), FLOOR);
    }

    #[test]
    fn what_the_service_asks_for_is_honoured_and_capped() {
        let asked = Some(Duration::from_secs(120));
        assert_eq!(wait(1, asked, &Most), Duration::from_secs(120));
        assert_eq!(wait(9, Some(Duration::from_secs(2)), &Most), CAP);
        assert_eq!(wait(1, Some(Duration::MAX), &Most), LONGEST_RETRY_AFTER);
    }
}
