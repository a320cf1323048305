//! Signing in: code with PKCE, rotation, revocation.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use reqwest::{Method, RequestBuilder, Url};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::client::{Client, Got};

const VERIFIER: &str = "a-verifier-that-is-long-enough-to-be-one-of-rfc-7636";
const REDIRECT: &str = "http://127.0.0.1:49152/callback";

fn challenge() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER))
}

fn asked(change: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let mut asked = vec![
        ("response_type", "code".to_owned()),
        ("client_id", "turnup-desktop".to_owned()),
        ("redirect_uri", REDIRECT.to_owned()),
        ("state", "st&te \"1\"".to_owned()),
        ("code_challenge", challenge()),
        ("code_challenge_method", "S256".to_owned()),
    ];
    for (name, value) in change {
        asked.retain(|(known, _)| known != name);
        asked.push((name, (*value).to_owned()));
    }
    asked
}

fn encoded<V: AsRef<str>>(fields: &[(&str, V)]) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}

/// The page's address.
fn page(change: &[(&'static str, &str)]) -> String {
    format!("/oauth/authorize?{}", encoded(&asked(change)))
}

fn form<V: AsRef<str>>(client: &Client, path: &str, fields: &[(&str, V)]) -> RequestBuilder {
    client
        .anonymous(Method::POST, path)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(encoded(fields))
}

/// The parameters that the browser is sent back with.
fn way_back(got: &Got) -> std::collections::HashMap<String, String> {
    assert_eq!(got.status, 303, "{}", got.text);
    let url = Url::parse(got.header("location")).unwrap();
    assert!(url.as_str().starts_with(REDIRECT));
    url.query_pairs().into_owned().collect()
}

async fn decide(client: &Client, change: &[(&'static str, &str)]) -> Got {
    let request = form(client, "/oauth/authorize", &asked(change));
    Got::of(request.send().await.unwrap()).await
}

const ALLOW: &[(&str, &str)] = &[("operator", "opr_ana"), ("decision", "allow")];

async fn code(client: &Client) -> String {
    way_back(&decide(client, ALLOW).await)["code"].clone()
}

async fn token(client: &Client, fields: &[(&str, &str)]) -> Got {
    let request = form(client, "/oauth/token", fields);
    Got::of(request.send().await.unwrap()).await
}

async fn redeem(client: &Client, code: &str, verifier: &str, redirect: &str) -> Got {
    let fields = [
        ("grant_type", "authorization_code"),
        ("client_id", "turnup-desktop"),
        ("code", code),
        ("code_verifier", verifier),
        ("redirect_uri", redirect),
    ];
    token(client, &fields).await
}

async fn refresh(client: &Client, refresh_token: &str) -> Got {
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "turnup-desktop"),
        ("refresh_token", refresh_token),
    ];
    token(client, &fields).await
}

fn refused(got: &Got) -> (u16, &str) {
    (got.status, got.body["error"].as_str().unwrap_or_default())
}

#[tokio::test]
async fn the_metadata_is_of_the_service_itself() {
    let client = Client::start().await;
    let got = client.get("/.well-known/oauth-authorization-server").await;
    let origin = client.service.address();
    assert_eq!(got.body["issuer"], origin);
    assert_eq!(
        got.body["authorization_endpoint"],
        format!("{origin}/oauth/authorize")
    );
    assert_eq!(
        got.body["code_challenge_methods_supported"],
        json!(["S256"])
    );
}

#[tokio::test]
async fn a_code_becomes_tokens_that_work() {
    let mut client = Client::start().await;
    let back = way_back(&decide(&client, ALLOW).await);
    assert_eq!(back["state"], "st&te \"1\"");
    assert_eq!(back["iss"], client.service.address());
    let got = redeem(&client, &back["code"], VERIFIER, REDIRECT).await;
    assert_eq!((got.status, got.header("cache-control")), (200, "no-store"));
    assert_eq!(got.body["token_type"], "Bearer");
    client.use_token(got.body["access_token"].as_str().unwrap());
    assert_eq!(client.get("/v1/me").await.body["name"], "Ana Ruiz");
}

#[tokio::test]
async fn a_code_is_for_who_began() {
    let client = Client::start().await;
    let wrong = "another-verifier-that-is-long-enough-for-rfc-7636";
    let other = "http://127.0.0.1:49153/callback";
    for (verifier, redirect) in [(wrong, REDIRECT), (VERIFIER, other), ("", REDIRECT)] {
        let code = code(&client).await;
        let got = redeem(&client, &code, verifier, redirect).await;
        assert_eq!(refused(&got), (400, "invalid_grant"));
        // A wrong try uses the code up.
        let got = redeem(&client, &code, VERIFIER, REDIRECT).await;
        assert_eq!(refused(&got), (400, "invalid_grant"));
    }
}

#[tokio::test]
async fn a_code_that_is_replayed_ends_what_it_began() {
    let mut client = Client::start().await;
    let code = code(&client).await;
    let tokens = redeem(&client, &code, VERIFIER, REDIRECT).await.body;
    let got = redeem(&client, &code, VERIFIER, REDIRECT).await;
    assert_eq!(refused(&got), (400, "invalid_grant"));
    client.use_token(tokens["access_token"].as_str().unwrap());
    assert_eq!(client.get("/v1/me").await.status, 401);
}

#[tokio::test]
async fn a_code_lasts_a_minute() {
    let client = Client::start().await;
    let code = code(&client).await;
    client.pass(61);
    let got = redeem(&client, &code, VERIFIER, REDIRECT).await;
    assert_eq!(refused(&got), (400, "invalid_grant"));
}

#[tokio::test]
async fn nothing_is_sent_to_where_it_should_not_go() {
    let client = Client::start().await;
    let table = [
        ("redirect_uri", "https://evil.example/callback"),
        ("redirect_uri", "http://evil.example/callback"),
        ("redirect_uri", "http://localhost.evil.example/callback"),
        ("redirect_uri", "http://127.0.0.1:1/x#fragment"),
        ("redirect_uri", "turnup://callback"),
        ("redirect_uri", ""),
        ("client_id", "somebody-else"),
    ];
    for change in table {
        let got = decide(&client, &[ALLOW, &[change]].concat()).await;
        assert_eq!(
            (got.status, got.header("location")),
            (400, ""),
            "{change:?}"
        );
        let ask = client.anonymous(Method::GET, &page(&[change]));
        assert_eq!(
            ask.send().await.unwrap().status().as_u16(),
            400,
            "{change:?}"
        );
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_request_goes_back_to_the_client() {
    let client = Client::start().await;
    let table: [(&[(&str, &str)], &str); 5] = [
        (&[("code_challenge_method", "plain")], "invalid_request"),
        (&[("code_challenge", "short")], "invalid_request"),
        (&[("response_type", "token")], "unsupported_response_type"),
        (&[("decision", "deny")], "access_denied"),
        (&[("operator", "nobody")], "access_denied"),
    ];
    for (change, error) in table {
        let back = way_back(&decide(&client, &[ALLOW, change].concat()).await);
        assert_eq!(back["error"], error, "{change:?}");
        assert!(!back.contains_key("code"));
    }
}

#[tokio::test]
async fn the_page_speaks_both_languages_and_escapes_what_it_carries() {
    let client = Client::start().await;
    let hostile = [("state", "\"><script>alert(1)</script>")];
    for (language, word) in [
        ("fr-CA", "Se connecter"),
        ("en", "Sign in"),
        ("ka", "Sign in"),
    ] {
        let request = client
            .anonymous(Method::GET, &page(&hostile))
            .header("accept-language", language);
        let got = Got::of(request.send().await.unwrap()).await;
        assert!(got.text.contains(word), "{language}");
        assert!(got.text.contains("Ana Ruiz"));
        assert!(!got.text.contains("<script>"));
        assert!(
            got.header("content-security-policy")
                .starts_with("default-src 'none'")
        );
    }
}

#[tokio::test]
async fn a_refresh_token_is_replaced_and_a_lost_answer_signs_nobody_out() {
    let client = Client::start().await;
    let code = code(&client).await;
    let first = redeem(&client, &code, VERIFIER, REDIRECT).await.body;
    let old = first["refresh_token"].as_str().unwrap().to_owned();
    let lost = refresh(&client, &old).await;
    assert_ne!(lost.body["refresh_token"], old.as_str());
    client.pass(20);
    let again = refresh(&client, &old).await;
    assert_eq!(again.status, 200);
    client.pass(20);
    // Much later the old one is a theft: the whole sign-in ends.
    assert_eq!(
        refused(&refresh(&client, &old).await),
        (400, "invalid_grant")
    );
    let newest = again.body["refresh_token"].as_str().unwrap();
    assert_eq!(
        refused(&refresh(&client, newest).await),
        (400, "invalid_grant")
    );
}

#[tokio::test]
async fn an_old_access_token_is_refused_and_refreshed() {
    let mut client = Client::start().await;
    let tokens = client.service.issue_tokens();
    client.use_token(&tokens.access_token);
    client.pass(3_601);
    assert_eq!(client.get("/v1/me").await.status, 401);
    let got = refresh(&client, &tokens.refresh_token.unwrap()).await;
    client.use_token(got.body["access_token"].as_str().unwrap());
    assert_eq!(client.get("/v1/me").await.status, 200);
}

#[tokio::test]
async fn signing_out_ends_both_tokens() {
    let mut client = Client::start().await;
    let tokens = client.service.issue_tokens();
    let refresh_token = tokens.refresh_token.unwrap();
    client.use_token(&tokens.access_token);
    let revoke = form(&client, "/oauth/revoke", &[("token", &refresh_token)]);
    let got = revoke.send().await.unwrap();
    assert_eq!(got.status().as_u16(), 200);
    assert_eq!(client.get("/v1/me").await.status, 401);
    assert_eq!(
        refused(&refresh(&client, &refresh_token).await),
        (400, "invalid_grant")
    );
    let unknown = form(&client, "/oauth/revoke", &[("token", "x")]);
    assert_eq!(unknown.send().await.unwrap().status().as_u16(), 200);
}

#[tokio::test]
async fn other_grants_and_clients_are_refused_in_oauths_words() {
    let client = Client::start().await;
    let password = [("grant_type", "password"), ("client_id", "turnup-desktop")];
    assert_eq!(
        refused(&token(&client, &password).await),
        (400, "unsupported_grant_type")
    );
    let stranger = [("grant_type", "refresh_token"), ("client_id", "x")];
    assert_eq!(
        refused(&token(&client, &stranger).await),
        (401, "invalid_client")
    );
}
