//! Reviews: asking a colleague, what they say, and what it means for the order.

use std::fs;

use reqwest::Method;
use serde_json::{Value, json};
use turnup_contract::{ProvisioningService, VerdictRequest, Written};
use turnup_domain::{
    IntentId, Order,
    order::{Review, ReviewState},
};
use turnup_reference_service::{ANA, Config, LUIS};
use uuid::Uuid;

use crate::client::{Client, Got, config, refused};

const ORDER: &str = "4410-228301";

fn draft() -> Value {
    json!({"mapping": {"own_company": false}, "names": {"/customer": "Talleres Guadaíra"}})
}

async fn ask(client: &Client, body: Value) -> Got {
    let order = client.order(ORDER);
    let path = format!("/v1/orders/{}/review", order.id);
    client
        .write(Method::POST, &path, order.revision, body)
        .await
}

/// Asks Luis.
async fn asked(client: &Client) -> Review {
    let body = json!({"reviewer": LUIS, "draft": draft()});
    ask(client, body).await.order().review.unwrap()
}

/// Ana's word.
async fn decide(client: &Client, review: &str, body: Value) -> Got {
    let order = client.order(ORDER);
    let path = format!("/v1/orders/{}/review/{review}", order.id);
    client.write(Method::PUT, &path, order.revision, body).await
}

/// Luis's word.
async fn luis_says(client: &Client, review: &Review, verdict: ReviewState) -> (u16, String) {
    let order = client.order(ORDER);
    let intent = IntentId::new(Uuid::now_v7().to_string());
    let request = VerdictRequest {
        verdict,
        note: "The right one.".to_owned(),
    };
    let desk = client.service.desk_of_colleague();
    let answer = desk
        .decide_review(&order.id, &review.id, order.revision, &intent, &request)
        .await;
    match answer {
        Ok(Written { order, .. }) => (200, order.review.unwrap().state.to_string()),
        Err(turnup_contract::CallError::Problem {
            status, problem, ..
        }) => (status, problem.code),
        Err(error) => panic!("{error}"),
    }
}

/// What was written down of reviews, oldest first: code, who did it, who reviews.
async fn told(client: &Client) -> Vec<[String; 3]> {
    let order = client.order(ORDER);
    let path = format!("/v1/orders/{}/activity", order.id);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let entries = client.get(&path).await.body;
    let entries = entries.as_array().unwrap().iter();
    entries
        .filter(|entry| text(&entry["code"]).starts_with("review_"))
        .map(|entry| {
            [
                text(&entry["code"]),
                text(&entry["actor"]),
                text(&entry["params"]["reviewer"]),
            ]
        })
        .collect()
}

#[tokio::test]
async fn a_colleague_is_asked_and_says_what_they_think() {
    for verdict in [ReviewState::Approved, ReviewState::Declined] {
        let client = Client::start().await;
        let before = client.order(ORDER);
        let review = asked(&client).await;
        assert_eq!(
            (review.reviewer.as_str(), review.asked_by.as_str()),
            (LUIS, ANA)
        );
        assert_eq!(review.asked_at, crate::client::noon());
        assert_eq!(
            (&review.state, &review.draft),
            (&ReviewState::Pending, &draft())
        );
        assert_eq!(client.order(ORDER).revision, before.revision + 1);
        client.pass(60);
        let answer = luis_says(&client, &review, verdict.clone()).await;
        assert_eq!(answer, (200, verdict.to_string()));
        let order = client.order(ORDER);
        assert_eq!(order.revision, before.revision + 2);
        assert_eq!(order.status, before.status);
        let decided = order.review.unwrap();
        assert_eq!(decided.note, "The right one.");
        assert_eq!(
            decided.decided_at.unwrap().to_string(),
            "2026-11-22T12:01:00Z"
        );
        assert_eq!(
            told(&client).await,
            [
                ["review_asked".to_owned(), ANA.to_owned(), LUIS.to_owned()],
                [
                    format!("review_{verdict}"),
                    LUIS.to_owned(),
                    LUIS.to_owned()
                ],
            ]
        );
    }
}

#[tokio::test]
async fn somebody_else_is_asked_about_something_that_can_be_carried() {
    let client = Client::start().await;
    let long = json!("x".repeat(64 * 1024));
    let table = [
        (json!(""), draft(), "/reviewer", "required"),
        (json!("luis"), draft(), "/reviewer", "invalid_email"),
        (
            json!("Ana@andaluza.example"),
            draft(),
            "/reviewer",
            "same_as_asker",
        ),
        (json!(LUIS), long, "/draft", "too_long"),
    ];
    for (reviewer, draft, pointer, code) in table {
        let got = ask(&client, json!({"reviewer": reviewer, "draft": draft})).await;
        assert_eq!(got.status, 422);
        assert_eq!(
            got.fields(),
            [(pointer.to_owned(), code.to_owned())],
            "{reviewer}"
        );
    }
    for body in [json!({"reviewer": LUIS}), json!({"draft": {}}), json!({})] {
        assert_eq!(
            ask(&client, body).await.refusal(),
            refused(400, "malformed_request")
        );
    }
    assert_eq!(client.order(ORDER).review, None);
    assert_eq!(told(&client).await, [[""; 3]; 0]);
}

#[tokio::test]
async fn a_verdict_is_the_reviewers_and_withdrawing_is_who_askeds() {
    let client = Client::start().await;
    let review = asked(&client).await;
    let id = review.id.as_str();
    for verdict in ["approved", "declined"] {
        let got = decide(&client, id, json!({"verdict": verdict, "note": ""})).await;
        assert_eq!(got.refusal(), refused(403, "not_the_reviewer"), "{verdict}");
    }
    let got = luis_says(&client, &review, ReviewState::Withdrawn).await;
    assert_eq!(got, refused(403, "forbidden"));
    let wrong = [
        (json!({"verdict": "pending"}), "/verdict", "unknown_value"),
        (json!({"verdict": "perhaps"}), "/verdict", "unknown_value"),
        (
            json!({"verdict": "withdrawn", "note": "x".repeat(4_001)}),
            "/note",
            "too_long",
        ),
    ];
    for (body, pointer, code) in wrong {
        let got = decide(&client, id, body).await;
        assert_eq!(got.fields(), [(pointer.to_owned(), code.to_owned())]);
    }
    let body = json!({"verdict": "withdrawn", "note": "found out myself"});
    let order = decide(&client, id, body).await.order();
    assert_eq!(order.review.unwrap().state, ReviewState::Withdrawn);
    let last = told(&client).await.pop().unwrap();
    assert_eq!(last, ["review_withdrawn", ANA, LUIS]);
}

#[tokio::test]
async fn a_review_that_is_decided_or_not_there_takes_no_verdict() {
    let client = Client::start().await;
    let withdrawn = json!({"verdict": "withdrawn"});
    let got = decide(&client, "rev_none", withdrawn.clone()).await;
    assert_eq!(got.refusal(), refused(404, "not_found"));
    let review = asked(&client).await;
    let got = decide(&client, "rev_none", withdrawn.clone()).await;
    assert_eq!(got.refusal(), refused(404, "not_found"));
    luis_says(&client, &review, ReviewState::Approved).await;
    let got = decide(&client, review.id.as_str(), withdrawn).await;
    assert_eq!(got.refusal(), refused(409, "review_decided"));
    let got = luis_says(&client, &review, ReviewState::Declined).await;
    assert_eq!(got, refused(409, "review_decided"));
    assert_eq!(told(&client).await.len(), 2);
}

#[tokio::test]
async fn asking_again_replaces_what_was_asked_before() {
    let client = Client::start().await;
    let first = asked(&client).await;
    let body = json!({"reviewer": " eva@andaluza.example ", "draft": null});
    let second = ask(&client, body).await.order().review.unwrap();
    assert_eq!(second.reviewer, "eva@andaluza.example");
    assert_ne!(first.id, second.id);
    let got = luis_says(&client, &first, ReviewState::Approved).await;
    assert_eq!(got, refused(404, "not_found"));
    let got = luis_says(&client, &second, ReviewState::Approved).await;
    assert_eq!(got, refused(403, "not_the_reviewer"));
    assert_eq!(
        told(&client).await,
        [
            ["review_asked", ANA, LUIS],
            ["review_withdrawn", ANA, LUIS],
            ["review_asked", ANA, "eva@andaluza.example"],
        ]
    );
}

#[tokio::test]
async fn a_mapping_leaves_the_review_as_a_record() {
    let client = Client::start().await;
    let review = asked(&client).await;
    let order: Order = client.mapped(ORDER).await;
    assert_eq!(order.review.as_ref(), Some(&review));
    let late = refused(409, "after_point_of_no_return");
    assert_eq!(
        luis_says(&client, &review, ReviewState::Approved).await,
        late
    );
    let body = json!({"verdict": "withdrawn"});
    let got = decide(&client, review.id.as_str(), body).await;
    assert_eq!(got.refusal(), late);
    let got = ask(&client, json!({"reviewer": LUIS, "draft": {}})).await;
    assert_eq!(got.refusal(), late);
}

#[tokio::test]
async fn asking_and_answering_are_writes_like_any_other() {
    let client = Client::start().await;
    let order = client.order(ORDER);
    let path = format!("/v1/orders/{}/review", order.id);
    let body = json!({"reviewer": LUIS, "draft": draft()});
    let key = Uuid::now_v7().to_string();
    let send = |revision| client.write_as(Method::POST, &path, revision, &key, body.clone());
    let first = send(order.revision).await;
    let again = send(order.revision).await;
    assert_eq!(again.header("idempotency-replayed"), "true");
    assert_eq!(first.order(), again.order());
    assert_eq!(client.service.count_acts(&order.id, "review"), 1);
    let stale = client
        .write(Method::POST, &path, order.revision, body.clone())
        .await;
    assert_eq!(stale.refusal(), refused(412, "revision_conflict"));
    let review = first.order().review.unwrap();
    assert_eq!(stale.body["current"]["review"]["id"], review.id.as_str());
    let path = format!("{path}/{}", review.id);
    let verdict = json!({"verdict": "withdrawn"});
    let stale = client
        .write(Method::PUT, &path, order.revision, verdict.clone())
        .await;
    assert_eq!(stale.refusal(), refused(412, "revision_conflict"));
    let got = client
        .write(Method::PUT, &path, order.revision + 1, verdict)
        .await;
    assert_eq!(got.header("etag"), format!("\"{}\"", order.revision + 2));
    assert_eq!(client.service.count_acts(&order.id, "verdict"), 1);
}

#[tokio::test]
async fn the_reviewer_gets_a_letter() {
    let folder = tempfile::tempdir().unwrap();
    let client = Client::with(Config {
        mail_dir: Some(folder.path().to_owned()),
        ..config()
    })
    .await;
    asked(&client).await;
    let letter = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.to_string_lossy().contains("4410-228301-review-"))
        .map(|path| fs::read_to_string(path).unwrap())
        .unwrap();
    assert!(letter.contains("To: luis@andaluza.example\r\n"));
    assert!(letter.contains("Subject: Your review is asked for order 4410-228301\r\n"));
    let text = letter.replace("=\r\n", "");
    assert!(
        text.contains("Ana Ruiz asks you to look at what is proposed"),
        "{text}"
    );
    assert!(!text.contains("writes:") && !text.contains("own_company"));
}
