//! The orders' feed, page by page from the cursor. A page and its cursor are one transaction,
//! so an interruption repeats at most one page. An expired cursor begins a rescan; drafts and
//! the outbox are other rows and stay.

use std::collections::HashSet;

use turnup_contract::{
    Answer, CallError, FeedItem, ProvisioningService, code,
    feed::{FeedPage, OrdersPage},
};
use turnup_domain::{Order, OrderId};
use turnup_store::Store;

use super::{Engine, SyncStop, report::SyncStep, run::Run};

/// Documents per page.
pub(super) const PAGE: u32 = 1000;

/// Whether the cursor must be given up: it expired, or the service does not know it (any more),
/// and would refuse it for ever.
pub(super) fn cursor_expired<T>(answer: &Answer<T>, cursor: Option<&str>) -> bool {
    matches!(answer, Err(CallError::Problem { status, problem, .. })
        if problem.code == code::CURSOR_EXPIRED
            || *status == 410
            || (cursor.is_some() && matches!(status, 400 | 404 | 422)))
}

/// A feed that promises more and leads back to where it was, at once or in a circle, would be
/// asked for ever. `seen` has the cursors that were followed.
pub(super) fn must_move<T>(page: &FeedPage<T>, seen: &mut HashSet<String>) -> Result<(), SyncStop> {
    if page.has_more && !seen.insert(page.next_cursor.clone()) {
        let reason = "the feed promises more and does not move".to_owned();
        return Err(SyncStop::NotThisProtocol { reason });
    }
    Ok(())
}

/// Documents and ids of tombstones, in their sequence; a document that a later item deletes,
/// or a tombstone that a later document revives, is not in there.
pub(super) fn split<T, I: From<String> + Ord + Clone>(
    items: Vec<FeedItem<T>>,
    id_of: impl Fn(&T) -> I,
) -> (Vec<T>, Vec<I>) {
    let mut last = std::collections::BTreeMap::new();
    for item in items {
        match item {
            FeedItem::Document(document) => last.insert(id_of(&document), Some(*document)),
            FeedItem::Deleted(tombstone) => last.insert(I::from(tombstone.id), None),
        };
    }
    let mut documents = Vec::new();
    let mut deleted = Vec::new();
    for (id, document) in last {
        match document {
            Some(document) => documents.push(document),
            None => deleted.push(id),
        }
    }
    (documents, deleted)
}

impl<S: ProvisioningService> Engine<S> {
    pub(super) async fn pull_orders(&self, run: &mut Run<'_>) -> Result<(), SyncStop> {
        let mut done = 0;
        let mut total = None;
        let mut restarted = false;
        let mut seen = HashSet::new();
        loop {
            run.check()?;
            run.at(SyncStep::PullOrders, done, total);
            let cursor = run
                .store(Store::orders_cursor)
                .await?
                .map(|(cursor, _)| cursor);
            let answer = run
                .call(self.service.orders(cursor.as_deref(), PAGE))
                .await?;
            if cursor_expired(&answer, cursor.as_deref()) && !restarted {
                restarted = true;
                seen.clear();
                run.store(Store::begin_rescan).await?;
                continue;
            }
            let page = answer?;
            seen.extend(cursor);
            must_move(&page, &mut seen)?;
            let has_more = page.has_more;
            done += page.items.len() as u64;
            total = page.total.or(total).map(|total| total.max(done));
            self.import(run, page).await?;
            if !has_more {
                return self.finish_rescan(run).await;
            }
        }
    }

    async fn import(&self, run: &mut Run<'_>, page: OrdersPage) -> Result<(), SyncStop> {
        let now = self.clock.now();
        let changed = run
            .store(move |store| {
                let (documents, deleted) =
                    split::<Order, OrderId>(page.items, |order| order.id.clone());
                store.import_orders(&documents, &deleted, &page.next_cursor, page.as_of, now)
            })
            .await?;
        run.changed(changed);
        Ok(())
    }

    async fn finish_rescan(&self, run: &mut Run<'_>) -> Result<(), SyncStop> {
        let now = self.clock.now();
        let swept = run
            .store(move |store| {
                if store.is_rescanning()? {
                    store.finish_rescan(now)
                } else {
                    Ok(Vec::new())
                }
            })
            .await?;
        run.changed(swept);
        Ok(())
    }
}
