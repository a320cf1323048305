//! Signing in: codes with PKCE, tokens that rotate, revocation. The page that people see and
//! the forms that clients send are `http`'s business.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use rand::Rng;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use turnup_contract::TokenResponse;

use super::{Operator, Refusal, Service, operations::after};
use crate::storage::tokens::{self, Grant, Presented, TokenKind};

const CODE_LASTS: SignedDuration = SignedDuration::from_secs(60);
const ACCESS_LASTS: SignedDuration = SignedDuration::from_hours(1);
const REFRESH_LASTS: SignedDuration = SignedDuration::from_hours(90 * 24);

/// What the browser brought and the operator agreed to.
pub(crate) struct AuthorizationRequest {
    pub redirect_uri: String,
    /// `BASE64URL(SHA256(verifier))`
    pub challenge: String,
}

/// Why no token was given, in OAuth's own words.
#[derive(Debug)]
pub(crate) enum GrantRefusal {
    /// The code or refresh token is wrong, used up, too old, or not for this client.
    InvalidGrant,
    /// Nobody decided on the other device yet.
    Pending,
    /// The same, asked for too soon.
    SlowDown,
    /// Somebody refused on the other device.
    Denied,
    /// The device code is too old.
    Expired,
    /// The service failed.
    Failed(Refusal),
}

impl From<rusqlite::Error> for GrantRefusal {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl Service {
    /// A code for an operator who agreed.
    pub fn authorize(
        &self,
        operator: &Operator,
        request: AuthorizationRequest,
    ) -> Result<String, Refusal> {
        let code = secret();
        let grant = Grant {
            operator: operator.id.to_owned(),
            redirect_uri: request.redirect_uri,
            challenge: request.challenge,
            family: secret(),
        };
        let expires_at = after(self.now(), CODE_LASTS);
        self.database.write(|connection| {
            Ok::<_, Refusal>(tokens::add_code(connection, &code, &grant, expires_at)?)
        })?;
        Ok(code)
    }

    /// A code for tokens.
    pub fn redeem(
        &self,
        code: &str,
        verifier: &str,
        redirect_uri: &str,
    ) -> Result<TokenResponse, GrantRefusal> {
        let now = self.now();
        // The refusal is part of the transaction's result: a code is used up either way.
        self.database.write(|connection| {
            let Presented::Good(grant) = tokens::use_code(connection, code, now)? else {
                return Ok::<_, GrantRefusal>(Err(GrantRefusal::InvalidGrant));
            };
            let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier));
            if challenge != grant.challenge || redirect_uri != grant.redirect_uri {
                return Ok(Err(GrantRefusal::InvalidGrant));
            }
            Ok(Ok(issue(
                connection,
                (&grant.operator, &grant.family),
                now,
            )?))
        })?
    }

    /// A refresh token for new tokens.
    pub fn refresh(&self, refresh_token: &str) -> Result<TokenResponse, GrantRefusal> {
        let now = self.now();
        self.database.write(|connection| {
            tokens::sweep(connection, now)?;
            match tokens::use_refresh(connection, refresh_token, now)? {
                Presented::Good((operator, family)) => {
                    Ok::<_, GrantRefusal>(Ok(issue(connection, (&operator, &family), now)?))
                }
                Presented::Replayed | Presented::Void => Ok(Err(GrantRefusal::InvalidGrant)),
            }
        })?
    }

    /// Ends a sign-in; an unknown token is no error.
    pub fn revoke(&self, token: &str) -> Result<(), Refusal> {
        self.database
            .write(|connection| Ok(tokens::revoke(connection, token)?))
    }

    /// Whose access token this is, if it is good.
    pub fn operator_of(&self, token: &str) -> Result<Option<Operator>, Refusal> {
        let now = self.now();
        let id = self.database.read(|connection| {
            tokens::operator_of(connection, token, now).map_err(Refusal::from)
        })?;
        Ok(id.as_deref().and_then(Operator::of_id))
    }

    /// Tokens without any page.
    pub fn issue_tokens(&self, operator: &Operator) -> Result<TokenResponse, Refusal> {
        let (now, family) = (self.now(), secret());
        self.database
            .write(|connection| Ok(issue(connection, (operator.id, &family), now)?))
    }

    /// Ends every sign-in; for tests.
    pub fn end_sign_ins(&self) -> Result<(), Refusal> {
        self.database
            .write(|connection| Ok(tokens::end_all(connection)?))
    }

    /// Makes every access token too old; for tests.
    pub fn expire_access_tokens(&self) -> Result<(), Refusal> {
        self.database
            .write(|connection| Ok(tokens::expire_access(connection)?))
    }
}

fn issue(
    connection: &Connection,
    whose: (&str, &str),
    now: Timestamp,
) -> rusqlite::Result<TokenResponse> {
    let (access, refresh) = (secret(), secret());
    tokens::add(
        connection,
        TokenKind::Access,
        &access,
        whose,
        after(now, ACCESS_LASTS),
    )?;
    tokens::add(
        connection,
        TokenKind::Refresh,
        &refresh,
        whose,
        after(now, REFRESH_LASTS),
    )?;
    Ok(TokenResponse {
        access_token: access,
        token_type: "Bearer".to_owned(),
        expires_in: u64::try_from(ACCESS_LASTS.as_secs()).ok(),
        refresh_token: Some(refresh),
    })
}

/// 256 random bits.
pub(super) fn secret() -> String {
    let bytes: [u8; 32] = rand::rng().random();
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}
