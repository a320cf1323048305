//! Paper, sizes and colours.

use super::page::Colour;
use crate::{Stamp, document::Tone};

/// A4, in points.
pub(crate) const WIDTH: f32 = 595.276;
/// A4, in points.
pub(crate) const HEIGHT: f32 = 841.89;

/// Left and right of the text.
pub(super) const MARGIN: f32 = 48.0;
/// Where the text of a page after the first begins.
pub(super) const TOP: f32 = 74.0;
/// Where the text ends.
pub(super) const BOTTOM: f32 = HEIGHT - 58.0;
/// Width of the text.
pub(super) const MEASURE: f32 = WIDTH - 2.0 * MARGIN;

pub(super) const INK: Colour = Colour::of(0x16_18_1d);
pub(super) const MUTED: Colour = Colour::of(0x5b_62_70);
pub(super) const HAIRLINE: Colour = Colour::of(0xd9_dc_e3);
pub(super) const SHADE: Colour = Colour::of(0xf4_f5_f8);
pub(super) const ACCENT: Colour = Colour::of(0x24_57_e0);
pub(super) const GREEN: Colour = Colour::of(0x15_73_47);
pub(super) const AMBER: Colour = Colour::of(0x8a_5a_00);
pub(super) const ORANGE: Colour = Colour::of(0xa8_48_0c);
pub(super) const RED: Colour = Colour::of(0xb4_23_18);
pub(super) const VIOLET: Colour = Colour::of(0x6d_3f_c9);
pub(super) const TEAL: Colour = Colour::of(0x0f_6f_73);
pub(super) const WHITE: Colour = Colour::of(0xff_ff_ff);

/// How a piece of text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    pub strong: bool,
    pub colour: Colour,
}

const fn style(size: f32, leading: f32, strong: bool, colour: Colour) -> Style {
    Style {
        size,
        leading,
        strong,
        colour,
    }
}

pub(super) const BODY: Style = style(9.0, 13.0, false, INK);
pub(super) const LABEL: Style = style(7.5, 10.5, false, MUTED);
pub(super) const SMALL: Style = style(7.5, 10.5, false, MUTED);
pub(super) const TABLE_HEAD: Style = style(7.5, 10.5, true, MUTED);
pub(super) const CELL: Style = style(8.75, 12.5, false, INK);
pub(super) const HEADING: Style = style(11.5, 16.0, true, INK);
pub(super) const SUBHEADING: Style = style(9.25, 13.0, true, INK);
pub(super) const TITLE: Style = style(21.0, 27.0, true, INK);
pub(super) const LEAD: Style = style(12.5, 17.0, false, INK);
pub(super) const NAME: Style = style(14.0, 18.0, true, INK);
pub(super) const STAMP: Style = style(11.5, 15.0, true, INK);

impl Style {
    /// The same in the colour of a tone; plain text keeps the style's own.
    pub fn toned(self, tone: Tone) -> Style {
        let colour = match tone {
            Tone::Plain => self.colour,
            Tone::Muted => MUTED,
            Tone::Good => GREEN,
            Tone::Mind => AMBER,
            Tone::Bad => RED,
            Tone::Info => TEAL,
        };
        Style { colour, ..self }
    }

    /// The same in another colour.
    pub fn coloured(self, colour: Colour) -> Style {
        Style { colour, ..self }
    }

    /// From the top of a line to its baseline.
    pub fn ascent(self) -> f32 {
        // Inter's capitals are 0.73 em high; they stand in the middle of the line.
        (self.leading + self.size * 0.72) / 2.0
    }
}

/// The colour that stands beside a stamp's words.
pub(super) fn stamp_colour(stamp: Stamp) -> Colour {
    match stamp {
        Stamp::Draft => VIOLET,
        Stamp::Queued => AMBER,
        Stamp::Submitted => TEAL,
        Stamp::Confirmed => GREEN,
        Stamp::ConfirmedWithErrors => ORANGE,
        Stamp::Failed => RED,
    }
}
