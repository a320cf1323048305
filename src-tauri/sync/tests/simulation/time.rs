//! Virtual time: one that passes for everybody, and each desktop's own idea of it.

use std::{
    panic,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering::Relaxed},
    },
};

use jiff::Timestamp;
use turnup_sync::Clock;

pub const SECOND: i64 = 1000;
pub const MINUTE: i64 = 60 * SECOND;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

/// The time that is true, in milliseconds.
#[derive(Debug)]
pub struct Time(AtomicI64);

impl Time {
    pub fn new(start: Timestamp) -> Self {
        Self(AtomicI64::new(start.as_millisecond()))
    }

    pub fn now(&self) -> i64 {
        self.0.load(Relaxed)
    }

    pub fn pass(&self, by: i64) {
        self.0.fetch_add(by, Relaxed);
    }
}

pub fn timestamp(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap()
}

/// What a process that dies unwinds with.
pub struct Died;

/// What a desktop takes for the time. The engine looks at it between two steps of its own, which
/// makes it the place where a process can be made to die between them.
#[derive(Debug)]
pub struct DeskClock {
    time: Arc<Time>,
    wrong_by: AtomicI64,
    looks_left: AtomicI64,
}

impl DeskClock {
    pub fn new(time: Arc<Time>) -> Self {
        Self {
            time,
            wrong_by: AtomicI64::new(0),
            looks_left: AtomicI64::new(0),
        }
    }

    /// Somebody sets it.
    pub fn set_wrong(&self, by: i64) {
        self.wrong_by.store(by, Relaxed);
    }

    /// The process dies when the engine looks at the clock for the n-th time from now.
    pub fn die_after(&self, looks: i64) {
        self.looks_left.store(looks, Relaxed);
    }

    /// It lives on.
    pub fn live(&self) {
        self.looks_left.store(0, Relaxed);
    }

    /// The time as the operator reads it.
    pub fn read(&self) -> Timestamp {
        timestamp(self.time.now() + self.wrong_by.load(Relaxed))
    }
}

impl Clock for DeskClock {
    fn now(&self) -> Timestamp {
        if self.looks_left.load(Relaxed) > 0 && self.looks_left.fetch_sub(1, Relaxed) == 1 {
            // Unlike a panic this tells nobody.
            panic::resume_unwind(Box::new(Died));
        }
        self.read()
    }
}
