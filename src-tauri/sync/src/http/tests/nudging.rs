//! Nudges, and what no nudge is; and the clock that every answer tells.

use super::{super::fake_server::Reply, *};

const EVENTS: (&str, &str) = ("Content-Type", "text/event-stream");

#[tokio::test]
async fn only_a_nudge_that_is_past_what_is_known_counts() {
    let nudges =
        "event: orders\ndata: {\"as_of\":7}\n\n: alive\n\nevent: orders\ndata: {\"as_of\":9}\n\n";
    let table = [
        (Reply::of(200, &[EVENTS], nudges), "ok"),
        (Reply::of(200, &[EVENTS], &nudges[..36]), "unreachable"),
        (Reply::of(200, &[EVENTS], ""), "unreachable"),
        (
            Reply::of(200, &[EVENTS], "data: {\"as_of\":\"9\"}\n\n"),
            "unreachable",
        ),
        (
            Reply::of(200, &[EVENTS], "data: x".repeat(20_000)),
            "unreachable",
        ),
        (Reply::of(200, &[HTML], nudges), "foreign 200"),
        (
            Reply::of(404, &[PROBLEM], "{\"code\":\"not_found\"}"),
            "404 not_found",
        ),
        (Reply::of(302, &[("Location", "/login")], ""), "foreign 302"),
        (Reply::nothing(), "unreachable"),
    ];
    for (reply, expected) in table {
        let said = String::from_utf8_lossy(&reply.bytes).into_owned();
        let server = FakeServer::saying(reply).await;
        let service = client_of(&server);
        assert_eq!(class(&service.feed_past(8).await), expected, "{said}");
        assert_eq!(server.seen()[0].header("accept"), "text/event-stream");
    }
}

#[tokio::test]
async fn a_nudge_may_take_longer_than_an_answer() {
    let mut quiet = Reply::of(200, &[EVENTS], "");
    quiet.hangs = true;
    quiet.bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n".to_vec();
    let server = FakeServer::saying(quiet).await;
    let service = client_of(&server);
    let waited = tokio::time::timeout(limits().answer * 2, service.feed_past(8)).await;
    assert!(
        waited.is_err(),
        "it gave up: {:?}",
        waited.map(|answer| class(&answer))
    );
}

#[tokio::test]
async fn the_service_tells_how_late_it_is_there() {
    let server = FakeServer::start(|seen| {
        let hours: i64 = if seen.target.ends_with("/me") { 3 } else { -2 };
        let there = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(hours);
        let date = there.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
        Reply::of(500, &[("Date", &date)], "")
    })
    .await;
    let service = client_of(&server);
    assert_eq!(service.clock_ahead(), None);
    for (ask_who, hours) in [(true, -3), (false, 2)] {
        if ask_who {
            assert!(service.me().await.is_err());
        } else {
            assert!(service.orders_summary().await.is_err());
        }
        let ahead = service.clock_ahead().unwrap().as_secs();
        assert!((ahead - hours * 3600).abs() < 60, "{ahead}");
    }
}
