//! The OAuth requests behind signing in, refreshing and signing out. Who may call them when is
//! decided in `session` and `sign_in`.

use std::{future::Future, pin::Pin, time::Duration};

use jiff::Timestamp;
use oauth2::{
    AuthUrl, AuthorizationCode, ClientId, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse,
    PkceCodeVerifier, RedirectUrl, RefreshToken, RequestTokenError, TokenResponse, TokenUrl,
    basic::{BasicClient, BasicRequestTokenError, BasicTokenResponse},
};
use reqwest::{Method, header};
use serde::de::IgnoredAny;
use turnup_contract::{Answer, AuthorizationMetadata, CallError, paths};
use url::{Url, form_urlencoded};

use super::{
    answers,
    client::{Call, Carrier, Received},
    failures::Effect,
};
use crate::{clock::later, origin, tokens::Tokens};

/// A client that knows both endpoints.
pub(crate) type OauthClient =
    BasicClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

/// Why no token came.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GrantError {
    /// The service refused, with an OAuth error code.
    #[error("refused: {0}")]
    Refused(String),
    /// The request did not get through.
    #[error(transparent)]
    Call(#[from] CallError),
}

/// Asks the service how to sign in (RFC 8414), and checks that it is the service itself that
/// answers and that it knows S256.
pub(crate) async fn discover(carrier: &Carrier, service: &Url) -> Answer<AuthorizationMetadata> {
    let mut url = service.clone();
    url.set_path(paths::METADATA);
    let received = carrier.send(&get(url), None).await?;
    described(&received, service)
}

/// The description in an answer, when it is the service's own and can be used.
pub(crate) fn described(received: &Received, service: &Url) -> Answer<AuthorizationMetadata> {
    let metadata: AuthorizationMetadata = match answers::document(received, Timestamp::now()) {
        // Whatever refuses to describe itself is something else.
        Err(CallError::Problem { status, .. }) if status < 429 => {
            return Err(foreign("there is no description of the sign-in"));
        }
        other => other?,
    };
    let issuer = metadata.issuer.trim_end_matches('/');
    let endpoints = [
        Some(&metadata.authorization_endpoint),
        Some(&metadata.token_endpoint),
    ];
    let others = [
        metadata.revocation_endpoint.as_ref(),
        metadata.device_authorization_endpoint.as_ref(),
    ];
    if issuer != service.origin().ascii_serialization() {
        return Err(foreign("the issuer is another one"));
    }
    if !metadata
        .code_challenge_methods_supported
        .iter()
        .any(|method| method == "S256")
    {
        return Err(foreign("S256 is not supported"));
    }
    for endpoint in endpoints.into_iter().chain(others).flatten() {
        let url = Url::parse(endpoint).map_err(|_| foreign("an endpoint is no address"))?;
        if !origin::may_be_trusted(&url, service) {
            return Err(foreign("an endpoint would be reached in the clear"));
        }
    }
    Ok(metadata)
}

/// The client for a service's endpoints.
pub(crate) fn client(metadata: &AuthorizationMetadata) -> Answer<OauthClient> {
    let authorize = AuthUrl::new(metadata.authorization_endpoint.clone());
    let token = TokenUrl::new(metadata.token_endpoint.clone());
    match (authorize, token) {
        (Ok(authorize), Ok(token)) => Ok(BasicClient::new(ClientId::new(paths::CLIENT_ID.into()))
            .set_auth_uri(authorize)
            .set_token_uri(token)),
        _ => Err(foreign("an endpoint is no address")),
    }
}

/// A code for tokens.
pub(crate) async fn redeem(
    carrier: &Carrier,
    client: &OauthClient,
    code: String,
    verifier: PkceCodeVerifier,
    redirect: RedirectUrl,
) -> Result<Tokens, GrantError> {
    let http = requests(carrier);
    let answer = client
        .exchange_code(AuthorizationCode::new(code))
        .set_pkce_verifier(verifier)
        .set_redirect_uri(std::borrow::Cow::Owned(redirect))
        .request_async(&http)
        .await;
    tokens_of(answer, None)
}

/// A refresh token for new tokens. When the service does not rotate it, the old one stays.
pub(crate) async fn refresh(
    carrier: &Carrier,
    client: &OauthClient,
    refresh_token: &str,
) -> Result<Tokens, GrantError> {
    let http = requests(carrier);
    let token = RefreshToken::new(refresh_token.to_owned());
    let answer = client
        .exchange_refresh_token(&token)
        .request_async(&http)
        .await;
    tokens_of(answer, Some(refresh_token))
}

/// Ends a token at the service (RFC 7009).
pub(crate) async fn revoke(
    carrier: &Carrier,
    metadata: &AuthorizationMetadata,
    refresh_token: &str,
) -> Answer<()> {
    let Some(endpoint) = &metadata.revocation_endpoint else {
        return Ok(());
    };
    let url = Url::parse(endpoint).map_err(|_| foreign("an endpoint is no address"))?;
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("token", refresh_token)
        .append_pair("token_type_hint", "refresh_token")
        .append_pair("client_id", paths::CLIENT_ID)
        .finish();
    let call = Call {
        method: Method::POST,
        headers: vec![(
            header::CONTENT_TYPE,
            "application/x-www-form-urlencoded".into(),
        )],
        body: Some(form.into_bytes()),
        ..get(url)
    };
    let received = carrier.send(&call, None).await?;
    if received.status.is_success() {
        Ok(())
    } else {
        Err(answers::refusal(&received, Timestamp::now()))
    }
}

fn get(url: Url) -> Call {
    Call {
        method: Method::GET,
        url,
        headers: Vec::new(),
        body: None,
        effect: Effect::Read,
        lasts: None,
    }
}

type Answering = Pin<Box<dyn Future<Output = Answer<HttpResponse>> + Send>>;

/// Carries token requests for the OAuth client.
pub(super) fn requests(
    carrier: &Carrier,
) -> impl Fn(HttpRequest) -> Answering + Send + Sync + 'static {
    let carrier = carrier.clone();
    move |request| {
        let carrier = carrier.clone();
        Box::pin(async move { token_request(&carrier, request).await })
    }
}

/// Carries one; only answers that OAuth defines come back, the rest is a failure.
async fn token_request(carrier: &Carrier, request: HttpRequest) -> Answer<HttpResponse> {
    let (parts, body) = request.into_parts();
    let url = Url::parse(&parts.uri.to_string()).map_err(|_| foreign("no address"))?;
    let headers = parts.headers.iter().filter_map(|(name, value)| {
        value
            .to_str()
            .ok()
            .map(|value| (name.clone(), value.to_owned()))
    });
    let call = Call {
        method: parts.method,
        headers: headers.collect(),
        body: Some(body),
        ..get(url)
    };
    defined(carrier.send(&call, None).await?)
}

/// The answer, if it is one that OAuth defines.
fn defined(received: Received) -> Answer<HttpResponse> {
    if received.status.is_success() {
        // The OAuth library reads what comes first, and takes whatever follows.
        let _whole: IgnoredAny = answers::document(&received, Timestamp::now())?;
    }
    // 400 and 401 carry OAuth's own errors (RFC 6749, 5.2).
    if !received.status.is_success() && !matches!(received.status.as_u16(), 400 | 401) {
        return Err(answers::refusal(&received, Timestamp::now()));
    }
    let mut response = HttpResponse::new(received.body);
    *response.status_mut() = received.status;
    *response.headers_mut() = received.headers;
    Ok(response)
}

/// The tokens in an answer that came.
pub(crate) fn granted(client: &OauthClient, received: Received) -> Result<Tokens, GrantError> {
    let answer = std::cell::Cell::new(Some(defined(received)));
    let token = RefreshToken::new(String::new());
    let taken = |_: HttpRequest| answer.take().unwrap_or_else(|| Err(foreign("asked twice")));
    tokens_of(client.exchange_refresh_token(&token).request(&taken), None)
}

fn tokens_of(
    answer: Result<BasicTokenResponse, BasicRequestTokenError<CallError>>,
    old_refresh: Option<&str>,
) -> Result<Tokens, GrantError> {
    match answer {
        Ok(response) => Ok(tokens(&response, old_refresh)?),
        Err(RequestTokenError::Request(error)) => Err(error.into()),
        Err(RequestTokenError::ServerResponse(refused)) => {
            Err(GrantError::Refused(refused.error().as_ref().to_owned()))
        }
        Err(RequestTokenError::Parse(..) | RequestTokenError::Other(_)) => {
            Err(foreign("the token answer cannot be read").into())
        }
    }
}

/// The tokens of an answer. When the service does not rotate the refresh token, the old one
/// stays.
pub(super) fn tokens(response: &BasicTokenResponse, old_refresh: Option<&str>) -> Answer<Tokens> {
    if !can_be_sent(response.access_token().secret()) {
        return Err(foreign("the token is none that can be sent"));
    }
    Ok(Tokens {
        access: response.access_token().secret().clone(),
        refresh: response
            .refresh_token()
            .map(|token| token.secret().clone())
            .or_else(|| old_refresh.map(str::to_owned)),
        expires_at: response
            .expires_in()
            .map(|lasts| later(Timestamp::now(), lasts)),
    })
}

/// Whether it fits behind `Bearer ` (RFC 6750, 2.1): another one would break every request.
fn can_be_sent(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic())
}

pub(super) fn foreign(reason: &str) -> CallError {
    CallError::NotThisProtocol {
        reason: reason.to_owned(),
        status: 200,
    }
}

/// Longer than any browser visit takes, shorter than a forgotten window.
pub(crate) const SIGN_IN_LASTS: Duration = Duration::from_secs(10 * 60);
