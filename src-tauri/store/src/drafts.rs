//! The operator's edits: one draft per order, over the mirror and apart from it.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction, params};
use turnup_domain::{Draft, OrderId};

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
}

pub(crate) fn load(tx: &Transaction<'_>, order_row: i64) -> Result<Option<StoredDraft>> {
    let stored: Option<(String, i64, i64)> = tx
        .prepare_cached(
            "SELECT document, base_revision, saved_at FROM drafts WHERE order_row = ?1",
        )?
        .query_row([order_row], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    stored
        .map(|(document, base_revision, saved_at)| {
            let draft = serde_json::from_str(&document)?;
            let base_revision = column::to_unsigned(base_revision);
            Ok(StoredDraft {
                draft,
                base_revision,
                saved_at: column::to_time(saved_at),
            })
        })
        .transpose()
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
