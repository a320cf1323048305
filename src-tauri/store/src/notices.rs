//! What an operator may have to be told of: deadlines that came nearer, acts that were refused,
//! reviews. Of deadlines only those are looked at that may have passed another mark since they
//! were told, so that a look costs the same at any number of orders.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Row, params};
use turnup_domain::{
    OrderId, OrderNumber, Status,
    state::{DeadlineStage, deadline_of},
};

use crate::{
    OrderName, Result, Store, column, connections::Durability, list::overdue, orders::columns,
    settings,
};

/// Most orders that are told of one by one where no deadline limits them.
const MOST: u32 = 1_000;

/// A calendar day is at most this much longer than 24 hours: clocks go back.
const SHIFT: SignedDuration = SignedDuration::from_hours(3);

/// Orders that may have passed another mark than the one that was told.
pub(crate) const NEARER: &str =
    "SELECT o.id, o.number, o.customer, o.status, o.closes_at, o.contact_zone, o.mailed_at
     FROM orders o
     WHERE o.stage = 0 AND o.told < 4 AND o.told = ?1 AND o.deadline_key < ?2
       AND o.assignee IN ('', ?3) AND o.gone = 0";

/// An order whose deadline passed a mark of which nobody was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldDeadline {
    /// The order.
    pub order: OrderName,
    /// When it closes.
    pub closes_at: Timestamp,
    /// IANA zone of its contact.
    pub contact_zone: Option<String>,
    /// When its e-mail went out.
    pub mailed_at: Option<Timestamp>,
    /// The last mark that was told; none at first.
    pub told: Option<DeadlineStage>,
    /// The last mark that it passed.
    pub passed: DeadlineStage,
}

/// A review that the operator asked for and that a colleague answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweredReview {
    /// The order.
    pub order: OrderName,
    /// The review's id.
    pub review: String,
    /// Whether it was approved.
    pub approved: bool,
}

/// Everything that may have to be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoticeFacts {
    /// Of the operator's orders and nobody's, what closes first comes first.
    pub deadlines: Vec<ToldDeadline>,
    /// What was refused or is in conflict.
    pub attention: Vec<OrderName>,
    /// What a colleague asks the operator to look at, with the review's id.
    pub asked: Vec<(OrderName, String)>,
    /// What a colleague answered.
    pub answered: Vec<AnsweredReview>,
}

/// What was told, or is to be told anew; written together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    /// The last mark of a deadline that was told; none = it is told anew.
    pub deadlines: Vec<(OrderId, Option<DeadlineStage>)>,
    /// Settings to write or to forget.
    pub settings: BTreeMap<String, Option<String>>,
}

impl Store {
    /// What may have to be told to an operator.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn notice_facts(&self, operator_email: &str, now: Timestamp) -> Result<NoticeFacts> {
        self.read(|tx| {
            let mut facts = NoticeFacts::default();
            let me = columns::person(Some(operator_email));
            let mut nearer = tx.prepare_cached(NEARER)?;
            for (told, end) in ends(now) {
                let mut rows = nearer.query(params![mark(told), end, me])?;
                while let Some(row) = rows.next()? {
                    facts.deadlines.extend(passed(row, told, now)?);
                }
            }
            let key = |one: &ToldDeadline| (one.closes_at, one.order.number.to_string());
            facts.deadlines.sort_by_cached_key(key);
            facts.attention = tx
                .prepare_cached(
                    "SELECT id, number, customer FROM orders
                     WHERE local_state = 'needs_attention' AND local_state <> 'clean'
                     ORDER BY deadline_key LIMIT ?1",
                )?
                .query_map([MOST], name)?
                .collect::<Result<_, _>>()?;
            let them = columns::reviewer(Some(operator_email));
            facts.asked = tx
                .prepare_cached(
                    "SELECT o.id, o.number, o.customer, json_extract(d.document, '$.review.id')
                     FROM orders o JOIN documents d ON d.order_row = o.row
                     WHERE o.reviewer = ?1 AND o.reviewer <> '' ORDER BY o.deadline_key LIMIT ?2",
                )?
                .query_map(params![them, MOST], |row| Ok((name(row)?, row.get(3)?)))?
                .collect::<Result<_, _>>()?;
            facts.answered = tx
                .prepare_cached(
                    "SELECT o.id, o.number, o.customer, json_extract(d.document, '$.review.id'),
                            json_extract(d.document, '$.review.state') = 'approved'
                     FROM orders o JOIN documents d ON d.order_row = o.row
                     WHERE o.answered = ?1 AND o.answered <> '' ORDER BY o.deadline_key LIMIT ?2",
                )?
                .query_map(params![them, MOST], |row| {
                    Ok(AnsweredReview {
                        order: name(row)?,
                        review: row.get(3)?,
                        approved: row.get(4)?,
                    })
                })?
                .collect::<Result<_, _>>()?;
            Ok(facts)
        })
    }

    /// Remembers what was told, all of it or nothing.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn tell(&self, telling: &Telling) -> Result<()> {
        self.write(Durability::Full, |tx| {
            let mut mark_told = tx.prepare_cached("UPDATE orders SET told = ?2 WHERE id = ?1")?;
            for (id, stage) in &telling.deadlines {
                mark_told.execute(params![id.as_str(), mark(*stage)])?;
            }
            for (key, value) in &telling.settings {
                settings::set(tx, key, value.as_deref())?;
            }
            Ok(())
        })
    }

    /// How many orders call for a person: overdue and the operator's or nobody's, refused or in
    /// conflict, or to be looked at for a colleague. Each is counted once.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn calling(&self, operator_email: &str, now: Timestamp) -> Result<u32> {
        self.read(|tx| {
            let count = "SELECT
                (SELECT count(*) FROM orders
                 WHERE stage = 0 AND deadline_key < ?1 AND assignee IN ('', ?2))
              + (SELECT count(*) FROM orders
                 WHERE local_state = 'needs_attention' AND local_state <> 'clean'
                   AND NOT (stage = 0 AND deadline_key < ?1 AND assignee IN ('', ?2)))
              + (SELECT count(*) FROM orders
                 WHERE reviewer = ?3 AND reviewer <> '' AND local_state <> 'needs_attention'
                   AND NOT (stage = 0 AND deadline_key < ?1 AND assignee IN ('', ?2)))";
            let me = columns::person(Some(operator_email));
            let them = columns::reviewer(Some(operator_email));
            // Deadlines are whole seconds: what closes within this one is not overdue yet.
            let end = columns::first_key_at(Some(now));
            let mut statement = tx.prepare_cached(count)?;
            Ok(statement.query_row(params![end, me, them], |row| row.get(0))?)
        })
    }
}

/// For each mark that may have been told last: no order with this deadline key or a later one
/// has passed the next.
fn ends(now: Timestamp) -> [(Option<DeadlineStage>, i64); 4] {
    let within = |days: i64| {
        let end = now.checked_add(SignedDuration::from_hours(24 * days) + SHIFT);
        columns::first_key_at(end.ok())
    };
    [
        (None, within(8)),
        (Some(DeadlineStage::Week), within(4)),
        (Some(DeadlineStage::ThreeDays), within(2)),
        (Some(DeadlineStage::Day), overdue::keys_end(now)),
    ]
}

fn mark(stage: Option<DeadlineStage>) -> i64 {
    stage.map_or(0, |stage| stage as i64)
}

/// A deadline that passed another mark than the one that was told.
fn passed(
    row: &Row<'_>,
    told: Option<DeadlineStage>,
    now: Timestamp,
) -> Result<Option<ToldDeadline>> {
    let status = Status::from(row.get::<_, String>(3)?.as_str());
    let time = |at: usize| -> Result<Option<Timestamp>> {
        Ok(row.get::<_, Option<i64>>(at)?.map(column::to_time))
    };
    let (closes_at, contact_zone) = (time(4)?, row.get::<_, Option<String>>(5)?);
    let deadline = deadline_of(&status, closes_at, contact_zone.as_deref(), now);
    let Some((passed, closes_at)) = DeadlineStage::of(&deadline).zip(closes_at) else {
        return Ok(None);
    };
    if told.is_some_and(|told| passed <= told) {
        return Ok(None);
    }
    Ok(Some(ToldDeadline {
        order: name(row)?,
        closes_at,
        contact_zone,
        mailed_at: time(6)?,
        told,
        passed,
    }))
}

fn name(row: &Row<'_>) -> rusqlite::Result<OrderName> {
    Ok(OrderName {
        id: OrderId::new(row.get::<_, String>(0)?),
        number: OrderNumber::new(row.get::<_, String>(1)?),
        customer: row.get(2)?,
    })
}
