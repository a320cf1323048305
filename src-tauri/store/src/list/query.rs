//! From a [`ListQuery`] to SQL. Every text of the operator travels as a bound value.

use jiff::Timestamp;
use rusqlite::{Transaction, types::Value};
use turnup_domain::{
    query::{self, Due, Query, What},
    state::View,
};

use super::{ListQuery, Sort, judge, judge::Judge, terms};
use crate::{
    Result, Store,
    orders::columns,
    search::{self, Reading},
};

/// What to list, without the window: equal lists have equal selections.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Selection {
    view: View,
    query: Query,
    states: Vec<String>,
    services: Vec<String>,
    sort: Sort,
    descending: bool,
    similar: bool,
    /// Only orders of this customer.
    customer: Option<i64>,
    /// Who looks: as assignees and as reviewers are compared.
    me: (String, String),
    /// Quarter of an hour, where dates are judged; days begin on one in every zone.
    quarter: i64,
}

/// A statement with its values; the caller appends what bounds it.
pub(super) struct Question {
    pub(super) sql: String,
    pub(super) values: Vec<Value>,
    /// The expression that holds the deadline key.
    pub(super) key: &'static str,
    /// What is decided row by row, and whether it must not hold.
    pub(super) judges: Vec<(bool, Judge)>,
}

/// Where rows come from when no search leads.
const PLAIN: &str = "FROM orders o WHERE 1";

impl Question {
    /// Another condition; its values are bound where its marks stand.
    pub(super) fn and(&mut self, negated: bool, condition: &str, values: Vec<Value>) {
        let not = if negated { "NOT " } else { "" };
        self.sql += &format!(" AND {not}({condition})");
        self.values.extend(values);
    }

    /// Reads in the sequence of an index, whatever the planner would do: without statistics it
    /// rather collects a whole view and sorts it. False where the search leads.
    pub(super) fn follow(&mut self, index: &str) -> bool {
        let leads = self.sql.contains(PLAIN);
        if leads {
            let followed = format!("FROM orders o INDEXED BY {index} WHERE 1");
            self.sql = self.sql.replacen(PLAIN, &followed, 1);
        }
        leads
    }
}

impl Selection {
    pub(super) fn of(query: &ListQuery) -> Self {
        let me = query.operator_email.as_str();
        let asked = query::parse(&query.text);
        let dated =
            matches!(query.view, View::DueSoon | View::Overdue) || terms::ask_for_dates(&asked);
        Self {
            view: query.view.clone(),
            query: asked,
            states: query.states.clone(),
            services: query.services.clone(),
            sort: query.sort,
            descending: query.descending,
            similar: query.similar,
            customer: None,
            me: (columns::person(Some(me)), columns::reviewer(Some(me))),
            quarter: if dated {
                query.now.as_second().div_euclid(900)
            } else {
                0
            },
        }
    }

    /// The same for one customer only, by its row.
    pub(super) fn of_customer(self, row: i64) -> Self {
        Self {
            customer: Some(row),
            ..self
        }
    }

    /// The same without the filters that are chosen beside the text.
    pub(super) fn unfiltered(&self) -> Self {
        Self {
            states: Vec::new(),
            services: Vec::new(),
            ..self.clone()
        }
    }

    /// Nothing but the view decides what is listed.
    pub(super) fn is_whole_view(&self) -> bool {
        self.query.terms.is_empty()
            && self.states.is_empty()
            && self.services.is_empty()
            && self.customer.is_none()
    }

    /// Whether the view is so large that it is better read in the sequence of an index than
    /// collected and sorted.
    pub(super) fn is_wide(&self) -> bool {
        matches!(self.view, View::Inbox | View::Provisioned | View::All)
    }

    pub(super) fn sort(&self) -> (Sort, bool) {
        (self.sort, self.descending)
    }

    pub(super) fn misunderstood(&self) -> &[String] {
        &self.query.misunderstood
    }

    /// Whether the search index decides on it.
    pub(super) fn seeks_words(&self) -> bool {
        let mut terms = self.query.terms.iter();
        terms.any(|term| {
            matches!(
                term.what,
                What::Beginnings(_) | What::Whole(_) | What::Customer(_)
            )
        })
    }

    /// In which ways words are taken, one after the other.
    pub(super) fn readings(&self) -> &'static [Reading] {
        if self.similar {
            &[Reading::Exact, Reading::Similar]
        } else {
            &[Reading::Exact]
        }
    }

    /// Whether an order that stands so is among what the filters beside the text keep.
    pub(super) fn keeps(&self, badge: &str, services: &str) -> (bool, bool) {
        let state = self.states.is_empty() || self.states.iter().any(|code| code == badge);
        let mut kinds = self.services.iter();
        let service = self.services.is_empty() || kinds.any(|kind| has_line(services, kind));
        (state, service)
    }

    /// What to select from where, up to and including its `WHERE`; `None` when there can be
    /// nothing. `and` is selected behind the key, before what judges read.
    pub(super) fn question(
        &self,
        (tx, store): (&Transaction<'_>, &Store),
        reading: Reading,
        and: &str,
        now: Timestamp,
    ) -> Result<Option<Question>> {
        let words = search::question(tx, store, &self.query, reading)?;
        if reading == Reading::Similar && words.is_none() {
            return Ok(None);
        }
        let judges = self.judges();
        let judged = if judges.is_empty() {
            ""
        } else {
            judge::COLUMNS
        };
        let mut question = source(words, &[and, judged], judges);
        self.add_view(&mut question, now);
        if let Some(row) = self.customer {
            question.and(false, "o.customer_row = ?", vec![Value::from(row)]);
        }
        for (negated, what) in self
            .query
            .terms
            .iter()
            .map(|term| (term.negated, &term.what))
        {
            terms::add(&mut question, negated, what, &self.me.0, now);
        }
        for unwanted in search::unwanted(tx, &self.query)? {
            let condition = "o.deadline_key IN (SELECT rowid FROM search WHERE search MATCH ?)";
            question.and(true, condition, vec![Value::from(unwanted)]);
        }
        terms::add_states(&mut question, false, &self.states);
        terms::add_services(&mut question, false, &self.services);
        Ok(Some(question))
    }

    fn judges(&self) -> Vec<(bool, Judge)> {
        let mut judges = terms::judges(&self.query);
        match self.view {
            View::DueSoon => judges.push((false, Judge::DueSoon)),
            View::Overdue => judges.push((false, Judge::Due(Due::Overdue))),
            _ => {}
        }
        judges
    }

    fn add_view(&self, question: &mut Question, now: Timestamp) {
        let local = |words: &str| {
            // The second half names the partial index.
            format!(" AND o.local_state IN ({words}) AND o.local_state <> 'clean'")
        };
        question.sql += &match &self.view {
            View::Inbox => {
                question.values.push(Value::from(self.me.0.clone()));
                // No index leads by assignee: it would not tell the sequence.
                " AND o.stage = 0 AND +o.assignee IN ('', ?)".to_owned()
            }
            View::DueSoon => {
                question
                    .values
                    .push(Value::from(super::due_soon::keys_end(now)));
                format!(" AND o.stage = 0 AND {} < ?", question.key)
            }
            View::Overdue => {
                question
                    .values
                    .push(Value::from(super::overdue::keys_end(now)));
                format!(" AND o.stage = 0 AND {} < ?", question.key)
            }
            View::ToReview => {
                question.values.push(Value::from(self.me.1.clone()));
                " AND o.reviewer = ? AND o.reviewer <> ''".to_owned()
            }
            View::Drafts => local("'draft'"),
            View::Queue => local("'queued', 'sending'"),
            View::NeedsAttention => local("'needs_attention'"),
            View::Provisioned => " AND o.stage = 1".to_owned(),
            View::All => String::new(),
            View::Unknown(_) => " AND 0".to_owned(),
        };
    }
}

/// Where the rows come from. Beyond the key, columns are read only where they are needed: the
/// indexes cover the key.
fn source(words: Option<String>, columns: &[&str], judges: Vec<(bool, Judge)>) -> Question {
    let key = if words.is_some() {
        "s.rowid"
    } else {
        "o.deadline_key"
    };
    let columns: Vec<&str> = columns
        .iter()
        .copied()
        .filter(|list| !list.is_empty())
        .collect();
    let selected = [&[key], columns.as_slice()].concat().join(", ");
    match words {
        // The index leads, in its own order; the low bits of its rowid are the order's row.
        Some(words) => Question {
            sql: format!(
                "SELECT {selected} FROM search s
                 CROSS JOIN orders o ON o.row = (s.rowid & 268435455)
                 WHERE s.search MATCH ?"
            ),
            values: vec![Value::from(words)],
            key,
            judges,
        },
        None => Question {
            sql: format!("SELECT {selected} {PLAIN}"),
            values: Vec::new(),
            key,
            judges,
        },
    }
}

/// Whether one of the lines is this.
pub(super) fn has_line(lines: &str, line: &str) -> bool {
    lines.lines().any(|found| found == line)
}
