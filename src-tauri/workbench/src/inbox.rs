//! The list of orders: windows of at most 200 rows, and the counters of the views.

use jiff::Timestamp;
use turnup_domain::state::View;
use turnup_store::{ListQuery, ListRow, ListWindow, RowFacts, Sort};

use crate::{
    Workbench,
    failure::Outcome,
    order_view::{badge, deadline_view},
    views::{FacetView, OrderFacets, OrderQuery, OrderRow, OrderWindow, RowDetails, ViewCounts},
    workbench::{Purpose, now},
};

/// Most rows that cross at once.
const MAX_WINDOW: u32 = 200;
/// Most characters of a search that are read.
const MAX_SEARCH: usize = 200;
/// Most characters of a note that a row shows.
const MAX_NOTE: usize = 200;

impl Workbench {
    /// A window onto the orders that match, and what is similar behind them.
    pub async fn list_orders(&self, query: OrderQuery) -> Outcome<OrderWindow> {
        let details = query.details;
        let query = self.asked(query, now())?;
        self.with_store(move |store| {
            let window = store.list(&query)?;
            let facts = if details {
                store.row_facts(window.rows.iter().map(|row| &row.id))?
            } else {
                Vec::new()
            };
            let mut listed = order_window(window, &query);
            for (row, facts) in listed.rows.iter_mut().zip(facts) {
                row.details = facts.map(row_details);
            }
            Ok(listed)
        })
        .await
    }

    /// How many orders match in all, and how many of them stand in each state and have each
    /// service. Slower than the list; asked again, the earlier count ends without its total.
    pub async fn count_orders(&self, query: OrderQuery) -> Outcome<OrderFacets> {
        let query = self.asked(query, now())?;
        self.with_store(move |store| {
            let facets = store.facets(&query)?;
            let counted = |counts: std::collections::BTreeMap<String, u32>| {
                let views = counts.into_iter();
                views
                    .map(|(code, orders)| FacetView { code, orders })
                    .collect()
            };
            Ok(OrderFacets {
                total: facets.total,
                states: counted(facets.states),
                services: counted(facets.services),
                at_least: facets.at_least,
            })
        })
        .await
    }

    /// How many orders each view holds.
    pub async fn count_views(&self) -> Outcome<ViewCounts> {
        let email = self.session()?.operator_email();
        self.with_store(move |store| {
            let counts = store.counts(&email, now())?;
            Ok(ViewCounts {
                inbox: counts.inbox,
                due_soon: counts.due_soon,
                overdue: counts.overdue,
                drafts: counts.drafts,
                queue: counts.queue,
                needs_attention: counts.needs_attention,
                to_review: counts.to_review,
                provisioned: counts.provisioned,
                all: counts.all,
            })
        })
        .await
    }
}

impl Workbench {
    /// What is asked of the store. Only a person can tell what merely resembles what was typed from
    /// what matches: a command gets what matches.
    pub(crate) fn asked(&self, query: OrderQuery, now: Timestamp) -> Outcome<ListQuery> {
        let similar = self.inner.options.purpose == Purpose::Window;
        let query = list_query(query, self.session()?.operator_email(), now);
        Ok(ListQuery { similar, ..query })
    }
}

/// A window of the store, as it crosses.
pub(crate) fn order_window(window: ListWindow, query: &ListQuery) -> OrderWindow {
    OrderWindow {
        rows: window
            .rows
            .iter()
            .map(|row| order_row(row, query.now))
            .collect(),
        offset: query.offset,
        total: window.total,
        more: window.more,
        exact: window.exact,
        misunderstood: window.misunderstood,
        indexing: window.indexing,
    }
}

/// What the window asks, as the store takes it.
pub(crate) fn list_query(query: OrderQuery, operator_email: String, now: Timestamp) -> ListQuery {
    ListQuery {
        view: View::from(query.view.as_str()),
        text: query.text.chars().take(MAX_SEARCH).collect(),
        similar: true,
        states: query.states,
        services: query.services,
        sort: sort(&query.sort),
        descending: query.descending,
        offset: query.offset,
        limit: query.limit.min(MAX_WINDOW),
        operator_email,
        now,
    }
}

fn sort(word: &str) -> Sort {
    match word {
        "number" => Sort::Number,
        "customer" => Sort::Customer,
        "state" => Sort::State,
        "country" => Sort::Country,
        "assignee" => Sort::Assignee,
        "mailed" => Sort::Mailed,
        _ => Sort::Deadline,
    }
}

fn order_row(row: &ListRow, now: Timestamp) -> OrderRow {
    let position = (row.step_number.unwrap_or(1), row.step_count.unwrap_or(1));
    let deadline = turnup_domain::state::deadline_of(
        &row.status,
        row.closes_at,
        row.contact_zone.as_deref(),
        now,
    );
    OrderRow {
        id: row.id.to_string(),
        number: row.number.to_string(),
        customer: row.customer.clone(),
        city: row.city.clone(),
        country: row.country.clone(),
        services: row.services.clone(),
        deadline: deadline_view(&deadline),
        badge: badge(&row.status, &row.local_state, position),
        customer_key: row.customer_key.clone(),
        assignee: row.assignee.clone(),
        mailed_at: row.mailed_at.map(|at| at.to_string()),
        details: None,
    }
}

fn row_details(facts: RowFacts) -> RowDetails {
    RowDetails {
        kind: facts.kind.to_string(),
        requested_start: facts.requested_start.map(|day| day.to_string()),
        contact: facts.contact().to_owned(),
        note: facts.note.chars().take(MAX_NOTE).collect(),
        partner: facts.partner().map(str::to_owned),
        organization: facts.organization().map(str::to_owned),
        subscription: facts.subscription,
    }
}
