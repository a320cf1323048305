//! What was provisioned in which week, by the time at which the service says its work ended.

use jiff::Timestamp;
use rusqlite::Transaction;
use turnup_domain::Status;

use super::quarter_of;
use crate::Result;

/// When orders were provisioned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provisioned {
    /// One for each week that was asked for.
    pub weeks: Vec<ProvisionedWeek>,
    /// Provisioned orders of which the service does not say when.
    pub undated: u32,
}

/// Orders whose provisioning ended in one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProvisionedWeek {
    /// When it begins.
    pub begins: Timestamp,
    /// Everything works.
    pub whole: u32,
    /// Some of it works.
    pub with_errors: u32,
}

pub(super) fn provisioned(tx: &Transaction<'_>, weeks: &[Timestamp]) -> Result<Provisioned> {
    let mut found: Vec<ProvisionedWeek> = weeks
        .iter()
        .take(weeks.len().saturating_sub(1))
        .map(|begins| ProvisionedWeek {
            begins: *begins,
            whole: 0,
            with_errors: 0,
        })
        .collect();
    let ends: Vec<i64> = weeks.iter().copied().map(quarter_of).collect();
    if let (Some(first), Some(last)) = (ends.first(), ends.last()) {
        let mut statement = tx.prepare_cached(
            "SELECT quarter, status, orders FROM tallies_by_end WHERE quarter >= ?1 AND quarter < ?2",
        )?;
        let mut rows = statement.query([first, last])?;
        while let Some(row) = rows.next()? {
            let (quarter, orders): (i64, u32) = (row.get(0)?, row.get(2)?);
            let status = Status::from(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?);
            let place = ends.partition_point(|begins| *begins <= quarter);
            if let Some(week) = place.checked_sub(1).and_then(|at| found.get_mut(at)) {
                match status {
                    Status::ProvisionedWithErrors => week.with_errors += orders,
                    _ => week.whole += orders,
                }
            }
        }
    }
    let undated = tx
        .prepare_cached(
            "SELECT coalesce((SELECT sum(orders) FROM tallies
                     WHERE status IN ('provisioned', 'provisioned_with_errors')), 0)
                  - coalesce((SELECT sum(orders) FROM tallies_by_end), 0)",
        )?
        .query_row([], |row| row.get(0))?;
    Ok(Provisioned {
        weeks: found,
        undated,
    })
}
