//! The sign-in × every way to answer badly: how to sign in, a code for tokens, a token for new
//! ones, and the end of it.

use std::sync::Arc;

use tokio::task::JoinSet;

use super::{
    super::{
        fake_server::{FakeServer, Reply, Seen},
        sign_in::{self, SignInError},
    },
    kinds::{Class, Kind, ending, endless, patience},
    refreshing::metadata,
    signing_in::browse,
    *,
};
use crate::cancel::Cancel;

/// A step of signing in and out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Discover,
    Redeem,
    Refresh,
    Revoke,
}

impl Step {
    fn path(self) -> &'static str {
        match self {
            Self::Discover => "/.well-known/oauth-authorization-server",
            Self::Redeem | Self::Refresh => "/token",
            Self::Revoke => "/revoke",
        }
    }
}

const GRANTED: &str = "{\"access_token\":\"fresh\",\"token_type\":\"Bearer\"}";

/// A server that answers badly in one place.
async fn server(step: Step, reply: impl Fn(&str) -> Reply + Send + Sync + 'static) -> FakeServer {
    FakeServer::start(move |seen: &Seen| {
        let origin = format!("http://{}", seen.header("host"));
        match seen.target.as_str() {
            path if path == step.path() => reply(&origin),
            "/.well-known/oauth-authorization-server" => Reply::json(200, &metadata(&origin)),
            "/token" => Reply::json(200, GRANTED),
            _ if seen.header("authorization") == "Bearer fresh" => Reply::json(
                200,
                "{\"id\":\"1\",\"email\":\"a@b.example\",\"name\":\"A\"}",
            ),
            _ => Reply::of(401, &[PROBLEM], "{\"code\":\"unauthenticated\"}"),
        }
    })
    .await
}

/// How the step ends, as a word of [`class`].
async fn take(step: Step, server: &FakeServer, limits: Limits) -> String {
    match step {
        Step::Discover => class(&sign_in::discover(&server.origin, &network(limits)).await),
        Step::Redeem => match redeem(server, limits).await {
            Err(SignInError::Call(error)) => class::<()>(&Err(error)),
            other => class(&other.map_err(|error| panic!("{error}"))),
        },
        Step::Refresh => {
            let kept = Arc::new(MemoryTokens::with(tokens("stale", "refresh")));
            let service = HttpService::new(server.origin.clone(), kept, &network(limits)).unwrap();
            class(&service.me().await)
        }
        Step::Revoke => {
            let kept = Arc::new(MemoryTokens::with(tokens("fresh", "refresh")));
            let service = HttpService::new(server.origin.clone(), kept, &network(limits)).unwrap();
            service.sign_out().await;
            class(&service.me().await)
        }
    }
}

async fn redeem(server: &FakeServer, limits: Limits) -> Result<Tokens, SignInError> {
    let told = sign_in::discover(&server.origin, &Network::default()).await?;
    let pending = sign_in::begin(&told, &network(limits)).await?;
    let asked = |name: &str| {
        let mut pairs = pending.authorize_url.query_pairs();
        let found = pairs.find(|(key, _)| key == name);
        found.map(|(_, value)| value.into_owned()).unwrap()
    };
    let (state, redirect) = (asked("state"), asked("redirect_uri"));
    let target = format!("/callback?state={state}&code=the-code");
    let cancel = Cancel::new();
    let (tokens, _) = tokio::join!(pending.finish(&cancel), browse(&redirect, &target, "en"));
    tokens
}

/// What it must end with.
fn expected(step: Step, class: Class) -> String {
    match (step, class) {
        // Whatever the service says of it, the end is the end.
        (Step::Revoke, _) => "signed out".into(),
        // Whatever refuses to describe itself is something else, and so is what a token comes in.
        (_, Class::Foreign(_)) => "foreign".into(),
        (_, other) => other.word(false),
    }
}

async fn check(step: Step, kind: Kind) -> FakeServer {
    let limits = patience(&kind.reply);
    let server = server(step, move |_| kind.reply.clone()).await;
    let said = take(step, &server, limits).await;
    let name = kind.name;
    let expected = expected(step, kind.class);
    assert!(
        said.starts_with(&expected),
        "{step:?}: {name}: {said}, not {expected}"
    );
    server
}

const STEPS: [Step; 4] = [Step::Discover, Step::Redeem, Step::Refresh, Step::Revoke];

#[tokio::test(flavor = "multi_thread")]
async fn every_step_of_signing_in_knows_an_answer_that_is_none() {
    let mut running = JoinSet::new();
    for step in STEPS {
        running.spawn(async move {
            for kind in ending(GRANTED) {
                // The description names the port of its own server: it cannot be told beforehand.
                let is_good = kind.class == Class::Document;
                if !(is_good && step == Step::Discover) {
                    check(step, kind).await;
                }
            }
        });
    }
    while let Some(ended) = running.join_next().await {
        ended.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_step_of_signing_in_takes_more_of_an_answer_than_its_limit() {
    let mut running = JoinSet::new();
    for step in STEPS {
        running.spawn(async move {
            for kind in endless() {
                let name = kind.name;
                let taken = check(step, kind).await.taken(1).await;
                assert!(taken < 16 * 1024 * 1024, "{step:?}: {name}: {taken} bytes");
            }
        });
    }
    while let Some(ended) = running.join_next().await {
        ended.unwrap();
    }
}

#[tokio::test]
async fn a_token_that_cannot_be_sent_is_none() {
    for token in [
        "",
        "with a space",
        "line\\nfeed",
        "nul\\u0000",
        "\u{e9}t\u{e9}",
    ] {
        for step in [Step::Redeem, Step::Refresh] {
            let granted = GRANTED.replace("fresh", token);
            let server = server(step, move |_| Reply::json(200, &granted)).await;
            let said = take(step, &server, Limits::default()).await;
            assert_eq!(said, "foreign 200", "{step:?}: {token}");
        }
    }
}

#[tokio::test]
async fn a_description_of_wrong_types_describes_nothing() {
    let good: serde_json::Value = serde_json::from_str(&metadata("ORIGIN")).unwrap();
    for member in good.as_object().unwrap().keys() {
        for other in [serde_json::json!(7), serde_json::json!({"a": 1})] {
            let mut wrong = good.clone();
            wrong[member] = other;
            let wrong = wrong.to_string();
            let server = server(Step::Discover, move |origin| {
                Reply::json(200, &wrong.replace("ORIGIN", origin))
            })
            .await;
            let said = take(Step::Discover, &server, Limits::default()).await;
            assert_eq!(said, "foreign 200", "{member}");
        }
    }
    // The same words of the right types are a description.
    let server = server(Step::Discover, |origin| Reply::json(200, &metadata(origin))).await;
    assert_eq!(take(Step::Discover, &server, Limits::default()).await, "ok");
}
