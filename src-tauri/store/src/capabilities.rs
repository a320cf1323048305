//! The service's rules as they were last told, so that they hold offline as well.

use rusqlite::{OptionalExtension, params};
use turnup_domain::Capabilities;

use crate::{Result, Store, connections::Durability};

impl Store {
    /// The rules with their entity tag, if the service ever told them.
    ///
    /// # Errors
    /// When the database or the stored document cannot be read.
    pub fn capabilities(&self) -> Result<Option<(String, Capabilities)>> {
        let stored: Option<(String, String)> = self.read(|tx| {
            Ok(tx
                .prepare_cached("SELECT etag, document FROM capabilities WHERE id = 1")?
                .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?)
        })?;
        stored
            .map(|(etag, document)| Ok((etag, serde_json::from_str(&document)?)))
            .transpose()
    }

    /// Keeps the rules as the service told them.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn set_capabilities(&self, etag: &str, capabilities: &Capabilities) -> Result<()> {
        let document = serde_json::to_string(capabilities)?;
        self.write(Durability::Normal, |tx| {
            tx.prepare_cached(
                "INSERT INTO capabilities (id, etag, document) VALUES (1, ?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET etag = excluded.etag, document = excluded.document",
            )?
            .execute(params![etag, document])?;
            Ok(())
        })
    }
}
