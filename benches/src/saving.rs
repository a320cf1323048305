//! Saving an edit so that it survives a power cut, beside a bare SQLite commit of the same bytes,
//! turn by turn: on this disk, in this minute.

use std::path::Path;
use std::time::{Duration, Instant};

use acceptance::operator::Operator;
use acceptance::{Outcome, Problem};
use turnup_domain::{Draft, OrderId};
use turnup_store::Store;

use crate::figure::{Figure, Spread};
use crate::orders::{now, order};
use crate::stock::Stock;

const WARM_UP: usize = 20;
const TIMES: usize = 500;

/// The store's own call, and the use case that the window calls.
pub async fn measure(stock: &Stock) -> Outcome<Vec<Figure>> {
    let id = (0..)
        .map(order)
        .find(|order| order.status.as_str() == "awaiting_details")
        .ok_or_else(|| Problem::new("no order is open"))?
        .id;
    let operator = Operator::at(stock.folder()).await?;
    // A draft as it is in the middle of the work.
    operator
        .edit(id.as_str(), |form| {
            form.completed_by = Some("for_customer".to_owned());
        })
        .await?;
    let raw = Raw::at(&stock.folder().join("raw.db"));
    let mut whole = Vec::new();
    let mut raws = Vec::new();
    for time in 0..WARM_UP + TIMES {
        let mut form = operator
            .workbench
            .open_order(id.as_str())
            .await?
            .wizard
            .form;
        form.calling.location_name = format!("Sede central {time}");
        let begun = Instant::now();
        operator
            .workbench
            .save_draft(id.as_str(), form, None)
            .await?;
        whole.push(begun.elapsed());
    }
    operator.workbench.close().await;
    let store = stock.open()?;
    let mut stored = Vec::new();
    for time in 0..WARM_UP + TIMES {
        let draft = draft(&store, &id, time)?;
        let document = serde_json::to_string(&draft)?;
        stored.push(timed(|| {
            store
                .save_draft(&id, &draft, 7, Some((3, 6)), now())
                .unwrap();
        }));
        raws.push(timed(|| raw.commit(&document)));
    }
    store
        .drop_draft(&id, now())
        .map_err(|error| Problem::new(error.to_string()))?;
    let [whole, stored, raws] = [whole, stored, raws].map(|t| Spread::of_times(&t[WARM_UP..]));
    Ok(vec![
        Figure::p95(
            "save-durable",
            "a draft on the disk, the store's call",
            stored,
        )
        .beside_many("SQLite commit", raws)
        .bar("≤ 20 ms", stored.p95 <= 20.0),
        Figure::p95(
            "save-acknowledged",
            "the same, the window's whole call",
            whole,
        )
        .beside_many("SQLite commit", raws)
        .bar("≤ 100 ms", whole.p95 <= 100.0),
    ])
}

fn draft(store: &Store, id: &OrderId, time: usize) -> Outcome<Draft> {
    let stored = store.order(id).map_err(|e| Problem::new(e.to_string()))?;
    let draft = stored.and_then(|stored| stored.draft);
    let mut draft = draft
        .ok_or_else(|| Problem::new("the draft is gone"))?
        .draft;
    draft.handover.note = format!("Sede central {time}");
    Ok(draft)
}

/// One table, one row, `synchronous=FULL`.
struct Raw(rusqlite::Connection);

impl Raw {
    fn at(path: &Path) -> Self {
        let connection = rusqlite::Connection::open(path).unwrap();
        connection
            .execute_batch(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                 CREATE TABLE drafts (id INTEGER PRIMARY KEY, document TEXT NOT NULL) STRICT;
                 INSERT INTO drafts (id, document) VALUES (1, '');",
            )
            .unwrap();
        Self(connection)
    }

    fn commit(&self, document: &str) {
        self.0
            .prepare_cached("UPDATE drafts SET document = ?1 WHERE id = 1")
            .unwrap()
            .execute([document])
            .unwrap();
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}
