//! The queue: everything that the service has not accepted yet, and what can be done about it.

use turnup_contract::ProblemBody;
use turnup_domain::OrderId;
use turnup_store::{QueueRow, Store};

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    order_page::{page, stored},
    order_view::problem_view,
    views::{OrderView, QueueEntryView, QueueView, Sentence},
    workbench::now,
};

/// Most entries that cross at once.
const MAX_WINDOW: u32 = 200;

impl Workbench {
    /// A window onto the queue.
    pub async fn list_queue(&self, offset: u32) -> Outcome<QueueView> {
        self.with_store(move |store| {
            let window = store.queue(None, offset, MAX_WINDOW, now())?;
            Ok(QueueView {
                entries: window.rows.into_iter().map(queue_entry).collect(),
                offset,
                total: window.total,
            })
        })
        .await
    }

    /// Takes an entry back of which nothing can have reached the service; a mapping takes the
    /// set-up that rests on it along. What was answered is a draft again.
    pub async fn take_back(&self, entry: &str) -> Outcome<OrderView> {
        self.decide(entry, |store, entry, _| Ok(store.take_back(entry, now())?))
            .await
    }

    /// Has an entry sent as soon as its turn comes: one that was refused once more as it is, one
    /// that waits for its next attempt without waiting.
    pub async fn retry_entry(&self, entry: &str) -> Outcome<OrderView> {
        self.decide(entry, |store, entry, order| {
            let revision = stored(store, order)?.order.revision;
            Ok(store.retry_now(entry, revision, now())?)
        })
        .await
    }

    /// One decision about one entry: stored, told, and the engine woken.
    async fn decide(
        &self,
        entry: &str,
        work: impl FnOnce(&Store, i64, &OrderId) -> Outcome<()> + Send + 'static,
    ) -> Outcome<OrderView> {
        let session = self.session()?;
        let entry: i64 = entry.parse().map_err(|_| not_waiting())?;
        let view = self
            .with_store(move |store| {
                let order = store.outbox_entry(entry)?.ok_or_else(not_waiting)?.order_id;
                work(store, entry, &order)?;
                page(store, &order)
            })
            .await?;
        self.order_changed(&view.id).await;
        session.worker.wake();
        Ok(view)
    }
}

/// It was sent, taken back or replaced meanwhile.
fn not_waiting() -> Failure {
    Failure::new(codes::NOT_WAITING)
}

pub(crate) fn queue_entry(row: QueueRow) -> QueueEntryView {
    let can_take_back = row.entry.can_be_taken_back();
    let entry = row.entry;
    let problem: Option<ProblemBody> = entry
        .problem
        .and_then(|value| serde_json::from_value(value).ok());
    QueueEntryView {
        id: entry.id.to_string(),
        order_id: entry.order_id.to_string(),
        number: row.number.to_string(),
        customer: row.customer,
        kind: entry.kind.as_str().to_owned(),
        state: entry.state.as_str().to_owned(),
        created_at: entry.created_at.to_string(),
        attempts: entry.attempts,
        next_attempt_at: entry.next_attempt_at.map(|at| at.to_string()),
        errors: problem
            .iter()
            .flat_map(|p| &p.errors)
            .map(problem_view)
            .collect(),
        problem: problem.map(|problem| Sentence {
            code: problem.code,
            params: problem.params,
        }),
        unknown_outcome: entry.unknown_outcome,
        waits_for: row.waits_for.as_str().to_owned(),
        actor: entry.actor,
        can_take_back,
    }
}
