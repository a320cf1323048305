//! From a document to the bytes of a PDF file: pages become operations, the glyphs they use become
//! embedded subsets, and what the writer leaves open (language, title, ids) is filled in.

mod finish;
mod glyphs;
mod operations;
mod outline;
mod shapes;
mod subset;

use printpdf::{FontId, Mm, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, Pt};

use crate::{
    FontError, Fonts, Summary, layout,
    typeset::{Faces, Shaper},
};
use finish::About;
use glyphs::UsedGlyphs;
use subset::Core;

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
    /// A font is missing, unreadable or no font.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The document could not be put together.
    #[error("document: {0}")]
    Document(String),
}

/// Sets summaries. Made once per program, because it parses the fonts, and used from any thread:
/// what was shaped and subset for one document is kept for the next.
pub struct Typesetter {
    faces: Faces,
    shaper: Shaper,
    core: Core,
}

impl std::fmt::Debug for Typesetter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Typesetter").finish_non_exhaustive()
    }
}

impl Typesetter {
    /// Parses the fonts.
    ///
    /// # Errors
    /// A file is no font, or cannot be embedded.
    pub fn new(fonts: &Fonts) -> Result<Typesetter, SummaryError> {
        let faces = Faces::parse(fonts)?;
        let shaper = Shaper::new();
        let core = Core::of(&faces, &shaper)?;
        Ok(Typesetter {
            faces,
            shaper,
            core,
        })
    }

    /// Sets a summary. The same summary gives the same bytes.
    ///
    /// # Errors
    /// The document could not be put together.
    pub fn pdf(&self, summary: &Summary) -> Result<Pdf, SummaryError> {
        let about = About {
            language: summary.language,
            title: &summary.title,
            subject: &summary.subject,
            printed: summary.printed,
        };
        self.set(&about, std::slice::from_ref(summary), false)
    }

    /// Sets summaries one behind the other, each on pages of its own with its own page numbers, and
    /// an outline that leads to each of them.
    ///
    /// # Errors
    /// There is nothing to set, or the document could not be put together.
    pub fn joined(&self, summaries: &[Summary], title: &str) -> Result<Pdf, SummaryError> {
        let first = summaries
            .first()
            .ok_or_else(|| SummaryError::Document("nothing to set".to_owned()))?;
        let about = About {
            language: first.language,
            title,
            subject: title,
            printed: first.printed,
        };
        self.set(&about, summaries, true)
    }

    fn set(
        &self,
        about: &About<'_>,
        summaries: &[Summary],
        outlined: bool,
    ) -> Result<Pdf, SummaryError> {
        let mut used = UsedGlyphs::new(&self.faces, &self.core);
        let mut document = PdfDocument::new("");
        for (place, summary) in summaries.iter().enumerate() {
            if outlined {
                outline::lead_to(&mut document, place, summary);
            }
            let pages = layout::pages(&self.faces, &self.shaper, summary);
            document.pages.extend(pages.iter().map(|page| {
                let operations = operations::of(page, &mut used);
                PdfPage::new(
                    Mm::from(Pt(layout::WIDTH)),
                    Mm::from(Pt(layout::HEIGHT)),
                    operations,
                )
            }));
        }
        let count = u32::try_from(document.pages.len()).unwrap_or(u32::MAX);
        let embedded = used.embed()?;
        for font in &embedded {
            let id = FontId(font.resource.clone());
            document
                .resources
                .fonts
                .map
                .insert(id, PdfFont::new(font.description.clone()));
        }
        let mut warnings = Vec::new();
        let written = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
        let bytes = finish::finish(written, about, &embedded)?;
        Ok(Pdf {
            bytes,
            pages: count,
        })
    }
}
