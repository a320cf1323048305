//! What is decided on the calendar of each contact's zone, which SQL cannot do: SQL narrows by
//! the instant, the domain decides what lies around the edge.

use jiff::Timestamp;
use rusqlite::Row;
use turnup_domain::{
    Status,
    query::{Dates, Days, Due},
    state::{Urgency, deadline_of},
};

use crate::{Result, column};

/// The columns that a judge reads.
pub(super) const COLUMNS: &str = "o.status, o.closes_at, o.contact_zone, o.mailed_at";

/// A condition on an order's dates.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Judge {
    /// Overdue or due within three days.
    DueSoon,
    Due(Due),
    Age(Days),
}

impl Judge {
    fn holds(&self, dates: Dates<'_>, now: Timestamp) -> bool {
        match self {
            Judge::DueSoon => {
                let deadline = deadline_of(dates.status, dates.closes_at, dates.contact_zone, now);
                matches!(deadline.urgency, Urgency::Overdue | Urgency::Soon)
            }
            Judge::Due(due) => due.holds(dates, now),
            Judge::Age(days) => days.hold_since_mail(dates, now),
        }
    }
}

/// Whether all of them hold (or, negated, do not) for a row of [`COLUMNS`], beginning at `first`.
pub(super) fn all_hold(
    judges: &[(bool, Judge)],
    row: &Row<'_>,
    first: usize,
    now: Timestamp,
) -> Result<bool> {
    if judges.is_empty() {
        return Ok(true);
    }
    let status = Status::from(
        row.get_ref(first)?
            .as_str()
            .map_err(rusqlite::Error::from)?,
    );
    let time = |at: usize| -> Result<Option<Timestamp>> {
        Ok(row.get::<_, Option<i64>>(at)?.map(column::to_time))
    };
    let zone: Option<String> = row.get(first + 2)?;
    let dates = Dates {
        status: &status,
        closes_at: time(first + 1)?,
        mailed_at: time(first + 3)?,
        contact_zone: zone.as_deref(),
    };
    Ok(judges
        .iter()
        .all(|(negated, judge)| judge.holds(dates, now) != *negated))
}
