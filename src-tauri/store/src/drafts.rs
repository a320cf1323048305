//! The operator's edits: one draft per order, over the mirror and apart from it.

use jiff::Timestamp;
use rusqlite::{Transaction, params};
use turnup_domain::{Draft, Order, OrderId, problem::Params};

use crate::{
    Result, Store, StoreError, column,
    connections::Durability,
    journal,
    orders::{self, local_state::refresh_local_state},
};

/// A draft and what it was typed over.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredDraft {
    /// The answers so far.
    pub draft: Draft,
    /// The order's revision that the operator saw.
    pub base_revision: u64,
    /// When it was saved last.
    pub saved_at: Timestamp,
    /// The order as the operator saw it; none when that was not known.
    pub base: Option<Order>,
    /// Whether the service changed since what the draft answers, or what an answer rests on.
    pub clashes: bool,
}

pub(crate) fn load(tx: &Transaction<'_>, order_row: i64) -> Result<Option<StoredDraft>> {
    let mut statement = tx.prepare_cached(
        "SELECT document, base_revision, saved_at, base, clashes
         FROM drafts WHERE order_row = ?1",
    )?;
    let mut rows = statement.query([order_row])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let base: Option<String> = row.get(3)?;
    Ok(Some(StoredDraft {
        draft: serde_json::from_str(&row.get::<_, String>(0)?)?,
        base_revision: column::to_unsigned(row.get(1)?),
        saved_at: column::to_time(row.get(2)?),
        base: base.as_deref().map(serde_json::from_str).transpose()?,
        clashes: row.get(4)?,
    }))
}

/// Bases the draft on the order as it stands in the mirror now: nothing of it clashes.
pub(crate) fn rebase(tx: &Transaction<'_>, order_row: i64) -> Result<()> {
    tx.prepare_cached(
        "UPDATE drafts SET clashes = 0,
            base = (SELECT m.document FROM documents m WHERE m.order_row = ?1),
            base_revision = (SELECT o.revision FROM orders o WHERE o.row = ?1)
         WHERE order_row = ?1",
    )?
    .execute([order_row])?;
    Ok(())
}

/// Keeps that something of the draft clashes. Whether that is new.
pub(crate) fn mark_clash(tx: &Transaction<'_>, order_row: i64) -> Result<bool> {
    let marked = tx
        .prepare_cached("UPDATE drafts SET clashes = 1 WHERE order_row = ?1 AND clashes = 0")?
        .execute([order_row])?;
    Ok(marked > 0)
}

pub(crate) fn delete(tx: &Transaction<'_>, order_row: i64) -> Result<bool> {
    let deleted = tx
        .prepare_cached("DELETE FROM drafts WHERE order_row = ?1")?
        .execute([order_row])?;
    Ok(deleted > 0)
}

impl Store {
    /// Saves the operator's answers: when it returns, they survive a power cut. `position` is
    /// the step the wizard stands on, counted from 1, and how many steps there are.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the order is not cached; or the database cannot be written,
    /// and then the draft saved before is still whole.
    pub fn save_draft(
        &self,
        id: &OrderId,
        draft: &Draft,
        base_revision: u64,
        position: Option<(u32, u32)>,
        now: Timestamp,
    ) -> Result<()> {
        let document = serde_json::to_string(draft)?;
        let step = draft.step.as_ref().map(|step| step.as_str());
        let (number, count) = position.unzip();
        self.write(Durability::Full, |tx| {
            let row = orders::row_of(tx, id)?;
            tx.prepare_cached(include_str!("drafts.save.sql"))?
                .execute(params![
                    row,
                    document,
                    column::unsigned(base_revision),
                    column::time(now),
                    step,
                    number,
                    count,
                ])?;
            refresh_local_state(tx, row)
        })
    }

    /// The operator looked at what changed at the service: the draft, perhaps changed, stands on
    /// the order as it is now.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no draft; or the database cannot be written.
    pub fn settle_draft(
        &self,
        id: &OrderId,
        draft: &Draft,
        actor: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<()> {
        let document = serde_json::to_string(draft)?;
        self.write(Durability::Full, |tx| {
            let row = orders::row_of(tx, id)?;
            let kept = tx
                .prepare_cached(
                    "UPDATE drafts SET document = ?2, saved_at = ?3 WHERE order_row = ?1",
                )?
                .execute(params![row, document, column::time(now)])?;
            if kept == 0 {
                return Err(StoreError::NotFound);
            }
            rebase(tx, row)?;
            let line = journal::Line {
                order: Some(id),
                actor,
                code,
                params: &Params::new(),
                intent: None,
            };
            journal::append(tx, &line, now)?;
            refresh_local_state(tx, row)
        })
    }

    /// Drops the draft of an order. An order that the service deleted meanwhile goes with it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no draft; or the database cannot be written.
    pub fn drop_draft(&self, id: &OrderId, now: Timestamp) -> Result<()> {
        self.write(Durability::Full, |tx| {
            let row = orders::row_of(tx, id)?;
            if !delete(tx, row)? {
                return Err(StoreError::NotFound);
            }
            journal::note(tx, id, "draft_dropped", &[], now)?;
            refresh_local_state(tx, row)
        })
    }
}
