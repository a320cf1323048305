//! The protocol over HTTP: the only folder that knows HTTP, TLS and OAuth. What comes out of it
//! is an [`turnup_contract::Answer`]; no status code and no header leaves it otherwise.

mod answers;
mod client;
#[doc(hidden)]
pub mod decoders;
pub mod device;
mod events;
mod failures;
mod loopback;
mod network;
mod oauth;
mod page;
mod parts;
mod retry_after;
mod service;
mod session;
pub mod sign_in;
mod skew;

#[cfg(test)]
pub(crate) mod fake_server;
#[cfg(test)]
mod tests;

pub use network::{Limits, Network, NoProxyAddress, Proxy, ProxyAddress};
pub use service::HttpService;
