//! What is known of one customer from its orders: documents, drafts, and what the finder showed.
//! And of colleagues: who has how many open orders.

use rusqlite::{Transaction, params};
use turnup_domain::{Draft, MatchAnswer, Order, Status};

use super::{CustomerName, row_of};
use crate::{Result, Store, orders::columns};

/// One order of a customer with what was made of it here.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerOrder {
    /// The service's last word.
    pub order: Order,
    /// The operator's edit.
    pub draft: Option<Draft>,
    /// What the finder showed last for the customer's organization.
    pub found: Option<MatchAnswer>,
}

/// Orders of a customer.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerWork {
    /// What closes first comes first.
    pub orders: Vec<CustomerOrder>,
    /// There are more than were read.
    pub more: bool,
}

/// Somebody on whom orders were put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// E-mail address, in lower case.
    pub email: String,
    /// Open orders that are theirs.
    pub open: u32,
}

impl Store {
    /// The first orders of a customer, at most so many. What of it cannot be read is left out.
    ///
    /// # Errors
    /// [`crate::StoreError::NotFound`] when nobody here has such a customer; or the database cannot
    /// be read.
    pub fn customer_work(&self, name: &CustomerName, most: u32) -> Result<CustomerWork> {
        self.read(|tx| {
            let row = row_of(tx, name)?;
            let mut orders = work(tx, row, most.saturating_add(1))?;
            let more = orders.len() > most as usize;
            orders.truncate(most as usize);
            Ok(CustomerWork {
                orders: orders.into_iter().flatten().collect(),
                more,
            })
        })
    }

    /// Everybody on whom an order was put, with how many open ones they have; by address.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn colleagues(&self) -> Result<Vec<Colleague>> {
        self.read(|tx| {
            let mut statement = tx.prepare_cached(
                "SELECT assignee, status, sum(orders) FROM tallies WHERE assignee <> ''
                 GROUP BY assignee, status ORDER BY assignee",
            )?;
            let mut rows = statement.query([])?;
            let mut colleagues: Vec<Colleague> = Vec::new();
            while let Some(row) = rows.next()? {
                let email: String = row.get(0)?;
                let status = Status::from(row.get::<_, String>(1)?.as_str());
                let orders: u32 = row.get(2)?;
                if colleagues.last().is_none_or(|last| last.email != email) {
                    colleagues.push(Colleague { email, open: 0 });
                }
                if let Some(last) = colleagues.last_mut()
                    && columns::stage(&status) == 0
                {
                    last.open += orders;
                }
            }
            Ok(colleagues)
        })
    }
}

/// Each order that can be read; a place for each that cannot.
fn work(tx: &Transaction<'_>, row: i64, most: u32) -> Result<Vec<Option<CustomerOrder>>> {
    let mut statement = tx.prepare_cached(
        "SELECT d.document, w.document, f.answer
         FROM orders o JOIN documents d ON d.order_row = o.row
         LEFT JOIN drafts w ON w.order_row = o.row
         LEFT JOIN findings f ON f.order_row = o.row AND f.role = 'customer'
         WHERE o.customer_row = ?1 ORDER BY o.deadline_key LIMIT ?2",
    )?;
    let mut rows = statement.query(params![row, most])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let document = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        let draft: Option<String> = row.get(1)?;
        let answer: Option<String> = row.get(2)?;
        let order = serde_json::from_str(document).ok();
        found.push(order.map(|order| CustomerOrder {
            order,
            draft: draft.and_then(|text| serde_json::from_str(&text).ok()),
            found: answer.and_then(|text| serde_json::from_str(&text).ok()),
        }));
    }
    Ok(found)
}
