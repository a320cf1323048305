//! An entry about which somebody decides: parked, tried again, taken back.

use jiff::Timestamp;
use rusqlite::params;
use serde_json::Value;
use turnup_domain::Order;

use super::{Stored, enqueue::new_key, find, of_order};
use crate::{
    EntryState, OutboxEntry, OutboxKind, Result, Store, StoreError, column,
    connections::Durability,
    journal,
    orders::{
        local_state::refresh_local_state,
        put_answer,
        reconciling::{Changed, reconcile_cached},
    },
};

impl Store {
    /// Somebody must decide about the entry; its followers stay behind it. To park says that the
    /// outcome is known: the service refused it for good, or it was not sent. `current` is the
    /// order as the service has it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such entry; or the database cannot be written.
    pub fn park(
        &self,
        entry: i64,
        problem: &Value,
        current: Option<&Order>,
        now: Timestamp,
    ) -> Result<()> {
        self.set_aside(entry, problem, current, false, now)
    }

    /// The same while nobody knows whether it arrived, and nobody can look: what was in doubt
    /// stays in doubt.
    ///
    /// # Errors
    /// As [`Store::park`].
    pub fn park_in_doubt(&self, entry: i64, problem: &Value, now: Timestamp) -> Result<()> {
        self.set_aside(entry, problem, None, true, now)
    }

    fn set_aside(
        &self,
        entry: i64,
        problem: &Value,
        current: Option<&Order>,
        in_doubt: bool,
        now: Timestamp,
    ) -> Result<()> {
        let text = serde_json::to_string(problem)?;
        self.write(Durability::Full, |tx| {
            let stored = find(tx, entry)?;
            tx.prepare_cached(
                "UPDATE outbox SET state = 'parked', next_attempt_at = NULL, problem = ?2,
                        unknown_outcome = unknown_outcome AND ?3
                 WHERE id = ?1",
            )?
            .execute(params![entry, text, in_doubt])?;
            let code = problem["code"].as_str().unwrap_or_default();
            let kind = stored.entry.kind.as_str();
            let params = [("kind", kind), ("code", code)];
            journal::note(tx, &stored.entry.order_id, "parked", &params, now)?;
            if let Some(order) = current {
                put_answer(tx, order, Changed::There, now)?;
            }
            refresh_local_state(tx, stored.order_row)
        })
    }

    /// Tries a parked entry again, based on `base_revision`. It gets a new key, as one that was
    /// never attempted, unless it really never was and asks for the same as before. One whose
    /// outcome is in doubt keeps its key: it is read back under it before it is sent.
    ///
    /// # Errors
    /// [`StoreError::MayHaveArrived`] when its outcome is in doubt and it would ask for something
    /// else, [`StoreError::NotFound`] when there is no such parked entry; or the database cannot
    /// be written.
    pub fn unpark(
        &self,
        entry: i64,
        new_payload: Option<&Value>,
        base_revision: u64,
        now: Timestamp,
    ) -> Result<OutboxEntry> {
        self.write(Durability::Full, |tx| {
            let stored = find(tx, entry)?;
            let before = stored.entry;
            if before.state != EntryState::Parked {
                return Err(StoreError::NotFound);
            }
            let payload = new_payload.unwrap_or(&before.payload);
            let same = *payload == before.payload;
            if before.unknown_outcome && !same {
                return Err(StoreError::MayHaveArrived);
            }
            let keeps_key = same && (before.attempts == 0 || before.unknown_outcome);
            let key = if keeps_key {
                before.intent_id
            } else {
                new_key()
            };
            tx.prepare_cached(
                "UPDATE outbox SET state = 'pending', next_attempt_at = NULL, problem = NULL,
                        attempts = iif(unknown_outcome, attempts, 0), payload = ?2, base_revision = ?3, intent_id = ?4,
                        base = (
                            SELECT m.document FROM documents m JOIN orders o ON o.row = m.order_row
                            WHERE o.row = outbox.order_row AND o.revision = ?3
                        )
                 WHERE id = ?1",
            )?
            .execute(params![
                entry,
                serde_json::to_string(payload)?,
                column::unsigned(base_revision),
                key.as_str(),
            ])?;
            let params = [("kind", before.kind.as_str())];
            journal::note(tx, &before.order_id, "unparked", &params, now)?;
            refresh_local_state(tx, stored.order_row)?;
            Ok(find(tx, entry)?.entry)
        })
    }

    /// Sends the entry as soon as its turn comes: a parked one is tried again (see
    /// [`Store::unpark`]), one that waits for its next attempt waits no longer.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such entry; or the database cannot be written.
    pub fn retry_now(&self, entry: i64, base_revision: u64, now: Timestamp) -> Result<()> {
        let found = self.outbox_entry(entry)?.ok_or(StoreError::NotFound)?;
        match found.state {
            EntryState::Parked => self.unpark(entry, None, base_revision, now).map(drop),
            EntryState::Pending => self.write(Durability::Full, |tx| {
                tx.prepare_cached("UPDATE outbox SET next_attempt_at = NULL WHERE id = ?1")?
                    .execute([entry])?;
                Ok(())
            }),
            EntryState::Sending => Ok(()),
        }
    }

    /// Removes an entry, and with a mapping the set-up that rests on it; the order's draft is
    /// there again. What follows in the chain and stands for itself stays.
    ///
    /// # Errors
    /// [`StoreError::MayHaveArrived`] when one of them is on its way or its outcome is unknown,
    /// [`StoreError::NotFound`] when there is no such entry; or the database cannot be written.
    pub fn take_back(&self, entry: i64, now: Timestamp) -> Result<()> {
        self.write(Durability::Full, |tx| {
            let Stored { order_row, entry } = find(tx, entry)?;
            let mut leaving = vec![entry];
            if leaving[0].kind == OutboxKind::Mapping {
                let rests_on_it = |other: &OutboxEntry| other.kind == OutboxKind::Setup;
                leaving.extend(of_order(tx, order_row)?.into_iter().filter(rests_on_it));
            }
            if !leaving.iter().all(OutboxEntry::can_be_taken_back) {
                return Err(StoreError::MayHaveArrived);
            }
            for entry in &leaving {
                tx.prepare_cached("DELETE FROM outbox WHERE id = ?1")?
                    .execute([entry.id])?;
            }
            let params = [("kind", leaving[0].kind.as_str())];
            journal::note(tx, &leaving[0].order_id, "taken_back", &params, now)?;
            reconcile_cached(tx, order_row, Changed::There, now)?;
            refresh_local_state(tx, order_row)
        })
    }
}
