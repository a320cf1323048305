//! What other people do to orders and organizations: the seller withdraws, access is lost, an
//! organization changes. No call of the protocol leads here; tests do.

use turnup_contract::code;
use turnup_domain::{Order, OrderId, Organization, OrganizationId, problem::Params, state::Act};

use super::{Refusal, Service, time};
use crate::storage::{
    orders::{self, Change},
    organizations,
    timers::{self, TimerKind},
};

impl Service {
    /// The seller withdraws an order.
    pub fn withdraw(&self, id: &OrderId) -> Result<Order, Refusal> {
        self.pass_time()?;
        let now = self.now();
        self.database.write(|connection| {
            let mut order =
                orders::get(connection, id)?.ok_or_else(|| Refusal::of(code::NOT_FOUND))?;
            order.status = order.status.after(&Act::Cancel).map_err(Refusal::of)?;
            timers::clear(connection, id, TimerKind::Deadline)?;
            timers::clear(connection, id, TimerKind::Approval)?;
            orders::save(connection, &mut order, Change::Business)?;
            time::happened(connection, id, "cancelled", Params::new(), now)?;
            Ok(order)
        })
    }

    /// The operators may not see an order any more: a tombstone is left in the feed.
    pub fn take_away(&self, id: &OrderId) -> Result<(), Refusal> {
        self.database.write(|connection| {
            let order = orders::get(connection, id)?.ok_or_else(|| Refusal::of(code::NOT_FOUND))?;
            Ok(orders::delete(connection, &order)?)
        })
    }

    /// Something about an organization changes, and with it its revision.
    pub fn change_organization(
        &self,
        id: &OrganizationId,
        change: impl FnOnce(&mut Organization),
    ) -> Result<Organization, Refusal> {
        self.database.write(|connection| {
            let mut organization =
                organizations::get(connection, id)?.ok_or_else(|| Refusal::of(code::NOT_FOUND))?;
            change(&mut organization);
            organizations::save(connection, &mut organization)?;
            Ok(organization)
        })
    }
}
