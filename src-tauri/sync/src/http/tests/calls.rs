//! Every call of the protocol, with the document that it hopes for.

use std::pin::Pin;

use serde_json::{Value, json, to_value};
use turnup_contract::{
    AssigneeRequest, ChecksRequest, MatchRequest, NameCheckRequest, ReviewRequest, SearchRequest,
    VerdictRequest,
};
use turnup_domain::{Handover, order::ReviewState, organization::Role};

use super::*;
use crate::testing;

/// How it ended, as a word of [`class`].
type Ended<'a> = Pin<Box<dyn Future<Output = String> + Send + 'a>>;

/// A call.
#[derive(Clone)]
pub(super) struct Call {
    pub name: &'static str,
    pub is_write: bool,
    /// What a good service answers.
    pub document: Value,
    pub ask: fn(&HttpService) -> Ended<'_>,
}

macro_rules! call {
    ($name:literal, $is_write:expr, $document:expr, |$service:ident| $answer:expr) => {
        Call {
            name: $name,
            is_write: $is_write,
            document: $document,
            ask: |$service| Box::pin(async move { class(&$answer.await) }),
        }
    };
}

/// All of them.
pub(super) fn calls() -> Vec<Call> {
    let mut all = questions();
    all.extend(reads());
    all.extend(writes());
    all
}

fn order() -> Value {
    to_value(testing::order("ord_1", 8)).unwrap()
}

fn page(item: &Value) -> Value {
    json!({ "items": [item], "next_cursor": "1", "has_more": false, "as_of": 1, "total": 1 })
}

fn reads() -> Vec<Call> {
    let organization = to_value(testing::candidate("org_1", 1, 50).organization).unwrap();
    let operation = to_value(testing::operation("op_1", "ord_1", "intent")).unwrap();
    vec![
        call!(
            "capabilities",
            false,
            to_value(testing::capabilities()).unwrap(),
            |service| service.capabilities(None)
        ),
        call!(
            "me",
            false,
            json!({ "id": "1", "email": "a@b.example", "name": "A" }),
            |service| service.me()
        ),
        call!("orders", false, page(&order()), |service| service
            .orders(None, 10)),
        call!("order by number", false, page(&order()), |service| service
            .order_by_number(&"4410-ord_1".into())),
        call!("order", false, order(), |service| service
            .order(&"ord_1".into())),
        call!(
            "activity",
            false,
            json!([{ "id": "1", "at": "2026-11-22T10:00:00Z", "code": "mapped" }]),
            |service| service.activity(&"ord_1".into())
        ),
        call!(
            "summary",
            false,
            json!({ "as_of": 1, "counts": {}, "checksum": "0000000000000000" }),
            |service| service.orders_summary()
        ),
        call!("organizations", false, page(&organization), |service| {
            service.organizations(None, 10)
        }),
        call!("operation", false, operation, |service| service
            .operation(&"op_1".into())),
        call!(
            "transfer",
            false,
            json!({ "code": "TR-1", "sites": [{ "name": "zurita.webex.com" }] }),
            |service| service.transfer("tr-1")
        ),
    ]
}

fn questions() -> Vec<Call> {
    let found = testing::match_answer(vec![testing::candidate("org_1", 1, 50)]);
    let found = to_value(found).unwrap();
    let name = json!({ "name": "zurita", "result": "available" });
    vec![
        call!("match", false, found.clone(), |service| service
            .match_organizations(&asked())),
        call!("search", false, found, |service| service
            .search_organizations(&SearchRequest {
                domain: "zurita.example".into(),
                cursor: None,
            })),
        call!(
            "checks",
            false,
            json!({ "problems": [], "warnings": [] }),
            |service| service.checks(&"ord_1".into(), &ChecksRequest::default())
        ),
        call!("site name", false, name.clone(), |service| service
            .check_site_name(&named())),
        call!("SIP name", false, name, |service| service
            .check_sip_name(&named())),
    ]
}

fn writes() -> Vec<Call> {
    vec![
        call!("mapping", true, order(), |service| service.put_mapping(
            &"ord_1".into(),
            7,
            &"intent-1".into(),
            &testing::mapping(&testing::order("ord_1", 7)),
        )),
        call!("setup", true, order(), |service| service.put_setup(
            &"ord_1".into(),
            7,
            &"intent-1".into(),
            &testing::setup(),
        )),
        call!("handover", true, order(), |service| service.hand_over(
            &"ord_1".into(),
            7,
            &"intent-1".into(),
            &Handover {
                email: "bo@andaluza.example".into(),
                note: String::new()
            },
        )),
        call!("resend", true, order(), |service| service.resend(
            &"ord_1".into(),
            7,
            &"intent-1".into()
        )),
        call!("note", true, order(), |service| write(service)),
        call!("assignee", true, order(), |service| service.put_assignee(
            &"ord_1".into(),
            7,
            &"intent-1".into(),
            &AssigneeRequest { assignee: None },
        )),
        call!("review", true, order(), |service| service.ask_review(
            &"ord_1".into(),
            7,
            &"intent-1".into(),
            &ReviewRequest {
                reviewer: "bo@andaluza.example".into(),
                draft: json!({}),
            },
        )),
        call!("verdict", true, order(), |service| service.decide_review(
            &"ord_1".into(),
            &"rev_1".into(),
            7,
            &"intent-1".into(),
            &VerdictRequest {
                verdict: ReviewState::Approved,
                note: String::new()
            },
        )),
        call!("retry", true, order(), |service| service.retry_operation(
            &"op_1".into(),
            7,
            &"intent-1".into()
        )),
    ]
}

fn asked() -> MatchRequest {
    MatchRequest {
        role: Role::Customer,
        email: None,
        company: "Zurita".into(),
        country: "ES".into(),
        partner: None,
    }
}

fn named() -> NameCheckRequest {
    NameCheckRequest {
        name: "zurita".into(),
    }
}
