//! Table `idempotency`: the answers that were given under a key.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension};
use turnup_domain::IntentId;

/// How long an answer is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// An answer that was given.
pub(crate) struct StoredAnswer {
    pub fingerprint: String,
    pub status: u16,
    /// The operation that began, if one did.
    pub operation: Option<String>,
    /// The order, or the problem.
    pub body: String,
}

pub(crate) fn find(
    connection: &Connection,
    operator: &str,
    key: &IntentId,
    now: Timestamp,
) -> rusqlite::Result<Option<StoredAnswer>> {
    connection
        .prepare_cached(
            "SELECT fingerprint, status, operation, body FROM idempotency
             WHERE operator = ?1 AND key = ?2 AND at >= ?3",
        )?
        .query_row((operator, key.as_str(), oldest(now)), |row| {
            Ok(StoredAnswer {
                fingerprint: row.get(0)?,
                status: row.get(1)?,
                operation: row.get(2)?,
                body: row.get(3)?,
            })
        })
        .optional()
}

/// Keeps an answer, and lets go of those that are too old.
pub(crate) fn keep(
    connection: &Connection,
    operator: &str,
    key: &IntentId,
    answer: &StoredAnswer,
    now: Timestamp,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM idempotency WHERE at < ?1")?
        .execute((oldest(now),))?;
    connection
        .prepare_cached(
            "INSERT INTO idempotency (operator, key, fingerprint, status, operation, body, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (operator, key) DO NOTHING",
        )?
        .execute((
            operator,
            key.as_str(),
            &answer.fingerprint,
            answer.status,
            &answer.operation,
            &answer.body,
            now.as_millisecond(),
        ))?;
    Ok(())
}

fn oldest(now: Timestamp) -> i64 {
    now.saturating_sub(KEPT)
        .unwrap_or(Timestamp::MIN)
        .as_millisecond()
}
