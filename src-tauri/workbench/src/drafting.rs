//! The wizard's drafts: saved as typed, dropped only when asked.

use turnup_domain::{Capabilities, Draft, OrderId, steps::steps};
use turnup_store::{Store, StoredOrder};

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    form::{self, form_of},
    journal::record,
    merging::merged,
    order_page::{page, rules, stored},
    order_view::{badge, draft_of, frozen_because, position, set_up_now, step_views},
    views::{DraftForm, DraftSaved, OrderView},
    workbench::now,
};

/// Largest draft that is kept, in bytes of JSON. Far above every field's own limit: a field that
/// is too long is kept and told, a megabyte is a mistake.
const MAX_DRAFT: usize = 1024 * 1024;

impl Workbench {
    /// Keeps the answers of the wizard's forms, durably, before it returns. `before` are those that
    /// they were typed over: what another window kept since goes together with them, field by
    /// field. Without it they are kept as they are.
    pub async fn save_draft(
        &self,
        id: &str,
        form: DraftForm,
        before: Option<DraftForm>,
    ) -> Outcome<DraftSaved> {
        let order_id = OrderId::from(id);
        let operator = self.session()?.operator_email();
        let saved = self
            .with_store(move |store| {
                let (stored, caps) = editable(store, &order_id)?;
                let kept = draft_of(&stored, &caps);
                let form = match before {
                    Some(before) => merged(&before, form, &form_of(&kept)),
                    None => form,
                };
                let draft = form::apply(kept, form);
                keep(store, &stored, &draft, &caps, &operator)
            })
            .await?;
        self.order_changed(id).await;
        Ok(saved)
    }

    /// Forgets the answers of one order, also of one that is closed; not while they are being
    /// asked for. The journal remembers that it happened.
    pub async fn drop_draft(&self, id: &str) -> Outcome<OrderView> {
        let order_id = OrderId::from(id);
        let view = self
            .with_store(move |store| {
                can_drop(&stored(store, &order_id)?)?;
                store.drop_draft(&order_id, now())?;
                page(store, &order_id)
            })
            .await?;
        self.order_changed(id).await;
        Ok(view)
    }
}

/// Whether what was answered of an order can be forgotten: not while it is asked for.
pub(crate) fn can_drop(stored: &StoredOrder) -> Outcome<()> {
    match frozen_because(stored) {
        Some(reason @ ("queued" | "sending" | "needs_attention")) => {
            Err(Failure::new(codes::NOT_EDITABLE).with("reason", reason))
        }
        _ => Ok(()),
    }
}

/// An order whose answers can still be changed.
pub(crate) fn editable(store: &Store, id: &OrderId) -> Outcome<(StoredOrder, Capabilities)> {
    let stored = stored(store, id)?;
    let caps = rules(store)?;
    match frozen_because(&stored) {
        Some(reason) => Err(Failure::new(codes::NOT_EDITABLE).with("reason", reason)),
        None => Ok((stored, caps)),
    }
}

/// Writes a draft, based on the revision the operator sees; the journal has when it was begun.
pub(crate) fn keep(
    store: &Store,
    stored: &StoredOrder,
    draft: &Draft,
    caps: &Capabilities,
    operator: &str,
) -> Outcome<DraftSaved> {
    let size = serde_json::to_vec(draft).map_or(usize::MAX, |bytes| bytes.len());
    if size > MAX_DRAFT {
        return Err(Failure::new(codes::TOO_LONG).with("max", MAX_DRAFT));
    }
    let order = &stored.order;
    let base = stored
        .draft
        .as_ref()
        .map_or(order.revision, |draft| draft.base_revision);
    let steps = steps(order, draft, caps);
    let at = now();
    store.save_draft(&order.id, draft, base, Some(position(&steps)), at)?;
    if stored.draft.is_none() {
        record(store, &order.id, operator, "draft_started", &[])?;
    }
    Ok(DraftSaved {
        saved_at: at.to_string(),
        form: form_of(draft),
        steps: step_views(order, draft, &steps, caps),
        set_up_now: set_up_now(order, draft),
        badge: badge(
            &order.status,
            &turnup_domain::state::LocalState::Draft,
            position(&steps),
        ),
    })
}
