//! How many orders match, and of these how many stand in each state and have each service: what
//! follows a moment behind the list itself.

use std::{
    collections::BTreeMap,
    sync::{PoisonError, atomic::Ordering},
};

use rusqlite::params_from_iter;

use super::{ListQuery, counts, judge, query::Selection};
use crate::{Result, Store, search::Reading};

/// Orders that are looked at for the parts: of more it is known that there are more.
const MOST_LOOKED_AT: u32 = 20_000;
/// Rows of the sequence that are read before another question may come between.
const AT_ONCE: usize = 5_000;

/// Counts of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Rows that match; `None` when another count was asked for or something changed meanwhile.
    pub total: Option<u32>,
    /// By badge code, whatever states are chosen.
    pub states: BTreeMap<String, u32>,
    /// By kind of service, whatever services are chosen.
    pub services: BTreeMap<String, u32>,
    /// There are more than were counted of states and services.
    pub at_least: bool,
}

impl Store {
    /// Counts what a query lists. Takes up to a second at a million orders and leaves the list
    /// its turn meanwhile; asked again, it breaks off.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn facets(&self, query: &ListQuery) -> Result<Facets> {
        let ticket = 1 + self.inner.counting.fetch_add(1, Ordering::Relaxed);
        let selection = Selection::of(query);
        let mut facets = self.read(|tx| {
            let every = selection.unfiltered();
            let asked =
                every.question((tx, self), Reading::Exact, "o.badge, o.services", query.now)?;
            let mut facets = Facets::default();
            let Some(mut question) = asked else {
                return Ok(facets);
            };
            question.sql += " LIMIT ?";
            question.values.push((MOST_LOOKED_AT + 1).into());
            let mut statement = tx.prepare_cached(&question.sql)?;
            let mut rows = statement.query(params_from_iter(question.values))?;
            let mut looked_at = 0;
            while let Some(row) = rows.next()? {
                if looked_at == MOST_LOOKED_AT {
                    facets.at_least = true;
                    break;
                }
                looked_at += 1;
                if judge::all_hold(&question.judges, row, 3, query.now)? {
                    let badge = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
                    let services = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
                    facets.add(&selection, badge, services);
                }
            }
            Ok(facets)
        })?;
        facets.total = if selection.is_whole_view() {
            let (view, me) = (&query.view, query.operator_email.as_str());
            Some(self.read(|tx| counts::of_view(tx, view, me, query.now))?)
        } else {
            self.total(query, &selection, ticket)?
        };
        Ok(facets)
    }

    /// How many orders match as typed, up to so many, and whether there are more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn count_up_to(&self, query: &ListQuery, most: u32) -> Result<(u32, bool)> {
        let selection = Selection::of(query);
        self.read(|tx| {
            if selection.is_whole_view() {
                let (view, me) = (&query.view, query.operator_email.as_str());
                return Ok((counts::of_view(tx, view, me, query.now)?, false));
            }
            let asked = selection.question((tx, self), Reading::Exact, "", query.now)?;
            let Some(question) = asked else {
                return Ok((0, false));
            };
            let mut statement = tx.prepare_cached(&question.sql)?;
            let mut rows = statement.query(params_from_iter(question.values))?;
            let mut count = 0;
            while let Some(row) = rows.next()? {
                if judge::all_hold(&question.judges, row, 1, query.now)? {
                    if count == most {
                        return Ok((count, true));
                    }
                    count += 1;
                }
            }
            Ok((count, false))
        })
    }

    /// Reads the sequence of a list to its end, a piece at a time.
    fn total(&self, query: &ListQuery, selection: &Selection, ticket: u64) -> Result<Option<u32>> {
        let stamp = self.changes();
        loop {
            let asked_again = self.inner.counting.load(Ordering::Relaxed) != ticket;
            if asked_again || self.changes() != stamp {
                return Ok(None);
            }
            let snapshot = self.inner.snapshots.of(selection, stamp);
            let mut snapshot = snapshot.lock().unwrap_or_else(PoisonError::into_inner);
            let end = snapshot.len() + AT_ONCE;
            self.read(|tx| snapshot.read_to((tx, self), selection, end, query.now))?;
            if snapshot.is_complete() {
                return Ok(Some(super::rows_of(snapshot.len())));
            }
        }
    }
}

impl Facets {
    fn add(&mut self, selection: &Selection, badge: &str, services: &str) {
        let (state_kept, service_kept) = selection.keeps(badge, services);
        if service_kept {
            *self.states.entry(badge.to_owned()).or_default() += 1;
        }
        if state_kept {
            for kind in services.lines().filter(|kind| !kind.is_empty()) {
                *self.services.entry(kind.to_owned()).or_default() += 1;
            }
        }
    }
}
