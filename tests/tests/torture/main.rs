//! Torture: programs that are killed, disks that are full, power that goes, replies that are lost,
//! a network that does what it likes.
//! Every edit that was acknowledged is here or at the service, once.
//!
//! Small here, in full by `cargo xtask torture`, which asks for more through the environment and
//! reads the line that each part ends with.
#![allow(clippy::unwrap_used)]

mod asked;
mod bad_input;
mod edits;
mod fates;
mod jobs;
mod journey;
mod kills;
mod matrix;
#[cfg(target_os = "linux")]
mod power;
mod program;
mod replies;
#[cfg(target_os = "linux")]
mod room;
mod sound;
mod stock;
