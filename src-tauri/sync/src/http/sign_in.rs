//! Signing in with the system browser: authorization code with PKCE S256 over a loopback
//! redirect (RFC 8252). The steps: [`discover`], [`begin`], open the address in the browser,
//! [`PendingSignIn::finish`]. Nothing is kept in here: what to do with the tokens is the
//! caller's business.

use oauth2::{CsrfToken, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl};
use subtle::ConstantTimeEq;
use turnup_contract::{Answer, AuthorizationMetadata, CallError};
use url::Url;

use super::{
    client::Carrier,
    loopback::{Door, Visit},
    network::Network,
    oauth::{self, GrantError, OauthClient, SIGN_IN_LASTS},
    page::Ending,
};
use crate::{cancel::Cancel, tokens::Tokens};

/// Why signing in did not succeed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SignInError {
    /// The operator closed it, here or in the browser.
    #[error("signing in was aborted")]
    Aborted,
    /// The answer does not belong to this sign-in.
    #[error("the answer belongs to another sign-in")]
    StateMismatch,
    /// The service refused.
    #[error("the service refused the sign-in: {code}")]
    Refused {
        /// OAuth error code, such as `invalid_grant`.
        code: String,
    },
    /// Nobody came back from the browser, or decided on the other device.
    #[error("nobody came back")]
    TimedOut,
    /// The service has no such way to sign in.
    #[error("the service has no such way to sign in")]
    Unsupported,
    /// The service could not be asked.
    #[error(transparent)]
    Call(#[from] CallError),
}

impl From<GrantError> for SignInError {
    fn from(error: GrantError) -> Self {
        match error {
            GrantError::Refused(code) => Self::Refused { code },
            GrantError::Call(error) => Self::Call(error),
        }
    }
}

/// Asks the service at an origin how to sign in: also the way to find out whether there is such
/// a service at all.
///
/// # Errors
/// Why it cannot be used: unreachable, its certificate refused, or not this protocol.
pub async fn discover(origin: &Url, network: &Network) -> Answer<AuthorizationMetadata> {
    oauth::discover(&Carrier::new(origin, network)?, origin).await
}

/// A sign-in that waits for the browser.
pub struct PendingSignIn {
    /// Open this in the system browser.
    pub authorize_url: Url,
    carrier: Carrier,
    client: OauthClient,
    door: Door,
    redirect: RedirectUrl,
    state: CsrfToken,
    verifier: PkceCodeVerifier,
}

/// Begins a sign-in: opens the door for the browser's way back.
///
/// # Errors
/// When the metadata cannot be used, or no port can be opened.
pub async fn begin(
    metadata: &AuthorizationMetadata,
    network: &Network,
) -> Result<PendingSignIn, SignInError> {
    let carrier = carrier(metadata, network)?;
    let client = oauth::client(metadata)?;
    let door = Door::open().await.map_err(unreachable)?;
    let redirect = RedirectUrl::new(door.address()).map_err(unreachable)?;
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (authorize_url, state) = client
        .authorize_url(|| CsrfToken::new_random_len(32))
        .set_redirect_uri(std::borrow::Cow::Borrowed(&redirect))
        .set_pkce_challenge(challenge)
        .url();
    Ok(PendingSignIn {
        authorize_url,
        carrier,
        client,
        door,
        redirect,
        state,
        verifier,
    })
}

/// What carries requests to the service that described itself.
pub(super) fn carrier(metadata: &AuthorizationMetadata, network: &Network) -> Answer<Carrier> {
    let origin = Url::parse(&metadata.issuer).map_err(|error| CallError::NotThisProtocol {
        reason: format!("the issuer is no address: {error}"),
        status: 200,
    })?;
    Carrier::new(&origin, network)
}

impl PendingSignIn {
    /// Waits for the browser and redeems what it brings. The browser's page says how it ended.
    ///
    /// # Errors
    /// See [`SignInError`].
    pub async fn finish(self, cancel: &Cancel) -> Result<Tokens, SignInError> {
        let Self {
            carrier,
            client,
            door,
            redirect,
            state,
            verifier,
            ..
        } = self;
        let waiting = cancel
            .unless(tokio::time::timeout(SIGN_IN_LASTS, door.visit()))
            .await;
        let visit = match waiting {
            None => return Err(SignInError::Aborted),
            Some(Err(_)) => return Err(SignInError::TimedOut),
            Some(Ok(visit)) => visit,
        };
        let tokens = match code_of(&visit, &state) {
            Ok(code) => {
                let redeeming = oauth::redeem(&carrier, &client, code, verifier, redirect);
                let redeemed = cancel.unless(redeeming).await;
                redeemed.map_or(Err(SignInError::Aborted), |tokens| {
                    tokens.map_err(Into::into)
                })
            }
            Err(error) => Err(error),
        };
        visit.show(ending_of(&tokens)).await;
        tokens
    }
}

/// The code that the browser brought, when it belongs to this sign-in.
fn code_of(visit: &Visit, state: &CsrfToken) -> Result<String, SignInError> {
    let brought = visit.parameter("state").unwrap_or_default();
    if !bool::from(brought.as_bytes().ct_eq(state.secret().as_bytes())) {
        return Err(SignInError::StateMismatch);
    }
    match (visit.parameter("code"), visit.parameter("error")) {
        (_, Some("access_denied")) => Err(SignInError::Aborted),
        (_, Some(code)) => Err(SignInError::Refused {
            code: code.to_owned(),
        }),
        (Some(code), None) => Ok(code.to_owned()),
        (None, None) => Err(SignInError::Refused {
            code: "invalid_request".to_owned(),
        }),
    }
}

fn ending_of(tokens: &Result<Tokens, SignInError>) -> Ending {
    match tokens {
        Ok(_) => Ending::Done,
        Err(SignInError::Aborted) => Ending::Aborted,
        Err(
            SignInError::StateMismatch
            | SignInError::Refused { .. }
            | SignInError::TimedOut
            | SignInError::Unsupported
            | SignInError::Call(_),
        ) => Ending::Failed,
    }
}

fn unreachable(error: impl std::fmt::Display) -> CallError {
    CallError::Unreachable {
        reason: format!("no way back for the browser: {error}"),
    }
}
