//! One act for many orders: told before what it would do, done order by order with a result for
//! each, ended between two of them, undone as far as nothing left this computer.
//!
//! Each order stands for itself: one that cannot be treated stops none of the others. A disk that
//! takes nothing does.

mod checking;
mod chosen;
mod local;
#[cfg(test)]
mod tests;
mod undoing;

use std::collections::VecDeque;

use turnup_domain::OrderId;
use turnup_store::{Store, StoredOrder};

use crate::{
    Failure, Workbench,
    disk::stops_writing,
    exports::job::{Job, Stop},
    failure::Outcome,
    order_page::stored,
    views::{ChosenOrders, ManyAct, ManyDone, ManyOutcome, ManyPlan, ManyPlanned},
    workbench::{lock, now},
};
use chosen::Ids;
pub(crate) use local::Doer;
use local::{Done, Would};
use undoing::Step;
pub(crate) use undoing::Undoing;

/// Most orders at once.
const MOST: usize = 1_000;
/// Orders between two words to whoever shows them.
const TOLD_EVERY: usize = 25;

impl Workbench {
    /// What an act would do to each of these orders. Changes nothing. Fails with
    /// `too_many_orders`.
    pub async fn plan_many(&self, chosen: ChosenOrders, act: ManyAct) -> Outcome<ManyPlan> {
        let ids = self.many_ids(chosen).await?;
        let doer = self.doer(&act).await?;
        self.with_store(move |store| {
            let plan = ids.iter().filter_map(|id| planned(store, &doer, id));
            Ok(ManyPlan {
                orders: plan.collect::<Outcome<_>>()?,
            })
        })
        .await
    }

    /// Does an act for each of these orders. Fails with `too_many_orders`, with `export_running`
    /// while something else goes over many orders, and when the very first cannot be written.
    pub async fn run_many(&self, chosen: ChosenOrders, act: ManyAct) -> Outcome<ManyDone> {
        let ids = self.many_ids(chosen).await?;
        let job = self.begin_many()?;
        if matches!(act, ManyAct::Check {}) {
            return self.check_many(&ids, job).await;
        }
        let doer = self.doer(&act).await?;
        self.each(ids, doer, job).await
    }

    async fn many_ids(&self, chosen: ChosenOrders) -> Outcome<Ids> {
        let session = self.session()?;
        let operator = session.operator_email();
        self.with_store(move |store| chosen::ids(store, chosen, operator, MOST, now()))
            .await
    }

    async fn doer(&self, act: &ManyAct) -> Outcome<Doer> {
        let operator = self.session()?.operator_email();
        let (act, needs_review) = (act.clone(), self.needs_review());
        self.with_store(move |store| Doer::new(store, act, operator, needs_review))
            .await
    }

    /// Some at a time: the store is free for others between them.
    pub(crate) async fn each(&self, ids: Ids, doer: Doer, job: Job) -> Outcome<ManyDone> {
        let session = self.session()?;
        let mut batch = Batch::new(ids, doer, job);
        while !batch.is_over() {
            let (moved, changed) = self
                .with_store_of(&session, move |store| {
                    let changed = batch.some(store);
                    Ok((batch, changed))
                })
                .await?;
            batch = moved;
            self.orders_changed(changed).await;
        }
        session.worker.wake();
        if let Some(failure) = &batch.ended {
            self.cannot_write(&session, failure);
            if batch.steps.is_empty() {
                return Err(failure.clone());
            }
        }
        Ok(ManyDone {
            cancelled: batch.cancelled,
            left: u32::try_from(batch.left.len()).unwrap_or(u32::MAX),
            undo: lock(&session.undoing).keep(batch.steps),
            failure: batch.ended,
            orders: batch.outcomes,
        })
    }
}

fn planned(store: &Store, doer: &Doer, id: &OrderId) -> Option<Outcome<ManyPlanned>> {
    // What left the cache since it was chosen is nothing to be asked about.
    let stored = stored(store, id).ok()?;
    let (outcome, changes, failure) = match doer.would(store, &stored) {
        Ok(Would::Do { changes, confirm }) => {
            (if confirm { "confirm" } else { "ready" }, changes, None)
        }
        Ok(Would::Nothing) => ("unchanged", Vec::new(), None),
        Err(failure) => ("refused", Vec::new(), Some(failure)),
    };
    Some(Ok(ManyPlanned {
        id: id.to_string(),
        number: stored.order.number.to_string(),
        company: stored.order.end_customer.company,
        outcome: outcome.to_owned(),
        changes,
        failure,
    }))
}

/// Orders one after the other, and what came of each.
struct Batch {
    /// Whose turn is still to come.
    left: VecDeque<OrderId>,
    outcomes: Vec<ManyOutcome>,
    steps: Vec<(OrderId, Step)>,
    cancelled: bool,
    /// Why nothing more can be written.
    ended: Option<Failure>,
    job: Job,
    doer: Doer,
}

impl Batch {
    fn new(ids: Ids, doer: Doer, job: Job) -> Self {
        Self {
            left: ids.into(),
            outcomes: Vec::new(),
            steps: Vec::new(),
            cancelled: false,
            ended: None,
            job,
            doer,
        }
    }

    fn is_over(&self) -> bool {
        self.left.is_empty() || self.cancelled || self.ended.is_some()
    }

    /// Treats the next of them; those that changed.
    fn some(&mut self, store: &Store) -> Vec<String> {
        let mut changed = Vec::new();
        for _ in 0..TOLD_EVERY {
            let Some(id) = self.left.front().cloned() else {
                break;
            };
            let (done, all) = progress(self.outcomes.len(), self.left.len());
            if let Err(Stop::Cancelled) = self.job.step_every(1, done, all) {
                self.cancelled = true;
                break;
            }
            let order = stored(store, &id);
            let done = match &order {
                Ok(order) => self.doer.run(store, order),
                Err(failure) => Err(failure.clone()),
            };
            if let Err(failure) = &done
                && stops_writing(failure)
            {
                self.ended = Some(failure.clone());
                break;
            }
            self.left.pop_front();
            let (word, failure) = match done {
                Ok(Done::Changed(step)) => {
                    changed.push(id.to_string());
                    self.steps.push((id.clone(), *step));
                    ("done", None)
                }
                Ok(Done::Nothing) => ("unchanged", None),
                Err(failure) => ("failed", Some(failure)),
            };
            self.outcomes
                .push(outcome(&id, order.ok().as_ref(), word, 0, failure));
        }
        changed
    }
}

/// How many are done, and how many there are.
fn progress(done: usize, left: usize) -> (u32, u32) {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    (number(done), number(done + left))
}

fn outcome(
    id: &OrderId,
    stored: Option<&StoredOrder>,
    word: &str,
    problems: u32,
    failure: Option<Failure>,
) -> ManyOutcome {
    let (number, company) = stored.map_or_else(Default::default, |stored| {
        let order = &stored.order;
        (order.number.to_string(), order.end_customer.company.clone())
    });
    ManyOutcome {
        id: id.to_string(),
        number,
        company,
        outcome: word.to_owned(),
        problems,
        failure,
    }
}
