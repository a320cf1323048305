//! A page as PDF operations.

use printpdf::{
    Codepoint, DictItem, FontId, Op, PdfFontHandle, Pt, TextItem, TextMatrix, TextRenderingMode,
};

use super::{
    glyphs::{FontKey, Placed, UsedGlyphs},
    shapes::{colour, draw_shape, hundredth},
};
use crate::{
    layout::{Colour, HEIGHT, Page, Run},
    typeset::Shaped,
};

/// Thousandths of an em below which a glyph's place is not corrected.
const TOLERANCE: f32 = 1.5;

/// Shapes first, then text in reading order.
pub(super) fn of(page: &Page, used: &mut UsedGlyphs<'_>) -> Vec<Op> {
    let mut operations = Vec::new();
    for shape in &page.shapes {
        draw_shape(&mut operations, shape);
    }
    operations.push(Op::StartTextSection);
    let mut pen = Pen {
        used,
        operations,
        strip: None,
        font: None,
        colour: None,
        stroked: false,
    };
    for run in &page.runs {
        pen.write(run);
    }
    pen.show();
    let mut operations = pen.operations;
    operations.push(Op::EndTextSection);
    operations
}

/// Glyphs of one font on one baseline.
struct Strip {
    font: FontKey,
    size: f32,
    x: f32,
    y: f32,
    /// Where the viewer's pen will be.
    end: f32,
    glyphs: Vec<Codepoint>,
}

struct Pen<'u, 'a> {
    used: &'u mut UsedGlyphs<'a>,
    operations: Vec<Op>,
    strip: Option<Strip>,
    font: Option<(FontKey, f32)>,
    colour: Option<Colour>,
    stroked: bool,
}

impl Pen<'_, '_> {
    fn write(&mut self, run: &Run) {
        self.show();
        if self.colour != Some(run.colour) {
            self.colour = Some(run.colour);
            self.operations.push(Op::SetFillColor {
                col: colour(run.colour),
            });
        }
        for (offset, piece) in &run.line.pieces {
            self.stroke(run, piece);
            if piece.opaque {
                self.show();
                self.operations.push(actual_text(&piece.text));
            }
            self.write_piece(run, run.x + offset, piece);
            if piece.opaque {
                self.show();
                self.operations.push(Op::EndMarkedContent);
            }
        }
        self.show();
    }

    /// Bold by a stroke, where the face has no bold.
    fn stroke(&mut self, run: &Run, piece: &Shaped) {
        let stroked = self.used.faces.needs_stroke(piece.face, run.strong);
        if stroked == self.stroked {
            return;
        }
        self.show();
        self.stroked = stroked;
        if stroked {
            self.operations.push(Op::SetOutlineColor {
                col: colour(run.colour),
            });
            self.operations.push(Op::SetOutlineThickness {
                pt: Pt(run.size * 0.03),
            });
        }
        let mode = if stroked {
            TextRenderingMode::FillStroke
        } else {
            TextRenderingMode::Fill
        };
        self.operations.push(Op::SetTextRenderingMode { mode });
    }

    fn write_piece(&mut self, run: &Run, start: f32, piece: &Shaped) {
        let mut x = start;
        let baseline = HEIGHT - run.baseline;
        let placed = self.used.place(piece);
        let mut silent = Vec::new();
        for (glyph, placed) in piece.glyphs.iter().zip(placed) {
            let at = (x + glyph.dx * run.size, baseline + glyph.dy * run.size);
            let text = piece.text_of(glyph);
            if text.is_empty() && !piece.opaque {
                silent.push((placed, at));
            } else {
                self.write_glyph(placed, run.size, at, text);
            }
            x += glyph.advance * run.size;
        }
        // Dots and marks above a word are drawn after it: between its letters they would end the
        // word for viewers that go by the baseline.
        for (placed, at) in silent {
            self.write_glyph(placed, run.size, at, "");
        }
    }

    fn write_glyph(&mut self, placed: Placed, size: f32, (x, y): (f32, f32), text: &str) {
        let fits = |strip: &Strip| {
            strip.font == placed.font && strip.size == size && (strip.y - y).abs() < 0.001
        };
        if !self.strip.as_ref().is_some_and(fits) {
            self.show();
        }
        let strip = self.strip.get_or_insert_with(|| Strip {
            font: placed.font,
            size,
            x,
            y,
            end: x,
            glyphs: Vec::new(),
        });
        let correction = ((strip.end - x) * 1000.0 / size).round();
        if let Some(before) = strip
            .glyphs
            .last_mut()
            .filter(|_| correction.abs() > TOLERANCE)
        {
            before.offset = correction;
            strip.end -= correction / 1000.0 * size;
        }
        strip
            .glyphs
            .push(Codepoint::with_cid(placed.id, 0.0, text.to_owned()));
        strip.end += f32::from(placed.width) / 1000.0 * size;
    }

    /// Ends the strip.
    fn show(&mut self) {
        let Some(strip) = self.strip.take() else {
            return;
        };
        if self.font != Some((strip.font, strip.size)) {
            self.font = Some((strip.font, strip.size));
            let font = PdfFontHandle::External(FontId(strip.font.resource()));
            self.operations.push(Op::SetFont {
                font,
                size: Pt(strip.size),
            });
        }
        let matrix = TextMatrix::Translate(Pt(hundredth(strip.x)), Pt(hundredth(strip.y)));
        self.operations.push(Op::SetTextMatrix { matrix });
        self.operations.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(strip.glyphs)],
        });
    }
}

/// Says what the glyphs up to the mark's end mean.
fn actual_text(text: &str) -> Op {
    let mut data = vec![0xfe, 0xff];
    data.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    let text = DictItem::String {
        data,
        literal: false,
    };
    let map = [("ActualText".to_owned(), text)].into();
    Op::BeginMarkedContentWithProperties {
        tag: "Span".to_owned(),
        properties: DictItem::Dict { map },
    }
}
