//! The words of a notice.

use super::plan::{Matter, Summary};
use crate::Words;

/// The first line: what is with the one order, or how many there are.
pub(super) fn title(summary: &Summary, words: &Words) -> String {
    let (matter, order) = &summary.first;
    let number = ("number", order.number.as_str());
    if summary.orders > 1 {
        return words.counting("notice-many", &[], &[("count", summary.orders.into())]);
    }
    match matter {
        Matter::Day(days) | Matter::ThreeDays(days) | Matter::Week(days) => {
            words.counting("notice-one-closes", &[number], &[("days", (*days).into())])
        }
        other => words.with(&format!("notice-one-{}", code(*other)), &[number]),
    }
}

/// Whose order it is; of several how many are what, and the first of them.
pub(super) fn text(summary: &Summary, words: &Words) -> String {
    let (_, order) = &summary.first;
    if summary.orders == 1 {
        return order.customer.clone();
    }
    let parts: Vec<String> = summary
        .counts
        .iter()
        .map(|(matter, count)| {
            let id = format!("notice-count-{}", code(*matter));
            words.counting(&id, &[], &[("count", (*count).into())])
        })
        .collect();
    words.with(
        "notice-many-text",
        &[
            ("parts", &parts.join(", ")),
            ("number", order.number.as_str()),
            ("customer", &order.customer),
        ],
    )
}

fn code(matter: Matter) -> &'static str {
    match matter {
        Matter::Overdue => "overdue",
        Matter::Attention => "attention",
        Matter::Day(_) => "day",
        Matter::ThreeDays(_) => "three-days",
        Matter::Asked => "asked",
        Matter::Declined => "declined",
        Matter::Approved => "approved",
        Matter::Reminder => "reminder",
        Matter::Week(_) => "week",
    }
}
