//! One document into the mirror: its row, its text and its place in the search.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction, params};
use turnup_domain::Order;

use super::{
    columns::Columns,
    local_state::{Local, refresh_local_state},
    reconciling::{Changed, reconcile_draft},
};
use crate::{Result, column, customers, outbox::basis, search};

/// When a document's words come into the search.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Indexing {
    /// With the document.
    Now,
    /// By and by: documents come by the thousand.
    Later,
}

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
    words: i64,
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
    indexing: Indexing,
    now: Timestamp,
) -> Result<bool> {
    let document = serde_json::to_string(order)?;
    let Some(known) = known(tx, order)? else {
        insert(tx, order, &document, scan, indexing)?;
        return Ok(true);
    };
    let older = (order.revision, order.sequence) < (known.revision, known.sequence);
    let ignored = older && trust == Trust::Newer;
    if !known.gone && (ignored || known.document == document) {
        mark(tx, &known, scan)?;
        return Ok(false);
    }
    update(tx, order, &document, scan, &known, indexing)?;
    basis::go_on(tx, known.row, &known.document, order)?;
    reconcile_draft(tx, known.row, order, changed, now)?;
    refresh_local_state(tx, known.row)?;
    Ok(true)
}

/// Takes an order out of the mirror, with everything that the service told of it.
pub(crate) fn delete(tx: &Transaction<'_>, row: i64) -> Result<()> {
    let (key, words): (i64, i64) = tx
        .prepare_cached("SELECT deadline_key, words FROM orders WHERE row = ?1")?
        .query_row([row], |found| Ok((found.get(0)?, found.get(1)?)))?;
    if words != search::WAITS {
        search::delete(tx, key)?;
    }
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
                words: row.get(4)?,
                gone: row.get(5)?,
                scan: row.get(6)?,
                document: row.get(7)?,
            })
        })
        .optional()?)
}

fn insert(
    tx: &Transaction<'_>,
    order: &Order,
    document: &str,
    scan: i64,
    indexing: Indexing,
) -> Result<()> {
    let row: i64 = tx
        .prepare_cached("SELECT coalesce(max(row), 0) + 1 FROM orders")?
        .query_row([], |found| found.get(0))?;
    let columns = Columns::of(order, row);
    let words = match indexing {
        Indexing::Now => search::insert(tx, columns.key, &search::words_of(order))?,
        Indexing::Later => search::WAITS,
    };
    let (customer, moments) = (&order.end_customer, &columns.moments);
    let customer_row = customers::row_for(tx, &customer.company, &customer.country)?;
    // A new order has neither draft nor outbox.
    let local = Local::untouched(order.status.as_str());
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
            words,
            scan,
            local.state.as_str(),
            local.badge,
            local.rank,
            moments.mailed_at,
            moments.waits_since,
            moments.closes_on,
            moments.provisioned_at,
            moments.failure,
            columns.answered,
            customer_row,
        ])?;
    tx.prepare_cached("INSERT INTO documents (order_row, document) VALUES (?1, ?2)")?
        .execute(params![row, document])?;
    Ok(())
}

fn update(
    tx: &Transaction<'_>,
    order: &Order,
    document: &str,
    scan: i64,
    known: &Known,
    indexing: Indexing,
) -> Result<()> {
    let columns = Columns::of(order, known.row);
    let words = reindex(tx, order, columns.key, known, indexing)?;
    let (customer, moments) = (&order.end_customer, &columns.moments);
    let customer_row = customers::row_for(tx, &customer.company, &customer.country)?;
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
            words,
            scan,
            columns.reviewer,
            moments.mailed_at,
            moments.waits_since,
            moments.closes_on,
            moments.provisioned_at,
            moments.failure,
            columns.answered,
            customer_row,
        ])?;
    tx.prepare_cached("UPDATE documents SET document = ?2 WHERE order_row = ?1")?
        .execute(params![known.row, document])?;
    Ok(())
}

/// Brings an order's place in the search in line with its document; the fingerprint of its words.
fn reindex(
    tx: &Transaction<'_>,
    order: &Order,
    key: i64,
    known: &Known,
    indexing: Indexing,
) -> Result<i64> {
    if known.words == search::WAITS {
        return Ok(search::WAITS);
    }
    let words = search::words_of(order);
    if (key, search::fingerprint(&words.join(" "))) == (known.key, known.words) {
        return Ok(known.words);
    }
    search::delete(tx, known.key)?;
    match indexing {
        Indexing::Now => search::insert(tx, key, &words),
        Indexing::Later => Ok(search::WAITS),
    }
}

/// A rescan saw it.
fn mark(tx: &Transaction<'_>, known: &Known, scan: i64) -> Result<()> {
    if known.scan != scan {
        tx.prepare_cached("UPDATE orders SET scan = ?2 WHERE row = ?1")?
            .execute([known.row, scan])?;
    }
    Ok(())
}
