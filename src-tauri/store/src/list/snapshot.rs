//! The sequence of a list, read once and kept until something changes: any window into it is
//! then a slice, at any depth.
//!
//! In the default sort a snapshot grows only as far as it is looked at: the keys themselves are
//! the sequence, and reading goes on behind the last one. Other sorts are read whole. What is
//! only similar to what was typed follows what matches it.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use rusqlite::{Transaction, params_from_iter, types::Value};

use super::{
    Sort, judge,
    query::{Question, Selection},
};
use crate::{
    Result, Store,
    orders::columns::{FIRST_RESTING_KEY, row_of_key},
    search::Reading,
};

/// Lists that are kept.
const KEPT: usize = 6;
/// Rows read ahead of a window: few, the next key stroke may want others.
const AHEAD: usize = 20;

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
    /// What is still to be read, first to last; empty = complete.
    unread: VecDeque<Stretch>,
    /// How many rows match as typed, once those are read.
    exact: Option<usize>,
}

/// A range of keys, both included.
#[derive(Clone, Copy)]
struct Stretch {
    reading: Reading,
    from: i64,
    to: i64,
}

impl Snapshot {
    fn begin(selection: &Selection) -> Self {
        let ranges: &[(i64, i64)] = match selection.sort() {
            // What waits for nothing comes last either way round.
            (Sort::Deadline, true) => &[(0, FIRST_RESTING_KEY - 1), (FIRST_RESTING_KEY, i64::MAX)],
            _ => &[(0, i64::MAX)],
        };
        let unread = selection.readings().iter().flat_map(|&reading| {
            let stretch = move |&(from, to): &(i64, i64)| Stretch { reading, from, to };
            ranges.iter().map(stretch)
        });
        Self {
            rows: Vec::new(),
            unread: unread.collect(),
            exact: None,
        }
    }

    pub(super) fn is_complete(&self) -> bool {
        self.unread.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many rows match as typed; `None` while that is not known.
    pub(super) fn exact(&self) -> Option<usize> {
        self.exact
    }

    pub(super) fn window(&self, offset: usize, limit: usize) -> &[u32] {
        let start = offset.min(self.rows.len());
        &self.rows[start..start.saturating_add(limit).min(self.rows.len())]
    }

    /// Reads on until `end` rows and some ahead are known, or the list ends.
    pub(super) fn read_to(
        &mut self,
        at: (&Transaction<'_>, &Store),
        selection: &Selection,
        end: usize,
        now: Timestamp,
    ) -> Result<()> {
        if self.is_complete() || self.rows.len() > end {
            return Ok(());
        }
        let enough = end.saturating_add(AHEAD);
        while let Some(stretch) = self.unread.front().copied() {
            if self.rows.len() >= enough {
                break;
            }
            if selection.sort().0 == Sort::Deadline {
                let missing = enough - self.rows.len();
                self.read_chunk(at, selection, stretch, missing, now)?;
            } else {
                self.read_whole(at, selection, stretch, now)?;
            }
            let exact = |stretch: &Stretch| stretch.reading == Reading::Exact;
            if self.exact.is_none() && !self.unread.front().is_some_and(exact) {
                self.exact = Some(self.rows.len());
            }
        }
        Ok(())
    }

    fn read_chunk(
        &mut self,
        at: (&Transaction<'_>, &Store),
        selection: &Selection,
        Stretch { reading, from, to }: Stretch,
        missing: usize,
        now: Timestamp,
    ) -> Result<()> {
        let Some(mut question) = selection.question(at, reading, "", now)? else {
            self.unread.pop_front();
            return Ok(());
        };
        let descending = selection.sort().1;
        let direction = if descending { "DESC" } else { "ASC" };
        let key = question.key;
        question.sql += &format!(" AND {key} BETWEEN ? AND ? ORDER BY {key} {direction} LIMIT ?");
        let most = i64::try_from(missing).unwrap_or(i64::MAX);
        question.values.extend([from, to, most].map(Value::from));
        let found = find(at.0, question, now)?;
        match found.last_key {
            Some(last) if found.keys == missing => {
                let (from, to) = if descending {
                    (from, last - 1)
                } else {
                    (last + 1, to)
                };
                self.unread[0] = Stretch { reading, from, to };
            }
            _ => _ = self.unread.pop_front(),
        }
        self.rows.extend(found.rows);
        Ok(())
    }

    fn read_whole(
        &mut self,
        at: (&Transaction<'_>, &Store),
        selection: &Selection,
        stretch: Stretch,
        now: Timestamp,
    ) -> Result<()> {
        self.unread.pop_front();
        let Some(mut question) = selection.question(at, stretch.reading, "", now)? else {
            return Ok(());
        };
        question.sql += &sequence(selection, question.key);
        let found = find(at.0, question, now)?;
        self.rows.extend(found.rows);
        Ok(())
    }
}

/// The `ORDER BY` of a list that is read whole.
pub(super) fn sequence(selection: &Selection, key: &str) -> String {
    let (sort, descending) = selection.sort();
    let direction = if descending { "DESC" } else { "ASC" };
    let column = match sort {
        Sort::Deadline => return format!(" ORDER BY {key} {direction}"),
        Sort::Number => "o.number",
        Sort::Customer => "o.customer_sort",
        Sort::State => "o.badge_rank",
    };
    format!(" ORDER BY {column} {direction}, o.deadline_key {direction}")
}

/// What a statement found.
struct Found {
    rows: Vec<u32>,
    /// The last key, and how many there were, before any was judged.
    last_key: Option<i64>,
    keys: usize,
}

fn find(tx: &Transaction<'_>, question: Question, now: Timestamp) -> Result<Found> {
    let mut statement = tx.prepare_cached(&question.sql)?;
    let mut rows = statement.query(params_from_iter(question.values))?;
    let mut found = Found {
        rows: Vec::new(),
        last_key: None,
        keys: 0,
    };
    while let Some(row) = rows.next()? {
        let key: i64 = row.get(0)?;
        found.keys += 1;
        found.last_key = Some(key);
        if judge::all_hold(&question.judges, row, 1, now)? {
            found
                .rows
                .push(u32::try_from(row_of_key(key)).unwrap_or(u32::MAX));
        }
    }
    Ok(found)
}
