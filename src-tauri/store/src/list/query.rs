//! From a [`ListQuery`] to SQL. Every text of the operator travels as a bound value.

use jiff::Timestamp;
use rusqlite::types::Value;
use turnup_domain::state::View;

use super::{ListQuery, Sort};
use crate::{orders::columns, search};

/// What to list, without the window: equal lists have equal selections.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Selection {
    view: View,
    question: Option<String>,
    states: Vec<String>,
    services: Vec<String>,
    sort: Sort,
    descending: bool,
    operator: String,
    /// Quarter of an hour; only "due soon" asks, and days begin on one in every zone.
    quarter: i64,
}

/// A statement with its values; the caller appends what bounds it.
pub(super) struct Question {
    pub(super) sql: String,
    pub(super) values: Vec<Value>,
    /// The expression that holds the deadline key.
    pub(super) key: &'static str,
}

impl Selection {
    pub(super) fn of(query: &ListQuery) -> Self {
        let due_soon = query.view == View::DueSoon;
        let me = query.operator_email.as_str();
        let operator = match query.view {
            View::Inbox => columns::person(Some(me)),
            View::ToReview => columns::reviewer(Some(me)),
            _ => String::new(),
        };
        Self {
            view: query.view.clone(),
            question: search::question(&query.text),
            states: query.states.clone(),
            services: query.services.clone(),
            sort: query.sort,
            descending: query.descending,
            operator,
            quarter: if due_soon {
                query.now.as_second().div_euclid(900)
            } else {
                0
            },
        }
    }

    pub(super) fn view(&self) -> &View {
        &self.view
    }

    /// Nothing but the view decides what is listed.
    pub(super) fn is_whole_view(&self) -> bool {
        self.question.is_none() && self.states.is_empty() && self.services.is_empty()
    }

    pub(super) fn sort(&self) -> (Sort, bool) {
        (self.sort, self.descending)
    }

    /// What to select from where, up to and including its `WHERE`.
    pub(super) fn question(&self, now: Timestamp) -> Question {
        let mut question = self.source();
        self.add_view(&mut question, now);
        if !self.states.is_empty() {
            let marks = vec!["?"; self.states.len()].join(", ");
            question.sql += &format!(" AND o.badge IN ({marks})");
            question
                .values
                .extend(self.states.iter().cloned().map(Value::from));
        }
        if !self.services.is_empty() {
            let any = vec!["instr(o.services, ?) > 0"; self.services.len()].join(" OR ");
            question.sql += &format!(" AND ({any})");
            let between_feeds = self
                .services
                .iter()
                .map(|kind| Value::from(format!("\n{kind}\n")));
            question.values.extend(between_feeds);
        }
        question
    }

    fn source(&self) -> Question {
        let key = if self.question.is_some() {
            "s.rowid"
        } else {
            "o.deadline_key"
        };
        // Beyond the key, columns are read only where they are needed: the indexes cover the key.
        let judged = match self.view {
            View::DueSoon => ", o.status, o.closes_at, o.contact_zone",
            _ => "",
        };
        match &self.question {
            // The index leads, in its own order; the low bits of its rowid are the order's row.
            Some(words) => Question {
                sql: format!(
                    "SELECT {key}{judged} FROM search s
                     CROSS JOIN orders o ON o.row = (s.rowid & 268435455)
                     WHERE s.search MATCH ?"
                ),
                values: vec![Value::from(words.clone())],
                key,
            },
            None => Question {
                sql: format!("SELECT {key}{judged} FROM orders o WHERE 1"),
                values: Vec::new(),
                key,
            },
        }
    }

    fn add_view(&self, question: &mut Question, now: Timestamp) {
        let local = |words: &str| {
            // The second half names the partial index.
            format!(" AND o.local_state IN ({words}) AND o.local_state <> 'clean'")
        };
        question.sql += &match &self.view {
            View::Inbox => {
                question.values.push(Value::from(self.operator.clone()));
                " AND o.stage = 0 AND o.assignee IN ('', ?)".to_owned()
            }
            View::DueSoon => {
                question
                    .values
                    .push(Value::from(super::due_soon::keys_end(now)));
                format!(" AND o.stage = 0 AND {} < ?", question.key)
            }
            View::ToReview => {
                question.values.push(Value::from(self.operator.clone()));
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
