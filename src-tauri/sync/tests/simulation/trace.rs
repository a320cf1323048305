//! What happened, line by line, and the same for the same seed: keys, which are made from the
//! computer's clock and chance, are told by the order in which they appeared.

use std::{
    collections::HashMap,
    fmt::Display,
    sync::{Arc, Mutex},
};

use turnup_domain::IntentId;

use crate::time::{Time, timestamp};

pub struct Trace {
    time: Arc<Time>,
    told: Mutex<Told>,
}

#[derive(Default)]
struct Told {
    lines: Vec<String>,
    names: HashMap<IntentId, usize>,
}

impl Trace {
    pub fn new(time: Arc<Time>) -> Self {
        Self {
            time,
            told: Mutex::default(),
        }
    }

    pub fn tell(&self, event: impl Display) {
        let at = timestamp(self.time.now());
        let line = format!("{} {event}", at.strftime("%m-%d %H:%M:%S%.3f"));
        self.told.lock().unwrap().lines.push(line);
    }

    /// A key's name in the trace.
    pub fn name(&self, key: &IntentId) -> String {
        let names = &mut self.told.lock().unwrap().names;
        let next = names.len() + 1;
        format!("k{}", names.entry(key.clone()).or_insert(next))
    }

    pub fn lines_told(&self) -> usize {
        self.told.lock().unwrap().lines.len()
    }

    pub fn lines(&self) -> Vec<String> {
        self.told.lock().unwrap().lines.clone()
    }
}
