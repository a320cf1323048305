//! What a summary says, in the reader's words.

use jiff::{Timestamp, tz::TimeZone};
use turnup_domain::{Capabilities, Draft, Order, problem::Params};

use crate::{Language, Stamp};

/// Who reads the document, where and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Reader {
    /// The language of the document.
    pub language: Language,
    /// When it is printed; the caller's clock.
    pub printed: Timestamp,
    /// The reader's zone, in which times are written (deadlines are in the contact's zone).
    pub zone: TimeZone,
}

/// Something that happened to the order: one row of its timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryEvent {
    /// When.
    pub at: Timestamp,
    /// Who: an e-mail address, or empty for the service itself.
    pub actor: String,
    /// What, such as `mapped`.
    pub code: String,
    /// Values for the sentence.
    pub params: Params,
}

/// A whole summary in the reader's words; it needs only fonts and paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The document's title.
    pub title: String,
    /// The stamp.
    pub stamp: Stamp,
    /// The language it is written in.
    pub language: Language,
}

/// Writes the summary of an order: the service's last word, under it what the draft adds.
#[must_use]
pub fn summary_of(
    order: &Order,
    _draft: Option<&Draft>,
    _timeline: &[SummaryEvent],
    stamp: Stamp,
    _capabilities: Option<&Capabilities>,
    reader: &Reader,
) -> Summary {
    Summary { title: order.number.to_string(), stamp, language: reader.language }
}
