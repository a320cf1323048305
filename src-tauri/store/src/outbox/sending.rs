//! An entry on its way: begun, accepted, or to be tried later.

use jiff::Timestamp;
use rusqlite::{Transaction, params};
use serde_json::Value;
use turnup_domain::{Order, problem::Params};

use super::{Stored, find, of_order};
use crate::{
    EntryState, OutboxEntry, OutboxKind, Result, Store, StoreError, column,
    connections::Durability,
    drafts, journal,
    orders::{
        local_state::refresh_local_state,
        put_answer,
        reconciling::{Changed, reconcile_cached},
    },
};

impl Store {
    /// Counts an attempt and marks the entry as being sent, durably, *before* anything is sent.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such entry or it does not wait for its turn; or
    /// the database cannot be written. In every case nothing may be sent.
    pub fn begin_attempt(&self, entry: i64, now: Timestamp) -> Result<OutboxEntry> {
        self.write(Durability::Full, |tx| {
            let stored = find(tx, entry)?;
            let head = of_order(tx, stored.order_row)?
                .first()
                .map(|first| first.id);
            if stored.entry.state != EntryState::Pending || head != Some(entry) {
                return Err(StoreError::NotFound);
            }
            tx.prepare_cached(
                "UPDATE outbox SET attempts = attempts + 1, state = 'sending' WHERE id = ?1",
            )?
            .execute([entry])?;
            if stored.entry.attempts == 0 {
                record(tx, &stored.entry, "sent", now)?;
            }
            refresh_local_state(tx, stored.order_row)?;
            Ok(find(tx, entry)?.entry)
        })
    }

    /// The service accepted the entry and answered with the order: the entry goes, the mirror
    /// has the answer, its followers are based on it unless it has news for them. With the last
    /// act of a confirmation the draft goes as well.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such entry; or the database cannot be written.
    pub fn accepted(&self, entry: i64, order: &Order, now: Timestamp) -> Result<()> {
        self.write(Durability::Full, |tx| {
            let stored = find(tx, entry)?;
            // The answer comes first: its followers go on with it, knowing whom they follow.
            put_answer(tx, order, Changed::Here, now)?;
            tx.prepare_cached("DELETE FROM outbox WHERE id = ?1")?
                .execute([entry])?;
            if ends_confirmation(tx, &stored, order)? {
                drafts::delete(tx, stored.order_row)?;
            }
            record(tx, &stored.entry, "accepted", now)?;
            reconcile_cached(tx, stored.order_row, Changed::Here, now)?;
            refresh_local_state(tx, stored.order_row)
        })
    }

    /// The entry waits until `at`. `unknown_outcome` says whether any attempt under its key may
    /// have reached the service without that being settled since.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such entry; or the database cannot be written.
    pub fn retry_later(
        &self,
        entry: i64,
        at: Timestamp,
        unknown_outcome: bool,
        problem: Option<&Value>,
        now: Timestamp,
    ) -> Result<()> {
        let problem = problem.map(serde_json::to_string).transpose()?;
        self.write(Durability::Full, |tx| {
            let stored = find(tx, entry)?;
            tx.prepare_cached(
                "UPDATE outbox SET state = 'pending', next_attempt_at = ?2, unknown_outcome = ?3,
                        problem = coalesce(?4, problem)
                 WHERE id = ?1",
            )?
            .execute(params![entry, column::time(at), unknown_outcome, problem])?;
            if unknown_outcome && !stored.entry.unknown_outcome {
                record(tx, &stored.entry, "unanswered", now)?;
            }
            refresh_local_state(tx, stored.order_row)
        })
    }
}

/// How far an entry came, in the journal.
pub(super) fn record(
    tx: &Transaction<'_>,
    entry: &OutboxEntry,
    stage: &str,
    now: Timestamp,
) -> Result<()> {
    let line = journal::Line {
        order: Some(&entry.order_id),
        actor: &entry.actor,
        code: &format!("{stage}_{}", entry.kind.as_str()),
        params: &Params::new(),
        intent: Some(&entry.intent_id),
    };
    journal::append(tx, &line, now)
}

/// Whether nothing of what the draft asked for is left to be sent.
fn ends_confirmation(tx: &Transaction<'_>, stored: &Stored, order: &Order) -> Result<bool> {
    let asks_for_draft = |kind: OutboxKind| {
        matches!(
            kind,
            OutboxKind::Mapping | OutboxKind::Setup | OutboxKind::Handover
        )
    };
    if of_order(tx, stored.order_row)?
        .iter()
        .any(|entry| asks_for_draft(entry.kind))
    {
        return Ok(false);
    }
    Ok(match stored.entry.kind {
        OutboxKind::Setup | OutboxKind::Handover => true,
        OutboxKind::Mapping => {
            let customer_sets_up = stored.entry.payload["customer_sets_up"] == Value::Bool(true);
            customer_sets_up || order.services_with_input().is_empty()
        }
        OutboxKind::Resend
        | OutboxKind::Note
        | OutboxKind::Assignee
        | OutboxKind::Retry
        | OutboxKind::Review
        | OutboxKind::Verdict => false,
    })
}
