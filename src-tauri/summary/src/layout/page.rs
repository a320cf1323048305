//! What stands on a page.

use crate::typeset::Line;

/// A colour, red green blue from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Colour(pub f32, pub f32, pub f32);

impl Colour {
    /// The colour of three bytes such as `0x24_57_e0`.
    pub const fn of(rgb: u32) -> Colour {
        const fn part(byte: u32) -> f32 {
            (byte & 0xff) as f32 / 255.0
        }
        Colour(part(rgb >> 16), part(rgb >> 8), part(rgb))
    }

    /// The same mixed with white.
    pub fn tint(self, share: f32) -> Colour {
        let mix = |part: f32| 1.0 - (1.0 - part) * share;
        Colour(mix(self.0), mix(self.1), mix(self.2))
    }
}

/// A line of text in its place.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub x: f32,
    /// The baseline.
    pub baseline: f32,
    pub size: f32,
    pub colour: Colour,
    /// Drawn with a stroke where the face has no bold.
    pub strong: bool,
    pub line: Line,
}

/// Something that is not text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    /// A horizontal line.
    Rule {
        x: f32,
        y: f32,
        length: f32,
        width: f32,
        colour: Colour,
    },
    /// A box with rounded corners.
    Panel {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        radius: f32,
        fill: Option<Colour>,
        stroke: Option<(Colour, f32)>,
    },
    /// Joined lines with round ends.
    Stroke {
        points: Vec<(f32, f32)>,
        width: f32,
        colour: Colour,
    },
}

/// A page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub shapes: Vec<Shape>,
    pub runs: Vec<Run>,
}
