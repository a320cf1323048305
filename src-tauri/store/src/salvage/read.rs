//! Reading a damaged file, row by row.

use std::{collections::BTreeSet, path::Path};

use rusqlite::{Connection, OpenFlags, config::DbConfig};
use turnup_domain::{Order, OrderId};

use super::{
    graft,
    walk::{self, Met},
};
use crate::{
    Result,
    backup::{
        OwnWork,
        kept::{
            Kept, KeptAct, KeptDraft, KeptLine, KeptNumber, KeptOrder, KeptSetting, Names, order_of,
        },
        own_work::{columns, select},
    },
    open,
};

/// What a damaged file still holds.
#[derive(Debug, Default)]
pub(super) struct Salvaged {
    pub(super) work: OwnWork,
    /// Orders that had work, by id and number, as far as the list still tells.
    pub(super) with_work: Vec<(OrderId, String)>,
}

/// Everything of the operator's that can be reached. A file that tells nothing gives nothing.
pub(super) fn salvage(damaged: &Path) -> Salvaged {
    let as_it_is = open::leaving_no_trace(damaged, || {
        let connection = look(damaged)?;
        Ok((has_tables(&connection), read(&connection)))
    });
    let as_it_is = match as_it_is {
        Ok((true, salvaged)) => return salvaged,
        Ok((false, salvaged)) => salvaged,
        Err(error) => {
            tracing::info!(%error, "the damaged file cannot be opened");
            Salvaged::default()
        }
    };
    match graft::with_schema(damaged, |copy| Ok(read(&look(copy)?))) {
        Ok(grafted) if grafted.rows() >= as_it_is.rows() => grafted,
        Ok(_) => as_it_is,
        Err(error) => {
            tracing::warn!(%error, "the damaged file could not be given a schema");
            as_it_is
        }
    }
}

impl Salvaged {
    fn rows(&self) -> usize {
        let work = &self.work;
        work.drafts.len() + work.acts.len() + work.lines.len()
    }
}

/// A connection that can only read, and that minds nothing.
fn look(path: &Path) -> Result<Connection> {
    let connection = open::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "query_only", true)?;
    // So that a file that was cut off is read as far as it goes. Nothing can be written.
    connection.pragma_update(None, "writable_schema", true)?;
    Ok(connection)
}

/// Whether the schema still names every table that is read.
fn has_tables(connection: &Connection) -> bool {
    let work = [KeptDraft::TABLE, KeptAct::TABLE, KeptLine::TABLE];
    let more = [KeptSetting::TABLE, KeptNumber::TABLE, "orders", "documents"];
    work.iter()
        .chain(&more)
        .all(|table| columns(connection, table).is_ok_and(|columns| !columns.is_empty()))
}

fn read(connection: &Connection) -> Salvaged {
    let mut met = Met::default();
    let rows: BTreeSet<i64> = order_rows(connection);
    let (orders, names) = orders(connection, &rows);
    let mut work = OwnWork {
        orders,
        drafts: numbered(connection, &names, &mut met),
        acts: numbered(connection, &names, &mut met),
        lines: numbered(connection, &names, &mut met),
        settings: worded(connection, &mut met),
        numbers: worded(connection, &mut met),
        rules: numbered(connection, &names, &mut Met::default()),
        ..OwnWork::default()
    };
    work.leave_to_sync();
    work.unreadable = met.unreadable;
    tracing::info!(?met, "what the damaged file still holds was read");
    Salvaged {
        work,
        with_work: with_work(connection),
    }
}

fn numbered<T: Kept>(connection: &Connection, names: &Names, met: &mut Met) -> Vec<T> {
    match select::<T>(connection) {
        Ok(Some(select)) => {
            walk::by_number(connection, &select, T::KEY, |row| T::read(row, names), met)
        }
        _ => Vec::new(),
    }
}

fn worded<T: Kept>(connection: &Connection, met: &mut Met) -> Vec<T> {
    let names = Names::new();
    match select::<T>(connection) {
        Ok(Some(select)) => {
            walk::by_text(connection, &select, T::KEY, |row| T::read(row, &names), met)
        }
        _ => Vec::new(),
    }
}

/// Rows of the orders that drafts and acts are about.
fn order_rows(connection: &Connection) -> BTreeSet<i64> {
    let mut met = Met::default();
    let mut rows = BTreeSet::new();
    for (select, key, index) in [
        ("SELECT order_row FROM drafts", "order_row", 0),
        ("SELECT id, order_row FROM outbox", "id", 1),
    ] {
        let read = |row: &rusqlite::Row<'_>| row.get::<_, i64>(index).ok();
        rows.extend(walk::by_number(connection, select, key, read, &mut met));
    }
    rows
}

/// Which orders these rows are. Where list and document name different ones, nobody knows, and
/// what was typed for one order is not given to another.
fn orders(connection: &Connection, rows: &BTreeSet<i64>) -> (Vec<KeptOrder>, Names) {
    let (mut orders, mut names) = (Vec::new(), Names::new());
    for row in rows {
        let document = document(connection, *row);
        let listed = listed(connection, *row);
        let told = document.as_ref().map(|(order, _)| &order.id);
        let id = match (told, listed.as_ref().map(|(id, _, _)| id)) {
            (Some(told), Some(listed)) if told != listed => continue,
            (Some(id), _) | (None, Some(id)) => id.clone(),
            (None, None) => match indexed(connection, *row) {
                Some(id) => id,
                None => continue,
            },
        };
        let number = match (&listed, &document) {
            (Some((_, number, _)), _) => number.clone(),
            (None, Some((order, _))) => order.number.to_string(),
            (None, None) => String::new(),
        };
        names.insert(*row, id.clone());
        orders.push(KeptOrder {
            id,
            number,
            gone: listed.is_some_and(|(_, _, gone)| gone),
            document: document.map(|(_, text)| text),
        });
    }
    (orders, names)
}

fn document(connection: &Connection, row: i64) -> Option<(Order, String)> {
    let text: String = connection
        .query_row(
            "SELECT document FROM documents WHERE order_row = ?1",
            [row],
            |found| found.get(0),
        )
        .ok()?;
    Some((order_of(&text)?, text))
}

fn listed(connection: &Connection, row: i64) -> Option<(OrderId, String, bool)> {
    let sql = "SELECT id, number, gone FROM orders WHERE row = ?1";
    let found = connection.query_row(sql, [row], |found| {
        let id: String = found.get(0)?;
        Ok((OrderId::new(id), found.get(1)?, found.get(2)?))
    });
    found.ok()
}

/// The index over ids lies on pages of its own.
fn indexed(connection: &Connection, row: i64) -> Option<OrderId> {
    let sql = "SELECT id FROM orders INDEXED BY sqlite_autoindex_orders_1 WHERE +row = ?1";
    let found = connection.query_row(sql, [row], |found| found.get::<_, String>(0));
    found.ok().map(OrderId::new)
}

fn with_work(connection: &Connection) -> Vec<(OrderId, String)> {
    let sql = "SELECT id, number FROM orders WHERE local_state <> 'clean'";
    let Ok(mut statement) = connection.prepare(sql) else {
        return Vec::new();
    };
    let rows = statement.query_map([], |row| {
        Ok((OrderId::new(row.get::<_, String>(0)?), row.get(1)?))
    });
    // As far as it can be read.
    rows.map(|rows| rows.map_while(std::result::Result::ok).collect())
        .unwrap_or_default()
}
