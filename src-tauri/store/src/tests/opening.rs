//! Opening: made, refused, damaged, read-only.

use std::{collections::BTreeMap, fs, path::Path};

use rusqlite::Connection;

use super::samples::{BACK_TO_SCHEMA_3, ME, TORN_ORDER, confirmation, desk, now, order};
use crate::{EntryState, Store, StoreError};

fn bytes_in(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| fs::metadata(entry.path()).unwrap().len() > 0)
        .filter(|entry| !entry.file_name().to_string_lossy().ends_with("-shm"))
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().into(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

/// A store with some orders, closed.
fn closed_store() -> (tempfile::TempDir, std::path::PathBuf) {
    let desk = desk();
    desk.import(&(0..300).map(order).collect::<Vec<_>>());
    let path = desk.store.path().to_owned();
    desk.store.close();
    (desk.folder, path)
}

#[cfg(unix)]
#[test]
fn a_new_file_and_its_folders_are_readable_by_nobody_else() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data/accounts/orders.db");
    let store = Store::open(&path).unwrap();
    store.set_setting("language", Some("fr")).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(
        mode(&folder.path().join("data/accounts/orders.db-wal")),
        0o600
    );
    assert_eq!(mode(&folder.path().join("data/accounts")), 0o700);
    assert_eq!(mode(&folder.path().join("data")), 0o700);
}

#[test]
fn what_was_written_is_there_after_closing_and_opening() {
    let desk = desk();
    desk.import(&[order(1)]);
    let desk = desk.reopen();
    assert_eq!(desk.order(&order(1).id).unwrap().unwrap().order, order(1));
    desk.integrity_check().unwrap();
}

#[test]
fn a_schema_from_the_future_is_refused_and_no_byte_of_it_changes() {
    let (folder, path) = closed_store();
    let connection = Connection::open(&path).unwrap();
    connection
        .pragma_update(None, "user_version", 4_711)
        .unwrap();
    drop(connection);
    let before = bytes_in(folder.path());
    let refused = Store::open(&path);
    assert!(matches!(
        refused,
        Err(StoreError::Future {
            found: 4_711,
            supported: 9
        })
    ));
    assert_eq!(bytes_in(folder.path()), before);
}

#[test]
fn a_schema_from_the_future_with_a_log_beside_it_keeps_both_as_they_are() {
    let (folder, path) = closed_store();
    let other = Connection::open(&path).unwrap();
    other.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
    other.pragma_update(None, "user_version", 4_711).unwrap();
    // As a crash leaves them: the log was never written back.
    let crashed = tempfile::tempdir().unwrap();
    for name in ["orders.db", "orders.db-wal"] {
        fs::copy(folder.path().join(name), crashed.path().join(name)).unwrap();
    }
    let before = bytes_in(crashed.path());
    assert_eq!(before.len(), 2);
    let refused = Store::open(&crashed.path().join("orders.db"));
    assert!(matches!(refused, Err(StoreError::Future { .. })));
    assert_eq!(bytes_in(crashed.path()), before);
}

#[test]
fn a_first_page_that_was_torn_while_the_log_was_written_back_is_read_from_the_log() {
    let desk = desk();
    desk.import(&[order(1)]);
    let crashed = tempfile::tempdir().unwrap();
    let path = crashed.path().join("orders.db");
    for name in ["orders.db", "orders.db-wal"] {
        fs::copy(desk.folder.path().join(name), crashed.path().join(name)).unwrap();
    }
    let mut bytes = fs::read(&path).unwrap();
    bytes[..512].fill(0xA5);
    fs::write(&path, bytes).unwrap();
    let store = Store::open(&path).unwrap();
    assert_eq!(store.order(&order(1).id).unwrap().unwrap().order, order(1));
    store.integrity_check().unwrap();
}

#[test]
fn a_file_whose_making_a_power_cut_ended_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("orders.db");
    // As SQLite leaves them: the journal says that there was nothing, half a page is there.
    let making = Connection::open(folder.path().join("making.db")).unwrap();
    making
        .execute_batch("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; CREATE TABLE x (y)")
        .unwrap();
    let mut rows = making
        .prepare("INSERT INTO x VALUES (zeroblob(4000))")
        .unwrap();
    for _ in 0..50 {
        rows.execute([]).unwrap();
    }
    fs::copy(
        folder.path().join("making.db-journal"),
        folder.path().join("orders.db-journal"),
    )
    .unwrap();
    fs::write(&path, [0xA5; 2_000]).unwrap();
    assert_eq!(Store::open(&path).unwrap().order_count().unwrap(), 0);
}

#[test]
fn a_damaged_file_is_reported_and_stays_where_it_is() {
    type Damage = fn(&mut Vec<u8>);
    let cases: [(&str, Damage); 5] = [
        ("another kind of file", |bytes| {
            *bytes = b"From: ana@andaluza.example\r\n\r\n".to_vec()
        }),
        ("cut off in a page", |bytes| bytes.truncate(10_000)),
        ("cut off in the header", |bytes| bytes.truncate(60)),
        ("a page of noise", |bytes| bytes[8_192..12_288].fill(0xA5)),
        ("the schema overwritten", |bytes| {
            bytes[100..4_096].fill(0xFF)
        }),
    ];
    for (name, damage) in cases {
        let (_folder, path) = closed_store();
        let mut bytes = fs::read(&path).unwrap();
        damage(&mut bytes);
        fs::write(&path, &bytes).unwrap();
        let refused = Store::open(&path);
        assert!(
            matches!(refused, Err(StoreError::Damaged { .. })),
            "{name}: {refused:?}"
        );
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name}");
    }
}

#[test]
fn a_database_of_another_program_is_not_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("orders.db");
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE theirs (x)")
        .unwrap();
    let before = bytes_in(folder.path());
    assert!(matches!(
        Store::open(&path),
        Err(StoreError::Damaged { .. })
    ));
    assert_eq!(bytes_in(folder.path()), before);
}

#[test]
fn an_empty_file_left_by_a_crash_becomes_a_store() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("orders.db");
    fs::write(&path, b"").unwrap();
    assert_eq!(Store::open(&path).unwrap().order_count().unwrap(), 0);
}

#[test]
fn a_migration_that_fails_leaves_the_file_without_any_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("orders.db");
    let mut connection = Connection::open(&path).unwrap();
    connection
        .execute_batch("CREATE TABLE numbers (x)")
        .unwrap();
    crate::migrations::migrate(&mut connection, &crate::migrations::SCHEMA, |_| Ok(()))
        .unwrap_err();
    let tables: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(tables, ["numbers"]);
    assert_eq!(crate::migrations::version(&connection).unwrap(), 0);
}

#[test]
fn a_cache_of_before_the_reviews_knows_after_the_migration_who_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("orders.db");
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch(include_str!("../migrations/0001_begin.sql"))
        .unwrap();
    connection
        .execute_batch(include_str!("../migrations/0002_bases.sql"))
        .unwrap();
    connection.pragma_update(None, "user_version", 2).unwrap();
    let ours = crate::migrations::APPLICATION_ID;
    connection
        .pragma_update(None, "application_id", ours)
        .unwrap();
    let mut asked = order(1);
    let mut review = super::samples::review();
    review.reviewer = " Bo@andaluza.example".into();
    asked.review = Some(review.clone());
    let mut answered = order(2);
    review.state = "approved".into();
    answered.review = Some(review.clone());
    let mut mapped = order(3);
    review.state = "pending".into();
    (mapped.review, mapped.status) = (Some(review), "mapped".into());
    for (row, order) in (1_i64..).zip(&[asked, answered, mapped, order(4)]) {
        connection
            .execute(
                "INSERT INTO orders (row, id, number, status, revision, sequence, stage,
                    deadline_key, assignee, customer, customer_sort, city, country, services,
                    words, scan, local_state, badge, badge_rank)
                 VALUES (?1, ?2, ?2, ?3, 1, 1, 0, ?1, '', '', '', '', '', '', 0, 0, 'clean', '', 0)",
                (row, order.id.as_str(), order.status.as_str()),
            )
            .unwrap();
        let document = serde_json::to_string(order).unwrap();
        connection
            .execute("INSERT INTO documents VALUES (?1, ?2)", (row, document))
            .unwrap();
    }
    drop(connection);
    let store = Store::open(&path).unwrap();
    let counts = |who: &str| store.counts(who, now()).unwrap().to_review;
    assert_eq!((counts("bo@andaluza.example"), counts(ME)), (1, 0));
}

#[test]
fn a_check_that_is_asked_for_looks_into_the_search_as_well() {
    let desk = desk();
    desk.import(&(0..50).map(order).collect::<Vec<_>>());
    desk.integrity_check().unwrap();
    desk.store
        .maintain(|connection| {
            connection.execute_batch("DELETE FROM search_data WHERE id > 10")?;
            Ok(())
        })
        .unwrap();
    let found = desk.integrity_check();
    assert!(
        matches!(found, Err(StoreError::Damaged { .. })),
        "{found:?}"
    );
}

#[test]
fn a_cache_of_the_schema_before_the_vocabulary_is_searched_anew_and_knows_when_mails_went_out() {
    let desk = desk();
    let mut mailed = order(1);
    mailed.mail_sent_at = Some(now());
    desk.import(&[mailed, order(2)]);
    let path = desk.store.path().to_owned();
    desk.store.close();
    let older = Connection::open(&path).unwrap();
    older.execute_batch(BACK_TO_SCHEMA_3).unwrap();
    older.execute_batch(TORN_ORDER).unwrap();
    drop(older);
    let store = Store::open(&path).unwrap();
    assert!(store.is_indexing().unwrap());
    assert_eq!(store.index_some(10).unwrap(), 3);
    assert_eq!(store.index_some(10).unwrap(), 0);
    let desk = super::samples::Desk {
        folder: desk.folder,
        store,
    };
    assert_eq!(desk.find("company").len(), 2);
    assert_eq!(desk.find("age:0d"), [order(1).number.to_string()]);
    desk.integrity_check().unwrap();
}

#[test]
fn what_another_program_writes_is_noticed_once_and_ones_own_work_never() {
    let desk = desk();
    desk.import(&[order(1)]);
    assert!(!desk.notice_others().unwrap());
    let other = Store::open_beside(desk.path()).unwrap();
    assert!(!desk.notice_others().unwrap(), "opening writes nothing");
    other.set_setting("language", Some("fr")).unwrap();
    assert!(desk.notice_others().unwrap());
    assert!(!desk.notice_others().unwrap());
    assert!(!other.notice_others().unwrap());
}

#[test]
fn what_another_program_is_sending_stays_so_when_it_is_opened_beside() {
    let desk = desk();
    desk.import(&[order(1)]);
    desk.queue(&order(1), &confirmation());
    let sending = desk.due_entries(now(), 9).unwrap().remove(0);
    desk.begin_attempt(sending.id, now()).unwrap();
    let other = Store::open_beside(desk.path()).unwrap();
    let state = |store: &Store| store.outbox_entry(sending.id).unwrap().unwrap().state;
    assert_eq!(state(&other), EntryState::Sending);
    drop(other);
    let taken_over = Store::open(desk.path()).unwrap();
    assert_eq!(state(&taken_over), EntryState::Pending);
}

#[test]
fn an_older_schema_is_left_to_the_program_that_has_it_open() {
    let (_folder, path) = closed_store();
    let older = Connection::open(&path).unwrap();
    older.pragma_update(None, "user_version", 5).unwrap();
    drop(older);
    assert!(matches!(Store::open_beside(&path), Err(StoreError::Busy)));
}
