//! Access tokens end. One refresh serves everybody, and no token gets lost on the way.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::{
    super::fake_server::{Reply, Seen},
    *,
};
use crate::tokens::TokenStore;

/// Answers the metadata, and `/v1/me` for those who bring the token `fresh`.
fn server_of(seen: &Seen, refreshed: impl Fn(&Seen) -> Reply) -> Reply {
    match seen.target.as_str() {
        "/.well-known/oauth-authorization-server" => {
            let origin = format!("http://{}", seen.header("host"));
            Reply::json(200, &metadata(&origin))
        }
        "/token" => refreshed(seen),
        _ if seen.header("authorization") == "Bearer fresh" => Reply::json(
            200,
            "{\"id\":\"1\",\"email\":\"a@b.example\",\"name\":\"A\"}",
        ),
        _ => Reply::of(401, &[PROBLEM], "{\"code\":\"unauthenticated\"}"),
    }
}

pub(super) fn metadata(origin: &str) -> String {
    serde_json::json!({
        "issuer": origin,
        "authorization_endpoint": format!("{origin}/authorize"),
        "token_endpoint": format!("{origin}/token"),
        "revocation_endpoint": format!("{origin}/revoke"),
        "code_challenge_methods_supported": ["S256"]
    })
    .to_string()
}

fn granted() -> Reply {
    Reply::json(
        200,
        "{\"access_token\":\"fresh\",\"token_type\":\"Bearer\",\"expires_in\":60,\
          \"refresh_token\":\"rotated\"}",
    )
}

fn invalid_grant() -> Reply {
    Reply::json(400, "{\"error\":\"invalid_grant\"}")
}

fn service_over(server: &FakeServer, first: Tokens) -> (Arc<HttpService>, Arc<MemoryTokens>) {
    let kept = Arc::new(MemoryTokens::with(first));
    let store = Arc::clone(&kept) as Arc<dyn TokenStore>;
    let limits = Limits {
        answer: Duration::from_secs(20),
        ..Limits::default()
    };
    let service = HttpService::new(server.origin.clone(), store, &network(limits)).unwrap();
    (Arc::new(service), kept)
}

/// Twenty calls at once.
async fn storm(service: &Arc<HttpService>) -> Vec<String> {
    let calls: Vec<_> = (0..20)
        .map(|_| {
            let service = Arc::clone(service);
            tokio::spawn(async move { class(&service.me().await) })
        })
        .collect();
    let mut answers = Vec::new();
    for call in calls {
        answers.push(call.await.unwrap());
    }
    answers.dedup();
    answers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_expired_calls_refresh_once() {
    for first in [tokens("expired", "first"), tokens("", "first")] {
        let server = FakeServer::start(|seen| server_of(seen, |_| granted())).await;
        let (service, kept) = service_over(&server, first);
        assert_eq!(storm(&service).await, ["ok"]);
        assert_eq!(server.asked("/token"), 1);
        let refresh = server
            .seen()
            .into_iter()
            .find(|seen| seen.target == "/token")
            .unwrap();
        assert_eq!(refresh.field("grant_type"), "refresh_token");
        assert_eq!(refresh.field("refresh_token"), "first");
        assert_eq!(refresh.field("client_id"), "turnup-desktop");
        assert_eq!(refresh.header("authorization"), "");
        assert_eq!(kept.load().unwrap().refresh.as_deref(), Some("rotated"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_in_that_ended_is_asked_once_and_forgotten() {
    let server = FakeServer::start(|seen| server_of(seen, |_| invalid_grant())).await;
    let (service, kept) = service_over(&server, tokens("expired", "revoked"));
    assert_eq!(storm(&service).await, ["signed out"]);
    assert_eq!(server.asked("/token"), 1);
    assert!(kept.load().is_none());
}

#[tokio::test]
async fn a_refresh_that_cannot_be_asked_for_signs_nobody_out() {
    let broken = [
        Reply::nothing(),
        Reply::of(503, &[HTML], ""),
        Reply::of(200, &[HTML], "<html>"),
    ];
    for reply in broken {
        let server = FakeServer::start(move |seen| server_of(seen, |_| reply.clone())).await;
        let (service, kept) = service_over(&server, tokens("expired", "first"));
        let answer = class(&service.me().await);
        assert_ne!(answer, "signed out");
        assert_ne!(answer, "ok");
        assert_eq!(kept.load().unwrap().refresh.as_deref(), Some("first"));
    }
}

#[tokio::test]
async fn a_rotated_refresh_token_is_kept_before_it_is_used() {
    let kept = Arc::new(MemoryTokens::with(tokens("expired", "first")));
    let witness = Arc::clone(&kept);
    let server = FakeServer::start(move |seen| {
        if seen.header("authorization") == "Bearer fresh" {
            assert_eq!(witness.load().unwrap().refresh.as_deref(), Some("rotated"));
        }
        server_of(seen, |_| granted())
    })
    .await;
    let service = HttpService::new(server.origin.clone(), kept, &Network::default()).unwrap();
    assert_eq!(class(&service.me().await), "ok");
}

#[tokio::test]
async fn a_caller_that_goes_away_does_not_lose_a_rotated_token() {
    let arrived = Arc::new(tokio::sync::Notify::new());
    let arrival = Arc::clone(&arrived);
    let server = FakeServer::start(move |seen| {
        server_of(seen, |_| {
            arrival.notify_one();
            granted()
        })
    })
    .await;
    let (service, kept) = service_over(&server, tokens("expired", "first"));
    tokio::select! {
        _ = service.me() => panic!("the answer was faster than its question"),
        () = arrived.notified() => {}
    }
    let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
    while kept.load().unwrap().refresh.as_deref() != Some("rotated") {
        assert!(
            tokio::time::Instant::now() < deadline,
            "the rotated token is lost"
        );
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_service_that_refuses_its_own_fresh_token_is_not_asked_for_ever() {
    let server = FakeServer::start(|seen| {
        server_of(seen, |_| {
            Reply::json(
                200,
                "{\"access_token\":\"useless\",\"token_type\":\"Bearer\"}",
            )
        })
    })
    .await;
    let (service, kept) = service_over(&server, tokens("expired", "first"));
    assert_eq!(class(&service.me().await), "signed out");
    assert_eq!((server.asked("/token"), server.asked("/v1/me")), (1, 2));
    // A service that does not rotate leaves the old one in force.
    assert_eq!(kept.load().unwrap().refresh.as_deref(), Some("first"));
}

#[tokio::test]
async fn a_write_refused_for_its_token_is_sent_again_under_the_same_key() {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    let document = serde_json::to_string(&crate::testing::order("ord_1", 8)).unwrap();
    let server = FakeServer::start(move |seen| {
        if seen.header("authorization") == "Bearer fresh" && seen.method == "PUT" {
            counter.fetch_add(1, Ordering::SeqCst);
            return Reply::json(200, &document);
        }
        server_of(seen, |_| granted())
    })
    .await;
    let (service, _) = service_over(&server, tokens("expired", "first"));
    assert_eq!(class(&write(&service).await), "ok");
    let puts: Vec<_> = server
        .seen()
        .into_iter()
        .filter(|seen| seen.method == "PUT")
        .collect();
    assert!(
        puts.iter()
            .all(|seen| seen.header("idempotency-key") == "intent-1")
    );
    assert_eq!((puts.len(), count.load(Ordering::SeqCst)), (2, 1));
}

#[tokio::test]
async fn without_tokens_nothing_is_asked() {
    let server = FakeServer::start(|seen| server_of(seen, |_| granted())).await;
    let service = HttpService::new(
        server.origin.clone(),
        Arc::new(MemoryTokens::default()),
        &Network::default(),
    );
    assert_eq!(class(&service.unwrap().me().await), "signed out");
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn signing_out_revokes_and_forgets_even_when_the_service_is_away() {
    let server = FakeServer::start(|seen| match seen.target.as_str() {
        "/revoke" => Reply::of(200, &[], ""),
        _ => server_of(seen, |_| granted()),
    })
    .await;
    let (service, kept) = service_over(&server, tokens("fresh", "first"));
    service.sign_out().await;
    assert!(kept.load().is_none());
    let revoked = server
        .seen()
        .into_iter()
        .find(|seen| seen.target == "/revoke")
        .unwrap();
    assert_eq!(revoked.field("token"), "first");
    assert_eq!(class(&service.me().await), "signed out");

    let (service, kept) = service_over(&server, tokens("fresh", "first"));
    drop(server);
    service.sign_out().await;
    assert!(kept.load().is_none());
    service.signed_in(tokens("fresh", "second")).await;
    assert_eq!(kept.load().unwrap().refresh.as_deref(), Some("second"));
}
