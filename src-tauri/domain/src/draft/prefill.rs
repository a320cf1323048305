//! What a fresh wizard suggests.
use crate::{capabilities::Capabilities, draft::Draft, order::Order};

impl Draft {
    /// The answers that a fresh wizard starts with.
    #[must_use]
    pub fn prefilled(_order: &Order, _caps: &Capabilities) -> Draft {
        Draft::default()
    }
}
