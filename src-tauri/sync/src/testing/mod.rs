//! What the tests of several modules share: time and chance that can be told, documents to
//! begin from, and a service in memory.
#![allow(clippy::unwrap_used)]

mod documents;
mod fake_calls;
mod fake_service;

use std::time::Duration;

use jiff::Timestamp;

pub use documents::*;
pub use fake_service::{FakeService, Fault};

use crate::clock::{Clock, Random, later};

/// A clock that goes with tokio's, so that paused time is one.
pub struct TokioClock {
    start: Timestamp,
    began: tokio::time::Instant,
}

impl TokioClock {
    pub fn new() -> Self {
        Self {
            start: noon(),
            began: tokio::time::Instant::now(),
        }
    }
}

impl Clock for TokioClock {
    fn now(&self) -> Timestamp {
        later(self.start, self.began.elapsed())
    }
}

/// A clock that stands until it is moved.
pub struct ManualClock(std::sync::Mutex<Timestamp>);

impl ManualClock {
    pub fn new() -> Self {
        Self(std::sync::Mutex::new(noon()))
    }

    pub fn advance(&self, by: Duration) {
        let mut now = self.0.lock().unwrap();
        *now = later(*now, by);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

/// Chance that always says zero.
pub struct Least;

impl Random for Least {
    fn up_to(&self, _most: Duration) -> Duration {
        Duration::ZERO
    }
}

/// Chance that always says the most.
pub struct Most;

impl Random for Most {
    fn up_to(&self, most: Duration) -> Duration {
        most
    }
}
