//! The store on real files in temporary folders.
#![allow(clippy::unwrap_used)]

mod backups;
mod basis;
mod customers;
mod customers_kept;
mod faults;
mod journal;
mod list;
mod local_work;
mod mirror;
mod notices;
mod opening;
mod outbox;
mod overview;
mod overview_kept;
mod reconciling;
mod restoring;
mod salvaging;
mod samples;
mod schema;
mod search;
mod searching;
mod small_tables;
mod walking;
