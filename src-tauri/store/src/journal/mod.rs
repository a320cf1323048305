//! The journal of this computer (append only) beside the service's own activity, and both as
//! one timeline.
//!
//! Codes that the store itself writes: `queued_<kind>`, `sent_<kind>` (the first attempt begins),
//! `unanswered_<kind>` (nobody knows whether it arrived) and `accepted_<kind>` with `<kind>` an
//! [`crate::OutboxKind`]; `parked` (params `kind`, `code`), `unparked` (`kind`), `taken_back`
//! (`kind`), `draft_dropped`, `merged` and `clashed` (`fields`: pointers with spaces between). Everything else comes from the callers. Words for people are
//! made elsewhere.

mod listing;

use jiff::Timestamp;
use rusqlite::{Transaction, params};
use turnup_domain::{IntentId, OrderId, order::ActivityEntry, problem::Params};

use crate::{Result, Store, StoreError, column, connections::Durability, orders};

pub use listing::{JournalPage, JournalQuery, JournalRow};

/// One line of an order's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineRow {
    /// When.
    pub at: Timestamp,
    /// Who: an e-mail address, or empty for the service or the program itself.
    pub actor: String,
    /// What.
    pub code: String,
    /// Values for the sentence.
    pub params: Params,
    /// Recorded by the service, not only here.
    pub from_service: bool,
}

/// A line to append.
pub(crate) struct Line<'a> {
    pub(crate) order: Option<&'a OrderId>,
    pub(crate) actor: &'a str,
    pub(crate) code: &'a str,
    pub(crate) params: &'a Params,
    pub(crate) intent: Option<&'a IntentId>,
}

/// A line of the program's own about an order, without an actor.
pub(crate) fn note(
    tx: &Transaction<'_>,
    order: &OrderId,
    code: &str,
    params: &[(&str, &str)],
    now: Timestamp,
) -> Result<()> {
    let params = params
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    append(
        tx,
        &Line {
            order: Some(order),
            actor: "",
            code,
            params: &params,
            intent: None,
        },
        now,
    )
}

pub(crate) fn append(tx: &Transaction<'_>, line: &Line<'_>, now: Timestamp) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO journal (order_id, at, actor, code, params, intent_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        line.order.map(OrderId::as_str),
        column::time(now),
        line.actor,
        line.code,
        serde_json::to_string(line.params)?,
        line.intent.map(IntentId::as_str),
    ])?;
    Ok(())
}

impl Store {
    /// Appends to the journal; without an order it is about the program as a whole.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn record(
        &self,
        id: Option<&OrderId>,
        actor: &str,
        code: &str,
        params: &Params,
        now: Timestamp,
    ) -> Result<()> {
        let line = Line {
            order: id,
            actor,
            code,
            params,
            intent: None,
        };
        self.write(Durability::Full, |tx| append(tx, &line, now))
    }

    /// Keeps the service's activity of an order; entries that are known stay as they are. The
    /// activity of an order that is not cached (any more) is not kept.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn put_activity(
        &self,
        id: &OrderId,
        entries: &[ActivityEntry],
        _now: Timestamp,
    ) -> Result<()> {
        self.write(Durability::Normal, |tx| {
            let row = match orders::row_of(tx, id) {
                Ok(row) => row,
                Err(StoreError::NotFound) => return Ok(()),
                Err(error) => return Err(error),
            };
            let mut statement = tx.prepare_cached(
                "INSERT OR IGNORE INTO activity
                     (order_row, id, at, actor, code, params, intent_id)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?;
            for entry in entries {
                statement.execute(params![
                    row,
                    entry.id,
                    column::time(entry.at),
                    entry.actor,
                    entry.code,
                    serde_json::to_string(&entry.params)?,
                    entry.intent_id.as_ref().map(IntentId::as_str),
                ])?;
            }
            Ok(())
        })
    }

    /// The history of an order, the newest first. An own act that the service recorded as well
    /// (the same intent) appears once, in the service's words.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn timeline(&self, id: &OrderId, limit: u32) -> Result<Vec<TimelineRow>> {
        self.read(|tx| {
            let mut statement = tx.prepare_cached(include_str!("timeline.sql"))?;
            let mut rows = statement.query(params![id.as_str(), limit])?;
            let mut timeline = Vec::new();
            while let Some(row) = rows.next()? {
                timeline.push(TimelineRow {
                    at: column::to_time(row.get(0)?),
                    actor: row.get(1)?,
                    code: row.get(2)?,
                    params: serde_json::from_str(&row.get::<_, String>(3)?)?,
                    from_service: row.get(4)?,
                });
            }
            Ok(timeline)
        })
    }
}
