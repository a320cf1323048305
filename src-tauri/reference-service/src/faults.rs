//! Faults on demand, so that clients can be tested against a service that misbehaves.

use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// The answer takes `value` milliseconds longer.
    Latency,
    /// The answer is this HTTP status (`value`), nothing is done.
    Status,
    /// The connection ends before anything is done.
    ResetBeforeCommit,
    /// It is done, and the connection ends before the answer.
    ResetAfterCommit,
    /// It is done, and only `value` bytes of the answer (head included) arrive.
    Truncate,
    /// Nothing is done; the answer is a page of HTML with status 200.
    Html,
    /// The cursor has expired.
    ExpiredCursor,
    /// The service behaves as one that knows no idempotency keys; another fault may strike the
    /// same request.
    IgnoreIdempotency,
    /// Nothing is done; every write is refused with `validation_failed`.
    RefuseFields,
}

/// A fault that waits for its request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// What goes wrong.
    pub kind: FaultKind,
    /// Requests whose path begins so, such as `/v1/orders`; empty is every one.
    #[serde(default)]
    pub path_prefix: String,
    /// Requests whose path ends so, such as `/mapping`; empty is every one.
    #[serde(default)]
    pub path_suffix: String,
    /// Requests whose query contains this, such as `limit=`; empty is every one.
    #[serde(default)]
    pub query: String,
    /// Only this method; empty is every one.
    #[serde(default)]
    pub method: String,
    /// How many requests it hits.
    #[serde(default = "once")]
    pub count: u32,
    /// Milliseconds, status or bytes.
    #[serde(default)]
    pub value: u64,
}

fn once() -> u32 {
    1
}

impl Fault {
    /// A fault that hits one request of any path.
    #[must_use]
    pub fn new(kind: FaultKind) -> Self {
        Self {
            kind,
            path_prefix: String::new(),
            path_suffix: String::new(),
            query: String::new(),
            method: String::new(),
            count: 1,
            value: 0,
        }
    }

    /// The same, only for paths that begin so.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        prefix.clone_into(&mut self.path_prefix);
        self
    }

    /// The same, only for paths that end so.
    #[must_use]
    pub fn ending(mut self, suffix: &str) -> Self {
        suffix.clone_into(&mut self.path_suffix);
        self
    }

    /// The same, only for queries that contain this.
    #[must_use]
    pub fn asking(mut self, query: &str) -> Self {
        query.clone_into(&mut self.query);
        self
    }

    /// The same, for so many requests.
    #[must_use]
    pub fn times(mut self, count: u32) -> Self {
        self.count = count;
        self
    }

    /// The same with a number: milliseconds, status or bytes.
    #[must_use]
    pub fn with(mut self, value: u64) -> Self {
        self.value = value;
        self
    }

    fn hits(&self, method: &str, path: &str, query: &str) -> bool {
        self.count > 0
            && path.starts_with(&self.path_prefix)
            && path.ends_with(&self.path_suffix)
            && query.contains(&self.query)
            && (self.method.is_empty() || self.method.eq_ignore_ascii_case(method))
    }
}

/// The faults that are still to come, in the order in which they were asked for.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<Vec<Fault>>);

impl Faults {
    pub fn add(&self, fault: Fault) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(fault);
    }

    pub fn clear(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// What strikes this request, each used up by one: the first fault that hits it, and
    /// whether it comes to a service that knows no keys, which is no fault by itself.
    pub fn take(&self, method: &str, path: &str, query: &str) -> (bool, Option<Fault>) {
        let mut faults = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut first = |ignores: bool| {
            let fault = faults.iter_mut().find(|fault| {
                ignores == (fault.kind == FaultKind::IgnoreIdempotency)
                    && fault.hits(method, path, query)
            })?;
            fault.count -= 1;
            Some(fault.clone())
        };
        let taken = (first(true).is_some(), first(false));
        faults.retain(|fault| fault.count > 0);
        taken
    }
}
