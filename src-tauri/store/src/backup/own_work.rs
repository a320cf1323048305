//! What the operator made here, read from a file: the open cache, one of an older schema, or a
//! backup. A column that a schema does not have yet reads as nothing.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension};
use turnup_domain::OrderId;

use super::kept::{
    Kept, KeptAct, KeptDraft, KeptFinding, KeptLine, KeptNumber, KeptOrder, KeptRules, KeptSetting,
    Names, order_of,
};
use crate::Result;

/// Keys with this beginning are the sync's own: brought back, they would skip what is to be
/// downloaded again.
const SYNC: &str = "sync.";

/// Everything that cannot be downloaded again, and the orders it is about.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct OwnWork {
    pub(crate) orders: Vec<KeptOrder>,
    pub(crate) drafts: Vec<KeptDraft>,
    /// In the order in which they were intended.
    pub(crate) acts: Vec<KeptAct>,
    pub(crate) findings: Vec<KeptFinding>,
    /// In the order in which they were written.
    pub(crate) lines: Vec<KeptLine>,
    pub(crate) settings: Vec<KeptSetting>,
    pub(crate) numbers: Vec<KeptNumber>,
    /// One at most.
    pub(crate) rules: Vec<KeptRules>,
    /// Rows that are there and could not be read.
    pub(crate) unreadable: u32,
}

impl OwnWork {
    /// Reads one consistent state: the caller holds a transaction.
    pub(crate) fn read(connection: &Connection) -> Result<Self> {
        let (orders, names) = orders(connection)?;
        let mut work = Self {
            orders,
            ..Self::default()
        };
        work.drafts = rows(connection, &names, &mut work.unreadable)?;
        work.acts = rows(connection, &names, &mut work.unreadable)?;
        // What the finder showed for other orders is no work; it has no name here.
        work.findings = rows(connection, &names, &mut 0)?;
        work.lines = rows(connection, &names, &mut work.unreadable)?;
        work.numbers = rows(connection, &names, &mut work.unreadable)?;
        work.settings = rows(connection, &names, &mut work.unreadable)?;
        // They can be downloaded again.
        work.rules = rows(connection, &names, &mut 0)?;
        work.leave_to_sync();
        Ok(work)
    }

    /// Takes out what belongs to the sync.
    pub(crate) fn leave_to_sync(&mut self) {
        self.settings
            .retain(|setting| !setting.key.starts_with(SYNC));
    }

    /// Whether there is nothing to keep.
    pub(crate) fn is_empty(&self) -> bool {
        self.drafts.is_empty()
            && self.acts.is_empty()
            && self.lines.is_empty()
            && self.settings.is_empty()
            && self.numbers.is_empty()
    }

    /// The order of an id, as far as it is here.
    pub(crate) fn order(&self, id: &OrderId) -> Option<&KeptOrder> {
        self.orders.iter().find(|order| order.id == *id)
    }

    /// The draft of an order.
    pub(crate) fn draft(&self, id: &OrderId) -> Option<&KeptDraft> {
        self.drafts.iter().find(|draft| draft.order == *id)
    }

    /// The acts of an order, in their sequence.
    pub(crate) fn acts_of<'a>(&'a self, id: &'a OrderId) -> impl Iterator<Item = &'a KeptAct> {
        self.acts.iter().filter(move |act| act.order == *id)
    }
}

/// The columns that a table of this file has; none when there is no such table.
pub(crate) fn columns(connection: &Connection, table: &str) -> Result<HashSet<String>> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement
        .query_map([table], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(names)
}

/// `SELECT … FROM …` of a row's columns as far as the file has them; none without its key.
pub(crate) fn select<T: Kept>(connection: &Connection) -> Result<Option<String>> {
    let there = columns(connection, T::TABLE)?;
    if !there.contains(T::KEY) {
        return Ok(None);
    }
    let columns: Vec<String> = T::COLUMNS
        .iter()
        .map(|name| match there.contains(*name) {
            true => (*name).to_owned(),
            false => format!("NULL AS {name}"),
        })
        .collect();
    Ok(Some(format!(
        "SELECT {} FROM {}",
        columns.join(", "),
        T::TABLE
    )))
}

fn rows<T: Kept>(connection: &Connection, names: &Names, unreadable: &mut u32) -> Result<Vec<T>> {
    let Some(select) = select::<T>(connection)? else {
        return Ok(Vec::new());
    };
    let mut statement = connection.prepare(&format!("{select} ORDER BY {}", T::KEY))?;
    let mut found = statement.query([])?;
    let mut kept = Vec::new();
    while let Some(row) = found.next()? {
        match T::read(row, names) {
            Some(row) => kept.push(row),
            None => *unreadable += 1,
        }
    }
    Ok(kept)
}

/// The orders with a draft or an act.
fn orders(connection: &Connection) -> Result<(Vec<KeptOrder>, Names)> {
    let (mut orders, mut names) = (Vec::new(), Names::new());
    for row in with_work(connection)? {
        let found: Option<(String, String, bool)> = connection
            .prepare_cached("SELECT id, number, gone FROM orders WHERE row = ?1")?
            .query_row([row], |found| {
                Ok((found.get(0)?, found.get(1)?, found.get(2)?))
            })
            .optional()?;
        let Some((id, number, gone)) = found else {
            continue;
        };
        let document: Option<String> = connection
            .prepare_cached("SELECT document FROM documents WHERE order_row = ?1")?
            .query_row([row], |found| found.get(0))
            .optional()?;
        let id = OrderId::new(id);
        names.insert(row, id.clone());
        orders.push(KeptOrder {
            document: document.filter(|text| order_of(text).is_some_and(|order| order.id == id)),
            id,
            number,
            gone,
        });
    }
    Ok((orders, names))
}

fn with_work(connection: &Connection) -> Result<Vec<i64>> {
    let mut statement = connection
        .prepare("SELECT order_row FROM drafts UNION SELECT order_row FROM outbox ORDER BY 1")?;
    let rows = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(rows)
}
