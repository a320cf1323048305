//! Backups: made while writing goes on, once a day, before each migration.

use std::{fs, path::Path, thread};

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use turnup_domain::OrderNumber;

use super::samples::{Desk, confirmation, desk, now, order};
use crate::{
    BackupName, Backups, Store, StoreError, Why,
    migrations::{Migration, Schema},
    open::Sender,
};

pub(super) fn backups(desk: &Desk) -> Backups {
    Backups::in_folder(desk.folder.path().join("backups/orders"))
}

/// Two orders with work among twenty.
pub(super) fn busy_desk() -> Desk {
    let desk = desk();
    desk.import(&(0..20).map(order).collect::<Vec<_>>());
    desk.draft(&order(1));
    desk.queue(&order(2), &confirmation());
    desk.remember_number(&OrderNumber::from("4410-9"), now())
        .unwrap();
    desk.set_setting("columns", Some("wide")).unwrap();
    desk
}

fn hours(hours: i64) -> Timestamp {
    now() + SignedDuration::from_hours(hours)
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into())
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_holds_what_cannot_be_downloaded_again_and_is_small() {
    let desk = busy_desk();
    let name = desk.back_up(&backups(&desk), Why::ByHand, now()).unwrap();
    let [backup] = backups(&desk).list(now()).unwrap().try_into().unwrap();
    assert_eq!((Some(backup.name), backup.weekly), (name, false));
    let contents = backup.contents.unwrap();
    assert_eq!((contents.drafts, contents.acts, contents.lines), (1, 2, 2));
    let file = Connection::open(backups(&desk).path(backup.name)).unwrap();
    let orders: Vec<String> = file
        .prepare("SELECT id FROM orders ORDER BY id")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(orders, ["ord_000001", "ord_000002"]);
    // A cursor of the feed that came back would skip what is to be downloaded again.
    let settings: Vec<String> = file
        .prepare("SELECT key FROM settings")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(settings, ["columns"]);
}

#[cfg(unix)]
#[test]
fn a_backup_is_readable_by_nobody_else_and_nothing_is_left_beside_it() {
    use std::os::unix::fs::PermissionsExt;
    let desk = busy_desk();
    let folder = desk.folder.path().join("backups/orders");
    fs::create_dir_all(&folder).unwrap();
    // What a crash left of an earlier one.
    let part = "20261121-094000.000-daily.sqlite.part";
    fs::write(folder.join(part), b"half").unwrap();
    let name = desk
        .back_up(&backups(&desk), Why::ByHand, now())
        .unwrap()
        .unwrap();
    let mode = fs::metadata(backups(&desk).path(name))
        .unwrap()
        .permissions();
    assert_eq!(mode.mode() & 0o777, 0o600);
    assert_eq!(files(&folder), [name.to_string()]);
}

#[test]
fn a_backup_is_one_state_while_writing_goes_on() {
    let desk = busy_desk();
    thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for n in 3..20 {
                desk.draft(&order(n));
                desk.queue(&order(n), &confirmation());
            }
        });
        while !writing.is_finished() {
            desk.back_up(&backups(&desk), Why::ByHand, now()).unwrap();
        }
    });
    for backup in backups(&desk).list(hours(1)).unwrap() {
        let contents = backup.contents.unwrap();
        // Both acts of a confirmation and their lines come in one transaction.
        assert_eq!(contents.acts % 2, 0);
        assert_eq!(contents.acts, contents.lines);
    }
}

#[test]
fn two_backups_of_one_moment_are_two_files() {
    let desk = busy_desk();
    for _ in 0..3 {
        desk.back_up(&backups(&desk), Why::ByHand, now()).unwrap();
    }
    assert_eq!(backups(&desk).list(hours(1)).unwrap().len(), 3);
}

#[test]
fn backups_that_are_asked_for_at_the_same_time_are_all_made() {
    let desk = busy_desk();
    thread::scope(|scope| {
        let made: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| desk.back_up(&backups(&desk), Why::ByHand, now())))
            .collect();
        for one in made {
            assert!(one.join().unwrap().unwrap().is_some());
        }
    });
    assert_eq!(backups(&desk).list(hours(1)).unwrap().len(), 8);
}

#[test]
fn a_day_has_one_backup_and_only_when_something_changed() {
    let desk = busy_desk();
    let at = |at| desk.back_up_if_due(&backups(&desk), at).unwrap();
    assert!(at(hours(0)).is_some(), "the first");
    desk.draft(&order(3));
    assert_eq!(at(hours(1)), None, "the same day");
    assert!(at(hours(24)).is_some(), "another day");
    desk.import(&(30..40).map(order).collect::<Vec<_>>());
    assert_eq!(at(hours(48)), None, "only the mirror changed");
    desk.draft(&order(4));
    assert!(at(hours(48)).is_some(), "changed since");
}

#[test]
fn nothing_to_keep_is_no_backup() {
    let desk = desk();
    desk.import(&[order(1)]);
    assert_eq!(desk.back_up_if_due(&backups(&desk), now()).unwrap(), None);
    let asked = desk.back_up(&backups(&desk), Why::ByHand, now()).unwrap();
    assert_eq!(asked, None);
    assert!(backups(&desk).list(now()).unwrap().is_empty());
}

#[test]
fn backups_of_long_ago_go_with_a_new_one() {
    let desk = busy_desk();
    for day in 0..40 {
        desk.draft(&order(3));
        desk.record(None, "", "day", &Default::default(), hours(24 * day))
            .unwrap();
        desk.back_up_if_due(&backups(&desk), hours(24 * day))
            .unwrap();
    }
    let kept = backups(&desk).list(hours(24 * 39)).unwrap();
    assert_eq!(kept.len(), 11);
    assert_eq!(kept.iter().filter(|backup| backup.weekly).count(), 4);
}

#[test]
fn a_backup_that_cannot_be_read_is_listed_as_that() {
    let desk = busy_desk();
    let whole = desk
        .back_up(&backups(&desk), Why::ByHand, now())
        .unwrap()
        .unwrap();
    let bytes = fs::read(backups(&desk).path(whole)).unwrap();
    let mut noise = bytes.clone();
    noise[4_096..8_192].fill(0xa5);
    let cache = fs::read(desk.path()).unwrap();
    let cases = [
        bytes[..5_000].to_vec(),
        Vec::new(),
        b"PK".to_vec(),
        noise,
        cache,
    ];
    for (hour, bytes) in (1..).zip(&cases) {
        let name = BackupName::new(hours(hour), Why::ByHand);
        fs::write(backups(&desk).path(name), bytes).unwrap();
        let refused = desk.preview_restore(&backups(&desk), name);
        assert!(
            matches!(refused, Err(StoreError::Damaged { .. })),
            "{hour}: {refused:?}"
        );
    }
    let list = backups(&desk).list(hours(9)).unwrap();
    let readable: Vec<bool> = list.iter().map(|one| one.contents.is_some()).collect();
    assert_eq!(readable, [false, false, false, false, false, true]);
    let missing = BackupName::new(hours(99), Why::Daily);
    let asked = desk.preview_restore(&backups(&desk), missing);
    assert!(matches!(asked, Err(StoreError::NotFound)), "{asked:?}");
}

/// A schema of the day after tomorrow.
const NEXT: Schema = Schema {
    migrations: &[
        Migration::of(include_str!("../migrations/0001_begin.sql")),
        Migration::of(include_str!("../migrations/0002_bases.sql")),
        Migration::of(include_str!("../migrations/0003_reviews.sql")),
        Migration::of(include_str!("../migrations/0004_words.sql")),
        Migration::of(include_str!("../migrations/0005_moments.sql")),
        Migration::of(include_str!("../migrations/0006_overview.sql")),
        Migration::of(include_str!("../migrations/0007_notices.sql")),
        Migration::of(include_str!("../migrations/0008_customers.sql")),
        Migration::of(include_str!("../migrations/0009_sorting.sql")),
        Migration::of("ALTER TABLE drafts ADD COLUMN mood TEXT; DROP TABLE numbers;"),
    ],
};

#[test]
fn before_each_migration_there_is_a_backup_that_a_later_version_reads() {
    let desk = busy_desk();
    let (path, copies) = (desk.path().to_owned(), backups(&desk));
    desk.store.close();
    let open = || {
        Store::open_as(&path, &NEXT, Sender::Us, |older| {
            copies.before_update(older, now())
        })
        .unwrap()
    };
    open().close();
    let [backup] = copies.list(now()).unwrap().try_into().unwrap();
    assert_eq!(backup.name.why, Why::BeforeUpdate);
    assert_eq!(backup.contents.unwrap().acts, 2);
    let store = open();
    assert_eq!(copies.list(now()).unwrap().len(), 1, "nothing to migrate");
    // The program that is one schema behind refuses it, as always.
    store.close();
    let refused = Store::open(&path);
    assert!(matches!(refused, Err(StoreError::Future { .. })));
    // What was backed up comes back into a cache of today.
    let fresh = super::samples::desk();
    let plan = fresh.preview_restore(&copies, backup.name).unwrap();
    assert_eq!(plan.orders.len(), 2);
}

#[test]
fn a_new_cache_is_not_backed_up_before_it_is_made() {
    let desk = desk();
    let path = desk.folder.path().join("new.db");
    Store::open_with_backups(&path, &backups(&desk), now()).unwrap();
    assert!(backups(&desk).list(now()).unwrap().is_empty());
}

#[test]
fn without_its_backup_a_cache_is_not_migrated() {
    let desk = busy_desk();
    let path = desk.path().to_owned();
    // A file where the folder should be.
    let blocked = desk.folder.path().join("backups");
    fs::write(&blocked, b"").unwrap();
    let copies = backups(&desk);
    desk.store.close();
    let before = fs::read(&path).unwrap();
    let opened = Store::open_as(&path, &NEXT, Sender::Us, |older| {
        copies.before_update(older, now())
    });
    assert!(matches!(opened, Err(StoreError::Io(_))), "{opened:?}");
    let version =
        |path: &Path| crate::migrations::version(&Connection::open(path).unwrap()).unwrap();
    assert_eq!(version(&path), 9);
    assert_eq!(fs::read(&path).unwrap().len(), before.len());
    assert_eq!(Store::open(&path).unwrap().waiting().unwrap(), (2, 0));
}
