//! What holds for every call.

use reqwest::Method;
use serde_json::json;

use crate::client::{Client, Got, refused};

#[tokio::test]
async fn nobody_gets_in_without_a_token() {
    let client = Client::start().await;
    for path in [
        "/v1/me",
        "/v1/orders",
        "/v1/capabilities",
        "/v1/organizations/changes",
    ] {
        let got = Got::of(client.anonymous(Method::GET, path).send().await.unwrap()).await;
        assert_eq!(got.refusal(), refused(401, "unauthenticated"), "{path}");
        assert_eq!(got.header("www-authenticate"), "Bearer");
    }
    let wrong = client
        .anonymous(Method::GET, "/v1/me")
        .bearer_auth("nonsense");
    assert_eq!(
        Got::of(wrong.send().await.unwrap()).await.refusal(),
        refused(401, "unauthenticated")
    );
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_too() {
    let client = Client::start().await;
    let table = [
        (Method::GET, "/v1/nothing", 404, "not_found"),
        (Method::GET, "/", 404, "not_found"),
        (Method::GET, "/v1/orders/ord_none", 404, "not_found"),
        (
            Method::GET,
            "/v1/orders/ord_none/activity",
            404,
            "not_found",
        ),
        (Method::GET, "/v1/operations/op_none", 404, "not_found"),
        (Method::DELETE, "/v1/me", 405, "method_not_allowed"),
        (Method::GET, "/v1/orders?limit=0", 400, "malformed_request"),
        (
            Method::GET,
            "/v1/orders?limit=1001",
            400,
            "malformed_request",
        ),
        (
            Method::GET,
            "/v1/orders?limit=many",
            400,
            "malformed_request",
        ),
        (
            Method::GET,
            "/v1/orders?cursor=nonsense",
            400,
            "malformed_request",
        ),
    ];
    for (method, path, status, code) in table {
        let got = Got::of(client.request(method, path).send().await.unwrap()).await;
        assert_eq!(got.refusal(), refused(status, code), "{path}");
    }
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_a_problem() {
    let client = Client::start().await;
    let post = || client.request(Method::POST, "/v1/organizations/search");
    let table = [
        (
            post().header("content-type", "application/json").body("{"),
            400,
            "malformed_request",
        ),
        (
            post().header("content-type", "text/plain").body("{}"),
            400,
            "malformed_request",
        ),
        (post().json(&json!({"domain": 5})), 400, "malformed_request"),
        (
            post().json(&json!({"domain": "x".repeat(1_100_000)})),
            413,
            "body_too_large",
        ),
    ];
    for (request, status, code) in table {
        let got = Got::of(request.send().await.unwrap()).await;
        assert_eq!(got.refusal(), refused(status, code));
    }
}

#[tokio::test]
async fn me_tells_who_works_for_whom() {
    let client = Client::start().await;
    let me = client.get("/v1/me").await.body;
    assert_eq!(me["email"], "ana@andaluza.example");
    assert_eq!(me["name"], "Ana Ruiz");
    assert_eq!(me["partners"][0]["name"], "Andaluza de Comunicaciones");
}

#[tokio::test]
async fn capabilities_are_sent_once() {
    let client = Client::start().await;
    let got = client.get("/v1/capabilities").await;
    let etag = got.header("etag").to_owned();
    assert_eq!(got.body["countries"].as_array().unwrap().len(), 249);
    assert!(!etag.is_empty());
    let again = client
        .request(Method::GET, "/v1/capabilities")
        .header("If-None-Match", &etag);
    let again = Got::of(again.send().await.unwrap()).await;
    assert_eq!((again.status, again.header("etag")), (304, etag.as_str()));
    assert!(again.text.is_empty());
}

#[tokio::test]
async fn answers_are_compressed_on_request_and_keep_their_tag() {
    let client = Client::start().await;
    let order = client.order("4410-228290");
    let path = format!("/v1/orders/{}", order.id);
    let plain = client.get(&path).await;
    let raw = reqwest::Client::builder()
        .no_gzip()
        .no_proxy()
        .build()
        .unwrap();
    let packed = raw
        .get(format!("{}{path}", client.service.address()))
        .bearer_auth(client.service.issue_tokens().access_token)
        .header("accept-encoding", "gzip")
        .send()
        .await
        .unwrap();
    assert_eq!(packed.headers()["content-encoding"], "gzip");
    assert_eq!(packed.headers()["etag"], plain.header("etag"));
    let bytes = packed.bytes().await.unwrap();
    assert!(bytes.starts_with(&[0x1f, 0x8b]) && bytes.len() < plain.text.len());
}

#[tokio::test]
async fn an_order_comes_with_its_revision() {
    let client = Client::start().await;
    let order = client.order("4410-228290");
    let got = client.get(&format!("/v1/orders/{}", order.id)).await;
    assert_eq!(got.header("etag"), format!("\"{}\"", order.revision));
    assert_eq!(got.order(), order);
}

#[tokio::test]
async fn activity_begins_with_the_letter() {
    let client = Client::start().await;
    let order = client.order("4410-228290");
    let got = client
        .get(&format!("/v1/orders/{}/activity", order.id))
        .await;
    let codes: Vec<_> = got
        .body
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["code"].clone())
        .collect();
    assert_eq!(codes, ["order_received", "mail_sent"]);
}
