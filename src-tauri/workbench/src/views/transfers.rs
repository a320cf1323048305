//! Transfer codes, as the window shows them.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What lies on a transfer code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TransferView {
    /// `found`, `unknown` (no such code) or `unasked` (the service could not be asked).
    pub outcome: String,
    pub code: String,
    /// Hosts of the sites that move.
    pub sites: Vec<String>,
    pub rows: Vec<TransferRow>,
}

/// One service on the sites against the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TransferRow {
    /// Its kind.
    pub service: String,
    /// As on the quote.
    pub name: String,
    pub ordered: u32,
    /// In use on all sites together.
    pub found: u32,
    /// `same`, `fewer`, `more`, `missing`, `not_ordered`.
    pub verdict: String,
}
