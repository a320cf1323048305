//! Each call of the protocol: its path, its query, the question it is.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use turnup_contract::{ChecksRequest, MatchRequest, NameCheckRequest, SearchRequest};
use turnup_domain::{OperationId, OrderId, OrderNumber, ReviewId};

use super::{
    AppState, answer,
    request::{Asked, Signed},
};
use crate::service::WriteCall;

type App = State<AppState>;

/// The query of a feed.
#[derive(Deserialize)]
pub(super) struct Feed {
    cursor: Option<String>,
    limit: Option<u32>,
    number: Option<String>,
}

pub(super) async fn capabilities(State(app): App, _: Signed, headers: HeaderMap) -> Response {
    let (body, etag) = app.capabilities.clone();
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    let same = known.is_some_and(|known| {
        known
            .split(',')
            .any(|tag| tag.trim().trim_start_matches("W/") == etag)
    });
    if same {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, etag)]).into_response();
    }
    let headers = [
        (header::ETAG, etag),
        (header::CONTENT_TYPE, "application/json".to_owned()),
    ];
    (headers, body).into_response()
}

pub(super) async fn me(Signed(operator): Signed) -> Response {
    answer::document(Ok(operator.me()))
}

pub(super) async fn orders(State(app): App, _: Signed, Query(feed): Query<Feed>) -> Response {
    answer::page(
        app.ask(move |service| match feed.number {
            Some(number) => service.orders_by_number(&OrderNumber::from(number)),
            None => service.orders(feed.cursor.as_deref(), feed.limit),
        })
        .await,
    )
}

pub(super) async fn organizations(
    State(app): App,
    _: Signed,
    Query(feed): Query<Feed>,
) -> Response {
    answer::page(
        app.ask(move |service| service.organizations(feed.cursor.as_deref(), feed.limit))
            .await,
    )
}

pub(super) async fn summary(State(app): App, _: Signed) -> Response {
    answer::document(app.ask(|service| service.summary()).await)
}

pub(super) async fn order(State(app): App, _: Signed, Path(id): Path<String>) -> Response {
    answer::order(
        app.ask(move |service| service.order(&OrderId::from(id)))
            .await,
    )
}

pub(super) async fn activity(State(app): App, _: Signed, Path(id): Path<String>) -> Response {
    answer::document(
        app.ask(move |service| service.activity(&OrderId::from(id)))
            .await,
    )
}

pub(super) async fn operation(State(app): App, _: Signed, Path(id): Path<String>) -> Response {
    answer::document(
        app.ask(move |service| service.operation(&OperationId::from(id)))
            .await,
    )
}

pub(super) async fn checks(
    State(app): App,
    _: Signed,
    Path(id): Path<String>,
    Asked(request): Asked<ChecksRequest>,
) -> Response {
    answer::document(
        app.ask(move |service| service.checks(&OrderId::from(id), &request))
            .await,
    )
}

pub(super) async fn match_organizations(
    State(app): App,
    _: Signed,
    Asked(request): Asked<MatchRequest>,
) -> Response {
    answer::document(
        app.ask(move |service| service.match_organizations(&request))
            .await,
    )
}

pub(super) async fn search_organizations(
    State(app): App,
    _: Signed,
    Asked(request): Asked<SearchRequest>,
) -> Response {
    answer::document(
        app.ask(move |service| service.search_organizations(&request))
            .await,
    )
}

pub(super) async fn site_name(
    State(app): App,
    _: Signed,
    Asked(request): Asked<NameCheckRequest>,
) -> Response {
    answer::document(
        app.ask(move |service| service.check_site_name(&request))
            .await,
    )
}

pub(super) async fn sip_name(
    State(app): App,
    _: Signed,
    Asked(request): Asked<NameCheckRequest>,
) -> Response {
    answer::document(
        app.ask(move |service| service.check_sip_name(&request))
            .await,
    )
}

pub(super) async fn transfer(State(app): App, _: Signed, Path(code): Path<String>) -> Response {
    answer::document(app.ask(move |service| service.transfer(&code)).await)
}

/// Handlers of the writes: the same form, another act.
macro_rules! write {
    ($name:ident, $act:ident, $id:ty) => {
        pub(super) async fn $name(
            State(app): App,
            Signed(operator): Signed,
            Path(id): Path<String>,
            call: WriteCall,
        ) -> Response {
            let act = app.ask(move |service| service.$act(&operator, &<$id>::from(id), &call));
            answer::written(act.await)
        }
    };
}

write!(mapping, put_mapping, OrderId);
write!(setup, put_setup, OrderId);
write!(handover, hand_over, OrderId);
write!(resend, resend, OrderId);
write!(note, put_note, OrderId);
write!(assignee, put_assignee, OrderId);
write!(review, ask_review, OrderId);
write!(retry, retry_operation, OperationId);

pub(super) async fn verdict(
    State(app): App,
    Signed(operator): Signed,
    Path((id, review_id)): Path<(String, String)>,
    call: WriteCall,
) -> Response {
    let (id, review_id) = (OrderId::from(id), ReviewId::from(review_id));
    let act = app.ask(move |service| service.decide_review(&operator, (&id, &review_id), &call));
    answer::written(act.await)
}
