//! The engine between the cache and the provisioning service: pull, push, compare, and the
//! worker that keeps them going. The folder [`http`] alone knows HTTP and OAuth; the engine
//! speaks to any [`turnup_contract::ProvisioningService`]. Tokens come in through a
//! [`TokenStore`]: no keyring, no window and no words for people are in here (but for the one
//! page that the browser shows at the end of signing in).
#![warn(missing_docs)]

pub mod backoff;
pub mod cancel;
pub mod clock;
pub mod engine;
pub mod http;
pub mod origin;
pub mod tokens;
pub mod worker;

#[cfg(test)]
mod testing;

pub use cancel::Cancel;
pub use clock::{Clock, Random, SystemClock, SystemRandom};
pub use engine::{Engine, Evidence, Progress, SyncReport, SyncStep, SyncStop};
pub use http::{
    HttpService, Limits, Network, NoProxyAddress, Proxy, ProxyAddress, device, sign_in,
};
pub use origin::AddressError;
pub use tokens::{TokenStore, Tokens};
pub use worker::{Connection, SyncEvent, Worker};
