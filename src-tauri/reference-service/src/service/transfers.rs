//! What lies on a transfer code, and what a set-up carries over with one.

use rusqlite::Connection;
use turnup_contract::{TransferAnswer, code};
use turnup_domain::{
    Order, ServiceKind, Setup,
    capabilities::NameRule,
    intent::{Transfer, When},
    order::OrderKind,
};

use super::{Refusal, Service};
use crate::{storage::orders, transfers};

impl Service {
    /// `GET /transfers/{code}`.
    pub fn transfer(&self, typed: &str) -> Result<TransferAnswer, Refusal> {
        self.database.read(|connection| {
            find(connection, typed, &self.capabilities.site_name)?
                .ok_or_else(|| Refusal::of(code::TRANSFER_NOT_FOUND))
        })
    }
}

/// What a set-up carries over: only for an order of that kind, and with Meetings.
pub(super) fn carried_over<'a>(order: &Order, setup: &'a Setup) -> Option<&'a Transfer> {
    let meetings_now = setup
        .services
        .iter()
        .any(|service| service.kind == ServiceKind::Meetings && service.when == When::Now);
    let transfers = order.kind == OrderKind::Transfer && meetings_now;
    setup.transfer.as_ref().filter(|_| transfers)
}

/// The sites on a code, if there is such a code.
pub(super) fn find(
    connection: &Connection,
    typed: &str,
    rule: &NameRule,
) -> rusqlite::Result<Option<TransferAnswer>> {
    let Some(number) = transfers::number_of(typed) else {
        return Ok(None);
    };
    let Some(id) = orders::id_of_number(connection, &number)? else {
        return Ok(None);
    };
    let order = orders::get(connection, &id)?;
    Ok(order.and_then(|order| transfers::of_order(&order, rule)))
}
