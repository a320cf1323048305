//! A provisioning service in memory: small, strict about revisions and keys, and it fails on
//! demand. What each call does stands in `fake_calls`.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Mutex, MutexGuard},
    time::Duration,
};

use turnup_contract::{
    Answer, CallError, FeedItem, FeedPage, Me, ProblemBody, Tombstone, Written, code,
};
use turnup_domain::{
    IntentId, MatchAnswer, Order, OrderId, Organization, Problem, order::ActivityEntry,
};

/// What goes wrong with one call.
pub enum Fault {
    /// Nothing: this one goes well.
    Pass,
    /// Nothing was done.
    Before(CallError),
    /// It was done, but the answer is lost.
    After(CallError),
    /// It is done when somebody waits long enough, which nobody does.
    Hang,
    /// The program itself breaks.
    Panic,
}

#[derive(Default)]
pub struct State {
    pub orders: BTreeMap<OrderId, Order>,
    pub tombstones: BTreeMap<OrderId, u64>,
    pub activity: BTreeMap<OrderId, Vec<ActivityEntry>>,
    pub organizations: Vec<Organization>,
    pub sequence: u64,
    /// Calls as they came: `put_mapping ord_1 7`.
    pub log: Vec<String>,
    pub faults: BTreeMap<&'static str, VecDeque<Fault>>,
    pub answered: BTreeMap<IntentId, Written>,
    pub ignores_keys: bool,
    pub page: usize,
    /// Where the summary lies, when it does.
    pub checksum: Option<String>,
    pub matches: BTreeMap<String, MatchAnswer>,
    pub check_problems: Vec<Problem>,
    pub capabilities_etag: String,
    /// Whether it tells that there is something new.
    pub nudges: bool,
    /// Who is signed in, when it is somebody else.
    pub me: Option<Me>,
    /// Acts that really happened: `mapping ord_1`.
    pub acts: Vec<String>,
}

pub struct FakeService(Mutex<State>);

impl FakeService {
    pub fn with(orders: impl IntoIterator<Item = Order>) -> Self {
        let fake = Self(Mutex::new(State {
            page: 1000,
            ..State::default()
        }));
        orders.into_iter().for_each(|order| fake.put(order));
        fake
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// An order as somebody else changed it: the next place in the feed.
    pub fn put(&self, order: Order) {
        self.state().put(order);
    }

    /// Somebody else changes an order.
    pub fn change(&self, id: &str, change: impl FnOnce(&mut Order)) {
        let mut state = self.state();
        let mut order = state.orders[&OrderId::from(id)].clone();
        order.revision += 1;
        change(&mut order);
        state.put(order);
    }

    pub fn delete(&self, id: &str) {
        let mut state = self.state();
        state.sequence += 1;
        let sequence = state.sequence;
        state.orders.remove(&OrderId::from(id));
        state.tombstones.insert(OrderId::from(id), sequence);
    }

    /// The next calls of this name go wrong.
    pub fn fail(&self, call: &'static str, faults: impl IntoIterator<Item = Fault>) {
        self.state().faults.entry(call).or_default().extend(faults);
    }

    pub fn acts(&self) -> Vec<String> {
        self.state().acts.clone()
    }

    pub fn order_now(&self, id: &str) -> Order {
        self.state().orders[&OrderId::from(id)].clone()
    }

    /// How often a call came.
    pub fn calls(&self, call: &str) -> usize {
        let starts = |line: &&String| line.split(' ').next() == Some(call);
        self.state().log.iter().filter(starts).count()
    }

    /// Does a call, with what goes wrong with it.
    pub async fn call<T>(
        &self,
        name: &'static str,
        detail: &str,
        work: impl FnOnce(&mut State) -> Answer<T>,
    ) -> Answer<T> {
        let fault = {
            let mut state = self.state();
            state.log.push(format!("{name} {detail}"));
            state.faults.get_mut(name).and_then(VecDeque::pop_front)
        };
        match fault {
            None | Some(Fault::Pass) => work(&mut self.state()),
            Some(Fault::Before(error)) => Err(error),
            Some(Fault::After(error)) => {
                let done = work(&mut self.state());
                done.and(Err(error))
            }
            Some(Fault::Hang) => {
                tokio::time::sleep(Duration::from_secs(24 * 3600)).await;
                work(&mut self.state())
            }
            Some(Fault::Panic) => panic!("asked for by a test"),
        }
    }
}

impl State {
    pub fn put(&mut self, mut order: Order) {
        self.sequence += 1;
        order.sequence = self.sequence;
        self.orders.insert(order.id.clone(), order);
    }

    pub fn find(&self, id: &OrderId) -> Answer<Order> {
        self.orders
            .get(id)
            .cloned()
            .ok_or_else(|| refused(ProblemBody::of(code::NOT_FOUND)))
    }

    /// A write as the protocol wants it: key first, then revision, then the act.
    pub fn write(
        &mut self,
        kind: &str,
        id: &OrderId,
        (revision, intent): (u64, &IntentId),
        act: impl FnOnce(&mut Order) -> Result<(), &'static str>,
    ) -> Answer<Written> {
        let known = self.answered.get(intent).filter(|_| !self.ignores_keys);
        if let Some(before) = known {
            return Ok(Written {
                replayed: true,
                ..before.clone()
            });
        }
        let mut order = self.find(id)?;
        if order.revision != revision {
            let problem = ProblemBody::of(code::REVISION_CONFLICT);
            return Err(refused(ProblemBody {
                current: Some(Box::new(order)),
                ..problem
            }));
        }
        act(&mut order).map_err(|problem| refused(ProblemBody::of(problem)))?;
        order.revision += 1;
        self.put(order);
        self.acts.push(format!("{kind} {id}"));
        self.tell(id, kind, intent);
        let written = Written {
            order: self.find(id)?,
            operation: None,
            replayed: false,
        };
        self.answered.insert(intent.clone(), written.clone());
        Ok(written)
    }

    fn tell(&mut self, id: &OrderId, kind: &str, intent: &IntentId) {
        let entry = ActivityEntry {
            id: format!("act_{}", self.sequence),
            at: super::noon(),
            actor: "ana@andaluza.example".into(),
            code: kind.into(),
            params: BTreeMap::new(),
            intent_id: Some(intent.clone()),
        };
        self.activity.entry(id.clone()).or_default().push(entry);
    }

    pub fn feed(&self, cursor: Option<&str>) -> Answer<FeedPage<Order>> {
        let from: u64 = cursor.map_or(0, |cursor| cursor.parse().unwrap());
        let mut items: Vec<(u64, FeedItem<Order>)> = Vec::new();
        for order in self.orders.values().filter(|order| order.sequence > from) {
            items.push((order.sequence, FeedItem::Document(Box::new(order.clone()))));
        }
        for (id, sequence) in self
            .tombstones
            .iter()
            .filter(|(_, sequence)| **sequence > from)
        {
            let tombstone = Tombstone {
                id: id.to_string(),
                deleted: true,
                sequence: *sequence,
            };
            items.push((*sequence, FeedItem::Deleted(tombstone)));
        }
        items.sort_by_key(|(sequence, _)| *sequence);
        let has_more = items.len() > self.page;
        items.truncate(self.page);
        let last = if has_more {
            items.last().map_or(from, |(s, _)| *s)
        } else {
            self.sequence
        };
        Ok(FeedPage {
            items: items.into_iter().map(|(_, item)| item).collect(),
            next_cursor: last.to_string(),
            has_more,
            as_of: last,
            total: None,
        })
    }
}

pub fn refused(problem: ProblemBody) -> CallError {
    let status = problem.status;
    CallError::Problem {
        status,
        problem: Box::new(problem),
        retry_after: None,
    }
}
