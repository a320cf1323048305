//! From text to lines of positioned glyphs. No pages and no PDF in here.

mod clean;
mod faces;
mod fonts;
mod paragraph;
mod shape;

pub use fonts::{FontError, Fonts};

pub(crate) use clean::Marks;
pub(crate) use faces::{Face, FaceId, Faces};
pub(crate) use paragraph::{Extent, Line, Setting, lines, measure};
pub(crate) use shape::{Shaped, Shaper};
