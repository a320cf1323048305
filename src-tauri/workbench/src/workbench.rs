//! The workbench itself: what is open, and who hears of changes.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::Timestamp;
use tokio::sync::broadcast;
use turnup_credentials::Vault;
use turnup_store::Store;
use turnup_summary::Typesetter;
use turnup_sync::Limits;

use crate::{
    Failure, disk,
    errors::internal,
    exports::job::Exporting,
    failure::{Outcome, codes},
    home::{self, Home},
    notices::{ABOUT, Pacing},
    session::Session,
    sign_in::Waiting,
    views::{AccountView, ExportProgress, FrameView, RescueView, SettingsView, StartupView},
};

/// How many events a slow listener may lag behind before it is told to read everything anew.
const EVENTS_KEPT: usize = 256;

/// Charts that can be shown as tables.
const CHARTS: [&str; 5] = ["open", "closing", "waiting", "provisioned", "failures"];

/// What a workbench needs to begin.
#[derive(Debug, Clone)]
pub struct Options {
    /// Folder of all data.
    pub data_dir: PathBuf,
    /// Folder of the summary's fonts.
    pub fonts_dir: PathBuf,
    /// Whether tokens may be kept in the keyring of the operating system.
    pub keyring: bool,
    /// How long and how large an answer of the service may be.
    pub limits: Limits,
    /// What the workbench does by itself.
    pub purpose: Purpose,
    /// `en` or `fr` instead of the language of the settings.
    pub language: Option<String>,
}

/// What a workbench does by itself once an account is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Sends and fetches whenever it can, makes the backup of the day, and remembers which account
    /// was open.
    Window,
    /// Nothing that it is not asked for.
    Command,
}

impl Options {
    /// Where secrets may be kept.
    pub(crate) fn vault(&self) -> Vault {
        if self.keyring {
            Vault::of_this_computer()
        } else {
            Vault::session_only()
        }
    }
}

/// Something changed; sent after the change is stored.
#[derive(Debug, Clone)]
pub enum Event {
    /// These orders changed; all of them may have when `all`.
    OrdersChanged {
        /// Their ids.
        ids: Vec<String>,
        /// Read everything anew.
        all: bool,
    },
    /// The truths at the bottom of the window changed.
    FrameChanged(FrameView),
    /// Another account, signed in or out.
    AccountChanged(Option<AccountView>),
    /// The order number of an e-mail that was remembered is not known to the service.
    NumberUnknown(String),
    /// How far an export is; none when it is over.
    ExportMoved(Option<ExportProgress>),
}

/// All use cases over one data folder. Cheap to clone.
#[derive(Clone)]
pub struct Workbench {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) home: Home,
    pub(crate) options: Options,
    pub(crate) session: Mutex<Option<Arc<Session>>>,
    pub(crate) problem: Mutex<Option<Failure>>,
    /// What was rescued and not yet told.
    pub(crate) rescued: Mutex<Option<RescueView>>,
    pub(crate) signing_in: Mutex<Option<Waiting>>,
    pub(crate) events: broadcast::Sender<Event>,
    /// Where the password of a proxy is.
    pub(crate) proxy_vault: Vault,
    pub(crate) typesetter: tokio::sync::OnceCell<Arc<Typesetter>>,
    /// The one export that may run.
    pub(crate) exporting: Exporting,
    /// When it was looked for notices.
    pub(crate) pacing: Mutex<Pacing>,
}

impl Workbench {
    /// Nothing is read yet: [`Workbench::reopen`] opens the data folder and the account that was
    /// open before, so that the first picture waits for neither.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let (events, _) = broadcast::channel(EVENTS_KEPT);
        Self {
            inner: Arc::new(Inner {
                home: Home::at(&options.data_dir),
                proxy_vault: options.vault(),
                options,
                session: Mutex::default(),
                problem: Mutex::default(),
                rescued: Mutex::default(),
                signing_in: Mutex::default(),
                events,
                typesetter: tokio::sync::OnceCell::new(),
                exporting: Exporting::default(),
                pacing: Mutex::default(),
            }),
        }
    }

    /// Opens the data folder; what stands in the way is kept for [`Workbench::startup`].
    pub fn open_folder(&self) -> Outcome<()> {
        let read = self.inner.home.read().map_err(|problem| {
            tracing::error!(error = %problem, "the data folder");
            Failure::new(codes::FOLDER_NOT_USABLE)
                .with("name", self.inner.home.folder().display())
                .with("reason", crate::files::reason_code(&problem))
        });
        *lock(&self.inner.problem) = read.as_ref().err().cloned();
        read
    }

    /// Hears of every change from now on.
    #[must_use]
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.inner.events.subscribe()
    }

    /// Everything that must be known before the first picture.
    pub async fn startup(&self) -> StartupView {
        let account = match self.session() {
            Ok(session) => Some(session.account_view().await),
            Err(_) => None,
        };
        StartupView {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            data_dir: self.inner.home.folder().display().to_string(),
            settings: self.inner.home.settings().view(),
            account,
            problem: lock(&self.inner.problem).clone(),
            rescued: lock(&self.inner.rescued).clone(),
        }
    }

    /// How the program presents itself, and what it does by itself.
    #[must_use]
    pub fn settings(&self) -> SettingsView {
        self.inner.home.settings().view()
    }

    /// Keeps how the program presents itself.
    pub async fn save_settings(&self, settings: SettingsView) -> Outcome<SettingsView> {
        let known = |value: &str, words: &[&str]| words.contains(&value);
        if !known(&settings.language, &["system", "en", "fr"])
            || !known(&settings.appearance, &["system", "light", "dark"])
            || !known(&settings.density, &["comfortable", "compact"])
            || !settings.tables.iter().all(|chart| known(chart, &CHARTS))
            || !settings
                .notices_about
                .iter()
                .all(|about| known(about, &ABOUT))
            || !home::are_plausible(&settings.columns)
        {
            return Err(internal("settings", "a value that no form offers"));
        }
        let kept = self.inner.home.change(|all| {
            all.language = settings.language;
            all.appearance = settings.appearance;
            all.density = settings.density;
            all.review_required = settings.review_required;
            all.tables = settings.tables;
            all.notices = settings.notices;
            all.notices_about = settings.notices_about;
            all.quiet_at_night = settings.quiet_at_night;
            all.keep_running = settings.keep_running;
            all.start_at_login = settings.keep_running && settings.start_at_login;
            all.columns = settings.columns;
        });
        kept.map(|all| all.view()).map_err(|problem| {
            Failure::new(codes::FILE_NOT_WRITTEN)
                .with("name", "settings.json")
                .with("reason", crate::files::reason_code(&problem))
        })
    }

    /// Ends the engine and closes the database. What was acknowledged is stored already; of an
    /// export that runs nothing is left.
    pub async fn close(&self) {
        self.inner.exporting.end().await;
        let session = lock(&self.inner.session).take();
        if let Some(session) = session {
            session.stop().await;
        }
    }

    pub(crate) fn session(&self) -> Outcome<Arc<Session>> {
        lock(&self.inner.session).clone().ok_or_else(|| {
            lock(&self.inner.problem)
                .clone()
                .unwrap_or_else(|| Failure::new(codes::NO_ACCOUNT))
        })
    }

    /// Runs blocking work over the cache away from the async threads.
    pub(crate) async fn with_store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let session = self.session()?;
        self.with_store_of(&session, work).await
    }

    /// The same with the store of an account, whichever is open by now.
    pub(crate) async fn with_store_of<T: Send + 'static>(
        &self,
        session: &Arc<Session>,
        work: impl FnOnce(&Store) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let store = session.store.clone();
        let outcome = tokio::task::spawn_blocking(move || work(&store))
            .await
            .map_err(|problem| internal("a task ended", problem))?;
        if let Err(failure) = &outcome
            && disk::stops_writing(failure)
        {
            self.cannot_write(session, failure);
        }
        outcome
    }

    /// The same for work that writes a file elsewhere: a full disk there says nothing of the cache.
    pub(crate) async fn beside_store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        self.with_store(move |store| Ok(work(store))).await?
    }

    pub(crate) fn tell(&self, event: Event) {
        // Nobody listening is fine: the next reader reads the store.
        let _ = self.inner.events.send(event);
    }

    /// Tells that one order changed here, and what now waits.
    pub(crate) async fn order_changed(&self, id: &str) {
        self.orders_changed(vec![id.to_owned()]).await;
    }

    /// The same of many at once.
    pub(crate) async fn orders_changed(&self, ids: Vec<String>) {
        if ids.is_empty() {
            return;
        }
        if let Ok(session) = self.session() {
            session.wrote();
        }
        self.tell(Event::OrdersChanged { ids, all: false });
        if let Ok(frame) = self.frame().await {
            self.tell(Event::FrameChanged(frame));
        }
    }
}

/// The time now: the one place where the workbench reads the clock.
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// Locks; a panic elsewhere does not make what is inside unreadable.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
