//! Table `meta`: the feed's counter, the checksum over all orders, the identity of the data.

use rusqlite::{Connection, OptionalExtension};

/// The last sequence given out, over orders and organizations together.
pub(crate) const SEQUENCE: &str = "sequence";
/// The checksum over all orders, as hex.
pub(crate) const CHECKSUM: &str = "checksum";
/// What cursors of this data carry, so that those of other data are known.
pub(crate) const EPOCH: &str = "epoch";

pub(crate) fn get(connection: &Connection, key: &str) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT value FROM meta WHERE key = ?1")?
        .query_row((key,), |row| row.get(0))
        .optional()
}

pub(crate) fn set(connection: &Connection, key: &str, value: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO meta (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )?
        .execute((key, value))?;
    Ok(())
}

/// A number kept under a key; 0 when nothing is.
pub(crate) fn number(connection: &Connection, key: &str) -> rusqlite::Result<u64> {
    Ok(get(connection, key)?
        .and_then(|text| text.parse().ok())
        .unwrap_or(0))
}

/// The next place in the feed.
pub(crate) fn next_sequence(connection: &Connection) -> rusqlite::Result<u64> {
    let next = number(connection, SEQUENCE)? + 1;
    set(connection, SEQUENCE, &next.to_string())?;
    Ok(next)
}
