//! What may have to be told, and what was.

use jiff::SignedDuration;
use turnup_domain::{
    Order, Status,
    order::ReviewState,
    state::{DeadlineStage, View},
};

use super::samples::{
    Desk, ME, changed, confirmation, desk, everything, minutes, now, numbers, order, refusal,
    review,
};
use crate::{ListQuery, Telling, notices::NEARER};

const DAY: i64 = 24 * 60;

fn closing(number: u32, within: i64) -> Order {
    let mut order = order(number);
    order.closes_at = Some(minutes(within));
    order.contact.time_zone = None;
    order
}

fn told(orders: &[(&Order, DeadlineStage)]) -> Telling {
    Telling {
        deadlines: orders
            .iter()
            .map(|(order, stage)| (order.id.clone(), Some(*stage)))
            .collect(),
        ..Telling::default()
    }
}

#[test]
fn a_deadline_is_told_at_each_mark_until_it_was() {
    let desk = desk();
    let orders = [
        closing(1, 20 * DAY),
        closing(2, 6 * DAY),
        closing(3, 2 * DAY),
        closing(4, 60),
        closing(5, -5),
    ];
    desk.import(&orders);
    let passed = |desk: &Desk, days: i64| -> Vec<_> {
        let then = now() + SignedDuration::from_hours(24 * days);
        let facts = desk.notice_facts(ME, then).unwrap();
        let marks = facts.deadlines.into_iter();
        marks.map(|one| (one.order.id, one.passed)).collect()
    };
    let at = |number: usize, stage| (orders[number - 1].id.clone(), stage);
    let first = vec![
        at(5, DeadlineStage::Overdue),
        at(4, DeadlineStage::Day),
        at(3, DeadlineStage::ThreeDays),
        at(2, DeadlineStage::Week),
    ];
    assert_eq!(passed(&desk, 0), first);
    assert_eq!(passed(&desk, 0), first, "nothing was told yet");
    desk.tell(&told(&[
        (&orders[4], DeadlineStage::Overdue),
        (&orders[3], DeadlineStage::Day),
        (&orders[2], DeadlineStage::ThreeDays),
        (&orders[1], DeadlineStage::Week),
    ]))
    .unwrap();
    assert_eq!(passed(&desk, 0), []);
    let desk = desk.reopen();
    assert_eq!(passed(&desk, 0), [], "a restart repeats nothing");
    let (four, three, two) = (
        at(4, DeadlineStage::Overdue),
        at(3, DeadlineStage::Day),
        at(2, DeadlineStage::Week),
    );
    assert_eq!(passed(&desk, 1), [four.clone(), three]);
    assert!(!passed(&desk, 2).contains(&two));
    assert_eq!(passed(&desk, 14).last(), Some(&at(1, DeadlineStage::Week)));
    // Told anew: whoever wanted to hear of it later hears of it again.
    let anew = Telling {
        deadlines: vec![(orders[1].id.clone(), None)],
        ..Telling::default()
    };
    desk.tell(&anew).unwrap();
    assert_eq!(passed(&desk, 0), [two]);
}

#[test]
fn a_deadline_that_moves_is_told_anew_and_one_that_stays_is_not() {
    let desk = desk();
    let before = closing(1, 2 * DAY);
    desk.import(std::slice::from_ref(&before));
    desk.tell(&told(&[(&before, DeadlineStage::ThreeDays)]))
        .unwrap();
    let mut noted = changed(&before);
    noted.note = "Called them".to_owned();
    desk.put_order(&noted, now()).unwrap();
    assert_eq!(desk.notice_facts(ME, now()).unwrap().deadlines, []);
    let mut moved = changed(&noted);
    moved.closes_at = Some(minutes(3 * DAY));
    desk.put_order(&moved, now()).unwrap();
    assert_eq!(desk.notice_facts(ME, now()).unwrap().deadlines.len(), 1);
}

#[test]
fn nobody_is_told_of_what_is_somebody_elses_or_over() {
    let desk = desk();
    let mut orders: Vec<_> = (1..=5).map(|number| closing(number, 60)).collect();
    orders[0].assignee = Some("bo@andaluza.example".to_owned());
    orders[1].assignee = Some(" ANA@andaluza.example".to_owned());
    orders[2].status = Status::Mapped;
    orders[3].status = Status::Closed;
    orders[4].closes_at = None;
    desk.import(&orders);
    let facts = desk.notice_facts(ME, now()).unwrap();
    let told: Vec<_> = facts.deadlines.iter().map(|one| &one.order.id).collect();
    assert_eq!(told, [&orders[1].id]);
}

#[test]
fn reviews_are_told_to_who_is_asked_and_to_who_asked() {
    let desk = desk();
    let mut orders = Vec::new();
    for (number, reviewer, asked_by, state) in [
        (1, ME, "bo@andaluza.example", ReviewState::Pending),
        (2, "bo@andaluza.example", ME, ReviewState::Pending),
        (
            3,
            "bo@andaluza.example",
            " Ana@Andaluza.example",
            ReviewState::Approved,
        ),
        (4, "bo@andaluza.example", ME, ReviewState::Declined),
        (5, "bo@andaluza.example", ME, ReviewState::Withdrawn),
        (
            6,
            "bo@andaluza.example",
            "eva@andaluza.example",
            ReviewState::Approved,
        ),
    ] {
        let mut order = closing(number, 30 * DAY);
        let mut asked = review();
        asked.reviewer = reviewer.to_owned();
        asked.asked_by = asked_by.to_owned();
        asked.state = state;
        order.review = Some(asked);
        orders.push(order);
    }
    desk.import(&orders);
    let facts = desk.notice_facts(ME, now()).unwrap();
    let asked: Vec<_> = facts.asked.iter().map(|(order, _)| &order.id).collect();
    assert_eq!(asked, [&orders[0].id]);
    let answered: Vec<_> = facts
        .answered
        .iter()
        .map(|one| (&one.order.id, one.approved))
        .collect();
    assert_eq!(answered, [(&orders[2].id, true), (&orders[3].id, false)]);
    assert_eq!(facts.answered[0].review, review().id.to_string());
}

#[test]
fn each_order_that_calls_for_a_person_is_counted_once() {
    let desk = desk();
    let mut orders: Vec<_> = (1..=6).map(|number| closing(number, 30 * DAY)).collect();
    orders[0].closes_at = Some(minutes(-5));
    orders[1].closes_at = Some(minutes(-5));
    orders[1].assignee = Some("bo@andaluza.example".to_owned());
    orders[2].closes_at = Some(now());
    let mut asked = review();
    asked.reviewer = ME.to_owned();
    asked.state = ReviewState::Pending;
    orders[0].review = Some(asked.clone());
    orders[3].review = Some(asked);
    desk.import(&orders);
    assert_eq!(desk.calling(ME, now()).unwrap(), 2);
    for order in [&orders[0], &orders[3], &orders[4]] {
        let entries = desk.queue(order, &confirmation());
        desk.park(entries[0].id, &refusal("mapping_refused"), None, now())
            .unwrap();
    }
    assert_eq!(desk.calling(ME, now()).unwrap(), 3);
}

#[test]
fn the_overdue_are_a_view_of_their_own() {
    let desk = desk();
    let orders = [
        closing(1, -5),
        closing(2, 5),
        closing(3, 0),
        closing(4, -3 * DAY),
    ];
    desk.import(&orders);
    let overdue = |now| {
        let query = ListQuery {
            view: View::Overdue,
            now,
            ..everything()
        };
        numbers(&desk.list(&query).unwrap())
    };
    assert_eq!(overdue(now()), ["4410-100004", "4410-100001"]);
    assert_eq!(desk.counts(ME, now()).unwrap().overdue, 2);
    let later = now() + SignedDuration::from_mins(15);
    assert_eq!(overdue(later).len(), 4);
    assert_eq!(desk.counts(ME, later).unwrap().overdue, 4);
}

#[test]
fn a_look_reads_only_what_may_have_passed_another_mark() {
    let desk = desk();
    let connection = rusqlite::Connection::open(desk.path()).unwrap();
    let explain = format!("EXPLAIN QUERY PLAN {NEARER}");
    let mut statement = connection.prepare(&explain).unwrap();
    let plan: Vec<String> = statement
        .query_map(rusqlite::params![0, 1_i64, ME], |row| row.get(3))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(
        plan,
        ["SEARCH o USING INDEX orders_to_tell (told=? AND deadline_key<?)"]
    );
}
