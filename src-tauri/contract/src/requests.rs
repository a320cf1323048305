//! Bodies of requests and answers that are no documents of the domain.

use serde::{Deserialize, Serialize};
use turnup_domain::{Mapping, Problem, Setup, order::ReviewState, organization::Role};
use utoipa::ToSchema;

/// `POST /organizations/match`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MatchRequest {
    /// Which organization is looked for.
    pub role: Role,
    /// The contact's or the end customer's address.
    #[serde(default)]
    pub email: Option<String>,
    /// Company name.
    #[serde(default)]
    pub company: String,
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    pub country: String,
    /// The partner already chosen, so that the same one is flagged.
    #[serde(default)]
    pub partner: Option<turnup_domain::OrganizationId>,
}

/// `POST /organizations/search`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SearchRequest {
    /// The domain, or the beginning of one.
    pub domain: String,
    /// From the answer before.
    #[serde(default)]
    pub cursor: Option<String>,
}

/// `POST /orders/{id}/checks`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct ChecksRequest {
    /// Would this mapping be taken?
    #[serde(default)]
    pub mapping: Option<Mapping>,
    /// Would this set-up be taken?
    #[serde(default)]
    pub setup: Option<Setup>,
}

/// What a dry run found. Pointers begin with `/mapping` or `/setup`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct ChecksAnswer {
    /// These would be refused.
    pub problems: Vec<Problem>,
    /// These would be taken, but mind them.
    pub warnings: Vec<Problem>,
}

/// `PUT /orders/{id}/notes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NoteRequest {
    /// The whole note.
    pub note: String,
}

/// `PUT /orders/{id}/assignee`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AssigneeRequest {
    /// E-mail of the colleague who works on it from now on; null = nobody in particular.
    #[serde(default)]
    pub assignee: Option<String>,
}

/// `POST /orders/{id}/review`: asks a colleague; an earlier review is replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReviewRequest {
    /// Who is asked (e-mail); not who asks.
    pub reviewer: String,
    /// What is proposed, in the client's own words; at most 64 KiB of JSON.
    #[schema(value_type = Object)]
    pub draft: serde_json::Value,
}

/// `PUT /orders/{id}/review/{review_id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VerdictRequest {
    /// `approved` or `declined` by the reviewer, `withdrawn` by who asked.
    pub verdict: ReviewState,
    /// Why, for colleagues.
    #[serde(default)]
    pub note: String,
}

/// `POST /site-names/check` and `POST /sip-names/check`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NameCheckRequest {
    /// The name without its suffix.
    pub name: String,
}

/// Whether a name can be had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NameCheckAnswer {
    /// The name asked for.
    pub name: String,
    /// `available`, `taken` or `invalid`.
    pub result: String,
    /// Names that can be had.
    #[serde(default)]
    pub suggestions: Vec<String>,
}
