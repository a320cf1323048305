//! The orders' feed, page by page from the cursor. A page and its cursor are one transaction,
//! so an interruption repeats at most one page. An expired cursor begins a rescan; drafts and
//! the outbox are other rows and stay.

use std::collections::{BTreeMap, HashSet};

use turnup_contract::{
    Answer, CallError, FeedItem, ProvisioningService, code,
    feed::{FeedPage, OrdersPage},
};
use turnup_domain::{Order, OrderId};
use turnup_store::{Store, StoreError};

use super::{Engine, LAST_RUN, SyncStop, report::SyncStep, run::Run};

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

/// So many pages in a row may bring nothing, or begin with the same again: a service may filter
/// what it reads page by page. More of them are a feed without an end.
pub(super) const IDLE_PAGES: u32 = 1000;

/// Where one run was led by a feed. One that promises more and leads back to where it was, at
/// once or in a circle, or on and on to nothing, would be asked for ever.
#[derive(Default)]
pub(super) struct Trail {
    cursors: HashSet<String>,
    began_with: Option<String>,
    idle: u32,
}

impl Trail {
    /// Beginning at a cursor.
    pub fn at(&mut self, cursor: Option<String>) {
        self.cursors.extend(cursor);
    }

    /// Whether the page leads anywhere.
    pub fn goes_on<T>(
        &mut self,
        page: &FeedPage<T>,
        id_of: impl Fn(&T) -> &str,
    ) -> Result<(), SyncStop> {
        let begins_with = page.items.first().map(|item| match item {
            FeedItem::Document(document) => id_of(document).to_owned(),
            FeedItem::Deleted(tombstone) => tombstone.id.clone(),
        });
        let brings_news = begins_with.is_some() && begins_with != self.began_with;
        self.idle = if brings_news { 0 } else { self.idle + 1 };
        self.began_with = begins_with;
        if !page.has_more {
            return Ok(());
        }
        let is_new = self.cursors.insert(page.next_cursor.clone());
        if is_new && self.idle <= IDLE_PAGES {
            return Ok(());
        }
        let reason = "the feed promises more and does not move".to_owned();
        Err(SyncStop::NotThisProtocol { reason })
    }
}

/// Documents and ids of tombstones, in their sequence; a document that a later item deletes,
/// or a tombstone that a later document revives, is not in there. Of two documents the newer one
/// counts, by `age_of`; the later one when they are equally old.
pub(super) fn split<T, I: From<String> + Ord + Clone>(
    items: Vec<FeedItem<T>>,
    id_of: impl Fn(&T) -> I,
    age_of: impl Fn(&T) -> (u64, u64),
) -> (Vec<T>, Vec<I>) {
    let mut last: BTreeMap<I, Option<T>> = BTreeMap::new();
    for item in items {
        match item {
            FeedItem::Document(document) => {
                let id = id_of(&document);
                let known = last.get(&id).and_then(Option::as_ref);
                if known.is_none_or(|known| age_of(known) <= age_of(&document)) {
                    last.insert(id, Some(*document));
                }
            }
            FeedItem::Deleted(tombstone) => {
                last.insert(I::from(tombstone.id), None);
            }
        }
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

/// How many orders a pull has already, and whether it reads the whole feed: the first one that
/// was interrupted goes on where it stopped, and a later one brings only what is new.
fn beginning(store: &Store) -> Result<(u64, bool), StoreError> {
    let begun = store.orders_cursor()?.is_some();
    let first = store.setting(LAST_RUN)?.is_none();
    let done = if begun && first {
        store.order_count()?
    } else {
        0
    };
    Ok((done, first || !begun))
}

impl<S: ProvisioningService> Engine<S> {
    pub(super) async fn pull_orders(&self, run: &mut Run<'_>) -> Result<(), SyncStop> {
        let (mut done, mut scanning) = run.store(beginning).await?;
        let mut total = None;
        let mut restarted = false;
        let mut trail = Trail::default();
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
                (done, scanning) = (0, true);
                trail = Trail::default();
                run.store(Store::begin_rescan).await?;
                continue;
            }
            let page = answer?;
            trail.at(cursor);
            trail.goes_on(&page, |order| order.id.as_str())?;
            let has_more = page.has_more;
            done += page.items.len() as u64;
            total = page.total.or(total).filter(|_| scanning);
            total = total.map(|total| total.max(done));
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
                let (documents, deleted) = split::<Order, OrderId>(
                    page.items,
                    |order| order.id.clone(),
                    |order| (order.revision, order.sequence),
                );
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
