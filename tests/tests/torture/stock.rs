//! Data of somebody who worked offline: the orders are here, edits wait. Copied for each test,
//! looked at afterwards.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use acceptance::backlog::{Edit, carry_out};
use acceptance::dice::Dice;
use acceptance::operator::{Operator, Who};
use rusqlite::Connection;
use turnup_reference_service::{Config, Running, spawn};
use turnup_workbench::Failure;
use turnup_workbench::views::OrderView;

use crate::edits::{self, Known};
use crate::fates::{Fate, Place};
use crate::sound::databases;

/// Joined and signed out again, before and after the edits.
pub struct Stock {
    folder: tempfile::TempDir,
    pub known: Known,
    pub edits: Vec<Edit>,
}

/// A service in memory; the same world every time.
pub async fn service(orders: u32) -> Running {
    let config = Config {
        seed: 4,
        orders,
        organizations: 80,
        provisioning_time: Duration::from_millis(50),
        ..Config::default()
    };
    spawn(config).await.unwrap()
}

impl Stock {
    pub async fn lay_in(orders: u32, seed: u64) -> Self {
        let service = service(orders).await;
        let folder = tempfile::tempdir().unwrap();
        let bare = folder.path().join("bare");
        let operator = Operator::at(&bare).await.unwrap();
        operator.join(&service.address(), Who::Ana).await.unwrap();
        operator.workbench.sign_out(false).await.unwrap();
        let known = edits::known(&operator, &service).await;
        let edits = edits::of(&known, &service, &mut Dice::new(seed));
        operator.workbench.close().await;
        drop(operator);

        let edited = folder.path().join("edited");
        copy(&bare, &edited);
        let operator = Operator::at(&edited).await.unwrap();
        for edit in &edits {
            carry_out(&operator, edit).await.unwrap();
        }
        operator.workbench.close().await;
        Self {
            folder,
            known,
            edits,
        }
    }

    /// A copy of the data before the edits.
    pub fn bare(&self, to: &Path) {
        copy(&self.folder.path().join("bare"), to);
    }

    /// A copy of the data with all of them.
    pub fn edited(&self, to: &Path) {
        copy(&self.folder.path().join("edited"), to);
    }

    /// The same fate for every edit.
    pub fn all(&self, fate: Fate) -> Vec<Fate> {
        vec![fate; self.edits.len()]
    }
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The orders as a desktop shows them.
pub struct Desk(BTreeMap<String, OrderView>);

impl Desk {
    /// Opens the data and looks at every order that is there.
    ///
    /// # Errors
    /// Why the data cannot be opened.
    pub async fn look(data: &Path, known: &Known) -> Result<Self, String> {
        let operator = Operator::at(data)
            .await
            .map_err(|problem| problem.to_string())?;
        let mut orders = BTreeMap::new();
        for id in known.keys() {
            match operator.workbench.open_order(id).await {
                Ok(order) => {
                    orders.insert(id.clone(), order);
                }
                Err(Failure { code, .. }) => {
                    // Not fetched yet, or nobody's account is open yet.
                    let missing = ["order_not_found", "no_account", "offline"];
                    assert!(missing.contains(&code.as_str()), "{code}");
                }
            }
        }
        operator.workbench.close().await;
        Ok(Self(orders))
    }
}

impl Place for Desk {
    fn note(&self, id: &str, _number: &str) -> Option<String> {
        self.0.get(id).map(|order| order.note.clone())
    }

    fn count(&self, id: &str, kind: &str) -> usize {
        let queue = self.0.get(id).map(|order| &order.queue);
        queue.map_or(0, |queue| {
            queue.iter().filter(|entry| entry.kind == kind).count()
        })
    }
}

/// The schema that the first release had.
const FIRST: &str = include_str!("../../../src-tauri/store/src/migrations/0001_begin.sql");

/// Turns the database of some data back to the first schema: it loses the triggers, indexes, tables
/// and columns that came later.
pub fn grow_old(data: &Path) {
    let first = Connection::open_in_memory().unwrap();
    first.execute_batch(FIRST).unwrap();
    for database in databases(data) {
        let old = Connection::open(database).unwrap();
        for kind in ["trigger", "index", "table"] {
            let all =
                format!("SELECT name FROM sqlite_schema WHERE type = '{kind}' AND sql IS NOT NULL");
            let then = words(&first, &all);
            for name in words(&old, &all) {
                if !then.contains(&name) {
                    old.execute_batch(&format!("DROP {kind} {name}")).unwrap();
                }
            }
        }
        for table in words(
            &first,
            "SELECT name FROM sqlite_schema WHERE type = 'table'",
        ) {
            let columns = format!("SELECT name FROM pragma_table_info('{table}')");
            let then = words(&first, &columns);
            for column in words(&old, &columns) {
                if !then.contains(&column) {
                    old.execute_batch(&format!("ALTER TABLE {table} DROP COLUMN {column}"))
                        .unwrap();
                }
            }
        }
        old.pragma_update(None, "user_version", 1).unwrap();
    }
}

fn words(connection: &Connection, question: &str) -> Vec<String> {
    let mut statement = connection.prepare(question).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

/// What a program that was killed left of files that it was writing.
pub fn litter(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type().unwrap().is_dir() {
            found.extend(litter(&entry.path()));
        } else if name.starts_with(".turnup-") || name.ends_with(".part") {
            found.push(entry.path());
        }
    }
    found
}
