//! Whole orders, from the first e-mail to the provisioned services: the workbench against the
//! real service over loopback.
#![allow(clippy::unwrap_used)]

mod accounts;
#[cfg(target_os = "linux")]
mod bad_disk;
mod bad_service;
mod bad_sign_in;
mod beside;
mod company;
mod customers;
mod damaged;
mod declined;
mod devices;
mod email;
mod expired;
mod exports;
mod hostile;
mod imports;
mod keeping;
mod many;
mod notices;
mod one_after_another;
mod overview;
mod pdf;
mod power_loss;
mod presets;
mod reminders;
mod reviews;
mod saved_views;
mod self_signed;
mod summary;
mod support;
mod transfers;
mod typed;
