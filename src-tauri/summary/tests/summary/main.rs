//! Real documents, looked at with the tools that readers' machines use.
#![allow(clippy::unwrap_used)]

mod content;
mod joined;
mod layout;
mod orders;
mod scripts;
mod tools;
