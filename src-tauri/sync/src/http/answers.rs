//! What an answer means: the document that was asked for, a problem, or not this protocol.
//! Pure: nothing is sent or read in here.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{CONTENT_TYPE, RETRY_AFTER};
use serde::de::DeserializeOwned;
use turnup_contract::{Answer, CallError, ProblemBody, code};

use super::{client::Received, retry_after};

/// The document of an answer that succeeded.
pub(crate) fn document<T: DeserializeOwned>(received: &Received, now: Timestamp) -> Answer<T> {
    if !received.status.is_success() {
        return Err(refusal(received, now));
    }
    if !is_json(received) {
        return Err(foreign(received, "the answer is not JSON"));
    }
    serde_json::from_slice(&received.body).map_err(|error| foreign(received, &place_of(&error)))
}

/// Where a document cannot be read. The error's own words quote it: people's names have no place
/// in a log.
fn place_of(error: &serde_json::Error) -> String {
    format!(
        "the document cannot be read at line {}, column {} ({:?})",
        error.line(),
        error.column(),
        error.classify()
    )
}

/// Why the service did not do what was asked.
pub(crate) fn refusal(received: &Received, now: Timestamp) -> CallError {
    let status = received.status.as_u16();
    let problem = match (said(received), own_word(status)) {
        (Some(problem), _) => problem,
        (None, Some(word)) => ProblemBody::of(word),
        (None, None) => return foreign(received, "no problem document came with the status"),
    };
    let retry_after: Option<Duration> = received
        .header(RETRY_AFTER)
        .and_then(|header| retry_after::parse(header, now));
    CallError::Problem {
        status,
        problem: Box::new(ProblemBody { status, ..problem }),
        retry_after,
    }
}

/// The problem document, when one came that says what it is.
fn said(received: &Received) -> Option<ProblemBody> {
    if !is_json(received) {
        return None;
    }
    serde_json::from_slice::<ProblemBody>(&received.body)
        .ok()
        .filter(|body| !body.code.is_empty())
}

/// The code of a status that anything on the way may answer with, in whatever form.
fn own_word(status: u16) -> Option<&'static str> {
    match status {
        401 => Some(code::UNAUTHENTICATED),
        429 => Some(code::RATE_LIMITED),
        408 | 425 | 502..=504 => Some(code::UNAVAILABLE),
        500 | 505..=599 => Some(code::INTERNAL),
        _ => None,
    }
}

fn foreign(received: &Received, reason: &str) -> CallError {
    CallError::NotThisProtocol {
        reason: reason.to_owned(),
        status: received.status.as_u16(),
    }
}

fn is_json(received: &Received) -> bool {
    let kind = received.header(CONTENT_TYPE).unwrap_or_default();
    let kind = kind
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use reqwest::{StatusCode, header::HeaderMap};

    use super::*;

    fn received(status: u16, kind: &str, body: &str) -> Received {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, kind.parse().unwrap());
        headers.insert(RETRY_AFTER, "7".parse().unwrap());
        Received {
            status: StatusCode::from_u16(status).unwrap(),
            headers,
            body: body.as_bytes().to_vec(),
        }
    }

    fn said_of(status: u16, kind: &str, body: &str) -> String {
        match document::<Vec<u32>>(&received(status, kind, body), Timestamp::UNIX_EPOCH) {
            Ok(document) => format!("{document:?}"),
            Err(CallError::Problem {
                status,
                problem,
                retry_after,
            }) => {
                format!(
                    "{status} {} {:?}",
                    problem.code,
                    retry_after.map(|d| d.as_secs())
                )
            }
            Err(CallError::NotThisProtocol { status, .. }) => format!("foreign {status}"),
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn what_cannot_be_read_is_not_quoted() {
        let body = r#"["Zurita y Compa\u00f1\u00eda"]"#;
        let answer = document::<Vec<u32>>(&received(200, "application/json", body), Timestamp::MIN);
        let reason = answer.unwrap_err().to_string();
        assert!(!reason.contains("Zurita"), "{reason}");
        assert!(reason.contains("line 1, column"), "{reason}");
    }

    #[test]
    fn every_answer_has_its_meaning() {
        const PROBLEM: &str = "application/problem+json";
        let table = [
            (200, "application/json", "[1]", "[1]"),
            (200, "application/json; charset=utf-8", "[1]", "[1]"),
            (200, "APPLICATION/JSON", "[1]", "[1]"),
            (200, "text/html", "[1]", "foreign 200"),
            (200, "application/json", "[1", "foreign 200"),
            (200, "application/json", "{}", "foreign 200"),
            (302, "text/html", "", "foreign 302"),
            (304, "application/json", "", "foreign 304"),
            (
                400,
                PROBLEM,
                r#"{"code":"malformed_request"}"#,
                "400 malformed_request Some(7)",
            ),
            (
                409,
                PROBLEM,
                r#"{"code":"a_newer_word"}"#,
                "409 a_newer_word Some(7)",
            ),
            (409, PROBLEM, "{}", "foreign 409"),
            (409, PROBLEM, "{", "foreign 409"),
            (404, "text/html", "<html>", "foreign 404"),
            (401, "text/html", "<html>", "401 unauthenticated Some(7)"),
            (429, "text/plain", "slow down", "429 rate_limited Some(7)"),
            (500, "text/html", "<html>", "500 internal Some(7)"),
            (502, "text/html", "<html>", "502 unavailable Some(7)"),
            (
                503,
                PROBLEM,
                r#"{"code":"unavailable","status":1}"#,
                "503 unavailable Some(7)",
            ),
            (504, "text/html", "", "504 unavailable Some(7)"),
            (511, "text/html", "<html>", "511 internal Some(7)"),
        ];
        for (status, kind, body, expected) in table {
            assert_eq!(
                said_of(status, kind, body),
                expected,
                "{status} {kind} {body}"
            );
        }
    }
}
