//! The outbox, entry by entry: read back what may have arrived, check again what rests on old
//! evidence, count the attempt, send. What the answer does to the entry stands in `settle`. An
//! order whose entry waits or is parked holds up nobody else.

use std::collections::HashSet;

use turnup_contract::{CallError, ProblemBody, ProvisioningService, code};
use turnup_domain::Order;
use turnup_store::{OutboxEntry, Store};

use super::{
    Engine, SyncStop,
    act::Act,
    classify::{Sent, classify, classify_error},
    conflict::{self, ConflictPlan},
    report::SyncStep,
    run::Run,
    settle::found,
};

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
            let due = run
                .store(move |store| store.due_entries(now, BATCH))
                .await?;
            let due: Vec<_> = due
                .into_iter()
                .filter(|entry| tried.insert(entry.id))
                .collect();
            if due.is_empty() {
                return Ok(());
            }
            for entry in due {
                run.check()?;
                run.at(SyncStep::Push, tried.len() as u64 - 1, Some(total));
                let Some(sent) = self.deliver(run, &entry).await? else {
                    continue;
                };
                lost = if matches!(sent, Sent::Retry { unknown: true, .. }) {
                    lost + 1
                } else {
                    0
                };
                self.settle(run, entry, sent).await?;
                if lost == TOO_MANY_LOST {
                    return Err(SyncStop::Busy { retry_after: None });
                }
            }
        }
    }

    /// Sends an entry unless it is done already or must not be sent any more; `None` when it
    /// was taken back meanwhile.
    async fn deliver(&self, run: &Run<'_>, entry: &OutboxEntry) -> Result<Option<Sent>, SyncStop> {
        let Ok(act) = Act::of(entry) else {
            return Ok(Some(unreadable()));
        };
        if let Some(sent) = self.before_sending(run, entry, &act).await? {
            return Ok(Some(sent));
        }
        let (id, now) = (entry.id, self.clock.now());
        let begun = run
            .store(move |store| found(store.begin_attempt(id, now)))
            .await?;
        // A note may have been replaced meanwhile: what was begun is what is sent.
        let Some(begun) = begun else { return Ok(None) };
        let Ok(act) = Act::of(&begun) else {
            return Ok(Some(unreadable()));
        };
        run.touched(&entry.order_id);
        let sent = match self.send(run, &begun, &act, begun.base_revision).await? {
            Sent::Conflict { problem, current } => {
                self.resolve(run, entry, &act, problem, current).await?
            }
            sent => sent,
        };
        match sent {
            // An earlier attempt may be the reason for it.
            Sent::Rejected(problem) if entry.attempts > 0 => {
                let refused = Sent::Rejected(problem);
                self.unless_done(run, entry, &act, refused).await.map(Some)
            }
            Sent::Conflict { problem, current } if entry.attempts > 0 => {
                let refused = Sent::Conflict { problem, current };
                self.unless_done(run, entry, &act, refused).await.map(Some)
            }
            sent => Ok(Some(sent)),
        }
    }

    /// What keeps an entry from being sent: the service has it, or its evidence does not hold.
    async fn before_sending(
        &self,
        run: &Run<'_>,
        entry: &OutboxEntry,
        act: &Act,
    ) -> Result<Option<Sent>, SyncStop> {
        if entry.unknown_outcome {
            match self.read_back(run, entry, act).await? {
                Ok(Some(order)) => return Ok(Some(Sent::Accepted(Box::new(order)))),
                Ok(None) => {}
                Err(error) => return Ok(Some(question_failed(error, true))),
            }
        }
        let Act::Mapping(mapping) = act else {
            return Ok(None);
        };
        Ok(match self.recheck(run, entry, mapping).await? {
            Ok(None) => None,
            Ok(Some(problem)) => Some(Sent::Rejected(Box::new(problem))),
            Err(error) => Some(question_failed(error, entry.unknown_outcome)),
        })
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
                let error = CallError::NotThisProtocol {
                    reason,
                    status: 200,
                };
                Ok(Sent::StopAll {
                    error,
                    unknown: true,
                })
            }
            Ok(answer) => Ok(classify(answer)),
            Err(stop) => {
                // Cancelled on the way: nobody knows whether it arrived.
                let (id, now) = (entry.id, self.clock.now());
                run.store(move |store| store.retry_later(id, now, true, None, now))
                    .await?;
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
        // A document of another order says nothing about this one.
        let current = match current.filter(|current| current.id == entry.order_id) {
            Some(current) => current,
            None => match run.call(self.service.order(&entry.order_id)).await? {
                Ok(order) => Box::new(order),
                Err(error) => return Ok(question_failed(error, entry.unknown_outcome)),
            },
        };
        let again = match self.plan(run, entry, act, &current).await? {
            ConflictPlan::Done => return Ok(Sent::Accepted(current)),
            ConflictPlan::Park => {
                return Ok(Sent::Conflict {
                    problem,
                    current: Some(current),
                });
            }
            ConflictPlan::Rebase { revision, merged } => {
                self.tell_merged(run, entry, merged).await?;
                self.send(run, entry, act, revision).await?
            }
        };
        Ok(match again {
            // Somebody is at work there right now: let the dust settle.
            Sent::Conflict { problem, .. } => Sent::Retry {
                after: None,
                unknown: entry.unknown_outcome,
                problem: Some(problem),
            },
            other => other,
        })
    }

    /// What changed there meanwhile and goes together with the act, for the timeline.
    async fn tell_merged(
        &self,
        run: &Run<'_>,
        entry: &OutboxEntry,
        merged: Vec<String>,
    ) -> Result<(), SyncStop> {
        if merged.is_empty() {
            return Ok(());
        }
        let (id, now) = (entry.order_id.clone(), self.clock.now());
        let params = [("fields".to_owned(), merged.join(" "))].into();
        run.store(move |store| store.record(Some(&id), "", "merged", &params, now))
            .await
    }

    async fn plan(
        &self,
        run: &Run<'_>,
        entry: &OutboxEntry,
        act: &Act,
        current: &Order,
    ) -> Result<ConflictPlan, SyncStop> {
        if entry.base.is_some() {
            let before = entry.base.as_ref();
            return Ok(conflict::plan(act, &entry.intent_id, before, current));
        }
        let id = entry.order_id.clone();
        let mirror = run
            .store(move |store| store.order(&id))
            .await?
            .map(|stored| stored.order);
        let before = mirror.filter(|order| order.revision == entry.base_revision);
        Ok(conflict::plan(
            act,
            &entry.intent_id,
            before.as_ref(),
            current,
        ))
    }

    /// Accepted when the service has the act already, otherwise what it said.
    async fn unless_done(
        &self,
        run: &Run<'_>,
        entry: &OutboxEntry,
        act: &Act,
        refused: Sent,
    ) -> Result<Sent, SyncStop> {
        Ok(match self.read_back(run, entry, act).await? {
            Ok(Some(order)) => Sent::Accepted(Box::new(order)),
            Ok(None)
            | Err(CallError::Problem {
                status: 403 | 404 | 410,
                ..
            }) => refused,
            Err(error) => question_failed(error, true),
        })
    }
}

fn unreadable() -> Sent {
    Sent::Rejected(Box::new(ProblemBody::of(code::MALFORMED_REQUEST)))
}

/// A question around the sending failed: as with a write, but it adds no doubt of its own.
fn question_failed(error: CallError, doubt: bool) -> Sent {
    match classify_error(error) {
        Sent::Rejected(problem) | Sent::Conflict { problem, .. } if doubt => Sent::Unseen(problem),
        Sent::Retry { after, problem, .. } => Sent::Retry {
            after,
            unknown: doubt,
            problem,
        },
        Sent::StopAll { error, .. } => Sent::StopAll {
            error,
            unknown: doubt,
        },
        Sent::Conflict { problem, .. } => Sent::Rejected(problem),
        other
        @ (Sent::Accepted(_) | Sent::Reauthenticate | Sent::Rejected(_) | Sent::Unseen(_)) => other,
    }
}
