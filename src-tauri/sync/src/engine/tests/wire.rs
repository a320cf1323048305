//! A service whose documents a test writes, read over HTTP and through the engine into a real
//! cache.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard},
};

use serde_json::json;

use super::*;
use crate::{
    http::{
        HttpService,
        fake_server::{FakeServer, Reply, Seen},
    },
    testing::capabilities,
    tokens::{MemoryTokens, Tokens},
};

/// A service whose documents a test writes, and a desktop that reads them.
pub(super) struct Wire {
    says: Arc<Mutex<Says>>,
    pub server: FakeServer,
    pub store: Store,
    pub clock: Arc<ManualClock>,
    pub engine: Engine<HttpService>,
    _folder: tempfile::TempDir,
}

#[derive(Default)]
pub(super) struct Says {
    /// Pages of orders, by the cursor that asks for them.
    pub pages: BTreeMap<String, Value>,
    /// Other answers, by `METHOD path`.
    pub answers: BTreeMap<String, Reply>,
}

impl Says {
    fn answer(&self, seen: &Seen) -> Reply {
        let (path, query) = seen
            .target
            .split_once('?')
            .unwrap_or((seen.target.as_str(), ""));
        let cursor = query.split_once("cursor=").map_or("", |(_, cursor)| cursor);
        let json = |document: Value| Reply::json(200, &document.to_string());
        let nothing = json!({ "items": [], "next_cursor": "end", "has_more": false, "as_of": 9 });
        match path {
            "/v1/me" => json(json!({ "id": "1", "email": "a@b.example", "name": "A" })),
            "/v1/capabilities" => json(to_value(capabilities()).unwrap()),
            // It has gone on meanwhile: there is nothing to compare.
            "/v1/orders/summary" => json(json!({ "as_of": 99, "counts": {}, "checksum": "" })),
            "/v1/organizations/changes" => json(nothing),
            "/v1/orders" => json(self.pages.get(cursor).cloned().unwrap_or(nothing)),
            _ => match self.answers.get(&format!("{} {path}", seen.method)) {
                Some(reply) => reply.clone(),
                None => Reply::of(
                    404,
                    &[("Content-Type", "application/problem+json")],
                    "{\"code\":\"not_found\"}",
                ),
            },
        }
    }
}

impl Wire {
    pub async fn begin() -> Self {
        let says = Arc::new(Mutex::new(Says::default()));
        let told = Arc::clone(&says);
        let server = FakeServer::start(move |seen| told.lock().unwrap().answer(seen)).await;
        let kept = MemoryTokens::with(Tokens {
            access: "access".into(),
            refresh: None,
            expires_at: None,
        });
        let service = HttpService::new(
            server.origin.clone(),
            Arc::new(kept),
            &crate::Network::default(),
        )
        .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("turnup.db")).unwrap();
        let clock = Arc::new(ManualClock::new());
        let engine = Engine::with(
            Arc::new(service),
            store.clone(),
            Arc::clone(&clock) as Arc<dyn Clock>,
            Arc::new(Most),
        );
        Self {
            says,
            server,
            store,
            clock,
            engine,
            _folder: folder,
        }
    }

    pub fn says(&self) -> MutexGuard<'_, Says> {
        self.says.lock().unwrap()
    }

    /// The feed says these pages, one after the other.
    pub fn feed(&self, pages: &[Vec<Value>]) {
        let mut says = self.says();
        says.pages.clear();
        for (number, items) in pages.iter().enumerate() {
            let cursor = match number {
                0 => String::new(),
                number => format!("page{number}"),
            };
            let has_more = number + 1 < pages.len();
            let next = format!("page{}", number + 1);
            let page = json!({
                "items": items, "next_cursor": next, "has_more": has_more, "as_of": number + 1
            });
            says.pages.insert(cursor, page);
        }
    }

    pub async fn run(&self) -> Result<SyncReport, SyncStop> {
        self.clock.advance(Duration::from_secs(60));
        self.engine.run(&|_| {}, &Cancel::new()).await
    }

    pub fn stored(&self, id: &str) -> Option<StoredOrder> {
        self.store.order(&OrderId::from(id)).unwrap()
    }
}

pub(super) fn document(id: &str, revision: u64) -> Value {
    to_value(order(id, revision)).unwrap()
}

pub(super) fn with(mut document: Value, member: &str, value: impl Into<Value>) -> Value {
    document[member] = value.into();
    document
}

pub(super) fn gone(id: &str) -> Value {
    json!({ "id": id, "deleted": true, "sequence": 5 })
}
