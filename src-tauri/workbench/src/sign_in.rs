//! Signing in through the system's browser, or with a code on another device: begin, wait, or
//! give up.

use turnup_contract::{Me, ProvisioningService};
use turnup_credentials::Vault;
use turnup_sync::{
    Cancel, HttpService, Network, Tokens,
    device::{self, PendingDevice},
    sign_in::{self, PendingSignIn, SignInError},
};

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    session::Session,
    tokens::AccountTokens,
    views::{AccountView, DeviceSignInView, SignInView},
    workbench::{Event, lock},
};

/// A sign-in that waits for somebody.
pub(crate) struct Waiting {
    pending: Option<Pending>,
    cancel: Cancel,
}

enum Pending {
    Browser(Box<PendingSignIn>),
    Device(Box<PendingDevice>),
}

impl Pending {
    async fn finish(self, cancel: &Cancel) -> Result<Tokens, SignInError> {
        match self {
            Self::Browser(pending) => pending.finish(cancel).await,
            Self::Device(pending) => pending.finish(cancel).await,
        }
    }
}

impl Workbench {
    /// The page that the browser shall open; it comes back to this computer.
    pub async fn begin_sign_in(&self) -> Outcome<SignInView> {
        let session = self.session()?;
        let network = self.reach().await;
        let metadata = sign_in::discover(session.service.origin(), &network).await?;
        let pending = sign_in::begin(&metadata, &network).await.map_err(failure)?;
        let url = pending.authorize_url.to_string();
        self.wait_for(Pending::Browser(Box::new(pending)));
        Ok(SignInView { url })
    }

    /// The code that somebody types on another device.
    pub async fn begin_device_sign_in(&self) -> Outcome<DeviceSignInView> {
        let session = self.session()?;
        let network = self.reach().await;
        let metadata = sign_in::discover(session.service.origin(), &network).await?;
        let pending = device::begin(&metadata, &network).await.map_err(failure)?;
        let view = DeviceSignInView {
            url: pending.url.to_string(),
            complete_url: pending.complete_url.as_ref().map(ToString::to_string),
            user_code: pending.user_code.clone(),
            expires_at: pending.expires_at.to_string(),
        };
        self.wait_for(Pending::Device(Box::new(pending)));
        Ok(view)
    }

    /// A sign-in that was begun before and left is given up.
    fn wait_for(&self, pending: Pending) {
        let waiting = Waiting {
            pending: Some(pending),
            cancel: Cancel::new(),
        };
        if let Some(before) = lock(&self.inner.signing_in).replace(waiting) {
            before.cancel.cancel();
        }
    }

    /// Waits until the browser came back or somebody decided on the other device, and is signed
    /// in then.
    pub async fn finish_sign_in(&self) -> Outcome<AccountView> {
        let session = self.session()?;
        let taken = lock(&self.inner.signing_in)
            .as_mut()
            .and_then(|waiting| Some((waiting.pending.take()?, waiting.cancel.clone())));
        let Some((pending, cancel)) = taken else {
            return Err(Failure::new(codes::SIGN_IN_ABORTED));
        };
        let tokens = pending.finish(&cancel).await.map_err(failure)?;
        let network = self.reach().await;
        let operator = who(&session, tokens.clone(), &network).await?;
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

    /// Stops waiting.
    pub fn cancel_sign_in(&self) {
        if let Some(waiting) = lock(&self.inner.signing_in).take() {
            waiting.cancel.cancel();
        }
    }
}

/// Whom tokens belong to, asked before anything of the open account is touched.
async fn who(session: &Session, tokens: Tokens, network: &Network) -> Outcome<Me> {
    let apart = AccountTokens::of(Vault::session_only(), "signing-in");
    let service = HttpService::new(session.service.origin().clone(), apart, network)?;
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
        SignInError::Unsupported => Failure::new(codes::DEVICE_SIGN_IN_UNSUPPORTED),
        SignInError::Call(call) => call.into(),
    }
}
