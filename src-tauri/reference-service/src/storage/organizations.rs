//! Tables `organizations`, `organization_domains`, `organization_names` and `people`: the whole
//! directory, of which an operator sees a part in the feed and all of it by asking.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use turnup_domain::{
    Organization, OrganizationId,
    matching::{self, KnownOrganization},
};

use super::{
    meta,
    orders::{FeedRow, document, text},
    signed, unsigned,
};

/// Somebody in an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub email: String,
    pub administrator: bool,
}

pub(crate) fn get(
    connection: &Connection,
    id: &OrganizationId,
) -> rusqlite::Result<Option<Organization>> {
    let found: Option<String> = connection
        .prepare_cached("SELECT document FROM organizations WHERE id = ?1 AND deleted = 0")?
        .query_row((id.as_str(),), |row| row.get(0))
        .optional()?;
    found.map(|text| document(&text)).transpose()
}

/// Adds an organization with its members, at a place in the feed.
pub(crate) fn insert(
    connection: &Connection,
    organization: &Organization,
    members: &[Member],
    visible: bool,
    sequence: u64,
) -> rusqlite::Result<()> {
    let id = organization.id.as_str();
    connection
        .prepare_cached(
            "INSERT INTO organizations (id, revision, sequence, visible, document)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((
            id,
            signed(organization.revision),
            signed(sequence),
            visible,
            text(organization)?,
        ))?;
    for domain in &organization.domains {
        connection
            .prepare_cached(
                "INSERT INTO organization_domains (domain, organization_id, key)
                 VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            )?
            .execute((&domain.name, id, matching::domain_key(&domain.name)))?;
    }
    let keys: BTreeSet<String> = matching::blocking_keys(&organization.name)
        .into_iter()
        .collect();
    for key in keys {
        connection
            .prepare_cached(
                "INSERT INTO organization_names (key, organization_id) VALUES (?1, ?2)",
            )?
            .execute((key, id))?;
    }
    members
        .iter()
        .try_for_each(|member| add_member(connection, &organization.id, member))
}

fn add_member(
    connection: &Connection,
    organization: &OrganizationId,
    member: &Member,
) -> rusqlite::Result<()> {
    let domain = matching::email_domain(&member.email)
        .map(|domain| matching::domain_key(&domain))
        .unwrap_or_default();
    connection
        .prepare_cached(
            "INSERT INTO people (email, organization_id, domain, administrator)
             VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        )?
        .execute((
            member.email.to_lowercase(),
            organization.as_str(),
            domain,
            member.administrator,
        ))?;
    Ok(())
}

/// Saves a changed organization at the end of the feed; domains and name stay searchable as
/// they were when it was added.
pub(crate) fn save(
    connection: &Connection,
    organization: &mut Organization,
) -> rusqlite::Result<()> {
    organization.revision += 1;
    let sequence = meta::next_sequence(connection)?;
    connection
        .prepare_cached(
            "UPDATE organizations SET revision = ?2, sequence = ?3, document = ?4 WHERE id = ?1",
        )?
        .execute((
            organization.id.as_str(),
            signed(organization.revision),
            signed(sequence),
            text(organization)?,
        ))?;
    Ok(())
}

/// The organization of an address, if it belongs to one.
pub(crate) fn of_person(
    connection: &Connection,
    email: &str,
) -> rusqlite::Result<Option<OrganizationId>> {
    let id: Option<String> = connection
        .prepare_cached("SELECT organization_id FROM people WHERE email = ?1")?
        .query_row((email.trim().to_lowercase(),), |row| row.get(0))
        .optional()?;
    Ok(id.map(OrganizationId::from))
}

/// Organizations that may be meant: by address, by domain, by a similar name.
pub(crate) fn possible(
    connection: &Connection,
    email: Option<&str>,
    domain: Option<&str>,
    company: &str,
    limit: usize,
) -> rusqlite::Result<Vec<KnownOrganization>> {
    let mut ids: Vec<String> = Vec::new();
    if let Some(email) = email {
        ids.extend(of_person(connection, email)?.map(|id| id.as_str().to_owned()));
    }
    if let Some(domain) = domain.map(matching::domain_key) {
        for question in [
            "SELECT DISTINCT organization_id FROM organization_domains WHERE key = ?1 LIMIT ?2",
            "SELECT DISTINCT organization_id FROM people WHERE domain = ?1 LIMIT ?2",
        ] {
            ids.extend(column(connection, question, &domain, limit)?);
        }
    }
    for key in matching::blocking_keys(company) {
        let question = "SELECT organization_id FROM organization_names WHERE key = ?1 LIMIT ?2";
        ids.extend(column(connection, question, &key, limit)?);
    }
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    ids.truncate(limit);
    ids.iter()
        .filter_map(|id| known(connection, id).transpose())
        .collect()
}

fn column(
    connection: &Connection,
    question: &str,
    value: &str,
    limit: usize,
) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(question)?
        .query_map((value, signed(limit as u64)), |row| row.get(0))?
        .collect()
}

/// An organization with the addresses known in it.
pub(crate) fn known(
    connection: &Connection,
    id: &str,
) -> rusqlite::Result<Option<KnownOrganization>> {
    let Some(organization) = get(connection, &OrganizationId::from(id))? else {
        return Ok(None);
    };
    let mut admin_emails = Vec::new();
    let mut user_emails = Vec::new();
    let mut statement = connection
        .prepare_cached("SELECT email, administrator FROM people WHERE organization_id = ?1")?;
    let mut rows = statement.query((id,))?;
    while let Some(row) = rows.next()? {
        let emails = if row.get(1)? {
            &mut admin_emails
        } else {
            &mut user_emails
        };
        emails.push(row.get(0)?);
    }
    Ok(Some(KnownOrganization {
        organization,
        admin_emails,
        user_emails,
    }))
}

/// Domains that begin so, with their organizations, after a place, in order.
pub(crate) fn with_domain(
    connection: &Connection,
    beginning: &str,
    after: (&str, &str),
    limit: u32,
) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare_cached(
            "SELECT domain, organization_id FROM organization_domains
             WHERE domain >= ?1 AND domain < ?1 || char(1114111)
               AND (domain, organization_id) > (?2, ?3)
             ORDER BY domain, organization_id LIMIT ?4",
        )?
        .query_map((beginning, after.0, after.1, limit), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect()
}

/// What changed after a sequence in the part that operators see, oldest first.
pub(crate) fn changed_after(
    connection: &Connection,
    sequence: u64,
    limit: u32,
) -> rusqlite::Result<Vec<FeedRow>> {
    connection
        .prepare_cached(
            "SELECT id, sequence, deleted, document FROM organizations
             WHERE sequence > ?1 AND visible = 1 ORDER BY sequence LIMIT ?2",
        )?
        .query_map((signed(sequence), limit), FeedRow::read)?
        .collect()
}

pub(crate) fn count(connection: &Connection) -> rusqlite::Result<u64> {
    connection
        .prepare_cached("SELECT count(*) FROM organizations WHERE visible = 1 AND deleted = 0")?
        .query_row((), |row| unsigned(row, 0))
}
