//! Begun offline, killed when it was queued, started again: what was acknowledged happens, once.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use acceptance::operator::{Operator, Who};
use turnup_reference_service::ZURITA_ORDER;

use crate::support::service;

#[tokio::test(flavor = "multi_thread")]
async fn an_order_queued_offline_survives_a_kill_and_is_provisioned_once() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let running = service(folder.path(), 0).await;
    let (address, port) = (running.address(), running.port());
    let operator = Operator::at(&data).await.unwrap();
    operator.join(&address, Who::Ana).await.unwrap();
    operator.workbench.close().await;
    drop(operator);
    running.stop().await;

    let mut desktop = Command::new(env!("CARGO_BIN_EXE_headless"))
        .arg(&data)
        .arg(ZURITA_ORDER)
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
}
