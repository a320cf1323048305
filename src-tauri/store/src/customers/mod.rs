//! End customers. The service gives them no id: a company's name without capitals, accents and
//! width, and its country, are one. Triggers keep what their orders count (`0008_customers.sql`);
//! here is who is whom, the list of them, their notes, and what is known of one.

mod known;
mod listing;

use rusqlite::{Connection, OptionalExtension, Transaction, params};

pub use known::{Colleague, CustomerOrder, CustomerWork};
pub(crate) use listing::Lists;
pub use listing::{Customer, CustomerQuery, CustomerSort, CustomerWindow};

use crate::{
    Result, Store, StoreError,
    connections::Durability,
    search::{fold_for_identity, fold_for_sorting},
    settings,
};

/// A customer as it is spoken of: any spelling that folds to the same name is the same customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerName {
    /// Company name.
    pub company: String,
    /// ISO 3166-1 alpha-2; empty where orders name none.
    pub country: String,
}

impl CustomerName {
    fn key(&self) -> (String, String) {
        key(&self.company, &self.country)
    }

    /// Where its note is kept. A folded name has no line feeds.
    fn note_key(&self) -> String {
        let (name, country) = self.key();
        format!("customer.note.{name}\n{country}")
    }
}

fn key(company: &str, country: &str) -> (String, String) {
    // As SQLite's upper() in the trigger's words: no more than ASCII.
    (fold_for_identity(company), country.to_ascii_uppercase())
}

/// The row of an order's customer; one that is new gets one. The last spelling is the one shown.
pub(crate) fn row_for(connection: &Connection, company: &str, country: &str) -> Result<i64> {
    let (key, country) = key(company, country);
    let known: Option<(i64, String)> = connection
        .prepare_cached("SELECT row, name FROM customers WHERE key = ?1 AND country = ?2")?
        .query_row([&key, &country], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match known {
        Some((row, name)) if name == company => Ok(row),
        Some((row, _)) => {
            connection
                .prepare_cached("UPDATE customers SET name = ?2, name_sort = ?3 WHERE row = ?1")?
                .execute(params![row, company, fold_for_sorting(company)])?;
            Ok(row)
        }
        None => {
            connection
                .prepare_cached(
                    "INSERT INTO customers (key, country, name, name_sort)
                     VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute(params![key, country, company, fold_for_sorting(company)])?;
            Ok(connection.last_insert_rowid())
        }
    }
}

/// The row of a customer, or [`StoreError::NotFound`].
pub(crate) fn row_of(tx: &Transaction<'_>, name: &CustomerName) -> Result<i64> {
    let (key, country) = name.key();
    tx.prepare_cached("SELECT row FROM customers WHERE key = ?1 AND country = ?2")?
        .query_row([key, country], |row| row.get(0))
        .optional()?
        .ok_or(StoreError::NotFound)
}

/// Gives every order that was here before there were customers its own; triggers count them.
pub(crate) fn fill(connection: &Connection) -> Result<()> {
    let mut orders =
        connection.prepare("SELECT row, customer, country FROM orders ORDER BY sequence")?;
    let mut give = connection.prepare("UPDATE orders SET customer_row = ?2 WHERE row = ?1")?;
    let mut rows = orders.query([])?;
    while let Some(row) = rows.next()? {
        let company = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        let country = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
        let customer = row_for(connection, company, country)?;
        give.execute([row.get::<_, i64>(0)?, customer])?;
    }
    Ok(())
}

impl Store {
    /// The note on a customer; empty without one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn customer_note(&self, name: &CustomerName) -> Result<String> {
        Ok(self.setting(&name.note_key())?.unwrap_or_default())
    }

    /// Keeps a note on a customer, durably; an empty one is none. A customer whose orders are all
    /// gone stays as long as it has one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when nobody here has such a customer; or the database cannot be
    /// written.
    pub fn keep_customer_note(&self, name: &CustomerName, note: &str) -> Result<()> {
        self.write(Durability::Full, |tx| {
            let row = row_of(tx, name)?;
            let note = (!note.is_empty()).then_some(note);
            settings::set(tx, &name.note_key(), note)?;
            if note.is_none() {
                tx.prepare_cached("DELETE FROM customers WHERE row = ?1 AND orders = 0")?
                    .execute([row])?;
            }
            Ok(())
        })
    }
}
