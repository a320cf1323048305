//! Parts of requests and of answers that several calls have.

use std::collections::HashSet;

use reqwest::{StatusCode, header};
use serde::Serialize;
use turnup_contract::{Answer, CallError};
use turnup_domain::{MatchAnswer, OperationId};

use super::client::Received;

/// A document as it is sent.
pub(super) fn json(body: &impl Serialize) -> Answer<Vec<u8>> {
    serde_json::to_vec(body).map_err(|error| CallError::NotThisProtocol {
        reason: format!("the request cannot be written: {error}"),
        status: 0,
    })
}

/// A document of another id must not be taken for the one that was asked for.
pub(super) fn asked_for(same: bool) -> Answer<()> {
    if same {
        return Ok(());
    }
    Err(CallError::NotThisProtocol {
        reason: "the answer is about something else".to_owned(),
        status: StatusCode::OK.as_u16(),
    })
}

/// The operation that `Location` names, when it stays inside the protocol.
pub(super) fn operation_of(received: &Received) -> Option<OperationId> {
    let location = received.header(header::LOCATION)?;
    let id = location.strip_prefix("/v1/operations/")?;
    (!id.is_empty() && !id.contains(['/', '?', '#'])).then(|| OperationId::from(id))
}

/// Whether a text that a person typed can be a segment of a path: dots lead elsewhere there, and
/// control characters get lost.
pub(super) fn can_stand_in_a_path(text: &str) -> bool {
    !matches!(text, "" | "." | "..") && !text.chars().any(char::is_control)
}

/// Each organization once, where it stands best: two candidates of one id cannot be told apart.
pub(super) fn once(mut answer: MatchAnswer) -> MatchAnswer {
    let mut seen = HashSet::new();
    answer
        .candidates
        .retain(|candidate| seen.insert(candidate.organization.id.clone()));
    answer
}

/// What asks for a page.
pub(super) fn page_query<'a>(
    cursor: Option<&'a str>,
    limit: &'a str,
) -> Vec<(&'static str, &'a str)> {
    let mut query = vec![("limit", limit)];
    query.extend(cursor.map(|cursor| ("cursor", cursor)));
    query
}
