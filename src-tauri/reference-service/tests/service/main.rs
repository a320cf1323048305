//! The service over real HTTP on a free port: each call's happy path and its refusals.
#![allow(clippy::unwrap_used)]

mod binary;
mod client;
mod device;
mod directory;
mod events;
mod faults;
mod feed;
mod handing;
mod idempotency;
mod letters;
mod mapping;
mod protocol;
mod restart;
mod reviews;
mod setup;
mod sign_in;
mod transfers;
