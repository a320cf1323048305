//! Faults on demand.

use reqwest::Method;
use serde_json::json;
use turnup_reference_service::{Config, Fault, FaultKind};
use uuid::Uuid;

use crate::client::{Client, Got, config, create, refused};

#[tokio::test]
async fn a_status_comes_with_its_problem_and_when_to_ask_again() {
    let client = Client::start().await;
    for (status, code) in [
        (503, "unavailable"),
        (429, "rate_limited"),
        (500, "internal"),
    ] {
        client
            .service
            .inject(Fault::new(FaultKind::Status).with(status));
        let got = client.get("/v1/me").await;
        assert_eq!(got.refusal(), refused(u16::try_from(status).unwrap(), code));
        assert_eq!(got.header("retry-after").is_empty(), code == "internal");
        assert_eq!(client.get("/v1/me").await.status, 200);
    }
}

#[tokio::test]
async fn an_answer_lost_after_the_commit_was_given_all_the_same() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    let path = format!("/v1/orders/{}/mapping", order.id);
    let key = Uuid::now_v7().to_string();
    client
        .service
        .inject(Fault::new(FaultKind::ResetAfterCommit).ending("/mapping"));
    let request = client
        .request(Method::PUT, &path)
        .header("If-Match", format!("\"{}\"", order.revision))
        .header("Idempotency-Key", &key)
        .json(&create("4410-228301"));
    assert!(request.send().await.is_err());
    assert_eq!(client.service.count_acts(&order.id, "mapping"), 1);
    let body = create("4410-228301");
    let again = client
        .write_as(Method::PUT, &path, order.revision, &key, body)
        .await;
    assert_eq!(
        (again.status, again.header("idempotency-replayed")),
        (200, "true")
    );
    assert_eq!(client.service.count_acts(&order.id, "mapping"), 1);
}

#[tokio::test]
async fn a_connection_that_ends_before_the_commit_leaves_nothing() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    client
        .service
        .inject(Fault::new(FaultKind::ResetBeforeCommit).under("/v1/orders"));
    let path = format!("/v1/orders/{}/mapping", order.id);
    let request = client
        .request(Method::PUT, &path)
        .header("If-Match", format!("\"{}\"", order.revision))
        .header("Idempotency-Key", Uuid::now_v7().to_string())
        .json(&create("4410-228301"));
    assert!(request.send().await.is_err());
    assert_eq!(client.order("4410-228301"), order);
}

#[tokio::test]
async fn an_answer_breaks_off_in_the_middle() {
    let client = Client::start().await;
    client
        .service
        .inject(Fault::new(FaultKind::Truncate).with(600));
    let response = client.request(Method::GET, "/v1/orders").send().await;
    let whole = match response {
        Ok(response) => response.bytes().await.is_ok(),
        Err(_) => false,
    };
    assert!(!whole);
}

#[tokio::test]
async fn a_network_that_wants_a_sign_in_answers_in_html() {
    let client = Client::start().await;
    client
        .service
        .inject(Fault::new(FaultKind::Html).under("/v1/me").times(2));
    for _ in 0..2 {
        let got = client.get("/v1/me").await;
        assert_eq!(got.status, 200);
        assert!(got.header("content-type").starts_with("text/html"));
    }
    assert_eq!(client.get("/v1/me").await.body["name"], "Ana Ruiz");
}

#[tokio::test]
async fn a_service_that_ignores_keys_is_told_by_its_revision() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    let path = format!("/v1/orders/{}/mapping", order.id);
    let key = Uuid::now_v7().to_string();
    client
        .service
        .inject(Fault::new(FaultKind::IgnoreIdempotency).times(2));
    let send = || {
        client.write_as(
            Method::PUT,
            &path,
            order.revision,
            &key,
            create("4410-228301"),
        )
    };
    assert_eq!(send().await.status, 200);
    let again = send().await;
    assert_eq!(again.refusal(), refused(412, "revision_conflict"));
    assert_eq!(again.body["current"]["mapping"]["intent_id"], key);
}

#[tokio::test]
async fn an_answer_can_be_lost_by_a_service_that_ignores_keys() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    let path = format!("/v1/orders/{}/mapping", order.id);
    let key = Uuid::now_v7().to_string();
    for kind in [FaultKind::ResetAfterCommit, FaultKind::IgnoreIdempotency] {
        client
            .service
            .inject(Fault::new(kind).ending("/mapping").times(1));
    }
    let request = client
        .request(Method::PUT, &path)
        .header("If-Match", format!("\"{}\"", order.revision))
        .header("Idempotency-Key", &key)
        .json(&create("4410-228301"));
    assert!(request.send().await.is_err());
    let body = create("4410-228301");
    let again = client
        .write_as(Method::PUT, &path, order.revision, &key, body)
        .await;
    assert_eq!(again.refusal(), refused(412, "revision_conflict"));
    assert_eq!(client.service.count_acts(&order.id, "mapping"), 1);
}

#[tokio::test]
async fn latency_and_expired_cursors_can_be_ordered() {
    let client = Client::start().await;
    client
        .service
        .inject(Fault::new(FaultKind::Latency).with(80));
    let before = std::time::Instant::now();
    assert_eq!(client.get("/v1/me").await.status, 200);
    assert!(before.elapsed().as_millis() >= 80);
    client
        .service
        .inject(Fault::new(FaultKind::ExpiredCursor).under("/v1/orders"));
    assert_eq!(
        client.get("/v1/orders").await.refusal(),
        refused(410, "cursor_expired")
    );
}

#[tokio::test]
async fn the_admin_port_exists_only_when_it_is_asked_for() {
    assert_eq!(Client::start().await.service.admin_address(), None);
    let client = Client::with(Config {
        admin_port: true,
        ..config()
    })
    .await;
    let admin = client.service.admin_address().unwrap();
    let faults = format!("{admin}/faults");
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let order = |body: serde_json::Value| http.post(&faults).json(&body).send();
    let status =
        |code: u64| json!({"kind": "status", "path_prefix": "/v1/me", "count": 1, "value": code});
    assert_eq!(order(status(503)).await.unwrap().status().as_u16(), 204);
    assert_eq!(client.get("/v1/me").await.status, 503);
    assert_eq!(order(status(503)).await.unwrap().status().as_u16(), 204);
    http.delete(&faults).send().await.unwrap();
    assert_eq!(client.get("/v1/me").await.status, 200);
    let wrong = Got::of(order(json!({"kind": "earthquake"})).await.unwrap()).await;
    assert_eq!(wrong.refusal().1, "malformed_request");
    let inside = Got::of(
        client
            .request(Method::POST, "/faults")
            .send()
            .await
            .unwrap(),
    )
    .await;
    assert_eq!(inside.status, 404);
}

#[tokio::test]
async fn every_request_is_seen() {
    let client = Client::start().await;
    client.get("/v1/me").await;
    client.get("/v1/nothing?x=1").await;
    let seen = client.service.requests_seen();
    let seen: Vec<_> = seen
        .iter()
        .map(|seen| (seen.method.as_str(), seen.path.as_str(), seen.status))
        .collect();
    assert_eq!(seen, [("GET", "/v1/me", 200), ("GET", "/v1/nothing", 404)]);
}
