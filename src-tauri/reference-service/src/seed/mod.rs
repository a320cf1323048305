//! The world that a new service begins with: the same for the same seed, with deadlines around
//! now. A few things are always there (`demo`), the rest is drawn.

mod companies;
mod demo;
mod dice;
mod directory;
mod orders;
mod places;
mod progress;

use jiff::Timestamp;
use rusqlite::Connection;
use turnup_contract::checksum::Checksum;
use turnup_domain::{Capabilities, Order};

pub use demo::{ANA, CREATE_ORDER, LUIS, ZURITA_ORDER};

use crate::storage::{meta, orders as table};

/// What the world is made from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct World<'a> {
    pub seed: u64,
    pub orders: u32,
    pub organizations: u32,
    pub now: Timestamp,
    pub capabilities: &'a Capabilities,
}

/// Fills empty tables. Orders whose letters are wanted as files come back.
pub(crate) fn fill(connection: &Connection, world: &World<'_>) -> rusqlite::Result<Vec<Order>> {
    let mut ledger = Ledger::default();
    directory::fill(connection, world, &mut ledger)?;
    let letters = orders::fill(connection, world, &mut ledger)?;
    meta::set(connection, meta::SEQUENCE, &ledger.sequence.to_string())?;
    meta::set(connection, meta::CHECKSUM, &ledger.checksum.hex())?;
    let epoch = format!("{:x}{:x}", world.seed, world.now.as_millisecond());
    meta::set(connection, meta::EPOCH, &epoch)?;
    Ok(letters)
}

/// The feed's sequence and the checksum, while rows are added.
#[derive(Default)]
struct Ledger {
    sequence: u64,
    checksum: Checksum,
}

impl Ledger {
    fn next(&mut self) -> u64 {
        self.sequence += 1;
        self.sequence
    }

    fn add(&mut self, connection: &Connection, order: &mut Order) -> rusqlite::Result<()> {
        order.sequence = self.next();
        self.checksum.toggle(order.id.as_str(), order.revision);
        table::insert(connection, order)
    }
}
