//! Signing in on another device (RFC 8628), where the browser cannot come back to this computer:
//! a code to type there, and this program that asks whether it is done. The steps: [`begin`],
//! show the code, [`PendingDevice::finish`].

use jiff::Timestamp;
use oauth2::{
    DeviceAuthorizationUrl, DeviceCodeErrorResponseType, RequestTokenError,
    StandardDeviceAuthorizationResponse,
};
use turnup_contract::{Answer, AuthorizationMetadata};
use url::Url;

use super::{
    client::Carrier,
    network::Network,
    oauth::{self, OauthClient},
    sign_in::{self, SignInError},
};
use crate::{cancel::Cancel, clock::later, tokens::Tokens};

/// A sign-in that waits for the other device.
pub struct PendingDevice {
    /// Where the code is typed.
    pub url: Url,
    /// The same with the code in it, when the service makes one.
    pub complete_url: Option<Url>,
    /// What is typed.
    pub user_code: String,
    /// When it is worth nothing any more.
    pub expires_at: Timestamp,
    carrier: Carrier,
    client: OauthClient,
    details: StandardDeviceAuthorizationResponse,
}

/// Begins a sign-in: the service makes a code.
///
/// # Errors
/// [`SignInError::Unsupported`] when the service has no such way; else why it could not be asked.
pub async fn begin(
    metadata: &AuthorizationMetadata,
    network: &Network,
) -> Result<PendingDevice, SignInError> {
    let endpoint = metadata.device_authorization_endpoint.as_deref();
    let endpoint = endpoint.ok_or(SignInError::Unsupported)?;
    let endpoint = DeviceAuthorizationUrl::new(endpoint.to_owned())
        .map_err(|_| oauth::foreign("an endpoint is no address"))?;
    let carrier = sign_in::carrier(metadata, network)?;
    let client = oauth::client(metadata)?;
    let details: StandardDeviceAuthorizationResponse = {
        let http = oauth::requests(&carrier);
        let asking = client.clone().set_device_authorization_url(endpoint);
        let asked = asking.exchange_device_code().request_async(&http).await;
        asked.map_err(|error| match error {
            RequestTokenError::Request(error) => SignInError::Call(error),
            RequestTokenError::ServerResponse(refused) => SignInError::Refused {
                code: refused.error().as_ref().to_owned(),
            },
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                oauth::foreign("the answer about the device cannot be read").into()
            }
        })?
    };
    let complete_url = details
        .verification_uri_complete()
        .map(|url| page(url.secret()))
        .transpose()?;
    Ok(PendingDevice {
        url: page(details.verification_uri())?,
        complete_url,
        user_code: details.user_code().secret().clone(),
        expires_at: later(Timestamp::now(), details.expires_in()),
        carrier,
        client,
        details,
    })
}

/// An address that a browser can show.
fn page(text: &str) -> Answer<Url> {
    Url::parse(text)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https"))
        .ok_or_else(|| oauth::foreign("the page of the code is no address"))
}

impl PendingDevice {
    /// Asks until somebody decided on the other device. A network that fails meanwhile is
    /// waited out.
    ///
    /// # Errors
    /// See [`SignInError`].
    pub async fn finish(self, cancel: &Cancel) -> Result<Tokens, SignInError> {
        let http = oauth::requests(&self.carrier);
        let asking = self
            .client
            .exchange_device_access_token(&self.details)
            .request_async(&http, tokio::time::sleep, None);
        let answer = cancel.unless(asking).await.ok_or(SignInError::Aborted)?;
        match answer {
            Ok(response) => Ok(oauth::tokens(&response, None)?),
            Err(RequestTokenError::Request(error)) => Err(error.into()),
            Err(RequestTokenError::ServerResponse(refused)) => Err(match refused.error() {
                DeviceCodeErrorResponseType::AccessDenied => SignInError::Aborted,
                DeviceCodeErrorResponseType::ExpiredToken => SignInError::TimedOut,
                other => SignInError::Refused {
                    code: other.as_ref().to_owned(),
                },
            }),
            Err(RequestTokenError::Parse(..) | RequestTokenError::Other(_)) => {
                Err(oauth::foreign("the token answer cannot be read").into())
            }
        }
    }
}
