//! Tables `codes` and `tokens`: sign-ins, of which only hashes are kept.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

/// How long a replaced refresh token still works, so that a lost answer signs nobody out.
const GRACE: SignedDuration = SignedDuration::from_secs(30);

/// What a code was given for.
pub(crate) struct Grant {
    pub operator: String,
    pub redirect_uri: String,
    pub challenge: String,
    /// All tokens of one sign-in.
    pub family: String,
}

/// What became of a code or refresh token that was presented.
pub(crate) enum Presented<T> {
    /// Good.
    Good(T),
    /// It was used before: its whole family is void from now on.
    Replayed,
    /// Unknown or too old.
    Void,
}

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Access,
    Refresh,
}

impl TokenKind {
    fn word(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Refresh => "refresh",
        }
    }
}

fn hash(secret: &str) -> String {
    Sha256::digest(secret)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

pub(crate) fn add_code(
    connection: &Connection,
    code: &str,
    grant: &Grant,
    expires_at: Timestamp,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO codes (hash, operator, redirect_uri, challenge, family, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            hash(code),
            &grant.operator,
            &grant.redirect_uri,
            &grant.challenge,
            &grant.family,
            expires_at.as_millisecond(),
        ),
    )?;
    Ok(())
}

/// Uses a code up. A second use ends what the first one began.
pub(crate) fn use_code(
    connection: &Connection,
    code: &str,
    now: Timestamp,
) -> rusqlite::Result<Presented<Grant>> {
    let found = connection
        .query_row(
            "SELECT operator, redirect_uri, challenge, family, expires_at, used FROM codes
             WHERE hash = ?1",
            (hash(code),),
            |row| {
                let grant = Grant {
                    operator: row.get(0)?,
                    redirect_uri: row.get(1)?,
                    challenge: row.get(2)?,
                    family: row.get(3)?,
                };
                Ok((grant, row.get::<_, i64>(4)?, row.get::<_, bool>(5)?))
            },
        )
        .optional()?;
    let Some((grant, expires_at, used)) = found else {
        return Ok(Presented::Void);
    };
    connection.execute("UPDATE codes SET used = 1 WHERE hash = ?1", (hash(code),))?;
    if used {
        end_family(connection, &grant.family)?;
        return Ok(Presented::Replayed);
    }
    let good = now.as_millisecond() < expires_at;
    Ok(if good {
        Presented::Good(grant)
    } else {
        Presented::Void
    })
}

pub(crate) fn add(
    connection: &Connection,
    kind: TokenKind,
    token: &str,
    (operator, family): (&str, &str),
    expires_at: Timestamp,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO tokens (hash, kind, operator, family, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        (
            hash(token),
            kind.word(),
            operator,
            family,
            expires_at.as_millisecond(),
        ),
    )?;
    Ok(())
}

/// The operator of an access token that is still good.
pub(crate) fn operator_of(
    connection: &Connection,
    token: &str,
    now: Timestamp,
) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached(
            "SELECT operator FROM tokens WHERE hash = ?1 AND kind = 'access' AND expires_at > ?2",
        )?
        .query_row((hash(token), now.as_millisecond()), |row| row.get(0))
        .optional()
}

/// Replaces a refresh token: operator and family of the good one.
pub(crate) fn use_refresh(
    connection: &Connection,
    token: &str,
    now: Timestamp,
) -> rusqlite::Result<Presented<(String, String)>> {
    let found: Option<(String, String, i64, Option<i64>)> = connection
        .query_row(
            "SELECT operator, family, expires_at, replaced_at FROM tokens
             WHERE hash = ?1 AND kind = 'refresh'",
            (hash(token),),
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
        .optional()?;
    let Some((operator, family, expires_at, replaced_at)) = found else {
        return Ok(Presented::Void);
    };
    let now = now.as_millisecond();
    let grace = i64::try_from(GRACE.as_millis()).unwrap_or(i64::MAX);
    if replaced_at.is_some_and(|at| now - at > grace) {
        end_family(connection, &family)?;
        return Ok(Presented::Replayed);
    }
    if now >= expires_at {
        return Ok(Presented::Void);
    }
    connection.execute(
        "UPDATE tokens SET replaced_at = coalesce(replaced_at, ?2) WHERE hash = ?1",
        (hash(token), now),
    )?;
    Ok(Presented::Good((operator, family)))
}

/// Ends the whole sign-in that a token belongs to (RFC 7009).
pub(crate) fn revoke(connection: &Connection, token: &str) -> rusqlite::Result<()> {
    let family: Option<String> = connection
        .query_row(
            "SELECT family FROM tokens WHERE hash = ?1",
            (hash(token),),
            |row| row.get(0),
        )
        .optional()?;
    family.map_or(Ok(()), |family| end_family(connection, &family))
}

fn end_family(connection: &Connection, family: &str) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM tokens WHERE family = ?1", (family,))?;
    Ok(())
}

/// Makes every access token too old, as if its time had passed.
pub(crate) fn expire_access(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM tokens WHERE kind = 'access'", ())?;
    Ok(())
}

/// Ends every sign-in.
pub(crate) fn end_all(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM tokens", ())?;
    Ok(())
}

/// Lets go of what can never be good again.
pub(crate) fn sweep(connection: &Connection, now: Timestamp) -> rusqlite::Result<()> {
    connection.execute(
        "DELETE FROM tokens WHERE expires_at <= ?1",
        (now.as_millisecond(),),
    )?;
    Ok(())
}
