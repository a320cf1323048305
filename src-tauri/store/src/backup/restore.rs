//! Bringing a copy back, inside one transaction.

use jiff::Timestamp;
use rusqlite::{Transaction, params, params_from_iter};
use turnup_domain::OrderId;

use super::{
    OwnWork,
    kept::{
        Kept, KeptAct, KeptDraft, KeptFinding, KeptLine, KeptNumber, KeptRules, KeptSetting, Rows,
        order_of,
    },
    plan::{self, Comparison, Fate, OrderPlan},
};
use crate::{
    EntryState, Result, StoreError, column, journal,
    orders::{
        local_state::refresh_local_state,
        put_answer,
        reconciling::{Changed, reconcile_cached},
        row_of,
    },
};

/// An order of which the copy is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Which.
    pub order: OrderId,
    /// The draft that it goes over, by when it was saved; none when none is here. A draft that
    /// was saved later than the operator saw is not replaced.
    pub over: Option<Timestamp>,
}

/// What came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Restored {
    /// Orders of which something came back.
    pub orders: Vec<OrderId>,
    /// Drafts.
    pub drafts: u32,
    /// Acts; each is read back at the service before it is sent.
    pub acts: u32,
    /// Lines of the journal.
    pub lines: u32,
    /// Orders that were chosen and left as they are: something changed since they were shown, or
    /// their document is nowhere.
    pub left: Vec<OrderId>,
}

/// Brings back the chosen orders, and what is missing here of everything else.
pub(crate) fn apply(
    tx: &Transaction<'_>,
    copy: &OwnWork,
    chosen: &[Chosen],
    now: Timestamp,
) -> Result<Restored> {
    let here = OwnWork::read(tx)?;
    let comparison = Comparison::of(&here, copy);
    let plan = comparison.plan();
    let mut restored = Restored::default();
    for choice in chosen {
        let planned = plan.orders.iter().find(|one| one.order == choice.order);
        let wanted = planned.is_some_and(|planned| may_come(planned, choice));
        if !wanted || !bring_order(tx, &comparison, copy, choice, &mut restored, now)? {
            restored.left.push(choice.order.clone());
        }
    }
    for line in plan::missing(&copy.lines, &here.lines) {
        append(tx, line)?;
        restored.lines += 1;
    }
    for setting in &copy.settings {
        put::<KeptSetting>(tx, "OR IGNORE", setting, &Rows::new())?;
    }
    for number in &copy.numbers {
        remember(tx, number)?;
    }
    for rules in &copy.rules {
        put::<KeptRules>(tx, "OR IGNORE", rules, &Rows::new())?;
    }
    Ok(restored)
}

fn may_come(planned: &OrderPlan, choice: &Chosen) -> bool {
    match planned.fate {
        Fate::ComesBack | Fate::Differs(_) => planned.draft_here == choice.over,
        Fate::Same | Fate::Waiting => false,
    }
}

/// Whether the order could stand again.
fn bring_order(
    tx: &Transaction<'_>,
    comparison: &Comparison<'_>,
    copy: &OwnWork,
    choice: &Chosen,
    restored: &mut Restored,
    now: Timestamp,
) -> Result<bool> {
    let id = &choice.order;
    let Some(row) = stand_again(tx, copy, id, now)? else {
        return Ok(false);
    };
    let rows = Rows::from([(id.clone(), row)]);
    if let Some(draft) = copy.draft(id) {
        put::<KeptDraft>(tx, "OR REPLACE", draft, &rows)?;
        restored.drafts += 1;
    }
    for act in comparison.acts_to_bring(id) {
        restored.acts += u32::from(bring_act(tx, row, act)?);
    }
    for finding in copy.findings.iter().filter(|one| one.order == *id) {
        put::<KeptFinding>(tx, "OR IGNORE", finding, &rows)?;
    }
    base_again(tx, copy, id, row)?;
    reconcile_cached(tx, row, Changed::There, now)?;
    journal::note(tx, id, "restored", &[], now)?;
    refresh_local_state(tx, row)?;
    restored.orders.push(id.clone());
    Ok(true)
}

/// The row of the order; when it is not cached (any more), it stands again as it was.
fn stand_again(
    tx: &Transaction<'_>,
    copy: &OwnWork,
    id: &OrderId,
    now: Timestamp,
) -> Result<Option<i64>> {
    match row_of(tx, id) {
        Ok(row) => return Ok(Some(row)),
        Err(StoreError::NotFound) => {}
        Err(error) => return Err(error),
    }
    let kept = copy.order(id);
    let Some(order) = kept.and_then(|kept| order_of(kept.document.as_deref()?)) else {
        return Ok(None);
    };
    put_answer(tx, &order, Changed::There, now)?;
    let row = row_of(tx, id)?;
    if kept.is_some_and(|kept| kept.gone) {
        tx.execute("UPDATE orders SET gone = 1 WHERE row = ?1", [row])?;
    }
    Ok(Some(row))
}

/// What the operator saw is the copy of the order, if that is of the revision it was answered at.
fn base_again(tx: &Transaction<'_>, copy: &OwnWork, id: &OrderId, row: i64) -> Result<()> {
    let Some(document) = copy.order(id).and_then(|kept| kept.document.as_deref()) else {
        return Ok(());
    };
    let Some(order) = order_of(document) else {
        return Ok(());
    };
    for table in ["drafts", "outbox"] {
        tx.prepare_cached(&format!(
            "UPDATE {table} SET base = ?2
             WHERE order_row = ?1 AND base IS NULL AND base_revision = ?3"
        ))?
        .execute(params![row, document, column::unsigned(order.revision)])?;
    }
    Ok(())
}

/// The act may have been sent since the copy was made: it counts as attempted, and the engine
/// reads it back under its old key before anything is sent. False when such an act waits.
fn bring_act(tx: &Transaction<'_>, row: i64, act: &KeptAct) -> Result<bool> {
    let state = match act.state {
        EntryState::Parked => EntryState::Parked,
        EntryState::Pending | EntryState::Sending => EntryState::Pending,
    };
    let inserted = tx
        .prepare_cached(
            "INSERT OR IGNORE INTO outbox (
                 order_row, kind, payload, evidence, base_revision, intent_id, attempts,
                 created_at, state, unknown_outcome, problem, actor
             ) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?10, ?11)",
        )?
        .execute(params![
            row,
            act.kind.as_str(),
            act.payload,
            act.evidence,
            act.base_revision,
            act.intent_id,
            act.attempts.max(1),
            act.created_at,
            state.as_str(),
            act.problem,
            act.actor,
        ])?;
    Ok(inserted > 0)
}

/// Under the next number of this file.
fn append(tx: &Transaction<'_>, line: &KeptLine) -> Result<()> {
    let said = &line.said;
    tx.prepare_cached(
        "INSERT INTO journal (order_id, at, actor, code, params, intent_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        said.order,
        said.at,
        said.actor,
        said.code,
        said.params,
        said.intent_id
    ])?;
    Ok(())
}

/// A number waits only as long as its order is not here.
fn remember(tx: &Transaction<'_>, number: &KeptNumber) -> Result<()> {
    tx.prepare_cached(
        "INSERT OR IGNORE INTO numbers (number, at)
         SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM orders WHERE number = ?1)",
    )?
    .execute(params![number.number, number.at])?;
    Ok(())
}

fn put<T: Kept>(tx: &Transaction<'_>, verb: &str, kept: &T, rows: &Rows) -> Result<()> {
    let Some(values) = kept.values(rows) else {
        return Ok(());
    };
    let marks = vec!["?"; T::COLUMNS.len()].join(", ");
    tx.prepare_cached(&format!(
        "INSERT {verb} INTO {} ({}) VALUES ({marks})",
        T::TABLE,
        T::COLUMNS.join(", ")
    ))?
    .execute(params_from_iter(values))?;
    Ok(())
}
