//! Notices over a real account: told once, put off, and told again.

use acceptance::operator::{Operator, Who};
use turnup_reference_service::ZURITA_ORDER;

use crate::support::service;

#[tokio::test(flavor = "multi_thread")]
async fn a_snooze_outlives_a_restart_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let data = folder.path().join("ana");
    let ana = Operator::at(&data).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    let id = ana.id_of(ZURITA_ORDER).await.unwrap();
    assert_eq!(
        ana.workbench.open_order(&id).await.unwrap().snoozed_until,
        None
    );
    for wrong in ["1999-12-31", "someday", ""] {
        let refused = ana.workbench.snooze(&id, Some(wrong)).await;
        assert_eq!(refused.unwrap_err().code, "snooze_day", "{wrong}");
    }
    let order = ana.workbench.snooze(&id, Some("tomorrow")).await.unwrap();
    let until = order.snoozed_until.unwrap();
    assert!(until.parse::<jiff::Timestamp>().unwrap() > jiff::Timestamp::now());
    let silent = ana.workbench.silence(Some("tomorrow")).await.unwrap();
    ana.workbench.close().await;
    drop(ana);

    let ana = Operator::at(&data).await.unwrap();
    let order = ana.workbench.open_order(&id).await.unwrap();
    assert_eq!(order.snoozed_until, Some(until));
    assert_eq!(ana.workbench.silent_until().await.unwrap(), silent);
    let order = ana.workbench.snooze(&id, None).await.unwrap();
    assert_eq!(order.snoozed_until, None);
    assert_eq!(ana.workbench.silence(None).await.unwrap(), None);
    assert_eq!(ana.workbench.silent_until().await.unwrap(), None);
    let told: Vec<_> = order
        .timeline
        .iter()
        .map(|entry| entry.code.as_str())
        .filter(|code| code.starts_with("snooze"))
        .collect();
    assert_eq!(told, ["snooze_dropped", "snoozed"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_calls_for_a_person_is_counted_after_a_sync() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let ana = Operator::at(&folder.path().join("ana")).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    ana.id_of(ZURITA_ORDER).await.unwrap();
    let counts = ana.workbench.count_views().await.unwrap();
    let calling = ana.workbench.calling().await.unwrap();
    assert!(calling <= counts.overdue + counts.needs_attention + counts.to_review);
    assert!(calling >= counts.needs_attention.max(counts.to_review));
    let overdue = |view: &str| turnup_workbench::views::OrderQuery {
        view: view.to_owned(),
        text: String::new(),
        states: Vec::new(),
        services: Vec::new(),
        sort: "deadline".to_owned(),
        descending: false,
        offset: 0,
        limit: 200,
        details: false,
    };
    let window = ana.workbench.list_orders(overdue("overdue")).await.unwrap();
    assert_eq!(window.total, counts.overdue);
    assert!(
        window
            .rows
            .iter()
            .all(|row| row.deadline.urgency == "overdue")
    );
}
