//! Keeps the engine running: at the start, when woken, when an entry is due, and every now and
//! then. It survives whatever a run ends with, never spins, and takes being offline for what it
//! is: a normal state.

mod nudges;
mod pause;

use std::{
    any::Any,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::Timestamp;
use tokio::{
    sync::{Notify, broadcast},
    task::JoinHandle,
};
use turnup_contract::{ProvisioningService, ProxyTrouble};
use turnup_domain::OrderId;
use turnup_store::Store;

use self::{nudges::Nudges, pause::Pause};
use crate::{
    cancel::Cancel,
    engine::{Engine, Progress, SyncReport, SyncStep, SyncStop},
};

/// Events that a slow listener may lag behind.
const EVENTS: usize = 1024;
/// A task that was asked to stop gets so long.
const LAST_BREATH: Duration = Duration::from_millis(800);

/// Whether the service can be reached, and as whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Connection {
    /// The last run got through.
    Online,
    /// It did not.
    Offline {
        /// What stands in the way: `unreachable`, `service_busy`, `certificate_refused`,
        /// `proxy_sign_in`, `proxy_unreachable`, `not_this_protocol`, `service_refused`.
        reason: &'static str,
    },
    /// Nobody is signed in.
    SignedOut,
}

/// What a listener hears.
#[derive(Debug, Clone)]
pub enum SyncEvent {
    /// A run is this far.
    Progress {
        /// In which step.
        step: SyncStep,
        /// Documents or entries done in it.
        done: u64,
        /// Of how many, when that is known.
        total: Option<u64>,
    },
    /// These orders are different in the cache now.
    OrdersChanged(Vec<OrderId>),
    /// The connection changed.
    Connection(Connection),
    /// A run reached its end.
    Finished(Arc<SyncReport>),
    /// A run ended before its end; the connection was told before.
    Stopped(Arc<SyncStop>),
}

/// The task that runs the engine.
pub struct Worker {
    shared: Arc<Shared>,
    task: Mutex<Option<JoinHandle<()>>>,
}

struct Shared {
    wake: Notify,
    stop: Cancel,
    /// Cancels the run that runs.
    run: Mutex<Cancel>,
    events: broadcast::Sender<SyncEvent>,
    connection: Mutex<Option<Connection>>,
}

impl Worker {
    /// Starts it; the first run begins at once. Must be called inside a tokio runtime.
    #[must_use]
    pub fn start<S>(engine: Arc<Engine<S>>) -> Self
    where
        S: ProvisioningService + 'static,
    {
        Self::start_after(engine, std::future::ready(()))
    }

    /// Starts it; the first run begins when `turn` has come. What that gives is kept as long as
    /// anything of the worker runs, a run that was aborted included. Must be called inside a tokio
    /// runtime.
    #[must_use]
    pub fn start_after<S, T>(
        engine: Arc<Engine<S>>,
        turn: impl Future<Output = T> + Send + 'static,
    ) -> Self
    where
        S: ProvisioningService + 'static,
        T: Send + Sync + 'static,
    {
        let shared = Arc::new(Shared {
            wake: Notify::new(),
            stop: Cancel::new(),
            run: Mutex::default(),
            events: broadcast::Sender::new(EVENTS),
            connection: Mutex::default(),
        });
        let working = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            if let Some(turn) = working.stop.unless(turn).await {
                work(engine, working, Arc::new(turn)).await;
            }
        });
        Self {
            shared,
            task: Mutex::new(Some(task)),
        }
    }

    /// Hears everything from now on. A listener that lags loses the oldest events.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<SyncEvent> {
        self.shared.events.subscribe()
    }

    /// The connection as far as it is known.
    #[must_use]
    pub fn connection(&self) -> Option<Connection> {
        lock(&self.shared.connection).clone()
    }

    /// Runs as soon as possible: there is something to send, or somebody asked.
    pub fn wake(&self) {
        self.shared.wake.notify_one();
    }

    /// Ends the run that runs; the worker goes on.
    pub fn cancel_run(&self) {
        lock(&self.shared.run).cancel();
    }

    /// Ends the worker within a second. What was being sent is read back the next time.
    pub async fn stop(&self) {
        self.shared.stop.cancel();
        self.cancel_run();
        let task = lock(&self.task).take();
        let Some(mut task) = task else { return };
        if tokio::time::timeout(LAST_BREATH, &mut task).await.is_err() {
            task.abort();
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.shared.stop.cancel();
        self.cancel_run();
    }
}

/// What a turn gave.
type Turn = Arc<dyn Any + Send + Sync>;

async fn work<S: ProvisioningService + 'static>(
    engine: Arc<Engine<S>>,
    shared: Arc<Shared>,
    turn: Turn,
) {
    let mut failures = 0;
    let mut nudges = Nudges::default();
    while !shared.stop.is_cancelled() {
        let ended = one_run(&engine, &shared, &turn).await;
        failures = if ended.is_ok() { 0 } else { failures + 1 };
        let pause = Pause::after(&ended, failures, engine.random());
        let pause = match &ended {
            Ok(_) => pause.until(next_due(engine.store().clone()).await, engine.now()),
            Err(_) => pause,
        };
        nudges.ran(&ended);
        shared.tell(ended);
        shared.rest(pause, nudges.heard(&**engine.service())).await;
    }
}

/// A run in a task of its own: even a panic does not end the worker.
async fn one_run<S: ProvisioningService + 'static>(
    engine: &Arc<Engine<S>>,
    shared: &Arc<Shared>,
    turn: &Turn,
) -> Result<SyncReport, SyncStop> {
    let cancel = shared.begin_run();
    let (engine, shared) = (Arc::clone(engine), Arc::clone(shared));
    let turn = Arc::clone(turn);
    let run = tokio::spawn(async move {
        let _turn = turn;
        let progress = |progress| shared.hear(progress);
        engine.run(&progress, &cancel).await
    });
    run.await.unwrap_or(Err(SyncStop::Broken))
}

async fn next_due(store: Store) -> Option<Timestamp> {
    let due = tokio::task::spawn_blocking(move || store.next_due()).await;
    due.ok().and_then(Result::ok).flatten()
}

impl Shared {
    fn begin_run(&self) -> Cancel {
        let cancel = Cancel::new();
        *lock(&self.run) = cancel.clone();
        // Whoever stopped the worker meanwhile cancelled the run before this one.
        if self.stop.is_cancelled() {
            cancel.cancel();
        }
        cancel
    }

    fn hear(&self, progress: Progress) {
        match progress {
            Progress::At { step, done, total } => {
                if step != SyncStep::Authenticate {
                    self.connected(Connection::Online);
                }
                self.send(SyncEvent::Progress { step, done, total });
            }
            Progress::Changed(ids) => self.send(SyncEvent::OrdersChanged(ids)),
        }
    }

    fn tell(&self, ended: Result<SyncReport, SyncStop>) {
        match ended {
            Ok(report) => {
                self.connected(Connection::Online);
                self.send(SyncEvent::Finished(Arc::new(report)));
            }
            Err(stop) => {
                tracing::info!(%stop, "the sync stopped");
                if let Some(connection) = connection_of(&stop) {
                    self.connected(connection);
                }
                self.send(SyncEvent::Stopped(Arc::new(stop)));
            }
        }
    }

    fn connected(&self, connection: Connection) {
        let before = lock(&self.connection).replace(connection.clone());
        if before.as_ref() != Some(&connection) {
            self.send(SyncEvent::Connection(connection));
        }
    }

    /// Nobody listening is fine.
    fn send(&self, event: SyncEvent) {
        let _ = self.events.send(event);
    }

    async fn rest(&self, pause: Pause, nudged: impl Future<Output = ()>) {
        let resting = async {
            tokio::time::sleep(pause.least).await;
            let rest = pause.most.saturating_sub(pause.least);
            let disturbed = async {
                tokio::select! {
                    () = self.wake.notified() => {}
                    () = nudged => {}
                }
            };
            let _ = tokio::time::timeout(rest, disturbed).await;
        };
        self.stop.unless(resting).await;
    }
}

/// What a stop says about the connection; nothing, when it came from this side.
fn connection_of(stop: &SyncStop) -> Option<Connection> {
    let offline = |reason| Some(Connection::Offline { reason });
    match stop {
        SyncStop::Cancelled | SyncStop::Store(_) | SyncStop::Broken => None,
        SyncStop::SignedOut => Some(Connection::SignedOut),
        SyncStop::Offline { .. } => offline("unreachable"),
        SyncStop::Busy { .. } => offline("service_busy"),
        SyncStop::Certificate { .. } => offline("certificate_refused"),
        SyncStop::Proxy(ProxyTrouble::SignIn) => offline("proxy_sign_in"),
        SyncStop::Proxy(ProxyTrouble::Unreachable) => offline("proxy_unreachable"),
        SyncStop::NotThisProtocol { .. } => offline("not_this_protocol"),
        SyncStop::Refused(_) => offline("service_refused"),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
