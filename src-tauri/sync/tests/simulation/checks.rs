//! What always holds: every acknowledged edit is there exactly once, here or at the service, or
//! ended for a reason that is on record. The ledger is held against cache and service.

use turnup_contract::checksum::Checksum;
use turnup_domain::{
    Draft, Order, OrderId, Setup, Status,
    intent::When,
    order::{Review, ReviewState, ServiceState},
    state::{LocalFacts, local_state},
};
use turnup_store::{EntryState, OutboxEntry, OutboxKind, StoredOrder};

use crate::{
    desk::Desk,
    ledger::{AskedAct, Ledger, Standing},
    service::{Body, Commit, Service},
    trace::Trace,
};

/// What should not have been found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    Lost(String),
    Doubled(String),
    Resurrected(String),
    /// Anything else.
    Broken(String),
}

/// What is wrong with the draft of one order, which is this one here.
pub fn draft(
    ledger: &Ledger,
    service: &Service,
    (desk, id): (usize, &OrderId),
    here: Option<&Draft>,
) -> Option<Finding> {
    let typed = ledger.typed.get(&(desk, id.clone()));
    let kept = typed.and_then(|typed| typed.draft.as_ref());
    let words = |what| format!("desk {desk}: {id}: the draft {what}");
    match (kept, here) {
        (Some(kept), Some(here)) if kept == here => None,
        (None, None) => None,
        (Some(_), Some(_)) => Some(Finding::Lost(words("is not what was typed"))),
        (None, Some(_)) => Some(Finding::Resurrected(words("is there again"))),
        (Some(_), None) => {
            let mut made_of_it = typed?.acts.iter().map(|place| &ledger.acts[*place]);
            let ended = made_of_it.any(|act| ends_draft(act) && is_done(service, act));
            (!ended).then(|| Finding::Lost(words("is gone")))
        }
    }
}

/// Whether a draft goes with this act.
fn ends_draft(act: &AskedAct) -> bool {
    let seen = act
        .keys
        .last()
        .map(|(_, order)| order.services_with_input());
    match &act.body {
        Body::Setup(_) | Body::Handover(_) => true,
        Body::Mapping(mapping) => {
            mapping.customer_sets_up || seen.is_some_and(|services| services.is_empty())
        }
        Body::Note(_)
        | Body::Assignee(_)
        | Body::Resend
        | Body::Retry(_)
        | Body::Review(_)
        | Body::Verdict(..) => false,
    }
}

fn commits<'a>(service: &'a Service, act: &'a AskedAct) -> impl Iterator<Item = &'a Commit> {
    let own = |commit: &&Commit| act.keys.iter().any(|(key, _)| *key == commit.intent);
    service.commits.iter().filter(own)
}

/// Whether the service has it: by its intent, or because it stood there already.
fn is_done(service: &Service, act: &AskedAct) -> bool {
    let mut ever = service.history[&act.order].iter();
    commits(service, act).next().is_some()
        || ever.any(|order| match &act.body {
            Body::Note(note) => order.note == note.note,
            Body::Assignee(asked) => order.assignee == asked.assignee,
            Body::Handover(handover) => order.contact.email == handover.email,
            Body::Setup(setup) => stands(order, setup),
            Body::Review(asked) => order.review.as_ref().is_some_and(|review| {
                review.draft == asked.draft && review.is_asked_of(&asked.reviewer)
            }),
            Body::Verdict(id, told) => order
                .review
                .as_ref()
                .is_some_and(|review| review.id == *id && review.state == told.verdict),
            Body::Mapping(_) | Body::Resend | Body::Retry(_) => false,
        })
}

fn stands(order: &Order, setup: &Setup) -> bool {
    setup.services.iter().all(|asked| {
        let mut same = order.services.iter().filter(|one| one.kind == asked.kind);
        same.any(|one| match asked.when {
            When::Later => one.state == ServiceState::Deferred,
            _ => one.setup.as_ref() == Some(asked),
        })
    })
}

/// Everything, when it is quiet.
pub fn everything(
    ledger: &Ledger,
    service: &Service,
    desks: &[Desk],
    trace: &Trace,
) -> Vec<Finding> {
    let mut found: Vec<_> = service
        .complaints
        .iter()
        .cloned()
        .map(Finding::Broken)
        .collect();
    for desk in desks {
        let outbox = desk.outbox(&service.ids());
        let acts = ledger.acts.iter().filter(|act| act.desk == desk.number);
        found.extend(acts.filter_map(|act| judge_act(service, &outbox, act, trace)));
        for id in service.ids() {
            found.extend(judge_order(ledger, service, desk, &id));
        }
        found.extend(judge_sums(service, desk));
        if let Err(error) = desk.store().integrity_check() {
            found.push(Finding::Broken(format!("desk {}: {error}", desk.number)));
        }
    }
    let unseen = ledger
        .acts
        .iter()
        .filter_map(|act| judge_overwriting(ledger, service, act));
    found.extend(unseen);
    found
}

fn judge_act(
    service: &Service,
    outbox: &[OutboxEntry],
    act: &AskedAct,
    trace: &Trace,
) -> Option<Finding> {
    let waits = outbox.iter().any(|entry| entry.id == act.entry);
    let times = commits(service, act).count();
    let words = |what: &str| {
        let key = act
            .keys
            .last()
            .map(|(key, _)| trace.name(key))
            .unwrap_or_default();
        let kind = act.body.kind().as_str();
        format!("desk {}: {}: {kind} {key} {what}", act.desk, act.order)
    };
    match act.standing {
        _ if times > 1 => Some(Finding::Doubled(words("was done more than once"))),
        // Whether it was done cannot be seen while the order cannot.
        Standing::Asked if times == 1 && waits && !service.once_hidden.contains(&act.order) => {
            Some(Finding::Doubled(words("was done and still waits")))
        }
        Standing::Asked if times == 0 && !waits && !is_done(service, act) => {
            Some(Finding::Lost(words("is nowhere")))
        }
        Standing::Asked => None,
        Standing::TakenBack(_) | Standing::Replaced if waits => Some(Finding::Resurrected(words(
            "waits although it was taken back",
        ))),
        Standing::TakenBack(at) => {
            let excused = |commit: &Commit| {
                let before = commit.at < at;
                if before {
                    service.once_hidden.contains(&act.order)
                } else {
                    commit.late
                }
            };
            let mut own = commits(service, act);
            own.any(|commit| !excused(commit))
                .then(|| Finding::Resurrected(words("was done although it was taken back")))
        }
        Standing::Replaced => (times > 0)
            .then(|| Finding::Resurrected(words("was done although a newer one replaced it"))),
    }
}

/// An act may only change what its operator saw, or what the same desk put there before it.
fn judge_overwriting(ledger: &Ledger, service: &Service, act: &AskedAct) -> Option<Finding> {
    let own_note = |note: &str| {
        let mut own = ledger.acts.iter().filter(|one| one.desk == act.desk);
        own.any(|one| {
            matches!(&one.body, Body::Note(body) if body.note == note)
                && one.order == act.order
                && one.entry < act.entry
        })
    };
    let unseen = |commit: &Commit| {
        let before = &commit.before;
        let fits = |seen: &Order| match &act.body {
            Body::Mapping(_) | Body::Setup(_) => {
                before.lines == seen.lines && before.end_customer == seen.end_customer
            }
            Body::Handover(_) => before.contact.email == seen.contact.email,
            Body::Note(_) => before.note == seen.note || own_note(&before.note),
            Body::Assignee(_) => before.assignee == seen.assignee,
            Body::Review(_) => {
                let waits = |review: &&Review| review.state == ReviewState::Pending;
                let pushed_aside = before.review.as_ref().filter(waits);
                pushed_aside.is_none() || pushed_aside == seen.review.as_ref()
            }
            Body::Resend | Body::Retry(_) | Body::Verdict(..) => true,
        };
        // One in doubt keeps its key when it is tried again: it may have arrived at either time.
        let mut seen = act.keys.iter().filter(|(key, _)| *key == commit.intent);
        !seen.any(|(_, seen)| fits(seen))
    };
    let mut own = commits(service, act);
    own.any(unseen).then(|| {
        let (desk, id, kind) = (act.desk, &act.order, act.body.kind().as_str());
        Finding::Broken(format!(
            "desk {desk}: {id}: {kind} overwrote what nobody saw"
        ))
    })
}

fn judge_order(ledger: &Ledger, service: &Service, desk: &Desk, id: &OrderId) -> Vec<Finding> {
    let number = desk.number;
    let broken = |what: &str| Finding::Broken(format!("desk {number}: {id}: {what}"));
    let stored = desk.store().order(id).unwrap();
    let theirs = service.orders.get(id);
    let Some(stored) = stored else {
        let lost = draft(ledger, service, (number, id), None);
        let missing = theirs.map(|_| broken("is missing here"));
        return lost.into_iter().chain(missing).collect();
    };
    let here = stored.draft.as_ref().map(|one| &one.draft);
    let mut found: Vec<_> = draft(ledger, service, (number, id), here)
        .into_iter()
        .collect();
    match theirs {
        Some(order) if stored.gone || stored.order != *order => {
            found.push(broken("is another one here"));
        }
        None if !stored.gone => found.push(broken("is still here")),
        _ => {}
    }
    found.extend(judge_waiting(&stored).map(|what| broken(&what)));
    if stored.local_state != local_state(facts(&stored)) {
        found.push(broken("tells another state than it has"));
    }
    found.extend(judge_journal(ledger, desk, id).map(broken));
    found
}

fn facts(stored: &StoredOrder) -> LocalFacts {
    let any = |state| stored.outbox.iter().any(|entry| entry.state == state);
    let work = stored.draft.is_some() || !stored.outbox.is_empty();
    let clashes = stored.draft.as_ref().is_some_and(|draft| draft.clashes);
    LocalFacts {
        parked: any(EntryState::Parked) || clashes || (stored.gone && work),
        sending: any(EntryState::Sending),
        pending: any(EntryState::Pending),
        draft: stored.draft.is_some(),
    }
}

/// When all is quiet, only what somebody must decide about still waits.
fn judge_waiting(stored: &StoredOrder) -> Option<String> {
    let head = stored.outbox.first()?;
    let asked = head.kind == OutboxKind::Setup && stored.order.status == Status::AwaitingApproval;
    let may_wait = head.state == EntryState::Parked || stored.gone || asked;
    let (kind, state, next) = (head.kind.as_str(), head.state, head.next_attempt_at);
    (!may_wait).then(|| format!("waits for nothing: {kind}, {state:?}, next at {next:?}"))
}

/// What the operator ended is on record.
fn judge_journal(ledger: &Ledger, desk: &Desk, id: &OrderId) -> Option<&'static str> {
    let typed = ledger.typed.get(&(desk.number, id.clone()))?;
    let timeline = desk.store().timeline(id, 10_000).unwrap();
    let count = |code: &str| timeline.iter().filter(|row| row.code == code).count();
    let recorded = (count("taken_back"), count("draft_dropped"));
    (recorded != (typed.taken_back, typed.dropped)).then_some("has another history here")
}

fn judge_sums(service: &Service, desk: &Desk) -> Vec<Finding> {
    let theirs = service.summary();
    let mut checksum = Checksum::default();
    let store = desk.store();
    store
        .revisions(&mut |id, revision| checksum.toggle(id, revision))
        .unwrap();
    let mut counts = store.counts_by_status().unwrap();
    counts.retain(|_, count| *count > 0);
    let mut found = Vec::new();
    if (counts, checksum.hex()) != (theirs.counts, theirs.checksum) {
        found.push(format!("desk {}: counts and checksum differ", desk.number));
    }
    if !store.remembered_numbers().unwrap().is_empty() {
        found.push(format!("desk {}: a number was not looked up", desk.number));
    }
    found.into_iter().map(Finding::Broken).collect()
}
