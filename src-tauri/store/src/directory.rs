//! The cached part of the organization directory, for finding offline.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction, params, types::Value};
use turnup_domain::{Organization, OrganizationId, matching};

use crate::{
    Result, Store,
    connections::Durability,
    settings::{self, key},
};

impl Store {
    /// Takes a page of the directory's feed, with the cursor it leads to.
    ///
    /// # Errors
    /// When the database cannot be written; then nothing of the page was kept.
    pub fn import_organizations(
        &self,
        documents: &[Organization],
        deleted: &[OrganizationId],
        cursor: &str,
        now: Timestamp,
    ) -> Result<()> {
        self.write(Durability::Normal, |tx| {
            for organization in documents {
                put(tx, organization)?;
            }
            for id in deleted {
                tx.prepare_cached("DELETE FROM organizations WHERE id = ?1")?
                    .execute([id.as_str()])?;
            }
            settings::set(tx, key::ORGANIZATIONS_CURSOR, Some(cursor))?;
            settings::set(tx, key::ORGANIZATIONS_AS_OF, Some(&now.to_string()))
        })
    }

    /// Where the next page of the directory begins.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn organizations_cursor(&self) -> Result<Option<String>> {
        self.setting(key::ORGANIZATIONS_CURSOR)
    }

    /// Begins the directory again: its next page is the first one. What is cached stays until
    /// the pages replace it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn forget_organizations_cursor(&self) -> Result<()> {
        self.write(Durability::Normal, |tx| {
            settings::set(tx, key::ORGANIZATIONS_CURSOR, None)
        })
    }

    /// When the directory was synced last.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn directory_as_of(&self) -> Result<Option<Timestamp>> {
        Ok(self
            .setting(key::ORGANIZATIONS_AS_OF)?
            .and_then(|text| text.parse().ok()))
    }

    /// One organization, if cached.
    ///
    /// # Errors
    /// When the database or the stored document cannot be read.
    pub fn organization(&self, id: &OrganizationId) -> Result<Option<Organization>> {
        let document: Option<String> = self.read(|tx| {
            Ok(tx
                .prepare_cached("SELECT document FROM organizations WHERE id = ?1")?
                .query_row([id.as_str()], |row| row.get(0))
                .optional()?)
        })?;
        Ok(document.as_deref().map(serde_json::from_str).transpose()?)
    }

    /// Cached organizations that may be the one: of the same registrable domain first, then by
    /// how many keys of their name agree (see [`turnup_domain::matching::blocking_keys`]).
    ///
    /// # Errors
    /// When the database or a stored document cannot be read.
    pub fn possible_organizations(
        &self,
        domain: Option<&str>,
        name_keys: &[String],
        limit: u32,
    ) -> Result<Vec<Organization>> {
        let marks = vec!["?"; name_keys.len()].join(", ");
        let sql = include_str!("directory.possible.sql").replace("/*keys*/", &marks);
        let domain = domain.map(matching::domain_key).unwrap_or_default();
        let mut values = vec![Value::from(domain)];
        values.extend(name_keys.iter().cloned().map(Value::from));
        values.push(Value::from(i64::from(limit)));
        self.read(|tx| {
            let mut statement = tx.prepare(&sql)?;
            let documents = statement
                .query_map(rusqlite::params_from_iter(values), |row| {
                    row.get::<_, String>(0)
                })?
                .collect::<Result<Vec<_>, _>>()?;
            Ok(documents
                .iter()
                .map(|document| serde_json::from_str(document))
                .collect::<Result<Vec<_>, _>>()?)
        })
    }
}

fn put(tx: &Transaction<'_>, organization: &Organization) -> Result<()> {
    let document = serde_json::to_string(organization)?;
    // No row comes back when the document is known already: nothing else needs to be written.
    let changed: Option<i64> = tx
        .prepare_cached(
            "INSERT INTO organizations (id, document) VALUES (?1, ?2)
             ON CONFLICT (id) DO UPDATE SET document = excluded.document
             WHERE document <> excluded.document
             RETURNING row",
        )?
        .query_row([organization.id.as_str(), &document], |row| row.get(0))
        .optional()?;
    let Some(row) = changed else { return Ok(()) };
    tx.prepare_cached("DELETE FROM organization_domains WHERE organization_row = ?1")?
        .execute([row])?;
    tx.prepare_cached("DELETE FROM organization_keys WHERE organization_row = ?1")?
        .execute([row])?;
    for domain in &organization.domains {
        tx.prepare_cached(
            "INSERT OR IGNORE INTO organization_domains (domain, organization_row)
             VALUES (?1, ?2)",
        )?
        .execute(params![matching::domain_key(&domain.name), row])?;
    }
    for key in matching::blocking_keys(&organization.name) {
        tx.prepare_cached(
            "INSERT OR IGNORE INTO organization_keys (key, organization_row) VALUES (?1, ?2)",
        )?
        .execute(params![key, row])?;
    }
    Ok(())
}
