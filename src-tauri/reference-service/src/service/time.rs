//! The passing of time: deadlines, approvals and the steps of operations happen when somebody
//! looks, at the time they were due.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rusqlite::Connection;
use turnup_domain::{Capabilities, Order, OrderId, Status, problem::Params, state::Act};

use super::{Refusal, Service};
use crate::storage::{
    activity::{self, Entry},
    orders::{self, Change},
    timers::{self, Due, TimerKind},
};

/// The end of the last day on which an order can be completed, in the contact's zone.
pub(crate) fn calendar_deadline(
    mail_sent: Date,
    offer: &str,
    zone: &TimeZone,
    capabilities: &Capabilities,
) -> Option<Timestamp> {
    let days = i64::from(capabilities.days_to_close(offer)?);
    let last = mail_sent.checked_add(jiff::Span::new().days(days)).ok()?;
    last.at(23, 59, 59, 0)
        .to_zoned(zone.clone())
        .ok()
        .map(|zoned| zoned.timestamp())
}

impl Service {
    /// Lets everything happen that was due by now.
    pub(super) fn pass_time(&self) -> Result<(), Refusal> {
        let now = self.now();
        let due = self
            .database
            .read(|connection| timers::next_due(connection, now).map_err(Refusal::from))?;
        if due.is_none() {
            return Ok(());
        }
        self.database.write(|connection| {
            while let Some(due) = timers::next_due(connection, now)? {
                timers::clear(connection, &due.order, due.kind)?;
                self.happen(connection, &due)?;
            }
            Ok(())
        })
    }

    fn happen(&self, connection: &Connection, due: &Due) -> Result<(), Refusal> {
        let Some(order) = orders::get(connection, &due.order)? else {
            return Ok(());
        };
        match due.kind {
            TimerKind::Deadline => self.close(connection, order, due.at),
            TimerKind::Approval => self.answer_approval(connection, order, due.at),
            TimerKind::Step => self.end_step(connection, order, due.at),
        }
    }

    fn close(
        &self,
        connection: &Connection,
        mut order: Order,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        if let Ok(closed) = order.status.after(&Act::Close) {
            order.status = closed;
            orders::save(connection, &mut order, Change::Business)?;
            happened(connection, &order.id, "closed", Params::new(), at)?;
        }
        Ok(())
    }
}

/// Sets the deadline's timer, as long as the order can still close.
pub(super) fn watch_deadline(connection: &Connection, order: &Order) -> rusqlite::Result<()> {
    match order.closes_at {
        Some(at) if order.status == Status::AwaitingDetails => {
            timers::set(connection, &order.id, TimerKind::Deadline, at)
        }
        _ => Ok(()),
    }
}

/// Writes down something that the service did by itself.
pub(super) fn happened(
    connection: &Connection,
    order: &OrderId,
    code: &str,
    params: Params,
    at: Timestamp,
) -> rusqlite::Result<()> {
    activity::add(
        connection,
        &Entry {
            order,
            at,
            actor: "",
            code,
            params,
            intent: None,
        },
    )
}
