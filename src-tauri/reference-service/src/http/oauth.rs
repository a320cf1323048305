//! Signing in over HTTP: the metadata, the page and what people decide on it, the token and
//! revocation endpoints (RFC 6749, 7009, 7636, 8252, 8414).

use axum::{
    Form, Json,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use serde_json::json;
use turnup_contract::{AuthorizationMetadata, TokenResponse, paths};
use url::{Host, Url};

use super::{AppState, device, page};
use crate::{
    service::{AuthorizationRequest, GrantRefusal, Operator},
    words::Language,
};

pub(super) const AUTHORIZE: &str = "/oauth/authorize";
pub(super) const TOKEN: &str = "/oauth/token";
pub(super) const REVOKE: &str = "/oauth/revoke";

pub(super) async fn metadata(
    State(app): State<AppState>,
    headers: HeaderMap,
) -> Json<AuthorizationMetadata> {
    let origin = origin(&app, &headers);
    Json(AuthorizationMetadata {
        authorization_endpoint: format!("{origin}{AUTHORIZE}"),
        token_endpoint: format!("{origin}{TOKEN}"),
        revocation_endpoint: Some(format!("{origin}{REVOKE}")),
        device_authorization_endpoint: Some(format!("{origin}{}", device::AUTHORIZATION)),
        code_challenge_methods_supported: vec!["S256".to_owned()],
        grant_types_supported: ["authorization_code", "refresh_token", device::GRANT]
            .map(str::to_owned)
            .to_vec(),
        issuer: origin,
    })
}

/// The origin under which the client knows this computer.
pub(super) fn origin(app: &AppState, headers: &HeaderMap) -> String {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let url = host.and_then(|host| Url::parse(&format!("http://{host}")).ok());
    match url {
        Some(url) if is_loopback(&url) => url.origin().ascii_serialization(),
        _ => app.origin.clone(),
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// What the browser brings from the client.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    pub response_type: String,
    #[serde(default)]
    pub client_id: String,
    #[serde(default)]
    pub redirect_uri: String,
    #[serde(default)]
    pub state: String,
    #[serde(default)]
    pub code_challenge: String,
    #[serde(default)]
    pub code_challenge_method: String,
}

/// A request whose answer may be sent where it says, or an OAuth error for that place.
enum Judged {
    /// Nothing may be sent anywhere: the client or the redirect is not to be trusted.
    Untrusted,
    Wrong(Url, &'static str),
    Good(Url),
}

impl Asked {
    fn judge(&self) -> Judged {
        let Some(url) = redirect(&self.redirect_uri) else {
            return Judged::Untrusted;
        };
        let challenge = self.code_challenge.len();
        if self.client_id != paths::CLIENT_ID {
            Judged::Untrusted
        } else if self.response_type != "code" {
            Judged::Wrong(url, "unsupported_response_type")
        } else if self.code_challenge_method != "S256" || !(43..=128).contains(&challenge) {
            Judged::Wrong(url, "invalid_request")
        } else {
            Judged::Good(url)
        }
    }

    /// The way back to the client.
    fn way_back(&self, mut url: Url, name: &str, value: &str, issuer: &str) -> Response {
        url.query_pairs_mut()
            .append_pair(name, value)
            .append_pair("state", &self.state)
            .append_pair("iss", issuer);
        Redirect::to(url.as_str()).into_response()
    }
}

/// A redirect to a program on this computer, on any port.
fn redirect(uri: &str) -> Option<Url> {
    let url = Url::parse(uri).ok()?;
    let local = matches!(url.host(), Some(Host::Ipv4(_) | Host::Ipv6(_))) && is_loopback(&url);
    (url.scheme() == "http" && local && url.fragment().is_none()).then_some(url)
}

/// Shows the page.
pub(super) async fn ask(
    State(app): State<AppState>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Response {
    let language = language(&headers);
    match asked.judge() {
        Judged::Untrusted => page::wrong(language),
        Judged::Wrong(url, error) => asked.way_back(url, "error", error, &origin(&app, &headers)),
        Judged::Good(_) => page::choose(language, &asked),
    }
}

/// What the operator decided.
#[derive(Debug, Deserialize)]
pub(super) struct Decision {
    #[serde(flatten)]
    asked: Asked,
    #[serde(default)]
    operator: String,
    #[serde(default)]
    decision: String,
}

pub(super) async fn decide(
    State(app): State<AppState>,
    headers: HeaderMap,
    Form(decision): Form<Decision>,
) -> Response {
    let asked = decision.asked;
    let issuer = origin(&app, &headers);
    let url = match asked.judge() {
        Judged::Untrusted => return page::wrong(language(&headers)),
        Judged::Wrong(url, error) => return asked.way_back(url, "error", error, &issuer),
        Judged::Good(url) => url,
    };
    let operator = Operator::of_id(&decision.operator).filter(|_| decision.decision == "allow");
    let Some(operator) = operator else {
        return asked.way_back(url, "error", "access_denied", &issuer);
    };
    let request = AuthorizationRequest {
        redirect_uri: asked.redirect_uri.clone(),
        challenge: asked.code_challenge.clone(),
    };
    match app
        .ask(move |service| service.authorize(&operator, request))
        .await
    {
        Ok(code) => asked.way_back(url, "code", &code, &issuer),
        Err(_) => asked.way_back(url, "error", "server_error", &issuer),
    }
}

pub(super) fn language(headers: &HeaderMap) -> Language {
    let header = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    Language::asked_for(header.unwrap_or_default())
}

/// The form of the token endpoint.
#[derive(Debug, Deserialize)]
pub(super) struct TokenForm {
    #[serde(default)]
    grant_type: String,
    #[serde(default)]
    client_id: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    code_verifier: String,
    #[serde(default)]
    redirect_uri: String,
    #[serde(default)]
    refresh_token: String,
    #[serde(default)]
    device_code: String,
}

pub(super) async fn token(State(app): State<AppState>, Form(form): Form<TokenForm>) -> Response {
    if form.client_id != paths::CLIENT_ID {
        return refused(StatusCode::UNAUTHORIZED, "invalid_client");
    }
    let result = match form.grant_type.as_str() {
        "authorization_code" => {
            app.ask(move |service| {
                Ok(service.redeem(&form.code, &form.code_verifier, &form.redirect_uri))
            })
            .await
        }
        "refresh_token" => {
            app.ask(move |service| Ok(service.refresh(&form.refresh_token)))
                .await
        }
        device::GRANT => {
            app.ask(move |service| Ok(service.redeem_device(&form.device_code)))
                .await
        }
        _ => return refused(StatusCode::BAD_REQUEST, "unsupported_grant_type"),
    };
    granted(result.unwrap_or_else(|refusal| Err(GrantRefusal::Failed(refusal))))
}

fn granted(result: Result<TokenResponse, GrantRefusal>) -> Response {
    let refusal = match result {
        Ok(tokens) => return unkept(Json(tokens)),
        Err(refusal) => refusal,
    };
    let error = match refusal {
        GrantRefusal::InvalidGrant => "invalid_grant",
        GrantRefusal::Pending => "authorization_pending",
        GrantRefusal::SlowDown => "slow_down",
        GrantRefusal::Denied => "access_denied",
        GrantRefusal::Expired => "expired_token",
        GrantRefusal::Failed(refusal) => return refusal.into_response(),
    };
    refused(StatusCode::BAD_REQUEST, error)
}

/// An answer that nobody between may keep.
pub(super) fn unkept(answer: impl IntoResponse) -> Response {
    let headers = [
        (header::CACHE_CONTROL, "no-store"),
        (header::PRAGMA, "no-cache"),
    ];
    (headers, answer).into_response()
}

pub(super) fn refused(status: StatusCode, error: &str) -> Response {
    (
        status,
        [(header::CACHE_CONTROL, "no-store")],
        Json(json!({ "error": error })),
    )
        .into_response()
}

/// The form of the revocation endpoint.
#[derive(Debug, Deserialize)]
pub(super) struct RevocationForm {
    #[serde(default)]
    token: String,
}

pub(super) async fn revoke(
    State(app): State<AppState>,
    Form(form): Form<RevocationForm>,
) -> Response {
    match app.ask(move |service| service.revoke(&form.token)).await {
        Ok(()) => StatusCode::OK.into_response(),
        Err(refusal) => refusal.into_response(),
    }
}
