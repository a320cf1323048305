//! One run of the sync, as its list of steps. What a step decides is a pure function in a file
//! of its own (`classify`, `conflict`, `readback`, `recheck`, `compare`); what it does with the
//! decision stands beside it. No HTTP and no window in here; when to run is the worker's
//! business.

mod act;
mod classify;
mod compare;
mod conflict;
mod directory;
mod follow;
mod lookup;
mod pull;
mod push;
mod readback;
mod recheck;
mod report;
mod run;
mod settle;

#[cfg(test)]
mod tests;

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use turnup_contract::{Me, ProvisioningService};
use turnup_domain::OrderId;
use turnup_store::Store;

pub use act::asked_fields;
pub use recheck::{Evidence, match_request};
pub use report::{LAST_RUN, OPERATOR, Progress, SyncReport, SyncStep, SyncStop};
use run::Run;

use crate::{
    cancel::Cancel,
    clock::{Clock, Random, SystemClock, SystemRandom},
};

/// Brings the cache and one service together.
pub struct Engine<S> {
    service: Arc<S>,
    store: Store,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    /// Orders to ask after one by one: their operation runs, or somebody looks at them.
    followed: Mutex<BTreeSet<OrderId>>,
    /// The sequence at which cache and service were last found equal.
    compared: Mutex<Option<u64>>,
    /// Held by the run that runs.
    alone: tokio::sync::Mutex<()>,
}

impl<S: ProvisioningService> Engine<S> {
    /// An engine with the computer's clock and chance.
    #[must_use]
    pub fn new(service: Arc<S>, store: Store) -> Self {
        Self::with(
            service,
            store,
            Arc::new(SystemClock),
            Arc::new(SystemRandom),
        )
    }

    /// An engine whose clock and chance are given.
    #[must_use]
    pub fn with(
        service: Arc<S>,
        store: Store,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Self {
        Self {
            service,
            store,
            clock,
            random,
            followed: Mutex::default(),
            compared: Mutex::default(),
            alone: tokio::sync::Mutex::default(),
        }
    }

    /// The service, for what is asked outside of a run.
    #[must_use]
    pub fn service(&self) -> &Arc<S> {
        &self.service
    }

    /// The cache.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Its chance, for whoever waits on its behalf.
    pub(crate) fn random(&self) -> &dyn Random {
        &*self.random
    }

    /// Its clock's time.
    pub(crate) fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }

    /// Asks after this order in the next run, and as long as an operation of it runs.
    pub fn follow(&self, id: &OrderId) {
        self.followed().insert(id.clone());
    }

    /// One run, from signing in to the comparison. Two runs never overlap: the second waits.
    ///
    /// # Errors
    /// Why the run ended before its end. What was done until then is kept.
    pub async fn run(
        &self,
        progress: &(dyn Fn(Progress) + Send + Sync),
        cancel: &Cancel,
    ) -> Result<SyncReport, SyncStop> {
        let _alone = self.alone.lock().await;
        let mut run = Run::begin(&self.store, progress, cancel)?;
        // An interrupted run may not even have been able to write down that it was.
        put_back(&run).await?;
        let ended = self.steps(&mut run).await;
        if ended.is_err()
            && let Err(error) = put_back(&run).await
        {
            tracing::warn!(?error, "what was being sent is put back by the next run");
        }
        ended?;
        self.record(run).await
    }

    async fn steps(&self, run: &mut Run<'_>) -> Result<(), SyncStop> {
        self.authenticate(run).await?;
        self.push(run).await?;
        self.pull_orders(run).await?;
        self.pull_organizations(run).await?;
        self.look_up_numbers(run).await?;
        self.follow_orders(run).await?;
        self.compare(run).await
    }

    /// Who is signed in, and which rules hold.
    async fn authenticate(&self, run: &mut Run<'_>) -> Result<(), SyncStop> {
        run.at(SyncStep::Authenticate, 0, None);
        let me = run.ask(self.service.me()).await?;
        let before = run.store(|store| store.setting(OPERATOR)).await?;
        if is_somebody_else(before.as_deref(), &me) {
            tracing::warn!("the service says that somebody else is signed in: nothing is sent");
            return Err(SyncStop::SignedOut);
        }
        let known = run.store(Store::capabilities).await?.map(|(etag, _)| etag);
        let news = run.ask(self.service.capabilities(known.as_deref())).await?;
        let operator = serde_json::to_string(&me).unwrap_or_default();
        run.store(move |store| {
            if store.setting(OPERATOR)?.as_deref() != Some(&operator) {
                store.set_setting(OPERATOR, Some(&operator))?;
            }
            match news {
                Some((capabilities, etag)) => store.set_capabilities(&etag, &capabilities),
                None => Ok(()),
            }
        })
        .await?;
        run.report.operator = Some(me);
        Ok(())
    }

    async fn record(&self, run: Run<'_>) -> Result<SyncReport, SyncStop> {
        let now = self.clock.now();
        let feed = run
            .store(move |store| {
                store.set_setting(LAST_RUN, Some(&now.to_string()))?;
                store.orders_cursor()
            })
            .await?;
        let mut report = run.report;
        report.as_of = feed.map(|(_, as_of)| as_of);
        report.ended_at = Some(now);
        Ok(report)
    }

    fn followed(&self) -> MutexGuard<'_, BTreeSet<OrderId>> {
        self.followed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is "sending" while nothing is sent was interrupted: its outcome is unknown.
async fn put_back(run: &Run<'_>) -> Result<(), SyncStop> {
    for left in run.store(Store::recover_sending).await? {
        run.touched(&left.order_id);
    }
    Ok(())
}

/// Whether a cache is another person's: neither the id nor the address is the one it knows.
fn is_somebody_else(known: Option<&str>, me: &Me) -> bool {
    let known: Option<Me> = known.and_then(|text| serde_json::from_str(text).ok());
    known.is_some_and(|known| known.id != me.id && !known.email.eq_ignore_ascii_case(&me.email))
}
