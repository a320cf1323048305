//! A damaged database: it is told, it is not touched, and nothing of it is lost.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use acceptance::operator::{Operator, Who, options};
use tokio::runtime::Runtime;
use turnup_reference_service::{CREATE_ORDER, ZURITA_ORDER};
use turnup_workbench::Workbench;
use turnup_workbench::views::DraftForm;

use crate::support::service;

#[test]
fn a_damaged_database_is_told_and_left_as_it_is_until_the_good_one_is_back() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let Work { path, form, .. } = draft_and_queue(folder.path(), &data);
    let good = files_beside(&path);
    let whole = &good[0].1;
    assert_eq!(good.len(), 1, "all of it is in the one file");

    for (damage, bytes) in [
        ("a page is overwritten", overwritten(whole, 8192..12288)),
        ("the schema is overwritten", overwritten(whole, 100..4096)),
        ("the header is overwritten", overwritten(whole, 0..100)),
        ("the end was cut off", whole[..whole.len() / 2].to_vec()),
        ("another file", b"%PDF-1.7 not a database".repeat(400)),
    ] {
        let damaged = vec![(path.clone(), bytes)];
        put_back(&damaged);
        in_a_program(is_told(&data, damage));
        assert!(files_beside(&path) == damaged, "touched: {damage}");

        put_back(&good);
        in_a_program(is_whole(&data, &form, damage));
    }
}

#[test]
fn a_database_that_a_power_cut_damaged_is_left_as_it_is_together_with_its_log() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let Work { path, form, cut } = draft_and_queue(folder.path(), &data);
    assert_eq!(cut.len(), 2, "the last of it is in the log");

    let mut damaged = cut.clone();
    let size = damaged[0].1.len();
    damaged[0].1 = overwritten(&damaged[0].1, size / 4..size / 2);
    put_back(&damaged);
    in_a_program(is_told(&data, "with a log"));
    let left = files_beside(&path);
    assert!(left.len() == 2, "the log is gone");
    assert!(left == damaged, "touched");

    put_back(&cut);
    in_a_program(is_whole(&data, &form, "with a log"));
}

#[test]
fn a_damaged_database_that_is_set_aside_is_kept_and_the_account_goes_on_with_its_work() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let Work { path, form, .. } = draft_and_queue(folder.path(), &data);
    let good = files_beside(&path);
    let damaged = overwritten(&good[0].1, 8192..12288);
    fs::write(&path, &damaged).unwrap();

    let aside = in_a_program(goes_on(&data));
    assert_ne!(aside, path);
    assert!(fs::read(&aside).unwrap() == damaged, "what was set aside");

    // Somebody mended it.
    put_back(&good);
    in_a_program(is_whole(&data, &form, "set aside"));
}

fn overwritten(bytes: &[u8], range: Range<usize>) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[range].fill(0xa5);
    bytes
}

/// Where the damaged file is now.
async fn goes_on(data: &Path) -> PathBuf {
    let workbench = Workbench::new(options(data));
    workbench.reopen().await.unwrap_err();
    let aside = workbench.set_database_aside().await.unwrap();
    workbench.reopen().await.unwrap();
    let startup = workbench.startup().await;
    assert_eq!(startup.problem, None);
    let account = startup.account.unwrap();
    assert!(account.address.starts_with("http://127.0.0.1:"));
    assert_ne!(account.database, aside);
    // What was queued is looked at before it is sent: a damaged page may say anything.
    let counts = workbench.frame().await.unwrap();
    assert_eq!((counts.waiting, counts.needs_attention), (0, 2));
    let rescued = startup.rescued.unwrap();
    assert!(rescued.damaged);
    assert_eq!((rescued.drafts_from_file, rescued.acts_from_file), (2, 2));
    assert_eq!((rescued.unreadable, rescued.lost.len()), (0, 0));
    workbench.close().await;
    aside.into()
}

/// Runs as a program of its own: when it ends, so does everything in it, and the database is
/// closed.
fn in_a_program<T>(work: impl Future<Output = T>) -> T {
    Runtime::new().unwrap().block_on(work)
}

/// Files with what is in them.
type Files = Vec<(PathBuf, Vec<u8>)>;

/// What is on the disk, and what must come back from there.
struct Work {
    path: PathBuf,
    form: DraftForm,
    /// Database and log as a power cut would have left them.
    cut: Files,
}

/// A draft of one order and another order in the queue.
fn draft_and_queue(folder: &Path, data: &Path) -> Work {
    in_a_program(join(folder, data));
    in_a_program(draft_and_confirm(data))
}

async fn join(folder: &Path, data: &Path) {
    let running = service(folder, 0).await;
    let operator = Operator::at(data).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    operator.workbench.close().await;
}

async fn draft_and_confirm(data: &Path) -> Work {
    let operator = Operator::at(data).await.unwrap();
    let drafted = operator.id_of(CREATE_ORDER).await.unwrap();
    operator
        .edit(&drafted, |form| {
            form.handover.note = "Not lost".to_owned();
        })
        .await
        .unwrap();
    let queued = operator.id_of(ZURITA_ORDER).await.unwrap();
    operator.answer(&queued).await.unwrap();
    operator.confirm(&queued).await.unwrap();

    let order = operator.workbench.open_order(&drafted).await.unwrap();
    let account = operator.workbench.account().await.unwrap();
    let path = PathBuf::from(account.database);
    let cut = files_beside(&path);
    operator.workbench.close().await;
    Work {
        path,
        form: order.wizard.form,
        cut,
    }
}

/// The database and its log; an empty log is none.
fn files_beside(path: &Path) -> Files {
    let name = path.file_name().unwrap().to_string_lossy();
    let log = path.with_file_name(format!("{name}-wal"));
    [path.to_path_buf(), log]
        .into_iter()
        .filter_map(|path| Some((path.clone(), fs::read(path).ok()?)))
        .filter(|(_, bytes)| !bytes.is_empty())
        .collect()
}

/// Puts files where a program left others.
fn put_back(files: &Files) {
    let folder = files[0].0.parent().unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    for (path, bytes) in files {
        fs::write(path, bytes).unwrap();
    }
}

async fn is_told(data: &Path, damage: &str) {
    let workbench = Workbench::new(options(data));
    let failure = workbench.reopen().await.unwrap_err();
    assert_eq!(failure.code, "database_damaged", "{damage}");
    let startup = workbench.startup().await;
    assert_eq!(startup.problem, Some(failure.clone()), "{damage}");
    assert_eq!(startup.account, None, "{damage}");
    // Whatever else is asked for says the same, and does not begin a database anew.
    let asked = workbench.choices().await.unwrap_err();
    assert_eq!(asked, failure, "{damage}");
    let again = workbench.reopen().await.unwrap_err();
    assert_eq!(again, failure, "{damage}");
}

async fn is_whole(data: &Path, form: &DraftForm, damage: &str) {
    let operator = Operator::at(data).await.unwrap();
    assert_eq!(operator.workbench.startup().await.problem, None, "{damage}");
    let drafted = operator.id_of(CREATE_ORDER).await.unwrap();
    let order = operator.workbench.open_order(&drafted).await.unwrap();
    assert_eq!(&order.wizard.form, form, "{damage}");
    let queued = operator.id_of(ZURITA_ORDER).await.unwrap();
    let order = operator.workbench.open_order(&queued).await.unwrap();
    let kinds: Vec<&str> = order.queue.iter().map(|one| one.kind.as_str()).collect();
    assert_eq!(kinds, ["mapping", "setup"], "{damage}");
    operator.workbench.close().await;
}
