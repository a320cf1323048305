//! What each answer, and each missing answer, means for a read and for a write.

use serde_json::{json, to_string};
use turnup_contract::{ReviewRequest, VerdictRequest};
use turnup_domain::order::ReviewState;

use super::{super::fake_server::Reply, *};
use crate::testing::{capabilities, order};

#[tokio::test]
async fn every_way_to_answer_has_its_class() {
    let document = to_string(&order("ord_1", 8)).unwrap();
    let large = format!("[\"{}\"]", "x".repeat(70_000));
    let json = |body: &str| Reply::json(200, body);
    let refused =
        |status, word: &str| Reply::of(status, &[PROBLEM], format!("{{\"code\":\"{word}\"}}"));
    let table = [
        ("the document", json(&document), "ok", "ok"),
        (
            "HTML",
            Reply::of(200, &[HTML], "<html>"),
            "foreign 200",
            "foreign 200",
        ),
        (
            "no type",
            Reply::of(200, &[], &document),
            "foreign 200",
            "foreign 200",
        ),
        (
            "another document",
            json("{\"a\":1}"),
            "foreign 200",
            "foreign 200",
        ),
        ("too large", json(&large), "foreign 200", "foreign 200"),
        (
            "truncated body",
            json(&document).cut(5),
            "unreachable",
            "unknown outcome",
        ),
        (
            "truncated head",
            json(&document).cut(document.len() + 9),
            "unreachable",
            "unknown outcome",
        ),
        (
            "closed at once",
            Reply::nothing(),
            "unreachable",
            "unknown outcome",
        ),
        ("silence", Reply::hangs(), "unreachable", "unknown outcome"),
        (
            "half, then silence",
            Reply {
                hangs: true,
                ..json(&document).cut(9)
            },
            "unreachable",
            "unknown outcome",
        ),
        (
            "no HTTP",
            Reply {
                bytes: b"SSH-2.0-x\r\n".to_vec(),
                ..Reply::default()
            },
            "unreachable",
            "unknown outcome",
        ),
        (
            "a refusal",
            refused(409, "order_closed"),
            "409 order_closed",
            "409 order_closed",
        ),
        (
            "a new refusal",
            refused(418, "newer"),
            "418 newer",
            "418 newer",
        ),
        (
            "a gateway",
            Reply::of(502, &[HTML], "<html>"),
            "502 unavailable",
            "502 unavailable",
        ),
        (
            "a portal",
            Reply::of(511, &[HTML], "<html>"),
            "511 internal",
            "511 internal",
        ),
        (
            "not found, in HTML",
            Reply::of(404, &[HTML], "<html>"),
            "foreign 404",
            "foreign 404",
        ),
    ];
    for (name, reply, read, written) in table {
        let server = FakeServer::saying(reply).await;
        let service = client_of(&server);
        assert_eq!(
            class(&service.order(&"ord_1".into()).await),
            read,
            "read: {name}"
        );
        assert_eq!(class(&write(&service).await), written, "write: {name}");
    }
}

#[tokio::test]
async fn an_order_of_another_id_is_not_what_was_asked_for() {
    let document = to_string(&order("ord_2", 8)).unwrap();
    let server = FakeServer::saying(Reply::json(200, &document)).await;
    let service = client_of(&server);
    assert_eq!(class(&service.order(&"ord_2".into()).await), "ok");
    assert_eq!(class(&service.order(&"ord_1".into()).await), "foreign 200");
}

#[tokio::test]
async fn a_service_that_does_not_listen_was_not_sent_anything() {
    let server = FakeServer::saying(Reply::nothing()).await;
    let service = client_of(&server);
    let origin = server.origin.clone();
    drop(server);
    // The port is free again once the listening task is gone.
    let port = origin.port().unwrap();
    while tokio::net::TcpStream::connect(("127.0.0.1", port))
        .await
        .is_ok()
    {
        tokio::task::yield_now().await;
    }
    assert_eq!(class(&write(&service).await), "unreachable");
    assert_eq!(class(&service.me().await), "unreachable");
}

#[tokio::test]
async fn retry_after_is_read_whatever_the_service_means() {
    let table = [
        ("7", Some(7)),
        ("86400", Some(900)),
        ("Mon, 01 Jan 2001 00:00:00 GMT", Some(0)),
        ("whenever", None),
    ];
    for (header, expected) in table {
        for status in [429, 503] {
            let headers = [PROBLEM, ("Retry-After", header)];
            let server = FakeServer::saying(Reply::of(status, &headers, "{\"code\":\"x\"}")).await;
            let Err(CallError::Problem { retry_after, .. }) = client_of(&server).me().await else {
                panic!("{status} {header}");
            };
            assert_eq!(
                retry_after.map(|wait| wait.as_secs()),
                expected,
                "{status} {header}"
            );
        }
    }
}

#[tokio::test]
async fn a_redirect_takes_nothing_to_another_origin() {
    let thief = FakeServer::saying(Reply::json(200, "{}")).await;
    let location = thief.origin.to_string();
    for status in [301, 302, 303, 307, 308] {
        let reply = Reply::of(status, &[("Location", &location)], "");
        let server = FakeServer::saying(reply).await;
        let service = client_of(&server);
        assert_eq!(class(&service.me().await), format!("foreign {status}"));
        assert_eq!(class(&write(&service).await), format!("foreign {status}"));
    }
    assert!(thief.seen().is_empty(), "{:?}", thief.seen());
}

#[tokio::test]
async fn a_write_carries_its_revision_its_key_and_its_token() {
    let document = to_string(&order("ord_1", 8)).unwrap();
    let headers = [
        ("Content-Type", "application/json"),
        ("Location", "/v1/operations/op_9"),
        ("Idempotency-Replayed", "true"),
    ];
    let server = FakeServer::saying(Reply::of(202, &headers, &document)).await;
    let written = write(&client_of(&server)).await.unwrap();
    assert_eq!(written.order.revision, 8);
    assert_eq!(written.operation, Some("op_9".into()));
    assert!(written.replayed);
    let seen = server.seen().remove(0);
    assert_eq!(
        (seen.method.as_str(), seen.target.as_str()),
        ("PUT", "/v1/orders/ord_1/notes")
    );
    assert_eq!(seen.header("if-match"), "\"7\"");
    assert_eq!(seen.header("idempotency-key"), "intent-1");
    assert_eq!(seen.header("authorization"), "Bearer access");
    assert_eq!(seen.header("content-type"), "application/json");
    assert_eq!(seen.body, "{\"note\":\"hello\"}");
}

#[tokio::test]
async fn a_review_is_asked_at_the_order_and_decided_by_its_id() {
    let document = to_string(&order("ord_1", 8)).unwrap();
    let server = FakeServer::saying(Reply::json(200, &document)).await;
    let service = client_of(&server);
    let (id, intent) = ("ord_1".into(), "intent-1".into());
    let request = ReviewRequest {
        reviewer: "luis@andaluza.example".into(),
        draft: json!({"own_company": true}),
    };
    let verdict = VerdictRequest {
        verdict: ReviewState::Declined,
        note: "the other one".into(),
    };
    let asked = service.ask_review(&id, 7, &intent, &request).await;
    assert_eq!(class(&asked), "ok");
    let decided = service
        .decide_review(&id, &"rev/1".into(), 7, &intent, &verdict)
        .await;
    assert_eq!(class(&decided), "ok");
    let sent = server.seen().into_iter().map(|seen| {
        assert_eq!(seen.header("if-match"), "\"7\"");
        assert_eq!(seen.header("idempotency-key"), "intent-1");
        [seen.method, seen.target, seen.body]
    });
    assert_eq!(
        sent.collect::<Vec<_>>(),
        [
            [
                "POST",
                "/v1/orders/ord_1/review",
                "{\"reviewer\":\"luis@andaluza.example\",\"draft\":{\"own_company\":true}}"
            ],
            [
                "PUT",
                "/v1/orders/ord_1/review/rev%2F1",
                "{\"verdict\":\"declined\",\"note\":\"the other one\"}"
            ]
        ]
    );
}

#[tokio::test]
async fn a_location_outside_of_the_protocol_is_no_operation() {
    let document = to_string(&order("ord_1", 8)).unwrap();
    for location in [
        "https://thief.example/v1/operations/1",
        "/v2/operations/1",
        "/v1/operations/a/b",
    ] {
        let headers = [("Content-Type", "application/json"), ("Location", location)];
        let server = FakeServer::saying(Reply::of(202, &headers, &document)).await;
        assert_eq!(
            write(&client_of(&server)).await.unwrap().operation,
            None,
            "{location}"
        );
    }
}

#[tokio::test]
async fn an_id_cannot_leave_its_place_in_the_path() {
    let server = FakeServer::saying(Reply::json(200, "{}")).await;
    let service = client_of(&server);
    let _ = service.order(&"../me?x=1#y".into()).await;
    let _ = service.orders(Some("a&b=c d"), 10).await;
    let targets: Vec<_> = server.seen().into_iter().map(|seen| seen.target).collect();
    assert_eq!(
        targets,
        [
            "/v1/orders/..%2Fme%3Fx=1%23y",
            "/v1/orders?limit=10&cursor=a%26b%3Dc+d"
        ]
    );
}

#[tokio::test]
async fn rules_that_did_not_change_are_not_sent_again() {
    let document = to_string(&capabilities()).unwrap();
    let server = FakeServer::start(move |seen| match seen.header("if-none-match") {
        "\"1\"" => Reply::of(304, &[], ""),
        _ => Reply::of(
            200,
            &[("Content-Type", "application/json"), ("ETag", "\"1\"")],
            &document,
        ),
    })
    .await;
    let service = client_of(&server);
    let (_, etag) = service.capabilities(None).await.unwrap().unwrap();
    assert_eq!(etag, "\"1\"");
    assert_eq!(service.capabilities(Some(&etag)).await.unwrap(), None);
    assert!(service.capabilities(Some("\"0\"")).await.unwrap().is_some());
}

#[tokio::test]
async fn an_order_is_found_by_its_number_only() {
    let mut other = order("ord_1", 1);
    other.number = "another".into();
    let page = |order: &turnup_domain::Order| {
        let order = to_string(order).unwrap();
        format!("{{\"items\":[{order}],\"next_cursor\":\"1\",\"has_more\":false,\"as_of\":1}}")
    };
    let found = order("ord_2", 1);
    let pages = [page(&other), page(&found)];
    let server = FakeServer::start(move |seen| {
        Reply::json(
            200,
            &pages[usize::from(seen.target.ends_with("4410-ord_2"))],
        )
    })
    .await;
    let service = client_of(&server);
    assert_eq!(
        service.order_by_number(&"4410-1".into()).await.unwrap(),
        None
    );
    assert_eq!(
        service.order_by_number(&found.number).await.unwrap(),
        Some(found)
    );
}
