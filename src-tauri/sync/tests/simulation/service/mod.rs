//! The provisioning service in memory, after the protocol: orders with revision and sequence,
//! keys before revisions, an activity that names intents. It writes down what was committed, so
//! that nothing has to be believed.

mod acts;
mod feed;
mod others;

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use jiff::Timestamp;
use serde_json::{Value, json};
use turnup_contract::{Answer, CallError, ProblemBody, Written, code};
use turnup_domain::{
    IntentId, OperationId, Order, OrderId, Organization, OrganizationId, order::ActivityEntry,
    problem::Params,
};

pub use acts::Body;
pub use feed::candidate;
pub use others::Timer;

use crate::{
    dice::Dice,
    time::{DAY, timestamp},
};

/// Answers are kept under their key for so long.
const KEYS_ARE_KEPT: i64 = 30 * DAY;

/// A write on its way.
#[derive(Debug, Clone)]
pub struct Request {
    pub desk: usize,
    pub order: OrderId,
    pub revision: u64,
    pub intent: IntentId,
    pub body: Body,
}

/// An act that really happened.
pub struct Commit {
    pub intent: IntentId,
    /// The order right before it.
    pub before: Order,
    /// How many lines the trace had.
    pub at: usize,
    /// Its sender had given up.
    pub late: bool,
}

struct Kept {
    fingerprint: Value,
    answer: Answer<Written>,
    at: i64,
}

pub struct Service {
    pub orders: BTreeMap<OrderId, Order>,
    /// Orders that nobody here may see at the moment.
    pub hidden: BTreeMap<OrderId, Order>,
    pub organizations: BTreeMap<OrganizationId, Organization>,
    pub commits: Vec<Commit>,
    /// Orders that could not be seen at some time.
    pub once_hidden: BTreeSet<OrderId>,
    /// Every order as it ever was.
    pub history: BTreeMap<OrderId, Vec<Order>>,
    /// Requests whose sender has given up, and which arrive all the same.
    pub in_flight: VecDeque<Request>,
    pub ignores_keys: bool,
    /// What it saw and no client may do.
    pub complaints: Vec<String>,
    pub now: i64,
    /// Set by whoever delivers a request, for its [`Commit`].
    pub lines: usize,
    pub is_late: bool,
    tombstones: BTreeMap<OrderId, u64>,
    activity: BTreeMap<OrderId, Vec<ActivityEntry>>,
    answers: HashMap<IntentId, Kept>,
    timers: BTreeSet<(i64, OrderId, Timer)>,
    sequence: u64,
    /// Cursors of other ages have expired.
    age: u64,
    page: usize,
    operations: u32,
    dice: Dice,
}

impl Service {
    pub fn new(orders: impl IntoIterator<Item = Order>, mut dice: Dice, now: i64) -> Self {
        let mut service = Self {
            orders: BTreeMap::new(),
            hidden: BTreeMap::new(),
            organizations: others::organizations(),
            commits: Vec::new(),
            once_hidden: BTreeSet::new(),
            history: BTreeMap::new(),
            in_flight: VecDeque::new(),
            ignores_keys: dice.chance(250),
            complaints: Vec::new(),
            now,
            lines: 0,
            is_late: false,
            tombstones: BTreeMap::new(),
            activity: BTreeMap::new(),
            answers: HashMap::new(),
            timers: BTreeSet::new(),
            sequence: 0,
            age: 0,
            page: dice.index(5) + 1,
            operations: 0,
            dice,
        };
        orders.into_iter().for_each(|order| service.put(order));
        service
    }

    /// Every order there ever was.
    pub fn ids(&self) -> Vec<OrderId> {
        self.history.keys().cloned().collect()
    }

    pub fn order(&self, id: &OrderId) -> Answer<Order> {
        let order = self.orders.get(id).cloned();
        order.ok_or_else(|| refused(code::NOT_FOUND))
    }

    pub fn activity(&self, id: &OrderId) -> Answer<Vec<ActivityEntry>> {
        self.order(id)?;
        Ok(self.activity.get(id).cloned().unwrap_or_default())
    }

    /// A write: the key first, then the revision, then the act.
    pub fn write(&mut self, request: &Request) -> Answer<Written> {
        let fingerprint = json!([
            request.order,
            request.body.kind().as_str(),
            request.body.payload()
        ]);
        let kept = self
            .answers
            .get(&request.intent)
            .filter(|kept| !self.ignores_keys && self.now - kept.at < KEYS_ARE_KEPT);
        if let Some(kept) = kept {
            if kept.fingerprint != fingerprint {
                return Err(refused(code::IDEMPOTENCY_KEY_REUSED));
            }
            let replayed = |written| Written {
                replayed: true,
                ..written
            };
            return kept.answer.clone().map(replayed);
        }
        let before = self.order(&request.order)?;
        if before.revision != request.revision {
            return Err(stale(before));
        }
        let answer = self.act(request, before);
        let is_final = answer.as_ref().err().is_none_or(stands_for_good);
        if is_final {
            let kept = Kept {
                fingerprint,
                answer: answer.clone(),
                at: self.now,
            };
            self.answers.insert(request.intent.clone(), kept);
        }
        answer
    }

    /// The point of no return is not sent again once it is behind: whoever does not know that
    /// reads back first. Only what was on its way twice can cross.
    pub fn expect_no_second_mapping(&mut self, request: &Request) {
        let known = |commit: &Commit| commit.intent == request.intent && !commit.late;
        let behind = self.commits.iter().any(known);
        if matches!(request.body, Body::Mapping(_)) && behind && !self.is_late {
            self.complaints
                .push(format!("{}: a mapping was sent again", request.order));
        }
    }

    pub fn order_of(&self, operation: &OperationId) -> Option<OrderId> {
        let is_it = |order: &&Order| order.operation.as_ref().is_some_and(|o| o.id == *operation);
        let mut all = self.orders.values().chain(self.hidden.values());
        all.find(is_it).map(|order| order.id.clone())
    }

    fn act(&mut self, request: &Request, before: Order) -> Answer<Written> {
        let mut order = before.clone();
        let operation = self
            .apply(&mut order, request)
            .map_err(refused)?
            .then(|| order.operation.as_ref().map(|one| one.id.clone()))
            .flatten();
        // A letter more is no change of business.
        if request.body != Body::Resend {
            order.revision += 1;
        }
        self.put(order);
        self.tell(
            &request.order,
            request.body.kind().as_str(),
            Some(&request.intent),
        );
        self.commits.push(Commit {
            intent: request.intent.clone(),
            before,
            at: self.lines,
            late: self.is_late,
        });
        Ok(Written {
            order: self.order(&request.order)?,
            operation,
            replayed: false,
        })
    }

    /// The order as it is from now on, with the next place in the feed.
    fn put(&mut self, mut order: Order) {
        self.sequence += 1;
        order.sequence = self.sequence;
        let id = order.id.clone();
        self.tombstones.remove(&id);
        let history = self.history.entry(id.clone()).or_default();
        history.push(order.clone());
        self.orders.insert(id, order);
    }

    fn tell(&mut self, id: &OrderId, code: &str, intent: Option<&IntentId>) {
        let at = self.time();
        let entries = self.activity.entry(id.clone()).or_default();
        entries.push(ActivityEntry {
            id: format!("{id} {}", entries.len()),
            at,
            actor: String::new(),
            code: code.to_owned(),
            params: Params::new(),
            intent_id: intent.cloned(),
        });
    }

    fn time(&self) -> Timestamp {
        timestamp(self.now)
    }
}

/// Whether an answer belongs to its key: not what passes by itself.
fn stands_for_good(error: &CallError) -> bool {
    match error {
        CallError::Problem {
            status: 400..=499,
            problem,
            ..
        } => !code::PASSING.contains(&problem.code.as_str()),
        _ => false,
    }
}

pub fn refused(problem_code: &str) -> CallError {
    refusal(ProblemBody::of(problem_code))
}

fn stale(current: Order) -> CallError {
    let current = Some(Box::new(current));
    refusal(ProblemBody {
        current,
        ..ProblemBody::of(code::REVISION_CONFLICT)
    })
}

fn refusal(problem: ProblemBody) -> CallError {
    CallError::Problem {
        status: problem.status,
        problem: Box::new(problem),
        retry_after: None,
    }
}
