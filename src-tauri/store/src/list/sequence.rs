//! In which sequence a list is read. Every sequence but that of the deadlines stands in an index
//! of its own, in which rows of one value follow each other by deadline.

use rusqlite::types::Value;

use super::{Sort, query::Question};
use crate::orders::columns::FIRST_RESTING_KEY;

/// A part of a list that is read before the next one.
#[derive(Clone, Copy)]
pub(super) enum Part {
    All,
    /// A range of keys, both included.
    Keys(i64, i64),
    Mailed,
    NeverMailed,
}

impl Part {
    /// Asks for this part only.
    pub(super) fn narrow(self, question: &mut Question) {
        match self {
            Self::All => {}
            Self::Keys(from, to) => {
                question.sql += &format!(" AND {} BETWEEN ? AND ?", question.key);
                question.values.extend([from, to].map(Value::from));
            }
            Self::Mailed => question.sql += " AND o.mailed_at IS NOT NULL",
            Self::NeverMailed => question.sql += " AND o.mailed_at IS NULL",
        }
    }
}

/// The parts of a list, one after the other: what waits for nothing and what was never mailed
/// comes last either way round.
pub(super) fn parts((sort, descending): (Sort, bool)) -> &'static [Part] {
    match (sort, descending) {
        (Sort::Deadline, true) => &[
            Part::Keys(0, FIRST_RESTING_KEY - 1),
            Part::Keys(FIRST_RESTING_KEY, i64::MAX),
        ],
        (Sort::Deadline, false) => &[Part::Keys(0, i64::MAX)],
        (Sort::Mailed, _) => &[Part::Mailed, Part::NeverMailed],
        _ => &[Part::All],
    }
}

/// The column of a sequence and its index; none for the deadlines, whose keys are the sequence.
pub(super) fn column(sort: Sort) -> Option<(&'static str, &'static str)> {
    match sort {
        Sort::Deadline => None,
        Sort::Number => Some(("o.number", "orders_by_number")),
        Sort::Customer => Some(("o.customer_sort", "orders_by_customer")),
        Sort::State => Some(("o.badge_rank", "orders_by_badge")),
        Sort::Country => Some(("o.country", "orders_by_country")),
        Sort::Assignee => Some(("o.assignee", "orders_by_assignee")),
        Sort::Mailed => Some(("o.mailed_at", "orders_by_mail")),
    }
}

/// The `ORDER BY` of a list.
pub(super) fn order_by((sort, descending): (Sort, bool), key: &str) -> String {
    let direction = if descending { "DESC" } else { "ASC" };
    match column(sort) {
        None => format!(" ORDER BY {key} {direction}"),
        Some((column, _)) => format!(" ORDER BY {column} {direction}, o.deadline_key {direction}"),
    }
}
