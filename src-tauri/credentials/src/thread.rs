//! The one thread that talks to the keyring. A locked keyring blocks until somebody answers a
//! question on the screen, perhaps for ever: callers wait for a while only, the thread is never
//! joined, and whoever calls while it still waits is told at once.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender},
    },
    time::Duration,
};

use keyring::Error;
use keyring_core::CredentialStore;

use crate::{KeyringProblem, Secret, native, native::Open};

/// What is asked of the keyring.
pub(crate) enum Wish {
    Get,
    Put(Secret<String>),
    Delete,
}

/// What came of it; only [`Wish::Get`] brings a secret.
pub(crate) type Outcome = Result<Option<Secret<String>>, KeyringProblem>;

struct Request {
    name: String,
    wish: Wish,
    reply: SyncSender<Outcome>,
}

/// The caller's side.
pub(crate) struct KeyringThread {
    open: Arc<Open>,
    patience: Duration,
    line: Mutex<Line>,
}

#[derive(Default)]
struct Line {
    requests: Option<Sender<Request>>,
    /// The answer that nobody waits for any more: until it is there, the thread is stuck.
    overdue: Option<Receiver<Outcome>>,
}

impl KeyringThread {
    pub fn new(open: Arc<Open>, patience: Duration) -> Self {
        Self {
            open,
            patience,
            line: Mutex::default(),
        }
    }

    /// Asks, and waits for so long at most.
    pub fn ask(&self, name: &str, wish: Wish) -> Outcome {
        let mut line = self.line.lock().unwrap_or_else(PoisonError::into_inner);
        if line.is_stuck() {
            return Err(KeyringProblem::Locked);
        }
        let (reply, answer) = mpsc::sync_channel(1);
        line.send(
            &self.open,
            Request {
                name: name.to_owned(),
                wish,
                reply,
            },
        )?;
        match answer.recv_timeout(self.patience) {
            Ok(outcome) => outcome,
            Err(RecvTimeoutError::Timeout) => {
                tracing::warn!("the keyring does not answer: it waits for its password");
                line.overdue = Some(answer);
                Err(KeyringProblem::Locked)
            }
            Err(RecvTimeoutError::Disconnected) => {
                tracing::error!("the keyring's thread broke down");
                line.requests = None;
                Err(KeyringProblem::Failed)
            }
        }
    }
}

impl Line {
    fn is_stuck(&mut self) -> bool {
        let Some(answer) = &self.overdue else {
            return false;
        };
        let stuck = matches!(answer.try_recv(), Err(mpsc::TryRecvError::Empty));
        if !stuck {
            self.overdue = None;
        }
        stuck
    }

    fn send(&mut self, open: &Arc<Open>, request: Request) -> Result<(), KeyringProblem> {
        let request = match &self.requests {
            // The thread may have broken down since.
            Some(requests) => match requests.send(request) {
                Ok(()) => return Ok(()),
                Err(unsent) => unsent.0,
            },
            None => request,
        };
        let requests = start(Arc::clone(open)).ok_or(KeyringProblem::Failed)?;
        requests.send(request).map_err(|_| KeyringProblem::Failed)?;
        self.requests = Some(requests);
        Ok(())
    }
}

/// The thread ends by itself when nobody can ask any more.
fn start(open: Arc<Open>) -> Option<Sender<Request>> {
    let (requests, inbox) = mpsc::channel::<Request>();
    let serve = move || {
        let mut store = None;
        for Request { name, wish, reply } in inbox {
            let outcome = serve(&mut store, &open, &name, wish);
            if outcome.is_err() {
                store = None;
            }
            // The caller may have stopped waiting.
            let _ = reply.send(outcome);
        }
    };
    std::thread::Builder::new()
        .name("keyring".into())
        .spawn(serve)
        .ok()?;
    Some(requests)
}

fn serve(
    store: &mut Option<Arc<CredentialStore>>,
    open: &Arc<Open>,
    name: &str,
    wish: Wish,
) -> Outcome {
    let store = match store {
        Some(store) => store,
        None => store.insert(open().map_err(|error| KeyringProblem::of_opening(&error))?),
    };
    match fulfil(&**store, name, wish) {
        Ok(found) => Ok(found),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(KeyringProblem::of_entry(&error)),
    }
}

fn fulfil(
    store: &CredentialStore,
    name: &str,
    wish: Wish,
) -> keyring::Result<Option<Secret<String>>> {
    let entry = native::entry(store, name)?;
    match wish {
        Wish::Get => entry.get_password().map(Secret::new).map(Some),
        Wish::Put(secret) => entry.set_password(secret.expose()).map(|()| None),
        Wish::Delete => entry.delete_credential().map(|()| None),
    }
}
