//! The delta feeds.

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Value, json};
use turnup_contract::checksum::Checksum;

use crate::client::{Client, refused};

/// Follows a feed to its end; items by id, and the last cursor.
async fn follow(client: &Client, path: &str, from: Option<&str>) -> (Vec<Value>, String) {
    let mut items = Vec::new();
    let mut cursor = from.map(str::to_owned);
    loop {
        let after = cursor
            .map(|cursor| format!("&cursor={cursor}"))
            .unwrap_or_default();
        let page = client.get(&format!("{path}?limit=17{after}")).await.body;
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        let next = page["next_cursor"].as_str().unwrap().to_owned();
        if page["has_more"] == false {
            return (items, next);
        }
        assert_eq!(page["items"].as_array().unwrap().len(), 17);
        cursor = Some(next);
    }
}

fn sequences(items: &[Value]) -> Vec<u64> {
    items
        .iter()
        .filter_map(|item| item["sequence"].as_u64())
        .collect()
}

#[tokio::test]
async fn pages_tell_every_order_once_in_sequence() {
    let client = Client::start().await;
    let (items, _) = follow(&client, "/v1/orders", None).await;
    assert_eq!(items.len(), 60);
    assert!(sequences(&items).is_sorted());
    let ids: BTreeMap<_, _> = items
        .iter()
        .map(|item| (item["id"].to_string(), ()))
        .collect();
    assert_eq!(ids.len(), 60);
}

#[tokio::test]
async fn a_change_comes_after_the_cursor_and_nothing_else_does() {
    let client = Client::start().await;
    let (_, cursor) = follow(&client, "/v1/orders", None).await;
    let order = client.order("4410-228290");
    let path = format!("/v1/orders/{}/notes", order.id);
    let body = json!({"note": "Llamar mañana"});
    client
        .write(Method::PUT, &path, order.revision, body)
        .await
        .order();
    let (items, cursor) = follow(&client, "/v1/orders", Some(&cursor)).await;
    assert_eq!(items.len(), 1);
    assert_eq!(items[0]["note"], "Llamar mañana");
    assert_eq!(items[0]["revision"], order.revision + 1);
    let (items, _) = follow(&client, "/v1/orders", Some(&cursor)).await;
    assert!(items.is_empty());
}

#[tokio::test]
async fn lost_access_leaves_a_tombstone() {
    let client = Client::start().await;
    let (_, cursor) = follow(&client, "/v1/orders", None).await;
    let order = client.order("4410-228301");
    assert!(client.service.take_away(&order.id));
    let (items, _) = follow(&client, "/v1/orders", Some(&cursor)).await;
    assert_eq!(items.len(), 1);
    assert_eq!(items[0]["id"], order.id.as_str());
    assert_eq!(items[0]["deleted"], true);
    assert_eq!(
        client.get(&format!("/v1/orders/{}", order.id)).await.status,
        404
    );
}

#[tokio::test]
async fn an_expired_cursor_says_so() {
    let client = Client::start().await;
    let (_, cursor) = follow(&client, "/v1/orders", None).await;
    assert!(client.service.expire_cursors());
    let got = client.get(&format!("/v1/orders?cursor={cursor}")).await;
    assert_eq!(got.refusal(), refused(410, "cursor_expired"));
    let (items, _) = follow(&client, "/v1/orders", None).await;
    assert_eq!(items.len(), 60);
}

#[tokio::test]
async fn a_cursor_of_one_feed_is_none_of_the_other() {
    let client = Client::start().await;
    let (_, cursor) = follow(&client, "/v1/orders", None).await;
    let got = client
        .get(&format!("/v1/organizations/changes?cursor={cursor}"))
        .await;
    assert_eq!(got.refusal(), refused(400, "malformed_request"));
}

#[tokio::test]
async fn the_summary_agrees_with_the_feed() {
    let client = Client::start().await;
    let order = client.order("4410-228290");
    let path = format!("/v1/orders/{}/notes", order.id);
    client
        .write(Method::PUT, &path, order.revision, json!({"note": "x"}))
        .await
        .order();
    assert!(client.service.take_away(&client.order("4410-228301").id));
    let (items, _) = follow(&client, "/v1/orders", None).await;
    let orders: Vec<_> = items
        .iter()
        .filter(|item| item["deleted"] != true)
        .collect();
    let mut checksum = Checksum::default();
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for order in &orders {
        checksum.toggle(
            order["id"].as_str().unwrap(),
            order["revision"].as_u64().unwrap(),
        );
        *counts
            .entry(order["status"].as_str().unwrap().to_owned())
            .or_default() += 1;
    }
    let summary = client.get("/v1/orders/summary").await.body;
    assert_eq!(summary["checksum"], checksum.hex());
    assert_eq!(summary["counts"], json!(counts));
    assert_eq!(
        summary["as_of"],
        sequences(&items).into_iter().max().unwrap()
    );
}

#[tokio::test]
async fn an_order_is_found_by_its_number() {
    let client = Client::start().await;
    let found = client.get("/v1/orders?number=4410-228290").await.body;
    assert_eq!(found["items"][0]["number"], "4410-228290");
    assert_eq!(found["has_more"], false);
    let none = client.get("/v1/orders?number=0000-000000").await.body;
    assert_eq!(none["items"], json!([]));
}

#[tokio::test]
async fn operators_see_a_part_of_the_directory() {
    let client = Client::start().await;
    let (items, cursor) = follow(&client, "/v1/organizations/changes", None).await;
    assert!(items.len() > 40 && items.len() < 88, "{}", items.len());
    assert!(items.iter().any(|item| item["id"] == "org_zurita"));
    let id = "org_zurita".into();
    assert!(
        client
            .service
            .change_organization(&id, |organization| organization.users = 237)
    );
    let (items, _) = follow(&client, "/v1/organizations/changes", Some(&cursor)).await;
    assert_eq!(items.len(), 1);
    assert_eq!(
        (&items[0]["users"], &items[0]["revision"]),
        (&json!(237), &json!(13))
    );
}

#[tokio::test]
async fn the_same_seed_makes_the_same_world() {
    let (one, other) = (Client::start().await, Client::start().await);
    assert_eq!(
        follow(&one, "/v1/orders", None).await.0,
        follow(&other, "/v1/orders", None).await.0
    );
    let seeded = crate::client::Client::with(turnup_reference_service::Config {
        seed: 2,
        ..crate::client::config()
    })
    .await;
    assert_ne!(
        follow(&one, "/v1/orders", None).await.0,
        follow(&seeded, "/v1/orders", None).await.0
    );
}

#[tokio::test]
async fn a_deadline_that_passes_closes_the_order() {
    let mut client = Client::start().await;
    let order = client.order("4410-228290");
    assert_eq!(order.closes_at.unwrap().to_string(), "2026-11-25T22:59:59Z");
    client.pass_days(4);
    let closed = client.order("4410-228290");
    assert_eq!(closed.status.as_str(), "closed");
    assert_eq!(closed.revision, order.revision + 1);
    let activity = client
        .get(&format!("/v1/orders/{}/activity", order.id))
        .await
        .body;
    let last = activity.as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["code"], &last["at"]),
        (&json!("closed"), &json!("2026-11-25T22:59:59Z"))
    );
}
