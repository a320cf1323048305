//! A full disk, readers that try to write, many threads.

use std::thread;

use super::samples::{changed, confirmation, desk, everything, now, order};
use crate::{StoreError, connections::Durability};

#[test]
fn a_full_disk_leaves_what_was_there_whole() {
    let desk = desk();
    desk.import(&(0..20).map(order).collect::<Vec<_>>());
    let draft = desk.draft(&order(1));
    desk.queue(&order(2), &confirmation());
    let pages: i64 = desk
        .store
        .maintain(|connection| Ok(connection.pragma_query_value(None, "page_count", |r| r.get(0))?))
        .unwrap();
    let limit = |pages: i64| {
        desk.store
            .maintain(|connection| Ok(connection.pragma_update(None, "max_page_count", pages)?))
            .unwrap();
    };
    let before = desk.list(&everything()).unwrap();
    limit(pages);

    let page: Vec<_> = (0..500).map(|n| changed(&order(n))).collect();
    let import = desk.store.import_orders(&page, &[], "lost", 99, now());
    assert!(matches!(import, Err(StoreError::DiskFull)), "{import:?}");
    let mut large = draft.clone();
    large.handover.note = "x".repeat(1_000_000);
    let save = desk.store.save_draft(&order(1).id, &large, 7, None, now());
    assert!(matches!(save, Err(StoreError::DiskFull)), "{save:?}");
    let note = serde_json::json!({"note": "x".repeat(1_000_000)});
    let act = [(crate::OutboxKind::Note, note)];
    let enqueue = desk.store.enqueue(&order(3), &act, None, "", now());
    assert!(matches!(enqueue, Err(StoreError::DiskFull)), "{enqueue:?}");

    assert_eq!(desk.list(&everything()).unwrap(), before);
    assert_eq!(
        desk.order(&order(1).id)
            .unwrap()
            .unwrap()
            .draft
            .unwrap()
            .draft,
        draft
    );
    assert_eq!(desk.order(&order(2).id).unwrap().unwrap().outbox.len(), 2);
    assert_eq!(
        desk.orders_cursor().unwrap(),
        Some(("cursor".to_owned(), 1))
    );
    desk.integrity_check().unwrap();
    limit(1_000_000);
    assert_eq!(desk.import(&page).len(), 500);
}

#[test]
fn readers_cannot_write() {
    let desk = desk();
    desk.import(&[order(1)]);
    for sql in [
        "DELETE FROM orders",
        "CREATE TABLE x (y)",
        "UPDATE orders SET number = ''",
    ] {
        let refused = desk.store.read(|tx| Ok(tx.execute_batch(sql)?));
        assert!(
            matches!(refused, Err(StoreError::ReadOnly)),
            "{sql}: {refused:?}"
        );
    }
    assert_eq!(desk.order_count().unwrap(), 1);
}

#[test]
fn what_the_operator_made_is_committed_in_full_and_imports_are_not() {
    let desk = desk();
    let level = |durability| {
        desk.store
            .write(durability, |tx| {
                Ok(tx.pragma_query_value(None, "synchronous", |row| row.get::<_, u32>(0))?)
            })
            .unwrap()
    };
    assert_eq!(level(Durability::Normal), 1);
    assert_eq!(level(Durability::Full), 2);
    assert_eq!(level(Durability::Normal), 1);
}

#[test]
fn work_that_fails_half_way_leaves_nothing() {
    let desk = desk();
    let outcome = desk.store.write(Durability::Full, |tx| {
        crate::settings::set(tx, "half", Some("way"))?;
        Err::<(), _>(StoreError::NotFound)
    });
    assert!(outcome.is_err());
    assert_eq!(desk.setting("half").unwrap(), None);
}

#[test]
fn a_panic_in_one_thread_leaves_the_store_usable() {
    let desk = desk();
    let store = desk.store.clone();
    let panicked = thread::spawn(move || {
        store.write(Durability::Full, |tx| {
            crate::settings::set(tx, "half", Some("way"))?;
            assert!(tx.is_autocommit(), "on purpose");
            Ok(())
        })
    });
    assert!(panicked.join().is_err());
    desk.set_setting("after", Some("fine")).unwrap();
    assert_eq!(desk.setting("half").unwrap(), None);
}

#[test]
fn many_threads_read_while_one_imports() {
    let desk = desk();
    desk.import(&(0..50).map(order).collect::<Vec<_>>());
    thread::scope(|scope| {
        scope.spawn(|| {
            for start in (50..1_000).step_by(50) {
                desk.import(&(start..start + 50).map(order).collect::<Vec<_>>());
            }
        });
        for _ in 0..6 {
            scope.spawn(|| {
                for _ in 0..30 {
                    let window = desk.list(&everything()).unwrap();
                    assert_eq!(window.total % 50, 0, "a page is there whole or not at all");
                    assert!(desk.counts("", now()).unwrap().all >= window.total);
                }
            });
        }
    });
    assert_eq!(desk.list(&everything()).unwrap().total, 1_000);
}
