//! The sequence of a list, read once and kept until something changes: any window into it is
//! then a slice, at any depth.
//!
//! In the default sort a snapshot grows only as far as it is looked at: the keys themselves are
//! the sequence, and reading goes on behind the last one. Other sorts are read whole.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use rusqlite::{Transaction, params_from_iter, types::Value};
use turnup_domain::state::View;

use super::{Sort, due_soon, query::Selection};
use crate::{
    Result,
    orders::columns::{FIRST_RESTING_KEY, row_of_key},
};

/// Lists that are kept.
const KEPT: usize = 6;
/// Rows read ahead of a window.
const AHEAD: usize = 400;

/// The lists that were looked at last.
#[derive(Default)]
pub(crate) struct Snapshots {
    kept: Mutex<VecDeque<Kept>>,
}

struct Kept {
    selection: Selection,
    stamp: u64,
    snapshot: Arc<Mutex<Snapshot>>,
}

impl Snapshots {
    /// The snapshot of a selection, if it was made at this stamp; else an empty one.
    pub(super) fn of(&self, selection: &Selection, stamp: u64) -> Arc<Mutex<Snapshot>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|entry| entry.stamp == stamp);
        if let Some(place) = kept.iter().position(|entry| entry.selection == *selection)
            && let Some(found) = kept.remove(place)
        {
            let snapshot = Arc::clone(&found.snapshot);
            kept.push_back(found);
            return snapshot;
        }
        let snapshot = Arc::new(Mutex::new(Snapshot::begin(selection)));
        kept.push_back(Kept {
            selection: selection.clone(),
            stamp,
            snapshot: Arc::clone(&snapshot),
        });
        if kept.len() > KEPT {
            kept.pop_front();
        }
        snapshot
    }
}

/// Rows of orders in the sequence of a list, as far as it was read.
pub(super) struct Snapshot {
    rows: Vec<u32>,
    /// Ranges of keys that are still to be read, first to last; empty = complete.
    unread: VecDeque<(i64, i64)>,
}

impl Snapshot {
    fn begin(selection: &Selection) -> Self {
        let unread = match selection.sort() {
            // What waits for nothing comes last either way round.
            (Sort::Deadline, true) => {
                [(0, FIRST_RESTING_KEY - 1), (FIRST_RESTING_KEY, i64::MAX)].into()
            }
            _ => [(0, i64::MAX)].into(),
        };
        Self {
            rows: Vec::new(),
            unread,
        }
    }

    pub(super) fn is_complete(&self) -> bool {
        self.unread.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn window(&self, offset: usize, limit: usize) -> &[u32] {
        let start = offset.min(self.rows.len());
        &self.rows[start..start.saturating_add(limit).min(self.rows.len())]
    }

    /// Reads on until `end` rows and some ahead are known, or the list ends.
    pub(super) fn read_to(
        &mut self,
        tx: &Transaction<'_>,
        selection: &Selection,
        end: usize,
        now: Timestamp,
    ) -> Result<()> {
        if self.is_complete() || self.rows.len() >= end.saturating_add(1) {
            return Ok(());
        }
        if selection.sort().0 != Sort::Deadline {
            return self.read_whole(tx, selection, now);
        }
        let enough = end.saturating_add(AHEAD);
        while let Some((from, to)) = self.unread.front().copied() {
            let missing = enough.saturating_sub(self.rows.len());
            if missing == 0 {
                break;
            }
            self.read_chunk(tx, selection, (from, to), missing, now)?;
        }
        Ok(())
    }

    fn read_chunk(
        &mut self,
        tx: &Transaction<'_>,
        selection: &Selection,
        (from, to): (i64, i64),
        missing: usize,
        now: Timestamp,
    ) -> Result<()> {
        let mut question = selection.question(now);
        let descending = selection.sort().1;
        let direction = if descending { "DESC" } else { "ASC" };
        let key = question.key;
        question.sql += &format!(" AND {key} BETWEEN ? AND ? ORDER BY {key} {direction} LIMIT ?");
        let most = i64::try_from(missing).unwrap_or(i64::MAX);
        question.values.extend([from, to, most].map(Value::from));
        let found = find(tx, &question.sql, question.values, selection, now)?;
        match found.last_key {
            Some(last) if found.keys == missing => {
                self.unread[0] = if descending {
                    (from, last - 1)
                } else {
                    (last + 1, to)
                };
            }
            _ => _ = self.unread.pop_front(),
        }
        self.rows.extend(found.rows);
        Ok(())
    }

    fn read_whole(
        &mut self,
        tx: &Transaction<'_>,
        selection: &Selection,
        now: Timestamp,
    ) -> Result<()> {
        let mut question = selection.question(now);
        let (sort, descending) = selection.sort();
        let column = match sort {
            Sort::Deadline => question.key,
            Sort::Number => "o.number",
            Sort::Customer => "o.customer_sort",
            Sort::State => "o.badge_rank",
        };
        let direction = if descending { "DESC" } else { "ASC" };
        question.sql += &format!(" ORDER BY {column} {direction}, o.deadline_key {direction}");
        let found = find(tx, &question.sql, question.values, selection, now)?;
        self.rows = found.rows;
        self.unread.clear();
        Ok(())
    }
}

/// What a statement found.
struct Found {
    rows: Vec<u32>,
    /// The last key, and how many there were, before any was judged.
    last_key: Option<i64>,
    keys: usize,
}

fn find(
    tx: &Transaction<'_>,
    sql: &str,
    values: Vec<Value>,
    selection: &Selection,
    now: Timestamp,
) -> Result<Found> {
    let judged = *selection.view() == View::DueSoon;
    let mut statement = tx.prepare_cached(sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut found = Found {
        rows: Vec::new(),
        last_key: None,
        keys: 0,
    };
    while let Some(row) = rows.next()? {
        let key: i64 = row.get(0)?;
        found.keys += 1;
        found.last_key = Some(key);
        if !judged || due_soon::is_due_soon(row, 1, now)? {
            found
                .rows
                .push(u32::try_from(row_of_key(key)).unwrap_or(u32::MAX));
        }
    }
    Ok(found)
}
