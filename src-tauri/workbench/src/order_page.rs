//! Opening an order.

use turnup_contract::ProvisioningService;
use turnup_domain::{Capabilities, OrderId};
use turnup_store::{Store, StoredOrder};

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    notices::snoozed_until,
    order_view::{Page, order_view},
    reminders::reminder,
    session::operator_of,
    typed_note::typed_note,
    views::OrderView,
    workbench::now,
};

/// Most entries of the timeline that the page shows.
const TIMELINE: u32 = 200;
/// Most entries of the queue that the page shows.
const QUEUE: u32 = 50;

impl Workbench {
    /// The order page, from the cache alone. Its activity is asked for in the background.
    pub async fn open_order(&self, id: &str) -> Outcome<OrderView> {
        let id = OrderId::from(id);
        self.follow(id.clone());
        self.with_store(move |store| page(store, &id)).await
    }

    /// Asks for the service's own record of an order; tells when something new came.
    fn follow(&self, id: OrderId) {
        let Ok(session) = self.session() else { return };
        let workbench = self.clone();
        tokio::spawn(async move {
            if !session.is_online() {
                return;
            }
            let Ok(entries) = session.service.activity(&id).await else {
                return;
            };
            let known = id.clone();
            let news = workbench
                .with_store(move |store| {
                    let before = store.timeline(&known, TIMELINE)?.len();
                    store.put_activity(&known, &entries, now())?;
                    Ok(store.timeline(&known, TIMELINE)?.len() != before)
                })
                .await;
            if matches!(news, Ok(true)) {
                workbench.order_changed(id.as_str()).await;
            }
        });
    }
}

/// Reads an order, or says which is missing.
pub(crate) fn stored(store: &Store, id: &OrderId) -> Outcome<StoredOrder> {
    store
        .order(id)?
        .ok_or_else(|| Failure::new(codes::ORDER_NOT_FOUND).with("id", id))
}

/// The rules that the service sent last.
pub(crate) fn rules(store: &Store) -> Outcome<Capabilities> {
    store
        .capabilities()?
        .map(|(_, caps)| caps)
        .ok_or_else(|| Failure::new(codes::OFFLINE).with("reason", "no_rules"))
}

/// The page of an order as it stands in the cache.
pub(crate) fn page(store: &Store, id: &OrderId) -> Outcome<OrderView> {
    let stored = stored(store, id)?;
    let at = now();
    let queue = store.queue(Some(id), 0, QUEUE, at)?.rows;
    let timeline = store.timeline(id, TIMELINE)?;
    let caps = rules(store)?;
    Ok(order_view(Page {
        stored: &stored,
        queue,
        timeline,
        typed_note: typed_note(store, id)?,
        reminder: reminder(store, id)?,
        snoozed_until: snoozed_until(store, id)?,
        caps: &caps,
        operator: operator_of(store).map_or_else(String::new, |operator| operator.email),
        now: at,
    }))
}
