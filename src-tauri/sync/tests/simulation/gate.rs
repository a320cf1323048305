//! Where every call waits until the world lets it go on: nothing moves by itself, so that one
//! seed is one sequence of events, however many desktops are on their way at once.

use std::{
    future::Future,
    pin::Pin,
    sync::{Mutex, MutexGuard},
    task::{Context, Poll},
};

use turnup_contract::CallError;

use crate::service::Request;

/// A call that waits.
#[derive(Debug, Clone)]
pub enum Call {
    /// A question, before it arrives.
    Ask(&'static str),
    /// A write, before it arrives.
    Send(Box<Request>),
    /// The answer to a write, on its way back.
    Answer(Box<Request>),
}

/// Whether a request arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    Now,
    Never,
    /// When its sender has given up already.
    Late,
}

/// What is odd about a page of the feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// The page before comes once more.
    Stale,
    /// Some of its items stand in it twice.
    Doubled,
    /// The cursor has expired, they say.
    Expired,
}

/// What becomes of a call.
#[derive(Debug, Clone)]
pub struct Fate {
    pub arrival: Arrival,
    /// Comes back in place of the answer.
    pub error: Option<CallError>,
    pub oddity: Option<Oddity>,
}

impl Fate {
    /// It arrives, and so does its answer.
    pub fn good() -> Self {
        Self {
            arrival: Arrival::Now,
            error: None,
            oddity: None,
        }
    }
}

#[derive(Default)]
pub struct Gate(Mutex<State>);

#[derive(Default)]
struct State {
    waiting: Option<Call>,
    fate: Option<Fate>,
}

impl Gate {
    /// Waits until the world says what becomes of the call.
    pub fn pass(&self, call: Call) -> Passing<'_> {
        Passing {
            gate: self,
            call: Some(call),
        }
    }

    /// The call that waits.
    pub fn waiting(&self) -> Option<Call> {
        self.state().waiting.clone()
    }

    pub fn is_waiting(&self) -> bool {
        self.state().waiting.is_some()
    }

    /// Lets it go on.
    pub fn release(&self, fate: Fate) {
        let mut state = self.state();
        state.waiting = None;
        state.fate = Some(fate);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }
}

pub struct Passing<'a> {
    gate: &'a Gate,
    call: Option<Call>,
}

impl Future for Passing<'_> {
    type Output = Fate;

    /// Nobody is woken: the world polls again after it has released the call.
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Fate> {
        let gate = self.gate;
        let mut state = gate.state();
        if let Some(call) = self.call.take() {
            state.waiting = Some(call);
        }
        match state.fate.take() {
            Some(fate) => Poll::Ready(fate),
            None => Poll::Pending,
        }
    }
}

impl Drop for Passing<'_> {
    /// Its sender gave up, or is no more.
    fn drop(&mut self) {
        let mut state = self.gate.state();
        state.waiting = None;
        state.fate = None;
    }
}
