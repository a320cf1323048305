//! An order that was put off comes back on the day that somebody chose.

use acceptance::operator::{Operator, Who};
use turnup_reference_service::ZURITA_ORDER;

use crate::support::service;

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_outlives_a_restart_and_is_put_off_or_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let data = folder.path().join("ana");
    let ana = Operator::at(&data).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    let id = ana.id_of(ZURITA_ORDER).await.unwrap();

    let refused = ana.workbench.remind(&id, Some("1999-12-31")).await;
    assert_eq!(refused.unwrap_err().code, "reminder_day");
    let tomorrow = jiff::Zoned::now().date().tomorrow().unwrap();
    let next_month = tomorrow.saturating_add(jiff::Span::new().months(1));
    for day in [tomorrow, next_month] {
        let day = day.to_string();
        let order = ana.workbench.remind(&id, Some(&day)).await.unwrap();
        assert_eq!(order.reminder, Some(day));
    }
    ana.workbench.close().await;
    drop(ana);

    let ana = Operator::at(&data).await.unwrap();
    let order = ana.workbench.open_order(&id).await.unwrap();
    assert_eq!(order.reminder, Some(next_month.to_string()));
    assert_eq!(ana.workbench.due_reminders().await.unwrap(), []);
    let order = ana.workbench.remind(&id, None).await.unwrap();
    assert_eq!(order.reminder, None);
    let told: Vec<_> = order
        .timeline
        .iter()
        .map(|entry| entry.code.as_str())
        .filter(|code| code.starts_with("reminder"))
        .collect();
    assert_eq!(told, ["reminder_dropped", "reminder_set", "reminder_set"]);
}
