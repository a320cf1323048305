//! For programs without a window: an account is chosen for one run, the turn to speak with the
//! service is asked for, and a sync is waited for.

use tokio::sync::broadcast::error::RecvError;
use turnup_contract::{ProvisioningService, ProxyTrouble};
use turnup_domain::OrderNumber;
use turnup_sync::{SyncEvent, SyncReport, SyncStop};

use crate::{
    Failure, Workbench,
    errors::internal,
    failure::{Outcome, codes},
    home::AccountRecord,
    session::Session,
    views::SyncedView,
    workbench::now,
};

/// Orders that one transaction takes into the search.
const AT_ONCE: u32 = 500;
/// A service that keeps being busy with one act after the other ends some time.
const MOST_RUNS: u32 = 100;

impl Workbench {
    /// Opens an account for this run: the one that is open in the window, or the one of this name
    /// or of the operator with this address. Fails with `no_account`.
    pub async fn open_account(&self, wanted: Option<&str>) -> Outcome<()> {
        let account = self.account_named(wanted)?;
        let vault = self.vault();
        self.open(account, vault, None).await
    }

    fn account_named(&self, wanted: Option<&str>) -> Outcome<AccountRecord> {
        let settings = self.inner.home.settings();
        let Some(wanted) = wanted else {
            return settings
                .account
                .ok_or_else(|| Failure::new(codes::NO_ACCOUNT));
        };
        let open = settings.account.filter(|open| open.database == wanted);
        let known = settings.known.into_iter().find(|known| {
            known.account.database == wanted || known.operator_email.eq_ignore_ascii_case(wanted)
        });
        open.or(known.map(|known| known.account))
            .ok_or_else(|| Failure::new(codes::NO_ACCOUNT).with("name", wanted))
    }

    /// Takes the turn to speak with the service; false when another program has it.
    pub async fn take_turn(&self) -> Outcome<bool> {
        let session = self.session()?;
        if session.turn.is_held() {
            return Ok(true);
        }
        if session.turn.take().is_none() {
            return Ok(false);
        }
        session.step_forward().await;
        Ok(true)
    }

    /// Asks the service who is signed in, so that whatever needs it knows that it answers.
    pub async fn greet(&self) -> Outcome<()> {
        let session = self.session()?;
        let me = session.service.me().await?;
        let known = session.operator_email();
        if !known.is_empty() && !known.eq_ignore_ascii_case(&me.email) {
            return Err(Failure::new(codes::SIGNED_OUT));
        }
        session.operator_is(me);
        session.set_connection("online", None);
        Ok(())
    }

    /// Sends and fetches until nothing is due any more, and brings the search up to date. None
    /// when another program has the turn.
    pub async fn sync_to_end(&self) -> Outcome<Option<SyncedView>> {
        if !self.take_turn().await? {
            return Ok(None);
        }
        let session = self.session()?;
        let mut events = session.worker.subscribe();
        session.turn.want();
        session.worker.wake();
        let mut told = SyncedView::default();
        for _ in 0..MOST_RUNS {
            let report = loop {
                match events.recv().await {
                    Ok(SyncEvent::Finished(report)) => break report,
                    Ok(SyncEvent::Stopped(stop)) => return Err(stopped(&stop)),
                    Ok(_) | Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => return Err(internal("a sync", "it ended")),
                }
            };
            add(&mut told, &report);
            if !self.anything_due().await? {
                break;
            }
            session.worker.wake();
        }
        self.index_everything(&session).await?;
        Ok(Some(told))
    }

    async fn anything_due(&self) -> Outcome<bool> {
        self.with_store(|store| Ok(store.next_due()?.is_some_and(|due| due <= now())))
            .await
    }

    async fn index_everything(&self, session: &Session) -> Outcome<()> {
        let _open = session.keeping.lock().await;
        while self
            .with_store(|store| Ok(store.index_some(AT_ONCE)?))
            .await?
            > 0
        {}
        Ok(())
    }

    /// The order of a number. Fails with `order_not_found`.
    pub async fn order_of_number(&self, number: &str) -> Outcome<String> {
        let number = OrderNumber::from(number.trim());
        self.with_store(move |store| {
            let id = store.order_id_by_number(&number)?;
            id.map(|id| id.to_string())
                .ok_or_else(|| Failure::new(codes::ORDER_NOT_FOUND).with("number", number))
        })
        .await
    }
}

fn add(told: &mut SyncedView, report: &SyncReport) {
    told.accepted += report.accepted;
    told.parked += report.parked;
    told.changed += report.changed;
    told.organizations += report.organizations;
    let numbers = report.unknown_numbers.iter().map(ToString::to_string);
    told.unknown_numbers.extend(numbers);
}

/// Why a sync ended before its end.
fn stopped(stop: &SyncStop) -> Failure {
    match stop {
        SyncStop::SignedOut => Failure::new(codes::SIGNED_OUT),
        SyncStop::Offline { .. } => Failure::new(codes::OFFLINE),
        SyncStop::Busy { .. } => Failure::new(codes::OFFLINE).with("reason", "service_busy"),
        SyncStop::Certificate { .. } => Failure::new(codes::CERTIFICATE_REFUSED),
        SyncStop::Proxy(ProxyTrouble::SignIn) => Failure::new(codes::PROXY_SIGN_IN),
        SyncStop::Proxy(ProxyTrouble::Unreachable) => Failure::new(codes::PROXY_UNREACHABLE),
        SyncStop::NotThisProtocol { .. } => Failure::new(codes::NOT_THIS_PROTOCOL),
        SyncStop::Refused(problem) => {
            Failure::new(codes::SERVICE_REFUSED).with("code", &problem.code)
        }
        SyncStop::Store(problem) => Failure::from(problem),
        SyncStop::Cancelled | SyncStop::Broken => internal("a sync", stop),
    }
}
