//! Secrets of the operator: in the keyring of the operating system, or in memory for this run
//! when the keyring is locked, missing or fails. A lost secret costs a new sign-in, nothing
//! else; so every failure here is a state to tell about, never a reason to stop.
//!
//! Not here: what the secrets are for, files, the network. Nothing is ever written elsewhere.
#![warn(missing_docs)]

mod native;
mod problem;
mod secret;
mod thread;
mod vault;

pub use problem::KeyringProblem;
pub use secret::Secret;
pub use vault::{Kept, Vault};

/// Windows keeps 2,560 bytes per entry: what is longer is not put into any keyring.
pub const LONGEST_SECRET: usize = 2400;
