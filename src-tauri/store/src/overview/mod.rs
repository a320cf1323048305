//! What a lead wants to see of all orders at once: how many are open and for how long, what
//! closes when, what was provisioned, where orders hang and why they failed.
//!
//! Triggers keep the counts by quarters of an hour; the quarter that "now" cuts in two is counted
//! row by row, so that every figure equals what the list holds at the same instant.
//!
//! Not here: which days and weeks are shown, and every word.

mod age;
mod closing;
mod ended;
mod failures;
mod waiting;

use jiff::{Timestamp, civil::Date};
use turnup_domain::{OrderId, OrderNumber};

use crate::{Result, Store};

pub use age::{AGES, OpenOrders};
pub use closing::{Closing, ClosingDay};
pub use ended::{Provisioned, ProvisionedWeek};
pub use failures::{FailedOrders, RefusedActs};
pub use waiting::{DraftsAtStep, Longest, Waiting};

/// What to count.
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewQuery {
    /// The instant at which it is judged.
    pub now: Timestamp,
    /// Closing days after this one are counted together.
    pub last_day: Date,
    /// Where weeks begin, in rising order; the last one is where the last week ends.
    pub weeks: Vec<Timestamp>,
}

/// The figures over all orders.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// Orders of any kind.
    pub orders: u32,
    /// Open orders by the one word on them and their age.
    pub open: Vec<OpenOrders>,
    /// What closes when.
    pub closing: Closing,
    /// What was provisioned when.
    pub provisioned: Provisioned,
    /// How long open orders wait in each state; in the sequence of `open`.
    pub waiting: Vec<Waiting>,
    /// Drafts by the step they stand on, the most first.
    pub drafts: Vec<DraftsAtStep>,
    /// Acts that the service refused, by its code, the most first.
    pub refused: Vec<RefusedActs>,
    /// Orders of which something failed, by the first step that did, the most first.
    pub failed: Vec<FailedOrders>,
}

/// An order as it is spoken of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderName {
    /// Its id.
    pub id: OrderId,
    /// Its number.
    pub number: OrderNumber,
    /// The end customer's company.
    pub customer: String,
}

/// Seconds of a quarter of an hour.
const QUARTER: i64 = 900;

/// The quarter of an hour that holds a time.
fn quarter_of(at: Timestamp) -> i64 {
    at.as_second().div_euclid(QUARTER)
}

impl Store {
    /// The figures over all orders.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn overview(&self, query: &OverviewQuery) -> Result<Overview> {
        self.read(|tx| {
            let open = age::open_orders(tx, query.now)?;
            Ok(Overview {
                orders: tx
                    .prepare_cached("SELECT coalesce(sum(orders), 0) FROM tallies")?
                    .query_row([], |row| row.get(0))?,
                closing: closing::closing(tx, query.now, query.last_day)?,
                provisioned: ended::provisioned(tx, &query.weeks)?,
                waiting: waiting::waiting(tx, &open)?,
                drafts: waiting::drafts(tx)?,
                refused: failures::refused(tx)?,
                failed: failures::failed(tx)?,
                open,
            })
        })
    }
}
