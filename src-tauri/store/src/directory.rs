//! The cached part of the organization directory, for finding offline.

use jiff::Timestamp;
use turnup_domain::{Organization, OrganizationId};

use crate::{Result, Store, StoreError};

impl Store {
    /// Takes a page of the directory's feed.
    ///
    /// # Errors
    /// When the database cannot be written; then nothing of the page was kept.
    pub fn import_organizations(
        &self,
        _documents: &[Organization],
        _deleted: &[OrganizationId],
        _cursor: &str,
        _now: Timestamp,
    ) -> Result<()> {
        Err(StoreError::NotFound)
    }

    /// Where the next page of the directory begins.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn organizations_cursor(&self) -> Result<Option<String>> {
        Err(StoreError::NotFound)
    }

    /// Begins the directory again: the next page is the first. What is cached stays until then.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn forget_organizations_cursor(&self) -> Result<()> {
        Err(StoreError::NotFound)
    }

    /// When the directory was synced last.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn directory_as_of(&self) -> Result<Option<Timestamp>> {
        Err(StoreError::NotFound)
    }

    /// One organization, if cached.
    ///
    /// # Errors
    /// When the database or the stored document cannot be read.
    pub fn organization(&self, _id: &OrganizationId) -> Result<Option<Organization>> {
        Err(StoreError::NotFound)
    }

    /// Cached organizations that may be the one: of the domain first, then by how many keys of
    /// their name agree (see [`turnup_domain::matching::blocking_keys`]).
    ///
    /// # Errors
    /// When the database or a stored document cannot be read.
    pub fn possible_organizations(
        &self,
        _domain: Option<&str>,
        _name_keys: &[String],
        _limit: u32,
    ) -> Result<Vec<Organization>> {
        Err(StoreError::NotFound)
    }
}
