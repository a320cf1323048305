//! The schema, version by version. A file says with `user_version` how many of these it has had.
//! A migration that was ever released is never edited: the next one follows it.

use rusqlite::Connection;

use crate::{Result, StoreError, connections::in_transaction, customers, orders::moments};

/// Each migration brings the schema one version on; the first one makes it.
pub(crate) struct Schema {
    pub(crate) migrations: &'static [Migration],
}

/// What changes the schema, and what only the program can then fill in.
pub(crate) struct Migration {
    pub(crate) sql: &'static str,
    fill: Option<fn(&Connection) -> Result<()>>,
}

impl Migration {
    pub(crate) const fn of(sql: &'static str) -> Self {
        Self { sql, fill: None }
    }
}

/// The schema of this program.
pub(crate) const SCHEMA: Schema = Schema {
    migrations: &[
        Migration::of(include_str!("0001_begin.sql")),
        Migration::of(include_str!("0002_bases.sql")),
        Migration::of(include_str!("0003_reviews.sql")),
        Migration::of(include_str!("0004_words.sql")),
        Migration {
            sql: include_str!("0005_moments.sql"),
            fill: Some(moments::fill),
        },
        Migration::of(include_str!("0006_overview.sql")),
        Migration::of(include_str!("0007_notices.sql")),
        Migration {
            sql: include_str!("0008_customers.sql"),
            fill: Some(customers::fill),
        },
        Migration::of(include_str!("0009_sorting.sql")),
    ],
};

/// "Turn": what `file(1)` and other programs see in the header.
pub(crate) const APPLICATION_ID: i32 = 0x5475_726e;

/// How many migrations a file has had.
pub(crate) fn version(connection: &Connection) -> Result<u32> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

impl Schema {
    /// Newest version that is known.
    fn newest(&self) -> u32 {
        u32::try_from(self.migrations.len()).unwrap_or(u32::MAX)
    }

    /// Refuses a schema from the future.
    pub(crate) fn refuse_future(&self, found: u32) -> Result<()> {
        let supported = self.newest();
        if found > supported {
            return Err(StoreError::Future { found, supported });
        }
        Ok(())
    }
}

/// Brings a file up to date, in one transaction: all of it or nothing. `before_update` sees a
/// file that has something in it as it was; when it fails, nothing is migrated.
pub(crate) fn migrate(
    connection: &mut Connection,
    schema: &Schema,
    before_update: impl FnOnce(&Connection) -> Result<()>,
) -> Result<()> {
    in_transaction(connection, |tx| {
        let found = version(tx)?;
        schema.refuse_future(found)?;
        if found == schema.newest() {
            return Ok(());
        }
        if found > 0 {
            before_update(tx)?;
        }
        for migration in schema.migrations.iter().skip(found as usize) {
            tx.execute_batch(migration.sql)?;
            if let Some(fill) = migration.fill {
                fill(tx)?;
            }
        }
        tx.pragma_update(None, "user_version", schema.newest())?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        Ok(())
    })
}
