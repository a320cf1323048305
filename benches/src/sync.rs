//! The first sync of 100,000 orders over loopback, beside the raw insert of the same rows.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};
use std::time::{Duration, Instant};

use turnup_domain::{Order, OrderId};
use turnup_reference_service::{Config, spawn};
use turnup_store::Store;
use turnup_sync::tokens::MemoryTokens;
use turnup_sync::{Cancel, Engine, HttpService, Network, Progress, SyncStep, Tokens};

use crate::figure::Figure;

const ORDERS: u32 = 100_000;

/// Orders a second until the list is complete, and until the search is.
pub async fn measure() -> Vec<Figure> {
    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        orders: ORDERS,
        organizations: 2_000,
        ..Config::default()
    };
    let service = spawn(config).await.unwrap();
    let tokens = service.issue_tokens();
    let kept = MemoryTokens::with(Tokens {
        access: tokens.access_token,
        refresh: tokens.refresh_token,
        expires_at: None,
    });
    let origin = url::Url::parse(&service.address()).unwrap();
    let http = HttpService::new(origin, Arc::new(kept), &Network::default()).unwrap();
    let store = Store::open(&folder.path().join("orders.db")).unwrap();
    let engine = Engine::new(Arc::new(http), store.clone());
    let begun = Instant::now();
    let listed = Listed::default();
    engine
        .run(&|progress| listed.told(&progress, begun), &Cancel::new())
        .await
        .unwrap();
    let whole = begun.elapsed();
    while store.index_some(1_000).unwrap() > 0 {}
    let found = begun.elapsed();
    let orders = store.order_count().unwrap() as f64;
    let rate = |time: Duration| orders / time.as_secs_f64();
    let ours = rate(listed.when().unwrap_or(whole));
    let documents = documents(&store);
    let begun = Instant::now();
    insert(&folder.path().join("raw.db"), &documents);
    let raw = documents.len() as f64 / begun.elapsed().as_secs_f64();
    vec![
        Figure::new("first-sync-100k", ours, "orders/s")
            .beside("raw insert", raw)
            .bar("≥ 0.5 × raw insert", |value, peer| value >= 0.5 * peer),
        Figure::new("first-sync-100k-search", rate(found), "orders/s")
            .beside("raw insert", raw)
            .bar("≥ 0.25 × raw insert", |value, peer| value >= 0.25 * peer),
    ]
}

/// When the last order was in the list: the sync went on to something else.
#[derive(Default)]
struct Listed {
    began: AtomicBool,
    when: OnceLock<Duration>,
}

impl Listed {
    fn told(&self, progress: &Progress, begun: Instant) {
        let Progress::At { step, .. } = progress else {
            return;
        };
        if *step == SyncStep::PullOrders {
            self.began.store(true, Ordering::Relaxed);
        } else if self.began.load(Ordering::Relaxed) {
            self.when.get_or_init(|| begun.elapsed());
        }
    }

    fn when(&self) -> Option<Duration> {
        self.when.get().copied()
    }
}

fn documents(store: &Store) -> Vec<(Order, String)> {
    let mut ids = Vec::new();
    store
        .revisions(&mut |id, _| ids.push(OrderId::from(id)))
        .unwrap();
    ids.iter()
        .map(|id| {
            let order = store.order(id).unwrap().unwrap().order;
            let text = serde_json::to_string(&order).unwrap();
            (order, text)
        })
        .collect()
}

fn insert(path: &std::path::Path, documents: &[(Order, String)]) {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
             CREATE TABLE orders (id TEXT PRIMARY KEY, number TEXT NOT NULL, customer TEXT NOT NULL,
               status TEXT NOT NULL, closes_at TEXT, document TEXT NOT NULL) STRICT;
             CREATE INDEX orders_by_number ON orders (number);
             CREATE INDEX orders_by_closing ON orders (closes_at);",
        )
        .unwrap();
    for page in documents.chunks(1_000) {
        let transaction = connection.unchecked_transaction().unwrap();
        for (order, text) in page {
            connection
                .prepare_cached("INSERT INTO orders VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .unwrap()
                .execute((
                    order.id.as_str(),
                    order.number.as_str(),
                    &order.end_customer.company,
                    order.status.to_string(),
                    order.closes_at.map(|at| at.to_string()),
                    text,
                ))
                .unwrap();
        }
        transaction.commit().unwrap();
    }
}
