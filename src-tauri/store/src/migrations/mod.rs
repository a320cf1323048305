//! The schema, version by version. A file says with `user_version` how many of these it has had.
//! A migration that was ever released is never edited: the next one follows it.

use rusqlite::Connection;

use crate::{Result, StoreError, connections::in_transaction};

/// Each brings the schema one version on; the first one makes it.
const MIGRATIONS: &[&str] = &[
    include_str!("0001_begin.sql"),
    include_str!("0002_bases.sql"),
];

/// Newest schema that this program knows.
pub(crate) const NEWEST: u32 = MIGRATIONS.len() as u32;

/// "Turn": what `file(1)` and other programs see in the header.
pub(crate) const APPLICATION_ID: i32 = 0x5475_726e;

/// How many migrations a file has had.
pub(crate) fn version(connection: &Connection) -> Result<u32> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Refuses a schema from the future.
pub(crate) fn refuse_future(found: u32) -> Result<()> {
    if found > NEWEST {
        return Err(StoreError::Future {
            found,
            supported: NEWEST,
        });
    }
    Ok(())
}

/// Brings a file up to date, in one transaction: all of it or nothing.
pub(crate) fn migrate(connection: &mut Connection) -> Result<()> {
    in_transaction(connection, |tx| {
        let found = version(tx)?;
        refuse_future(found)?;
        for migration in MIGRATIONS.iter().skip(found as usize) {
            tx.execute_batch(migration)?;
        }
        if found < NEWEST {
            tx.pragma_update(None, "user_version", NEWEST)?;
            tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        }
        Ok(())
    })
}
