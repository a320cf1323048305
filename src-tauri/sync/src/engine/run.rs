//! What the steps of one run share: who listens, whether it was cancelled, what came of it so
//! far, and the two ways out of the engine's thread: asking the service and asking the cache.

use std::future::Future;

use turnup_contract::Answer;
use turnup_domain::OrderId;
use turnup_store::{Store, StoreError};

use super::report::{Progress, SyncReport, SyncStep, SyncStop};
use crate::cancel::Cancel;

pub(super) struct Run<'a> {
    store: Store,
    progress: &'a (dyn Fn(Progress) + Send + Sync),
    cancel: &'a Cancel,
    /// So far.
    pub report: SyncReport,
    /// Orders that this run changed, as long as they are few enough to be asked after.
    pub fresh: Vec<OrderId>,
}

/// A pull that changes more orders than this is a first one: nobody waits for each of them.
const FEW: usize = 200;

impl<'a> Run<'a> {
    pub fn begin(
        store: &Store,
        progress: &'a (dyn Fn(Progress) + Send + Sync),
        cancel: &'a Cancel,
    ) -> Result<Self, SyncStop> {
        let run = Self {
            store: store.clone(),
            progress,
            cancel,
            report: SyncReport::default(),
            fresh: Vec::new(),
        };
        run.check().map(|()| run)
    }

    /// Ends the run when somebody asked for it.
    pub fn check(&self) -> Result<(), SyncStop> {
        if self.cancel.is_cancelled() {
            Err(SyncStop::Cancelled)
        } else {
            Ok(())
        }
    }

    pub fn at(&self, step: SyncStep, done: u64, total: Option<u64>) {
        (self.progress)(Progress::At { step, done, total });
    }

    /// Orders changed in the cache by what came from the service.
    pub fn changed(&mut self, ids: Vec<OrderId>) {
        if ids.is_empty() {
            return;
        }
        self.report.changed += ids.len() as u64;
        self.fresh.extend(
            ids.iter()
                .take(FEW.saturating_sub(self.fresh.len()))
                .cloned(),
        );
        (self.progress)(Progress::Changed(ids));
    }

    /// The local state of an order changed: queued, being sent, waiting.
    pub fn touched(&self, id: &OrderId) {
        (self.progress)(Progress::Changed(vec![id.clone()]));
    }

    /// Asks the service; any failure ends the run.
    pub async fn ask<T>(&self, call: impl Future<Output = Answer<T>>) -> Result<T, SyncStop> {
        self.call(call).await?.map_err(SyncStop::from)
    }

    /// Asks the service; only cancelling ends the run.
    pub async fn call<T>(
        &self,
        call: impl Future<Output = Answer<T>>,
    ) -> Result<Answer<T>, SyncStop> {
        self.cancel.unless(call).await.ok_or(SyncStop::Cancelled)
    }

    /// Asks the cache, beside the async threads. It is never cancelled half-way.
    pub async fn store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, SyncStop> {
        let store = self.store.clone();
        match tokio::task::spawn_blocking(move || work(&store)).await {
            Ok(done) => Ok(done?),
            Err(_) => Err(SyncStop::Broken),
        }
    }
}
