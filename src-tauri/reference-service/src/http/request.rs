//! What requests carry: who is signed in, a JSON body, the key and the revision of a write.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header, request::Parts},
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use turnup_contract::{code, paths};
use turnup_domain::IntentId;
use uuid::Uuid;

use super::{AppState, faulty::KeysIgnored};
use crate::service::{Operator, Refusal, WriteCall};

/// The operator of the bearer token.
pub(super) struct Signed(pub Operator);

impl FromRequestParts<AppState> for Signed {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let header = parts.headers.get(header::AUTHORIZATION);
        let token = header
            .and_then(|value| value.to_str().ok())
            .and_then(|value| {
                let (scheme, token) = value.split_once(' ')?;
                scheme
                    .eq_ignore_ascii_case("bearer")
                    .then(|| token.trim().to_owned())
            });
        let Some(token) = token else {
            return Err(Refusal::of(code::UNAUTHENTICATED));
        };
        let operator = state
            .ask(move |service| service.operator_of(&token))
            .await?;
        operator
            .map(Self)
            .ok_or_else(|| Refusal::of(code::UNAUTHENTICATED))
    }
}

/// A JSON body of a question.
pub(super) struct Asked<T>(pub T);

impl<T: DeserializeOwned> FromRequest<AppState> for Asked<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Refusal> {
        let body = json(request, state).await?;
        serde_json::from_value(body)
            .map(Self)
            .map_err(|error| Refusal::malformed(format!("the body: {error}")))
    }
}

impl FromRequest<AppState> for WriteCall {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Refusal> {
        let heeds_keys = request.extensions().get::<KeysIgnored>().is_none();
        let intent = key(request.headers())?;
        let revision = revision(request.headers())?;
        let body = json(request, state).await?;
        Ok(Self {
            revision,
            intent,
            body,
            heeds_keys,
        })
    }
}

async fn json(request: Request, state: &AppState) -> Result<Value, Refusal> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let bytes = Bytes::from_request(request, state)
        .await
        .map_err(unreadable)?;
    if bytes.is_empty() {
        return Ok(Value::Object(serde_json::Map::new()));
    }
    if !kind.to_ascii_lowercase().starts_with("application/json") {
        return Err(Refusal::malformed("the body must be application/json"));
    }
    serde_json::from_slice(&bytes)
        .map_err(|error| Refusal::malformed(format!("the body is not JSON: {error}")))
}

fn unreadable(rejection: BytesRejection) -> Refusal {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Refusal::of(code::BODY_TOO_LARGE)
    } else {
        Refusal::malformed("the body cannot be read")
    }
}

fn key(headers: &HeaderMap) -> Result<IntentId, Refusal> {
    let key = headers
        .get(paths::IDEMPOTENCY_KEY)
        .and_then(|value| value.to_str().ok());
    let key = key.map(|key| key.trim_matches('"'));
    match key {
        Some(key) if Uuid::try_parse(key).is_ok() => Ok(IntentId::from(key)),
        Some(_) => Err(Refusal::malformed("Idempotency-Key must be a UUID")),
        None => Err(Refusal::malformed("Idempotency-Key is missing")),
    }
}

/// The revision of `If-Match: "<revision>"`; a weak tag names the same revision.
fn revision(headers: &HeaderMap) -> Result<Option<u64>, Refusal> {
    let Some(value) = headers.get(header::IF_MATCH) else {
        return Ok(None);
    };
    let value = value.to_str().unwrap_or_default().trim();
    let tag = value.strip_prefix("W/").unwrap_or(value);
    let number = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"'));
    number
        .and_then(|number| number.parse().ok())
        .map(Some)
        .ok_or_else(|| Refusal::malformed("If-Match must be one revision in quotes"))
}
