//! The list of customers: any sort, any window. Its sequence is read once and kept until something
//! changes, so that a window is a slice at any depth.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, Transaction, params_from_iter, types::Value};
use turnup_domain::Status;

use super::{CustomerName, row_of};
use crate::{
    Result, Store, StoreError, column,
    orders::columns::{FIRST_RESTING_KEY, first_key_at, row_of_key},
    search::{fold_for_identity, fold_for_sorting},
};

/// Lists that are kept.
const KEPT: usize = 4;
/// Rows of one window at most.
const WIDEST: u32 = 200;
/// Words of a search that are looked at.
const MOST_WORDS: usize = 12;

/// By what customers are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CustomerSort {
    /// Company name.
    #[default]
    Name,
    /// How many open orders it has, then how many in all.
    Orders,
    /// Whose order closes first comes first; those of whom nothing closes come last, either way.
    Deadline,
}

/// Which customers to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerQuery {
    /// As typed: every word must be in the name, whatever its capitals and accents.
    pub text: String,
    /// By what.
    pub sort: CustomerSort,
    /// The other way round.
    pub descending: bool,
    /// First row of the window.
    pub offset: u32,
    /// Rows of the window.
    pub limit: u32,
}

/// A window onto the customers.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerWindow {
    /// The rows from the offset on.
    pub rows: Vec<Customer>,
    /// Customers that match in all.
    pub total: u32,
}

/// A customer and what its orders count.
#[derive(Debug, Clone, PartialEq)]
pub struct Customer {
    /// Name and country, as the order that came last writes them.
    pub name: CustomerName,
    /// Orders in all.
    pub orders: u32,
    /// Those that are open.
    pub open: u32,
    /// Those that are provisioned, wholly or with errors.
    pub provisioned: u32,
    /// The order that closes first, if one closes.
    pub next: Option<NextDeadline>,
    /// The last moment that any of its orders told of.
    pub changed_at: Option<Timestamp>,
}

/// When the next order of a customer closes.
#[derive(Debug, Clone, PartialEq)]
pub struct NextDeadline {
    /// Its status.
    pub status: Status,
    /// When it closes.
    pub closes_at: Timestamp,
    /// IANA zone in which that is read.
    pub contact_zone: Option<String>,
}

#[derive(Clone, PartialEq)]
struct Selection {
    /// Each word in both foldings.
    words: Vec<(String, String)>,
    sort: CustomerSort,
    descending: bool,
}

impl Selection {
    fn of(query: &CustomerQuery) -> Self {
        let words = query.text.split_whitespace().take(MOST_WORDS);
        Self {
            words: words
                .map(|word| (fold_for_identity(word), fold_for_sorting(word)))
                .filter(|(key, _)| !key.is_empty())
                .collect(),
            sort: query.sort,
            descending: query.descending,
        }
    }

    fn read(&self, tx: &Transaction<'_>) -> Result<Vec<u32>> {
        let mut sql = "SELECT row FROM customers WHERE 1".to_owned();
        let mut values = Vec::new();
        for (key, latin) in &self.words {
            // A word without Latin letters of its own is sought as it is written.
            sql += match latin.is_empty() {
                true => " AND instr(key, ?) > 0",
                false => " AND (instr(key, ?) > 0 OR instr(name_sort, ?) > 0)",
            };
            values.push(Value::from(key.clone()));
            if !latin.is_empty() {
                values.push(Value::from(latin.clone()));
            }
        }
        let way = if self.descending { "DESC" } else { "ASC" };
        sql += &match self.sort {
            CustomerSort::Name => format!(" ORDER BY name_sort {way}, row {way}"),
            CustomerSort::Orders => {
                format!(" ORDER BY open {way}, orders {way}, name_sort, row")
            }
            CustomerSort::Deadline => {
                values.push(Value::from(first_key_at(None)));
                format!(" ORDER BY next_key >= ?, next_key {way}, name_sort, row")
            }
        };
        let mut statement = tx.prepare_cached(&sql)?;
        let rows = statement
            .query_map(params_from_iter(values), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }
}

/// The lists that were looked at last.
#[derive(Default)]
pub(crate) struct Lists {
    kept: Mutex<VecDeque<Kept>>,
}

/// The state of the database that it was read in, what was asked, the rows in their sequence.
type Kept = (u64, Selection, Arc<Vec<u32>>);

impl Lists {
    fn find(&self, selection: &Selection, stamp: u64) -> Option<Arc<Vec<u32>>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(at, _, _)| *at == stamp);
        let found = kept.iter().find(|(_, one, _)| one == selection);
        found.map(|(_, _, rows)| Arc::clone(rows))
    }

    fn keep(&self, selection: Selection, stamp: u64, rows: &Arc<Vec<u32>>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back((stamp, selection, Arc::clone(rows)));
        if kept.len() > KEPT {
            kept.pop_front();
        }
    }
}

impl Store {
    /// A window onto the customers.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn customers(&self, query: &CustomerQuery) -> Result<CustomerWindow> {
        let selection = Selection::of(query);
        let stamp = self.changes();
        let lists = &self.inner.customer_lists;
        self.read(|tx| {
            let rows = match lists.find(&selection, stamp) {
                Some(rows) => rows,
                None => {
                    let rows = Arc::new(selection.read(tx)?);
                    lists.keep(selection.clone(), stamp, &rows);
                    rows
                }
            };
            let window = rows.iter().skip(query.offset as usize);
            let mut customers = Vec::new();
            for row in window.take(query.limit.min(WIDEST) as usize) {
                customers.extend(customer(tx, i64::from(*row))?);
            }
            Ok(CustomerWindow {
                rows: customers,
                total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            })
        })
    }

    /// One customer.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when nobody here has such a customer; or the database cannot be
    /// read.
    pub fn customer(&self, name: &CustomerName) -> Result<Customer> {
        self.read(|tx| {
            let row = row_of(tx, name)?;
            customer(tx, row)?.ok_or(StoreError::NotFound)
        })
    }
}

fn customer(tx: &Transaction<'_>, row: i64) -> Result<Option<Customer>> {
    let found: Option<(Customer, i64)> = tx
        .prepare_cached(
            "SELECT name, country, orders, open, provisioned, changed_at, next_key
             FROM customers WHERE row = ?1",
        )?
        .query_row([row], customer_row)
        .optional()?;
    let Some((mut customer, key)) = found else {
        return Ok(None);
    };
    // Orders that wait without a deadline come behind all that have one.
    if key < first_key_at(None).min(FIRST_RESTING_KEY) {
        customer.next = tx
            .prepare_cached("SELECT status, closes_at, contact_zone FROM orders WHERE row = ?1")?
            .query_row([row_of_key(key)], |row| {
                let closes_at: Option<i64> = row.get(1)?;
                let status: String = row.get(0)?;
                let contact_zone = row.get(2)?;
                Ok(closes_at.map(|at| NextDeadline {
                    status: Status::from(status.as_str()),
                    closes_at: column::to_time(at),
                    contact_zone,
                }))
            })
            .optional()?
            .flatten();
    }
    Ok(Some(customer))
}

fn customer_row(row: &Row<'_>) -> rusqlite::Result<(Customer, i64)> {
    let changed_at: i64 = row.get(5)?;
    let customer = Customer {
        name: CustomerName {
            company: row.get(0)?,
            country: row.get(1)?,
        },
        orders: row.get(2)?,
        open: row.get(3)?,
        provisioned: row.get(4)?,
        next: None,
        changed_at: (changed_at > 0).then(|| column::to_time(changed_at)),
    };
    Ok((customer, row.get(6)?))
}
