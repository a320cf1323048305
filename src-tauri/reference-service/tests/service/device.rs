//! Signing in with a code, on another device.

use reqwest::Method;
use serde_json::Value;

use crate::client::{Client, Got};

const GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

async fn post(client: &Client, path: &str, fields: &[(&str, &str)]) -> Got {
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    let request = client
        .anonymous(Method::POST, path)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body);
    Got::of(request.send().await.unwrap()).await
}

async fn begin(client: &Client) -> Value {
    let got = post(
        client,
        "/oauth/device_authorization",
        &[("client_id", "turnup-desktop")],
    )
    .await;
    assert_eq!(got.status, 200, "{}", got.text);
    assert_eq!(got.header("cache-control"), "no-store");
    got.body
}

async fn ask(client: &Client, begun: &Value) -> Got {
    let code = begun["device_code"].as_str().unwrap();
    let fields = [
        ("grant_type", GRANT),
        ("client_id", "turnup-desktop"),
        ("device_code", code),
    ];
    post(client, "/oauth/token", &fields).await
}

async fn decide(client: &Client, code: &str, decision: &str) -> Got {
    let fields = [
        ("user_code", code),
        ("operator", "opr_luis"),
        ("decision", decision),
    ];
    post(client, "/oauth/device", &fields).await
}

fn error(got: &Got) -> &str {
    assert_eq!(got.status, 400, "{}", got.text);
    got.body["error"].as_str().unwrap_or_default()
}

#[tokio::test]
async fn the_metadata_names_the_way() {
    let client = Client::start().await;
    let got = client.get("/.well-known/oauth-authorization-server").await;
    let origin = client.service.address();
    assert_eq!(
        got.body["device_authorization_endpoint"],
        format!("{origin}/oauth/device_authorization")
    );
    let grants = got.body["grant_types_supported"].as_array().unwrap();
    assert!(grants.contains(&GRANT.into()), "{grants:?}");
}

#[tokio::test]
async fn a_code_that_somebody_allows_becomes_tokens_once() {
    let client = Client::start().await;
    let begun = begin(&client).await;
    assert_eq!(error(&ask(&client, &begun).await), "authorization_pending");
    assert_eq!(error(&ask(&client, &begun).await), "slow_down");
    client.clock.advance(jiff::SignedDuration::from_secs(2));
    assert_eq!(error(&ask(&client, &begun).await), "authorization_pending");

    // Typed as people type.
    let typed = begun["user_code"]
        .as_str()
        .unwrap()
        .replace('-', " ")
        .to_lowercase();
    let page = decide(&client, &typed, "allow").await;
    assert_eq!(page.status, 200, "{}", page.text);
    let granted = ask(&client, &begun).await;
    assert_eq!(granted.status, 200, "{}", granted.text);
    assert!(!granted.body["refresh_token"].as_str().unwrap().is_empty());
    assert_eq!(error(&ask(&client, &begun).await), "invalid_grant");
    assert_eq!(decide(&client, &typed, "allow").await.status, 400);
}

#[tokio::test]
async fn a_code_ends_with_a_refusal_or_with_its_time() {
    let client = Client::start().await;
    let refused = begin(&client).await;
    let code = refused["user_code"].as_str().unwrap();
    assert_eq!(decide(&client, code, "deny").await.status, 200);
    assert_eq!(error(&ask(&client, &refused).await), "access_denied");

    let late = begin(&client).await;
    client.clock.advance(jiff::SignedDuration::from_mins(11));
    let code = late["user_code"].as_str().unwrap();
    assert_eq!(decide(&client, code, "allow").await.status, 400);
    assert_eq!(error(&ask(&client, &late).await), "expired_token");
}

#[tokio::test]
async fn the_page_asks_for_the_code_first_and_runs_nothing_that_is_typed() {
    let client = Client::start().await;
    let begun = begin(&client).await;
    let complete = begun["verification_uri_complete"].as_str().unwrap();
    let path = complete.strip_prefix(&client.service.address()).unwrap();
    let page = client.get(path).await;
    assert!(page.text.contains("opr_ana"), "{}", page.text);
    assert!(page.text.contains(begun["user_code"].as_str().unwrap()));
    for (typed, status) in [("", 200), ("%22%3E%3Cscript%3E", 400), ("BCDF-BCDF", 400)] {
        let page = client
            .get(&format!("/oauth/device?user_code={typed}"))
            .await;
        assert_eq!(page.status, status, "{typed}");
        assert!(page.text.contains("name=\"user_code\""), "{}", page.text);
        assert!(!page.text.contains("opr_ana") && !page.text.contains("<script"));
    }
    let other = post(
        &client,
        "/oauth/device_authorization",
        &[("client_id", "other")],
    )
    .await;
    assert_eq!(other.status, 401);
}
