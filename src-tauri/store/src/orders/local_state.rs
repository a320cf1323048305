//! The columns that follow from this computer's own work on an order. Every write that touches a
//! draft, an outbox entry or the mirror ends here; nothing else writes these columns.

use rusqlite::{Transaction, params};
use turnup_domain::{
    Status,
    state::{LocalFacts, LocalState, local_state},
};

use super::put;
use crate::Result;

/// What this computer has to say about an order, as its row holds it.
pub(crate) struct Local<'a> {
    pub(crate) state: LocalState,
    pub(crate) badge: &'a str,
    pub(crate) rank: i64,
}

impl<'a> Local<'a> {
    /// Of an order on which nothing was done here.
    pub(crate) fn untouched(status: &'a str) -> Self {
        Self {
            state: LocalState::Clean,
            badge: status,
            rank: rank(status),
        }
    }
}

struct Work {
    status: String,
    gone: bool,
    facts: LocalFacts,
    clashes: bool,
    step: Option<String>,
    step_number: Option<u32>,
    step_count: Option<u32>,
}

/// Brings an order's row in line with its draft and outbox. An order that the service deleted
/// stays, and needs attention, as long as it has either; then it goes.
pub(crate) fn refresh_local_state(tx: &Transaction<'_>, order_row: i64) -> Result<()> {
    let work = work_on(tx, order_row)?;
    if work.gone && work.facts == LocalFacts::default() {
        return put::delete(tx, order_row);
    }
    let facts = LocalFacts {
        parked: work.facts.parked || work.gone || work.clashes,
        ..work.facts
    };
    let state = local_state(facts);
    let badge = badge(&work.status, &state);
    tx.prepare_cached(
        "UPDATE orders SET local_state = ?2, badge = ?3, badge_rank = ?4,
                draft_step = ?5, step_number = ?6, step_count = ?7
         WHERE row = ?1",
    )?
    .execute(params![
        order_row,
        state.as_str(),
        badge,
        rank(badge),
        work.step,
        work.step_number,
        work.step_count,
    ])?;
    Ok(())
}

fn work_on(tx: &Transaction<'_>, order_row: i64) -> Result<Work> {
    Ok(tx
        .prepare_cached(include_str!("local_state.sql"))?
        .query_row([order_row], |row| {
            Ok(Work {
                status: row.get(0)?,
                gone: row.get(1)?,
                facts: LocalFacts {
                    parked: row.get(2)?,
                    sending: row.get(3)?,
                    pending: row.get(4)?,
                    draft: row.get(5)?,
                },
                clashes: row.get(6)?,
                step: row.get(7)?,
                step_number: row.get(8)?,
                step_count: row.get(9)?,
            })
        })?)
}

/// The one word on an order: the local state when there is one, else the status.
fn badge<'a>(status: &'a str, state: &'a LocalState) -> &'a str {
    match state {
        LocalState::Clean => status,
        state => state.as_str(),
    }
}

/// Local states first, then statuses in the course of an order, then what nobody knows.
pub(crate) fn rank(badge: &str) -> i64 {
    let states = LocalState::KNOWN.iter().map(LocalState::as_str);
    let statuses = Status::KNOWN.iter().map(Status::as_str);
    let place = states.chain(statuses).position(|word| word == badge);
    place.map_or(i64::MAX, |place| i64::try_from(place).unwrap_or(i64::MAX))
}
