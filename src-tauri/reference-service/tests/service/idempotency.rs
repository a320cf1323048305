//! Keys and revisions.

use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use crate::client::{Client, Got, create, meetings, refused};

#[tokio::test]
async fn the_same_key_gives_the_same_answer_and_no_second_act() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    let path = format!("/v1/orders/{}/mapping", order.id);
    let key = Uuid::now_v7().to_string();
    let send = || {
        client.write_as(
            Method::PUT,
            &path,
            order.revision,
            &key,
            create("4410-228301"),
        )
    };
    let (first, second) = (send().await, send().await);
    assert_eq!(first.header("idempotency-replayed"), "");
    assert_eq!(second.header("idempotency-replayed"), "true");
    assert_eq!((first.status, &first.text), (second.status, &second.text));
    assert_eq!(first.header("etag"), second.header("etag"));
    assert_eq!(client.service.count_acts(&order.id, "mapping"), 1);
    assert_eq!(first.order().mapping.unwrap().intent_id.as_str(), key);
}

#[tokio::test]
async fn a_replayed_setup_names_its_operation_again() {
    let client = Client::start().await;
    let order = client.mapped("4410-228301").await;
    let path = format!("/v1/orders/{}/setup", order.id);
    let key = Uuid::now_v7().to_string();
    let body = meetings(&["guadaira"]);
    let first = client
        .write_as(Method::PUT, &path, order.revision, &key, body.clone())
        .await;
    client.pass(20);
    let second = client
        .write_as(Method::PUT, &path, order.revision, &key, body)
        .await;
    assert_eq!((first.status, second.status), (202, 202));
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(client.service.count_acts(&order.id, "setup"), 1);
}

#[tokio::test]
async fn a_final_refusal_belongs_to_its_key() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    let path = format!("/v1/orders/{}/setup", order.id);
    let key = Uuid::now_v7().to_string();
    let body = meetings(&["guadaira"]);
    let send = |revision| client.write_as(Method::PUT, &path, revision, &key, body.clone());
    assert_eq!(
        send(order.revision).await.refusal(),
        refused(409, "before_point_of_no_return")
    );
    let mapped = client.mapped("4410-228301").await;
    let again = send(mapped.revision).await;
    assert_eq!(
        (again.status, again.header("idempotency-replayed")),
        (409, "true")
    );
    assert_eq!(again.header("content-type"), "application/problem+json");
}

#[tokio::test]
async fn a_refusal_that_passes_does_not_use_the_key_up() {
    let client = Client::start().await;
    let order = client.mapped("4410-228301").await;
    let path = format!("/v1/orders/{}/setup", order.id);
    let begun = client
        .write(
            Method::PUT,
            &path,
            order.revision,
            meetings(&["always-fail"]),
        )
        .await;
    let path = format!("{}/retry", begun.header("location"));
    let key = Uuid::now_v7().to_string();
    let retry = |revision| client.write_as(Method::POST, &path, revision, &key, json!({}));
    assert_eq!(
        retry(begun.order().revision).await.refusal(),
        refused(409, "operation_in_progress")
    );
    client.pass(8);
    let failed = client.order("4410-228301");
    assert_eq!(failed.status.as_str(), "failed");
    let again = retry(failed.revision).await;
    assert_eq!(
        (again.status, again.header("idempotency-replayed")),
        (202, "")
    );
}

#[tokio::test]
async fn a_stale_revision_does_not_use_the_key_up() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    let path = format!("/v1/orders/{}/notes", order.id);
    let key = Uuid::now_v7().to_string();
    let body = json!({"note": "x"});
    let stale = client
        .write_as(Method::PUT, &path, order.revision + 5, &key, body.clone())
        .await;
    assert_eq!(stale.refusal(), refused(412, "revision_conflict"));
    assert_eq!(stale.body["current"]["id"], order.id.as_str());
    assert_eq!(stale.header("etag"), format!("\"{}\"", order.revision));
    let good = client
        .write_as(Method::PUT, &path, order.revision, &key, body)
        .await;
    assert_eq!(
        (good.status, good.header("idempotency-replayed")),
        (200, "")
    );
}

#[tokio::test]
async fn a_key_is_for_one_request() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    let path = format!("/v1/orders/{}/notes", order.id);
    let key = Uuid::now_v7().to_string();
    let send = |note: &str| {
        client.write_as(
            Method::PUT,
            &path,
            order.revision,
            &key,
            json!({"note": note}),
        )
    };
    assert_eq!(send("one").await.status, 200);
    assert_eq!(
        send("other").await.refusal(),
        refused(422, "idempotency_key_reused")
    );
}

#[tokio::test]
async fn writes_need_a_key_and_a_revision() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    let path = format!("/v1/orders/{}/notes", order.id);
    let key = Uuid::now_v7().to_string();
    let put = || {
        client
            .request(Method::PUT, &path)
            .json(&json!({"note": "x"}))
    };
    let table = [
        (
            put().header("Idempotency-Key", &key),
            428,
            "precondition_required",
        ),
        (put().header("If-Match", "\"7\""), 400, "malformed_request"),
        (
            put()
                .header("If-Match", "\"7\"")
                .header("Idempotency-Key", "x"),
            400,
            "malformed_request",
        ),
        (
            put()
                .header("If-Match", "seven")
                .header("Idempotency-Key", &key),
            400,
            "malformed_request",
        ),
    ];
    for (request, status, code) in table {
        let got = Got::of(request.send().await.unwrap()).await;
        assert_eq!(got.refusal(), refused(status, code));
    }
    assert_eq!(client.order("4410-228301"), order);
}

#[tokio::test]
async fn two_at_once_with_one_key_are_one_act() {
    let client = Client::start().await;
    let order = client.order("4410-228301");
    let path = format!("/v1/orders/{}/mapping", order.id);
    let key = Uuid::now_v7().to_string();
    let send = || {
        client.write_as(
            Method::PUT,
            &path,
            order.revision,
            &key,
            create("4410-228301"),
        )
    };
    let (a, b, c) = tokio::join!(send(), send(), send());
    for got in [&a, &b, &c] {
        let in_progress = got.body["code"] == "request_in_progress";
        assert!(
            got.status == 200 || (got.status == 409 && in_progress),
            "{}",
            got.text
        );
    }
    assert_eq!(client.service.count_acts(&order.id, "mapping"), 1);
}

#[tokio::test]
async fn two_desks_one_order_the_second_learns_of_the_first() {
    use turnup_contract::{CallError, NoteRequest, ProvisioningService as _};
    let client = Client::start().await;
    let order = client.order("4410-228290");
    let (ana, luis) = (client.service.desk(), client.service.desk_of_colleague());
    let note = |text: &str| NoteRequest {
        note: text.to_owned(),
    };
    let key = || Uuid::now_v7().to_string().into();
    ana.put_note(&order.id, order.revision, &key(), &note("Ana"))
        .await
        .unwrap();
    let refused = luis
        .put_note(&order.id, order.revision, &key(), &note("Luis"))
        .await;
    let Err(CallError::Problem {
        status: 412,
        problem,
        ..
    }) = refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!(problem.current.unwrap().note, "Ana");
}
