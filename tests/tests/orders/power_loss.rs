//! Begun offline from its e-mail, killed when it was queued, started again: what was acknowledged
//! happens, once.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use acceptance::operator::{Operator, Who};
use turnup_reference_service::ZURITA_ORDER;

use crate::pdf::{is_sound, text_of};
use crate::support::service;

#[tokio::test(flavor = "multi_thread")]
async fn an_order_queued_offline_survives_a_kill_and_is_provisioned_once() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let running = service(folder.path(), 0).await;
    let (address, port) = (running.address(), running.port());
    let operator = Operator::at(&data).await.unwrap();
    operator.join(&address, Who::Ana).await.unwrap();
    let database = operator.workbench.account().await.unwrap().database;
    operator.workbench.close().await;
    drop(operator);
    let email = folder.path().join("order.eml");
    fs::write(&email, running.email(ZURITA_ORDER).unwrap()).unwrap();
    running.stop().await;

    let mut desktop = Command::new(env!("CARGO_BIN_EXE_headless"))
        .arg("confirm")
        .arg(&data)
        .arg(&email)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(desktop.stdout.take().unwrap())
        .read_line(&mut said)
        .unwrap();
    // Not asked to end: killed, as by the power switch.
    desktop.kill().unwrap();
    desktop.wait().unwrap();
    assert_eq!(said.trim(), "queued");

    let operator = Operator::at(&data).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let order = operator.workbench.open_order(&id).await.unwrap();
    let kinds: Vec<&str> = order
        .queue
        .iter()
        .map(|entry| entry.kind.as_str())
        .collect();
    assert_eq!(
        (order.local_state.as_str(), kinds),
        ("queued", vec!["mapping", "setup"])
    );
    is_sound_database(Path::new(&database));

    let running = service(folder.path(), port).await;
    assert_eq!(running.address(), address);
    operator.sign_in(Who::Ana).await.unwrap();
    let order = operator
        .wait_for(&id, "it is provisioned", |o| o.status == "provisioned")
        .await
        .unwrap();
    assert!(order.queue.is_empty(), "{:?}", order.queue);

    let order = running.order(ZURITA_ORDER).unwrap();
    assert_eq!(running.count_acts(&order.id, "mapping"), 1);
    assert_eq!(running.count_acts(&order.id, "setup"), 1);

    is_sound_database(Path::new(&database));
    let pdf = folder.path().join("summary.pdf");
    let saved = operator.workbench.save_summary(&id, "en", &pdf).await;
    assert!(saved.unwrap().pages > 0);
    is_sound(&pdf);
    assert!(text_of(&pdf).contains(ZURITA_ORDER));
}

/// Looks at every page, index and reference, beside the program that has it open.
fn is_sound_database(path: &Path) {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let database = rusqlite::Connection::open_with_flags(path, flags).unwrap();
    let said: String = database
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(said, "ok");
    let orphans: u32 = database
        .query_row(
            "SELECT count(*) FROM pragma_foreign_key_check()",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(orphans, 0);
}
