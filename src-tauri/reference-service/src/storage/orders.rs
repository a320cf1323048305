//! Table `orders`: the documents as they are sent, with the few columns that are asked for.
//! Every save moves an order to the end of the feed and keeps the checksum right.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};
use turnup_contract::checksum::Checksum;
use turnup_domain::{Order, OrderId, OrderNumber};

use super::{meta, signed, unsigned};

/// Whether a save is a change of business or only an operation going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// The revision rises.
    Business,
    /// Only the place in the feed changes.
    Progress,
}

/// One row of the feed.
pub(crate) struct FeedRow {
    pub id: String,
    pub sequence: u64,
    pub deleted: bool,
    /// JSON.
    pub document: String,
}

impl FeedRow {
    pub fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            sequence: unsigned(row, 1)?,
            deleted: row.get(2)?,
            document: row.get(3)?,
        })
    }
}

/// A JSON document of a column.
pub(crate) fn document<T: serde::de::DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error))
    })
}

/// A document as the text of a column.
pub(crate) fn text(document: &impl serde::Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(document)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

pub(crate) fn get(connection: &Connection, id: &OrderId) -> rusqlite::Result<Option<Order>> {
    let found: Option<String> = connection
        .prepare_cached("SELECT document FROM orders WHERE id = ?1 AND deleted = 0")?
        .query_row((id.as_str(),), |row| row.get(0))
        .optional()?;
    found.map(|text| document(&text)).transpose()
}

pub(crate) fn id_of_number(
    connection: &Connection,
    number: &OrderNumber,
) -> rusqlite::Result<Option<OrderId>> {
    let id: Option<String> = connection
        .prepare_cached("SELECT id FROM orders WHERE number = ?1 AND deleted = 0")?
        .query_row((number.as_str(),), |row| row.get(0))
        .optional()?;
    Ok(id.map(OrderId::from))
}

/// Saves a changed order at the end of the feed.
pub(crate) fn save(
    connection: &Connection,
    order: &mut Order,
    change: Change,
) -> rusqlite::Result<()> {
    let before = order.revision;
    if change == Change::Business {
        order.revision += 1;
    }
    order.sequence = meta::next_sequence(connection)?;
    connection
        .prepare_cached(
            "UPDATE orders SET status = ?2, revision = ?3, sequence = ?4, document = ?5
             WHERE id = ?1",
        )?
        .execute((
            order.id.as_str(),
            order.status.as_str(),
            signed(order.revision),
            signed(order.sequence),
            text(order)?,
        ))?;
    let mut checksum = checksum(connection)?;
    checksum.toggle(order.id.as_str(), before);
    checksum.toggle(order.id.as_str(), order.revision);
    meta::set(connection, meta::CHECKSUM, &checksum.hex())
}

/// Adds an order as it stands, its sequence included; the checksum is the caller's business.
pub(crate) fn insert(connection: &Connection, order: &Order) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO orders (id, number, status, revision, sequence, document)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            order.id.as_str(),
            order.number.as_str(),
            order.status.as_str(),
            signed(order.revision),
            signed(order.sequence),
            text(order)?,
        ))?;
    Ok(())
}

/// Leaves a tombstone: the order is gone, or not to be seen any more.
pub(crate) fn delete(connection: &Connection, order: &Order) -> rusqlite::Result<()> {
    let sequence = meta::next_sequence(connection)?;
    connection
        .prepare_cached("UPDATE orders SET deleted = 1, sequence = ?2 WHERE id = ?1")?
        .execute((order.id.as_str(), signed(sequence)))?;
    let mut checksum = checksum(connection)?;
    checksum.toggle(order.id.as_str(), order.revision);
    meta::set(connection, meta::CHECKSUM, &checksum.hex())
}

/// What changed after a sequence, oldest first.
pub(crate) fn changed_after(
    connection: &Connection,
    sequence: u64,
    limit: u32,
) -> rusqlite::Result<Vec<FeedRow>> {
    connection
        .prepare_cached(
            "SELECT id, sequence, deleted, document FROM orders
             WHERE sequence > ?1 ORDER BY sequence LIMIT ?2",
        )?
        .query_map((signed(sequence), limit), FeedRow::read)?
        .collect()
}

pub(crate) fn count(connection: &Connection) -> rusqlite::Result<u64> {
    connection
        .prepare_cached("SELECT count(*) FROM orders WHERE deleted = 0")?
        .query_row((), |row| unsigned(row, 0))
}

pub(crate) fn last_sequence(connection: &Connection) -> rusqlite::Result<u64> {
    connection
        .prepare_cached("SELECT coalesce(max(sequence), 0) FROM orders")?
        .query_row((), |row| unsigned(row, 0))
}

pub(crate) fn counts(connection: &Connection) -> rusqlite::Result<BTreeMap<String, u64>> {
    connection
        .prepare_cached("SELECT status, count(*) FROM orders WHERE deleted = 0 GROUP BY status")?
        .query_map((), |row| Ok((row.get(0)?, unsigned(row, 1)?)))?
        .collect()
}

pub(crate) fn checksum(connection: &Connection) -> rusqlite::Result<Checksum> {
    let hex = meta::get(connection, meta::CHECKSUM)?.unwrap_or_default();
    Ok(Checksum::from_hex(&hex).unwrap_or_default())
}
