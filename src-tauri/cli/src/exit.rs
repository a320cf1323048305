//! How a call ended, as the number that scripts see; docs/turnupctl.md lists them.

use turnup_workbench::{Failure, codes};

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// As asked.
    Done = 0,
    /// Something else went wrong: a full disk, a damaged file, a fault of the program.
    Unexpected = 1,
    /// The call itself means nothing.
    Usage = 2,
    /// Nobody is signed in, or there is no account.
    SignedOut = 3,
    /// The service could not be reached, or did not do as asked.
    Unreachable = 4,
    /// The rules, or a missing confirmation, stand in the way.
    Refused = 5,
    /// Done, and something needs a person now.
    NeedsAttention = 6,
    /// Another program sends.
    Elsewhere = 7,
    /// There is no such order here.
    NotFound = 8,
}

impl Exit {
    /// How a call ends that failed so.
    pub fn of(failure: &Failure) -> Self {
        match failure.code.as_str() {
            codes::NO_ACCOUNT
            | codes::SIGNED_OUT
            | codes::SIGN_IN_ABORTED
            | codes::SIGN_IN_STATE_MISMATCH
            | codes::SIGN_IN_REFUSED
            | codes::SIGN_IN_TIMED_OUT
            | codes::DEVICE_SIGN_IN_UNSUPPORTED => Self::SignedOut,
            codes::OFFLINE
            | codes::UNREACHABLE
            | codes::NOT_THIS_PROTOCOL
            | codes::CERTIFICATE_REFUSED
            | codes::PROXY_INVALID
            | codes::PROXY_SIGN_IN
            | codes::PROXY_UNREACHABLE
            | codes::SERVICE_REFUSED => Self::Unreachable,
            codes::NOT_READY
            | codes::NOT_EDITABLE
            | codes::CONFIRMATION_MISMATCH
            | codes::ALREADY_QUEUED
            | codes::REVIEW_MISSING => Self::Refused,
            codes::ADDRESS_INVALID
            | codes::ADDRESS_NOT_HTTPS
            | codes::NO_NUMBER_COLUMN
            | codes::TABLE_UNREADABLE
            | codes::TOO_MANY_ORDERS
            | codes::TOO_MANY_SUMMARIES
            | codes::TOO_MANY_ROWS => Self::Usage,
            codes::ORDER_NOT_FOUND => Self::NotFound,
            _ => Self::Unexpected,
        }
    }
}
