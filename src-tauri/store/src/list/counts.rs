//! The counters of the views, from tallies that triggers keep: they cost the same at any size.

use jiff::Timestamp;
use rusqlite::Transaction;
use turnup_domain::{
    Status,
    state::{LocalState, View},
};

use super::{Counts, due_soon, overdue};
use crate::{Result, Store, orders::columns};

impl Store {
    /// How many orders each view holds.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn counts(&self, operator_email: &str, now: Timestamp) -> Result<Counts> {
        self.read(|tx| {
            let tallied = tallied(tx, operator_email)?;
            Ok(Counts {
                due_soon: due_soon::count(tx, now)?,
                overdue: overdue::count(tx, now)?,
                to_review: to_review(tx, operator_email)?,
                ..tallied
            })
        })
    }
}

impl Counts {
    /// The counter of one view; a view of a newer version shows nothing.
    #[must_use]
    pub fn of(&self, view: &View) -> u32 {
        match view {
            View::Inbox => self.inbox,
            View::DueSoon => self.due_soon,
            View::Overdue => self.overdue,
            View::Drafts => self.drafts,
            View::Queue => self.queue,
            View::NeedsAttention => self.needs_attention,
            View::ToReview => self.to_review,
            View::Provisioned => self.provisioned,
            View::All => self.all,
            View::Unknown(_) => 0,
        }
    }
}

/// The counter of one view.
pub(super) fn of_view(
    tx: &Transaction<'_>,
    view: &View,
    operator_email: &str,
    now: Timestamp,
) -> Result<u32> {
    match view {
        View::DueSoon => due_soon::count(tx, now),
        View::Overdue => overdue::count(tx, now),
        View::ToReview => to_review(tx, operator_email),
        view => Ok(tallied(tx, operator_email)?.of(view)),
    }
}

fn to_review(tx: &Transaction<'_>, operator_email: &str) -> Result<u32> {
    let me = columns::reviewer(Some(operator_email));
    let mut statement =
        tx.prepare_cached("SELECT count(*) FROM orders WHERE reviewer = ?1 AND reviewer <> ''")?;
    Ok(statement.query_row([me], |row| row.get(0))?)
}

/// Every counter but "due soon" and "overdue", which no tally can keep (they change with the clock), and those
/// that are asked of one operator, who are few.
fn tallied(tx: &Transaction<'_>, operator_email: &str) -> Result<Counts> {
    let me = columns::person(Some(operator_email));
    let mut counts = Counts::default();
    let mut statement = tx.prepare_cached(
        "SELECT status, local_state, assignee IN ('', ?1) AS mine, sum(orders) FROM tallies
         GROUP BY status, local_state, mine",
    )?;
    let mut rows = statement.query([me])?;
    while let Some(row) = rows.next()? {
        let status = Status::from(row.get::<_, String>(0)?.as_str());
        let (mine, orders): (bool, u32) = (row.get(2)?, row.get(3)?);
        counts.all += orders;
        match columns::stage(&status) {
            0 if mine => counts.inbox += orders,
            1 => counts.provisioned += orders,
            _ => {}
        }
        match LocalState::from(row.get::<_, String>(1)?.as_str()) {
            LocalState::NeedsAttention => counts.needs_attention += orders,
            LocalState::Sending | LocalState::Queued => counts.queue += orders,
            LocalState::Draft => counts.drafts += orders,
            LocalState::Clean | LocalState::Unknown(_) => {}
        }
    }
    Ok(counts)
}
