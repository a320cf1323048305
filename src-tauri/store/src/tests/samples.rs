//! What the tests are made of.

use jiff::Timestamp;
use serde_json::{Value, json};
use tempfile::TempDir;
use turnup_domain::{
    Draft, Order, OrderId,
    order::Review,
    state::{LocalState, View},
    steps::StepId,
};

use crate::{ListQuery, ListWindow, OutboxEntry, OutboxKind, Sort, Store};

pub(super) const ME: &str = "ana@andaluza.example";

/// An order of schema 3 whose document nobody can read any more.
pub(super) const TORN_ORDER: &str =
    "INSERT INTO orders (row, id, number, status, revision, sequence, stage, deadline_key,
             assignee, customer, customer_sort, city, country, services, words, scan, local_state,
             badge, badge_rank)
         VALUES (900, 'ord_torn', 'torn', 'closed', 1, 1, 2, 900, '', '', '', '', '', '', 0, 0,
             'clean', 'closed', 0);
         INSERT INTO documents VALUES (900, '{');";

/// What takes a file of today back to the schema before the vocabulary and the overview.
pub(super) const BACK_TO_SCHEMA_3: &str =
    "DROP INDEX orders_by_badge; DROP INDEX orders_by_country; DROP INDEX orders_by_assignee;
         DROP INDEX orders_by_mail; DROP INDEX orders_to_index; DROP TABLE vocabulary; DROP TRIGGER orders_mail_insert; DROP TRIGGER orders_mail_delete;
         DROP TRIGGER orders_mail_update; DROP TRIGGER orders_closing_insert;
         DROP TRIGGER orders_closing_delete; DROP TRIGGER orders_closing_update;
         DROP TRIGGER orders_end_insert; DROP TRIGGER orders_end_delete;
         DROP TRIGGER orders_end_update;
         DROP INDEX orders_open_by_mail; DROP INDEX orders_waiting; DROP INDEX orders_failed;
         DROP INDEX drafts_by_time; DROP INDEX orders_to_tell; DROP INDEX orders_answered;
         ALTER TABLE orders DROP COLUMN told; ALTER TABLE orders DROP COLUMN answered;
         DROP TABLE tallies_by_mail; DROP TABLE tallies_by_closing; DROP TABLE tallies_by_end;
         DROP TRIGGER orders_customer_insert; DROP TRIGGER orders_customer_delete;
         DROP TRIGGER orders_customer_stay; DROP TRIGGER orders_customer_move;
         DROP INDEX orders_of_customer; DROP TABLE customers;
         ALTER TABLE orders DROP COLUMN customer_row;
         ALTER TABLE orders DROP COLUMN mailed_at; ALTER TABLE orders DROP COLUMN waits_since;
         ALTER TABLE orders DROP COLUMN closes_on; ALTER TABLE orders DROP COLUMN provisioned_at;
         ALTER TABLE orders DROP COLUMN failure;
         PRAGMA user_version = 3;";

pub(super) fn now() -> Timestamp {
    "2026-11-22T09:40:00Z".parse().unwrap()
}

pub(super) fn minutes(minutes: i64) -> Timestamp {
    now() + jiff::SignedDuration::from_mins(minutes)
}

/// A store in a folder that lives as long as this.
pub(super) struct Desk {
    pub(super) folder: TempDir,
    pub(super) store: Store,
}

pub(super) fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("orders.db")).unwrap();
    Desk { folder, store }
}

impl std::ops::Deref for Desk {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

impl Desk {
    /// Closes the store and opens it again.
    pub(super) fn reopen(self) -> Self {
        let path = self.store.path().to_owned();
        self.store.close();
        Self {
            folder: self.folder,
            store: Store::open(&path).unwrap(),
        }
    }

    /// What another process finds after this one was killed: the files as they lie there.
    pub(super) fn after_a_kill(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            let entry = entry.unwrap();
            if !entry.file_name().to_string_lossy().ends_with("-shm") {
                std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
            }
        }
        let store = Store::open(&folder.path().join("orders.db")).unwrap();
        Self { folder, store }
    }

    pub(super) fn import(&self, orders: &[Order]) -> Vec<OrderId> {
        self.store
            .import_orders(orders, &[], "cursor", 1, now())
            .unwrap()
    }

    pub(super) fn state_of(&self, order: &Order) -> LocalState {
        self.store.order(&order.id).unwrap().unwrap().local_state
    }

    pub(super) fn queue(&self, order: &Order, acts: &[(OutboxKind, Value)]) -> Vec<OutboxEntry> {
        self.store.enqueue(order, acts, None, ME, now()).unwrap()
    }

    pub(super) fn draft(&self, order: &Order) -> Draft {
        let draft = Draft {
            step: Some(StepId::Meetings),
            ..Draft::default()
        };
        self.store
            .save_draft(&order.id, &draft, order.revision, Some((4, 6)), now())
            .unwrap();
        draft
    }

    /// Numbers of the orders that a search finds in the view of everything.
    pub(super) fn find(&self, text: &str) -> Vec<String> {
        numbers(
            &self
                .store
                .list(&ListQuery {
                    text: text.to_owned(),
                    ..everything()
                })
                .unwrap(),
        )
    }
}

pub(super) fn numbers(window: &ListWindow) -> Vec<String> {
    window
        .rows
        .iter()
        .map(|row| row.number.to_string())
        .collect()
}

pub(super) fn everything() -> ListQuery {
    ListQuery {
        view: View::All,
        text: String::new(),
        similar: false,
        states: Vec::new(),
        services: Vec::new(),
        sort: Sort::Deadline,
        descending: false,
        offset: 0,
        limit: 200,
        operator_email: ME.to_owned(),
        now: now(),
    }
}

/// The n-th order: number `4410-<100000 + n>`, closing n days after the first.
pub(super) fn order(n: u32) -> Order {
    serde_json::from_value(json!({
        "id": format!("ord_{n:06}"),
        "number": format!("4410-{}", 100_000 + n),
        "subscription": format!("Sub-ES{}", 70_000 + n),
        "kind": "new", "offer": "A-FLEX", "status": "awaiting_details",
        "revision": 7, "sequence": 1_000 + n,
        "closes_at": minutes(i64::from(n) * 24 * 60),
        "contact": {"email": ME, "name": "Ana Ruiz", "time_zone": "Europe/Madrid"},
        "end_customer": {"company": format!("Company {n}"), "country": "ES", "city": "Sevilla"},
        "lines": [
            {"id": "1", "service": "meetings", "name": "Webex Meetings", "quantity": 250},
            {"id": "2", "service": "messaging", "name": "Webex Messaging", "quantity": 250}
        ],
    }))
    .unwrap()
}

pub(super) fn company(n: u32, name: &str, city: &str) -> Order {
    let mut order = order(n);
    order.end_customer.company = name.to_owned();
    order.end_customer.city = city.to_owned();
    order
}

/// The same order as the service tells it after another change.
pub(super) fn changed(order: &Order) -> Order {
    let mut next = order.clone();
    next.revision += 1;
    next.sequence += 100_000;
    next.note = format!("revision {}", next.revision);
    next
}

pub(super) fn confirmation() -> [(OutboxKind, Value); 2] {
    [
        (
            OutboxKind::Mapping,
            json!({"own_company": false, "customer_sets_up": false}),
        ),
        (OutboxKind::Setup, json!({"services": []})),
    ]
}

pub(super) fn note(text: &str) -> (OutboxKind, Value) {
    (OutboxKind::Note, json!({ "note": text }))
}

/// A colleague is asked.
pub(super) fn review() -> Review {
    serde_json::from_value(json!({
        "id": "rev_1", "reviewer": "bo@andaluza.example", "asked_by": ME,
        "asked_at": "2026-11-22T09:00:00Z", "state": "pending"
    }))
    .unwrap()
}

pub(super) fn refusal(code: &str) -> Value {
    json!({"code": code, "status": 422})
}
