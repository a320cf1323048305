//! Tokens, and where they are kept. Where that is (keyring or memory) is decided outside.

use jiff::Timestamp;

/// What the service gave at sign-in. Nothing of it can be printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Tokens {
    /// Bearer token; empty when only the refresh token was kept.
    pub access: String,
    /// For the next access token.
    pub refresh: Option<String>,
    /// When the access token ends, if the service said so.
    pub expires_at: Option<Timestamp>,
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tokens").finish_non_exhaustive()
    }
}

/// Keeps tokens. Calls may block for seconds: they are never made on an async thread.
pub trait TokenStore: Send + Sync {
    /// What is kept; `None` when nobody is signed in.
    fn load(&self) -> Option<Tokens>;
    /// Keeps these from now on.
    ///
    /// # Errors
    /// Why they could not be kept, for the log. The caller goes on with them in memory.
    fn save(&self, tokens: &Tokens) -> Result<(), String>;
    /// Forgets them.
    fn clear(&self);
}

/// Tokens in memory only: gone with the program.
#[derive(Debug, Default)]
pub struct MemoryTokens(std::sync::Mutex<Option<Tokens>>);

impl MemoryTokens {
    /// Begins with these.
    #[must_use]
    pub fn with(tokens: Tokens) -> Self {
        Self(std::sync::Mutex::new(Some(tokens)))
    }

    fn slot(&self) -> std::sync::MutexGuard<'_, Option<Tokens>> {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl TokenStore for MemoryTokens {
    fn load(&self) -> Option<Tokens> {
        self.slot().clone()
    }

    fn save(&self, tokens: &Tokens) -> Result<(), String> {
        *self.slot() = Some(tokens.clone());
        Ok(())
    }

    fn clear(&self) {
        *self.slot() = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_cannot_be_printed() {
        let tokens = Tokens {
            access: "canary-access".into(),
            refresh: Some("canary-refresh".into()),
            expires_at: None,
        };
        assert!(!format!("{tokens:?}").contains("canary"));
        assert!(!format!("{:?}", MemoryTokens::with(tokens)).contains("canary"));
    }
}
