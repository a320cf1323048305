//! Going down and coming up again.

use reqwest::Method;
use serde_json::json;
use turnup_reference_service::{Config, SpawnError, spawn};

use crate::client::{Client, config, meetings};

#[tokio::test]
async fn a_service_that_comes_back_knows_everything() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        data: Some(folder.path().to_owned()),
        ..config()
    };
    let mut client = Client::with(config.clone()).await;
    let tokens = client.service.issue_tokens();
    let order = client.mapped("4410-228301").await;
    let path = format!("/v1/orders/{}/setup", order.id);
    let got = client
        .write(Method::PUT, &path, order.revision, meetings(&["guadaira"]))
        .await;
    let operation = got.header("location").to_owned();
    let port = client.service.port();
    let page = client.get("/v1/orders?limit=1000").await.body;
    client.service.stop().await;

    let closed = reqwest::Client::builder().no_proxy().build().unwrap();
    let address = format!("http://127.0.0.1:{port}/v1/me");
    assert!(closed.get(&address).send().await.unwrap_err().is_connect());

    client = Client::with(Config {
        port,
        ..config.clone()
    })
    .await;
    client.use_token(&tokens.access_token);
    assert_eq!(client.service.port(), port);
    assert_eq!(
        client.get("/v1/orders?limit=1000").await.body["items"],
        page["items"]
    );
    let cursor = page["next_cursor"].as_str().unwrap();
    let since = client
        .get(&format!("/v1/orders?cursor={cursor}"))
        .await
        .body;
    assert_eq!(since["items"], json!([]));
    client.pass(8);
    assert_eq!(client.get(&operation).await.body["state"], "succeeded");
    assert_eq!(client.service.count_acts(&order.id, "setup"), 1);
}

#[tokio::test]
async fn a_cursor_of_other_data_has_expired() {
    let one = Client::start().await;
    let cursor = one.get("/v1/orders").await.body["next_cursor"]
        .as_str()
        .unwrap()
        .to_owned();
    let other = Client::with(Config {
        seed: 7,
        ..config()
    })
    .await;
    let got = other.get(&format!("/v1/orders?cursor={cursor}")).await;
    assert_eq!(got.refusal().0, 410);
}

#[tokio::test]
async fn a_port_that_is_taken_is_said_so() {
    let client = Client::start().await;
    let again = spawn(Config {
        port: client.service.port(),
        ..config()
    })
    .await;
    assert!(matches!(again, Err(SpawnError::Port { .. })));
}

#[tokio::test]
async fn data_whose_making_was_interrupted_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("turnup-service.unfinished"),
        b"half a file",
    )
    .unwrap();
    let config = Config {
        data: Some(folder.path().to_owned()),
        ..config()
    };
    let client = Client::with(config).await;
    assert_eq!(client.get("/v1/orders?limit=1").await.body["total"], 60);
}

#[tokio::test]
async fn data_that_is_none_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("turnup-service.db");
    std::fs::write(&path, b"this is not a database, but somebody's file").unwrap();
    let refused = spawn(Config {
        data: Some(folder.path().to_owned()),
        ..config()
    })
    .await;
    assert!(matches!(refused, Err(SpawnError::Database { .. })));
    assert!(std::fs::read(&path).unwrap().starts_with(b"this is not"));
}
