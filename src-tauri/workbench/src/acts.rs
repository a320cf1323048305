//! Acts: what the operator asks of the service. Each is one transaction of intent, key and
//! journal in the outbox; the engine sends it when it can.

use serde::Serialize;
use serde_json::{Value, json};
use turnup_contract::NoteRequest;
use turnup_domain::{
    Capabilities, Draft, Order, OrderId, OrderNumber, Problem,
    draft::CompletedBy,
    order::StepState,
    validation::{validate, validate_note},
};
use turnup_store::{OutboxEntry, OutboxKind, Store, StoredOrder};
use turnup_sync::Evidence;

use crate::{
    Failure, Workbench,
    confirmation::act,
    drafting::editable,
    errors::internal,
    failure::{Outcome, codes},
    order_page::{page, stored},
    order_view::draft_of,
    reviews::approved,
    session::Session,
    typed_note,
    views::OrderView,
    workbench::now,
};

impl Workbench {
    /// Confirms for good: `typed` must be the order's number. The mapping, and the set-up behind
    /// it, are queued in one transaction.
    pub async fn confirm(&self, id: &str, typed: &str) -> Outcome<OrderView> {
        let typed = OrderNumber::from(typed.trim());
        let needs_review = self.needs_review();
        self.act(id, move |store, session, id| {
            let operator = session.operator_email();
            confirm_for_good(store, &operator, id, Some(&typed), needs_review).map(drop)
        })
        .await
    }

    /// Hands the order over to the person named in the draft.
    pub async fn hand_over(&self, id: &str) -> Outcome<OrderView> {
        self.act(id, |store, session, id| {
            let (stored, caps) = editable(store, id)?;
            let draft = draft_of(&stored, &caps);
            hand_over_draft(store, &session.operator_email(), &stored, &draft).map(drop)
        })
        .await
    }

    /// Has the provisioning e-mail sent again.
    pub async fn resend_email(&self, id: &str) -> Outcome<OrderView> {
        self.act(id, |store, session, id| {
            let stored = stored(store, id)?;
            can_resend(&stored)?;
            enqueue(store, session, id, OutboxKind::Resend, json!({}))
        })
        .await
    }

    /// Changes the note that colleagues share.
    pub async fn save_note(&self, id: &str, note: &str) -> Outcome<OrderView> {
        if let Some(problem) = validate_note(note).first() {
            return Err(note_failure(problem));
        }
        let note = NoteRequest {
            note: note.to_owned(),
        };
        self.act(id, move |store, session, id| {
            let stored = stored(store, id)?;
            let queued = |entry: &OutboxEntry| entry.kind == OutboxKind::Note;
            if stored.order.note != note.note || stored.outbox.iter().any(queued) {
                enqueue(store, session, id, OutboxKind::Note, value(&note)?)?;
            }
            typed_note::forget(store, id)
        })
        .await
    }

    /// Has what failed tried once more.
    pub async fn retry_operation(&self, id: &str) -> Outcome<OrderView> {
        self.act(id, |store, session, id| {
            let stored = stored(store, id)?;
            let failed = stored
                .order
                .operation
                .as_ref()
                .filter(|operation| operation.steps.iter().any(|s| s.state == StepState::Failed))
                .ok_or_else(|| Failure::new(codes::NOT_READY).with("count", 0))?;
            if stored
                .outbox
                .iter()
                .any(|entry| entry.kind == OutboxKind::Retry)
            {
                return Err(Failure::new(codes::ALREADY_QUEUED));
            }
            enqueue(
                store,
                session,
                id,
                OutboxKind::Retry,
                json!({ "operation_id": failed.id }),
            )
        })
        .await
    }

    /// Whether a colleague has to approve what becomes final.
    pub(crate) fn needs_review(&self) -> bool {
        self.inner.home.settings().review_required
    }

    /// One act: stored, told, and the engine woken.
    pub(crate) async fn act(
        &self,
        id: &str,
        work: impl FnOnce(&Store, &Session, &OrderId) -> Outcome<()> + Send + 'static,
    ) -> Outcome<OrderView> {
        let session = self.session()?;
        let order_id = OrderId::from(id);
        let acting = session.clone();
        let view = self
            .with_store(move |store| {
                work(store, &acting, &order_id)?;
                page(store, &order_id)
            })
            .await?;
        self.order_changed(id).await;
        session.worker.wake();
        Ok(view)
    }
}

/// Queues what becomes final, and the set-up behind it, in one transaction. `typed` must be the
/// order's number where it is there; without it only what follows an earlier confirmation is
/// queued.
pub(crate) fn confirm_for_good(
    store: &Store,
    operator: &str,
    id: &OrderId,
    typed: Option<&OrderNumber>,
    needs_review: bool,
) -> Outcome<Vec<OutboxEntry>> {
    let (stored, caps) = editable(store, id)?;
    let order = &stored.order;
    let confirmed = match typed {
        Some(typed) => *typed == order.number,
        None => order.mapping.is_some(),
    };
    if !confirmed {
        return Err(Failure::new(codes::CONFIRMATION_MISMATCH).with("number", &order.number));
    }
    let draft = draft_of(&stored, &caps);
    can_confirm(order, &draft, &caps, needs_review)?;
    let mut acts = Vec::new();
    if order.mapping.is_none() {
        let mapping = draft
            .mapping(order, &order.number, &caps)
            .map_err(not_ready)?;
        acts.push((OutboxKind::Mapping, value(&mapping)?));
    }
    if let Some(setup) = draft.setup(order, &caps).map_err(not_ready)? {
        acts.push((OutboxKind::Setup, value(&setup)?));
    }
    let evidence = value(&Evidence::of(&draft))?;
    Ok(store.enqueue(order, &acts, Some(&evidence), operator, now())?)
}

/// Whether everything is there that confirming needs, but for what is typed.
pub(crate) fn can_confirm(
    order: &Order,
    draft: &Draft,
    caps: &Capabilities,
    needs_review: bool,
) -> Outcome<()> {
    ready(&validate(order, draft, caps))?;
    if act(order, draft) == "hand_over" {
        return Err(Failure::new(codes::NOT_READY).with("count", 1));
    }
    if needs_review {
        approved(order, draft, caps)?;
    }
    Ok(())
}

/// Queues handing an order over to the person whom a draft names.
pub(crate) fn hand_over_draft(
    store: &Store,
    operator: &str,
    stored: &StoredOrder,
    draft: &Draft,
) -> Outcome<Vec<OutboxEntry>> {
    if draft.completed_by != Some(CompletedBy::SomeoneElse) {
        return Err(Failure::new(codes::NOT_READY).with("count", 1));
    }
    let handover = value(&draft.handover(&stored.order).map_err(not_ready)?)?;
    let acts = [(OutboxKind::Handover, handover)];
    Ok(store.enqueue(&stored.order, &acts, None, operator, now())?)
}

/// Whether the provisioning e-mail can be asked for once more.
pub(crate) fn can_resend(stored: &StoredOrder) -> Outcome<()> {
    if !stored.order.can_resend {
        return Err(Failure::new(codes::NOT_EDITABLE).with("reason", "cannot_resend"));
    }
    let queued = |entry: &OutboxEntry| entry.kind == OutboxKind::Resend;
    if stored.outbox.iter().any(queued) {
        return Err(Failure::new(codes::ALREADY_QUEUED));
    }
    Ok(())
}

pub(crate) fn enqueue(
    store: &Store,
    session: &Session,
    id: &OrderId,
    kind: OutboxKind,
    payload: Value,
) -> Outcome<()> {
    store.enqueue(
        &stored(store, id)?.order,
        &[(kind, payload)],
        None,
        &session.operator_email(),
        now(),
    )?;
    Ok(())
}

pub(crate) fn value(body: &impl Serialize) -> Outcome<Value> {
    serde_json::to_value(body).map_err(|problem| internal("an act", problem))
}

/// What is wrong with a note, in the interface's codes.
pub(crate) fn note_failure(problem: &Problem) -> Failure {
    let code = match problem.code.as_str() {
        "too_long" => codes::TOO_LONG,
        _ => codes::NOT_PLAIN_TEXT,
    };
    Failure {
        code: code.to_owned(),
        params: problem.params.clone(),
    }
}

fn ready(problems: &[Problem]) -> Outcome<()> {
    if problems.is_empty() {
        return Ok(());
    }
    Err(Failure::new(codes::NOT_READY).with("count", problems.len()))
}

pub(crate) fn not_ready(problems: Vec<Problem>) -> Failure {
    Failure::new(codes::NOT_READY).with("count", problems.len())
}
