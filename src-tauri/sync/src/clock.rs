//! Time and chance, as far as the engine needs them: both are given to it, so that tests and
//! simulations decide. Waiting is not in here: that is tokio's timer, which tests can pause.

use std::time::Duration;

use jiff::Timestamp;
use rand::Rng;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The computer's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// Chooses by chance.
pub trait Random: Send + Sync {
    /// A duration from zero up to and including `most`, in whole milliseconds.
    fn up_to(&self, most: Duration) -> Duration;
}

/// The thread's random number generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn up_to(&self, most: Duration) -> Duration {
        let most = u64::try_from(most.as_millis()).unwrap_or(u64::MAX);
        Duration::from_millis(rand::rng().random_range(0..=most))
    }
}

/// `now` plus a duration; the end of time when there is no such moment.
#[must_use]
pub fn later(now: Timestamp, by: Duration) -> Timestamp {
    now.checked_add(by).unwrap_or(Timestamp::MAX)
}
