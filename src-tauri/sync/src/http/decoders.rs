//! What comes over the wire, read without a wire: the very functions that the client reads with,
//! for those who feed them what no service should say.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::{
    StatusCode,
    header::{CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER},
};
use serde::de::DeserializeOwned;
use turnup_contract::{Answer, AuthorizationMetadata, Nudge, paths};
use url::Url;

use super::{answers, client::Received, events::Events, oauth, sign_in::SignInError};
use crate::tokens::Tokens;

const JSON: &str = "application/json";

/// A document, or what came instead.
///
/// # Errors
/// As for the call that got the answer.
pub fn document<T: DeserializeOwned>(
    status: u16,
    kind: &str,
    retry_after: &str,
    body: &[u8],
) -> Answer<T> {
    let mut received = received(status, kind, body);
    if let Ok(value) = HeaderValue::from_str(retry_after) {
        received.headers.insert(RETRY_AFTER, value);
    }
    answers::document(&received, Timestamp::now())
}

/// How to sign in at a service.
///
/// # Errors
/// When it cannot be used.
pub fn metadata(body: &[u8], service: &Url) -> Answer<AuthorizationMetadata> {
    oauth::described(&received(200, JSON, body), service)
}

/// What the token endpoint of a service gave.
///
/// # Errors
/// When it gave nothing, or nothing that can be used.
pub fn tokens(status: u16, body: &[u8], service: &Url) -> Result<Tokens, SignInError> {
    let at = |path: &str| service.join(path).map(String::from).unwrap_or_default();
    let client = oauth::client(&AuthorizationMetadata {
        issuer: service.to_string(),
        authorization_endpoint: at(paths::METADATA),
        token_endpoint: at(paths::METADATA),
        revocation_endpoint: None,
        device_authorization_endpoint: None,
        code_challenge_methods_supported: Vec::new(),
        grant_types_supported: Vec::new(),
    })?;
    Ok(oauth::granted(&client, received(status, JSON, body))?)
}

/// How long to wait, as a header says it.
#[must_use]
pub fn retry_after(header: &str, now: Timestamp) -> Option<Duration> {
    super::retry_after::parse(header, now)
}

/// The nudges in a body that comes in pieces of so many bytes (at least one).
#[must_use]
pub fn nudges(body: &[u8], piece: usize) -> Vec<Nudge> {
    let mut events = Events::default();
    body.chunks(piece.max(1))
        .flat_map(|piece| events.read(piece))
        .collect()
}

fn received(status: u16, kind: &str, body: &[u8]) -> Received {
    let mut headers = HeaderMap::new();
    if let Ok(kind) = HeaderValue::from_str(kind) {
        headers.insert(CONTENT_TYPE, kind);
    }
    Received {
        status: StatusCode::from_u16(status).unwrap_or_default(),
        headers,
        body: body.to_vec(),
    }
}
