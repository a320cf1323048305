//! What a waiting act is based on, while the order goes on.

use serde_json::{Value, json};
use turnup_domain::Order;

use super::samples::{self, desk, now, order};
use crate::OutboxKind;

type Change = fn(&mut Order);

/// Whether the act behind another follows an answer that differs so from what both are based on.
fn follows(first: (OutboxKind, Value), behind: (OutboxKind, Value), change: Change) -> bool {
    let desk = desk();
    desk.import(&[order(1)]);
    // An attempted note is not replaced by the one behind it.
    let first = desk.queue(&order(1), &[first]).remove(0);
    desk.begin_attempt(first.id, now()).unwrap();
    let behind = desk.queue(&order(1), &[behind]).remove(0);
    let mut answer = order(1);
    answer.revision += 2;
    change(&mut answer);
    desk.accepted(first.id, &answer, now()).unwrap();
    let behind = desk.outbox_entry(behind.id).unwrap().unwrap();
    assert!(behind.base_revision == 7 || behind.base_revision == answer.revision);
    behind.base_revision == answer.revision
}

fn note(text: &str) -> (OutboxKind, Value) {
    (OutboxKind::Note, json!({"note": text}))
}

#[test]
fn an_act_follows_an_answer_in_which_nothing_is_new_to_it() {
    use OutboxKind::{Handover, Mapping, Note, Resend, Review, Setup, Verdict};
    let assignee: Change = |order| order.assignee = Some("bo@andaluza.example".into());
    let other_note: Change = |order| order.note = "theirs".into();
    let contact: Change = |order| order.contact.email = "bo@andaluza.example".into();
    let lines: Change = |order| order.lines[0].quantity += 1;
    let customer: Change = |order| order.end_customer.company = "Another".into();
    let asked: Change = |order| order.review = Some(samples::review());
    let table = [
        (Mapping, assignee, true),
        (Mapping, other_note, true),
        (Mapping, lines, false),
        (Mapping, customer, false),
        (Setup, contact, true),
        (Setup, lines, false),
        (Setup, customer, false),
        (Handover, other_note, true),
        (Handover, contact, false),
        (Note, lines, true),
        (Note, other_note, false),
        (Review, lines, true),
        (Review, asked, false),
        (Verdict, asked, true),
    ];
    for (place, (kind, change, expected)) in table.into_iter().enumerate() {
        let (resend, behind) = ((Resend, json!({})), (kind, json!({})));
        assert_eq!(
            follows(resend, behind, change),
            expected,
            "{place}: {kind:?}"
        );
    }
    // Whatever changed, the e-mail can be sent again.
    assert!(follows(note("mine"), (Resend, json!({})), lines));
}

#[test]
fn a_note_follows_the_own_note_before_it() {
    let behind = |change: Change| follows(note("one"), note("two"), change);
    assert!(behind(|order| order.note = "one".into()));
    assert!(!behind(|order| order.note = "theirs".into()));
}

/// Whether an act that waits alone goes on with a change that the feed brings.
fn goes_on(act: (OutboxKind, Value), change: Change) -> bool {
    let desk = desk();
    desk.import(&[order(1)]);
    let act = desk.queue(&order(1), &[act]).remove(0);
    let mut news = order(1);
    news.revision += 1;
    news.sequence += 1;
    change(&mut news);
    desk.import(&[news]);
    desk.outbox_entry(act.id).unwrap().unwrap().base_revision == 8
}

#[test]
fn an_act_goes_on_with_changes_that_are_no_matter_to_it() {
    let mapped: Change = |order| order.status = "mapped".into();
    let at_work: Change = |order| order.status = "provisioning".into();
    let act = |kind| (kind, json!({}));
    assert!(goes_on(note("mine"), mapped));
    assert!(!goes_on(note("mine"), |order| order.note = "theirs".into()));
    assert!(goes_on(act(OutboxKind::Setup), mapped));
    assert!(!goes_on(act(OutboxKind::Setup), at_work));
    assert!(!goes_on(act(OutboxKind::Mapping), mapped));
}

#[test]
fn an_own_note_that_the_feed_brings_before_its_answer_is_no_news() {
    let desk = desk();
    desk.import(&[order(1)]);
    let first = desk.queue(&order(1), &[note("one")]).remove(0);
    desk.begin_attempt(first.id, now()).unwrap();
    desk.retry_later(first.id, now(), true, None, now())
        .unwrap();
    let second = desk.queue(&order(1), &[note("two")]).remove(0);
    let mut ours = order(1);
    ours.revision += 1;
    ours.note = "one".into();
    desk.import(&[ours.clone()]);
    desk.accepted(first.id, &ours, now()).unwrap();
    let second = desk.outbox_entry(second.id).unwrap().unwrap();
    assert_eq!(second.base_revision, 8);
}

#[test]
fn an_act_does_not_follow_from_an_order_that_it_was_not_based_on() {
    let desk = desk();
    desk.import(&[order(1)]);
    let acts = [(OutboxKind::Resend, json!({})), note("mine")];
    let [resend, note] = desk.queue(&order(1), &acts).try_into().unwrap();
    // A colleague's note is in the mirror by now, but was not when this one was written.
    let mut theirs = order(1);
    theirs.revision += 1;
    theirs.note = "theirs".into();
    desk.import(&[theirs.clone()]);
    desk.begin_attempt(resend.id, now()).unwrap();
    desk.accepted(resend.id, &theirs, now()).unwrap();
    let note = desk.outbox_entry(note.id).unwrap().unwrap();
    assert_eq!(note.base_revision, 7);
}
