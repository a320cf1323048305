//! Whole runs of the engine over a real cache in a temporary folder and a service in memory.
#![allow(clippy::unwrap_used)]

mod bad_documents;
mod bad_feeds;
mod conflicts;
mod evidence;
mod lost_answers;
mod pulling;
mod pushing;
mod sister_systems;
mod wire;

use std::{sync::Arc, time::Duration};

use serde_json::{Value, to_value};
use turnup_contract::{CallError, ProblemBody};
use turnup_domain::{Order, OrderId, order::Review};
use turnup_store::{OutboxEntry, OutboxKind, Store, StoredOrder};

use super::{Engine, Evidence, Progress, SyncReport, SyncStop};
use crate::{
    cancel::Cancel,
    clock::Clock,
    testing::{FakeService, Fault, ManualClock, Most, mapping, order, setup},
};

/// A desktop and its service.
struct Desk {
    service: Arc<FakeService>,
    store: Store,
    clock: Arc<ManualClock>,
    engine: Engine<FakeService>,
    folder: tempfile::TempDir,
}

impl Desk {
    /// A service with orders `ord_1` … and a desktop that has pulled them.
    async fn with_orders(count: u32) -> Self {
        let orders = (1..=count).map(|number| order(&format!("ord_{number}"), 1));
        let desk = Self::empty(FakeService::with(orders));
        desk.run().await.unwrap();
        desk.service.state().log.clear();
        desk
    }

    /// A desktop that has never asked its service.
    fn empty(service: FakeService) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("turnup.db")).unwrap();
        let (service, clock) = (Arc::new(service), Arc::new(ManualClock::new()));
        let engine = Self::engine_over(&service, &store, &clock);
        Self {
            service,
            store,
            clock,
            engine,
            folder,
        }
    }

    fn engine_over(
        service: &Arc<FakeService>,
        store: &Store,
        clock: &Arc<ManualClock>,
    ) -> Engine<FakeService> {
        let clock = Arc::clone(clock) as Arc<dyn Clock>;
        Engine::with(Arc::clone(service), store.clone(), clock, Arc::new(Most))
    }

    /// The program ends without a word and starts again.
    fn crash_and_restart(self) -> Self {
        let Self {
            service,
            store,
            clock,
            engine,
            folder,
        } = self;
        drop((engine, store));
        let store = Store::open(&folder.path().join("turnup.db")).unwrap();
        let engine = Self::engine_over(&service, &store, &clock);
        Self {
            service,
            store,
            clock,
            engine,
            folder,
        }
    }

    async fn run(&self) -> Result<SyncReport, SyncStop> {
        self.engine.run(&|_| {}, &Cancel::new()).await
    }

    /// Time passes, then a run.
    async fn run_later(&self) -> Result<SyncReport, SyncStop> {
        self.clock.advance(Duration::from_secs(60));
        self.run().await
    }

    /// A run that is cancelled while it waits for this call.
    async fn run_cancelled_at(&self, call: &str) {
        let cancel = Cancel::new();
        let cancelling = async {
            while self.service.calls(call) == 0 {
                tokio::task::yield_now().await;
            }
            cancel.cancel();
        };
        let (ended, ()) = tokio::join!(self.engine.run(&|_| {}, &cancel), cancelling);
        assert!(matches!(ended, Err(SyncStop::Cancelled)));
    }

    fn stored(&self, id: &str) -> StoredOrder {
        self.store.order(&OrderId::from(id)).unwrap().unwrap()
    }

    fn entries(&self, id: &str) -> Vec<OutboxEntry> {
        self.stored(id).outbox
    }

    fn queue(&self, id: &str, acts: &[(OutboxKind, Value)], evidence: Option<&Evidence>) {
        let stored = self.stored(id);
        let evidence = evidence.map(|evidence| to_value(evidence).unwrap());
        let now = self.clock.now();
        self.store
            .enqueue(&stored.order, acts, evidence.as_ref(), "ana", now)
            .unwrap();
    }

    /// The operator confirms: mapping, and set-up behind it.
    fn confirm(&self, id: &str) {
        let order = self.stored(id).order;
        let acts = [
            map_act(&order),
            (OutboxKind::Setup, to_value(setup()).unwrap()),
        ];
        self.queue(id, &acts, None);
    }

    /// Whether everything of ours arrived and cache and service are equal.
    fn assert_settled(&self, id: &str) {
        assert_eq!(self.entries(id), Vec::new(), "{id}");
        assert_eq!(self.stored(id).order, self.service.order_now(id));
    }
}

fn map_act(order: &Order) -> (OutboxKind, Value) {
    (OutboxKind::Mapping, to_value(mapping(order)).unwrap())
}

fn assignee_act(email: &str) -> (OutboxKind, Value) {
    (
        OutboxKind::Assignee,
        serde_json::json!({ "assignee": email }),
    )
}

fn note_act(text: &str) -> (OutboxKind, Value) {
    (OutboxKind::Note, serde_json::json!({ "note": text }))
}

fn review_act(reviewer: &str, draft: u32) -> (OutboxKind, Value) {
    let payload = serde_json::json!({ "reviewer": reviewer, "draft": draft });
    (OutboxKind::Review, payload)
}

fn verdict_act(review: &str, verdict: &str) -> (OutboxKind, Value) {
    let payload = serde_json::json!({ "review_id": review, "verdict": verdict, "note": "" });
    (OutboxKind::Verdict, payload)
}

fn review(id: &str, state: &str, draft: u32) -> Review {
    serde_json::from_value(serde_json::json!({
        "id": id, "reviewer": "bo@andaluza.example", "asked_by": "cy@andaluza.example",
        "asked_at": "2026-11-22T12:00:00Z", "draft": draft, "state": state
    }))
    .unwrap()
}

fn refusal(problem_code: &str, retry_after: Option<u64>) -> CallError {
    let problem = Box::new(ProblemBody::of(problem_code));
    let status = problem.status;
    let retry_after = retry_after.map(Duration::from_secs);
    CallError::Problem {
        status,
        problem,
        retry_after,
    }
}

fn lost() -> CallError {
    CallError::UnknownOutcome {
        reason: "reset".into(),
    }
}

fn unreachable() -> CallError {
    CallError::Unreachable {
        reason: "refused".into(),
    }
}

fn code_of(entry: &OutboxEntry) -> &str {
    entry
        .problem
        .as_ref()
        .and_then(|problem| problem["code"].as_str())
        .unwrap_or_default()
}
