//! Where open orders hang: for each state, which one has been in it longest.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, Transaction};
use turnup_domain::{OrderId, OrderNumber, state::LocalState};

use super::{OpenOrders, OrderName};
use crate::{Result, column};

/// Open orders that wait in one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The one word on them.
    pub badge: String,
    /// How many.
    pub orders: u32,
    /// The one that waits longest, if its time is known.
    pub longest: Option<Longest>,
}

/// The order that waits longest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Longest {
    /// Which.
    pub order: OrderName,
    /// Since when: the status began, the draft was saved, the act was asked for.
    pub since: Timestamp,
}

/// Drafts that stand on one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftsAtStep {
    /// The step.
    pub step: String,
    /// How many.
    pub orders: u32,
}

pub(super) fn waiting(tx: &Transaction<'_>, open: &[OpenOrders]) -> Result<Vec<Waiting>> {
    open.iter()
        .map(|open| {
            Ok(Waiting {
                badge: open.badge.clone(),
                orders: open.orders(),
                longest: longest(tx, &open.badge)?,
            })
        })
        .collect()
}

/// A state of this computer began when the draft was saved or the act was asked for; a status
/// began when the service says so.
fn longest(tx: &Transaction<'_>, badge: &str) -> Result<Option<Longest>> {
    let sql = match LocalState::from(badge) {
        LocalState::Draft => {
            "SELECT d.saved_at, o.id, o.number, o.customer
             FROM drafts d CROSS JOIN orders o ON o.row = d.order_row
             WHERE o.badge = ?1 AND o.stage = 0 ORDER BY d.saved_at LIMIT 1"
        }
        LocalState::NeedsAttention => {
            "SELECT e.created_at, o.id, o.number, o.customer
             FROM outbox e CROSS JOIN orders o ON o.row = e.order_row
             WHERE e.state = 'parked' AND o.badge = ?1 AND o.stage = 0 ORDER BY e.id LIMIT 1"
        }
        LocalState::Queued | LocalState::Sending => {
            "SELECT e.created_at, o.id, o.number, o.customer
             FROM outbox e CROSS JOIN orders o ON o.row = e.order_row
             WHERE o.badge = ?1 AND o.stage = 0 ORDER BY e.id LIMIT 1"
        }
        LocalState::Clean | LocalState::Unknown(_) => {
            "SELECT waits_since, id, number, customer FROM orders
             WHERE stage = 0 AND badge = ?1 AND waits_since IS NOT NULL
             ORDER BY waits_since LIMIT 1"
        }
    };
    Ok(tx
        .prepare_cached(sql)?
        .query_row([badge], read)
        .optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Longest> {
    Ok(Longest {
        since: column::to_time(row.get(0)?),
        order: OrderName {
            id: OrderId::new(row.get::<_, String>(1)?),
            number: OrderNumber::new(row.get::<_, String>(2)?),
            customer: row.get(3)?,
        },
    })
}

/// The most first.
pub(super) fn drafts(tx: &Transaction<'_>) -> Result<Vec<DraftsAtStep>> {
    let mut statement = tx.prepare_cached(
        "SELECT draft_step, count(*) AS orders FROM orders
         WHERE local_state = 'draft' AND local_state <> 'clean' AND stage = 0
           AND draft_step IS NOT NULL
         GROUP BY draft_step ORDER BY orders DESC, draft_step",
    )?;
    let found = statement
        .query_map([], |row| {
            Ok(DraftsAtStep {
                step: row.get(0)?,
                orders: row.get(1)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}
