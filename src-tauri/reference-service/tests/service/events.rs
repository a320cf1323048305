//! Nudges: how far the feed is, at once and whenever it moves.

use reqwest::{Method, Response};
use serde_json::{Value, json};
use turnup_domain::{OrderId, OrderNumber};
use turnup_reference_service::ZURITA_ORDER;

use crate::client::Client;

/// The next event; none when the service ended.
async fn next(response: &mut Response) -> Option<Value> {
    let mut text = String::new();
    loop {
        let chunk = response.chunk().await.ok()??;
        text += std::str::from_utf8(&chunk).unwrap();
        let data = text.lines().find_map(|line| line.strip_prefix("data: "));
        if let (Some(data), true) = (data, text.ends_with("\n\n")) {
            assert!(text.contains("event: orders\n"), "{text}");
            return Some(serde_json::from_str(data).unwrap());
        }
    }
}

#[tokio::test]
async fn every_change_of_an_order_is_told_to_whoever_listens() {
    let client = Client::start().await;
    let mut events = client
        .request(Method::GET, "/v1/events")
        .send()
        .await
        .unwrap();
    assert_eq!(events.headers()["content-type"], "text/event-stream");
    let first = next(&mut events).await.unwrap()["as_of"].as_u64().unwrap();
    let summary = client.get("/v1/orders/summary").await;
    assert_eq!(summary.body["as_of"], json!(first));

    let order = client.service.order(ZURITA_ORDER).unwrap();
    assert!(client.service.withdraw(&OrderId::from(order.id.as_str())));
    let second = next(&mut events).await.unwrap()["as_of"].as_u64().unwrap();
    assert!(second > first);
    let changed = client
        .service
        .order(OrderNumber::from(ZURITA_ORDER).as_str())
        .unwrap();
    assert!(changed.revision > order.revision);
}

#[tokio::test]
async fn whoever_listens_does_not_keep_the_service_from_ending() {
    let client = Client::start().await;
    let mut events = client
        .request(Method::GET, "/v1/events")
        .send()
        .await
        .unwrap();
    next(&mut events).await.unwrap();
    let Client { service, .. } = client;
    let ended = tokio::time::Instant::now();
    service.stop().await;
    assert!(
        ended.elapsed() < std::time::Duration::from_secs(2),
        "it was cut off"
    );
    assert_eq!(next(&mut events).await, None);
}

#[tokio::test]
async fn nobody_listens_who_is_not_signed_in() {
    let client = Client::start().await;
    let request = client.anonymous(Method::GET, "/v1/events");
    assert_eq!(request.send().await.unwrap().status(), 401);
}
