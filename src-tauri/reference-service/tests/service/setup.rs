//! Setting up, the operation that follows, and trying again.

use reqwest::Method;
use serde_json::{Value, json};
use turnup_domain::Order;
use turnup_reference_service::Config;

use crate::client::{Client, Got, config, meetings, refused};

async fn set_up(client: &Client, order: &Order, body: Value) -> Got {
    let path = format!("/v1/orders/{}/setup", order.id);
    client.write(Method::PUT, &path, order.revision, body).await
}

fn states(operation: &Value) -> Vec<String> {
    let steps = operation["steps"].as_array().unwrap();
    steps
        .iter()
        .map(|step| step["state"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn an_accepted_setup_runs_step_by_step_to_its_end() {
    let client = Client::start().await;
    let order = client.mapped("4410-228301").await;
    let got = set_up(&client, &order, meetings(&["guadaira"])).await;
    assert_eq!(got.status, 202);
    let accepted = got.order();
    assert_eq!(accepted.status.as_str(), "provisioning");
    let operation = got.header("location").to_owned();
    assert!(operation.starts_with("/v1/operations/"));
    let running = client.get(&operation).await.body;
    assert_eq!(states(&running), ["running", "pending"]);
    assert!(running["retry_after"].as_u64().unwrap() > 0);
    client.pass(4);
    assert_eq!(
        states(&client.get(&operation).await.body),
        ["succeeded", "running"]
    );
    let on_the_way = client.order("4410-228301");
    assert_eq!(on_the_way.revision, accepted.revision);
    assert!(on_the_way.sequence > accepted.sequence);
    client.pass(4);
    let ended = client.get(&operation).await.body;
    assert_eq!(
        (states(&ended), &ended["state"]),
        (vec!["succeeded".into(); 2], &json!("succeeded"))
    );
    assert_eq!(ended["ended_at"], "2026-11-22T12:00:08Z");
    let done = client.order("4410-228301");
    assert_eq!(done.status.as_str(), "provisioned");
    assert_eq!(done.revision, accepted.revision + 1);
    assert!(
        done.services
            .iter()
            .all(|service| service.state.as_str() == "provisioned")
    );
}

#[tokio::test]
async fn what_failed_is_tried_again_and_nothing_else() {
    let client = Client::start().await;
    let order = client.mapped("4410-228301").await;
    let got = set_up(&client, &order, meetings(&["guadaira", "guadaira-fail"])).await;
    let operation = got.header("location").to_owned();
    client.pass(8);
    let failed = client.get(&operation).await.body;
    assert_eq!(
        states(&failed),
        ["succeeded", "succeeded", "failed", "failed"]
    );
    assert_eq!(
        failed["steps"][2]["problems"][0]["code"],
        "provisioning_step_failed"
    );
    let order = client.order("4410-228301");
    assert_eq!(order.status.as_str(), "provisioned_with_errors");
    assert!(!order.services[0].problems.is_empty());
    let path = format!("{operation}/retry");
    let again = client
        .write(Method::POST, &path, order.revision, json!({}))
        .await;
    assert_eq!(
        (again.status, again.header("location")),
        (202, operation.as_str())
    );
    assert_eq!(
        states(&again.body["operation"]),
        ["succeeded", "succeeded", "running", "pending"]
    );
    client.pass(8);
    let order = client.order("4410-228301");
    assert_eq!(order.status.as_str(), "provisioned");
    let nothing = client
        .write(Method::POST, &path, order.revision, json!({}))
        .await;
    assert_eq!(nothing.refusal(), refused(409, "nothing_to_retry"));
}

#[tokio::test]
async fn everything_failed_is_failed() {
    let client = Client::start().await;
    let order = client.mapped("4410-228301").await;
    set_up(&client, &order, meetings(&["always-fail"]))
        .await
        .order();
    client.pass(8);
    assert_eq!(client.order("4410-228301").status.as_str(), "failed");
}

#[tokio::test]
async fn one_operation_runs_at_a_time() {
    let client = Client::start().await;
    let order = client.mapped("4410-228301").await;
    let got = set_up(&client, &order, meetings(&["guadaira"])).await;
    let operation = got.header("location").to_owned();
    let running = got.order();
    let again = set_up(&client, &running, meetings(&["guadaira2"])).await;
    assert_eq!(again.refusal(), refused(409, "operation_in_progress"));
    let path = format!("{operation}/retry");
    let retry = client
        .write(Method::POST, &path, running.revision, json!({}))
        .await;
    assert_eq!(retry.refusal(), refused(409, "operation_in_progress"));
}

#[tokio::test]
async fn a_setup_comes_after_the_mapping() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    let got = set_up(&client, &order, meetings(&["guadaira"])).await;
    assert_eq!(got.refusal(), refused(409, "before_point_of_no_return"));
}

#[tokio::test]
async fn what_is_put_off_is_offered_again() {
    let client = Client::start().await;
    let order = client.mapped("4410-228301").await;
    let later = json!({"services": [{"kind": "meetings", "when": "later"}], "transfer": null});
    let got = set_up(&client, &order, later).await;
    assert_eq!(got.status, 200);
    let order = got.order();
    assert_eq!(order.status.as_str(), "deferred");
    assert_eq!(order.services[0].state.as_str(), "deferred");
    assert_eq!(
        set_up(&client, &order, meetings(&["guadaira"]))
            .await
            .status,
        202
    );
}

#[tokio::test]
async fn a_name_that_is_taken_is_named_and_can_be_changed() {
    let client = Client::start().await;
    let order = client.mapped("4410-228301").await;
    let got = set_up(&client, &order, meetings(&["taken"])).await;
    assert_eq!(got.refusal(), refused(422, "validation_failed"));
    let pointer = "/services/0/sites/0/name".to_owned();
    assert_eq!(got.fields(), [(pointer, "site_name_taken".to_owned())]);
    assert_eq!(
        set_up(&client, &order, meetings(&["guadaira"]))
            .await
            .status,
        202
    );
    let answer = client
        .ask("/v1/site-names/check", json!({"name": "guadaira"}))
        .await
        .body;
    assert_eq!(answer["result"], "taken");
}

#[tokio::test]
async fn a_whole_order_becomes_provisioned() {
    let client = Client::start().await;
    let order = client.order("4410-228290");
    let mut mapping = crate::client::create("4410-228290");
    mapping["customer"]["create"]["name"] = json!("Casa Nueva");
    let path = format!("/v1/orders/{}/mapping", order.id);
    let order = client
        .write(Method::PUT, &path, order.revision, mapping)
        .await
        .order();
    let setup = json!({"services": [
        {"kind": "meetings", "when": "now", "sites": [
            {"name": "zurita", "time_zone": "Europe/Madrid", "early_release": false,
             "managed_in": "control_hub", "licenses": {"1": 250}}]},
        {"kind": "calling", "when": "now", "sip_name": "zurita", "location": {
            "name": "Sevilla", "country": "ES", "time_zone": "Europe/Madrid",
            "announcement_language": "es_es", "email_language": "es_es",
            "address": {"street1": "Calle Sierpes 1", "street2": "", "city": "Sevilla",
                        "state": "Sevilla", "postal_code": "41004"}}},
    ], "transfer": null});
    let got = set_up(&client, &order, setup).await;
    assert_eq!(got.status, 202, "{}", got.text);
    client.pass(8);
    let order = client.order("4410-228290");
    assert_eq!(order.status.as_str(), "provisioned");
    let codes: Vec<_> = order
        .operation
        .unwrap()
        .steps
        .iter()
        .map(|step| step.code.clone())
        .collect();
    assert_eq!(
        codes,
        [
            "create_site",
            "assign_licenses",
            "create_location",
            "register_sip"
        ]
    );
}

#[tokio::test]
async fn counts_that_change_wait_until_they_are_provisioned() {
    let client = Client::with(Config {
        orders: 1_000,
        ..config()
    })
    .await;
    let page = client.get("/v1/orders?limit=1000").await.body;
    let orders: Vec<Order> = serde_json::from_value(page["items"].clone()).unwrap();
    let updates = || orders.iter().filter(|one| one.kind.as_str() == "update");
    for order in updates() {
        let waits = order.status.as_str() != "provisioned";
        for line in &order.lines {
            assert_eq!(line.pending_quantity.is_some(), waits, "{}", order.number);
        }
    }
    let open = updates().find(|one| {
        let kinds: Vec<_> = one.lines.iter().map(|line| line.service.as_str()).collect();
        one.status.as_str() == "awaiting_details" && kinds == ["meetings"]
    });
    let open = open.unwrap();
    let changed = open.lines[0].licenses();
    assert!(changed > open.lines[0].quantity);

    let mapped = client.mapped(open.number.as_str()).await;
    assert_eq!(mapped.lines[0].pending_quantity, Some(changed));
    let site = json!({
        "name": "changed-counts", "time_zone": "Europe/Madrid", "early_release": false,
        "managed_in": "control_hub", "licenses": { open.lines[0].id.as_str(): changed }
    });
    let body = json!({ "services": [{ "kind": "meetings", "when": "now", "sites": [site] }] });
    let got = set_up(&client, &mapped, body).await;
    assert_eq!(got.status, 202, "{}", got.text);
    client.pass(60);
    let done = client.order(open.number.as_str());
    assert_eq!(done.status.as_str(), "provisioned");
    assert_eq!(
        (done.lines[0].quantity, done.lines[0].pending_quantity),
        (changed, None)
    );
}
