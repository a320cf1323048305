//! Order summary as PDF: layout apart from drawing.
//!
//! [`summary_of`] turns an order, its draft and its timeline into a [`Summary`]: plain values in
//! the reader's words. A [`Typesetter`], made once per program because it parses the fonts, turns
//! a summary into the bytes of an A4 document. Not in here: files, dialogs, the store.
#![warn(missing_docs)]

mod compose;
mod language;
mod stamp;
mod typesetter;

pub use compose::{Reader, Summary, SummaryEvent, summary_of};
pub use language::Language;
pub use stamp::Stamp;
pub use typesetter::{Fonts, Pdf, SummaryError, Typesetter};
