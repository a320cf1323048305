//! Handing over, resending, notes.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, Got, refused};

async fn post(client: &Client, number: &str, act: &str, body: Value) -> Got {
    let order = client.order(number);
    let path = format!("/v1/orders/{}/{act}", order.id);
    client
        .write(Method::POST, &path, order.revision, body)
        .await
}

#[tokio::test]
async fn an_order_is_handed_over_once() {
    let client = Client::start().await;
    let body = json!({"email": "luis@andaluza.example", "note": "Gracias"});
    let order = post(&client, "4410-228301", "handover", body.clone())
        .await
        .order();
    assert_eq!(order.status.as_str(), "handed_over");
    assert_eq!(order.contact.email, "luis@andaluza.example");
    let again = post(&client, "4410-228301", "handover", body).await;
    assert_eq!(again.refusal(), refused(409, "order_handed_over"));
}

#[tokio::test]
async fn nobody_hands_over_to_the_contact_or_after_the_mapping() {
    let client = Client::start().await;
    let to_herself = json!({"email": "ana@andaluza.example", "note": ""});
    let got = post(&client, "4410-228301", "handover", to_herself).await;
    assert_eq!(
        got.fields(),
        [("/email".to_owned(), "same_as_contact".to_owned())]
    );
    client.mapped("4410-228301").await;
    let body = json!({"email": "luis@andaluza.example", "note": ""});
    let got = post(&client, "4410-228301", "handover", body).await;
    assert_eq!(got.refusal(), refused(409, "after_point_of_no_return"));
}

#[tokio::test]
async fn a_letter_more_is_no_change_of_business() {
    let client = Client::start().await;
    let before = client.order("4410-228290");
    let order = post(&client, "4410-228290", "resend", json!({}))
        .await
        .order();
    assert_eq!(order.revision, before.revision);
    assert!(order.sequence > before.sequence);
    let activity = client
        .get(&format!("/v1/orders/{}/activity", order.id))
        .await
        .body;
    assert_eq!(
        activity.as_array().unwrap().last().unwrap()["code"],
        "mail_resent"
    );
}

#[tokio::test]
async fn a_letter_cannot_be_sent_again_where_the_order_says_so() {
    let client = Client::with(turnup_reference_service::Config {
        orders: 300,
        ..crate::client::config()
    })
    .await;
    let page = client.get("/v1/orders?limit=300").await.body;
    let items = page["items"].as_array().unwrap();
    let silent = items
        .iter()
        .find(|order| order["can_resend"] == false && order["status"] == "awaiting_details")
        .unwrap();
    let got = post(
        &client,
        silent["number"].as_str().unwrap(),
        "resend",
        json!({}),
    )
    .await;
    assert_eq!(got.refusal(), refused(409, "cannot_resend"));
    client.mapped("4410-228301").await;
    let got = post(&client, "4410-228301", "resend", json!({})).await;
    assert_eq!(got.refusal(), refused(409, "after_point_of_no_return"));
}

#[tokio::test]
async fn a_note_is_shared_whatever_it_says() {
    let client = Client::start().await;
    for note in ["<script>alert(1)</script>", "שלום \u{202e}bidi 🙂", ""] {
        let order = client.order("4410-228290");
        let path = format!("/v1/orders/{}/notes", order.id);
        let got = client
            .write(Method::PUT, &path, order.revision, json!({"note": note}))
            .await;
        assert_eq!(got.order().note, note);
        assert_eq!(client.order("4410-228290").note, note);
    }
    let order = client.order("4410-228290");
    let path = format!("/v1/orders/{}/notes", order.id);
    let long = json!({"note": "x".repeat(10_000)});
    let got = client.write(Method::PUT, &path, order.revision, long).await;
    assert_eq!(got.fields(), [("/note".to_owned(), "too_long".to_owned())]);
}

#[tokio::test]
async fn an_order_is_put_on_a_colleague_or_on_nobody_and_the_activity_says_so() {
    let client = Client::start().await;
    let id = client.order("4410-228290").id;
    let path = format!("/v1/orders/{id}/assignee");
    let table = [
        (
            json!({"assignee": " luis@andaluza.example"}),
            Some("luis@andaluza.example"),
        ),
        (json!({"assignee": null}), None),
        (
            json!({"assignee": "ana@andaluza.example"}),
            Some("ana@andaluza.example"),
        ),
        (json!({}), None),
    ];
    for (body, expected) in table {
        let order = client.order("4410-228290");
        let got = client
            .write(Method::PUT, &path, order.revision, body.clone())
            .await;
        let after = got.order();
        assert_eq!(after.assignee.as_deref(), expected, "{body}");
        assert!(after.revision > order.revision, "{body}");
    }
    let order = client.order("4410-228290");
    for (body, code) in [("", "required"), ("luis", "invalid_email")] {
        let body = json!({ "assignee": body });
        let got = client.write(Method::PUT, &path, order.revision, body).await;
        assert_eq!(got.fields(), [("/assignee".to_owned(), code.to_owned())]);
    }
    assert_eq!(client.order("4410-228290").assignee, None);
}
