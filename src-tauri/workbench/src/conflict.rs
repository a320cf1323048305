//! What two people said about one order, and settling it: keep mine, take theirs, field by
//! field. Nothing is settled by a clock, and nothing is lost by settling: the journal has it.

use turnup_contract::{ProblemBody, code};
use turnup_domain::{
    Draft, Order, OrderId, Status,
    problem::Params,
    reconcile::{Clash, Reconciled, of_draft, reconcile},
};
use turnup_store::{
    EntryState, OutboxEntry, OutboxKind, Store, StoredDraft, StoredOrder, TimelineRow,
};
use turnup_sync::engine::asked_fields;

use crate::{
    Workbench,
    failure::Outcome,
    order_page::{page, stored},
    views::{ClashView, ConflictView, OrderView},
    workbench::now,
};

/// Code of the journal's line when all of the operator's answers stand.
const KEPT_MINE: &str = "kept_mine";
/// Code of the journal's line when any of them was given up.
const TOOK_THEIRS: &str = "took_theirs";

/// What a conflict is about.
enum Subject<'a> {
    Entry(&'a OutboxEntry),
    Draft(&'a StoredDraft),
}

/// The conflict of an order, if there is one.
struct Conflict<'a> {
    subject: Subject<'a>,
    found: Reconciled,
}

impl Workbench {
    /// Settles the conflict of an order: for every clash whose `about` is in `keep` the
    /// operator's answer stands, for the others what the service has.
    pub async fn settle_conflict(&self, id: &str, keep: Vec<String>) -> Outcome<OrderView> {
        let session = self.session()?;
        let order_id = OrderId::from(id);
        let operator = session.operator_email();
        let view = self
            .with_store(move |store| {
                let stored = stored(store, &order_id)?;
                if let Some(conflict) = conflict(&stored) {
                    settle(store, &stored.order, &conflict, &keep, &operator)?;
                }
                page(store, &order_id)
            })
            .await?;
        self.order_changed(id).await;
        session.worker.wake();
        Ok(view)
    }
}

fn settle(
    store: &Store,
    order: &Order,
    conflict: &Conflict<'_>,
    keep: &[String],
    operator: &str,
) -> Outcome<()> {
    let clashes = &conflict.found.clashes;
    let given_up: Vec<&Clash> = clashes
        .iter()
        .filter(|clash| !keep.contains(&clash.about) || !can_keep(clash, order))
        .collect();
    match &conflict.subject {
        Subject::Entry(entry) if given_up.is_empty() => {
            store.retry_now(entry.id, order.revision, now())?;
            told(store, order, KEPT_MINE, operator)?;
        }
        Subject::Entry(entry) => {
            store.take_back(entry.id, now())?;
            let kept = store.order(&order.id)?.and_then(|stored| stored.draft);
            match kept.filter(|_| entry.kind != OutboxKind::Note) {
                Some(kept) => rest(store, order, &kept.draft, &given_up, operator)?,
                None => told(store, order, TOOK_THEIRS, operator)?,
            }
        }
        Subject::Draft(kept) => rest(store, order, &kept.draft, &given_up, operator)?,
    }
    Ok(())
}

/// Writes down who decided, and what.
fn told(store: &Store, order: &Order, code: &str, operator: &str) -> Outcome<()> {
    Ok(store.record(Some(&order.id), operator, code, &Params::new(), now())?)
}

/// The draft without what was given up, on the order as it is now.
fn rest(
    store: &Store,
    order: &Order,
    draft: &Draft,
    given_up: &[&Clash],
    operator: &str,
) -> Outcome<()> {
    let settled = given_up.iter().fold(draft.clone(), |draft, clash| {
        draft.without(&clash.mine_about, &clash.about)
    });
    let code = if given_up.is_empty() {
        KEPT_MINE
    } else {
        TOOK_THEIRS
    };
    Ok(store.settle_draft(&order.id, &settled, operator, code, now())?)
}

fn conflict(stored: &StoredOrder) -> Option<Conflict<'_>> {
    let order = &stored.order;
    let parked = stored
        .outbox
        .iter()
        .find(|entry| entry.state == EntryState::Parked && is_conflict(entry));
    if let Some(entry) = parked {
        let found = reconcile(&asked_fields(entry), entry.base.as_ref()?, order);
        let subject = Subject::Entry(entry);
        return (!found.fits()).then_some(Conflict { subject, found });
    }
    let kept = stored.draft.as_ref().filter(|draft| draft.clashes)?;
    let base = kept.base.as_ref()?;
    let found = reconcile(&of_draft(&kept.draft, base), base, order);
    let subject = Subject::Draft(kept);
    (!found.fits()).then_some(Conflict { subject, found })
}

/// Whether an entry was refused because of what somebody else did.
fn is_conflict(entry: &OutboxEntry) -> bool {
    let problem: Option<ProblemBody> = entry
        .problem
        .clone()
        .and_then(|value| serde_json::from_value(value).ok());
    problem.is_some_and(|problem| {
        [
            code::REVISION_CONFLICT,
            code::AFTER_POINT_OF_NO_RETURN,
            code::ORDER_CLOSED,
            code::ORDER_CANCELLED,
            code::ORDER_HANDED_OVER,
        ]
        .contains(&problem.code.as_str())
    })
}

/// Whether the operator's answer can still be asked for: what is mapped or set up is final.
fn can_keep(clash: &Clash, order: &Order) -> bool {
    match clash.mine_about.as_str() {
        "/partner" | "/customer" | "/customer_sets_up" => order.mapping.is_none(),
        "/handover" => order.mapping.is_none() && !order.contact.frozen,
        "/note" => true,
        _ => {
            clash.about != clash.mine_about
                && matches!(
                    order.status,
                    Status::AwaitingDetails
                        | Status::AwaitingApproval
                        | Status::Mapped
                        | Status::Deferred
                )
        }
    }
}

/// The conflict as the order page shows it.
pub(crate) fn conflict_view(
    stored: &StoredOrder,
    timeline: &[TimelineRow],
) -> Option<ConflictView> {
    let Conflict { subject, found } = conflict(stored)?;
    let order = &stored.order;
    let mapped = found
        .clashes
        .iter()
        .any(|clash| clash.about == "/customer" || clash.about == "/partner");
    let (by, at) = match &order.mapping {
        Some(mapping) if mapped => (Some(mapping.by.clone()), Some(mapping.at)),
        _ => timeline
            .iter()
            .find(|row| row.from_service && !row.actor.is_empty())
            .map_or((None, None), |row| (Some(row.actor.clone()), Some(row.at))),
    };
    let (entry, kind) = match subject {
        Subject::Entry(entry) => (Some(entry.id.to_string()), entry.kind.as_str()),
        Subject::Draft(_) => (None, "draft"),
    };
    Some(ConflictView {
        entry,
        kind: kind.to_owned(),
        by,
        at: at.map(|at| at.to_string()),
        ended: found.ended.map(ToOwned::to_owned),
        clashes: found
            .clashes
            .into_iter()
            .map(|clash| ClashView {
                can_keep: found.ended.is_none() && can_keep(&clash, order),
                answer: clash.mine_about,
                about: clash.about,
                before: clash.before,
                mine: clash.mine,
                theirs: clash.theirs,
            })
            .collect(),
    })
}
