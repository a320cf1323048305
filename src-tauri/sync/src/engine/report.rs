//! What a run tells while it runs, and how it ended: numbers and reasons, no words.

use std::time::Duration;

use jiff::Timestamp;
use turnup_contract::{CallError, Me, ProblemBody, ProxyTrouble};
use turnup_domain::{OrderId, OrderNumber};
use turnup_store::StoreError;

/// Setting that holds who is signed in, as the JSON of [`Me`].
pub const OPERATOR: &str = "sync.operator";
/// Setting that holds when a run last came to its end.
pub const LAST_RUN: &str = "sync.last_run";

/// The steps that take long enough to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyncStep {
    /// Asking who is signed in.
    Authenticate,
    /// Sending the outbox.
    Push,
    /// The orders' feed.
    PullOrders,
    /// The directory's feed.
    PullOrganizations,
    /// Counts and checksum.
    Compare,
}

impl SyncStep {
    /// The word that crosses to the interface.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Authenticate => "authenticate",
            Self::Push => "push",
            Self::PullOrders => "pull_orders",
            Self::PullOrganizations => "pull_organizations",
            Self::Compare => "compare",
        }
    }
}

/// Told while a run runs.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// How far the run is.
    At {
        /// In which step.
        step: SyncStep,
        /// Documents or entries done in it.
        done: u64,
        /// Of how many, when that is known.
        total: Option<u64>,
    },
    /// These orders are different in the cache now (after the commit).
    Changed(Vec<OrderId>),
}

/// What came of a run that reached its end.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SyncReport {
    /// Who is signed in.
    pub operator: Option<Me>,
    /// Outbox entries that the service accepted.
    pub accepted: u32,
    /// Outbox entries that now need attention.
    pub parked: u32,
    /// Outbox entries that wait for their next attempt.
    pub postponed: u32,
    /// Orders that changed in the cache.
    pub changed: u64,
    /// Organizations that came.
    pub organizations: u64,
    /// Remembered numbers that the service does not know, or does not show this operator.
    pub unknown_numbers: Vec<OrderNumber>,
    /// When to ask again because operations run or an approval is waited for; none otherwise.
    pub follow_after: Option<Duration>,
    /// Cache and service were not equal: the next run reads everything again.
    pub drifted: bool,
    /// The sequence up to which the cache has the orders' feed.
    pub as_of: Option<u64>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

impl SyncReport {
    /// The next run begins after so long, or sooner when something else asked for that.
    pub(crate) fn ask_again_within(&mut self, after: Duration) {
        let soonest = self.follow_after.map_or(after, |other| other.min(after));
        self.follow_after = Some(soonest);
    }
}

/// Why a run ended before its end.
#[derive(Debug, thiserror::Error)]
pub enum SyncStop {
    /// Somebody asked for it.
    #[error("cancelled")]
    Cancelled,
    /// Nobody is signed in, or the sign-in ended.
    #[error("not signed in")]
    SignedOut,
    /// The service cannot be reached: a normal state.
    #[error("offline: {reason}")]
    Offline {
        /// For the log.
        reason: String,
    },
    /// The service rests or fails.
    #[error("the service is busy")]
    Busy {
        /// It asked to be left alone for so long.
        retry_after: Option<Duration>,
    },
    /// The certificate was refused.
    #[error("the certificate was refused: {reason}")]
    Certificate {
        /// For the log.
        reason: String,
    },
    /// The proxy stands in the way.
    #[error("the proxy stands in the way: {0:?}")]
    Proxy(ProxyTrouble),
    /// Whatever answers there does not speak the protocol.
    #[error("not this protocol: {reason}")]
    NotThisProtocol {
        /// For the log.
        reason: String,
    },
    /// The service refused something that a sync cannot do without.
    #[error("the service refused: {}", .0.code)]
    Refused(Box<ProblemBody>),
    /// The cache failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The program itself failed.
    #[error("a task ended unexpectedly")]
    Broken,
}

impl From<CallError> for SyncStop {
    fn from(error: CallError) -> Self {
        match error {
            CallError::SignedOut => Self::SignedOut,
            CallError::Unreachable { reason } | CallError::UnknownOutcome { reason } => {
                Self::Offline { reason }
            }
            CallError::Certificate { reason } => Self::Certificate { reason },
            CallError::Proxy { trouble } => Self::Proxy(trouble),
            CallError::NotThisProtocol { reason, .. } => Self::NotThisProtocol { reason },
            CallError::Problem { status: 401, .. } => Self::SignedOut,
            CallError::Problem {
                status: 408 | 425 | 429 | 500..,
                retry_after,
                ..
            } => Self::Busy { retry_after },
            CallError::Problem { problem, .. } => Self::Refused(problem),
        }
    }
}
