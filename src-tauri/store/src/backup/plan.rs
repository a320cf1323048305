//! What bringing a copy back would do, order by order: computed from what is here and what is in
//! the copy, changing neither.
//!
//! No clock decides. What happened here since the copy was made are the journal's lines that the
//! copy does not have.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use serde_json::Value;
use turnup_domain::OrderId;

use super::{
    OwnWork,
    kept::{KeptAct, KeptDraft, KeptLine, KeptOrder, Said, order_of},
};
use crate::{OutboxKind, column};

/// What a copy would bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestorePlan {
    /// Every order of the copy.
    pub orders: Vec<OrderPlan>,
    /// Lines of the journal that are missing here.
    pub lines: u32,
}

/// What a copy has of one order, and what would become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderPlan {
    /// Which.
    pub order: OrderId,
    /// Its number.
    pub number: String,
    /// Its customer, as far as known.
    pub company: String,
    /// What would happen.
    pub fate: Fate,
    /// When the copy's draft was saved.
    pub draft_there: Option<Timestamp>,
    /// When the draft here was saved.
    pub draft_here: Option<Timestamp>,
    /// Acts that would come back, in their sequence.
    pub acts: Vec<Act>,
}

/// An act that would come back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// What was asked.
    pub kind: OutboxKind,
    /// When it was intended.
    pub created_at: Timestamp,
}

/// What would become of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Nothing of it is here: it comes back.
    ComesBack,
    /// Something else is here: it comes back only when the operator chooses it.
    Differs(Reason),
    /// All of it is here or was accepted since: there is nothing to bring back.
    Same,
    /// Acts of this order wait here: they are left alone, and so is what they rest on.
    Waiting,
}

/// Why an order is not brought back by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Another draft is here.
    DraftHere,
    /// It was dropped or taken back here since.
    DroppedSince,
}

/// What happened here that the copy does not know, by order.
struct Since<'a> {
    accepted: HashSet<(&'a str, &'a str)>,
    dropped: HashSet<&'a str>,
    /// Keys that were accepted, whoever says so.
    intents: HashSet<&'a str>,
}

impl<'a> Since<'a> {
    fn of(here: &'a OwnWork, copy: &'a OwnWork) -> Self {
        let mut since = Self {
            accepted: HashSet::new(),
            dropped: HashSet::new(),
            intents: HashSet::new(),
        };
        for line in here.lines.iter().chain(&copy.lines) {
            if line.said.code.starts_with("accepted_") {
                since.intents.extend(line.said.intent_id.as_deref());
            }
        }
        for line in missing(&here.lines, &copy.lines) {
            let Some(order) = line.said.order.as_deref() else {
                continue;
            };
            match line.said.code.as_str() {
                "taken_back" | "draft_dropped" => {
                    since.dropped.insert(order);
                }
                code => {
                    let kind = code.strip_prefix("accepted_");
                    since.accepted.extend(kind.map(|kind| (order, kind)));
                }
            }
        }
        since
    }

    /// Whether an act, or a later one of its kind, was accepted.
    fn has(&self, act: &KeptAct) -> bool {
        self.intents.contains(act.intent_id.as_str())
            || self
                .accepted
                .contains(&(act.order.as_str(), act.kind.as_str()))
    }

    /// Whether what a draft asked for was accepted.
    fn settled(&self, order: &OrderId) -> bool {
        [OutboxKind::Mapping, OutboxKind::Setup, OutboxKind::Handover]
            .iter()
            .any(|kind| self.accepted.contains(&(order.as_str(), kind.as_str())))
    }
}

/// Lines of `one` that `other` does not have, each as often as it is missing.
pub(crate) fn missing<'a>(one: &'a [KeptLine], other: &[KeptLine]) -> Vec<&'a KeptLine> {
    let mut there: HashMap<&Said, usize> = HashMap::new();
    for line in other {
        *there.entry(&line.said).or_default() += 1;
    }
    one.iter()
        .filter(|line| match there.get_mut(&line.said) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        })
        .collect()
}

/// What is here beside a copy.
pub(crate) struct Comparison<'a> {
    here: &'a OwnWork,
    copy: &'a OwnWork,
    since: Since<'a>,
}

impl<'a> Comparison<'a> {
    pub(crate) fn of(here: &'a OwnWork, copy: &'a OwnWork) -> Self {
        Self {
            here,
            copy,
            since: Since::of(here, copy),
        }
    }

    /// What bringing the copy back would do.
    pub(crate) fn plan(&self) -> RestorePlan {
        let lines = missing(&self.copy.lines, &self.here.lines).len();
        RestorePlan {
            orders: self.copy.orders.iter().map(|one| self.order(one)).collect(),
            lines: u32::try_from(lines).unwrap_or(u32::MAX),
        }
    }

    /// Acts of an order that are in the copy, not here, and were not accepted.
    pub(crate) fn acts_to_bring(&self, order: &OrderId) -> Vec<&'a KeptAct> {
        let is_here = |act: &KeptAct| {
            self.here
                .acts_of(order)
                .any(|other| other.intent_id == act.intent_id)
        };
        let acts = self.copy.acts.iter().filter(|act| act.order == *order);
        acts.filter(|act| !self.since.has(act) && !is_here(act))
            .collect()
    }

    fn order(&self, order: &KeptOrder) -> OrderPlan {
        let acts = self.acts_to_bring(&order.id);
        let document = order.document.as_deref().and_then(order_of);
        OrderPlan {
            order: order.id.clone(),
            number: order.number.clone(),
            company: document
                .map(|order| order.end_customer.company)
                .unwrap_or_default(),
            fate: self.fate(&order.id, !acts.is_empty()),
            draft_there: self.copy.draft(&order.id).map(saved_at),
            draft_here: self.here.draft(&order.id).map(saved_at),
            acts: acts
                .into_iter()
                .map(|act| Act {
                    kind: act.kind,
                    created_at: column::to_time(act.created_at),
                })
                .collect(),
        }
    }

    fn fate(&self, order: &OrderId, has_acts: bool) -> Fate {
        let (there, draft) = (self.copy.draft(order), self.here.draft(order));
        let nothing_new = match (there, draft) {
            (None, _) => true,
            (Some(_), None) => self.since.settled(order),
            (Some(there), Some(draft)) => same(there, draft),
        };
        if nothing_new && !has_acts {
            return Fate::Same;
        }
        if self.here.acts_of(order).next().is_some() {
            return Fate::Waiting;
        }
        match draft {
            Some(draft) if there.is_none_or(|there| !same(there, draft)) => {
                Fate::Differs(Reason::DraftHere)
            }
            _ if self.since.dropped.contains(order.as_str()) => Fate::Differs(Reason::DroppedSince),
            _ => Fate::ComesBack,
        }
    }
}

/// Whether two drafts say the same, however their text is written.
fn same(one: &KeptDraft, other: &KeptDraft) -> bool {
    let value = |draft: &KeptDraft| serde_json::from_str::<Value>(&draft.document).ok();
    one.document == other.document || value(one) == value(other)
}

fn saved_at(draft: &KeptDraft) -> Timestamp {
    column::to_time(draft.saved_at)
}
