//! Where an account's tokens are: in the keyring of the operating system, else in memory for
//! this run. Only the refresh token is kept; it buys the next access token.

use std::sync::{Arc, Mutex};

use turnup_credentials::{Kept, Secret, Vault};
use turnup_sync::{TokenStore, Tokens};

use crate::workbench::lock;

/// The tokens of one account.
pub(crate) struct AccountTokens {
    vault: Vault,
    entry: String,
    in_memory: Mutex<Option<Tokens>>,
}

impl AccountTokens {
    /// The tokens of the account with this name.
    pub(crate) fn of(vault: Vault, account: &str) -> Arc<Self> {
        Arc::new(Self {
            vault,
            entry: format!("account-{account}"),
            in_memory: Mutex::default(),
        })
    }

    /// Forgets what is in memory of what the keyring has: another program may have renewed it.
    pub(crate) async fn read_anew(self: &Arc<Self>) {
        let tokens = Arc::clone(self);
        let reading = tokio::task::spawn_blocking(move || {
            let kept = tokens.vault.get(&tokens.entry).ok().flatten();
            let mut in_memory = lock(&tokens.in_memory);
            let ours = in_memory.as_ref().and_then(|ours| ours.refresh.as_deref());
            if kept.is_some_and(|kept| Some(kept.expose().as_str()) != ours) {
                *in_memory = None;
            }
        });
        if let Err(problem) = reading.await {
            tracing::error!(error = %problem, "a task ended");
        }
    }

    /// `keyring` or `session`, with the code of why.
    pub(crate) fn kept(&self) -> (&'static str, Option<&'static str>) {
        match self.vault.kept() {
            Kept::Keyring => ("keyring", None),
            Kept::Session(None) => ("session", None),
            Kept::Session(Some(problem)) => ("session", Some(problem.as_str())),
        }
    }

    /// Whether there are any.
    pub(crate) async fn signed_in(self: &Arc<Self>) -> bool {
        let tokens = Arc::clone(self);
        tokio::task::spawn_blocking(move || tokens.load().is_some())
            .await
            .unwrap_or(false)
    }
}

impl TokenStore for AccountTokens {
    fn load(&self) -> Option<Tokens> {
        if let Some(tokens) = lock(&self.in_memory).clone() {
            return Some(tokens);
        }
        let refresh = self.vault.get(&self.entry).ok().flatten()?;
        let tokens = Tokens {
            access: String::new(),
            refresh: Some(refresh.expose().to_owned()),
            expires_at: None,
        };
        *lock(&self.in_memory) = Some(tokens.clone());
        Some(tokens)
    }

    fn save(&self, tokens: &Tokens) -> Result<(), String> {
        *lock(&self.in_memory) = Some(tokens.clone());
        match &tokens.refresh {
            Some(refresh) => self
                .vault
                .put(&self.entry, &Secret::new(refresh.clone()))
                .map_err(|problem| problem.to_string()),
            None => Ok(()),
        }
    }

    fn clear(&self) {
        *lock(&self.in_memory) = None;
        if let Err(problem) = self.vault.delete(&self.entry) {
            tracing::warn!(%problem, "tokens could not be taken out of the keyring");
        }
    }
}
