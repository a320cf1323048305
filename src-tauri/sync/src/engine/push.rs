//! The outbox, entry by entry: read back what may have arrived, check again what rests on old
//! evidence, count the attempt, send, and do what the answer means. An order whose entry waits
//! or is parked holds up nobody else.

use std::collections::HashSet;

use jiff::Timestamp;
use serde_json::Value;
use turnup_contract::{CallError, ProblemBody, ProvisioningService, code};
use turnup_domain::Order;
use turnup_store::{OutboxEntry, Store, StoreError};

use super::{
    Engine, SyncStop,
    act::Act,
    classify::{Sent, classify, classify_error},
    conflict::{self, ConflictPlan},
    follow::ask_again_after,
    recheck::Evidence,
    report::SyncStep,
    run::Run,
};
use crate::{backoff, clock::later};

/// Entries asked of the cache at a time.
const BATCH: u32 = 500;
/// So many lost answers in a row are the service's trouble, not the entries'.
const TOO_MANY_LOST: u32 = 3;

impl<S: ProvisioningService> Engine<S> {
    pub(super) async fn push(&self, run: &mut Run<'_>) -> Result<(), SyncStop> {
        let total = u64::from(run.store(Store::waiting).await?.0);
        let mut tried = HashSet::new();
        let mut lost = 0;
        loop {
            let now = self.clock.now();
            let due = run.store(move |store| store.due_entries(now, BATCH)).await?;
            let due: Vec<_> = due.into_iter().filter(|entry| tried.insert(entry.id)).collect();
            if due.is_empty() {
                return Ok(());
            }
            for entry in due {
                run.check()?;
                run.at(SyncStep::Push, tried.len() as u64 - 1, Some(total));
                let sent = self.deliver(run, &entry).await?;
                lost = if matches!(sent, Sent::Retry { unknown: true, .. }) { lost + 1 } else { 0 };
                self.settle(run, entry, sent).await?;
                if lost == TOO_MANY_LOST {
                    return Err(SyncStop::Busy { retry_after: None });
                }
            }
        }
    }

    /// Sends an entry unless it is done already or must not be sent any more.
    async fn deliver(&self, run: &Run<'_>, entry: &OutboxEntry) -> Result<Sent, SyncStop> {
        let Ok(act) = Act::of(entry) else {
            return Ok(Sent::Rejected(Box::new(ProblemBody::of(code::MALFORMED_REQUEST))));
        };
        if entry.unknown_outcome {
            match self.read_back(run, entry, &act).await? {
                Ok(Some(order)) => return Ok(Sent::Accepted(Box::new(order))),
                Ok(None) => {}
                Err(error) => return Ok(before_sending(error, true)),
            }
        }
        if let Act::Mapping(mapping) = &act {
            match self.recheck(run, entry, mapping).await? {
                Ok(None) => {}
                Ok(Some(problem)) => return Ok(Sent::Rejected(Box::new(problem))),
                Err(error) => return Ok(before_sending(error, entry.unknown_outcome)),
            }
        }
        let (id, now) = (entry.id, self.clock.now());
        run.store(move |store| store.begin_attempt(id, now)).await?;
        run.touched(&entry.order_id);
        match self.send(run, entry, &act, entry.base_revision).await? {
            Sent::Conflict { problem, current } => {
                self.resolve(run, entry, &act, problem, current).await
            }
            Sent::Rejected(problem) if entry.attempts > 0 => {
                self.refused_again(run, entry, &act, problem).await
            }
            sent => Ok(sent),
        }
    }

    async fn send(
        &self,
        run: &Run<'_>,
        entry: &OutboxEntry,
        act: &Act,
        revision: u64,
    ) -> Result<Sent, SyncStop> {
        match run.call(act.send(&*self.service, entry, revision)).await {
            Ok(Ok(written)) if written.order.id != entry.order_id => {
                let reason = "the answer is about another order".to_owned();
                let error = CallError::NotThisProtocol { reason, status: 200 };
                Ok(Sent::StopAll { error, unknown: true })
            }
            Ok(answer) => Ok(classify(answer)),
            Err(stop) => {
                // Cancelled on the way: nobody knows whether it arrived.
                let (id, now) = (entry.id, self.clock.now());
                run.store(move |store| store.retry_later(id, now, true, None, now)).await?;
                Err(stop)
            }
        }
    }

    /// The order is not what the act was based on: once more if the change does not touch it.
    async fn resolve(
        &self,
        run: &Run<'_>,
        entry: &OutboxEntry,
        act: &Act,
        problem: Box<ProblemBody>,
        current: Option<Box<Order>>,
    ) -> Result<Sent, SyncStop> {
        let current = match current {
            Some(current) => current,
            None => match run.call(self.service.order(&entry.order_id)).await? {
                Ok(order) => Box::new(order),
                Err(error) => return Ok(before_sending(error, entry.unknown_outcome)),
            },
        };
        let again = match self.plan(run, entry, act, &current).await? {
            ConflictPlan::Done => return Ok(Sent::Accepted(current)),
            ConflictPlan::Park => return Ok(Sent::Conflict { problem, current: Some(current) }),
            ConflictPlan::Rebase(revision) => self.send(run, entry, act, revision).await?,
        };
        Ok(match again {
            // Somebody is at work there right now: let the dust settle.
            Sent::Conflict { problem, .. } => {
                Sent::Retry { after: None, unknown: entry.unknown_outcome, problem: Some(problem) }
            }
            other => other,
        })
    }

    async fn plan(
        &self,
        run: &Run<'_>,
        entry: &OutboxEntry,
        act: &Act,
        current: &Order,
    ) -> Result<ConflictPlan, SyncStop> {
        let id = entry.order_id.clone();
        let mirror = run.store(move |store| store.order(&id)).await?.map(|stored| stored.order);
        let before = mirror.filter(|order| order.revision == entry.base_revision);
        let evidence = Evidence::of_entry(entry);
        let seen = conflict::Seen::of(before.as_ref(), evidence.as_ref());
        Ok(conflict::plan(act, &entry.intent_id, seen, current))
    }

    /// Refused, but not at the first attempt: an earlier one may be the reason for it.
    async fn refused_again(
        &self,
        run: &Run<'_>,
        entry: &OutboxEntry,
        act: &Act,
        problem: Box<ProblemBody>,
    ) -> Result<Sent, SyncStop> {
        Ok(match self.read_back(run, entry, act).await? {
            Ok(Some(order)) => Sent::Accepted(Box::new(order)),
            Ok(None) | Err(CallError::Problem { status: 403 | 404 | 410, .. }) => {
                Sent::Rejected(problem)
            }
            Err(error) => before_sending(error, true),
        })
    }

    /// Does what the answer means.
    async fn settle(
        &self,
        run: &mut Run<'_>,
        entry: OutboxEntry,
        sent: Sent,
    ) -> Result<(), SyncStop> {
        let now = self.clock.now();
        let (id, order_id) = (entry.id, entry.order_id.clone());
        let backed_off = |after| later(now, backoff::wait(entry.attempts + 1, after, &*self.random));
        let wait = |at: Timestamp, unknown: bool, problem: Option<Value>| {
            run.store(move |store| store.retry_later(id, at, unknown, problem.as_ref(), now))
        };
        let mut stop = None;
        match sent {
            Sent::Accepted(order) => {
                if ask_again_after(&order).is_some() {
                    self.follow(&order_id);
                }
                run.store(move |store| store.accepted(id, &order, now)).await?;
                run.report.accepted += 1;
            }
            Sent::Retry { after, unknown, problem } => {
                wait(backed_off(after), unknown, problem.map(json)).await?;
                run.report.postponed += 1;
            }
            Sent::Rejected(problem) => {
                park(run, id, problem, None, now).await?;
                run.report.parked += 1;
            }
            Sent::Conflict { problem, current } => {
                park(run, id, problem, current, now).await?;
                run.report.parked += 1;
            }
            Sent::Reauthenticate => {
                wait(now, entry.unknown_outcome, None).await?;
                stop = Some(SyncStop::SignedOut);
            }
            Sent::StopAll { error, unknown } => {
                let unknown = unknown || entry.unknown_outcome;
                // Only what the service itself said holds up the entry; the rest, the worker.
                let (at, problem) = match &error {
                    CallError::Problem { retry_after, problem, .. } => {
                        (backed_off(*retry_after), Some(json(problem.clone())))
                    }
                    _ => (now, None),
                };
                wait(at, unknown, problem).await?;
                stop = Some(error.into());
            }
        }
        run.touched(&order_id);
        stop.map_or(Ok(()), Err)
    }
}

async fn park(
    run: &Run<'_>,
    entry: i64,
    mut problem: Box<ProblemBody>,
    current: Option<Box<Order>>,
    now: Timestamp,
) -> Result<(), SyncStop> {
    let current = current.or_else(|| problem.current.take());
    let problem = json(problem);
    run.store(move |store| match store.park(entry, &problem, current.as_deref(), now) {
        Err(StoreError::NotFound) => Ok(()),
        other => other,
    })
    .await
}

fn json(problem: Box<ProblemBody>) -> Value {
    serde_json::to_value(problem).unwrap_or_default()
}

/// A question before the sending failed: as with a write, but it adds no doubt of its own.
fn before_sending(error: CallError, doubt: bool) -> Sent {
    match classify_error(error) {
        Sent::Retry { after, problem, .. } => Sent::Retry { after, unknown: doubt, problem },
        Sent::StopAll { error, .. } => Sent::StopAll { error, unknown: doubt },
        Sent::Conflict { problem, .. } => Sent::Rejected(problem),
        other @ (Sent::Accepted(_) | Sent::Reauthenticate | Sent::Rejected(_)) => other,
    }
}
