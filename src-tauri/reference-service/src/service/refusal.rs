//! Why something was not done: always a problem document.

use turnup_contract::{ProblemBody, code};
use turnup_domain::{Order, Problem, problem::Params};

/// A refusal on its way to the client.
#[derive(Debug, Clone)]
pub(crate) struct Refusal(pub Box<ProblemBody>);

impl Refusal {
    /// A listed code.
    pub fn of(problem_code: &str) -> Self {
        Self(Box::new(ProblemBody::of(problem_code)))
    }

    pub fn malformed(detail: impl Into<String>) -> Self {
        Self(Box::new(
            ProblemBody::of(code::MALFORMED_REQUEST).detail(detail),
        ))
    }

    /// Fields are wrong.
    pub fn fields(errors: Vec<Problem>) -> Self {
        let mut problem = ProblemBody::of(code::VALIDATION_FAILED);
        problem.errors = errors;
        Self(Box::new(problem))
    }

    /// The order is another one by now.
    pub fn stale(current: Order) -> Self {
        let mut problem = ProblemBody::of(code::REVISION_CONFLICT);
        problem.current = Some(Box::new(current));
        Self(Box::new(problem))
    }

    pub fn with(mut self, params: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        let params: Params = params
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        self.0.params.extend(params);
        self
    }

    /// Whether the answer stands for good, so that it belongs to its key.
    pub fn is_final(&self) -> bool {
        (400..500).contains(&self.0.status)
            && !matches!(self.0.status, 401 | 412 | 428 | 429)
            && !code::PASSING.contains(&self.0.code.as_str())
            && self.0.code != code::IDEMPOTENCY_KEY_REUSED
    }

    /// Seconds after which asking again makes sense.
    pub fn retry_after(&self) -> Option<u32> {
        match self.0.code.as_str() {
            code::REQUEST_IN_PROGRESS | code::RATE_LIMITED | code::UNAVAILABLE => Some(1),
            _ => None,
        }
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        tracing::error!(%error, "the database failed");
        Self(Box::new(
            ProblemBody::of(code::INTERNAL).detail("the database failed"),
        ))
    }
}
