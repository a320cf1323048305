//! The outbox: keys, chains, attempts, decisions.

use serde_json::json;

use super::samples::{Desk, ME, changed, confirmation, desk, minutes, note, now, order, refusal};
use crate::{EntryState, OutboxEntry, OutboxKind, StoreError};

fn ids(entries: &[OutboxEntry]) -> Vec<i64> {
    entries.iter().map(|entry| entry.id).collect()
}

#[test]
fn acts_are_queued_in_their_sequence_with_what_they_rest_on() {
    let desk = desk();
    desk.import(&[order(1)]);
    let evidence = json!({"from_cache": true});
    let queued = desk
        .store
        .enqueue(&order(1), &confirmation(), Some(&evidence), ME, minutes(2))
        .unwrap();
    let kinds: Vec<_> = queued.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [OutboxKind::Mapping, OutboxKind::Setup]);
    for entry in &queued {
        assert_eq!(entry.evidence.as_ref(), Some(&evidence));
        assert_eq!((entry.base_revision, entry.attempts), (7, 0));
        assert_eq!((entry.created_at, entry.actor.as_str()), (minutes(2), ME));
        assert_eq!(
            (entry.state, entry.unknown_outcome),
            (EntryState::Pending, false)
        );
    }
    assert_ne!(queued[0].intent_id, queued[1].intent_id);
    assert_eq!(desk.order(&order(1).id).unwrap().unwrap().outbox, queued);
}

#[test]
fn an_act_and_its_line_in_the_journal_are_written_together_or_not_at_all() {
    let desk = desk();
    desk.import(&[order(1)]);
    desk.queue(&order(1), &confirmation()[1..]);
    assert_eq!(desk.timeline(&order(1).id, 10).unwrap().len(), 1);
    // The mapping is fine, the set-up is there already: neither is queued.
    let refused = desk
        .store
        .enqueue(&order(1), &confirmation(), None, ME, now());
    assert!(matches!(refused, Err(StoreError::AlreadyQueued)));
    assert_eq!(desk.order(&order(1).id).unwrap().unwrap().outbox.len(), 1);
    assert_eq!(desk.timeline(&order(1).id, 10).unwrap().len(), 1);
}

#[test]
fn a_key_is_made_once_and_survives_attempts_and_reopening() {
    let desk = desk();
    desk.import(&[order(1)]);
    let key = desk.queue(&order(1), &confirmation())[0].intent_id.clone();
    let entry = desk.due_entries(now(), 9).unwrap().remove(0);
    desk.begin_attempt(entry.id, now()).unwrap();
    desk.retry_later(entry.id, minutes(1), true, None, now())
        .unwrap();
    let desk = desk.reopen();
    let again = desk.begin_attempt(entry.id, minutes(2)).unwrap();
    assert_eq!((again.intent_id, again.attempts), (key, 2));
}

#[test]
fn a_newer_note_replaces_one_that_was_never_attempted_under_a_new_key() {
    let desk = desk();
    desk.import(&[order(1)]);
    let note = |text: &str| [(OutboxKind::Note, json!({"note": text}))];
    let first = desk.queue(&order(1), &note("one")).remove(0);
    let second = desk.queue(&order(1), &note("two")).remove(0);
    assert_ne!(first.intent_id, second.intent_id);
    assert_eq!(desk.outbox_entry(first.id).unwrap(), None);
    desk.begin_attempt(second.id, now()).unwrap();
    desk.queue(&order(1), &note("three"));
    let texts: Vec<_> = desk
        .order(&order(1).id)
        .unwrap()
        .unwrap()
        .outbox
        .iter()
        .map(|entry| entry.payload["note"].clone())
        .collect();
    assert_eq!(texts, ["two", "three"]);
}

#[test]
fn a_newer_question_to_a_colleague_replaces_one_that_was_never_sent() {
    let desk = desk();
    desk.import(&[order(1)]);
    let asks = |of: &str| [(OutboxKind::Review, json!({"reviewer": of, "draft": {}}))];
    let verdict = [(OutboxKind::Verdict, json!({"review_id": "rev_1"}))];
    desk.queue(&order(1), &asks("bo@andaluza.example"));
    desk.queue(&order(1), &verdict);
    let asked = desk
        .queue(&order(1), &asks("luis@andaluza.example"))
        .remove(0);
    let kinds = |desk: &Desk| -> Vec<_> {
        let outbox = desk.order(&order(1).id).unwrap().unwrap().outbox;
        outbox.iter().map(|entry| entry.kind).collect()
    };
    assert_eq!(kinds(&desk), [OutboxKind::Verdict, OutboxKind::Review]);
    desk.take_back(desk.due_entries(now(), 9).unwrap().remove(0).id, now())
        .unwrap();
    // One that may have arrived is not replaced: it is waited for.
    desk.begin_attempt(asked.id, now()).unwrap();
    let again = desk.enqueue(&order(1), &asks("eva@andaluza.example"), None, "", now());
    assert!(matches!(again, Err(StoreError::AlreadyQueued)));
    assert_eq!(kinds(&desk), [OutboxKind::Review]);
}

#[test]
fn an_attempt_is_counted_before_anything_is_sent_and_only_at_the_head() {
    let desk = desk();
    desk.import(&[order(1)]);
    let queued = desk.queue(&order(1), &confirmation());
    assert!(matches!(
        desk.begin_attempt(queued[1].id, now()),
        Err(StoreError::NotFound)
    ));
    let begun = desk.begin_attempt(queued[0].id, now()).unwrap();
    assert_eq!((begun.attempts, begun.state), (1, EntryState::Sending));
    assert!(matches!(
        desk.begin_attempt(queued[0].id, now()),
        Err(StoreError::NotFound)
    ));
    assert!(matches!(
        desk.begin_attempt(4_711, now()),
        Err(StoreError::NotFound)
    ));
    assert_eq!(desk.due_entries(minutes(60), 9).unwrap(), []);
}

#[test]
fn a_clock_that_was_wrong_puts_off_nothing_for_longer_than_the_longest_wait() {
    let desk = desk();
    desk.import(&[order(1)]);
    let entry = desk.queue(&order(1), &confirmation()).remove(0);
    // The clock was a year ahead when the first attempt failed; then somebody set it right.
    let in_a_year = minutes(365 * 24 * 60);
    desk.begin_attempt(entry.id, in_a_year).unwrap();
    let minute = jiff::SignedDuration::from_mins(1);
    desk.retry_later(entry.id, in_a_year + minute, true, None, in_a_year)
        .unwrap();
    assert_eq!(ids(&desk.due_entries(now(), 9).unwrap()), [entry.id]);
    // A wait that the engine can really have asked for is kept.
    let longest = now() + crate::LONGEST_WAIT;
    desk.retry_later(entry.id, longest, true, None, now())
        .unwrap();
    assert_eq!(desk.due_entries(now(), 9).unwrap(), []);
    assert_eq!(ids(&desk.due_entries(longest, 9).unwrap()), [entry.id]);
}

#[test]
fn what_a_crash_left_sending_waits_with_an_unknown_outcome() {
    let desk = desk();
    desk.import(&[order(1), order(2)]);
    let entry = desk.queue(&order(1), &confirmation()).remove(0);
    desk.queue(&order(2), &confirmation());
    desk.begin_attempt(entry.id, now()).unwrap();

    let desk = desk.after_a_kill();
    let left = desk.interrupted_attempts().unwrap();
    assert_eq!(ids(&left), [entry.id]);
    assert_eq!(left[0].intent_id, entry.intent_id);
    assert_eq!((left[0].state, left[0].attempts), (EntryState::Pending, 1));
    assert!(left[0].unknown_outcome);
    assert_eq!(desk.state_of(&order(1)).as_str(), "queued");
    assert!(desk.due_entries(now(), 9).unwrap().contains(&left[0]));
    assert!(matches!(
        desk.take_back(entry.id, now()),
        Err(StoreError::MayHaveArrived)
    ));

    desk.begin_attempt(entry.id, now()).unwrap();
    assert_eq!(desk.interrupted_attempts().unwrap(), []);
    desk.integrity_check().unwrap();
}

#[test]
fn a_parked_head_holds_its_followers_back_and_no_other_order() {
    let desk = desk();
    desk.import(&[order(1), order(2)]);
    let first = desk.queue(&order(1), &confirmation());
    let second = desk.queue(&order(2), &confirmation());
    assert_eq!(
        ids(&desk.due_entries(now(), 9).unwrap()),
        [first[0].id, second[0].id]
    );
    assert_eq!(ids(&desk.due_entries(now(), 1).unwrap()), [first[0].id]);
    desk.begin_attempt(first[0].id, now()).unwrap();
    desk.park(first[0].id, &refusal("organization_changed"), None, now())
        .unwrap();
    assert_eq!(
        ids(&desk.due_entries(minutes(60), 9).unwrap()),
        [second[0].id]
    );
    assert_eq!(desk.waiting().unwrap(), (3, 1));
    let parked = desk.outbox_entry(first[0].id).unwrap().unwrap();
    assert_eq!(parked.problem, Some(refusal("organization_changed")));
}

#[test]
fn the_answer_to_an_act_is_what_its_followers_are_based_on() {
    let desk = desk();
    desk.import(&[order(1)]);
    let [mapping, setup] = desk.queue(&order(1), &confirmation()).try_into().unwrap();
    desk.begin_attempt(mapping.id, now()).unwrap();
    desk.accepted(mapping.id, &changed(&order(1)), now())
        .unwrap();
    let due = desk.due_entries(now(), 9).unwrap();
    assert_eq!(ids(&due), [setup.id]);
    assert_eq!(due[0].base_revision, 8);
    assert_eq!(due[0].intent_id, setup.intent_id);
    assert_eq!(desk.order(&order(1).id).unwrap().unwrap().order.revision, 8);
}

#[test]
fn an_entry_is_due_at_its_time_and_not_before() {
    let desk = desk();
    desk.import(&[order(1), order(2)]);
    assert_eq!(desk.next_due().unwrap(), None);
    let entry = desk.queue(&order(1), &confirmation()).remove(0);
    assert_eq!(desk.next_due().unwrap(), Some(now()));
    desk.begin_attempt(entry.id, now()).unwrap();
    assert_eq!(desk.next_due().unwrap(), None);
    let problem = refusal("unavailable");
    desk.retry_later(entry.id, minutes(5), false, Some(&problem), now())
        .unwrap();
    assert_eq!(desk.next_due().unwrap(), Some(minutes(5)));
    assert_eq!(desk.due_entries(minutes(4), 9).unwrap(), []);
    assert_eq!(
        desk.due_entries(minutes(5), 9).unwrap()[0].problem,
        Some(problem)
    );
}

#[test]
fn acts_are_taken_back_only_while_nothing_of_them_can_have_arrived() {
    type Past = fn(&super::samples::Desk, i64);
    let cases: [(&str, Past, bool); 6] = [
        ("never attempted", |_, _| {}, true),
        (
            "on its way",
            |desk, id| _ = desk.begin_attempt(id, now()).unwrap(),
            false,
        ),
        (
            "perhaps arrived",
            |desk, id| {
                desk.begin_attempt(id, now()).unwrap();
                desk.retry_later(id, minutes(1), true, None, now()).unwrap();
            },
            false,
        ),
        (
            "answered with a request to wait",
            |desk, id| {
                desk.begin_attempt(id, now()).unwrap();
                desk.retry_later(id, minutes(1), false, None, now())
                    .unwrap();
            },
            true,
        ),
        (
            "refused",
            |desk, id| {
                desk.begin_attempt(id, now()).unwrap();
                desk.park(id, &refusal("validation_failed"), None, now())
                    .unwrap();
            },
            true,
        ),
        (
            "held back before it was sent",
            |desk, id| {
                desk.park(id, &refusal("evidence_changed"), None, now())
                    .unwrap()
            },
            true,
        ),
    ];
    for (name, past, free) in cases {
        let desk = desk();
        desk.import(&[order(1)]);
        let draft = desk.draft(&order(1));
        let entry = desk.queue(&order(1), &confirmation()).remove(0);
        past(&desk, entry.id);
        let outcome = desk.take_back(entry.id, now());
        let after = desk.order(&order(1).id).unwrap().unwrap();
        if free {
            outcome.unwrap();
            assert_eq!(after.outbox, [], "{name}");
            assert_eq!(after.local_state.as_str(), "draft", "{name}");
        } else {
            assert!(matches!(outcome, Err(StoreError::MayHaveArrived)), "{name}");
            assert_eq!(after.outbox.len(), 2, "{name}");
        }
        assert_eq!(after.draft.unwrap().draft, draft, "{name}");
    }
}

#[test]
fn a_refused_act_is_tried_again_under_a_new_key() {
    let desk = desk();
    desk.import(&[order(1)]);
    let entry = desk.queue(&order(1), &confirmation()).remove(0);
    assert!(matches!(
        desk.unpark(entry.id, None, 7, now()),
        Err(StoreError::NotFound)
    ));
    desk.begin_attempt(entry.id, now()).unwrap();
    desk.park(
        entry.id,
        &refusal("revision_conflict"),
        Some(&changed(&order(1))),
        now(),
    )
    .unwrap();
    assert_eq!(desk.order(&order(1).id).unwrap().unwrap().order.revision, 8);
    let again = desk.unpark(entry.id, None, 8, now()).unwrap();
    assert_ne!(again.intent_id, entry.intent_id);
    assert_eq!((again.base_revision, again.attempts), (8, 0));
    assert_eq!((again.state, again.problem), (EntryState::Pending, None));
    assert_eq!(again.payload, entry.payload);
}

#[test]
fn an_act_that_was_never_sent_keeps_its_key_unless_it_asks_for_something_else() {
    let desk = desk();
    desk.import(&[order(1)]);
    let entry = desk.queue(&order(1), &confirmation()).remove(0);
    desk.park(entry.id, &refusal("evidence_changed"), None, now())
        .unwrap();
    let same = desk
        .unpark(entry.id, Some(&entry.payload), 7, now())
        .unwrap();
    assert_eq!(same.intent_id, entry.intent_id);
    desk.park(entry.id, &refusal("evidence_changed"), None, now())
        .unwrap();
    let other = json!({"own_company": true});
    let changed = desk.unpark(entry.id, Some(&other), 7, now()).unwrap();
    assert_ne!(changed.intent_id, entry.intent_id);
    assert_eq!(changed.payload, other);
}

#[test]
fn what_stands_for_itself_stays_in_the_queue_when_a_confirmation_is_taken_back() {
    let desk = desk();
    desk.import(&[order(1)]);
    let entries = desk.queue(&order(1), &confirmation());
    let note = desk.queue(&order(1), &[note("call first")]).remove(0);
    desk.take_back(entries[0].id, now()).unwrap();
    let left = desk.order(&order(1).id).unwrap().unwrap().outbox;
    assert_eq!(ids(&left), [note.id]);
    assert_eq!(desk.due_entries(now(), 9).unwrap(), left);
}

#[test]
fn the_queue_shows_what_needs_somebody_first_and_what_each_entry_waits_for() {
    let desk = desk();
    desk.import(&[order(1), order(2), order(3)]);
    let first = desk.queue(&order(1), &confirmation());
    let second = desk.queue(&order(2), &confirmation());
    let third = desk.queue(&order(3), &[note("a")]);
    desk.begin_attempt(first[0].id, now()).unwrap();
    desk.park(third[0].id, &refusal("order_closed"), None, now())
        .unwrap();
    desk.begin_attempt(second[0].id, now()).unwrap();
    desk.retry_later(second[0].id, minutes(5), true, None, now())
        .unwrap();

    let seen = |at| {
        let window = desk.store.queue(None, 0, 9, at).unwrap();
        assert_eq!(window.total, 5);
        let rows = window.rows.into_iter();
        rows.map(|row| (row.entry.id, row.waits_for.as_str()))
            .collect::<Vec<_>>()
    };
    let expected = |waits: &'static str| {
        vec![
            (third[0].id, "decision"),
            (first[0].id, "answer"),
            (first[1].id, "predecessor"),
            (second[0].id, waits),
            (second[1].id, "predecessor"),
        ]
    };
    assert_eq!(seen(now()), expected("time"));
    assert_eq!(seen(minutes(6)), expected("turn"));
    desk.retry_now(second[0].id, 1, now()).unwrap();
    assert_eq!(seen(now()), expected("turn"));

    let window = desk.store.queue(None, 3, 1, now()).unwrap();
    assert_eq!((window.total, window.rows[0].entry.id), (5, second[0].id));
    assert_eq!(window.rows[0].number, order(2).number);
    let of_one = desk.store.queue(Some(&order(3).id), 0, 9, now()).unwrap();
    assert_eq!((of_one.total, of_one.rows.len()), (1, 1));
}

#[test]
fn what_was_seen_is_kept_also_when_the_mirror_went_on_before_it_was_asked_for() {
    let desk = desk();
    desk.import(&[order(1)]);
    desk.import(&[changed(&order(1))]);
    let entry = desk.queue(&order(1), &[note("on what was seen")]).remove(0);
    assert_eq!(entry.base_revision, order(1).revision);
    assert_eq!(entry.base, Some(order(1)));
}
