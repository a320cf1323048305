//! What a waiting act is based on: the newest revision of its order in which nothing is new to
//! it. Whoever names a revision says that what it holds was seen, and the service believes it.
//! So an act goes on with the mirror only while what it rests on stays as its operator saw it;
//! otherwise it stays behind, the service calls it stale, and it is looked at again.

use rusqlite::{Transaction, params};
use turnup_domain::{Order, Status};

use super::of_order;
use crate::{OutboxEntry, OutboxKind, Result, column};

/// The mirror of an order goes on from the document `before`: so do the acts that may.
pub(crate) fn go_on(
    tx: &Transaction<'_>,
    order_row: i64,
    before: &str,
    after: &Order,
) -> Result<()> {
    let chain = of_order(tx, order_row)?;
    if chain.is_empty() {
        return Ok(());
    }
    let before: Order = serde_json::from_str(before)?;
    for (place, entry) in chain.iter().enumerate() {
        let seen = entry.base_revision == before.revision;
        if seen && has_no_news(entry.kind, &chain[..place], &before, after) {
            tx.prepare_cached("UPDATE outbox SET base_revision = ?2 WHERE id = ?1")?
                .execute(params![entry.id, column::unsigned(after.revision)])?;
        }
    }
    Ok(())
}

/// Whether what an act rests on is as it was, but for what the acts ahead of it do.
fn has_no_news(kind: OutboxKind, ahead: &[OutboxEntry], before: &Order, after: &Order) -> bool {
    let same_subject = before.end_customer == after.end_customer && before.lines == after.lines;
    match kind {
        OutboxKind::Mapping => {
            same_subject && before.status == after.status && before.mapping == after.mapping
        }
        OutboxKind::Setup => same_subject && may_be_set_up(&after.status),
        OutboxKind::Handover => before.contact.email == after.contact.email,
        OutboxKind::Note => before.note == after.note || is_one_of(ahead, &after.note),
        OutboxKind::Assignee => before.assignee == after.assignee,
        OutboxKind::Review => before.review == after.review,
        // A verdict names its review.
        OutboxKind::Resend | OutboxKind::Retry | OutboxKind::Verdict => true,
    }
}

/// Whether a set-up is still to come, perhaps behind its own mapping.
fn may_be_set_up(status: &Status) -> bool {
    matches!(
        status,
        Status::AwaitingDetails | Status::AwaitingApproval | Status::Mapped | Status::Deferred
    )
}

/// Whether a note is one that this computer sent.
fn is_one_of(ahead: &[OutboxEntry], note: &str) -> bool {
    let mut notes = ahead.iter().filter(|entry| entry.kind == OutboxKind::Note);
    notes.any(|entry| entry.attempts > 0 && entry.payload["note"] == note)
}
