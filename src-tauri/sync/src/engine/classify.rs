//! The result of a write, as one total table: what the answer means for the outbox entry.
//! Pure; what is done about it stands in `push`.

use std::time::Duration;

use turnup_contract::{Answer, CallError, ProblemBody, Written, code};
use turnup_domain::Order;

/// What came of sending an entry.
#[derive(Debug, Clone)]
pub(crate) enum Sent {
    /// The service has it.
    Accepted(Box<Order>),
    /// Once more, later. `unknown`: the service may have it already.
    Retry {
        after: Option<Duration>,
        unknown: bool,
        problem: Option<Box<ProblemBody>>,
    },
    /// Nobody is signed in any more; the entry waits as it is.
    Reauthenticate,
    /// Refused for good: somebody must decide.
    Rejected(Box<ProblemBody>),
    /// The service does not show the order, and the act may have arrived: somebody must know.
    Unseen(Box<ProblemBody>),
    /// The order is not what the act was based on.
    Conflict {
        problem: Box<ProblemBody>,
        current: Option<Box<Order>>,
    },
    /// What stands in the way stands in everybody's way.
    StopAll { error: CallError, unknown: bool },
}

/// The table, over every way a write can end.
pub(crate) fn classify(answer: Answer<Written>) -> Sent {
    match answer {
        Ok(written) => Sent::Accepted(Box::new(written.order)),
        Err(error) => classify_error(error),
    }
}

/// The part of the table for failures.
pub(crate) fn classify_error(error: CallError) -> Sent {
    match error {
        CallError::SignedOut => Sent::Reauthenticate,
        // Nothing was sent.
        CallError::Unreachable { .. } | CallError::Certificate { .. } | CallError::Proxy { .. } => {
            Sent::StopAll {
                error,
                unknown: false,
            }
        }
        CallError::UnknownOutcome { .. } => Sent::Retry {
            after: None,
            unknown: true,
            problem: None,
        },
        // Something swallowed the request, perhaps after passing it on.
        CallError::NotThisProtocol { .. } => Sent::StopAll {
            error,
            unknown: true,
        },
        CallError::Problem {
            status,
            problem,
            retry_after,
        } => classify_problem(status, problem, retry_after),
    }
}

fn classify_problem(
    status: u16,
    mut problem: Box<ProblemBody>,
    retry_after: Option<Duration>,
) -> Sent {
    let retry = |unknown, problem| Sent::Retry {
        after: retry_after,
        unknown,
        problem,
    };
    match status {
        401 => Sent::Reauthenticate,
        409 => match problem.code.as_str() {
            // Our own first request with this key.
            code::REQUEST_IN_PROGRESS => retry(true, Some(problem)),
            passing if code::PASSING.contains(&passing) => retry(false, Some(problem)),
            _ => Sent::Rejected(problem),
        },
        412 => {
            let current = problem.current.take();
            Sent::Conflict { problem, current }
        }
        // The request was not read, or not to its end.
        408 | 425 => retry(true, Some(problem)),
        // The service asks everybody to wait.
        429 => Sent::StopAll {
            error: CallError::Problem {
                status,
                problem,
                retry_after,
            },
            unknown: false,
        },
        // Something on the way may answer so although the service went on.
        503 => {
            let error = CallError::Problem {
                status,
                problem,
                retry_after,
            };
            Sent::StopAll {
                error,
                unknown: true,
            }
        }
        // Will never work with this service.
        501 | 505 => Sent::Rejected(problem),
        500.. => retry(true, Some(problem)),
        // No status that the protocol knows as a problem.
        0..=399 => {
            let reason = format!("status {status} with a problem document");
            Sent::StopAll {
                error: CallError::NotThisProtocol { reason, status },
                unknown: true,
            }
        }
        400 | 402..=407 | 410 | 411 | 413..=424 | 426..=428 | 430..=499 => Sent::Rejected(problem),
    }
}

#[cfg(test)]
mod tests {
    use turnup_contract::ProxyTrouble;

    use super::*;

    fn word(sent: &Sent) -> String {
        match sent {
            Sent::Accepted(_) => "accepted".into(),
            Sent::Retry { unknown, .. } => format!("retry{}", mark(*unknown)),
            Sent::Reauthenticate => "reauthenticate".into(),
            Sent::Rejected(_) => "rejected".into(),
            Sent::Unseen(_) => "unseen".into(),
            Sent::Conflict { .. } => "conflict".into(),
            Sent::StopAll { unknown, .. } => format!("stop all{}", mark(*unknown)),
        }
    }

    fn mark(unknown: bool) -> &'static str {
        if unknown { ", unknown" } else { "" }
    }

    fn of_code(problem_code: &str) -> String {
        let problem = Box::new(ProblemBody::of(problem_code));
        let status = problem.status;
        word(&classify_error(CallError::Problem {
            status,
            problem,
            retry_after: None,
        }))
    }

    #[test]
    fn every_code_of_the_contract_has_its_class() {
        for (problem_code, _) in code::ALL {
            let expected = match *problem_code {
                code::UNAUTHENTICATED => "reauthenticate",
                code::REVISION_CONFLICT => "conflict",
                code::REQUEST_IN_PROGRESS | code::INTERNAL => "retry, unknown",
                code::OPERATION_IN_PROGRESS | code::AWAITING_APPROVAL => "retry",
                code::RATE_LIMITED => "stop all",
                code::UNAVAILABLE => "stop all, unknown",
                _ => "rejected",
            };
            assert_eq!(of_code(problem_code), expected, "{problem_code}");
        }
    }

    #[test]
    fn every_status_has_its_class() {
        for status in 100..=599 {
            let problem = Box::new(ProblemBody::of("a_newer_word"));
            let sent = classify_error(CallError::Problem {
                status,
                problem,
                retry_after: None,
            });
            let expected = match status {
                ..=399 => "stop all, unknown",
                401 => "reauthenticate",
                408 | 425 => "retry, unknown",
                412 => "conflict",
                429 => "stop all",
                501 | 505 => "rejected",
                503 => "stop all, unknown",
                500.. => "retry, unknown",
                _ => "rejected",
            };
            assert_eq!(word(&sent), expected, "{status}");
        }
    }

    #[test]
    fn every_failure_of_the_way_has_its_class() {
        let reason = || "test".to_owned();
        let table = [
            (CallError::SignedOut, "reauthenticate"),
            (CallError::Unreachable { reason: reason() }, "stop all"),
            (CallError::Certificate { reason: reason() }, "stop all"),
            (
                CallError::Proxy {
                    trouble: ProxyTrouble::SignIn,
                },
                "stop all",
            ),
            (
                CallError::UnknownOutcome { reason: reason() },
                "retry, unknown",
            ),
            (
                CallError::NotThisProtocol {
                    reason: reason(),
                    status: 200,
                },
                "stop all, unknown",
            ),
        ];
        for (error, expected) in table {
            assert_eq!(word(&classify_error(error.clone())), expected, "{error}");
        }
    }
}
