//! Rules, boxes and strokes as PDF operations.

use printpdf::{
    Color, Line as PdfLine, LineCapStyle, LineJoinStyle, LinePoint, Op, PaintMode, Point, Polygon,
    PolygonRing, Pt, Rgb, WindingOrder,
};

use crate::layout::{Colour, HEIGHT, Shape};

/// A length with as many digits as a page needs.
pub(super) fn hundredth(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// A colour.
pub(super) fn colour(colour: Colour) -> Color {
    let thousandth = |part: f32| (part * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb {
        r: thousandth(colour.0),
        g: thousandth(colour.1),
        b: thousandth(colour.2),
        icc_profile: None,
    })
}

fn point(x: f32, y: f32, bezier: bool) -> LinePoint {
    LinePoint {
        p: Point {
            x: Pt(hundredth(x)),
            y: Pt(hundredth(HEIGHT - y)),
        },
        bezier,
    }
}

/// Draws a shape.
pub(super) fn draw_shape(operations: &mut Vec<Op>, shape: &Shape) {
    match shape {
        Shape::Rule {
            x,
            y,
            length,
            width,
            colour: ink,
        } => {
            operations.push(Op::SetOutlineColor { col: colour(*ink) });
            operations.push(Op::SetOutlineThickness { pt: Pt(*width) });
            let points = vec![point(*x, *y, false), point(x + length, *y, false)];
            operations.push(Op::DrawLine {
                line: PdfLine {
                    points,
                    is_closed: false,
                },
            });
        }
        Shape::Panel {
            x,
            y,
            width,
            height,
            radius,
            fill,
            stroke,
        } => {
            if let Some(fill) = fill {
                operations.push(Op::SetFillColor { col: colour(*fill) });
            }
            if let Some((ink, width)) = stroke {
                operations.push(Op::SetOutlineColor { col: colour(*ink) });
                operations.push(Op::SetOutlineThickness { pt: Pt(*width) });
            }
            let mode = match (fill, stroke) {
                (Some(_), Some(_)) => PaintMode::FillStroke,
                (None, Some(_)) => PaintMode::Stroke,
                _ => PaintMode::Fill,
            };
            let points = rounded(*x, *y, *width, *height, *radius);
            let rings = vec![PolygonRing { points }];
            let polygon = Polygon {
                rings,
                mode,
                winding_order: WindingOrder::NonZero,
            };
            operations.push(Op::DrawPolygon { polygon });
        }
        Shape::Stroke {
            points,
            width,
            colour: ink,
        } => {
            operations.push(Op::SaveGraphicsState);
            operations.push(Op::SetOutlineColor { col: colour(*ink) });
            operations.push(Op::SetOutlineThickness { pt: Pt(*width) });
            operations.push(Op::SetLineCapStyle {
                cap: LineCapStyle::Round,
            });
            operations.push(Op::SetLineJoinStyle {
                join: LineJoinStyle::Round,
            });
            let points = points.iter().map(|(x, y)| point(*x, *y, false)).collect();
            operations.push(Op::DrawLine {
                line: PdfLine {
                    points,
                    is_closed: false,
                },
            });
            operations.push(Op::RestoreGraphicsState);
        }
    }
}

/// The outline of a box with rounded corners.
fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Vec<LinePoint> {
    // How far the handles of a quarter circle reach.
    let handle = radius * 0.447_7;
    let (right, bottom) = (x + width, y + height);
    vec![
        point(x + radius, y, false),
        point(right - radius, y, false),
        point(right - handle, y, true),
        point(right, y + handle, true),
        point(right, y + radius, false),
        point(right, bottom - radius, false),
        point(right, bottom - handle, true),
        point(right - handle, bottom, true),
        point(right - radius, bottom, false),
        point(x + radius, bottom, false),
        point(x + handle, bottom, true),
        point(x, bottom - handle, true),
        point(x, bottom - radius, false),
        point(x, y + radius, false),
        point(x, y + handle, true),
        point(x + handle, y, true),
        point(x + radius, y, false),
    ]
}
