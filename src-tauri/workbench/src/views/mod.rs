//! Plain structures that cross to a user interface. Never a domain type, no words for people:
//! codes, parameters, RFC 3339 times and ISO codes, which the interface puts into words.
#![allow(
    missing_docs,
    reason = "every field is named after what it holds; the structs say the rest"
)]

mod customers;
mod draft;
mod exports;
mod finder;
mod imports;
mod journal;
mod keeping;
mod many;
mod order;
mod orders;
mod overview;
mod presets;
mod reviews;
mod saved;
mod session;
mod synced;
mod transfers;

pub use customers::*;
pub use draft::*;
pub use exports::*;
pub use finder::*;
pub use imports::*;
pub use journal::*;
pub use keeping::*;
pub use many::*;
pub use order::*;
pub use orders::*;
pub use overview::*;
pub use presets::*;
pub use reviews::*;
pub use saved::*;
pub use session::*;
pub use synced::*;
pub use transfers::*;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// Something wrong with one field: pointer into [`DraftForm`], code, values for the sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ProblemView {
    pub pointer: String,
    pub code: String,
    pub params: BTreeMap<String, String>,
    /// The wizard's step on which it can be mended.
    pub step: String,
}

/// A reason, a flag, a warning or an entry of a journal: code and values for its sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Sentence {
    pub code: String,
    pub params: BTreeMap<String, String>,
}

impl Sentence {
    pub(crate) fn new(code: &str, params: &[(&str, &str)]) -> Self {
        Self {
            code: code.to_owned(),
            params: params
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        }
    }
}
