#![allow(clippy::unwrap_used)]
use jiff::Timestamp;

use super::*;
use crate::{order::Status, testing::OrderBuilder};

const AFTER: &str = "after_point_of_no_return";
const BEFORE: &str = "before_point_of_no_return";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Every allowed transition; whatever is not listed must be refused.
const ALLOWED: &[(Status, Act, Status)] = &[
    (Status::AwaitingDetails, Act::Map, Status::Mapped),
    (
        Status::AwaitingDetails,
        Act::MapWithApproval,
        Status::AwaitingApproval,
    ),
    (
        Status::AwaitingDetails,
        Act::MapCustomerSetsUp,
        Status::CustomerSetsUp,
    ),
    (Status::AwaitingDetails, Act::HandOver, Status::HandedOver),
    (Status::AwaitingDetails, Act::Close, Status::Closed),
    (Status::AwaitingDetails, Act::Cancel, Status::Cancelled),
    (Status::AwaitingApproval, Act::Approve, Status::Mapped),
    (
        Status::AwaitingApproval,
        Act::ApproveCustomerSetsUp,
        Status::CustomerSetsUp,
    ),
    (
        Status::AwaitingApproval,
        Act::Decline,
        Status::AwaitingDetails,
    ),
    (Status::AwaitingApproval, Act::Cancel, Status::Cancelled),
    (Status::Mapped, Act::SetUpNow, Status::Provisioning),
    (Status::Mapped, Act::SetUpLater, Status::Deferred),
    (Status::Mapped, Act::Cancel, Status::Cancelled),
    (Status::Deferred, Act::SetUpNow, Status::Provisioning),
    (Status::Deferred, Act::SetUpLater, Status::Deferred),
    (Status::Deferred, Act::Cancel, Status::Cancelled),
    (Status::CustomerSetsUp, Act::Cancel, Status::Cancelled),
    (Status::Provisioning, Act::Succeed, Status::Provisioned),
    (
        Status::Provisioning,
        Act::SucceedRestLater,
        Status::Deferred,
    ),
    (
        Status::Provisioning,
        Act::SucceedWithErrors,
        Status::ProvisionedWithErrors,
    ),
    (Status::Provisioning, Act::Fail, Status::Failed),
    (
        Status::ProvisionedWithErrors,
        Act::Retry,
        Status::Provisioning,
    ),
    (Status::Failed, Act::Retry, Status::Provisioning),
    (Status::HandedOver, Act::Close, Status::Closed),
    (Status::HandedOver, Act::Cancel, Status::Cancelled),
];

#[test]
fn every_pair_of_status_and_act_is_either_a_listed_transition_or_refused() {
    for status in Status::KNOWN {
        for act in Act::KNOWN {
            let listed = ALLOWED
                .iter()
                .find(|(from, by, _)| from == status && by == act);
            let expected = listed.map(|(_, _, to)| to.clone());
            assert_eq!(status.after(act).ok(), expected, "{status} after {act}");
        }
    }
}

#[test]
fn a_refusal_says_what_stands_in_the_way() {
    let cases = [
        (Status::AwaitingDetails, Act::SetUpNow, BEFORE),
        (Status::AwaitingDetails, Act::SetUpLater, BEFORE),
        (Status::AwaitingDetails, Act::Retry, "nothing_to_retry"),
        (Status::AwaitingApproval, Act::Map, "awaiting_approval"),
        (Status::AwaitingApproval, Act::SetUpNow, "awaiting_approval"),
        (Status::AwaitingApproval, Act::HandOver, AFTER),
        (Status::Mapped, Act::Map, AFTER),
        (Status::Mapped, Act::MapCustomerSetsUp, AFTER),
        (Status::Mapped, Act::HandOver, AFTER),
        (Status::Mapped, Act::Retry, "nothing_to_retry"),
        (Status::CustomerSetsUp, Act::SetUpNow, AFTER),
        (Status::Provisioning, Act::SetUpNow, "operation_in_progress"),
        (Status::Provisioning, Act::Retry, "operation_in_progress"),
        (Status::Provisioning, Act::Cancel, "operation_in_progress"),
        (Status::Provisioning, Act::HandOver, AFTER),
        (Status::Provisioned, Act::Retry, "nothing_to_retry"),
        (Status::Provisioned, Act::SetUpNow, AFTER),
        (Status::HandedOver, Act::Map, "order_handed_over"),
        (Status::Closed, Act::Map, "order_closed"),
        (Status::Closed, Act::Cancel, "order_closed"),
        (Status::Cancelled, Act::SetUpNow, "order_cancelled"),
        (Status::Unknown("frozen_by_moon".into()), Act::Map, AFTER),
    ];
    for (status, act, code) in cases {
        assert_eq!(status.after(&act), Err(code), "{status} after {act}");
    }
}

#[test]
fn a_review_is_asked_as_long_as_the_order_can_be_handed_over() {
    let cases = [
        (Status::AwaitingDetails, Ok(())),
        (Status::AwaitingApproval, Err(AFTER)),
        (Status::Mapped, Err(AFTER)),
        (Status::Provisioned, Err(AFTER)),
        (Status::HandedOver, Err("order_handed_over")),
        (Status::Closed, Err("order_closed")),
        (Status::Cancelled, Err("order_cancelled")),
        (Status::from("paused"), Err(AFTER)),
    ];
    for (status, expected) in cases {
        assert_eq!(status.takes_review(), expected, "{status}");
    }
}

#[test]
fn an_act_of_a_newer_service_is_refused_everywhere() {
    for status in Status::KNOWN {
        assert!(
            status.after(&Act::Unknown("teleport".into())).is_err(),
            "{status}"
        );
    }
}

#[test]
fn open_and_past_the_point_of_no_return_are_said_of_every_status() {
    let cases = [
        (Status::AwaitingDetails, true, false),
        (Status::AwaitingApproval, true, true),
        (Status::Mapped, true, true),
        (Status::Deferred, true, true),
        (Status::CustomerSetsUp, true, true),
        (Status::Provisioning, true, true),
        (Status::Provisioned, false, true),
        (Status::ProvisionedWithErrors, false, true),
        (Status::Failed, true, true),
        (Status::HandedOver, false, false),
        (Status::Closed, false, false),
        (Status::Cancelled, false, false),
        (Status::Unknown("new_word".into()), true, false),
    ];
    assert_eq!(cases.len(), Status::KNOWN.len() + 1);
    for (status, open, past) in cases {
        assert_eq!(
            (status.is_open(), status.is_past_point_of_no_return()),
            (open, past),
            "{status}"
        );
    }
}

#[test]
fn the_local_state_is_the_first_that_needs_somebody() {
    for bits in 0..16_u8 {
        let facts = LocalFacts {
            parked: bits & 8 != 0,
            sending: bits & 4 != 0,
            pending: bits & 2 != 0,
            draft: bits & 1 != 0,
        };
        let expected = match bits {
            8.. => LocalState::NeedsAttention,
            4.. => LocalState::Sending,
            2.. => LocalState::Queued,
            1 => LocalState::Draft,
            0 => LocalState::Clean,
        };
        assert_eq!(local_state(facts), expected, "{facts:?}");
    }
}

#[test]
fn days_are_counted_on_the_calendar_of_the_contact() {
    let madrid = Some("Europe/Madrid");
    let auckland = Some("Pacific/Auckland");
    let now = "2026-11-22T09:40:00Z";
    let cases: &[(Option<&str>, &str, &str, i32, Urgency)] = &[
        (madrid, "2026-11-25T22:59:59Z", now, 3, Urgency::Soon),
        (madrid, "2026-11-25T23:00:00Z", now, 4, Urgency::Near),
        (madrid, "2026-11-29T22:59:59Z", now, 7, Urgency::Near),
        (madrid, "2026-11-29T23:00:00Z", now, 8, Urgency::Far),
        (madrid, "2026-11-22T22:59:59Z", now, 0, Urgency::Soon),
        (madrid, "2026-11-22T09:39:59Z", now, 0, Urgency::Overdue),
        (madrid, "2026-11-22T09:40:00Z", now, 0, Urgency::Soon),
        (madrid, "2026-11-20T22:59:59Z", now, -2, Urgency::Overdue),
        (auckland, "2026-11-25T22:59:59Z", now, 4, Urgency::Near),
        (auckland, "2026-11-25T10:59:59Z", now, 3, Urgency::Soon),
        // Around midnight there, it is still the day before in UTC.
        (
            auckland,
            "2026-11-23T10:59:59Z",
            "2026-11-22T12:00:00Z",
            0,
            Urgency::Soon,
        ),
        // The night in which the clocks go back is an hour longer, but one day.
        (
            madrid,
            "2026-10-25T22:59:59Z",
            "2026-10-24T22:30:00Z",
            0,
            Urgency::Soon,
        ),
        (None, "2026-11-25T23:30:00Z", now, 3, Urgency::Soon),
        (
            Some("Mars/Olympus"),
            "2026-11-25T23:30:00Z",
            now,
            3,
            Urgency::Soon,
        ),
    ];
    for (zone, closes_at, now, days, urgency) in cases {
        let order = OrderBuilder::usual()
            .zone(*zone)
            .closes_at(closes_at)
            .build();
        let found = deadline(&order, at(now));
        assert_eq!(
            (found.days, &found.urgency),
            (Some(*days), urgency),
            "{zone:?} {closes_at} at {now}"
        );
        assert_eq!(found.closes_at, Some(at(closes_at)));
    }
}

#[test]
fn nothing_closes_an_order_that_is_mapped_or_over() {
    let now = at("2026-11-22T09:40:00Z");
    for status in Status::KNOWN {
        let order = OrderBuilder::usual()
            .status(status.clone())
            .closes_at("2026-11-21T10:00:00Z")
            .build();
        let closes = matches!(status, Status::AwaitingDetails | Status::AwaitingApproval);
        let found = deadline(&order, now);
        assert_eq!(found.urgency == Urgency::Overdue, closes, "{status}");
        assert_eq!(found.days.is_some(), closes, "{status}");
        assert_eq!(closing_at(&order).is_some(), closes, "{status}");
        assert!(
            found.closes_at.is_some(),
            "the service's word stays: {status}"
        );
    }
    let without = deadline(&OrderBuilder::usual().build(), now);
    assert_eq!(
        without,
        Deadline {
            closes_at: None,
            days: None,
            urgency: Urgency::None
        }
    );
}

#[test]
fn an_order_known_from_its_mail_closes_at_the_end_of_a_day_there() {
    let cases = [
        (
            "2026-11-18T08:12:00Z",
            7,
            Some("Europe/Madrid"),
            "2026-11-25T22:59:59Z",
        ),
        (
            "2026-11-18T23:30:00Z",
            7,
            Some("Europe/Madrid"),
            "2026-11-26T22:59:59Z",
        ),
        ("2026-11-18T08:12:00Z", 30, None, "2026-12-18T23:59:59Z"),
        (
            "2026-10-20T08:00:00Z",
            7,
            Some("Europe/Madrid"),
            "2026-10-27T22:59:59Z",
        ),
    ];
    for (sent, days, zone, closes) in cases {
        assert_eq!(
            closes_after_mail(at(sent), days, zone),
            at(closes),
            "{sent} {zone:?}"
        );
    }
    assert!(
        closes_after_mail(at("2026-11-18T08:12:00Z"), u32::MAX, None) > at("2027-01-01T00:00:00Z")
    );
}

#[test]
fn views_are_predicates_over_status_and_local_state() {
    let now = at("2026-11-22T09:40:00Z");
    let me = "ana@andaluza.example";
    let soon = "2026-11-24T22:59:59Z";
    let far = "2026-12-24T22:59:59Z";
    let passed = "2026-11-22T09:39:59Z";
    let open = Status::AwaitingDetails;
    let done = Status::ProvisionedWithErrors;
    type Case<'a> = (&'a Status, Option<&'a str>, &'a str, LocalState, &'a [View]);
    let cases: &[Case<'_>] = &[
        (&open, None, far, LocalState::Clean, &[View::Inbox]),
        (&open, Some(""), far, LocalState::Clean, &[View::Inbox]),
        (
            &open,
            Some("ANA@andaluza.example"),
            far,
            LocalState::Clean,
            &[View::Inbox],
        ),
        (
            &open,
            Some("luis@andaluza.example"),
            far,
            LocalState::Clean,
            &[],
        ),
        (
            &open,
            Some("luis@andaluza.example"),
            soon,
            LocalState::Clean,
            &[View::DueSoon],
        ),
        (
            &open,
            None,
            soon,
            LocalState::Draft,
            &[View::Inbox, View::DueSoon, View::Drafts],
        ),
        (
            &open,
            Some("luis@andaluza.example"),
            passed,
            LocalState::Clean,
            &[View::DueSoon, View::Overdue],
        ),
        (
            &Status::AwaitingApproval,
            None,
            passed,
            LocalState::Clean,
            &[View::Inbox, View::DueSoon, View::Overdue],
        ),
        (&done, None, passed, LocalState::Clean, &[View::Provisioned]),
        (
            &Status::Closed,
            None,
            passed,
            LocalState::NeedsAttention,
            &[View::NeedsAttention],
        ),
        (
            &open,
            None,
            far,
            LocalState::Queued,
            &[View::Inbox, View::Queue],
        ),
        (
            &open,
            None,
            far,
            LocalState::Sending,
            &[View::Inbox, View::Queue],
        ),
        (
            &open,
            None,
            far,
            LocalState::NeedsAttention,
            &[View::Inbox, View::NeedsAttention],
        ),
        (&done, None, soon, LocalState::Clean, &[View::Provisioned]),
        (
            &Status::Provisioned,
            None,
            soon,
            LocalState::Queued,
            &[View::Queue, View::Provisioned],
        ),
        (
            &Status::Failed,
            None,
            soon,
            LocalState::Clean,
            &[View::Inbox],
        ),
        (&Status::HandedOver, None, soon, LocalState::Clean, &[]),
        (
            &Status::Closed,
            None,
            soon,
            LocalState::NeedsAttention,
            &[View::NeedsAttention],
        ),
        (&Status::Cancelled, None, soon, LocalState::Clean, &[]),
        (
            &Status::Deferred,
            None,
            soon,
            LocalState::Clean,
            &[View::Inbox],
        ),
    ];
    for (status, assignee, closes_at, local, views) in cases {
        let order = OrderBuilder::usual()
            .status((*status).clone())
            .assignee(*assignee)
            .closes_at(closes_at)
            .build();
        for view in View::KNOWN {
            let expected = *view == View::All || views.contains(view);
            let shown = view.shows(&order, local, me, now);
            assert_eq!(
                shown, expected,
                "{view}: {status} {assignee:?} {closes_at} {local}"
            );
        }
    }
    let order = OrderBuilder::usual().build();
    assert!(!View::Unknown("galaxy".into()).shows(&order, &LocalState::Clean, me, now));
}
