//! Signing in through the system's browser: begin, wait, or give up.

use turnup_contract::{Me, ProvisioningService};
use turnup_credentials::Vault;
use turnup_sync::{
    Cancel, HttpService, Tokens,
    sign_in::{self, PendingSignIn, SignInError},
};

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    session::Session,
    tokens::AccountTokens,
    views::{AccountView, SignInView},
    workbench::{Event, lock},
};

/// A sign-in that waits for the browser.
pub(crate) struct Waiting {
    pending: Option<PendingSignIn>,
    cancel: Cancel,
}

impl Workbench {
    /// The page that the browser shall open; it comes back to this computer.
    pub async fn begin_sign_in(&self) -> Outcome<SignInView> {
        let session = self.session()?;
        let limits = self.inner.options.limits;
        let metadata = sign_in::discover(session.service.origin(), limits).await?;
        let pending = sign_in::begin(&metadata, limits).await.map_err(failure)?;
        let url = pending.authorize_url.to_string();
        let waiting = Waiting {
            pending: Some(pending),
            cancel: Cancel::new(),
        };
        // A sign-in that was begun before and left is given up.
        if let Some(before) = lock(&self.inner.signing_in).replace(waiting) {
            before.cancel.cancel();
        }
        Ok(SignInView { url })
    }

    /// Waits until the browser came back, and is signed in then.
    pub async fn finish_sign_in(&self) -> Outcome<AccountView> {
        let session = self.session()?;
        let taken = lock(&self.inner.signing_in)
            .as_mut()
            .and_then(|waiting| Some((waiting.pending.take()?, waiting.cancel.clone())));
        let Some((pending, cancel)) = taken else {
            return Err(Failure::new(codes::SIGN_IN_ABORTED));
        };
        let tokens = pending.finish(&cancel).await.map_err(failure)?;
        let operator = who(&session, tokens.clone()).await?;
        let known = session.operator_email();
        if !known.is_empty() && !known.eq_ignore_ascii_case(&operator.email) {
            // Drafts and acts of one person are never sent in the name of another.
            return self.open_account_of(&session, &operator, tokens).await;
        }
        session.service.signed_in(tokens).await;
        session.operator_is(operator);
        self.remember_account(&session);
        session.worker.wake();
        let account = session.account_view().await;
        self.tell(Event::AccountChanged(Some(account.clone())));
        Ok(account)
    }

    /// Stops waiting for the browser.
    pub fn cancel_sign_in(&self) {
        if let Some(waiting) = lock(&self.inner.signing_in).take() {
            waiting.cancel.cancel();
        }
    }
}

/// Whom tokens belong to, asked before anything of the open account is touched.
async fn who(session: &Session, tokens: Tokens) -> Outcome<Me> {
    let apart = AccountTokens::of(Vault::session_only(), "signing-in");
    let service = HttpService::new(session.service.origin().clone(), apart)?;
    service.signed_in(tokens).await;
    Ok(service.me().await?)
}

fn failure(problem: SignInError) -> Failure {
    tracing::info!(error = %problem, "a sign-in");
    match problem {
        SignInError::Aborted => Failure::new(codes::SIGN_IN_ABORTED),
        SignInError::StateMismatch => Failure::new(codes::SIGN_IN_STATE_MISMATCH),
        SignInError::Refused { code } => Failure::new(codes::SIGN_IN_REFUSED).with("reason", code),
        SignInError::TimedOut => Failure::new(codes::SIGN_IN_TIMED_OUT),
        SignInError::Call(call) => call.into(),
    }
}
