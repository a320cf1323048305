//! Signing in on another device over HTTP (RFC 8628): the endpoint that hands out a code, and
//! the page on which somebody types it.

use axum::{
    Form, Json,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use turnup_contract::{DeviceAuthorization, paths};

use super::{AppState, oauth, page};
use crate::service::Operator;

pub(super) const AUTHORIZATION: &str = "/oauth/device_authorization";
pub(super) const PAGE: &str = "/oauth/device";
pub(super) const GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// The form that a program begins with.
#[derive(Debug, Deserialize)]
pub(super) struct Begin {
    #[serde(default)]
    client_id: String,
}

pub(super) async fn authorization(
    State(app): State<AppState>,
    headers: HeaderMap,
    Form(form): Form<Begin>,
) -> Response {
    if form.client_id != paths::CLIENT_ID {
        return oauth::refused(StatusCode::UNAUTHORIZED, "invalid_client");
    }
    let begun = match app.ask(|service| service.begin_device()).await {
        Ok(begun) => begun,
        Err(refusal) => return refusal.into_response(),
    };
    let page = format!("{}{PAGE}", oauth::origin(&app, &headers));
    oauth::unkept(Json(DeviceAuthorization {
        verification_uri_complete: Some(format!("{page}?user_code={}", begun.user_code)),
        verification_uri: page,
        device_code: begun.device_code,
        user_code: begun.user_code,
        expires_in: begun.lasts.as_secs().unsigned_abs(),
        interval: Some(begun.interval.as_secs().unsigned_abs()),
    }))
}

/// What somebody typed, and decided.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    user_code: String,
    #[serde(default)]
    operator: String,
    #[serde(default)]
    decision: String,
}

/// The page: asks for the code, and with a good one, who signs in.
pub(super) async fn ask(
    State(app): State<AppState>,
    headers: HeaderMap,
    Query(typed): Query<Typed>,
) -> Response {
    show(&app, &headers, &typed.user_code)
}

pub(super) async fn decide(
    State(app): State<AppState>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Response {
    let operator = Operator::of_id(&typed.operator);
    let decision = match (typed.decision.as_str(), operator) {
        ("allow", Some(operator)) => Some(operator),
        ("deny", _) => None,
        // Only the code came so far.
        _ => return show(&app, &headers, &typed.user_code),
    };
    let language = oauth::language(&headers);
    if !app.service.decide_device(&typed.user_code, decision) {
        return page::ask_code(language, &typed.user_code, true);
    }
    page::device_decided(language, decision.is_some())
}

fn show(app: &AppState, headers: &HeaderMap, typed: &str) -> Response {
    let language = oauth::language(headers);
    match app.service.device_waits(typed) {
        Some(code) => page::choose_for_device(language, &code),
        None => page::ask_code(language, typed, !typed.is_empty()),
    }
}
