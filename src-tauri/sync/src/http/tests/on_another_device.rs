//! Signing in with a code that is typed on another device.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::{
    super::{
        device::{self, PendingDevice},
        fake_server::{Reply, Seen},
        sign_in::{SignInError, discover},
    },
    refreshing::metadata,
    *,
};
use crate::cancel::Cancel;

const CODE: &str = r#"{"device_code":"the program's own","user_code":"BCDF-GHJK",
    "verification_uri":"https://service.example/device","expires_in":600,"interval":0}"#;

/// A service that hands out this code and answers questions about it in turn, the last answer
/// for ever.
async fn server(code: &'static str, answers: &'static [(u16, &'static str)]) -> FakeServer {
    let asked = AtomicUsize::new(0);
    FakeServer::start(move |seen: &Seen| match seen.target.as_str() {
        "/.well-known/oauth-authorization-server" => {
            let origin = format!("http://{}", seen.header("host"));
            let mut described: serde_json::Value =
                serde_json::from_str(&metadata(&origin)).unwrap();
            described["device_authorization_endpoint"] = format!("{origin}/device").into();
            Reply::json(200, &described.to_string())
        }
        "/device" => {
            assert_eq!(seen.field("client_id"), "turnup-desktop");
            Reply::json(200, code)
        }
        _ => {
            assert_eq!(seen.field("device_code"), "the program's own");
            let turn = asked.fetch_add(1, Ordering::SeqCst).min(answers.len() - 1);
            match answers[turn] {
                (0, _) => Reply::nothing(),
                (status, body) => Reply::json(status, body),
            }
        }
    })
    .await
}

async fn begin(server: &FakeServer) -> Result<PendingDevice, SignInError> {
    let network = Network::default();
    device::begin(&discover(&server.origin, &network).await.unwrap(), &network).await
}

#[tokio::test]
async fn it_waits_until_somebody_decided_there() {
    const PENDING: (u16, &str) = (400, r#"{"error":"authorization_pending"}"#);
    const GRANTED: (u16, &str) = (
        200,
        r#"{"access_token":"access","token_type":"bearer","refresh_token":"refresh"}"#,
    );
    // A network that fails meanwhile is waited out.
    let server = server(CODE, &[PENDING, (0, ""), PENDING, GRANTED]).await;
    let pending = begin(&server).await.unwrap();
    assert_eq!(pending.user_code, "BCDF-GHJK");
    assert_eq!(pending.url.as_str(), "https://service.example/device");
    assert_eq!(pending.complete_url, None);
    let tokens = pending.finish(&Cancel::new()).await.unwrap();
    assert_eq!(tokens.access, "access");
    assert_eq!(tokens.refresh.as_deref(), Some("refresh"));
    assert_eq!(server.asked("/token"), 4);
}

#[tokio::test]
async fn every_other_end_has_its_error() {
    let table: [(&'static [(u16, &'static str)], &str); 4] = [
        (&[(400, r#"{"error":"access_denied"}"#)], "Aborted"),
        (&[(400, r#"{"error":"expired_token"}"#)], "TimedOut"),
        (
            &[(400, r#"{"error":"invalid_grant"}"#)],
            r#"Refused { code: "invalid_grant" }"#,
        ),
        (&[(200, "{}")], "Call(NotThisProtocol"),
    ];
    for (answers, expected) in table {
        let server = server(CODE, answers).await;
        let pending = begin(&server).await.unwrap();
        let ended = format!("{:?}", pending.finish(&Cancel::new()).await.unwrap_err());
        assert!(ended.starts_with(expected), "{answers:?}: {ended}");
    }
}

#[tokio::test]
async fn a_code_that_cannot_be_shown_is_not_shown() {
    let table = [
        "{}",
        r#"{"device_code":"d","user_code":"u","verification_uri":"javascript:alert(1)","expires_in":600}"#,
        r#"{"device_code":"d","user_code":"u","verification_uri":"https://service.example/",
            "verification_uri_complete":"file:///etc/passwd","expires_in":600}"#,
    ];
    for code in table {
        let server = server(code, &[(400, "{}")]).await;
        let ended = begin(&server).await.err().unwrap();
        assert!(matches!(ended, SignInError::Call(_)), "{code}: {ended:?}");
    }
}

#[tokio::test]
async fn a_service_without_this_way_says_so() {
    let described = FakeServer::start(|seen| {
        Reply::json(200, &metadata(&format!("http://{}", seen.header("host"))))
    })
    .await;
    let ended = begin(&described).await.err().unwrap();
    assert!(matches!(ended, SignInError::Unsupported), "{ended:?}");
}

#[tokio::test]
async fn it_can_be_given_up_at_any_time() {
    let server = server(CODE, &[(400, r#"{"error":"authorization_pending"}"#)]).await;
    let pending = begin(&server).await.unwrap();
    let cancel = Cancel::new();
    cancel.cancel();
    assert!(matches!(
        pending.finish(&cancel).await,
        Err(SignInError::Aborted)
    ));
}
