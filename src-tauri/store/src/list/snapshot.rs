//! The sequence of a list, read once and kept until something changes: any window into it is
//! then a slice, at any depth.
//!
//! A snapshot grows only as far as it is looked at: an index tells the sequence, and reading goes
//! on behind the last row. What a search found in another sequence than that of the deadlines is
//! read whole. What is only similar to what was typed follows what matches it.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use rusqlite::{Transaction, params_from_iter, types::Value};

use super::{
    judge,
    query::{Question, Selection},
    sequence::{self, Part},
};
use crate::{Result, Store, orders::columns::row_of_key, search::Reading};

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

/// A part of the list that is not read to its end.
struct Stretch {
    reading: Reading,
    part: Part,
    /// The value and the key of the last row that was read of it.
    behind: Option<(Value, i64)>,
}

impl Snapshot {
    fn begin(selection: &Selection) -> Self {
        let unread = selection.readings().iter().flat_map(|&reading| {
            let parts = sequence::parts(selection.sort()).iter();
            parts.map(move |&part| Stretch {
                reading,
                part,
                behind: None,
            })
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
        while let Some(stretch) = self.unread.pop_front() {
            if self.rows.len() >= enough {
                self.unread.push_front(stretch);
                break;
            }
            let missing = enough - self.rows.len();
            let rest = self.read_on(at, selection, stretch, missing, now)?;
            if let Some(rest) = rest {
                self.unread.push_front(rest);
            }
            let exact = |stretch: &Stretch| stretch.reading == Reading::Exact;
            if self.exact.is_none() && !self.unread.front().is_some_and(exact) {
                self.exact = Some(self.rows.len());
            }
        }
        Ok(())
    }

    /// Reads what is missing of a stretch, or all of it where no index tells its sequence;
    /// returns what is left.
    fn read_on(
        &mut self,
        at: (&Transaction<'_>, &Store),
        selection: &Selection,
        stretch: Stretch,
        missing: usize,
        now: Timestamp,
    ) -> Result<Option<Stretch>> {
        let (sort, descending) = selection.sort();
        let column = sequence::column(sort);
        let and = column.map_or("", |(column, _)| column);
        let Some(mut question) = selection.question(at, stretch.reading, and, now)? else {
            return Ok(None);
        };
        let in_sequence = match column {
            None => true,
            Some((_, index)) => selection.is_wide() && question.follow(index),
        };
        stretch.part.narrow(&mut question);
        if let Some((value, key)) = stretch.behind {
            let than = if descending { '<' } else { '>' };
            match (column, value) {
                (None, _) | (_, Value::Null) => {
                    question.sql += &format!(" AND {} {than} ?", question.key);
                }
                (Some((column, _)), value) => {
                    question.sql += &format!(" AND ({column}, o.deadline_key) {than} (?, ?)");
                    question.values.push(value);
                }
            }
            question.values.push(Value::from(key));
        }
        question.sql += &sequence::order_by(selection.sort(), question.key);
        let most = if in_sequence { missing } else { usize::MAX };
        question.sql += " LIMIT ?";
        let limit = i64::try_from(most).unwrap_or(i64::MAX);
        question.values.push(Value::from(limit));
        let found = find(at.0, question, column.is_some(), most, now)?;
        self.rows.extend(found.rows);
        Ok(found.last.map(|last| Stretch {
            behind: Some(last),
            ..stretch
        }))
    }
}

/// What a statement found.
struct Found {
    rows: Vec<u32>,
    /// Where the statement was cut off, before any row was judged.
    last: Option<(Value, i64)>,
}

/// Reads `most` keys at most; `valued` when the sequence's value stands behind the key.
fn find(
    tx: &Transaction<'_>,
    question: Question,
    valued: bool,
    most: usize,
    now: Timestamp,
) -> Result<Found> {
    let mut statement = tx.prepare_cached(&question.sql)?;
    let mut rows = statement.query(params_from_iter(question.values))?;
    let mut found = Found {
        rows: Vec::new(),
        last: None,
    };
    let (mut keys, judged) = (0, if valued { 2 } else { 1 });
    while let Some(row) = rows.next()? {
        let key: i64 = row.get(0)?;
        keys += 1;
        if keys == most {
            let value = if valued { row.get(1)? } else { Value::Null };
            found.last = Some((value, key));
        }
        if judge::all_hold(&question.judges, row, judged, now)? {
            found
                .rows
                .push(u32::try_from(row_of_key(key)).unwrap_or(u32::MAX));
        }
    }
    Ok(found)
}
