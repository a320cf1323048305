//! The trade, pure: what an order, an organization, a draft and a rule are, and what follows
//! from them. No I/O, no clock (`now` is a parameter), no randomness, no words for people:
//! every judgement leaves here as a code with parameters.
//!
//! The serde shapes of the documents are those of the provisioning protocol, so that the
//! contract can carry them; what a newer service adds is kept in `extra` or in an
//! `Unknown(..)` variant and goes back as it came.
#![warn(missing_docs)]

mod open_enum;

pub mod capabilities;
pub mod draft;
pub mod ids;
pub mod intent;
pub mod matching;
pub mod order;
pub mod organization;
pub mod preset;
pub mod problem;
pub mod query;
pub mod reconcile;
pub mod state;
pub mod steps;
pub mod transfer;
pub mod validation;

#[cfg(test)]
mod testing;

pub use capabilities::Capabilities;
pub use draft::{Draft, OrganizationChoice};
pub use ids::{IntentId, LineId, OperationId, OrderId, OrderNumber, OrganizationId, ReviewId};
pub use intent::{Handover, Mapping, Setup};
pub use order::{Order, ServiceKind, Status};
pub use organization::{Candidate, MatchAnswer, Organization, Outcome};
pub use problem::Problem;
