//! Orders that carry sites over: what lies on their code, beside what was ordered.

use acceptance::operator::{Operator, Who};
use turnup_reference_service::{Config, ZURITA_ORDER, spawn};
use turnup_workbench::views::OrderQuery;

/// As many orders as it takes for some to be transfers that wait.
const ORDERS: u32 = 400;

#[tokio::test(flavor = "multi_thread")]
async fn what_lies_on_a_transfer_code_is_set_against_the_order() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        orders: ORDERS,
        organizations: 100,
        ..Config::default()
    };
    let running = spawn(config).await.unwrap();
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    let workbench = &operator.workbench;
    let query = OrderQuery {
        view: "inbox".to_owned(),
        text: String::new(),
        states: Vec::new(),
        services: Vec::new(),
        sort: "deadline".to_owned(),
        descending: false,
        offset: 0,
        limit: 200,
        details: false,
    };
    let mut looked_at = 0;
    let mut verdicts = Vec::new();
    for row in workbench.list_orders(query).await.unwrap().rows {
        let order = workbench.open_order(&row.id).await.unwrap();
        if order.kind != "transfer" {
            continue;
        }
        looked_at += 1;
        // The code stands in the note, where people look.
        let code = order
            .note
            .split_whitespace()
            .find(|word| word.starts_with("TR-"));
        let code = code.unwrap().trim_end_matches(['.', ',']).to_lowercase();
        let told = workbench
            .look_up_transfer(&row.id, &format!(" {code} "))
            .await
            .unwrap();
        assert_eq!(told.outcome, "found", "{code}");
        assert!(!told.sites.is_empty());
        let ordered: u32 = told.rows.iter().map(|row| row.ordered).sum();
        let lines: u32 = order.lines.iter().map(|line| line.quantity).sum();
        assert_eq!(ordered, lines);
        verdicts.extend(told.rows.into_iter().map(|row| row.verdict));
    }
    assert!(looked_at > 2, "{looked_at} transfers");
    assert!(
        verdicts.iter().any(|verdict| verdict == "same"),
        "{verdicts:?}"
    );

    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let unknown = workbench.look_up_transfer(&id, "TR-0").await.unwrap();
    assert_eq!(
        (unknown.outcome.as_str(), unknown.rows.len()),
        ("unknown", 0)
    );
    let nothing = workbench.look_up_transfer(&id, "  ").await.unwrap();
    assert_eq!(nothing.outcome, "unasked");
    running.stop().await;
    let away = workbench.look_up_transfer(&id, "TR-0").await.unwrap();
    assert_eq!(away.outcome, "unasked");
}
