//! The list of orders: windows of at most 200 rows, and the counters of the views.

use jiff::Timestamp;
use turnup_domain::state::View;
use turnup_store::{ListQuery, ListRow, Sort};

use crate::{
    Workbench,
    failure::Outcome,
    order_view::{badge, deadline_view},
    views::{OrderQuery, OrderRow, OrderWindow, ViewCounts},
    workbench::now,
};

/// Most rows that cross at once.
const MAX_WINDOW: u32 = 200;
/// Most characters of a search that are read.
const MAX_SEARCH: usize = 200;

impl Workbench {
    /// A window onto the orders that match.
    pub async fn list_orders(&self, query: OrderQuery) -> Outcome<OrderWindow> {
        let session = self.session()?;
        let at = now();
        let offset = query.offset;
        let query = ListQuery {
            view: View::from(query.view.as_str()),
            text: query.text.chars().take(MAX_SEARCH).collect(),
            states: query.states,
            services: query.services,
            sort: sort(&query.sort),
            descending: query.descending,
            offset,
            limit: query.limit.min(MAX_WINDOW),
            operator_email: session.operator_email(),
            now: at,
        };
        self.with_store(move |store| {
            let window = store.list(&query)?;
            Ok(OrderWindow {
                rows: window.rows.iter().map(|row| order_row(row, at)).collect(),
                offset,
                total: window.total,
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

fn sort(word: &str) -> Sort {
    match word {
        "number" => Sort::Number,
        "customer" => Sort::Customer,
        "state" => Sort::State,
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
    }
}
