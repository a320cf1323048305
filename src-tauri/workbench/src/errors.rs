//! The one map from the rooms' errors to the public [`Failure`]. The cause is logged here, once;
//! what crosses to people is a code that the interface acts on.

use turnup_contract::CallError;
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
        }
    }
}

/// A fault of ours: logged with its cause, told as `internal`.
pub fn internal(what: &str, cause: impl std::fmt::Display) -> Failure {
    tracing::error!(%cause, "{what}");
    Failure::new(codes::INTERNAL)
}
