//! The mirror: pages, tombstones, rescans, single answers.

use turnup_domain::{Status, state::LocalState};

use super::samples::{changed, company, confirmation, desk, everything, minutes, now, order};
use crate::StoreError;

#[test]
fn a_page_says_what_changed_and_where_the_next_one_begins() {
    let desk = desk();
    let first = desk
        .store
        .import_orders(&[order(1), order(2)], &[], "c1", 12, now())
        .unwrap();
    assert_eq!(first, [order(1).id, order(2).id]);
    assert_eq!(desk.orders_cursor().unwrap(), Some(("c1".to_owned(), 12)));
    let second = desk
        .store
        .import_orders(
            &[changed(&order(2)), order(3)],
            &[order(1).id],
            "c2",
            15,
            now(),
        )
        .unwrap();
    assert_eq!(second, [order(2).id, order(3).id, order(1).id]);
    assert_eq!(desk.order_count().unwrap(), 2);
    desk.forget_orders_cursor().unwrap();
    assert_eq!(desk.orders_cursor().unwrap(), None);
    assert_eq!(desk.order_count().unwrap(), 2);
}

#[test]
fn replaying_a_page_changes_nothing() {
    let desk = desk();
    let page: Vec<_> = (0..50).map(order).collect();
    assert_eq!(desk.import(&page).len(), 50);
    let before = desk.list(&everything()).unwrap();
    assert_eq!(desk.import(&page), []);
    assert_eq!(desk.list(&everything()).unwrap(), before);
    desk.integrity_check().unwrap();
}

#[test]
fn an_import_never_touches_a_draft_or_what_the_outbox_asks_for() {
    let desk = desk();
    desk.import(&[order(1)]);
    desk.draft(&order(1));
    desk.queue(&order(1), &confirmation());
    let mut before = desk.order(&order(1).id).unwrap().unwrap();
    desk.import(&[changed(&order(1))]);
    let after = desk.order(&order(1).id).unwrap().unwrap();
    assert_eq!(after.order, changed(&order(1)));
    // A note is no news to a confirmation.
    for entry in &mut before.outbox {
        entry.base_revision = after.order.revision;
    }
    assert_eq!((after.draft, after.outbox), (before.draft, before.outbox));
    assert_eq!(after.local_state, LocalState::Queued);
}

#[test]
fn an_older_document_is_ignored_and_an_equal_one_changes_nothing() {
    let desk = desk();
    let newer = changed(&order(1));
    assert!(desk.put_order(&newer, now()).unwrap());
    assert!(!desk.put_order(&order(1), now()).unwrap());
    assert!(!desk.put_order(&newer, now()).unwrap());
    assert_eq!(desk.import(&[order(1)]), []);
    assert_eq!(desk.order(&newer.id).unwrap().unwrap().order, newer);
    let mut progress = newer.clone();
    progress.sequence += 1;
    assert!(desk.put_order(&progress, now()).unwrap());
}

#[test]
fn fields_and_words_of_a_newer_service_come_back_as_they_went_in() {
    let desk = desk();
    let mut order = order(1);
    order.status = Status::Unknown("awaiting_magic".to_owned());
    order
        .extra
        .insert("colour".to_owned(), serde_json::json!({"deep": [1, "two"]}));
    desk.import(std::slice::from_ref(&order));
    assert_eq!(desk.order(&order.id).unwrap().unwrap().order, order);
}

#[test]
fn a_deleted_order_with_a_draft_stays_visible_and_needs_attention() {
    let desk = desk();
    desk.import(&[order(1), order(2)]);
    desk.draft(&order(1));
    let gone = [order(1).id, order(2).id];
    let changed = desk.store.import_orders(&[], &gone, "c", 2, now()).unwrap();
    assert_eq!(changed, gone);
    let kept = desk.order(&order(1).id).unwrap().unwrap();
    assert!(kept.gone && kept.draft.is_some());
    assert_eq!(kept.local_state, LocalState::NeedsAttention);
    assert_eq!(desk.order(&order(2).id).unwrap(), None);
    assert_eq!(desk.order_count().unwrap(), 0, "the service has neither");
    assert_eq!(desk.list(&everything()).unwrap().total, 1);
    assert_eq!(
        desk.store.import_orders(&[], &gone, "c", 2, now()).unwrap(),
        []
    );

    desk.drop_draft(&order(1).id, now()).unwrap();
    assert_eq!(desk.order(&order(1).id).unwrap(), None);
    assert_eq!(desk.list(&everything()).unwrap().total, 0);
    desk.integrity_check().unwrap();
}

#[test]
fn acts_of_a_deleted_order_are_not_sent_and_can_be_taken_back() {
    let desk = desk();
    desk.import(&[order(1)]);
    let mapping = desk.queue(&order(1), &confirmation()).remove(0);
    desk.store
        .import_orders(&[], &[order(1).id], "c", 2, now())
        .unwrap();
    assert_eq!(desk.due_entries(minutes(1), 10).unwrap(), []);
    assert_eq!(desk.waiting().unwrap(), (0, 2));
    desk.take_back(mapping.id, now()).unwrap();
    assert_eq!(desk.order(&order(1).id).unwrap(), None);
}

#[test]
fn an_order_that_comes_back_is_no_longer_gone() {
    let desk = desk();
    desk.import(&[order(1)]);
    desk.draft(&order(1));
    desk.store
        .import_orders(&[], &[order(1).id], "c", 2, now())
        .unwrap();
    assert_eq!(desk.import(&[order(1)]), [order(1).id]);
    assert_eq!(desk.state_of(&order(1)), LocalState::Draft);
}

#[test]
fn a_rescan_sweeps_what_the_service_does_not_name_and_keeps_drafts() {
    let desk = desk();
    desk.import(&[order(1), order(2), order(3), order(4)]);
    desk.draft(&order(1));
    desk.draft(&order(2));
    desk.begin_rescan().unwrap();
    assert_eq!(desk.orders_cursor().unwrap(), None);
    assert_eq!(desk.import(&[order(1)]), []);
    desk.put_order(&order(5), now()).unwrap();
    let desk = desk.reopen();
    assert!(desk.is_rescanning().unwrap());
    desk.import(&[order(3)]);
    assert_eq!(
        desk.finish_rescan(now()).unwrap(),
        [order(2).id, order(4).id]
    );
    assert!(!desk.is_rescanning().unwrap());
    assert_eq!(desk.state_of(&order(1)), LocalState::Draft);
    assert_eq!(desk.state_of(&order(2)), LocalState::NeedsAttention);
    assert!(desk.order(&order(2).id).unwrap().unwrap().gone);
    assert_eq!(desk.order(&order(4).id).unwrap(), None);
    assert_eq!(desk.order_count().unwrap(), 3);
    assert_eq!(desk.finish_rescan(now()).unwrap(), []);
}

#[test]
fn a_rescan_believes_a_service_that_came_back_from_a_backup() {
    let desk = desk();
    desk.import(&[changed(&order(1))]);
    assert_eq!(desk.import(&[order(1)]), []);
    desk.begin_rescan().unwrap();
    assert_eq!(desk.import(&[order(1)]), [order(1).id]);
    desk.finish_rescan(now()).unwrap();
    assert_eq!(desk.order(&order(1).id).unwrap().unwrap().order, order(1));
}

#[test]
fn counts_and_revisions_are_those_of_the_service() {
    let desk = desk();
    let mut done = order(2);
    done.status = Status::Provisioned;
    desk.import(&[order(1), done, order(3)]);
    desk.draft(&order(3));
    desk.store
        .import_orders(&[], &[order(3).id], "c", 2, now())
        .unwrap();
    let mut seen = Vec::new();
    desk.revisions(&mut |id, revision| seen.push((id.to_owned(), revision)))
        .unwrap();
    seen.sort();
    assert_eq!(
        seen,
        [("ord_000001".to_owned(), 7), ("ord_000002".to_owned(), 7)]
    );
    let counts: Vec<_> = desk.counts_by_status().unwrap().into_iter().collect();
    assert_eq!(
        counts,
        [
            ("awaiting_details".to_owned(), 1),
            ("provisioned".to_owned(), 1)
        ]
    );
}

#[test]
fn an_order_is_found_by_its_number() {
    let desk = desk();
    desk.import(&[order(1), company(2, "Zurita", "Sevilla")]);
    assert_eq!(
        desk.order_id_by_number(&"4410-100002".into()).unwrap(),
        Some(order(2).id)
    );
    assert_eq!(desk.order_id_by_number(&"4410-1".into()).unwrap(), None);
}

#[test]
fn work_on_an_order_that_is_not_cached_is_refused() {
    let desk = desk();
    let id = order(1).id;
    let refusals = [
        desk.store
            .save_draft(&id, &Default::default(), 1, None, now()),
        desk.drop_draft(&id, now()),
        desk.take_back(1, now()),
        desk.store
            .enqueue(&order(1), &confirmation(), None, "", now())
            .map(drop),
    ];
    for refusal in refusals {
        assert!(matches!(refusal, Err(StoreError::NotFound)));
    }
}
