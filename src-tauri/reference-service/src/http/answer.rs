//! Answers: documents, what came of a write, and problems for everything that went wrong, also
//! where no handler was reached.

use axum::{
    Json,
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use turnup_contract::{ProblemBody, code, paths};
use turnup_domain::Order;
use uuid::Uuid;

use crate::service::{FeedBody, Refusal, WriteAnswer};

const PROBLEM: &str = "application/problem+json";
const JSON: &str = "application/json";

/// A document or a refusal.
pub(super) fn document<T: Serialize>(result: Result<T, Refusal>) -> Response {
    match result {
        Ok(document) => Json(document).into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

/// An order with its revision as the entity tag.
pub(super) fn order(result: Result<Order, Refusal>) -> Response {
    match result {
        Ok(order) => ([(header::ETAG, tag(order.revision))], Json(order)).into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

/// A page of a feed.
pub(super) fn page(result: Result<FeedBody, Refusal>) -> Response {
    match result {
        Ok(FeedBody(body)) => ([(header::CONTENT_TYPE, JSON)], body).into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

/// What came of a write.
pub(super) fn written(result: Result<WriteAnswer, Refusal>) -> Response {
    let answer = match result {
        Ok(answer) => answer,
        Err(refusal) => return refusal.into_response(),
    };
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut headers = HeaderMap::new();
    let kind = if status.is_success() { JSON } else { PROBLEM };
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(order) = serde_json::from_str::<Order>(&answer.body) {
        set(&mut headers, header::ETAG, &tag(order.revision));
    }
    if let Some(operation) = &answer.operation {
        set(
            &mut headers,
            header::LOCATION,
            &format!("{}/operations/{operation}", paths::BASE),
        );
    }
    if answer.replayed {
        let name = header::HeaderName::from_static("idempotency-replayed");
        headers.insert(name, HeaderValue::from_static("true"));
    }
    (status, headers, answer.body).into_response()
}

fn tag(revision: u64) -> String {
    format!("\"{revision}\"")
}

fn set(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let retry_after = self.retry_after();
        let mut problem = *self.0;
        problem.trace_id = Uuid::new_v4().to_string();
        tracing::debug!(code = problem.code, trace = problem.trace_id, "refused");
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::BAD_REQUEST);
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
        if let Some(seconds) = retry_after {
            set(&mut headers, header::RETRY_AFTER, &seconds.to_string());
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(current) = &problem.current {
            set(&mut headers, header::ETAG, &tag(current.revision));
        }
        let body = serde_json::to_string(&problem).unwrap_or_default();
        (status, headers, body).into_response()
    }
}

/// What no handler answered (no such path, no such method, a body that cannot be read) becomes
/// a problem document as well.
pub(super) async fn in_the_protocols_words(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let speaks = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| {
            let kind = kind.to_str().unwrap_or_default();
            kind.contains("json") || kind.starts_with("text/html")
        });
    if speaks || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let allowed = response.headers().get(header::ALLOW).cloned();
    let problem = ProblemBody::of(match status {
        StatusCode::NOT_FOUND => code::NOT_FOUND,
        StatusCode::METHOD_NOT_ALLOWED => code::METHOD_NOT_ALLOWED,
        StatusCode::PAYLOAD_TOO_LARGE => code::BODY_TOO_LARGE,
        status if status.is_server_error() => code::INTERNAL,
        _ => code::MALFORMED_REQUEST,
    });
    let mut response = Refusal(Box::new(problem)).into_response();
    if let Some(allowed) = allowed {
        response.headers_mut().insert(header::ALLOW, allowed);
    }
    response
}
