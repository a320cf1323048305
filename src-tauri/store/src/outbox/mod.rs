//! The outbox: what the operator asked of the service and the service has not accepted yet.
//!
//! The acts of one order form a chain: only its first entry is ever due. A parked entry holds
//! its followers back and no other order.

pub(crate) mod basis;
mod deciding;
mod enqueue;
mod entry;
mod queue;
mod sending;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params, types::Type};
use turnup_domain::{IntentId, OrderId};

pub use entry::{EntryState, OutboxEntry, OutboxKind, QueueRow, QueueWindow, WaitsFor};

use crate::{
    Result, Store, StoreError, column,
    connections::{Durability, in_transaction},
    orders::local_state::refresh_local_state,
};

/// No entry waits longer for its next attempt. One that seems to was put off by a clock that was
/// wrong then, or is wrong now: it is due.
pub const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(15);

/// `SELECT … FROM outbox e JOIN orders o`; a `WHERE` follows.
const SELECT: &str = include_str!("select.sql");

/// A row before its JSON is read.
struct Stored {
    order_row: i64,
    entry: OutboxEntry,
}

fn read(tx: &Transaction<'_>, tail: &str, values: impl rusqlite::Params) -> Result<Vec<Stored>> {
    let mut statement = tx.prepare_cached(&format!("{SELECT} {tail}"))?;
    let rows = statement
        .query_map(values, stored)?
        .collect::<Result<Vec<_>, _>>()?;
    Ok(rows)
}

fn entries(
    tx: &Transaction<'_>,
    tail: &str,
    values: impl rusqlite::Params,
) -> Result<Vec<OutboxEntry>> {
    Ok(read(tx, tail, values)?
        .into_iter()
        .map(|stored| stored.entry)
        .collect())
}

/// One entry with the row of its order, or [`StoreError::NotFound`].
fn find(tx: &Transaction<'_>, entry: i64) -> Result<Stored> {
    read(tx, "WHERE e.id = ?1", [entry])?
        .pop()
        .ok_or(StoreError::NotFound)
}

/// The acts of one order in their sequence.
pub(crate) fn of_order(tx: &Transaction<'_>, order_row: i64) -> Result<Vec<OutboxEntry>> {
    entries(tx, "WHERE e.order_row = ?1 ORDER BY e.id", [order_row])
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let word = |index: usize| row.get::<_, String>(index);
    let unknown = |index: usize, word: String| {
        rusqlite::Error::FromSqlConversionFailure(index, Type::Text, word.into())
    };
    let (kind, state) = (word(3)?, word(11)?);
    Ok(Stored {
        order_row: row.get(0)?,
        entry: OutboxEntry {
            id: row.get(1)?,
            order_id: OrderId::new(word(2)?),
            kind: OutboxKind::of(&kind).ok_or_else(|| unknown(3, kind))?,
            payload: json(row, 4)?.unwrap_or_default(),
            evidence: json(row, 5)?,
            base_revision: column::to_unsigned(row.get(6)?),
            intent_id: IntentId::new(word(7)?),
            attempts: row.get(8)?,
            created_at: column::to_time(row.get(9)?),
            next_attempt_at: row.get::<_, Option<i64>>(10)?.map(column::to_time),
            state: EntryState::of(&state).ok_or_else(|| unknown(11, state))?,
            unknown_outcome: row.get(12)?,
            problem: json(row, 13)?,
            actor: row.get(14)?,
            base: json(row, 15)?,
        },
    })
}

/// A column of JSON, when there is something in it.
fn json<T: serde::de::DeserializeOwned>(
    row: &Row<'_>,
    index: usize,
) -> rusqlite::Result<Option<T>> {
    row.get::<_, Option<String>>(index)?
        .map(|text| serde_json::from_str(&text))
        .transpose()
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(index, Type::Text, error.into()))
}

/// Turns what a crash left "sending" into what waits with an unknown outcome. Returns which.
pub(crate) fn recover(connection: &mut Connection) -> Result<Vec<i64>> {
    in_transaction(connection, |tx| {
        let left = recover_sending(tx)?;
        Ok(left.iter().map(|entry| entry.id).collect())
    })
}

fn recover_sending(tx: &Transaction<'_>) -> Result<Vec<OutboxEntry>> {
    let left = read(tx, "WHERE e.state = 'sending'", [])?;
    tx.execute(
        "UPDATE outbox SET state = 'pending', unknown_outcome = 1, next_attempt_at = NULL
         WHERE state = 'sending'",
        [],
    )?;
    for stored in &left {
        refresh_local_state(tx, stored.order_row)?;
    }
    Ok(left.into_iter().map(|stored| stored.entry).collect())
}

impl Store {
    /// What a run that was interrupted left "sending" waits with an unknown outcome, as after a
    /// crash. To be called while nothing is sent. Returns the entries as they were left.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn recover_sending(&self) -> Result<Vec<OutboxEntry>> {
        let nothing = self.read(|tx| Ok(read(tx, "WHERE e.state = 'sending'", [])?.is_empty()))?;
        if nothing {
            return Ok(Vec::new());
        }
        self.write(Durability::Full, recover_sending)
    }

    /// Entries whose turn it is, at most `limit`: the first of each order, when it waits for
    /// nothing but its time, and for that no longer than [`LONGEST_WAIT`]. Entries of an order
    /// that the service deleted are not due.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn due_entries(&self, now: Timestamp, limit: u32) -> Result<Vec<OutboxEntry>> {
        let latest = now.saturating_add(LONGEST_WAIT).unwrap_or(Timestamp::MAX);
        self.read(|tx| {
            entries(
                tx,
                include_str!("due.sql"),
                params![column::time(now), limit, column::time(latest)],
            )
        })
    }

    /// When the next entry is due (in the past: at once); none when nothing waits.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn next_due(&self) -> Result<Option<Timestamp>> {
        self.read(|tx| {
            let at: Option<i64> = tx
                .prepare_cached(include_str!("next_due.sql"))?
                .query_row([], |row| row.get(0))?;
            Ok(at.map(column::to_time))
        })
    }

    /// One entry.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn outbox_entry(&self, entry: i64) -> Result<Option<OutboxEntry>> {
        self.read(|tx| Ok(entries(tx, "WHERE e.id = ?1", [entry])?.pop()))
    }

    /// Entries that a crash left "sending" before this store was opened, as long as they wait
    /// with an unknown outcome.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn interrupted_attempts(&self) -> Result<Vec<OutboxEntry>> {
        let tail = "WHERE e.unknown_outcome = 1 AND e.state = 'pending' ORDER BY e.id";
        let mut waiting = self.read(|tx| entries(tx, tail, []))?;
        waiting.retain(|entry| self.inner.interrupted.contains(&entry.id));
        Ok(waiting)
    }

    /// How many entries wait or are on their way, and how many entries and drafts need
    /// attention.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn waiting(&self) -> Result<(u32, u32)> {
        self.read(|tx| {
            let counts = tx
                .prepare_cached(
                    "SELECT count(*) FILTER (WHERE e.state <> 'parked' AND o.gone = 0),
                            count(*) FILTER (WHERE e.state = 'parked' OR o.gone = 1)
                                + (SELECT count(*) FROM drafts d WHERE d.clashes = 1)
                     FROM outbox e JOIN orders o ON o.row = e.order_row",
                )?
                .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            Ok(counts.unwrap_or_default())
        })
    }

    /// How many drafts are here, and how many acts the service has not accepted: what would be
    /// lost with the database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn unsent(&self) -> Result<(u32, u32)> {
        self.read(|tx| {
            let counts = tx.query_row(
                "SELECT (SELECT count(*) FROM drafts), (SELECT count(*) FROM outbox)",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            Ok(counts)
        })
    }

    /// Whether a set-up waits for a customer's approval: it is due when that is given.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn awaits_approval(&self) -> Result<bool> {
        self.read(|tx| {
            let found = tx
                .prepare_cached(
                    "SELECT EXISTS (
                        SELECT 1 FROM outbox e JOIN orders o ON o.row = e.order_row
                        WHERE e.kind = 'setup' AND e.state = 'pending'
                          AND o.status = 'awaiting_approval' AND o.gone = 0)",
                )?
                .query_row([], |row| row.get(0))?;
            Ok(found)
        })
    }
}
