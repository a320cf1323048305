//! What the acceptance tests and the tour stand on: a virtual desktop with the real window, and
//! the real service beside the workbench; what tortures them, and how that is counted.
//!
//! Nothing in here decides whether Turnup is right; that is said in `tests/` and in the tour.
#![warn(missing_docs)]

pub mod backlog;
pub mod browser;
#[cfg(target_os = "linux")]
pub mod desktop;
pub mod dice;
#[cfg(target_os = "linux")]
pub mod disk;
pub mod operator;
pub mod problem;
pub mod proxy;
#[cfg(target_os = "linux")]
pub mod story;
pub mod tally;
#[cfg(target_os = "linux")]
pub mod tour;

pub use problem::{Outcome, Problem};
