//! The point of no return.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, create, refused};

fn to_zurita(number: &str, revision: u64) -> Value {
    json!({
        "own_company": false,
        "partner": {"organization_id": "org_andaluza", "expected_revision": 4},
        "customer": {"organization_id": "org_zurita", "expected_revision": revision},
        "customer_sets_up": false,
        "confirm": number,
    })
}

async fn map(client: &Client, number: &str, body: Value) -> crate::client::Got {
    let order = client.order(number);
    let path = format!("/v1/orders/{}/mapping", order.id);
    client.write(Method::PUT, &path, order.revision, body).await
}

#[tokio::test]
async fn a_mapping_creates_what_it_names_and_freezes_the_contact() {
    let client = Client::start().await;
    let before = client.order("4410-228301");
    let got = map(&client, "4410-228301", create("4410-228301")).await;
    let order = got.order();
    assert_eq!(got.header("etag"), format!("\"{}\"", order.revision));
    assert_eq!(order.revision, before.revision + 1);
    assert_eq!(order.status.as_str(), "mapped");
    assert!(order.contact.frozen);
    let mapping = order.mapping.unwrap();
    assert_eq!(mapping.customer.name, "Talleres Guadaíra");
    assert_eq!(mapping.by, "ana@andaluza.example");
    assert!(mapping.customer.created.is_some());
    let body = json!({"role": "customer", "email": "direccion@talleres-guadaira.example",
                      "company": "Talleres Guadaíra", "country": "ES"});
    let answer = client.ask("/v1/organizations/match", body).await.body;
    assert_eq!(answer["outcome"], "matched");
}

#[tokio::test]
async fn an_existing_customer_is_asked_and_agrees_in_time() {
    let client = Client::start().await;
    let order = map(&client, "4410-228290", to_zurita("4410-228290", 12))
        .await
        .order();
    assert_eq!(order.status.as_str(), "awaiting_approval");
    let got = client
        .write(
            Method::PUT,
            &format!("/v1/orders/{}/setup", order.id),
            order.revision,
            json!({"services": [{"kind": "meetings", "when": "later"},
                                {"kind": "calling", "when": "later"}]}),
        )
        .await;
    assert_eq!(got.refusal(), refused(409, "awaiting_approval"));
    client.pass(10);
    let agreed = client.order("4410-228290");
    assert_eq!(agreed.status.as_str(), "mapped");
    assert_eq!(
        agreed.mapping.unwrap().approval.unwrap().as_str(),
        "granted"
    );
    assert_eq!(agreed.revision, order.revision + 1);
}

#[tokio::test]
async fn an_organization_that_changed_is_looked_at_again() {
    let client = Client::start().await;
    let got = map(&client, "4410-228290", to_zurita("4410-228290", 11)).await;
    assert_eq!(got.refusal(), refused(409, "organization_changed"));
    assert_eq!(got.body["params"]["organization_id"], "org_zurita");
    assert_eq!(
        client.order("4410-228290").status.as_str(),
        "awaiting_details"
    );
}

#[tokio::test]
async fn something_too_similar_is_created_only_on_purpose() {
    let client = Client::start().await;
    let mut body = create("4410-228301");
    body["customer"]["create"]["name"] = json!("Zurita y Compañía");
    let got = map(&client, "4410-228301", body.clone()).await;
    assert_eq!(got.refusal(), refused(409, "similar_organization_exists"));
    body["customer"]["create_anyway"] = json!(true);
    assert_eq!(
        map(&client, "4410-228301", body)
            .await
            .order()
            .status
            .as_str(),
        "mapped"
    );
}

#[tokio::test]
async fn wrong_fields_are_named() {
    let client = Client::start().await;
    let mut body = create("4410-228301");
    body["customer"]["create"]["name"] = json!("100 %");
    body["customer"]["create"]["admin_email"] = json!("nobody");
    body["confirm"] = json!("4410-000000");
    let got = map(&client, "4410-228301", body).await;
    assert_eq!(got.refusal(), refused(422, "validation_failed"));
    let fields = got.fields();
    let expected = [
        ("/customer/create/name", "percent_sign"),
        ("/customer/create/admin_email", "invalid_email"),
        ("/confirm", "confirmation_mismatch"),
    ];
    for (pointer, code) in expected {
        assert!(
            fields.contains(&(pointer.to_owned(), code.to_owned())),
            "{fields:?}"
        );
    }
}

#[tokio::test]
async fn a_person_belongs_to_one_organization() {
    let client = Client::start().await;
    let mut body = create("4410-228301");
    body["customer"]["create"]["admin_email"] = json!("admin@zurita.example");
    let got = map(&client, "4410-228301", body).await;
    let pointer = "/customer/create/admin_email".to_owned();
    assert_eq!(
        got.fields(),
        [(pointer, "user_in_other_organization".to_owned())]
    );
}

#[tokio::test]
async fn an_organization_that_is_not_there_is_named() {
    let client = Client::start().await;
    let mut body = to_zurita("4410-228290", 12);
    body["customer"]["organization_id"] = json!("org_none");
    let got = map(&client, "4410-228290", body).await;
    let pointer = "/customer/organization_id".to_owned();
    assert_eq!(got.fields(), [(pointer, "unknown_organization".to_owned())]);
}

#[tokio::test]
async fn the_point_of_no_return_is_passed_once() {
    let client = Client::start().await;
    client.mapped("4410-228301").await;
    let got = map(&client, "4410-228301", create("4410-228301")).await;
    assert_eq!(got.refusal(), refused(409, "after_point_of_no_return"));
    let id = client.order("4410-228301").id;
    assert_eq!(client.service.count_acts(&id, "mapping"), 1);
}

#[tokio::test]
async fn the_state_of_an_order_refuses_in_its_own_words() {
    let mut client = Client::start().await;
    assert!(client.service.withdraw(&client.order("4410-228301").id));
    let got = map(&client, "4410-228301", create("4410-228301")).await;
    assert_eq!(got.refusal(), refused(409, "order_cancelled"));
    client.pass_days(5);
    let got = map(&client, "4410-228290", to_zurita("4410-228290", 12)).await;
    assert_eq!(got.refusal(), refused(409, "order_closed"));
}

#[tokio::test]
async fn a_customer_who_sets_up_gets_the_rest() {
    let client = Client::start().await;
    let mut body = create("4410-228301");
    body["customer_sets_up"] = json!(true);
    let order = map(&client, "4410-228301", body).await.order();
    assert_eq!(order.status.as_str(), "customer_sets_up");
}

#[tokio::test]
async fn a_refused_mapping_leaves_nothing_behind() {
    let client = Client::start().await;
    let before = client.get("/v1/organizations/changes?limit=1").await.body["total"].clone();
    let mut body = create("4410-228301");
    body["confirm"] = json!("");
    assert_eq!(map(&client, "4410-228301", body).await.status, 422);
    let after = client.get("/v1/organizations/changes?limit=1").await.body["total"].clone();
    assert_eq!(before, after);
}

#[tokio::test]
async fn a_dry_run_finds_what_would_be_refused_and_changes_nothing() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    let path = format!("/v1/orders/{}/checks", order.id);
    let mut setup = crate::client::meetings(&["taken"]);
    setup["services"][0]["sites"][0]["licenses"]["1"] = json!(20);
    let mut mapping = create("4410-228301");
    mapping["customer"]["create"]["vertical"] = json!("nonsense");
    let answer = client
        .ask(&path, json!({"mapping": mapping, "setup": setup}))
        .await
        .body;
    let problems: Vec<_> = answer["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (p["pointer"].as_str().unwrap(), p["code"].as_str().unwrap()))
        .collect();
    assert!(
        problems.contains(&("/mapping/customer/create/vertical", "unknown_value")),
        "{problems:?}"
    );
    assert!(
        problems.contains(&("/setup/services/0/sites/0/name", "site_name_taken")),
        "{problems:?}"
    );
    assert!(
        problems
            .iter()
            .any(|(_, code)| *code == "licenses_left_over"),
        "{problems:?}"
    );
    assert_eq!(client.order("4410-228301"), order);
}

#[tokio::test]
async fn a_dry_run_warns_of_the_approval() {
    let client = Client::start().await;
    let id = client.order("4410-228290").id;
    let body = json!({"mapping": to_zurita("4410-228290", 12)});
    let answer = client
        .ask(&format!("/v1/orders/{id}/checks"), body)
        .await
        .body;
    assert_eq!(answer["problems"], json!([]));
    assert_eq!(answer["warnings"][0]["code"], "approval_required");
}
