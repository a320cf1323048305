//! From answers to acts.
use crate::{
    capabilities::Capabilities,
    draft::Draft,
    ids::OrderNumber,
    intent::{Handover, Mapping, Setup},
    order::Order,
    problem::Problem,
};

impl Draft {
    /// The mapping that these answers ask for.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn mapping(
        &self,
        _order: &Order,
        _typed: &OrderNumber,
        _caps: &Capabilities,
    ) -> Result<Mapping, Vec<Problem>> {
        Err(Vec::new())
    }
    /// The set-up that these answers ask for; `None` when there is none to send.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn setup(
        &self,
        _order: &Order,
        _caps: &Capabilities,
    ) -> Result<Option<Setup>, Vec<Problem>> {
        Err(Vec::new())
    }
    /// The hand-over that these answers ask for.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn handover(&self, _order: &Order) -> Result<Handover, Vec<Problem>> {
        Err(Vec::new())
    }
}
