//! From a summary to the bytes of a document.

use std::path::Path;

use crate::Summary;

/// The font files that a typesetter works with. They stay in memory until the program ends.
#[derive(Debug, Clone)]
pub struct Fonts;

/// Sets summaries; made once, because it parses the fonts.
#[derive(Debug)]
pub struct Typesetter;

/// A finished document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
}

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum SummaryError {
    /// A font file is missing, unreadable or no font.
    #[error("font {file}: {detail}")]
    Font {
        /// The file.
        file: String,
        /// What is wrong with it.
        detail: String,
    },
    /// The document could not be written.
    #[error("document: {0}")]
    Document(String),
}

impl Fonts {
    /// The fonts compiled into this crate.
    #[must_use]
    pub fn bundled() -> Fonts {
        Fonts
    }

    /// The fonts of a folder (a copy of this crate's `fonts` folder).
    ///
    /// # Errors
    /// A file of the set is missing or cannot be read.
    pub fn from_folder(_folder: &Path) -> Result<Fonts, SummaryError> {
        Ok(Fonts)
    }
}

impl Typesetter {
    /// Parses the fonts.
    ///
    /// # Errors
    /// A file is no font.
    pub fn new(_fonts: Fonts) -> Result<Typesetter, SummaryError> {
        Ok(Typesetter)
    }

    /// Sets a summary.
    ///
    /// # Errors
    /// The document could not be written.
    pub fn pdf(&self, _summary: &Summary) -> Result<Pdf, SummaryError> {
        Err(SummaryError::Document(String::new()))
    }
}
