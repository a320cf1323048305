//! Backups, restoring and erasing, at the workbench.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::operator::{Operator, Who};
use turnup_reference_service::{CREATE_ORDER, ZURITA_ORDER};
use turnup_workbench::views::RestoreChoice;

use crate::support::service;

/// An operator with a draft and a queue, whose service is gone.
async fn busy(folder: &Path, data: &Path) -> Operator {
    let running = service(folder, 0).await;
    let operator = Operator::at(data).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    running.stop().await;
    type_note(&operator, "Kept").await;
    let queued = operator.id_of(ZURITA_ORDER).await.unwrap();
    operator.answer(&queued).await.unwrap();
    operator.confirm(&queued).await.unwrap();
    operator
}

async fn type_note(operator: &Operator, note: &str) {
    let id = operator.id_of(CREATE_ORDER).await.unwrap();
    operator
        .edit(&id, |form| form.handover.note = note.to_owned())
        .await
        .unwrap();
}

async fn note(operator: &Operator) -> String {
    let id = operator.id_of(CREATE_ORDER).await.unwrap();
    let order = operator.workbench.open_order(&id).await.unwrap();
    order.wizard.form.handover.note
}

async fn database(operator: &Operator) -> PathBuf {
    operator.workbench.account().await.unwrap().database.into()
}

fn remove(database: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = database.as_os_str().to_owned();
        name.push(suffix);
        let _ = fs::remove_file(name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_made_by_hand_is_listed_previewed_and_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let operator = busy(folder.path(), &folder.path().join("ana")).await;
    let made = operator.workbench.back_up().await.unwrap().unwrap();
    assert_eq!(
        (made.why.as_str(), made.drafts, made.acts),
        ("by_hand", 2, 2)
    );
    type_note(&operator, "Later").await;

    let plan = operator
        .workbench
        .preview_restore(&made.name)
        .await
        .unwrap();
    let fates: Vec<&str> = plan.orders.iter().map(|one| one.fate.as_str()).collect();
    assert_eq!(fates.iter().filter(|fate| **fate == "same").count(), 1);
    let differs = plan
        .orders
        .iter()
        .find(|one| one.fate == "differs")
        .unwrap();
    assert_eq!(differs.number, CREATE_ORDER);
    let choice = RestoreChoice {
        order_id: differs.order_id.clone(),
        over: differs.draft_here.clone(),
    };
    let restored = operator
        .workbench
        .restore(&made.name, vec![choice])
        .await
        .unwrap();
    assert_eq!((restored.drafts, restored.left), (1, 0));
    assert_eq!(note(&operator).await, "Kept");
    let storage = operator.workbench.storage().await.unwrap();
    assert_eq!(storage.backups[0].why, "before_restore");
    assert!(storage.database_kib > 0 && storage.backups_kib > 0);
    assert!(operator.workbench.check_database().await.unwrap().sound);
    for name in ["../settings.json", "", "20261122-094000.000-daily.sqlite"] {
        let refused = operator.workbench.preview_restore(name).await.unwrap_err();
        assert_eq!(refused.code, "file_unreadable", "{name}");
        assert_eq!(refused.params["reason"], "not_found", "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_backup_of_the_day_is_made_when_the_account_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let operator = busy(folder.path(), &data).await;
    operator.workbench.close().await;
    drop(operator);
    let operator = Operator::at(&data).await.unwrap();
    let made = operator
        .until("it is backed up", async |workbench| {
            Ok(workbench.storage().await?.backups.into_iter().next())
        })
        .await
        .unwrap();
    assert_eq!(made.why, "daily");
    assert!(made.readable);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_vanished_is_made_anew_from_its_newest_backup() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let operator = busy(folder.path(), &data).await;
    operator.workbench.back_up().await.unwrap();
    let database = database(&operator).await;
    operator.workbench.close().await;
    drop(operator);
    remove(&database);

    let operator = Operator::at(&data).await.unwrap();
    let rescued = operator.workbench.startup().await.rescued.unwrap();
    assert!(!rescued.damaged);
    assert_eq!(
        (rescued.drafts_from_backup, rescued.acts_from_backup),
        (2, 2)
    );
    assert_eq!(note(&operator).await, "Kept");
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let order = operator.workbench.open_order(&id).await.unwrap();
    assert_eq!(order.queue.len(), 2);
    assert!(order.queue.iter().all(|entry| !entry.can_take_back));
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_from_a_backup_reach_the_service_once_although_they_were_sent_before() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let operator = busy(folder.path(), &data).await;
    operator.workbench.back_up().await.unwrap().unwrap();
    let address = operator.workbench.account().await.unwrap().address;
    let port: u16 = address.rsplit(':').next().unwrap().parse().unwrap();
    let running = service(folder.path(), port).await;
    operator.sign_in(Who::Ana).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let sent = |order: &turnup_workbench::views::OrderView| order.queue.is_empty();
    operator.wait_for(&id, "it is sent", sent).await.unwrap();
    let database = database(&operator).await;
    operator.workbench.close().await;
    drop(operator);
    // The disk is lost; what is left is the backup from before it was sent.
    remove(&database);

    let operator = Operator::at(&data).await.unwrap();
    let order = operator.workbench.open_order(&id).await.unwrap();
    assert_eq!(order.queue.len(), 2);
    operator.sign_in(Who::Ana).await.unwrap();
    operator.wait_for(&id, "it is settled", sent).await.unwrap();
    let order = running.order(ZURITA_ORDER).unwrap();
    assert_eq!(running.count_acts(&order.id, "mapping"), 1);
    assert_eq!(running.count_acts(&order.id, "setup"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn erasing_takes_everything_once_its_name_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let operator = busy(folder.path(), &data).await;
    operator.workbench.back_up().await.unwrap();
    let lost = operator.workbench.prepare_erase().await.unwrap();
    assert_eq!((lost.drafts, lost.acts), (2, 2));
    assert!(lost.backups > 0);
    let refused = operator
        .workbench
        .erase_everything("yes")
        .await
        .unwrap_err();
    assert_eq!(refused.code, "confirmation_mismatch");
    assert_eq!(note(&operator).await, "Kept");

    // As turnupctl does while it sends for another account.
    let other = fs::File::create(data.join("accounts/other.engine.lock")).unwrap();
    other.lock().unwrap();
    let refused = operator.workbench.erase_everything(&lost.phrase).await;
    assert_eq!(refused.unwrap_err().code, "sending_elsewhere");
    assert_eq!(note(&operator).await, "Kept");
    drop(other);

    operator
        .workbench
        .erase_everything(&lost.phrase)
        .await
        .unwrap();
    assert_eq!(operator.workbench.startup().await.account, None);
    let mut left: Vec<String> = fs::read_dir(&data)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into())
        .collect();
    left.sort();
    assert_eq!(left, ["settings.json"]);
    let settings = fs::read_to_string(data.join("settings.json")).unwrap();
    assert!(settings.contains("\"account\": null"), "{settings}");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_and_erasing_leaves_no_backup_that_would_bring_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let operator = busy(folder.path(), &data).await;
    operator.workbench.back_up().await.unwrap();
    operator.workbench.sign_out(true).await.unwrap();
    let backups: Vec<_> = fs::read_dir(data.join("backups")).unwrap().collect();
    assert!(backups.is_empty(), "{backups:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_is_typed_is_kept_here_until_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let operator = busy(folder.path(), &data).await;
    let id = operator.id_of(CREATE_ORDER).await.unwrap();
    let typed = Some("Call first".to_owned());
    operator
        .workbench
        .keep_note(&id, typed.clone())
        .await
        .unwrap();
    operator.workbench.close().await;
    drop(operator);

    let operator = Operator::at(&data).await.unwrap();
    operator.workbench.reopen().await.unwrap();
    let order = operator.workbench.open_order(&id).await.unwrap();
    assert_eq!((order.note_typed, order.note.as_str()), (typed, ""));
    assert!(order.queue.is_empty(), "{:?}", order.queue);

    let saved = operator
        .workbench
        .save_note(&id, "Call first")
        .await
        .unwrap();
    assert_eq!(
        (saved.note_typed, saved.note.as_str()),
        (None, "Call first")
    );
    assert_eq!(saved.queue.len(), 1);
}
