//! The paths of the protocol, for clients, services and tests of every call.

/// Everything lies below.
pub const BASE: &str = "/v1";
/// RFC 8414, at the origin.
pub const METADATA: &str = "/.well-known/oauth-authorization-server";
/// Header of every write but checks, match and search.
pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";
/// Header of a replayed answer.
pub const IDEMPOTENCY_REPLAYED: &str = "Idempotency-Replayed";
/// The public client id of the desktop.
pub const CLIENT_ID: &str = "turnup-desktop";
