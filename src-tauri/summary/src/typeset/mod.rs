//! From text to lines of positioned glyphs. No pages and no PDF in here.

mod clean;
mod faces;
mod fonts;
mod line;
mod paragraph;
mod shape;

pub use fonts::{FontError, Fonts};

pub(crate) use clean::{Marks, turns_text};
pub(crate) use faces::{Face, FaceId, Faces};
pub(crate) use line::{Line, lines};
pub(crate) use paragraph::{Extent, Setting, measure};
pub(crate) use shape::{Shaped, Shaper};
