//! The journal of this computer over all orders, filtered, page by page, the newest first.

use jiff::Timestamp;
use rusqlite::named_params;
use turnup_domain::{OrderId, OrderNumber, problem::Params};

use crate::{Result, Store, column, search};

/// Which lines to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JournalQuery {
    /// Part of an order's number, of its customer's name or of an actor's address; empty = all.
    pub text: String,
    /// Patterns of codes (`GLOB`); empty = all.
    pub codes: Vec<String>,
    /// Of one order only.
    pub order: Option<OrderId>,
    /// Not before.
    pub since: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// Older than this line.
    pub before: Option<i64>,
}

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// Rises as the lines are written.
    pub id: i64,
    /// When.
    pub at: Timestamp,
    /// Who: an e-mail address, or empty for the program itself.
    pub actor: String,
    /// What.
    pub code: String,
    /// Values for the sentence.
    pub params: Params,
    /// About which order; it may be gone by now.
    pub order: Option<OrderId>,
    /// Its number, while it is cached.
    pub number: Option<OrderNumber>,
    /// Its customer, while it is cached.
    pub customer: Option<String>,
}

/// Lines of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalPage {
    /// The newest first.
    pub rows: Vec<JournalRow>,
    /// Whether older ones match as well.
    pub more: bool,
}

impl Store {
    /// The newest `limit` lines that match.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn journal(&self, query: &JournalQuery, limit: u32) -> Result<JournalPage> {
        let codes = (!query.codes.is_empty())
            .then(|| serde_json::to_string(&query.codes))
            .transpose()?;
        self.read(|tx| {
            let mut statement = tx.prepare_cached(include_str!("list.sql"))?;
            let mut rows = statement.query(named_params! {
                ":before": query.before,
                ":order": query.order.as_ref().map(OrderId::as_str),
                ":since": query.since.map(column::time),
                ":until": query.until.map(column::time),
                ":codes": codes,
                ":text": query.text.trim().to_lowercase(),
                ":folded": search::fold_for_sorting(query.text.trim()),
                // One more tells whether there is more.
                ":limit": limit.saturating_add(1),
            })?;
            let mut page = Vec::new();
            while let Some(row) = rows.next()? {
                page.push(JournalRow {
                    id: row.get(0)?,
                    at: column::to_time(row.get(1)?),
                    actor: row.get(2)?,
                    code: row.get(3)?,
                    params: serde_json::from_str(&row.get::<_, String>(4)?)?,
                    order: row.get::<_, Option<String>>(5)?.map(OrderId::new),
                    number: row.get::<_, Option<String>>(6)?.map(OrderNumber::new),
                    customer: row.get(7)?,
                });
            }
            let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
            let more = page.len() > wanted;
            page.truncate(wanted);
            Ok(JournalPage { rows: page, more })
        })
    }
}
