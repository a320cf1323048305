//! Damaged files: whatever is still readable comes back, and nothing ever panics.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;
use turnup_domain::{Draft, Order, OrderNumber, draft::HandoverDraft};

use super::{
    backups::backups,
    samples::{Desk, changed, confirmation, desk, minutes, now, order},
};
use crate::{Backups, EntryState, Rescue, Store, Why};

/// How many orders there are.
const ORDERS: u32 = 130;
/// Orders with a draft, and orders in the outbox.
const DRAFTS: std::ops::Range<u32> = 0..40;
const QUEUED: std::ops::Range<u32> = 40..60;

fn note(n: u32) -> String {
    format!("what was typed for {n} {}", "x".repeat(n as usize * 40))
}

fn draft(n: u32) -> Draft {
    Draft {
        handover: HandoverDraft {
            note: note(n),
            ..HandoverDraft::default()
        },
        ..Draft::default()
    }
}

fn save(desk: &Desk, n: u32, minute: i64) {
    desk.save_draft(&order(n).id, &draft(n), 7, None, minutes(minute))
        .unwrap();
}

/// A cache with work in many places of the file, closed.
fn closed() -> (TempDir, PathBuf, Backups) {
    let desk = desk();
    desk.import(&(0..ORDERS).map(order).collect::<Vec<_>>());
    for n in DRAFTS {
        save(&desk, n, 1);
    }
    for n in QUEUED {
        desk.queue(&order(n), &confirmation());
    }
    desk.remember_number(&OrderNumber::from("4410-9"), now())
        .unwrap();
    let (copies, path) = (backups(&desk), desk.path().to_owned());
    desk.store.close();
    (desk.folder, path, copies)
}

/// Rescues `damaged` and fills a fresh cache with it.
fn rescued(damaged: &Path, copies: &Backups) -> (Desk, Rescue) {
    let rescue = copies.rescue(damaged, minutes(60)).unwrap();
    let fresh = desk();
    let taken = fresh.take_rescued(copies, minutes(61)).unwrap();
    if taken.is_some_and(|taken| !taken.left.is_empty()) {
        // Documents were lost: the rest stands once the orders are synced.
        fresh.import(&(0..ORDERS).map(order).collect::<Vec<_>>());
        fresh.take_rescued(copies, minutes(62)).unwrap();
    }
    fresh.integrity_check().unwrap();
    assert_eq!(fresh.take_rescued(copies, minutes(63)).unwrap(), None);
    (fresh, rescue)
}

fn draft_of(desk: &Desk, order: &Order) -> Option<Draft> {
    let stored = desk.order(&order.id).unwrap()?;
    stored.draft.map(|stored| stored.draft)
}

/// How many drafts and acts are there; each of them is one that was made.
fn count_sound(desk: &Desk, why: &str) -> (u32, u32) {
    let (mut drafts, mut acts) = (0, 0);
    for n in 0..ORDERS {
        let Some(stored) = desk.order(&order(n).id).unwrap() else {
            continue;
        };
        if let Some(found) = &stored.draft {
            assert_eq!(found.draft, draft(n), "{why}: the draft of {n}");
            drafts += 1;
        }
        for entry in &stored.outbox {
            assert!(QUEUED.contains(&n), "{why}: {n} was never queued");
            assert!(entry.unknown_outcome && entry.attempts > 0, "{why}");
            acts += 1;
        }
    }
    (drafts, acts)
}

/// The leaves of a table: pages that hold rows of it.
fn pages_of(path: &Path, table: &str) -> BTreeSet<usize> {
    let bytes = fs::read(path).unwrap();
    let marker = match table {
        "drafts" => b"what was typed".as_slice(),
        _ => b"customer_sets_up".as_slice(),
    };
    (0..bytes.len() / 4096)
        .filter(|page| {
            let page = &bytes[page * 4096..(page + 1) * 4096];
            page[0] == 13 && page.windows(marker.len()).any(|window| window == marker)
        })
        .collect()
}

#[test]
fn of_a_sound_file_everything_comes_back() {
    let (_folder, path, copies) = closed();
    let before = fs::read(&path).unwrap();
    let (fresh, rescue) = rescued(&path, &copies);
    assert_eq!(count_sound(&fresh, "whole"), (40, 40));
    assert_eq!((rescue.drafts_from_file, rescue.acts_from_file), (40, 40));
    assert_eq!((rescue.unreadable, rescue.lost.len()), (0, 0));
    assert_eq!(fresh.remembered_numbers().unwrap().len(), 1);
    assert_eq!(fresh.timeline(&order(45).id, 9).unwrap().len(), 3);
    assert!(fs::read(&path).unwrap() == before, "it was only read");
    let names: Vec<_> = fs::read_dir(path.parent().unwrap()).unwrap().collect();
    assert_eq!(names.len(), 2, "the file and the backups: {names:?}");
}

#[test]
fn what_no_backup_vouches_for_is_looked_at_before_it_is_sent() {
    let (_folder, path, copies) = closed();
    let (fresh, _) = rescued(&path, &copies);
    assert!(fresh.due_entries(minutes(90), 99).unwrap().is_empty());
    assert_eq!(fresh.waiting().unwrap(), (0, 40));
    // With a backup that has it word for word, it goes on by itself.
    let store = Store::open(&path).unwrap();
    store.back_up(&copies, Why::Daily, now()).unwrap();
    store.close();
    let (fresh, _) = rescued(&path, &copies);
    assert_eq!(fresh.due_entries(minutes(90), 99).unwrap().len(), 20);
}

#[test]
fn around_each_page_that_is_noise_everything_else_comes_back() {
    let (_folder, path, copies) = closed();
    let whole = fs::read(&path).unwrap();
    let drafts = pages_of(&path, "drafts");
    assert!(drafts.len() > 8, "{drafts:?}");
    // Every root, and a part of what lies below them.
    let pages = whole.len() / 4096;
    let some = |page: &usize| {
        *page < 36 || page.is_multiple_of(9) || (drafts.contains(page) && page.is_multiple_of(3))
    };
    for page in (0..pages).filter(some) {
        let mut bytes = whole.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0xa5);
        fs::write(&path, &bytes).unwrap();
        let (fresh, rescue) = rescued(&path, &copies);
        let (found, acts) = count_sound(&fresh, &format!("page {page}"));
        // A leaf holds a few rows; an inner page takes all below it, and that is told.
        if drafts.contains(&page) {
            assert!(
                (30..40).contains(&found),
                "page {page}: {found}: {rescue:?}"
            );
            assert_eq!(acts, 40, "page {page}");
        }
        let all = u32::try_from(DRAFTS.len()).unwrap();
        if found < all && page > 0 {
            let told = rescue.unreadable > 0 || !rescue.lost.is_empty();
            assert!(told, "page {page}: {found} drafts, and nothing is said");
        }
        assert!(fs::read(&path).unwrap() == bytes, "page {page}: touched");
        empty(&copies);
    }
}

fn empty(copies: &Backups) {
    for name in copies.names().unwrap() {
        fs::remove_file(copies.path(name)).unwrap();
    }
}

#[test]
fn a_file_without_its_first_page_is_read_with_that_of_a_fresh_one() {
    let (_folder, path, copies) = closed();
    let whole = fs::read(&path).unwrap();
    for range in [0..100, 100..4096, 0..4096] {
        let mut bytes = whole.clone();
        bytes[range.clone()].fill(0xa5);
        fs::write(&path, &bytes).unwrap();
        assert!(Store::open(&path).is_err());
        let (fresh, _) = rescued(&path, &copies);
        assert_eq!(count_sound(&fresh, &format!("{range:?}")), (40, 40));
        empty(&copies);
    }
}

#[test]
fn flipped_bits_and_cut_off_files_never_panic_and_bring_nothing_that_was_not_there() {
    let (_folder, path, copies) = closed();
    let whole = fs::read(&path).unwrap();
    let mut seed = 0x5475_726e_u64;
    let mut next = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).unwrap()
    };
    let (mut most, mut least) = (0, u32::MAX);
    for round in 0..60 {
        let mut bytes = whole.clone();
        if round % 4 == 0 {
            bytes.truncate(next(whole.len()));
        }
        for _ in 0..next(40) {
            let at = next(bytes.len().max(1));
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << next(8);
            }
        }
        fs::write(&path, &bytes).unwrap();
        let rescue = copies.rescue(&path, minutes(60)).unwrap();
        let fresh = desk();
        fresh.take_rescued(&copies, minutes(61)).unwrap();
        fresh.integrity_check().unwrap();
        most = most.max(rescue.drafts_from_file);
        least = least.min(rescue.drafts_from_file);
        empty(&copies);
    }
    assert_eq!((most, least), (40, 0), "some rounds lose nothing, some all");
}

#[test]
fn of_a_file_that_was_cut_off_comes_what_lies_before_the_cut() {
    let (_folder, path, copies) = closed();
    let whole = fs::read(&path).unwrap();
    let last = pages_of(&path, "drafts").into_iter().max().unwrap();
    fs::write(&path, &whole[..last * 4096]).unwrap();
    assert!(Store::open(&path).is_err());
    let (fresh, _) = rescued(&path, &copies);
    let (drafts, _) = count_sound(&fresh, "cut off");
    assert!((20..40).contains(&drafts), "{drafts}");
}

#[test]
fn what_lies_in_the_log_comes_back_and_a_log_of_another_time_does_no_harm() {
    let (folder, path, copies) = closed();
    let store = Store::open(&path).unwrap();
    let with_log = folder.path().join("with-log.db");
    store
        .save_draft(&order(100).id, &draft(100), 7, None, minutes(2))
        .unwrap();
    fs::copy(&path, &with_log).unwrap();
    fs::copy(
        path.with_file_name("orders.db-wal"),
        folder.path().join("with-log.db-wal"),
    )
    .unwrap();
    let (fresh, _) = rescued(&with_log, &copies);
    assert_eq!(count_sound(&fresh, "with its log"), (41, 40));
    empty(&copies);
    // The log is of the day before: all of it was written back and more came since.
    for n in 101..120 {
        store
            .save_draft(&order(n).id, &draft(n), 7, None, minutes(2))
            .unwrap();
    }
    store.close();
    fs::copy(&path, &with_log).unwrap();
    let (fresh, _) = rescued(&with_log, &copies);
    let (drafts, _) = count_sound(&fresh, "with a stale log");
    assert!(drafts >= 40, "{drafts}");
    // A log that is noise is no log.
    fs::write(folder.path().join("with-log.db-wal"), [0xa5; 50_000]).unwrap();
    empty(&copies);
    let (fresh, _) = rescued(&with_log, &copies);
    assert_eq!(count_sound(&fresh, "with noise").0, 60);
}

#[test]
fn what_the_file_lost_comes_from_the_newest_backup_that_can_be_read() {
    let (_folder, path, copies) = closed();
    let store = Store::open(&path).unwrap();
    let kept = store.back_up(&copies, Why::Daily, now()).unwrap().unwrap();
    let broken = crate::BackupName::new(minutes(5), Why::Daily);
    fs::write(copies.path(broken), b"nothing").unwrap();
    // Since then: one is typed anew, one dropped, one queue accepted, one draft more.
    let newer = Draft {
        handover: HandoverDraft {
            note: "newer".to_owned(),
            ..HandoverDraft::default()
        },
        ..Draft::default()
    };
    store
        .save_draft(&order(3).id, &newer, 7, None, minutes(9))
        .unwrap();
    store.drop_draft(&order(4).id, minutes(9)).unwrap();
    let mut accepted = order(50);
    for entry in store.order(&accepted.id).unwrap().unwrap().outbox {
        accepted = changed(&accepted);
        store.begin_attempt(entry.id, minutes(9)).unwrap();
        store.accepted(entry.id, &accepted, minutes(9)).unwrap();
    }
    store.close();
    let whole = fs::read(&path).unwrap();
    let mut bytes = whole.clone();
    let page = *pages_of(&path, "drafts").last().unwrap();
    bytes[page * 4096..(page + 1) * 4096].fill(0xa5);
    fs::write(&path, &bytes).unwrap();

    let (fresh, rescue) = rescued(&path, &copies);
    assert_eq!(rescue.backup, Some(kept));
    assert!(rescue.drafts_from_backup > 0, "{rescue:?}");
    assert_eq!(rescue.drafts_from_file + rescue.drafts_from_backup, 39);
    assert_eq!(rescue.lost, Vec::<String>::new());
    assert_eq!(draft_of(&fresh, &order(3)), Some(newer));
    assert_eq!(draft_of(&fresh, &order(4)), None, "dropped since");
    assert_eq!(fresh.waiting().unwrap(), (38, 0), "accepted since");
}

#[test]
fn a_file_that_is_not_there_is_what_its_newest_backup_holds() {
    let (folder, path, copies) = closed();
    let store = Store::open(&path).unwrap();
    store.back_up(&copies, Why::Daily, now()).unwrap();
    store.close();
    let missing = folder.path().join("missing.db");
    let (fresh, rescue) = rescued(&missing, &copies);
    assert_eq!(count_sound(&fresh, "missing"), (40, 40));
    assert_eq!(
        (rescue.drafts_from_backup, rescue.acts_from_backup),
        (40, 40)
    );
    assert!(!missing.exists());
}

#[test]
fn work_whose_order_was_lost_stands_again_once_the_order_is_synced() {
    let (_folder, path, copies) = closed();
    let mut bytes = fs::read(&path).unwrap();
    // The root of all documents.
    bytes[8 * 4096..9 * 4096].fill(0xa5);
    fs::write(&path, &bytes).unwrap();
    let rescue = copies.rescue(&path, minutes(60)).unwrap();
    assert_eq!((rescue.drafts_from_file, rescue.acts_from_file), (40, 40));
    let fresh = desk();
    let taken = fresh.take_rescued(&copies, minutes(61)).unwrap().unwrap();
    assert_eq!((taken.drafts, taken.left.len()), (0, 60));
    fresh.import(&[order(3)]);
    let taken = fresh.take_rescued(&copies, minutes(62)).unwrap().unwrap();
    assert_eq!((taken.drafts, taken.left.len()), (1, 59));
    // Dropped by its operator, it does not come again.
    fresh.drop_draft(&order(3).id, minutes(63)).unwrap();
    fresh.import(&(4..ORDERS).map(order).collect::<Vec<_>>());
    fresh.take_rescued(&copies, minutes(64)).unwrap();
    assert_eq!(draft_of(&fresh, &order(3)), None);
    assert_eq!(draft_of(&fresh, &order(4)), Some(draft(4)));
}

#[test]
fn what_was_rescued_waits_for_the_fresh_cache_over_a_crash() {
    let (_folder, path, copies) = closed();
    copies.rescue(&path, minutes(60)).unwrap();
    // The program ended here. The next start opens a fresh file.
    let fresh = desk();
    let restored = fresh.take_rescued(&copies, minutes(70)).unwrap().unwrap();
    assert_eq!((restored.drafts, restored.acts), (40, 40));
    let entry = fresh
        .order(&order(41).id)
        .unwrap()
        .unwrap()
        .outbox
        .remove(0);
    assert_eq!(entry.state, EntryState::Parked);
}
