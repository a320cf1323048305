//! The operators of a query as conditions of SQL, and as judges of what SQL cannot decide. Words
//! are the search's ([`crate::search`]).

use jiff::Timestamp;
use rusqlite::types::Value;
use turnup_domain::query::{Due, Has, Is, Person, Query, Range, What};

use super::{judge::Judge, query::Question};
use crate::{column, orders::columns, search};

/// Whether the answer changes with the clock.
pub(super) fn ask_for_dates(query: &Query) -> bool {
    !judges(query).is_empty()
}

/// What has to be decided row by row, and whether it must not hold.
pub(super) fn judges(query: &Query) -> Vec<(bool, Judge)> {
    let judged = query.terms.iter().filter_map(|term| {
        let judge = match &term.what {
            What::Due(due) => Judge::Due(due.clone()),
            What::Age(days) => Judge::Age(*days),
            _ => return None,
        };
        Some((term.negated, judge))
    });
    judged.collect()
}

/// One term; `me` as assignees are compared.
pub(super) fn add(question: &mut Question, negated: bool, what: &What, me: &str, now: Timestamp) {
    let text = |text: &str| vec![Value::from(text.to_owned())];
    match what {
        What::Beginnings(_) | What::Whole(_) => {}
        What::State(codes) => add_states(question, negated, codes),
        What::Service(kinds) => add_services(question, negated, kinds),
        What::Country(code) => question.and(negated, "upper(o.country) = ?", text(code)),
        What::Customer(name) => {
            let name = search::fold_for_sorting(name);
            if !name.is_empty() {
                question.and(negated, "instr(o.customer_sort, ?) > 0", text(&name));
            }
        }
        What::Assignee(Person::Me) => question.and(negated, "o.assignee = ?", text(me)),
        What::Assignee(Person::Nobody) => question.and(negated, "o.assignee = ''", Vec::new()),
        What::Assignee(Person::Other(address)) => {
            question.and(negated, "instr(o.assignee, ?) > 0", text(address));
        }
        // Around the edge the judge decides; what must not hold cannot be narrowed so.
        What::Due(due) if !negated => add_due(question, due, now),
        What::Age(days) if !negated => add_age(question, days.range_of_mail(now)),
        What::Due(_) | What::Age(_) => {}
        What::Is(is) => add_is(question, negated, *is, me),
        What::Has(has) => add_has(question, negated, *has),
    }
}

pub(super) fn add_states(question: &mut Question, negated: bool, codes: &[String]) {
    if !codes.is_empty() {
        let marks = vec!["?"; codes.len()].join(", ");
        let values = codes.iter().cloned().map(Value::from).collect();
        question.and(negated, &format!("o.badge IN ({marks})"), values);
    }
}

pub(super) fn add_services(question: &mut Question, negated: bool, kinds: &[String]) {
    if !kinds.is_empty() {
        let any = vec!["instr(o.services, ?) > 0"; kinds.len()].join(" OR ");
        let between_feeds = kinds.iter().map(|kind| Value::from(format!("\n{kind}\n")));
        question.and(negated, &any, between_feeds.collect());
    }
}

fn add_due(question: &mut Question, due: &Due, now: Timestamp) {
    let key = question.key;
    let Some(Range { from, to }) = due.range(now) else {
        let never = columns::first_key_at(None);
        question.and(false, &format!("{key} >= ?"), vec![Value::from(never)]);
        return;
    };
    let from = from.map_or(0, |at| columns::first_key_at(Some(at)));
    let to = to.map_or(columns::FIRST_RESTING_KEY, |at| {
        // The last key of that second.
        columns::first_key_at(Some(at)) | columns::LAST_ROW
    });
    let values = vec![Value::from(from), Value::from(to)];
    question.and(false, &format!("{key} BETWEEN ? AND ?"), values);
}

fn add_age(question: &mut Question, Range { from, to }: Range) {
    let bound = |at: Option<Timestamp>, open: i64| Value::from(at.map_or(open, column::time));
    let values = vec![bound(from, i64::MIN), bound(to, i64::MAX)];
    question.and(false, "o.mailed_at BETWEEN ? AND ?", values);
}

fn add_is(question: &mut Question, negated: bool, is: Is, me: &str) {
    // `<> 'clean'` names the index on a part of the orders.
    let (condition, values) = match is {
        Is::Draft => (
            "o.local_state = 'draft' AND o.local_state <> 'clean'",
            vec![],
        ),
        Is::Queued => (
            "o.local_state IN ('queued', 'sending') AND o.local_state <> 'clean'",
            vec![],
        ),
        Is::Open => ("o.stage = 0", vec![]),
        Is::Provisioned => ("o.stage = 1", vec![]),
        Is::Over => ("o.stage = 2", vec![]),
        Is::Mine => ("o.assignee IN ('', ?)", vec![Value::from(me.to_owned())]),
    };
    question.and(negated, condition, values);
}

fn add_has(question: &mut Question, negated: bool, has: Has) {
    match has {
        Has::Problem => question.and(
            negated,
            "o.local_state = 'needs_attention' OR o.status IN ('failed', 'provisioned_with_errors')",
            Vec::new(),
        ),
        Has::Deadline => {
            let condition = format!("{} < ?", question.key);
            let never = Value::from(columns::first_key_at(None));
            question.and(negated, &condition, vec![never]);
        }
        Has::Review => question.and(negated, "o.reviewer <> ''", Vec::new()),
    }
}
