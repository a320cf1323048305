//! The protocol over HTTP: the only folder that knows HTTP, TLS and OAuth. What comes out of it
//! is an [`turnup_contract::Answer`]; no status code and no header leaves it otherwise.

mod answers;
mod client;
mod failures;
mod loopback;
mod oauth;
mod page;
mod retry_after;
mod service;
mod session;
pub mod sign_in;

#[cfg(test)]
mod fake_server;
#[cfg(test)]
mod tests;

pub use service::{HttpService, Limits};
