//! An account that is open: its cache, its service, and the engine between them.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

use jiff::Timestamp;
use turnup_contract::{Me, ProvisioningService};
use turnup_domain::OrganizationId;
use turnup_store::Store;
use turnup_sync::{
    Connection, Engine, HttpService, SyncEvent, SyncStop, Worker,
    engine::{LAST_RUN, OPERATOR},
};

use crate::{
    Failure, Workbench,
    disk::stops_writing,
    failure::codes,
    home::AccountRecord,
    importing::Importing,
    many::Undoing,
    pace::Pace,
    standing::ELSEWHERE,
    tokens::AccountTokens,
    turn::Turn,
    views::{AccountView, SyncProgressView},
    workbench::{Event, lock, now},
};

/// Seconds; a smaller difference changes nothing that people decide.
const CLOCK_MATTERS: u64 = 120;

/// An open account.
pub(crate) struct Session {
    pub(crate) account: AccountRecord,
    pub(crate) store: Store,
    pub(crate) service: Arc<HttpService>,
    pub(crate) tokens: Arc<AccountTokens>,
    pub(crate) worker: Worker,
    /// Whether this program sends.
    pub(crate) turn: Arc<Turn>,
    operator: Mutex<Option<Me>>,
    state: Mutex<ConnectionState>,
    online: AtomicBool,
    /// No sync came to its end before.
    first: AtomicBool,
    pace: Mutex<Option<Pace>>,
    /// Held while a backup is made or the search is brought on; false once the account is closed.
    pub(crate) keeping: tokio::sync::Mutex<bool>,
    /// Told when orders may wait for their place in the search.
    pub(crate) index_wanted: Arc<tokio::sync::Notify>,
    /// It is looked whether writing works again.
    pub(crate) looking: AtomicBool,
    /// Some of what was rescued waits for its orders to be synced.
    pub(crate) more_to_take: AtomicBool,
    /// What was done last with many orders.
    pub(crate) undoing: Mutex<Undoing>,
    /// The table that was opened last.
    pub(crate) importing: Mutex<Importing>,
}

/// Who works with a cache, as the service told last.
pub(crate) fn operator_of(store: &Store) -> Option<Me> {
    let text = store.setting(OPERATOR).ok().flatten()?;
    serde_json::from_str(&text).ok()
}

/// What the frame shows of the connection.
#[derive(Debug, Clone)]
pub(crate) struct ConnectionState {
    /// `online`, `offline`, `signed_out`, `elsewhere`.
    pub(crate) word: &'static str,
    pub(crate) since: Timestamp,
    pub(crate) sync: Option<SyncProgressView>,
    pub(crate) problem: Option<Failure>,
    /// The cache itself failed in the last run.
    pub(crate) cache: Option<Failure>,
}

impl Session {
    /// Puts an account together; the engine begins when it is this program's turn.
    pub(crate) fn begin(
        account: AccountRecord,
        store: Store,
        service: Arc<HttpService>,
        tokens: Arc<AccountTokens>,
        turn: Arc<Turn>,
    ) -> Arc<Self> {
        let engine = Arc::new(Engine::new(Arc::clone(&service), store.clone()));
        let aside = !turn.is_held();
        if aside {
            service.stand_aside();
        }
        let begins = {
            let (turn, service) = (Arc::clone(&turn), Arc::clone(&service));
            let tokens = Arc::clone(&tokens);
            async move {
                let held = turn.wait().await;
                if aside {
                    step_forward(&service, &tokens).await;
                }
                held
            }
        };
        let worker = Worker::start_after(engine, begins);
        let operator = operator_of(&store);
        let first = store.setting(LAST_RUN).ok().flatten().is_none();
        let state = ConnectionState {
            word: "offline",
            since: now(),
            sync: None,
            problem: None,
            cache: None,
        };
        Arc::new(Self {
            account,
            store,
            service,
            tokens,
            worker,
            turn,
            operator: Mutex::new(operator),
            state: Mutex::new(state),
            online: AtomicBool::new(false),
            first: AtomicBool::new(first),
            pace: Mutex::default(),
            keeping: tokio::sync::Mutex::new(true),
            index_wanted: Arc::default(),
            looking: AtomicBool::new(false),
            more_to_take: AtomicBool::new(false),
            undoing: Mutex::default(),
            importing: Mutex::default(),
        })
    }

    /// Ends the engine, and waits for a backup that is being made.
    pub(crate) async fn stop(&self) {
        self.worker.stop().await;
        self.turn.let_go();
        *self.keeping.lock().await = false;
        self.index_wanted.notify_one();
    }

    /// Whether the service answered when it was last asked.
    pub(crate) fn is_online(&self) -> bool {
        self.online.load(Ordering::Relaxed)
    }

    /// The operator's address, as far as known.
    pub(crate) fn operator_email(&self) -> String {
        lock(&self.operator)
            .as_ref()
            .map(|me| me.email.clone())
            .unwrap_or_default()
    }

    /// The operator's first partner organization.
    pub(crate) fn own_partner(&self) -> Option<OrganizationId> {
        lock(&self.operator)
            .as_ref()
            .and_then(|me| me.partners.first().map(|p| p.id.clone()))
    }

    pub(crate) fn connection(&self) -> ConnectionState {
        lock(&self.state).clone()
    }

    /// How many seconds this computer's clock is off the service's, when that matters.
    pub(crate) fn clock_off(&self) -> Option<i32> {
        let ahead = self.service.clock_ahead()?.as_secs();
        (ahead.unsigned_abs() >= CLOCK_MATTERS)
            .then(|| i32::try_from(ahead).unwrap_or(if ahead < 0 { i32::MIN } else { i32::MAX }))
    }

    /// The account as the interface shows it.
    pub(crate) async fn account_view(&self) -> AccountView {
        let (kept, problem) = self.tokens.kept();
        let (name, email) = self.operator().unwrap_or_default();
        AccountView {
            kind: self.account.kind.clone(),
            address: self.account.address.clone(),
            operator_name: name,
            operator_email: email,
            signed_in: self.tokens.signed_in().await,
            tokens: kept.to_owned(),
            keyring_problem: problem.map(ToOwned::to_owned),
            sample_online: None,
            database: self.store.path().display().to_string(),
        }
    }

    /// Asks who is signed in; the engine keeps the answer for offline days.
    pub(crate) async fn learn_operator(&self) {
        if let Ok(me) = self.service.me().await {
            *lock(&self.operator) = Some(me);
        }
    }

    /// Who is signed in, as just told.
    pub(crate) fn operator_is(&self, me: Me) {
        *lock(&self.operator) = Some(me);
    }

    /// The operator's name and address, as far as known.
    pub(crate) fn operator(&self) -> Option<(String, String)> {
        let me = lock(&self.operator);
        me.as_ref().map(|me| (me.name.clone(), me.email.clone()))
    }

    /// Keeps for the frame whether this program sends; whether that is new.
    pub(crate) fn stands(&self, sends: bool) -> bool {
        let mut state = lock(&self.state);
        let word = match (sends, state.word == ELSEWHERE) {
            (false, false) => ELSEWHERE,
            (true, true) => "offline",
            _ => return false,
        };
        state.word = word;
        state.since = now();
        true
    }

    pub(crate) fn cache_problem(&self, problem: Option<Failure>) {
        lock(&self.state).cache = problem;
    }

    /// Speaks with the service from now on.
    pub(crate) async fn step_forward(&self) {
        step_forward(&self.service, &self.tokens).await;
    }

    pub(crate) fn set_connection(&self, word: &'static str, problem: Option<Failure>) -> bool {
        self.online.store(word == "online", Ordering::Relaxed);
        let mut state = lock(&self.state);
        let changed = state.word != word;
        if changed {
            state.since = now();
        }
        state.word = word;
        state.problem = problem;
        changed
    }
}

/// It is this program's turn: what another one did with the tokens meanwhile is read anew.
async fn step_forward(service: &HttpService, tokens: &Arc<AccountTokens>) {
    tokens.read_anew().await;
    service.step_forward().await;
}

/// Listens to the engine and passes on what people should see, until the account is closed.
pub(crate) fn listen(workbench: Workbench, session: &Arc<Session>) {
    let mut events = session.worker.subscribe();
    let session = Arc::downgrade(session);
    tokio::spawn(async move {
        use tokio::sync::broadcast::error::RecvError;
        loop {
            let event = events.recv().await;
            let Some(session) = session.upgrade() else {
                return;
            };
            match event {
                Ok(event) => heard(&workbench, &session, event).await,
                Err(RecvError::Lagged(_)) => {
                    workbench.tell(Event::OrdersChanged {
                        ids: Vec::new(),
                        all: true,
                    });
                }
                Err(RecvError::Closed) => return,
            }
            if let Ok(frame) = workbench.frame().await {
                workbench.tell(Event::FrameChanged(frame));
            }
        }
    });
}

async fn heard(workbench: &Workbench, session: &Arc<Session>, event: SyncEvent) {
    match event {
        SyncEvent::Progress { step, done, total } => {
            let told = (step, done, total);
            let left = Pace::told(&mut lock(&session.pace), told, Instant::now());
            lock(&session.state).sync = Some(SyncProgressView {
                step: step.as_str().to_owned(),
                done: small(done),
                total: total.map(small),
                left_seconds: left,
                first: session.first.load(Ordering::Relaxed),
            });
        }
        SyncEvent::OrdersChanged(ids) => {
            let ids = ids.iter().map(ToString::to_string).collect();
            workbench.tell(Event::OrdersChanged { ids, all: false });
        }
        SyncEvent::Connection(connection) => {
            let changed = match connection {
                Connection::Online => session.set_connection("online", None),
                Connection::Offline { reason } => {
                    session.set_connection("offline", offline_problem(reason))
                }
                Connection::SignedOut => {
                    session.set_connection("signed_out", Some(Failure::new(codes::SIGNED_OUT)))
                }
            };
            if changed {
                if session.is_online() && session.operator_email().is_empty() {
                    session.learn_operator().await;
                }
                workbench.tell(Event::AccountChanged(Some(session.account_view().await)));
            }
        }
        SyncEvent::Finished(report) => {
            lock(&session.state).sync = None;
            *lock(&session.pace) = None;
            session.first.store(false, Ordering::Relaxed);
            session.cache_problem(None);
            if let Some(me) = &report.operator {
                session.operator_is(me.clone());
            }
            session.index_wanted.notify_one();
            workbench.take_rescued(session).await;
            for number in &report.unknown_numbers {
                workbench.tell(Event::NumberUnknown(number.to_string()));
            }
        }
        SyncEvent::Stopped(stop) => {
            lock(&session.state).sync = None;
            *lock(&session.pace) = None;
            session.index_wanted.notify_one();
            match &*stop {
                SyncStop::Store(problem) => {
                    let failure = Failure::from(problem);
                    if stops_writing(&failure) {
                        workbench.cannot_write(session, &failure);
                    } else {
                        session.cache_problem(Some(failure));
                    }
                }
                SyncStop::Broken => session.cache_problem(Some(Failure::new(codes::INTERNAL))),
                _ => {}
            }
        }
    }
}

/// Being out of reach is a normal state; the rest is something to do about.
fn offline_problem(reason: &str) -> Option<Failure> {
    match reason {
        "certificate_refused" => Some(Failure::new(codes::CERTIFICATE_REFUSED)),
        "proxy_sign_in" => Some(Failure::new(codes::PROXY_SIGN_IN)),
        "proxy_unreachable" => Some(Failure::new(codes::PROXY_UNREACHABLE)),
        "not_this_protocol" => Some(Failure::new(codes::NOT_THIS_PROTOCOL)),
        "service_refused" => Some(Failure::new(codes::SERVICE_REFUSED)),
        _ => None,
    }
}

fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
