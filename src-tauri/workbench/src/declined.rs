//! A customer who did not agree: the order is open again, and whoever goes on has to know which
//! organization was asked and what it answered.

use turnup_domain::{Order, OrderId, Status, organization::Severity};
use turnup_store::{Store, TimelineRow};

use crate::{
    failure::Outcome,
    order_page::stored,
    views::{DeclinedView, FinderView, FlagView, Sentence},
};

/// Rows of the timeline among which a refusal is looked for.
const LATEST: u32 = 200;

/// The refusal that an open order came back with; none when it was mapped again since.
pub(crate) fn declined(order: &Order, timeline: &[TimelineRow]) -> Option<DeclinedView> {
    if order.status != Status::AwaitingDetails || order.mapping.is_some() {
        return None;
    }
    let told = |row: &&TimelineRow| {
        row.from_service && ["declined", "mapped"].contains(&row.code.as_str())
    };
    let row = timeline.iter().find(told)?;
    let value = |name: &str| row.params.get(name).cloned().unwrap_or_default();
    (row.code == "declined").then(|| DeclinedView {
        at: row.at.to_string(),
        customer: value("customer"),
        organization_id: value("organization_id"),
        reason: value("reason"),
    })
}

/// Says of the candidate that declined that it did.
pub(crate) fn mark(store: &Store, id: &OrderId, found: &mut FinderView) -> Outcome<()> {
    let timeline = store.timeline(id, LATEST)?;
    let Some(refusal) = declined(&stored(store, id)?.order, &timeline) else {
        return Ok(());
    };
    let mut candidates = found.candidates.iter_mut();
    if let Some(candidate) = candidates.find(|one| one.organization_id == refusal.organization_id) {
        candidate.flags.insert(
            0,
            FlagView {
                severity: Severity::Amber.to_string(),
                sentence: Sentence::new("declined_before", &[("at", &refusal.at)]),
            },
        );
    }
    Ok(())
}
