//! The words of cells and events, each put together once per export.

use std::collections::HashMap;

use crate::words::Words;

/// Words in one language, kept as they were first said.
pub(super) struct CellWords {
    words: Words,
    said: HashMap<String, String>,
}

impl CellWords {
    pub(super) fn of(language: &str) -> Self {
        Self {
            words: Words::exported(language),
            said: HashMap::new(),
        }
    }

    /// A word; its own id when the catalogue has none.
    pub(super) fn get(&self, id: &str) -> String {
        self.words.get(id)
    }

    /// A word with values in it.
    pub(super) fn with(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.words.with(id, values)
    }

    /// The word for a code: `prefix-code`, else the code itself with blanks.
    pub(super) fn code(&mut self, prefix: &str, code: &str) -> &str {
        let key = format!("{prefix}-{code}");
        let words = &self.words;
        self.said.entry(key).or_insert_with_key(|key| {
            words
                .find(&key.replace('_', "-"))
                .unwrap_or_else(|| code.replace('_', " "))
        })
    }

    /// The name of a country; its code when it is unknown.
    pub(super) fn country(&mut self, code: &str) -> &str {
        let words = &self.words;
        self.said
            .entry(format!("country-{code}"))
            .or_insert_with_key(|key| words.find(key).unwrap_or_else(|| code.to_owned()))
    }
}
