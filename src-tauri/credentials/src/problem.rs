//! Why a keyring could not be used, as a code: the words are made elsewhere.

use keyring::Error;

/// Why a keyring could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyringProblem {
    /// It is locked: nobody answered the question for its password (yet), or said no.
    #[error("the keyring is locked")]
    Locked,
    /// This computer, or this session, has none.
    #[error("there is no keyring")]
    Missing,
    /// It is there and did not do what was asked.
    #[error("the keyring failed")]
    Failed,
}

impl KeyringProblem {
    /// The code that crosses to the interface.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::Missing => "missing",
            Self::Failed => "failed",
        }
    }

    /// Of an entry of a keyring that is there. The text of the error goes into the log; it never
    /// holds the secret, except for those variants that are left out.
    pub(crate) fn of_entry(error: &Error) -> Self {
        match error {
            Error::NoStorageAccess(cause) => {
                tracing::warn!(%cause, "the keyring gives no access");
                Self::Locked
            }
            Error::NoDefaultStore | Error::NotSupportedByStore(_) => Self::Missing,
            Error::BadEncoding(_) | Error::BadDataFormat(..) => {
                tracing::warn!("the keyring holds something that is no secret of ours");
                Self::Failed
            }
            other => {
                tracing::warn!(error = %other, "the keyring failed");
                Self::Failed
            }
        }
    }

    /// Of a keyring that could not be opened at all.
    pub(crate) fn of_opening(error: &Error) -> Self {
        match error {
            Error::NoStorageAccess(_) => Self::Locked,
            other => {
                tracing::info!(error = %other, "there is no keyring");
                Self::Missing
            }
        }
    }
}
