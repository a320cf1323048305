//! Where faults take effect: around every request, before anything of it is read.

use std::time::Duration;

use axum::{
    extract::{ConnectInfo, Request, State},
    http::StatusCode,
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use turnup_contract::{ProblemBody, code};
use turnup_domain::Problem;

use super::{AppState, connection::Budget};
use crate::{
    faults::{Fault, FaultKind},
    service::Refusal,
};

/// Marks a request whose key is not to be heeded.
#[derive(Clone, Copy)]
pub(super) struct KeysIgnored;

pub(super) async fn misbehave(
    State(app): State<AppState>,
    ConnectInfo(budget): ConnectInfo<Budget>,
    mut request: Request,
    next: Next,
) -> Response {
    let (method, path) = (
        request.method().to_string(),
        request.uri().path().to_owned(),
    );
    let query = request.uri().query().unwrap_or_default();
    let (keys_ignored, fault) = app.faults.take(&method, &path, query);
    if keys_ignored {
        request.extensions_mut().insert(KeysIgnored);
    }
    let response = match fault {
        Some(fault) => suffer(&fault, &budget, request, next).await,
        None => next.run(request).await,
    };
    app.seen.note(method, path, response.status().as_u16());
    response
}

async fn suffer(fault: &Fault, budget: &Budget, request: Request, next: Next) -> Response {
    match fault.kind {
        FaultKind::Latency => {
            tokio::time::sleep(Duration::from_millis(fault.value)).await;
            next.run(request).await
        }
        FaultKind::Status => status(fault.value).into_response(),
        FaultKind::ResetBeforeCommit => {
            budget.limit(0);
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        FaultKind::ResetAfterCommit => {
            let response = next.run(request).await;
            budget.limit(0);
            response
        }
        FaultKind::Truncate => {
            let response = next.run(request).await;
            budget.limit(fault.value);
            response
        }
        FaultKind::Html => Html(PORTAL).into_response(),
        FaultKind::ExpiredCursor => Refusal::of(code::CURSOR_EXPIRED).into_response(),
        // Taken apart from the others: the request is marked already.
        FaultKind::IgnoreIdempotency => next.run(request).await,
        FaultKind::RefuseFields => {
            Refusal::fields(vec![Problem::new("", "refused_by_fault")]).into_response()
        }
    }
}

/// What a network says that wants people to sign in first.
const PORTAL: &str =
    "<!doctype html><html><head><title>Wi-Fi</title></head><body>Wi-Fi</body></html>";

fn status(value: u64) -> Refusal {
    let status = u16::try_from(value).unwrap_or(500);
    let word = match status {
        401 => code::UNAUTHENTICATED,
        403 => code::FORBIDDEN,
        404 => code::NOT_FOUND,
        429 => code::RATE_LIMITED,
        503 => code::UNAVAILABLE,
        400..=499 => code::MALFORMED_REQUEST,
        _ => code::INTERNAL,
    };
    Refusal(Box::new(ProblemBody {
        status,
        ..ProblemBody::of(word)
    }))
}
