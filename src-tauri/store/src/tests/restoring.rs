//! Bringing a backup back: what stands again, what is left alone, and that nothing is sent twice.

use turnup_domain::{Draft, Order, OrderId, OrderNumber, draft::HandoverDraft, state::LocalState};

use super::{
    backups::{backups, busy_desk},
    samples::{Desk, changed, confirmation, desk, minutes, now, order, refusal},
};
use crate::{
    BackupName, Backups, Chosen, EntryState, Fate, OutboxKind, Reason, RestorePlan, Restored, Why,
};

fn copy_of(desk: &Desk) -> (Backups, BackupName) {
    let name = desk.back_up(&backups(desk), Why::ByHand, now()).unwrap();
    (backups(desk), name.unwrap())
}

fn plan(desk: &Desk, copy: &(Backups, BackupName)) -> RestorePlan {
    desk.preview_restore(&copy.0, copy.1).unwrap()
}

fn fate(desk: &Desk, copy: &(Backups, BackupName), order: &Order) -> Fate {
    let plan = plan(desk, copy);
    let found = plan.orders.iter().find(|one| one.order == order.id);
    found.unwrap().fate
}

/// Brings back what the preview offers by itself, and these besides.
fn restore(desk: &Desk, copy: &(Backups, BackupName), wanted: &[&Order]) -> Restored {
    let offered = plan(desk, copy).orders.into_iter().filter(|one| {
        one.fate == Fate::ComesBack || wanted.iter().any(|order| order.id == one.order)
    });
    let chosen: Vec<Chosen> = offered
        .map(|one| Chosen {
            order: one.order,
            over: one.draft_here,
        })
        .collect();
    desk.restore(&copy.0, copy.1, &chosen, minutes(60)).unwrap()
}

fn note(desk: &Desk, order: &Order, note: &str, minute: i64) -> Draft {
    let draft = Draft {
        handover: HandoverDraft {
            note: note.to_owned(),
            ..HandoverDraft::default()
        },
        ..Draft::default()
    };
    desk.save_draft(&order.id, &draft, order.revision, None, minutes(minute))
        .unwrap();
    draft
}

fn draft_of(desk: &Desk, order: &Order) -> Option<Draft> {
    let stored = desk.order(&order.id).unwrap()?;
    stored.draft.map(|stored| stored.draft)
}

#[test]
fn into_an_empty_cache_all_work_comes_back_with_its_orders() {
    let before = busy_desk();
    let copy = copy_of(&before);
    let stored = |desk: &Desk, n| desk.order(&order(n).id).unwrap().unwrap();
    let after = desk();
    let restored = restore(&after, &copy, &[]);
    assert_eq!((restored.drafts, restored.acts, restored.lines), (1, 2, 2));
    assert_eq!(stored(&after, 1), stored(&before, 1));
    let (was, is) = (stored(&before, 2), stored(&after, 2));
    assert_eq!(
        (&is.order, &is.local_state),
        (&was.order, &LocalState::Queued)
    );
    for (was, is) in was.outbox.iter().zip(&is.outbox) {
        assert_eq!((was.kind, &was.payload), (is.kind, &is.payload));
        assert_eq!(was.intent_id, is.intent_id);
    }
    assert_eq!(
        after.remembered_numbers().unwrap(),
        [OrderNumber::from("4410-9")]
    );
    assert_eq!(after.setting("columns").unwrap().as_deref(), Some("wide"));
    assert_eq!(after.timeline(&order(2).id, 9).unwrap().len(), 3);
    assert_eq!(after.order_count().unwrap(), 2);
    after.integrity_check().unwrap();
}

#[test]
fn an_act_comes_back_under_its_old_key_as_one_whose_outcome_nobody_knows() {
    let before = busy_desk();
    let first = before
        .order(&order(2).id)
        .unwrap()
        .unwrap()
        .outbox
        .remove(0);
    for sending in [false, true] {
        if sending {
            before.begin_attempt(first.id, now()).unwrap();
        }
        let copy = copy_of(&before);
        let after = desk();
        restore(&after, &copy, &[]);
        let due = after.due_entries(minutes(60), 9).unwrap().remove(0);
        assert_eq!(due.intent_id, first.intent_id);
        assert!(due.unknown_outcome && due.attempts == 1, "{due:?}");
        assert_eq!(due.state, EntryState::Pending);
        // What may have been sent cannot be taken back.
        assert!(after.take_back(due.id, now()).is_err());
    }
}

#[test]
fn an_act_that_was_accepted_since_does_not_come_back() {
    let desk = busy_desk();
    let copy = copy_of(&desk);
    let mut order = order(2);
    for entry in desk.order(&order.id).unwrap().unwrap().outbox {
        order = changed(&order);
        desk.begin_attempt(entry.id, now()).unwrap();
        desk.accepted(entry.id, &order, now()).unwrap();
        let plan = plan(&desk, &copy);
        let planned = plan
            .orders
            .iter()
            .find(|one| one.order == order.id)
            .unwrap();
        assert!(planned.acts.is_empty(), "{planned:?}");
        assert_eq!(planned.fate, Fate::Same);
    }
    let chosen = [Chosen {
        order: order.id.clone(),
        over: None,
    }];
    let restored = desk.restore(&copy.0, copy.1, &chosen, now()).unwrap();
    assert_eq!((restored.acts, restored.left), (0, vec![order.id]));
    assert_eq!(desk.waiting().unwrap(), (0, 0));
}

#[test]
fn an_act_that_was_tried_again_under_a_new_key_and_accepted_does_not_come_back() {
    let desk = busy_desk();
    let entry = desk.order(&order(2).id).unwrap().unwrap().outbox.remove(0);
    desk.begin_attempt(entry.id, now()).unwrap();
    desk.park(entry.id, &refusal("not_ready"), None, now())
        .unwrap();
    let copy = copy_of(&desk);
    desk.unpark(entry.id, None, 7, now()).unwrap();
    desk.begin_attempt(entry.id, now()).unwrap();
    desk.accepted(entry.id, &changed(&order(2)), now()).unwrap();
    let plan = plan(&desk, &copy);
    assert!(
        plan.orders.iter().all(|one| one.acts.is_empty()),
        "{plan:?}"
    );
}

#[test]
fn a_draft_is_settled_once_what_it_asked_for_was_accepted() {
    let desk = desk();
    desk.import(&[order(1)]);
    desk.draft(&order(1));
    let copy = copy_of(&desk);
    let mut order = order(1);
    for entry in desk.queue(&order, &confirmation()) {
        order = changed(&order);
        desk.begin_attempt(entry.id, now()).unwrap();
        desk.accepted(entry.id, &order, now()).unwrap();
    }
    assert_eq!(draft_of(&desk, &order), None);
    assert_eq!(fate(&desk, &copy, &order), Fate::Same);
}

#[test]
fn another_draft_here_stays_unless_its_order_is_chosen() {
    let desk = desk();
    desk.import(&[order(1)]);
    let old = note(&desk, &order(1), "in the backup", 1);
    let copy = copy_of(&desk);
    assert_eq!(fate(&desk, &copy, &order(1)), Fate::Same);
    let new = note(&desk, &order(1), "typed later", 5);
    assert_eq!(
        fate(&desk, &copy, &order(1)),
        Fate::Differs(Reason::DraftHere)
    );
    let planned = plan(&desk, &copy).orders.remove(0);
    assert_eq!(planned.draft_there, Some(minutes(1)));
    assert_eq!(planned.draft_here, Some(minutes(5)));
    restore(&desk, &copy, &[]);
    assert_eq!(draft_of(&desk, &order(1)), Some(new.clone()));
    let restored = restore(&desk, &copy, &[&order(1)]);
    assert_eq!(restored.drafts, 1);
    assert_eq!(draft_of(&desk, &order(1)), Some(old));
    // And back again, from the backup that was made before.
    let before = backups(&desk).list(minutes(90)).unwrap().remove(0).name;
    assert_eq!(before.why, Why::BeforeRestore);
    restore(&desk, &(backups(&desk), before), &[&order(1)]);
    assert_eq!(draft_of(&desk, &order(1)), Some(new));
}

#[test]
fn a_draft_that_was_saved_after_the_preview_is_not_replaced() {
    let desk = desk();
    desk.import(&[order(1)]);
    note(&desk, &order(1), "in the backup", 1);
    let copy = copy_of(&desk);
    desk.drop_draft(&order(1).id, now()).unwrap();
    let reason = Fate::Differs(Reason::DroppedSince);
    assert_eq!(fate(&desk, &copy, &order(1)), reason);
    let seen = Chosen {
        order: order(1).id,
        over: None,
    };
    let typed = note(&desk, &order(1), "meanwhile", 5);
    let restored = desk.restore(&copy.0, copy.1, &[seen], now()).unwrap();
    assert_eq!((restored.drafts, restored.left), (0, vec![order(1).id]));
    assert_eq!(draft_of(&desk, &order(1)), Some(typed));
}

#[test]
fn an_order_whose_acts_wait_here_is_left_alone() {
    let desk = desk();
    desk.import(&[order(1)]);
    note(&desk, &order(1), "in the backup", 1);
    let copy = copy_of(&desk);
    let new = note(&desk, &order(1), "confirmed", 5);
    desk.queue(&order(1), &confirmation());
    assert_eq!(fate(&desk, &copy, &order(1)), Fate::Waiting);
    let restored = restore(&desk, &copy, &[&order(1)]);
    assert_eq!(restored.left, [order(1).id]);
    assert_eq!(draft_of(&desk, &order(1)), Some(new));
    assert_eq!(desk.waiting().unwrap(), (2, 0));
}

#[test]
fn what_was_taken_back_since_comes_back_only_when_chosen() {
    let desk = busy_desk();
    let copy = copy_of(&desk);
    let act = desk.order(&order(2).id).unwrap().unwrap().outbox.remove(0);
    desk.take_back(act.id, now()).unwrap();
    assert_eq!(
        fate(&desk, &copy, &order(2)),
        Fate::Differs(Reason::DroppedSince)
    );
    restore(&desk, &copy, &[]);
    assert_eq!(desk.waiting().unwrap(), (0, 0));
    restore(&desk, &copy, &[&order(2)]);
    assert_eq!(desk.waiting().unwrap(), (2, 0));
}

#[test]
fn restoring_twice_brings_nothing_the_second_time() {
    let before = busy_desk();
    let copy = copy_of(&before);
    let after = desk();
    restore(&after, &copy, &[]);
    let again = restore(&after, &copy, &[]);
    assert_eq!((again.drafts, again.acts, again.lines), (0, 0, 0));
    assert_eq!(again.orders, Vec::<OrderId>::new());
}

#[test]
fn the_mirror_keeps_the_newer_word_of_the_service() {
    let before = busy_desk();
    let copy = copy_of(&before);
    let after = desk();
    after.import(&[changed(&order(1))]);
    restore(&after, &copy, &[]);
    let stored = after.order(&order(1).id).unwrap().unwrap();
    assert_eq!(stored.order, changed(&order(1)));
    assert!(stored.draft.is_some());
}

#[test]
fn a_restore_without_room_brings_nothing_back() {
    let before = busy_desk();
    let large = note(&before, &order(5), &"x".repeat(500_000), 1);
    let copy = copy_of(&before);
    let after = desk();
    let limit = |pages: i64| {
        after
            .store
            .maintain(|connection| Ok(connection.pragma_update(None, "max_page_count", pages)?))
            .unwrap();
    };
    limit(60);
    let chosen: Vec<Chosen> = plan(&after, &copy)
        .orders
        .into_iter()
        .map(|one| Chosen {
            order: one.order,
            over: None,
        })
        .collect();
    let failed = after.restore(&copy.0, copy.1, &chosen, now());
    assert!(
        matches!(failed, Err(crate::StoreError::DiskFull)),
        "{failed:?}"
    );
    assert_eq!(after.order_count().unwrap(), 0);
    limit(1_000_000);
    restore(&after, &copy, &[]);
    assert_eq!(draft_of(&after, &order(5)), Some(large));
    let kinds: Vec<OutboxKind> = after
        .due_entries(minutes(60), 9)
        .unwrap()
        .iter()
        .map(|entry| entry.kind)
        .collect();
    assert_eq!(kinds, [OutboxKind::Mapping]);
}
