//! Undoing what was done with many orders: each stays as it is where somebody went on since, or
//! where it may have reached the service.

use jiff::Timestamp;
use turnup_domain::{Draft, OrderId};
use turnup_store::Store;

use super::outcome;
use crate::{
    Failure, Workbench,
    drafting::{can_drop, editable, keep},
    failure::{Outcome, codes},
    order_page::stored,
    reminders,
    views::{ManyDone, ManyOutcome},
    workbench::{lock, now},
};

/// How one order comes back to what it was.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Its answers, where nobody changed them since.
    Answers {
        /// None when nothing had been answered.
        before: Option<Draft>,
        /// When the changed ones were saved; none when they were dropped.
        after: Option<Timestamp>,
    },
    /// What waits in the queue is taken back.
    TakeBack {
        /// The first of what was queued.
        entry: Option<i64>,
        /// The answers of before, where they were changed for it.
        draft: Option<Option<Draft>>,
    },
    /// Its day.
    Remind(Option<String>),
}

/// What was done last.
#[derive(Debug, Default)]
pub(crate) struct Undoing {
    key: u32,
    steps: Vec<(OrderId, Step)>,
}

impl Undoing {
    /// Keeps what can be undone in place of what was kept; under which number.
    pub(super) fn keep(&mut self, steps: Vec<(OrderId, Step)>) -> Option<u32> {
        self.key = self.key.wrapping_add(1);
        self.steps = steps;
        (!self.steps.is_empty()).then_some(self.key)
    }

    pub(super) fn take(&mut self, key: u32) -> Option<Vec<(OrderId, Step)>> {
        (key == self.key && !self.steps.is_empty()).then(|| std::mem::take(&mut self.steps))
    }
}

impl Workbench {
    /// Undoes what was done last with many orders. Fails with `nothing_to_undo` when something
    /// else was done with many since.
    pub async fn undo_many(&self, undo: u32) -> Outcome<ManyDone> {
        let session = self.session()?;
        let operator = session.operator_email();
        let steps = lock(&session.undoing)
            .take(undo)
            .ok_or_else(|| Failure::new(codes::NOTHING_TO_UNDO))?;
        let orders = self
            .with_store_of(&session, move |store| {
                let undone = steps.into_iter();
                Ok(undone
                    .map(|(id, step)| told(store, &id, step, &operator))
                    .collect::<Vec<ManyOutcome>>())
            })
            .await?;
        self.orders_changed(orders.iter().map(|one| one.id.clone()).collect())
            .await;
        Ok(ManyDone {
            cancelled: false,
            orders,
            left: 0,
            undo: None,
            failure: None,
        })
    }
}

fn told(store: &Store, id: &OrderId, step: Step, operator: &str) -> ManyOutcome {
    let undone = undo(store, id, step, operator);
    let word = if undone.is_ok() { "done" } else { "failed" };
    outcome(id, stored(store, id).ok().as_ref(), word, 0, undone.err())
}

fn undo(store: &Store, id: &OrderId, step: Step, operator: &str) -> Outcome<()> {
    match step {
        Step::Answers { before, after } => {
            let saved = stored(store, id)?.draft.map(|kept| kept.saved_at);
            if saved != after {
                return Err(Failure::new(codes::CHANGED_SINCE));
            }
            answer(store, id, before, operator)
        }
        Step::TakeBack { entry, draft } => {
            if let Some(entry) = entry {
                store.take_back(entry, now())?;
            }
            match draft {
                Some(before) => answer(store, id, before, operator),
                None => Ok(()),
            }
        }
        Step::Remind(before) => {
            let day = before.and_then(|on| on.parse().ok());
            reminders::put(store, id, day, operator).map(drop)
        }
    }
}

/// The answers as they were.
fn answer(store: &Store, id: &OrderId, before: Option<Draft>, operator: &str) -> Outcome<()> {
    let Some(before) = before else {
        can_drop(&stored(store, id)?)?;
        return Ok(store.drop_draft(id, now())?);
    };
    let (stored, caps) = editable(store, id)?;
    keep(store, &stored, &before, &caps, operator).map(drop)
}
