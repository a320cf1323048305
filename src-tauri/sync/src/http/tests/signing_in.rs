//! Signing in with a browser that behaves, and with ones that do not.

use std::collections::HashMap;

use oauth2::{PkceCodeChallenge, PkceCodeVerifier};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use url::Url;

use super::{
    super::{
        fake_server::{Reply, Seen},
        sign_in::{PendingSignIn, SignInError, begin, discover},
    },
    refreshing::metadata,
    *,
};
use crate::cancel::Cancel;

async fn server_granting(token: Reply) -> FakeServer {
    FakeServer::start(move |seen: &Seen| match seen.target.as_str() {
        "/.well-known/oauth-authorization-server" => {
            Reply::json(200, &metadata(&format!("http://{}", seen.header("host"))))
        }
        _ => token.clone(),
    })
    .await
}

fn granted() -> Reply {
    Reply::json(
        200,
        "{\"access_token\":\"access\",\"token_type\":\"bearer\",\"expires_in\":3600,\
          \"refresh_token\":\"refresh\"}",
    )
}

async fn pending(server: &FakeServer) -> PendingSignIn {
    begin(
        &discover(&server.origin, &Network::default()).await.unwrap(),
        &Network::default(),
    )
    .await
    .unwrap()
}

fn parameters(url: &Url) -> HashMap<String, String> {
    url.query_pairs().into_owned().collect()
}

/// A browser asks for an address at the door.
pub(super) async fn browse(redirect: &str, target: &str, language: &str) -> String {
    let port = Url::parse(redirect).unwrap().port().unwrap();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let request =
        format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: {language}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

/// The browser comes back with this query (in which `STATE` stands for the right one).
async fn come_back(server: &FakeServer, query: &str) -> (Result<Tokens, SignInError>, String) {
    let pending = pending(server).await;
    let asked = parameters(&pending.authorize_url);
    let target = format!("/callback?{}", query.replace("STATE", &asked["state"]));
    let cancel = Cancel::new();
    tokio::join!(
        pending.finish(&cancel),
        browse(&asked["redirect_uri"], &target, "en")
    )
}

#[tokio::test]
async fn a_browser_that_comes_back_signs_in() {
    let server = server_granting(granted()).await;
    let pending = pending(&server).await;
    let asked = parameters(&pending.authorize_url);
    assert_eq!(asked["response_type"], "code");
    assert_eq!(asked["client_id"], "turnup-desktop");
    assert_eq!(asked["code_challenge_method"], "S256");
    assert!(asked["state"].len() >= 32);
    let redirect = asked["redirect_uri"].clone();
    assert!(redirect.starts_with("http://127.0.0.1:"), "{redirect}");

    let browser = async {
        // Browsers open connections that they may need, and ask for icons.
        let port = Url::parse(&redirect).unwrap().port().unwrap();
        let idle = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        let icon = browse(&redirect, "/favicon.ico", "fr").await;
        assert!(icon.starts_with("HTTP/1.1 404"), "{icon}");
        let target = format!("/callback?state={}&code=the-code", asked["state"]);
        let page = browse(&redirect, &target, "fr-CA,fr;q=0.9").await;
        drop(idle);
        page
    };
    let cancel = Cancel::new();
    let (tokens, page) = tokio::join!(pending.finish(&cancel), browser);
    let tokens = tokens.unwrap();
    assert_eq!(
        (tokens.access.as_str(), tokens.refresh.as_deref()),
        ("access", Some("refresh"))
    );
    assert!(tokens.expires_at.is_some());
    assert!(
        page.contains("lang=\"fr\"") && page.contains("revenir à Turnup"),
        "{page}"
    );
    assert!(page.contains("default-src 'none'"), "{page}");

    let exchange = server.seen().pop().unwrap();
    assert_eq!(exchange.target, "/token");
    assert_eq!(exchange.field("grant_type"), "authorization_code");
    assert_eq!(exchange.field("code"), "the-code");
    assert_eq!(exchange.field("redirect_uri"), redirect);
    let verifier = PkceCodeVerifier::new(exchange.field("code_verifier"));
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    assert_eq!(challenge.as_str(), asked["code_challenge"]);
}

#[tokio::test]
async fn every_other_way_to_come_back_has_its_error() {
    let table = [
        ("state=wrong&code=x", granted(), "StateMismatch"),
        ("code=x", granted(), "StateMismatch"),
        ("state=STATEx&code=x", granted(), "StateMismatch"),
        (
            "state=wrong&error=access_denied",
            granted(),
            "StateMismatch",
        ),
        ("state=STATE&error=access_denied", granted(), "Aborted"),
        (
            "state=STATE&error=server_error",
            granted(),
            "Refused { code: \"server_error\" }",
        ),
        (
            "state=STATE",
            granted(),
            "Refused { code: \"invalid_request\" }",
        ),
        (
            "state=STATE&code=used-before",
            Reply::json(400, "{\"error\":\"invalid_grant\"}"),
            "Refused { code: \"invalid_grant\" }",
        ),
        (
            "state=STATE&code=x",
            Reply::of(200, &[HTML], "<html>"),
            "Call(",
        ),
        ("state=STATE&code=x", Reply::nothing(), "Call(Unreachable"),
        ("state=STATE&code=x", Reply::json(200, "{}"), "Call("),
    ];
    for (query, token, expected) in table {
        let server = server_granting(token).await;
        let (ended, page) = come_back(&server, query).await;
        let ended = format!("{:?}", ended.unwrap_err());
        assert!(ended.starts_with(expected), "{query}: {ended}");
        assert!(
            page.contains("Turnup") && !page.contains("You are signed in"),
            "{query}: {page}"
        );
        if expected == "StateMismatch" {
            assert_eq!(
                server.asked("/token"),
                0,
                "{query}: a foreign code is not redeemed"
            );
        }
    }
}

#[tokio::test]
async fn a_sign_in_can_be_aborted_from_the_window() {
    let server = server_granting(granted()).await;
    let pending = pending(&server).await;
    let cancel = Cancel::new();
    cancel.cancel();
    assert!(matches!(
        pending.finish(&cancel).await,
        Err(SignInError::Aborted)
    ));
}

#[tokio::test(start_paused = true)]
async fn a_browser_that_never_comes_back_is_not_waited_for_for_ever() {
    let metadata = serde_json::from_str(&metadata("http://127.0.0.1:1")).unwrap();
    let pending = begin(&metadata, &Network::default()).await.unwrap();
    assert!(matches!(
        pending.finish(&Cancel::new()).await,
        Err(SignInError::TimedOut)
    ));
}

#[tokio::test]
async fn whatever_does_not_describe_itself_is_not_this_protocol() {
    let changed = |origin: &str, change: &dyn Fn(&mut serde_json::Value)| {
        let mut document = serde_json::from_str(&metadata(origin)).unwrap();
        change(&mut document);
        Reply::json(200, &document.to_string())
    };
    type Make = Box<dyn Fn(&str) -> Reply + Send + Sync>;
    let table: Vec<(&str, Make)> = vec![
        ("HTML", Box::new(|_| Reply::of(200, &[HTML], "<html>"))),
        (
            "HTML, not found",
            Box::new(|_| Reply::of(404, &[HTML], "<html>")),
        ),
        (
            "not found",
            Box::new(|_| Reply::of(404, &[PROBLEM], "{\"code\":\"not_found\"}")),
        ),
        ("a login", Box::new(|_| Reply::of(401, &[HTML], "<html>"))),
        (
            "elsewhere",
            Box::new(|_| Reply::of(302, &[("Location", "/login")], "")),
        ),
        (
            "another issuer",
            Box::new(move |origin| {
                changed(origin, &|d| d["issuer"] = "https://other.example".into())
            }),
        ),
        (
            "no S256",
            Box::new(move |origin| {
                changed(origin, &|d| {
                    d["code_challenge_methods_supported"] = ["plain"].into()
                })
            }),
        ),
        (
            "a token endpoint in the clear",
            Box::new(move |origin| {
                changed(origin, &|d| {
                    d["token_endpoint"] = "http://other.example/token".into()
                })
            }),
        ),
        (
            "an endpoint that is none",
            Box::new(move |origin| {
                changed(origin, &|d| {
                    d["authorization_endpoint"] = "javascript:alert(1)".into()
                })
            }),
        ),
    ];
    for (name, make) in table {
        let server =
            FakeServer::start(move |seen| make(&format!("http://{}", seen.header("host")))).await;
        let answer = class(&discover(&server.origin, &Network::default()).await);
        assert!(answer.starts_with("foreign"), "{name}: {answer}");
    }
}
