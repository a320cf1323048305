//! What a list shows of an order beyond its row: read from the document, for the few rows that
//! are in sight and only when somebody wants to see it.

use jiff::civil::Date;
use rusqlite::OptionalExtension;
use serde::Deserialize;
use turnup_domain::{OrderId, order::OrderKind};

use crate::{Result, Store};

/// Facts of a row that are not kept in the list itself.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct RowFacts {
    /// Subscription id.
    pub subscription: String,
    /// Why the order exists.
    pub kind: OrderKind,
    /// The day the customer wants to begin.
    #[serde(default)]
    pub requested_start: Option<Date>,
    /// Who was asked to provision it.
    contact: Contact,
    /// The note that colleagues share.
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    mapping: Option<Mapping>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Contact {
    #[serde(default)]
    name: String,
    email: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Mapping {
    #[serde(default)]
    partner: Option<Mapped>,
    customer: Mapped,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Mapped {
    name: String,
}

impl RowFacts {
    /// The provisioning contact's name, else the address.
    #[must_use]
    pub fn contact(&self) -> &str {
        let name = self.contact.name.trim();
        if name.is_empty() {
            &self.contact.email
        } else {
            name
        }
    }

    /// The partner's organization, once it is mapped.
    #[must_use]
    pub fn partner(&self) -> Option<&str> {
        let mapping = self.mapping.as_ref()?;
        mapping.partner.as_ref().map(|mapped| mapped.name.as_str())
    }

    /// The customer's organization, once it is mapped.
    #[must_use]
    pub fn organization(&self) -> Option<&str> {
        let mapping = self.mapping.as_ref()?;
        Some(mapping.customer.name.as_str())
    }
}

impl Store {
    /// The facts of some orders, in their sequence; `None` for one that is not here.
    ///
    /// # Errors
    /// When the database or a document cannot be read.
    pub fn row_facts<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i OrderId>,
    ) -> Result<Vec<Option<RowFacts>>> {
        self.read(|tx| {
            let mut statement = tx.prepare_cached(
                "SELECT d.document FROM orders o JOIN documents d ON d.order_row = o.row
                 WHERE o.id = ?1",
            )?;
            let facts = ids.into_iter().map(|id| {
                let read =
                    |row: &rusqlite::Row<'_>| Ok(serde_json::from_str(row.get_ref(0)?.as_str()?));
                let found = statement.query_row([id.as_str()], read).optional()?;
                Ok(found.transpose()?)
            });
            facts.collect()
        })
    }
}
