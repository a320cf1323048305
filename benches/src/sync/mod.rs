//! The first sync of 100,000 orders over loopback, beside the raw insert of the same rows and
//! PouchDB fetching the same documents from express-pouchdb.

mod pouchdb;

use std::path::Path;
use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};
use std::time::{Duration, Instant};

use turnup_domain::{Order, OrderId};
use turnup_reference_service::{Config, Running, spawn};
use turnup_store::Store;
use turnup_sync::tokens::MemoryTokens;
use turnup_sync::{Cancel, Engine, HttpService, Network, Progress, SyncStep, Tokens};

use crate::figure::{Figure, Spread};
use crate::peers::Peers;

const ORDERS: u32 = 100_000;
const ROUNDS: usize = 3;

/// Orders a second until the list is complete, and until the search is.
pub async fn measure(peers: &Peers) -> Vec<Figure> {
    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        orders: ORDERS,
        organizations: 2_000,
        ..Config::default()
    };
    let service = spawn(config).await.unwrap();
    let (mut listed, mut found, mut raw) = (Vec::new(), Vec::new(), Vec::new());
    let mut peer = Err("no round was run".to_owned());
    for round in 0..ROUNDS {
        let folder = folder.path().join(round.to_string());
        let (list, search, store) = once(&service, &folder.join("orders.db")).await;
        let count = store.order_count().unwrap() as f64;
        listed.push(count / list.as_secs_f64());
        found.push(count / search.as_secs_f64());
        let documents = documents(&store);
        let begun = Instant::now();
        insert(&folder.join("raw.db"), &documents);
        raw.push(documents.len() as f64 / begun.elapsed().as_secs_f64());
        // Once, in the middle: it takes as long as everything else together.
        if round == ROUNDS / 2 {
            peer = peers
                .find("pouchdb")
                .and_then(|program| pouchdb::rate(&program, &folder, &documents));
        }
        drop(store);
        std::fs::remove_dir_all(&folder).unwrap();
    }
    let [listed, found, raw] = [listed, found, raw].map(Spread::of);
    let (list, whole, raws) = (listed.median, found.median, raw.median);
    let figure = |name, about, spread| Figure::median(name, about, spread, "orders/s");
    let beside = figure("first-sync-100k-pouchdb", "list and search together", found);
    let beside = match peer {
        Ok(rate) => beside
            .beside("PouchDB", rate)
            .bar("≥ 5 × PouchDB", whole >= 5.0 * rate),
        Err(why) => beside.without("PouchDB", &why).bar("≥ 5 × PouchDB", None),
    };
    vec![
        figure("first-sync-100k", "until the list is complete", listed)
            .beside_many("raw insert", raw)
            .bar("≥ 0.5 × raw insert", list >= 0.5 * raws),
        figure(
            "first-sync-100k-search",
            "until the search is complete",
            found,
        )
        .beside_many("raw insert", raw)
        .bar("≥ 0.25 × raw insert", whole >= 0.25 * raws),
        beside,
    ]
}

/// Time until the list is complete, and until the search is.
async fn once(service: &Running, path: &Path) -> (Duration, Duration, Store) {
    let tokens = service.issue_tokens();
    let kept = MemoryTokens::with(Tokens {
        access: tokens.access_token,
        refresh: tokens.refresh_token,
        expires_at: None,
    });
    let origin = url::Url::parse(&service.address()).unwrap();
    let http = HttpService::new(origin, Arc::new(kept), &Network::default()).unwrap();
    let store = Store::open(path).unwrap();
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
    (listed.when().unwrap_or(whole), found, store)
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

fn insert(path: &Path, documents: &[(Order, String)]) {
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
