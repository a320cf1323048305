//! Order summary as PDF: layout apart from drawing.
//!
//! [`summary_of`] turns an order, its draft and its timeline into a [`Summary`]: words in the
//! reader's language, in order. A [`Typesetter`], made once per program because it parses the
//! fonts, turns a summary into the bytes of an A4 document. Inside, each module sees only the one
//! before it:
//!
//! - `words`: catalogues, dates, numbers;
//! - `compose`: order → document of words (`document`);
//! - `typeset`: fonts, cleaning, shaping, lines;
//! - `layout`: document → pages of positioned runs, rules and boxes;
//! - `draw`: pages → PDF operations, embedded subsets, metadata.
//!
//! Not in here: files, dialogs, the store, the clock.
#![warn(missing_docs)]

mod compose;
mod document;
mod draw;
mod language;
mod layout;
mod stamp;
mod typeset;
mod words;

pub use compose::{Reader, SummaryEvent, summary_of};
pub use document::Summary;
pub use draw::{Pdf, SummaryError, Typesetter};
pub use language::Language;
pub use stamp::Stamp;
pub use typeset::{FontError, Fonts};
