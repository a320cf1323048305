//! The provisioning protocol, version 1: the wire types beyond the domain's documents, the
//! problem codes, and [`ProvisioningService`], which clients and services implement alike.
//! No HTTP library and no storage: how a request travels is its carrier's business.
#![warn(missing_docs)]

pub mod auth;
pub mod checksum;
pub mod feed;
pub mod openapi;
pub mod paths;
pub mod problem;
pub mod requests;
pub mod service;
pub mod transfers;

pub use auth::{AuthorizationMetadata, DeviceAuthorization, Me, TokenResponse};
pub use feed::{FeedItem, FeedPage, Nudge, OrdersSummary, Tombstone};
pub use problem::{ProblemBody, code};
pub use requests::*;
pub use service::{Answer, CallError, ProvisioningService, ProxyTrouble, Written};
pub use transfers::{TransferAnswer, TransferService, TransferSite};
