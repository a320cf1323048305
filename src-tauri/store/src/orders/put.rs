//! One document into the mirror: its row, its text and its place in the search.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction, params};
use turnup_domain::Order;

use super::{
    columns::Columns,
    local_state::refresh_local_state,
    reconciling::{Changed, reconcile_draft},
};
use crate::{Result, column, outbox::basis, search};

/// Which of two documents of one order is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// The newer one.
    Newer,
    /// The incoming one: a rescan repeats the service's word from the start, and a service that
    /// came back from a backup may have counted its revisions down.
    Incoming,
}

struct Known {
    row: i64,
    revision: u64,
    sequence: u64,
    key: i64,
    fingerprint: i64,
    gone: bool,
    scan: i64,
    document: String,
}

/// Writes a document unless it is known or older. Whether anything changed. What the operator
/// typed and asked for is not touched; whether the draft still fits is looked at, and acts that
/// wait may be based on the document from then on.
pub(crate) fn put(
    tx: &Transaction<'_>,
    order: &Order,
    scan: i64,
    trust: Trust,
    changed: Changed,
    now: Timestamp,
) -> Result<bool> {
    let document = serde_json::to_string(order)?;
    let Some(known) = known(tx, order)? else {
        insert(tx, order, &document, scan)?;
        return Ok(true);
    };
    let older = (order.revision, order.sequence) < (known.revision, known.sequence);
    let ignored = older && trust == Trust::Newer;
    if !known.gone && (ignored || known.document == document) {
        mark(tx, &known, scan)?;
        return Ok(false);
    }
    update(tx, order, &document, scan, &known)?;
    basis::go_on(tx, known.row, &known.document, order)?;
    reconcile_draft(tx, known.row, order, changed, now)?;
    refresh_local_state(tx, known.row)?;
    Ok(true)
}

/// Takes an order out of the mirror, with everything that the service told of it.
pub(crate) fn delete(tx: &Transaction<'_>, row: i64) -> Result<()> {
    let key: i64 = tx
        .prepare_cached("SELECT deadline_key FROM orders WHERE row = ?1")?
        .query_row([row], |found| found.get(0))?;
    search::delete(tx, key)?;
    tx.prepare_cached("DELETE FROM orders WHERE row = ?1")?
        .execute([row])?;
    Ok(())
}

fn known(tx: &Transaction<'_>, order: &Order) -> Result<Option<Known>> {
    Ok(tx
        .prepare_cached(
            "SELECT o.row, o.revision, o.sequence, o.deadline_key, o.words, o.gone, o.scan,
                    d.document
             FROM orders o JOIN documents d ON d.order_row = o.row WHERE o.id = ?1",
        )?
        .query_row([order.id.as_str()], |row| {
            Ok(Known {
                row: row.get(0)?,
                revision: column::to_unsigned(row.get(1)?),
                sequence: column::to_unsigned(row.get(2)?),
                key: row.get(3)?,
                fingerprint: row.get(4)?,
                gone: row.get(5)?,
                scan: row.get(6)?,
                document: row.get(7)?,
            })
        })
        .optional()?)
}

fn insert(tx: &Transaction<'_>, order: &Order, document: &str, scan: i64) -> Result<()> {
    let row: i64 = tx
        .prepare_cached("SELECT coalesce(max(row), 0) + 1 FROM orders")?
        .query_row([], |found| found.get(0))?;
    let columns = Columns::of(order, row);
    let customer = &order.end_customer;
    tx.prepare_cached(include_str!("insert.sql"))?
        .execute(params![
            row,
            order.id.as_str(),
            order.number.as_str(),
            order.status.as_str(),
            column::unsigned(order.revision),
            column::unsigned(order.sequence),
            columns.stage,
            columns.key,
            order.closes_at.map(column::time),
            order.contact.time_zone,
            columns.assignee,
            columns.reviewer,
            customer.company,
            columns.customer_sort,
            customer.city,
            customer.country,
            columns.services,
            columns.fingerprint,
            scan,
        ])?;
    tx.prepare_cached("INSERT INTO documents (order_row, document) VALUES (?1, ?2)")?
        .execute(params![row, document])?;
    search::insert(tx, columns.key, &columns.words)?;
    // A new order has neither draft nor outbox, yet its badge follows from its status.
    refresh_local_state(tx, row)
}

fn update(
    tx: &Transaction<'_>,
    order: &Order,
    document: &str,
    scan: i64,
    known: &Known,
) -> Result<()> {
    let columns = Columns::of(order, known.row);
    let customer = &order.end_customer;
    tx.prepare_cached(include_str!("update.sql"))?
        .execute(params![
            known.row,
            order.number.as_str(),
            order.status.as_str(),
            column::unsigned(order.revision),
            column::unsigned(order.sequence),
            columns.stage,
            columns.key,
            order.closes_at.map(column::time),
            order.contact.time_zone,
            columns.assignee,
            customer.company,
            columns.customer_sort,
            customer.city,
            customer.country,
            columns.services,
            columns.fingerprint,
            scan,
            columns.reviewer,
        ])?;
    tx.prepare_cached("UPDATE documents SET document = ?2 WHERE order_row = ?1")?
        .execute(params![known.row, document])?;
    if (columns.key, columns.fingerprint) != (known.key, known.fingerprint) {
        search::delete(tx, known.key)?;
        search::insert(tx, columns.key, &columns.words)?;
    }
    Ok(())
}

/// A rescan saw it.
fn mark(tx: &Transaction<'_>, known: &Known, scan: i64) -> Result<()> {
    if known.scan != scan {
        tx.prepare_cached("UPDATE orders SET scan = ?2 WHERE row = ?1")?
            .execute([known.row, scan])?;
    }
    Ok(())
}
