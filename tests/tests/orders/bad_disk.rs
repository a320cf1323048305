//! Disks that take no more: the summary that is there stays whole, and no half of one is left.

use std::fs;
use std::path::Path;

use acceptance::disk::mounting;
use acceptance::operator::{Operator, Who};
use turnup_reference_service::ZURITA_ORDER;

use crate::support::service;

/// A summary of an earlier day.
const OLDER: &[u8] = b"%PDF-1.7 the one of an earlier day";
/// Size of the small disk, in bytes: no summary fits.
const SMALL: u64 = 32 * 1024;

#[tokio::test(flavor = "multi_thread")]
async fn a_summary_that_cannot_be_written_leaves_the_older_one_whole() {
    let folder = tempfile::tempdir().unwrap();
    let data = answered(folder.path()).await;
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let older = folder.path().join("older.pdf");
    fs::write(&older, OLDER).unwrap();

    // $0 the program, $1 the data, $2 the number, $3 where the disk is mounted, $4 the older
    // summary, $5 the size of the disk, $6 as what it is mounted again.
    let steps = "set -e
        mount -t tmpfs -o size=\"$5\" none \"$3\"
        cp \"$4\" \"$3/summary.pdf\"
        [ -z \"$6\" ] || mount -o \"remount,$6\" \"$3\"
        \"$0\" save \"$1\" \"$2\" \"$3/summary.pdf\" \"$3/new.pdf\"
        cmp \"$4\" \"$3/summary.pdf\"
        ls -A \"$3\"";
    for (size, remount, said) in [
        (SMALL, "", "disk_full disk_full"),
        (SMALL * 100, "ro", "file_not_written read_only"),
    ] {
        let output = mounting()
            .args(["sh", "-c", steps, env!("CARGO_BIN_EXE_headless")])
            .arg(&data)
            .arg(ZURITA_ORDER)
            .arg(&disk)
            .arg(&older)
            .arg(size.to_string())
            .arg(remount)
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}: {errors}");
        let lines = String::from_utf8_lossy(&output.stdout);
        let lines: Vec<&str> = lines.lines().collect();
        // Twice the failure, then all that is in the folder: the older summary and no other file.
        assert_eq!(lines, [said, said, "summary.pdf"], "{errors}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_cannot_be_written_leaves_the_older_files_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    let data = answered(folder.path()).await;
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    // $0 the program, $1 the data, $2 where the disk is mounted, $3 what is done to the disk.
    let steps = "set -e
        mount -t tmpfs -o size=4m none \"$2\"
        for kind in csv xlsx ics; do echo older > \"$2/orders.$kind\"; done
        eval \"$3\"
        \"$0\" export \"$1\" \"$2/orders.csv\" \"$2/orders.xlsx\" \"$2/orders.ics\" \"$2/new.csv\"
        cat \"$2\"/orders.*
        rm -f \"$2/room\" 2> /dev/null || :
        ls -A \"$2\"";
    let older = ["older", "older", "older"];
    let left = ["orders.csv", "orders.ics", "orders.xlsx"];
    for (done, said) in [
        (
            "cat /dev/zero > \"$2/room\" 2> /dev/null || :",
            "disk_full disk_full",
        ),
        ("mount -o remount,ro \"$2\"", "file_not_written read_only"),
    ] {
        let output = mounting()
            .args(["sh", "-c", steps, env!("CARGO_BIN_EXE_headless")])
            .arg(&data)
            .arg(&disk)
            .arg(done)
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}: {errors}");
        let lines = String::from_utf8_lossy(&output.stdout);
        let lines: Vec<&str> = lines.lines().collect();
        assert_eq!(lines[..4], [said; 4], "{errors}");
        assert_eq!(lines[4..7], older, "{said}");
        assert_eq!(lines[7..], left, "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_finds_no_room_is_told_until_there_is_room_and_the_ones_before_stay() {
    let folder = tempfile::tempdir().unwrap();
    let data = answered(folder.path()).await;
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();

    // $0 the program, $1 the data, $2 the number, $3 where the disk is mounted.
    let full_meanwhile = "\"$0\" draft \"$3/data\" \"$2\" \"$3/room\"";
    let full_before = "cat /dev/zero > \"$3/room\" 2> /dev/null || :
        \"$0\" save \"$3/data\" \"$2\" 2>&1
        rm \"$3/room\"
        \"$0\" save \"$3/data\" \"$2\" \"$3/summary.pdf\"";
    let read_only = "mount -o remount,ro \"$3\"
        \"$0\" save \"$3/data\" \"$2\" 2>&1";
    for (name, step, said) in [
        (
            "full meanwhile",
            full_meanwhile,
            vec![
                "disk_full",
                "frame failed disk_full",
                "kept true, typed false",
                "frame saved",
                "saved",
                "kept false, typed true",
            ],
        ),
        ("read-only", read_only, vec!["headless: folder_not_usable"]),
        (
            "full before",
            full_before,
            vec!["headless: disk_full", "saved"],
        ),
    ] {
        let steps =
            format!("mount -t tmpfs -o size=12m none \"$3\" && cp -r \"$1\" \"$3/data\" && {step}");
        let output = mounting()
            .args(["sh", "-c", &steps, env!("CARGO_BIN_EXE_headless")])
            .arg(&data)
            .arg(ZURITA_ORDER)
            .arg(&disk)
            .output()
            .unwrap();
        let lines = String::from_utf8_lossy(&output.stdout);
        // Without the values for the sentence.
        let lines: Vec<&str> = lines
            .lines()
            .map(|line| line.split(" {").next().unwrap_or_default())
            .collect();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(lines, said, "{name}: {errors}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_where_no_file_can_be_is_told_by_name_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    let data = answered(folder.path()).await;
    let operator = Operator::at(&data).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let disk = folder.path().join("disk");
    fs::create_dir_all(disk.join("folder.pdf/inside")).unwrap();
    fs::write(disk.join("file"), "x").unwrap();

    for (place, name, reason) in [
        ("folder.pdf", "folder.pdf", "is_a_folder"),
        ("not/there.pdf", "there.pdf", "not_found"),
        ("file/below.pdf", "below.pdf", "other"),
    ] {
        let failure = operator
            .workbench
            .save_summary(&id, "en", &disk.join(place))
            .await
            .unwrap_err();
        assert_eq!(failure.code, "file_not_written", "{place}");
        assert_eq!(
            (&*failure.params["name"], &*failure.params["reason"]),
            (name, reason),
            "{place}"
        );
        let mut left: Vec<_> = fs::read_dir(&disk)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        left.sort();
        assert_eq!(left, ["file", "folder.pdf"], "{place}");
    }
}

/// The data of an operator with an answered order whose summary is larger than the small disk.
async fn answered(folder: &Path) -> std::path::PathBuf {
    let data = folder.join("ana");
    let running = service(folder, 0).await;
    let operator = Operator::at(&data).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    operator.answer(&id).await.unwrap();
    let pdf = folder.join("large.pdf");
    let saved = operator.workbench.save_summary(&id, "en", &pdf).await;
    assert!(u64::from(saved.unwrap().bytes) > SMALL);
    operator.workbench.close().await;
    data
}
