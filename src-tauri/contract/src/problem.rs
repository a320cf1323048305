//! Errors on the wire: RFC 9457 with a stable code.

use serde::{Deserialize, Serialize};
use turnup_domain::problem::{Params, Problem};
use utoipa::ToSchema;

/// Stable codes of a [`ProblemBody`].
pub mod code {
    macro_rules! codes {
        ($($(#[$meta:meta])* $name:ident = $word:literal @ $status:literal;)+) => {
            $($(#[$meta])* pub const $name: &str = $word;)+
            /// Every code with the HTTP status it comes with.
            pub const ALL: &[(&str, u16)] = &[$(($word, $status)),+];
        };
    }

    codes! {
        /// The body or a parameter could not be read.
        MALFORMED_REQUEST = "malformed_request" @ 400;
        /// No token, or one that is not valid any more.
        UNAUTHENTICATED = "unauthenticated" @ 401;
        /// Signed in, but not allowed.
        FORBIDDEN = "forbidden" @ 403;
        /// A verdict is the named reviewer's to give.
        NOT_THE_REVIEWER = "not_the_reviewer" @ 403;
        /// Nothing there, or nothing this operator may see.
        NOT_FOUND = "not_found" @ 404;
        /// No transfer has this code.
        TRANSFER_NOT_FOUND = "transfer_not_found" @ 404;
        /// No such call.
        METHOD_NOT_ALLOWED = "method_not_allowed" @ 405;
        /// The mapping is made: it cannot be changed any more.
        AFTER_POINT_OF_NO_RETURN = "after_point_of_no_return" @ 409;
        /// The mapping is not made yet.
        BEFORE_POINT_OF_NO_RETURN = "before_point_of_no_return" @ 409;
        /// The customer has not agreed yet.
        AWAITING_APPROVAL = "awaiting_approval" @ 409;
        /// The order closed.
        ORDER_CLOSED = "order_closed" @ 409;
        /// The seller withdrew the order.
        ORDER_CANCELLED = "order_cancelled" @ 409;
        /// Somebody else completes the order.
        ORDER_HANDED_OVER = "order_handed_over" @ 409;
        /// Another operation of this order runs.
        OPERATION_IN_PROGRESS = "operation_in_progress" @ 409;
        /// There is nothing that failed.
        NOTHING_TO_RETRY = "nothing_to_retry" @ 409;
        /// This order's e-mail cannot be sent again from here.
        CANNOT_RESEND = "cannot_resend" @ 409;
        /// The review was approved, declined or withdrawn already.
        REVIEW_DECIDED = "review_decided" @ 409;
        /// The organization changed since its evidence was seen.
        ORGANIZATION_CHANGED = "organization_changed" @ 409;
        /// Something too similar exists; `create_anyway` overrides.
        SIMILAR_ORGANIZATION_EXISTS = "similar_organization_exists" @ 409;
        /// The first request with this key is still running.
        REQUEST_IN_PROGRESS = "request_in_progress" @ 409;
        /// The cursor is too old: begin again without one.
        CURSOR_EXPIRED = "cursor_expired" @ 410;
        /// The order changed since `If-Match`; the member `current` has it.
        REVISION_CONFLICT = "revision_conflict" @ 412;
        /// The body is larger than the service takes.
        BODY_TOO_LARGE = "body_too_large" @ 413;
        /// Fields are wrong; see `errors`.
        VALIDATION_FAILED = "validation_failed" @ 422;
        /// The same key came with another body.
        IDEMPOTENCY_KEY_REUSED = "idempotency_key_reused" @ 422;
        /// A write without `If-Match`.
        PRECONDITION_REQUIRED = "precondition_required" @ 428;
        /// Too many requests; see `Retry-After`.
        RATE_LIMITED = "rate_limited" @ 429;
        /// The service failed.
        INTERNAL = "internal" @ 500;
        /// The service rests; see `Retry-After`.
        UNAVAILABLE = "unavailable" @ 503;
    }

    /// Refusals that pass by themselves: the same request is right a little later. They stand
    /// for nothing, so that no answer of theirs is kept under an idempotency key.
    pub const PASSING: &[&str] = &[
        AWAITING_APPROVAL,
        OPERATION_IN_PROGRESS,
        REQUEST_IN_PROGRESS,
    ];
}

/// `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ProblemBody {
    /// `https://turnup.example/problems/<code>`.
    #[serde(rename = "type", default)]
    pub type_uri: String,
    /// For developers.
    #[serde(default)]
    pub title: String,
    /// HTTP status.
    #[serde(default)]
    pub status: u16,
    /// For developers.
    #[serde(default)]
    pub detail: String,
    /// Stable code; see [`code`].
    #[serde(default)]
    pub code: String,
    /// Values for the sentence.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    pub params: Params,
    /// One per field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Problem>,
    /// Finds the request in the service's log.
    #[serde(default)]
    pub trace_id: String,
    /// With 412: the order as it is now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<Box<turnup_domain::Order>>,
}

impl ProblemBody {
    /// A problem of a listed code, with the status that belongs to it (500 for an unlisted one).
    #[must_use]
    pub fn of(problem_code: &str) -> Self {
        let status = code::ALL
            .iter()
            .find(|(word, _)| *word == problem_code)
            .map_or(500, |(_, s)| *s);
        Self {
            type_uri: format!("https://turnup.example/problems/{problem_code}"),
            title: problem_code.replace('_', " "),
            status,
            detail: String::new(),
            code: problem_code.to_owned(),
            params: Params::new(),
            errors: Vec::new(),
            trace_id: String::new(),
            current: None,
        }
    }

    /// The same with a text for developers.
    #[must_use]
    pub fn detail(mut self, text: impl Into<String>) -> Self {
        self.detail = text.into();
        self
    }
}
