//! The reference provisioning service: [`spawn`] it on a loopback port, or run `turnup-service`.
//!
//! It speaks the whole protocol over a SQLite file (or memory), on seeded data that is the same
//! for the same seed. What the trade says (validation, matching, transitions) is asked of
//! `turnup-domain`; what is written here is only what a service adds: identity of requests,
//! the feed's sequence, sign-in, the passing of time, letters. Handlers know HTTP, [`service`]
//! knows acts, `storage` knows SQL, and none of them knows another's trade.
//!
//! Not here: real tenants, more than one team of operators.
#![warn(missing_docs)]

mod capabilities;
mod clock;
mod config;
mod desk;
mod faults;
mod http;
mod mail;
mod running;
mod seed;
mod service;
mod storage;
mod transfers;
mod words;

pub use clock::Clock;
pub use config::{Config, SpawnError};
pub use desk::Desk;
pub use faults::{Fault, FaultKind};
pub use http::seen::SeenRequest;
pub use running::{Running, spawn};
pub use seed::{ANA, CREATE_ORDER, LUIS, ZURITA_ORDER};
pub use storage::acts::RecordedAct;
