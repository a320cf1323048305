//! What the list's columns hold of an order's document.

use jiff::Timestamp;
use turnup_domain::{Order, Status, state::closing_at};

use super::moments::Moments;
use crate::search;

/// Bits of a deadline key that hold the row.
const ROW_BITS: u32 = 28;
/// Bits that hold the closing second.
const SECOND_BITS: u32 = 34;
/// Every bit of a row.
pub(crate) const LAST_ROW: i64 = (1 << ROW_BITS) - 1;
const LAST_SECOND: i64 = (1 << SECOND_BITS) - 1;

/// From here on are the keys of orders that wait for nothing.
pub(crate) const FIRST_RESTING_KEY: i64 = 1 << (ROW_BITS + SECOND_BITS);

/// Keys in the order of the list: what closes first, then what waits for nothing. An order
/// without a deadline comes last of its part.
pub(crate) fn deadline_key(order: &Order, row: i64) -> i64 {
    let closing = closing_at(order);
    let part = if closing.is_none() {
        FIRST_RESTING_KEY
    } else {
        0
    };
    part | first_key_at(closing.or(order.closes_at)) | row
}

/// The first key of a closing time (or of none) among those that wait.
pub(crate) fn first_key_at(closing: Option<Timestamp>) -> i64 {
    closing.map_or(LAST_SECOND, |at| at.as_second().clamp(0, LAST_SECOND)) << ROW_BITS
}

/// The row that a key belongs to.
pub(crate) fn row_of_key(key: i64) -> i64 {
    key & LAST_ROW
}

/// Part of a view: 0 open, 1 provisioned, 2 over.
pub(crate) fn stage(status: &Status) -> i64 {
    match status {
        Status::Provisioned | Status::ProvisionedWithErrors => 1,
        status if status.is_open() => 0,
        _ => 2,
    }
}

/// Who works on it, as "mine or nobody's" compares it.
pub(crate) fn person(email: Option<&str>) -> String {
    email.unwrap_or_default().trim().to_ascii_lowercase()
}

/// Of whom a review is asked, as "asked of me" compares it.
pub(crate) fn reviewer(email: Option<&str>) -> String {
    email.unwrap_or_default().trim().to_lowercase()
}

/// Kinds of service in the order of the lines, each between line feeds.
pub(crate) fn services(order: &Order) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    let named = order.lines.iter().map(|line| &line.service);
    for kind in named.chain(order.services.iter().map(|progress| &progress.kind)) {
        if !kind.as_str().contains('\n') && !kinds.contains(&kind.as_str()) {
            kinds.push(kind.as_str());
        }
    }
    if kinds.is_empty() {
        String::new()
    } else {
        format!("\n{}\n", kinds.join("\n"))
    }
}

/// Everything that is derived from a document.
pub(crate) struct Columns {
    pub(crate) key: i64,
    pub(crate) stage: i64,
    pub(crate) assignee: String,
    pub(crate) reviewer: String,
    pub(crate) answered: String,
    pub(crate) customer_sort: String,
    pub(crate) services: String,
    pub(crate) moments: Moments,
}

impl Columns {
    pub(crate) fn of(order: &Order, row: i64) -> Self {
        Self {
            key: deadline_key(order, row),
            stage: stage(&order.status),
            assignee: person(order.assignee.as_deref()),
            reviewer: reviewer(order.asked_review().map(|review| review.reviewer.as_str())),
            answered: reviewer(
                order
                    .answered_review()
                    .map(|review| review.asked_by.as_str()),
            ),
            customer_sort: search::fold_for_sorting(&order.end_customer.company),
            services: services(order),
            moments: Moments::of(order),
        }
    }
}
