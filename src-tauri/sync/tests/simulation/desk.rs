//! One desktop: a real cache in a file, a real engine over it, and a process that can die.

use std::{
    future::poll_fn,
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    pin::Pin,
    sync::{Arc, Mutex},
    task::Poll,
};

use tokio::runtime::Runtime;
use turnup_domain::OrderId;
use turnup_store::{EntryState, OutboxEntry, Store};
use turnup_sync::{Cancel, Clock, Engine, SyncReport, SyncStop};

use crate::{
    dice::{DeskRandom, Dice},
    gate::{Call, Gate},
    line::Line,
    service::Service,
    time::{DeskClock, Died, Time},
    trace::Trace,
};

pub type Ended = Result<SyncReport, SyncStop>;

/// How far a run came when it was let go on.
pub enum Moved {
    /// A call waits at the gate.
    Waits,
    Ended(Box<Ended>),
    Died,
}

pub struct Desk {
    pub number: usize,
    pub clock: Arc<DeskClock>,
    pub gate: Arc<Gate>,
    /// Nothing reaches it before.
    pub unplugged_until: i64,
    path: PathBuf,
    service: Arc<Mutex<Service>>,
    trace: Arc<Trace>,
    dice: Dice,
    process: Option<Process>,
    run: Option<Run>,
}

/// What is gone when it dies.
struct Process {
    store: Store,
    engine: Arc<Engine<Line>>,
}

struct Run {
    future: Pin<Box<dyn Future<Output = Ended> + Send>>,
    cancel: Cancel,
}

impl Desk {
    pub fn new(
        number: usize,
        path: PathBuf,
        service: &Arc<Mutex<Service>>,
        time: &Arc<Time>,
        trace: &Arc<Trace>,
        dice: Dice,
    ) -> Self {
        let mut desk = Self {
            number,
            clock: Arc::new(DeskClock::new(Arc::clone(time))),
            gate: Arc::default(),
            unplugged_until: 0,
            path,
            service: Arc::clone(service),
            trace: Arc::clone(trace),
            dice,
            process: None,
            run: None,
        };
        desk.start();
        desk
    }

    pub fn store(&self) -> &Store {
        &self.process.as_ref().unwrap().store
    }

    pub fn engine(&self) -> &Engine<Line> {
        &self.process.as_ref().unwrap().engine
    }

    pub fn is_running(&self) -> bool {
        self.run.is_some()
    }

    /// Everything in the outbox, of these orders.
    pub fn outbox(&self, ids: &[OrderId]) -> Vec<OutboxEntry> {
        let of = |id: &OrderId| self.store().order(id).unwrap();
        let known = ids.iter().filter_map(of);
        known.flat_map(|stored| stored.outbox).collect()
    }

    fn start(&mut self) {
        let store = Store::open(&self.path).unwrap();
        let line = Line {
            desk: self.number,
            service: Arc::clone(&self.service),
            gate: Arc::clone(&self.gate),
            trace: Arc::clone(&self.trace),
            last_page: Mutex::default(),
        };
        let random = Arc::new(DeskRandom::new(self.dice.fork()));
        let clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        let engine = Engine::with(Arc::new(line), store.clone(), clock, random);
        self.process = Some(Process {
            store,
            engine: Arc::new(engine),
        });
    }

    /// Dies without a word and starts again. What it was sending must be in doubt then; what is
    /// not is returned.
    pub fn die_and_start(&mut self) -> Vec<String> {
        let ids = self.service.lock().unwrap().ids();
        let sending = |entry: &OutboxEntry| entry.state == EntryState::Sending;
        let on_their_way: Vec<i64> = self
            .outbox(&ids)
            .iter()
            .filter(|entry| sending(entry))
            .map(|entry| entry.id)
            .collect();
        self.run = None;
        self.process = None;
        self.clock.live();
        self.start();
        let found = self.outbox(&ids).into_iter();
        found
            .filter(|entry| {
                sending(entry) || (on_their_way.contains(&entry.id) && !entry.unknown_outcome)
            })
            .map(|entry| format!("entry {} is not in doubt after a crash", entry.id))
            .collect()
    }

    pub fn begin_run(&mut self) {
        let engine = Arc::clone(&self.process.as_ref().unwrap().engine);
        let cancel = Cancel::new();
        let cancelled = cancel.clone();
        let future = async move { engine.run(&|_| {}, &cancelled).await };
        self.run = Some(Run {
            future: Box::pin(future),
            cancel,
        });
    }

    pub fn cancel_run(&mut self) {
        if let Some(run) = &self.run {
            run.cancel.cancel();
        }
    }

    /// Lets the run go on until its next call, or its end.
    pub fn go_on(&mut self, runtime: &Runtime) -> Moved {
        let Some(run) = &mut self.run else {
            return Moved::Waits;
        };
        let gate = Arc::clone(&self.gate);
        let moved = runtime.block_on(poll_fn(|context| {
            let polled =
                panic::catch_unwind(AssertUnwindSafe(|| run.future.as_mut().poll(context)));
            match polled {
                Ok(Poll::Ready(ended)) => Poll::Ready(Moved::Ended(Box::new(ended))),
                Ok(Poll::Pending) if gate.is_waiting() => Poll::Ready(Moved::Waits),
                Ok(Poll::Pending) => Poll::Pending,
                Err(reason) if reason.is::<Died>() => Poll::Ready(Moved::Died),
                Err(reason) => panic::resume_unwind(reason),
            }
        }));
        if !matches!(moved, Moved::Waits) {
            self.run = None;
        }
        moved
    }

    /// The call that waits, when a run does.
    pub fn waiting(&self) -> Option<Call> {
        self.run.as_ref().and_then(|_| self.gate.waiting())
    }
}
