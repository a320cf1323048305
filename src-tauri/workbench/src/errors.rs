//! The one map from the rooms' errors to the public [`Failure`]. The cause is logged here, once;
//! what crosses to people is a code that the interface acts on.

use turnup_contract::{CallError, ProxyTrouble};
use turnup_store::StoreError;

use crate::{Failure, failure::codes};

impl From<StoreError> for Failure {
    fn from(problem: StoreError) -> Self {
        Self::from(&problem)
    }
}

impl From<&StoreError> for Failure {
    fn from(problem: &StoreError) -> Self {
        tracing::warn!(error = %problem, "the order cache");
        match problem {
            StoreError::Future { found, supported } => Self::new(codes::DATABASE_FROM_FUTURE)
                .with("found", found)
                .with("supported", supported),
            StoreError::Damaged { .. } => Self::new(codes::DATABASE_DAMAGED),
            StoreError::DiskFull => Self::new(codes::DISK_FULL),
            StoreError::ReadOnly => Self::new(codes::FOLDER_NOT_USABLE).with("reason", "read_only"),
            StoreError::Busy => Self::new(codes::DATABASE_BUSY),
            StoreError::NotFound => Self::new(codes::ORDER_NOT_FOUND),
            StoreError::AlreadyQueued => Self::new(codes::ALREADY_QUEUED),
            StoreError::MayHaveArrived => Self::new(codes::CANNOT_TAKE_BACK),
            // Not something a person can mend: the log has the cause.
            _ => Self::new(codes::INTERNAL),
        }
    }
}

impl From<CallError> for Failure {
    fn from(problem: CallError) -> Self {
        tracing::info!(error = %problem, "a call gave no answer");
        match problem {
            CallError::Problem { status: 401, .. } | CallError::SignedOut => {
                Self::new(codes::SIGNED_OUT)
            }
            CallError::Problem {
                status, problem, ..
            } => Self::new(codes::SERVICE_REFUSED)
                .with("status", status)
                .with("code", problem.code),
            // Whether anything arrived is the outbox's business; here nothing was written.
            CallError::Unreachable { .. } | CallError::UnknownOutcome { .. } => {
                Self::new(codes::OFFLINE)
            }
            CallError::NotThisProtocol { status, .. } => {
                Self::new(codes::NOT_THIS_PROTOCOL).with("status", status)
            }
            CallError::Certificate { .. } => Self::new(codes::CERTIFICATE_REFUSED),
            CallError::Proxy { trouble } => Self::new(match trouble {
                ProxyTrouble::SignIn => codes::PROXY_SIGN_IN,
                ProxyTrouble::Unreachable => codes::PROXY_UNREACHABLE,
            }),
        }
    }
}

/// A fault of ours: logged with its cause, told as `internal`.
pub fn internal(what: &str, cause: impl std::fmt::Display) -> Failure {
    tracing::error!(%cause, "{what}");
    Failure::new(codes::INTERNAL)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use turnup_contract::ProblemBody;

    use super::*;

    const WORDS: [(&str, &str); 2] = [
        ("en", include_str!("../../../locales/en/failures.ftl")),
        ("fr", include_str!("../../../locales/fr/failures.ftl")),
    ];

    /// Every way a call can end badly; a new one does not compile until it stands here.
    fn endings() -> Vec<(CallError, &'static str)> {
        let reason = || "for the log".to_owned();
        let problem = |status| CallError::Problem {
            status,
            problem: Box::new(ProblemBody::of("a_newer_word")),
            retry_after: None,
        };
        let foreign = |status| CallError::NotThisProtocol {
            reason: reason(),
            status,
        };
        let all = vec![
            (problem(401), codes::SIGNED_OUT),
            (problem(403), codes::SERVICE_REFUSED),
            (problem(429), codes::SERVICE_REFUSED),
            (problem(500), codes::SERVICE_REFUSED),
            (CallError::SignedOut, codes::SIGNED_OUT),
            (CallError::Unreachable { reason: reason() }, codes::OFFLINE),
            (
                CallError::UnknownOutcome { reason: reason() },
                codes::OFFLINE,
            ),
            (foreign(200), codes::NOT_THIS_PROTOCOL),
            (foreign(409), codes::NOT_THIS_PROTOCOL),
            (
                CallError::Certificate { reason: reason() },
                codes::CERTIFICATE_REFUSED,
            ),
            (
                CallError::Proxy {
                    trouble: ProxyTrouble::SignIn,
                },
                codes::PROXY_SIGN_IN,
            ),
            (
                CallError::Proxy {
                    trouble: ProxyTrouble::Unreachable,
                },
                codes::PROXY_UNREACHABLE,
            ),
        ];
        for (error, _) in &all {
            match error {
                CallError::Problem { .. }
                | CallError::Unreachable { .. }
                | CallError::UnknownOutcome { .. }
                | CallError::NotThisProtocol { .. }
                | CallError::Certificate { .. }
                | CallError::Proxy { .. }
                | CallError::SignedOut => {}
            }
        }
        all
    }

    #[test]
    fn every_way_a_call_ends_has_words_in_every_language() {
        for (error, code) in endings() {
            let said = error.to_string();
            assert_eq!(Failure::from(error).code, code, "{said}");
            assert!(codes::ALL.contains(&code));
            let id = format!("failure-{} = ", code.replace('_', "-"));
            for (language, words) in WORDS {
                let lines = words.lines().collect::<Vec<_>>();
                let at = lines.iter().position(|line| line.starts_with(&id));
                let at = at.unwrap_or_else(|| panic!("{language}: {id}"));
                assert!(
                    lines[at + 1].starts_with("    .detail = "),
                    "{language}: {id}"
                );
            }
        }
    }
}
