//! What is to be told now: pure, from what is so, what was told before, what somebody wishes and
//! the time. Whatever comes together is one summary.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};
use turnup_domain::{
    OrderId, Status,
    state::{DeadlineStage, deadline_of},
};
use turnup_store::{NoticeFacts, OrderName, Telling, ToldDeadline};

use super::NoticeTarget;

/// What the keys of settings begin with that say what was told; what it is about and the order's
/// id follow.
pub(super) const TOLD: &str = "told.";
/// The same for orders that are silent until a time.
pub(super) const SNOOZED: &str = "snooze.";
/// Until when nothing is told.
pub(super) const SILENT: &str = "notices.silent";
/// The last notice.
pub(super) const LAST: &str = "notices.last";

/// What happens within this of a notice waits for the next one.
const GAP: SignedDuration = SignedDuration::from_mins(10);
/// The night, in hours of the operator's clock: from the first, before the second.
const NIGHT: (i8, i8) = (20, 7);
/// Orders of a notice that are kept to be told again.
const KEPT: usize = 500;
/// An order that is open no longer than this arrives with its last week: that is no news.
const SHORT: SignedDuration = SignedDuration::from_hours(8 * 24 + 3);

/// What somebody wants to be told of.
#[derive(Debug, Clone)]
pub(super) struct Wishes {
    pub(super) on: bool,
    /// Of [`super::ABOUT`].
    pub(super) about: BTreeSet<String>,
    pub(super) quiet_at_night: bool,
}

/// Now, where the operator is.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    pub(super) now: Timestamp,
    pub(super) zone: TimeZone,
}

/// What was told before, and what is not to be told yet.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// Settings that begin with [`TOLD`].
    pub(super) told: BTreeMap<String, String>,
    pub(super) snoozed: BTreeMap<OrderId, Timestamp>,
    pub(super) silent_until: Option<Timestamp>,
    pub(super) last: Option<Last>,
    /// Reminders that are due, with their day.
    pub(super) reminders: Vec<(OrderName, String)>,
}

/// The last notice: when, and about which orders (none when there were too many).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Last {
    pub(super) at: Timestamp,
    pub(super) orders: Vec<String>,
}

/// What an order is told for; what presses most comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Matter {
    Overdue,
    Attention,
    /// It closes in so many days, 0 or 1.
    Day(i32),
    ThreeDays(i32),
    Asked,
    Declined,
    Approved,
    Reminder,
    Week(i32),
}

impl Matter {
    /// Its wish, of [`super::ABOUT`].
    fn about(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Attention => "attention",
            Self::Day(_) => "day",
            Self::ThreeDays(_) => "three_days",
            Self::Asked | Self::Declined | Self::Approved => "reviews",
            Self::Reminder => "reminders",
            Self::Week(_) => "week",
        }
    }

    /// The same for every number of days.
    fn kind(self) -> Self {
        match self {
            Self::Day(_) => Self::Day(0),
            Self::ThreeDays(_) => Self::ThreeDays(0),
            Self::Week(_) => Self::Week(0),
            other => other,
        }
    }
}

/// Everything that is told at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Summary {
    /// How many orders for each kind of matter.
    pub(super) counts: BTreeMap<Matter, u32>,
    /// How many orders in all, each once.
    pub(super) orders: u32,
    /// What presses most.
    pub(super) first: (Matter, OrderName),
}

impl Summary {
    pub(super) fn leads_to(&self) -> NoticeTarget {
        if self.orders == 1 {
            return NoticeTarget::Order(self.first.1.id.to_string());
        }
        let only = |matter| self.counts.len() == 1 && self.counts.contains_key(&matter);
        NoticeTarget::View(if only(Matter::Overdue) {
            "overdue"
        } else if only(Matter::Attention) {
            "needs_attention"
        } else if only(Matter::Asked) {
            "to_review"
        } else {
            "inbox"
        })
    }
}

/// What to say, and what is told by that.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) summary: Option<Summary>,
    pub(super) telling: Telling,
}

/// Plans what is told now. What nobody wishes to hear of counts as told: switched on later, it is
/// not told after the event.
pub(super) fn plan(facts: NoticeFacts, known: &Known, wishes: &Wishes, at: &Moment) -> Plan {
    if !wishes.on || must_wait(known, wishes, at) {
        return Plan::default();
    }
    let awake = |id: &OrderId| known.snoozed.get(id).is_none_or(|until| *until <= at.now);
    let mut telling = Telling::default();
    let mut matters: Vec<(Matter, OrderName)> = Vec::new();
    for deadline in &facts.deadlines {
        let order = &deadline.order;
        if awake(&order.id) {
            let told = (order.id.clone(), Some(deadline.passed));
            telling.deadlines.push(told);
            if is_wanted(deadline, wishes) {
                matters.push((matter(deadline, at.now), order.clone()));
            }
        }
    }
    let mut current = BTreeSet::new();
    for (matter, order, mark) in others(facts, known) {
        let key = told_key(matter.about(), &order.id);
        current.insert(key.clone());
        if known.told.get(&key) != Some(&mark) && awake(&order.id) {
            telling.settings.insert(key, Some(mark));
            if wishes.about.contains(matter.about()) {
                matters.push((matter, order));
            }
        }
    }
    let gone = known.told.keys().filter(|key| !current.contains(*key));
    let over = known.snoozed.iter().filter(|(_, until)| **until <= at.now);
    let forgotten = gone.cloned().chain(over.map(|(id, _)| snooze_key(id)));
    telling.settings.extend(forgotten.map(|key| (key, None)));
    let summary = summary(matters);
    if let Some((_, orders)) = &summary {
        let last = last(at.now, orders);
        telling.settings.insert(LAST.to_owned(), last);
    }
    Plan {
        summary: summary.map(|(summary, _)| summary),
        telling,
    }
}

/// The key of what was told of an order.
pub(super) fn told_key(about: &str, id: &OrderId) -> String {
    format!("{TOLD}{about}.{id}")
}

/// The key under which it stands until when an order is silent.
pub(super) fn snooze_key(id: &OrderId) -> String {
    format!("{SNOOZED}{id}")
}

fn last(now: Timestamp, orders: &BTreeSet<OrderId>) -> Option<String> {
    let few = orders.len() <= KEPT;
    let last = Last {
        at: now,
        orders: orders
            .iter()
            .filter(|_| few)
            .map(ToString::to_string)
            .collect(),
    };
    serde_json::to_string(&last).ok()
}

fn must_wait(known: &Known, wishes: &Wishes, at: &Moment) -> bool {
    let hour = at.now.to_zoned(at.zone.clone()).hour();
    let night = hour >= NIGHT.0 || hour < NIGHT.1;
    let shortly_after = known.last.as_ref().is_some_and(|last| {
        // A clock that was set back silences nothing.
        last.at <= at.now && at.now.duration_since(last.at) < GAP
    });
    known.silent_until.is_some_and(|until| at.now < until)
        || (wishes.quiet_at_night && night)
        || shortly_after
}

/// What is told beside deadlines, with what tells one time from the next.
fn others(facts: NoticeFacts, known: &Known) -> Vec<(Matter, OrderName, String)> {
    let attention = facts.attention.into_iter();
    let asked = facts.asked.into_iter();
    let answered = facts.answered.into_iter();
    let reminders = known.reminders.iter().cloned();
    attention
        .map(|order| (Matter::Attention, order, String::new()))
        .chain(asked.map(|(order, review)| (Matter::Asked, order, review)))
        .chain(answered.map(|one| {
            let matter = if one.approved {
                Matter::Approved
            } else {
                Matter::Declined
            };
            // The same review is asked of one person and answered for another.
            (matter, one.order, one.review)
        }))
        .chain(reminders.map(|(order, on)| (Matter::Reminder, order, on)))
        .collect()
}

/// Whether somebody wants to hear of a mark that was passed since the last one that was told.
fn is_wanted(deadline: &ToldDeadline, wishes: &Wishes) -> bool {
    let wants = |stage: DeadlineStage| wishes.about.contains(stage.as_str());
    if deadline.passed == DeadlineStage::Overdue {
        return wants(DeadlineStage::Overdue);
    }
    let is_short = deadline
        .mailed_at
        .is_some_and(|mailed| deadline.closes_at.duration_since(mailed) <= SHORT);
    DeadlineStage::ALL
        .into_iter()
        .filter(|stage| Some(*stage) > deadline.told && *stage <= deadline.passed)
        .filter(|stage| *stage != DeadlineStage::Week || !is_short)
        .any(wants)
}

fn matter(deadline: &ToldDeadline, now: Timestamp) -> Matter {
    let zone = deadline.contact_zone.as_deref();
    let closes_at = Some(deadline.closes_at);
    let days = deadline_of(&Status::AwaitingDetails, closes_at, zone, now).days;
    let days = days.unwrap_or_default();
    match deadline.passed {
        DeadlineStage::Overdue => Matter::Overdue,
        DeadlineStage::Day => Matter::Day(days),
        DeadlineStage::ThreeDays => Matter::ThreeDays(days),
        DeadlineStage::Week => Matter::Week(days),
    }
}

/// All matters as one, and the orders they are about.
fn summary(mut matters: Vec<(Matter, OrderName)>) -> Option<(Summary, BTreeSet<OrderId>)> {
    // Stable: what closes first stays first among equals.
    matters.sort_by_key(|(matter, _)| *matter);
    let orders: BTreeSet<OrderId> = matters.iter().map(|(_, order)| order.id.clone()).collect();
    let mut counts = BTreeMap::new();
    for (matter, _) in &matters {
        *counts.entry(matter.kind()).or_default() += 1;
    }
    let summary = Summary {
        counts,
        orders: u32::try_from(orders.len()).unwrap_or(u32::MAX),
        first: matters.into_iter().next()?,
    };
    Some((summary, orders))
}

#[cfg(test)]
mod tests;
