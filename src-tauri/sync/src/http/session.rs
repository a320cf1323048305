//! Who is signed in: the bearer token for each request, and one refresh for any number of
//! requests that find it expired. Parallel callers wait for the same refresh and share what
//! comes of it, a failure too.

use std::sync::{
    Arc, Mutex, MutexGuard, OnceLock, PoisonError,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use reqwest::{Response, StatusCode};
use turnup_contract::{Answer, AuthorizationMetadata, CallError};
use url::Url;

use super::{
    client::{Call, Carrier, Received},
    oauth::{self, GrantError},
};
use crate::tokens::{TokenStore, Tokens};

pub(crate) struct Session {
    origin: Url,
    kept: Arc<dyn TokenStore>,
    current: Mutex<Current>,
    /// Refreshes that ended, well or not.
    refreshes: AtomicU64,
    /// Held while a refresh runs; how the last one failed, for those who waited for it.
    last_failure: tokio::sync::Mutex<Option<CallError>>,
    metadata: OnceLock<AuthorizationMetadata>,
    /// Somebody else speaks with the service.
    aside: AtomicBool,
}

/// Who is signed in, as far as this session knows.
#[derive(Default)]
enum Current {
    /// Whatever is kept, once it is asked for.
    #[default]
    NotAsked,
    SignedIn(Tokens),
    /// It ended: what may still be kept is worth nothing.
    SignedOut,
}

impl Session {
    pub fn new(origin: Url, kept: Arc<dyn TokenStore>) -> Self {
        Self {
            origin,
            kept,
            current: Mutex::default(),
            refreshes: AtomicU64::new(0),
            last_failure: tokio::sync::Mutex::default(),
            metadata: OnceLock::new(),
            aside: AtomicBool::new(false),
        }
    }

    /// Asks nothing from now on, for another program speaks with the service and renews the tokens.
    pub fn stand_aside(&self) {
        self.aside.store(true, Ordering::SeqCst);
    }

    /// Speaks again, with whatever tokens are kept now.
    pub async fn step_forward(&self) {
        let _no_refresh_meanwhile = self.last_failure.lock().await;
        *self.current() = Current::NotAsked;
        self.aside.store(false, Ordering::SeqCst);
    }

    /// Sends with the bearer token; on 401 refreshes it once and sends once more.
    pub async fn send(self: &Arc<Self>, carrier: &Carrier, call: &Call) -> Answer<Received> {
        let response = self.open(carrier, call).await?;
        carrier.read(response, call.effect).await
    }

    /// The same for an answer that is read as it comes.
    pub async fn open(self: &Arc<Self>, carrier: &Carrier, call: &Call) -> Answer<Response> {
        if self.aside.load(Ordering::SeqCst) {
            return Err(CallError::Unreachable {
                reason: "another program speaks with the service".to_owned(),
            });
        }
        let access = match self.tokens().await? {
            tokens if tokens.access.is_empty() => self.renew(carrier, "").await?,
            tokens => tokens.access,
        };
        let response = carrier.open(call, Some(&access)).await?;
        if response.status() != StatusCode::UNAUTHORIZED {
            return Ok(response);
        }
        let access = self.renew(carrier, &access).await?;
        let response = carrier.open(call, Some(&access)).await?;
        if response.status() == StatusCode::UNAUTHORIZED {
            return Err(CallError::SignedOut);
        }
        Ok(response)
    }

    /// Goes on with the tokens of a new sign-in.
    pub async fn begin(&self, tokens: Tokens) {
        let _no_refresh_meanwhile = self.last_failure.lock().await;
        self.replace(tokens).await;
    }

    /// Goes on with these from now on, and keeps them.
    async fn replace(&self, tokens: Tokens) {
        let kept = Arc::clone(&self.kept);
        let copy = tokens.clone();
        let saved = blocking(move || kept.save(&copy)).await;
        if let Some(Err(reason)) = saved {
            tracing::warn!(
                reason,
                "tokens could not be kept and live for this run only"
            );
        }
        *self.current() = Current::SignedIn(tokens);
    }

    /// Ends the session at the service as far as it can be reached, and here in any case.
    pub async fn end(&self, carrier: &Carrier) {
        // A refresh that came back after this would sign in again.
        let _no_refresh_meanwhile = self.last_failure.lock().await;
        if let Ok(Tokens {
            refresh: Some(refresh),
            ..
        }) = self.tokens().await
        {
            let revoked = match self.metadata(carrier).await {
                Ok(metadata) => oauth::revoke(carrier, metadata, &refresh).await,
                Err(error) => Err(error),
            };
            if let Err(error) = revoked {
                tracing::warn!(%error, "the sign-in could not be revoked at the service");
            }
        }
        self.forget().await;
    }

    /// Another access token than `used`: somebody else's refresh, or a new one. It runs to its
    /// end although the caller may be cancelled: a rotated token must not be lost half-way.
    async fn renew(self: &Arc<Self>, carrier: &Carrier, used: &str) -> Answer<String> {
        let (session, carrier, used) = (Arc::clone(self), carrier.clone(), used.to_owned());
        let seen = self.refreshes.load(Ordering::SeqCst);
        tokio::spawn(async move { session.renew_once(&carrier, &used, seen).await })
            .await
            .unwrap_or_else(|error| {
                let reason = format!("the refresh broke off: {error}");
                Err(CallError::Unreachable { reason })
            })
    }

    async fn renew_once(&self, carrier: &Carrier, used: &str, seen: u64) -> Answer<String> {
        let mut last_failure = self.last_failure.lock().await;
        let tokens = self.tokens().await?;
        if tokens.access != used {
            return Ok(tokens.access);
        }
        let failed_meanwhile = self.refreshes.load(Ordering::SeqCst) != seen;
        if let (true, Some(failure)) = (failed_meanwhile, &*last_failure) {
            return Err(failure.clone());
        }
        let renewed = self.refresh(carrier, tokens).await;
        *last_failure = renewed.as_ref().err().cloned();
        self.refreshes.fetch_add(1, Ordering::SeqCst);
        renewed
    }

    async fn refresh(&self, carrier: &Carrier, tokens: Tokens) -> Answer<String> {
        let Some(refresh) = tokens.refresh else {
            self.forget().await;
            return Err(CallError::SignedOut);
        };
        let client = oauth::client(self.metadata(carrier).await?)?;
        match oauth::refresh(carrier, &client, &refresh).await {
            Ok(renewed) => {
                let access = renewed.access.clone();
                // Saved before use: the old refresh token is worth nothing from now on.
                self.replace(renewed).await;
                Ok(access)
            }
            Err(GrantError::Refused(code)) => {
                tracing::info!(code, "the sign-in ended");
                self.forget().await;
                Err(CallError::SignedOut)
            }
            Err(GrantError::Call(error)) => Err(error),
        }
    }

    async fn metadata(&self, carrier: &Carrier) -> Answer<&AuthorizationMetadata> {
        if let Some(known) = self.metadata.get() {
            return Ok(known);
        }
        let told = oauth::discover(carrier, &self.origin).await?;
        Ok(self.metadata.get_or_init(|| told))
    }

    async fn tokens(&self) -> Answer<Tokens> {
        match &*self.current() {
            Current::SignedIn(tokens) => return Ok(tokens.clone()),
            Current::SignedOut => return Err(CallError::SignedOut),
            Current::NotAsked => {}
        }
        let kept = Arc::clone(&self.kept);
        let tokens = blocking(move || kept.load()).await.flatten();
        let mut current = self.current();
        // The session may have gone on while the keyring was asked.
        match (&*current, tokens) {
            (Current::SignedIn(tokens), _) => Ok(tokens.clone()),
            (Current::NotAsked, Some(tokens)) => {
                *current = Current::SignedIn(tokens.clone());
                Ok(tokens)
            }
            (Current::SignedOut, _) | (Current::NotAsked, None) => Err(CallError::SignedOut),
        }
    }

    async fn forget(&self) {
        *self.current() = Current::SignedOut;
        let kept = Arc::clone(&self.kept);
        blocking(move || kept.clear()).await;
    }

    fn current(&self) -> MutexGuard<'_, Current> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keyrings block; a panic of theirs counts as no answer.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    tokio::task::spawn_blocking(work).await.ok()
}
