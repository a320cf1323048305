//! Delta feeds: documents and tombstones in the service's sequence.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, de::Error};
use turnup_domain::{Order, Organization};
use utoipa::ToSchema;

/// Something that is not there any more, or not ours to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Tombstone {
    /// The id it had.
    pub id: String,
    /// Always true.
    #[serde(deserialize_with = "only_true")]
    pub deleted: bool,
    /// Place in the feed.
    pub sequence: u64,
}

/// What says that it is *not* deleted is a document, perhaps of a newer service.
fn only_true<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    match bool::deserialize(deserializer)? {
        true => Ok(true),
        false => Err(D::Error::custom("a tombstone that is not deleted")),
    }
}

/// A document or its tombstone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum FeedItem<T> {
    /// Gone.
    Deleted(Tombstone),
    /// There.
    Document(Box<T>),
}

/// One page of a feed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FeedPage<T> {
    /// In the service's sequence.
    pub items: Vec<FeedItem<T>>,
    /// Ask with this next; opaque.
    pub next_cursor: String,
    /// Whether more waits right now.
    pub has_more: bool,
    /// The sequence up to which this page tells everything.
    pub as_of: u64,
    /// How many documents the whole feed has, when the service knows; for progress.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
}

/// The orders' feed page.
pub type OrdersPage = FeedPage<Order>;
/// The directory's feed page.
pub type OrganizationsPage = FeedPage<Organization>;

/// Counts and checksum over all orders that the operator may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OrdersSummary {
    /// Compare only with what was pulled up to this sequence.
    pub as_of: u64,
    /// Orders by status.
    pub counts: BTreeMap<String, u64>,
    /// XOR over the orders of the first 8 bytes of SHA-256(`id:revision`), 16 hex digits.
    pub checksum: String,
}

/// What a nudge of `GET /events` says: how far the orders' feed is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Nudge {
    /// The sequence of the feed's last item.
    pub as_of: u64,
}
