//! What leads to each of several summaries in one document.

use printpdf::{PageAnnotId, PageAnnotation, PdfDocument};

use crate::{Summary, typeset::turns_text};

/// Most characters of a company in an outline.
const LONGEST: usize = 120;

/// Leads to the page that comes next. `place` keeps the leads apart.
pub(super) fn lead_to(document: &mut PdfDocument, place: usize, summary: &Summary) {
    let said = format!("{} · {}", summary.head.number, summary.head.customer);
    let name = said
        .chars()
        .filter(|c| !turns_text(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(LONGEST)
        .collect();
    // The writer counts pages from 1.
    let page = document.pages.len() + 1;
    document.bookmarks.map.insert(
        PageAnnotId(format!("{place:06}")),
        PageAnnotation { name, page },
    );
}
