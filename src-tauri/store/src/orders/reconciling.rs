//! A newer order under a draft: what goes together does so by itself and is written down, what
//! clashes is for the operator. While acts of the order are queued, they are what is compared
//! (when they are sent), not the draft.

use jiff::Timestamp;
use rusqlite::Transaction;
use turnup_domain::{
    Order,
    reconcile::{Reconciled, of_draft, reconcile},
};

use crate::{Result, drafts, journal, outbox};

/// Who changed the order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed {
    /// Somebody else, or nobody knows who.
    There,
    /// This computer's own act.
    Here,
}

/// Puts the draft of an order, if there is one, beside the order as it is in the mirror now.
pub(crate) fn reconcile_draft(
    tx: &Transaction<'_>,
    order_row: i64,
    order: &Order,
    changed: Changed,
    now: Timestamp,
) -> Result<()> {
    let Some(stored) = drafts::load(tx, order_row)? else {
        return Ok(());
    };
    let Some(base) = &stored.base else {
        return Ok(());
    };
    if !outbox::of_order(tx, order_row)?.is_empty() {
        return Ok(());
    }
    let found = reconcile(&of_draft(&stored.draft, base), base, order);
    if found.fits() {
        drafts::rebase(tx, order_row)?;
        if changed == Changed::There && !found.merged.is_empty() {
            note(tx, order, "merged", &found, now)?;
        }
    } else if drafts::mark_clash(tx, order_row)? {
        note(tx, order, "clashed", &found, now)?;
    }
    Ok(())
}

/// The same with the order as it stands in the mirror: the acts that were compared instead are
/// gone.
pub(crate) fn reconcile_cached(
    tx: &Transaction<'_>,
    order_row: i64,
    changed: Changed,
    now: Timestamp,
) -> Result<()> {
    let document: String = tx
        .prepare_cached("SELECT document FROM documents WHERE order_row = ?1")?
        .query_row([order_row], |row| row.get(0))?;
    let order: Order = serde_json::from_str(&document)?;
    reconcile_draft(tx, order_row, &order, changed, now)
}

fn note(
    tx: &Transaction<'_>,
    order: &Order,
    code: &str,
    found: &Reconciled,
    now: Timestamp,
) -> Result<()> {
    let merged = found.merged.iter().map(|change| change.about.as_str());
    let clashes = found.clashes.iter().map(|clash| clash.about.as_str());
    let fields: Vec<&str> = if code == "merged" {
        merged.collect()
    } else {
        clashes.chain(found.ended).collect()
    };
    journal::note(tx, &order.id, code, &[("fields", &fields.join(" "))], now)
}
