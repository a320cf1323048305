//! Questions about one order or operation.

use turnup_contract::code;
use turnup_domain::{
    OperationId, OrderId,
    order::{ActivityEntry, Operation},
};

use super::{Refusal, Service};
use crate::storage::{activity, acts, operations, orders};

impl Service {
    /// `GET /orders/{id}/activity`, oldest first.
    pub fn activity(&self, id: &OrderId) -> Result<Vec<ActivityEntry>, Refusal> {
        self.pass_time()?;
        self.database.read(|connection| {
            if orders::get(connection, id)?.is_none() {
                return Err(Refusal::of(code::NOT_FOUND));
            }
            Ok(activity::of_order(connection, id)?)
        })
    }

    /// `GET /operations/{id}`.
    pub fn operation(&self, id: &OperationId) -> Result<Operation, Refusal> {
        self.pass_time()?;
        self.database
            .read(|connection| operations::get(connection, id).map_err(Refusal::from))?
            .map(|stored| stored.operation)
            .ok_or_else(|| Refusal::of(code::NOT_FOUND))
    }

    /// Every act on an order that took effect; for tests.
    pub fn acts(&self, id: &OrderId) -> Result<Vec<acts::RecordedAct>, Refusal> {
        self.database
            .read(|connection| Ok(acts::of_order(connection, id)?))
    }
}
