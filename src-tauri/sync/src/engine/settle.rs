//! What an answer does to its outbox entry: gone, waiting, or for somebody to decide about.
//! Which of them it is was decided in `classify`.

use jiff::Timestamp;
use serde_json::Value;
use turnup_contract::{CallError, ProblemBody, ProvisioningService};
use turnup_domain::Order;
use turnup_store::{OutboxEntry, StoreError};

use super::{Engine, SyncStop, classify::Sent, follow::ask_again_after, run::Run};
use crate::{backoff, clock::later};

impl<S: ProvisioningService> Engine<S> {
    /// Does what the answer means.
    pub(super) async fn settle(
        &self,
        run: &mut Run<'_>,
        entry: OutboxEntry,
        sent: Sent,
    ) -> Result<(), SyncStop> {
        let now = self.clock.now();
        let (id, order_id) = (entry.id, entry.order_id.clone());
        let backed_off =
            |after| later(now, backoff::wait(entry.attempts + 1, after, &*self.random));
        let wait = |at: Timestamp, unknown: bool, problem: Option<Value>| {
            run.store(move |store| found(store.retry_later(id, at, unknown, problem.as_ref(), now)))
        };
        let mut stop = None;
        match sent {
            Sent::Accepted(order) => {
                if ask_again_after(&order).is_some() {
                    self.follow(&order_id);
                }
                run.store(move |store| found(store.accepted(id, &order, now)))
                    .await?;
                run.report.accepted += 1;
            }
            Sent::Retry {
                after,
                unknown,
                problem,
            } => {
                wait(backed_off(after), unknown, problem.map(json)).await?;
                run.report.postponed += 1;
            }
            Sent::Rejected(problem) => {
                park(run, id, problem, None, now).await?;
                run.report.parked += 1;
            }
            Sent::Unseen(problem) => {
                let problem = json(problem);
                run.store(move |store| found(store.park_in_doubt(id, &problem, now)))
                    .await?;
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
                    CallError::Problem {
                        retry_after,
                        problem,
                        ..
                    } => (backed_off(*retry_after), Some(json(problem.clone()))),
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
    run.store(move |store| found(store.park(entry, &problem, current.as_deref(), now)))
        .await
        .map(|_| ())
}

fn json(problem: Box<ProblemBody>) -> Value {
    serde_json::to_value(problem).unwrap_or_default()
}

/// Nothing, when there is nothing of that id any more.
pub(super) fn found<T>(result: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match result {
        Err(StoreError::NotFound) => Ok(None),
        other => other.map(Some),
    }
}
