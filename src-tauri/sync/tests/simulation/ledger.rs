//! What each operator was told is kept: the memory that the cache and the service are held
//! against in the end.

use std::collections::BTreeMap;

use turnup_domain::{Draft, IntentId, Order, OrderId};

use crate::service::Body;

/// Where an act stands as its operator knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Asked for.
    Asked,
    /// Taken back, when the trace had so many lines.
    TakenBack(usize),
    /// A newer note stands in its place; this one was never sent.
    Replaced,
}

/// Something that an operator asked of the service.
pub struct AskedAct {
    pub desk: usize,
    pub order: OrderId,
    pub body: Body,
    /// Its row in the outbox.
    pub entry: i64,
    /// The keys that it had, one after the other, and the order as the operator saw it when it
    /// got them.
    pub keys: Vec<(IntentId, Order)>,
    pub standing: Standing,
}

/// What an operator has typed for one order.
#[derive(Default)]
pub struct Typed {
    pub draft: Option<Draft>,
    /// Acts that were made of it since it was typed.
    pub acts: Vec<usize>,
    /// How often acts were taken back, and drafts dropped.
    pub taken_back: usize,
    pub dropped: usize,
}

#[derive(Default)]
pub struct Ledger {
    pub acts: Vec<AskedAct>,
    pub typed: BTreeMap<(usize, OrderId), Typed>,
    /// How often somebody was told that something is kept.
    pub acknowledged: u64,
}

impl Ledger {
    pub fn typed(&mut self, desk: usize, order: &OrderId) -> &mut Typed {
        self.typed.entry((desk, order.clone())).or_default()
    }

    /// The act of a row that is asked for.
    pub fn act_of(&mut self, desk: usize, entry: i64) -> Option<&mut AskedAct> {
        let asked = self.acts.iter_mut();
        asked
            .filter(|act| act.standing == Standing::Asked)
            .find(|act| act.desk == desk && act.entry == entry)
    }
}
