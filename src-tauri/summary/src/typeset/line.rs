//! Lines: filled with as many pieces as fit, in the order in which they are seen. What is too long
//! for a line of its own, such as a thousand letters without a blank, is cut between letters.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Faces, Shaped, Shaper,
    paragraph::{After, Piece, Setting, is_mark, pieces},
};

/// A line: pieces from left to right with their distance from the line's left end, in points.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub pieces: Vec<(f32, Arc<Shaped>)>,
    pub width: f32,
}

/// Sets cleaned text into lines no wider than `width`.
pub(crate) fn lines(
    faces: &Faces,
    shaper: &Shaper,
    text: &str,
    setting: Setting,
    width: f32,
) -> Vec<Line> {
    let mut filler = Filler {
        faces,
        shaper,
        size: setting.size,
        width,
        line: Vec::new(),
        line_width: 0.0,
        lines: Vec::new(),
    };
    let pieces = pieces(faces, shaper, text, setting);
    let mut from = 0;
    for (index, piece) in pieces.iter().enumerate() {
        if piece.after == After::Glue {
            continue;
        }
        filler.take(&pieces[from..=index]);
        from = index + 1;
        if piece.after == After::MustBreak {
            filler.end_line();
        }
    }
    filler.take(&pieces[from..]);
    if !filler.line.is_empty() || filler.lines.is_empty() {
        filler.end_line();
    }
    filler.lines
}

/// Fills lines.
struct Filler<'a> {
    faces: &'a Faces,
    shaper: &'a Shaper,
    size: f32,
    width: f32,
    line: Vec<Piece>,
    line_width: f32,
    lines: Vec<Line>,
}

impl Filler<'_> {
    /// Takes pieces that belong together: on this line, on the next, or cut.
    fn take(&mut self, unit: &[Piece]) {
        let blanks_at_end = unit
            .iter()
            .rev()
            .take_while(|piece| piece.shaped.blank)
            .count();
        let solid = &unit[..unit.len() - blanks_at_end];
        let solid_width = self.width_of(solid);
        if !self.fits(solid_width) && !self.line.is_empty() {
            self.end_line();
        }
        if self.fits(solid_width) {
            self.line.extend_from_slice(unit);
            self.line_width += self.width_of(unit);
        } else {
            for piece in unit {
                self.take_in_parts(piece);
            }
        }
    }

    fn fits(&self, more: f32) -> bool {
        self.line_width + more <= self.width + 0.01
    }

    fn width_of(&self, pieces: &[Piece]) -> f32 {
        pieces.iter().map(|piece| piece.shaped.advance).sum::<f32>() * self.size
    }

    /// Takes one piece that may have to be cut between letters.
    fn take_in_parts(&mut self, piece: &Piece) {
        let mut piece = piece.clone();
        loop {
            let width = piece.shaped.advance * self.size;
            if piece.shaped.blank || self.fits(width) {
                self.line_width += width;
                self.line.push(piece);
                return;
            }
            let room = (self.width - self.line_width) / self.size;
            let at = cut_after(&piece.shaped, room, self.line.is_empty());
            if at > 0 {
                let (first, rest) = piece.shaped.text.split_at(at);
                let (first, rest) = (first.to_owned(), rest.to_owned());
                self.line.push(self.part(&piece, &first));
                if rest.is_empty() {
                    return;
                }
                piece = self.part(&piece, &rest);
            }
            self.end_line();
        }
    }

    fn part(&self, of: &Piece, text: &str) -> Piece {
        let rtl = of.shaped.right_to_left;
        let shaped = self.shaper.shape(self.faces, of.shaped.face, text, rtl);
        Piece {
            shaped,
            ..of.clone()
        }
    }

    /// Puts the line's pieces in their visual order, without the blanks at its end.
    fn end_line(&mut self) {
        let mut pieces = std::mem::take(&mut self.line);
        self.line_width = 0.0;
        while pieces.last().is_some_and(|piece| piece.shaped.blank) {
            pieces.pop();
        }
        reorder(&mut pieces);
        let mut line = Line::default();
        for piece in pieces {
            let width = piece.shaped.advance * self.size;
            line.pieces.push((line.width, piece.shaped));
            line.width += width;
        }
        self.lines.push(line);
    }
}

/// The byte after the last cluster that fits; at least one cluster when the line is empty.
fn cut_after(shaped: &Shaped, room: f32, at_least_one: bool) -> usize {
    let mut clusters: BTreeMap<u32, (u32, f32)> = BTreeMap::new();
    for glyph in &shaped.glyphs {
        let cluster = clusters.entry(glyph.start).or_default();
        *cluster = (cluster.0.max(glyph.end), cluster.1 + glyph.advance);
    }
    let (mut used, mut at) = (0.0, 0);
    for (end, width) in clusters.into_values() {
        if used + width > room && !(at_least_one && at == 0) {
            break;
        }
        used += width;
        // A mark is not torn from its letter.
        let rest = shaped.text.get(end as usize..).unwrap_or_default();
        if !rest.starts_with(is_mark) {
            at = end as usize;
        }
    }
    at
}

/// Rule L2 of the bidirectional algorithm, on whole pieces.
fn reorder(pieces: &mut [Piece]) {
    let Some(highest) = pieces.iter().map(|piece| piece.level.number()).max() else {
        return;
    };
    let lowest_odd = pieces
        .iter()
        .map(|piece| piece.level.number())
        .filter(|level| level % 2 == 1)
        .min();
    let Some(lowest_odd) = lowest_odd else { return };
    for level in (lowest_odd..=highest).rev() {
        let mut start = 0;
        while start < pieces.len() {
            if pieces[start].level.number() < level {
                start += 1;
                continue;
            }
            let run = pieces[start..]
                .iter()
                .take_while(|piece| piece.level.number() >= level);
            let end = start + run.count();
            pieces[start..end].reverse();
            start = end;
        }
    }
}

#[cfg(test)]
#[path = "line_tests.rs"]
mod tests;
