//! The requests that came in, so that a test can say what was asked and how often.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

/// As many of the newest are kept.
const KEPT: usize = 50_000;

/// A request that was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenRequest {
    /// `GET`, `PUT`, …
    pub method: String,
    /// Without its query.
    pub path: String,
    /// Status of the answer, even when the connection broke off before it.
    pub status: u16,
}

#[derive(Default)]
pub(crate) struct Seen(Mutex<VecDeque<SeenRequest>>);

impl Seen {
    pub fn note(&self, method: String, path: String, status: u16) {
        let mut requests = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if requests.len() == KEPT {
            requests.pop_front();
        }
        requests.push_back(SeenRequest {
            method,
            path,
            status,
        });
    }

    pub fn all(&self) -> Vec<SeenRequest> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .cloned()
            .collect()
    }
}
