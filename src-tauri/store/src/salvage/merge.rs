//! What a damaged file still holds and what its newest backup holds, as one.
//!
//! The file was there last: what can be read of it wins where it is newer. What happened in it
//! since the backup is told by its journal, as for every copy that is brought back.

use std::collections::{BTreeMap, HashSet};

use turnup_domain::OrderId;

use super::{Rescue, read::Salvaged};
use crate::{
    EntryState, Fate,
    backup::{
        OwnWork,
        kept::{KeptAct, KeptDraft, KeptOrder},
        plan::{self, Comparison},
    },
};

/// What an act that no backup vouches for is parked with: a damaged page can be read and say
/// something else than was confirmed. Somebody looks at it before it is sent.
const UNSURE: &str = r#"{"code":"rescued"}"#;

/// Puts both together, and says what came from where.
pub(super) fn merge(salvaged: Salvaged, copy: OwnWork) -> (OwnWork, Rescue) {
    let Salvaged { work, with_work } = salvaged;
    let work = once(work);
    let mut rescue = Rescue {
        unreadable: work.unreadable,
        ..Rescue::default()
    };
    let comparison = Comparison::of(&work, &copy);
    let mut merged = OwnWork {
        orders: orders(&work, &copy),
        acts: work.acts.iter().map(|act| vouched(act, &copy)).collect(),
        drafts: work.drafts.clone(),
        findings: copy.findings.clone(),
        lines: copy.lines.clone(),
        settings: work.settings.clone(),
        numbers: work.numbers.clone(),
        rules: work.rules.clone(),
        unreadable: work.unreadable,
    };
    for planned in &comparison.plan().orders {
        let id = &planned.order;
        if let Some(draft) = copy.draft(id)
            && draft_comes(&work, draft, planned.fate)
        {
            merged.drafts.retain(|other| other.order != *id);
            merged.drafts.push(draft.clone());
            rescue.drafts_from_backup += 1;
        }
        if acts_come(&work, id, planned.fate) {
            for act in comparison.acts_to_bring(id) {
                let waits = |other: &KeptAct| other.order == *id && other.kind == act.kind;
                if !merged.acts.iter().any(waits) {
                    merged.acts.push(act.clone());
                    rescue.acts_from_backup += 1;
                }
            }
        }
    }
    merged.acts.sort_by_key(|act| act.place);
    merged
        .lines
        .extend(plan::missing(&work.lines, &copy.lines).into_iter().cloned());
    // Each with a place of its own, in the order of their time where the two meet.
    for (place, line) in (1_i64..).zip(&mut merged.lines) {
        line.place = place;
    }
    for (place, act) in (1_i64..).zip(&mut merged.acts) {
        act.place = place;
    }
    fill_up(&mut merged, &copy);
    merged
        .orders
        .retain(|order| has_work(&merged.drafts, &merged.acts, &order.id));
    rescue.drafts_from_file = count(merged.drafts.len()) - rescue.drafts_from_backup;
    rescue.acts_from_file = count(merged.acts.len()) - rescue.acts_from_backup;
    rescue.lines = count(merged.lines.len());
    rescue.lost = with_work
        .into_iter()
        .filter(|(id, _)| !has_work(&merged.drafts, &merged.acts, id))
        .map(|(_, number)| number)
        .collect();
    (merged, rescue)
}

/// In a damaged file a row may be reached twice.
fn once(mut work: OwnWork) -> OwnWork {
    let (mut keys, mut orders) = (HashSet::new(), HashSet::new());
    work.acts.retain(|act| keys.insert(act.intent_id.clone()));
    work.drafts
        .retain(|draft| orders.insert(draft.order.clone()));
    work
}

/// A draft of the backup comes where none can be read, unless it was dropped or is settled; of
/// two the newer stays.
fn draft_comes(work: &OwnWork, draft: &KeptDraft, fate: Fate) -> bool {
    match (work.draft(&draft.order), fate) {
        (Some(here), _) => draft.saved_at > here.saved_at,
        (None, Fate::ComesBack | Fate::Waiting) => true,
        (None, Fate::Differs(_) | Fate::Same) => false,
    }
}

fn acts_come(work: &OwnWork, order: &OrderId, fate: Fate) -> bool {
    match fate {
        Fate::ComesBack => true,
        // Some of a confirmation can be read, the rest of it is in the backup.
        Fate::Waiting => work.acts_of(order).next().is_some(),
        // The draft is another, yet nothing says that the acts were taken back.
        Fate::Differs(crate::Reason::DraftHere) => true,
        Fate::Differs(crate::Reason::DroppedSince) | Fate::Same => false,
    }
}

/// An act of the file; what was asked under a key never changes, so the backup's word is it.
fn vouched(act: &KeptAct, copy: &OwnWork) -> KeptAct {
    let other = copy.acts.iter().find(|other| {
        other.intent_id == act.intent_id && other.order == act.order && other.kind == act.kind
    });
    match other {
        Some(other) => KeptAct {
            payload: other.payload.clone(),
            evidence: other.evidence.clone(),
            ..act.clone()
        },
        None => KeptAct {
            state: EntryState::Parked,
            problem: Some(UNSURE.to_owned()),
            ..act.clone()
        },
    }
}

/// Orders of both; the file's word is the newer one.
fn orders(work: &OwnWork, copy: &OwnWork) -> Vec<KeptOrder> {
    let mut orders: BTreeMap<&OrderId, KeptOrder> = copy
        .orders
        .iter()
        .map(|order| (&order.id, order.clone()))
        .collect();
    for order in &work.orders {
        let known = orders.get(&order.id);
        let document = order
            .document
            .clone()
            .or_else(|| known.and_then(|known| known.document.clone()));
        let number = match known {
            Some(known) if order.number.is_empty() => known.number.clone(),
            _ => order.number.clone(),
        };
        let merged = KeptOrder {
            document,
            number,
            ..order.clone()
        };
        orders.insert(&order.id, merged);
    }
    orders.into_values().collect()
}

fn fill_up(merged: &mut OwnWork, copy: &OwnWork) {
    if merged.rules.is_empty() {
        merged.rules.clone_from(&copy.rules);
    }
    for setting in &copy.settings {
        if !merged.settings.iter().any(|one| one.key == setting.key) {
            merged.settings.push(setting.clone());
        }
    }
    for number in &copy.numbers {
        if !merged.numbers.iter().any(|one| one.number == number.number) {
            merged.numbers.push(number.clone());
        }
    }
}

fn has_work(drafts: &[KeptDraft], acts: &[KeptAct], id: &OrderId) -> bool {
    drafts.iter().any(|draft| draft.order == *id) || acts.iter().any(|act| act.order == *id)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
