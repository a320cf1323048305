//! Every call × every way to answer badly: each has its class, none hangs, and nothing of an
//! answer is taken beyond the limit.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::{
    super::fake_server::{FakeServer, Reply},
    calls::{Call, calls},
    kinds::{Class, Kind, ending, endless, patience},
    *,
};

fn service_at(server: &FakeServer, limits: Limits) -> HttpService {
    let kept = Arc::new(MemoryTokens::with(tokens("access", "refresh")));
    HttpService::new(server.origin.clone(), kept, &network(limits)).unwrap()
}

/// Every call side by side: most of it is waiting.
async fn for_every_call<F>(check: impl Fn(Call) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let mut running: JoinSet<()> = calls().into_iter().map(check).collect();
    while let Some(ended) = running.join_next().await {
        ended.unwrap();
    }
}

async fn check(call: &Call, kind: Kind) -> FakeServer {
    let limits = patience(&kind.reply);
    let server = FakeServer::saying(kind.reply).await;
    let said = (call.ask)(&service_at(&server, limits)).await;
    let expected = kind.class.word(call.is_write);
    assert_eq!(said, expected, "{}: {}", call.name, kind.name);
    server
}

#[tokio::test(flavor = "multi_thread")]
async fn every_call_knows_an_answer_that_is_none() {
    for_every_call(|call| async move {
        for kind in ending(&call.document.to_string()) {
            check(&call, kind).await;
        }
    })
    .await;
}

/// What waits in the buffers of two sockets, and then some.
const BUFFERED: u64 = 16 * 1024 * 1024;

#[tokio::test(flavor = "multi_thread")]
async fn no_call_takes_more_of_an_answer_than_its_limit() {
    for_every_call(|call| async move {
        for kind in endless() {
            let name = kind.name;
            let taken = check(&call, kind).await.taken(1).await;
            assert!(taken < BUFFERED, "{}: {name}: {taken} bytes", call.name);
        }
    })
    .await;
}

/// The same document with each of its members, one after the other, of another type.
fn distorted(document: &Value) -> Vec<Value> {
    let others = [
        json!(null),
        json!(true),
        json!(-7.5),
        json!("x"),
        json!([[]]),
        json!({"x": 1}),
    ];
    let item = document.get(0).or_else(|| document["items"].get(0));
    let mut all = Vec::new();
    for members in [Some(document), item]
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
    {
        for name in members.keys() {
            for other in &others {
                let mut changed = document.clone();
                let place = match changed.get(name) {
                    Some(_) => &mut changed[name],
                    None if changed.is_array() => &mut changed[0][name],
                    None => &mut changed["items"][0][name],
                };
                *place = other.clone();
                all.push(changed);
            }
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_of_a_wrong_type_is_no_document_and_nothing_worse() {
    for_every_call(|call| async move {
        let documents = distorted(&call.document);
        let asked = documents.len();
        let next = std::sync::Mutex::new(documents.clone().into_iter());
        let server = FakeServer::start(move |_| {
            let document = next.lock().unwrap().next().unwrap();
            Reply::json(200, &document.to_string())
        })
        .await;
        let service = service_at(&server, patience(&Reply::default()));
        let mut refused = 0;
        for document in documents {
            let said = (call.ask)(&service).await;
            let known = said == "ok" || said == Class::Foreign(200).word(false);
            assert!(known, "{}: {said}: {document}", call.name);
            refused += usize::from(said != "ok");
        }
        assert!(refused * 2 > asked, "{}: {refused} of {asked}", call.name);
    })
    .await;
}

#[tokio::test]
async fn an_answer_about_something_else_is_not_what_was_asked_for() {
    let others = [
        ("order", "id", "ord_2"),
        ("operation", "id", "op_2"),
        ("site name", "name", "andaluza"),
        ("SIP name", "name", "andaluza"),
    ];
    for (name, member, other) in others {
        let call = calls().into_iter().find(|call| call.name == name).unwrap();
        let mut document = call.document.clone();
        document[member] = json!(other);
        let server = FakeServer::saying(Reply::json(200, &document.to_string())).await;
        let said = (call.ask)(&service_at(&server, Limits::default())).await;
        assert_eq!(said, "foreign 200", "{name}");
    }
}

#[tokio::test]
async fn an_organization_that_is_found_twice_is_shown_once_where_it_stands_best() {
    use crate::testing::{candidate, match_answer};
    let found = match_answer(vec![
        candidate("org_1", 1, 80),
        candidate("org_2", 1, 60),
        candidate("org_1", 1, 40),
    ]);
    let document = serde_json::to_string(&found).unwrap();
    let server = FakeServer::saying(Reply::json(200, &document)).await;
    let service = client_of(&server);
    let search = turnup_contract::SearchRequest {
        domain: "zurita.example".into(),
        cursor: None,
    };
    let answer = service.search_organizations(&search).await.unwrap();
    let shown: Vec<_> = answer.candidates.iter().map(|one| one.score).collect();
    assert_eq!(shown, [80, 60]);
}
