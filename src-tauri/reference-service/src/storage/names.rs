//! Table `taken_names`: site and SIP names that nobody else can have.

use rusqlite::{Connection, OptionalExtension};
use turnup_domain::OrderId;

/// Which name space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameKind {
    /// `<name>.webex.com`
    Site,
    /// `<name>.calls.webex.com`
    Sip,
}

impl NameKind {
    fn word(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Sip => "sip",
        }
    }
}

/// Whether another order (or another customer) has the name.
pub(crate) fn is_taken(
    connection: &Connection,
    kind: NameKind,
    name: &str,
    by_other_than: Option<&OrderId>,
) -> rusqlite::Result<bool> {
    let owner: Option<String> = connection
        .prepare_cached("SELECT order_id FROM taken_names WHERE kind = ?1 AND name = ?2")?
        .query_row((kind.word(), name.to_lowercase()), |row| row.get(0))
        .optional()?;
    Ok(owner.is_some_and(|owner| by_other_than.is_none_or(|own| own.as_str() != owner)))
}

/// Takes a name; one that is taken already stays with whom it is.
pub(crate) fn take(
    connection: &Connection,
    kind: NameKind,
    name: &str,
    order: &str,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO taken_names (kind, name, order_id) VALUES (?1, ?2, ?3)
             ON CONFLICT DO NOTHING",
        )?
        .execute((kind.word(), name.to_lowercase(), order))?;
    Ok(())
}
