//! Something that is wrong with one field, as a code: the words are made where people read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Values for a sentence, by name. Numbers stand as text.
pub type Params = BTreeMap<String, String>;

/// One problem of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// JSON pointer into the draft's answers, such as `/meetings/sites/0/name`.
    pub pointer: String,
    /// Stable, snake case, such as `required`, `too_long`, `site_name_taken`.
    pub code: String,
    /// Values for the sentence, such as `{max: 63}`.
    #[serde(default)]
    pub params: Params,
}

impl Problem {
    /// A problem without parameters.
    #[must_use]
    pub fn new(pointer: impl Into<String>, code: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.into(),
            params: Params::new(),
        }
    }

    /// The same with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}
