//! Why acts were refused and orders failed, by code.

use rusqlite::Transaction;

use crate::Result;

/// Acts in the outbox that were refused with one code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedActs {
    /// The problem's code; empty when nobody knows it.
    pub code: String,
    /// How many.
    pub acts: u32,
}

/// Orders that failed, wholly or in part, at one step with one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedOrders {
    /// The first step that failed; empty when the service names none.
    pub step: String,
    /// Its problem's code; empty when the service names none.
    pub code: String,
    /// How many.
    pub orders: u32,
}

/// The most first.
pub(super) fn refused(tx: &Transaction<'_>) -> Result<Vec<RefusedActs>> {
    let mut statement = tx.prepare_cached(
        "SELECT CASE WHEN json_valid(problem)
                     THEN coalesce(json_extract(problem, '$.code'), '') ELSE '' END AS code,
                count(*) AS acts
         FROM outbox WHERE state = 'parked' GROUP BY code ORDER BY acts DESC, code",
    )?;
    let found = statement
        .query_map([], |row| {
            Ok(RefusedActs {
                code: row.get(0)?,
                acts: row.get(1)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// The most first.
pub(super) fn failed(tx: &Transaction<'_>) -> Result<Vec<FailedOrders>> {
    let mut statement = tx.prepare_cached(
        "SELECT failure, count(*) AS orders FROM orders WHERE failure <> ''
         GROUP BY failure ORDER BY orders DESC, failure",
    )?;
    let found = statement
        .query_map([], |row| {
            let failure: String = row.get(0)?;
            let (step, code) = failure.split_once('\n').unwrap_or((&failure, ""));
            Ok(FailedOrders {
                step: step.to_owned(),
                code: code.to_owned(),
                orders: row.get(1)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}
