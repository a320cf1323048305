//! Paragraphs: text in both directions, broken into lines that fit a width.
//!
//! A paragraph is cut into pieces of one face, one direction and no place to break inside; lines
//! take as many pieces as fit. What is too long for a line of its own, such as a thousand letters
//! without a blank, is cut between letters.

use std::{collections::BTreeMap, sync::Arc};

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::{FaceId, Faces, Shaped, Shaper, clean::is_kept_invisible};

/// Longest piece, in bytes, so that cutting stays cheap whatever comes.
const LONGEST_PIECE: usize = 240;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Setting {
    /// Font size in points.
    pub size: f32,
    pub strong: bool,
    /// The text's own first strong character decides its direction.
    pub own_direction: bool,
}

/// A line: pieces from left to right with their distance from the line's left end, in points.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub pieces: Vec<(f32, Arc<Shaped>)>,
    pub width: f32,
}

/// A piece before it has a place.
#[derive(Clone)]
struct Piece {
    shaped: Arc<Shaped>,
    level: Level,
    /// What may follow it.
    after: After,
}

#[derive(Clone, Copy, PartialEq)]
enum After {
    Glue,
    MayBreak,
    MustBreak,
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

/// How wide a text is: its widest line when it is not broken, and its widest word.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Extent {
    pub line: f32,
    pub word: f32,
}

/// The extent of a cleaned text.
pub(crate) fn measure(faces: &Faces, shaper: &Shaper, text: &str, setting: Setting) -> Extent {
    let (mut extent, mut line, mut word, mut blank) = (Extent::default(), 0.0, 0.0, 0.0);
    for piece in pieces(faces, shaper, text, setting) {
        let width = piece.shaped.advance * setting.size;
        line += width;
        if piece.shaped.blank {
            // Counts when something follows that cannot be broken off.
            blank += width;
        } else {
            word += blank + width;
            blank = 0.0;
        }
        extent.line = extent.line.max(line);
        extent.word = extent.word.max(word);
        if piece.after != After::Glue {
            (word, blank) = (0.0, 0.0);
        }
        if piece.after == After::MustBreak {
            line = 0.0;
        }
    }
    extent
}

fn pieces(faces: &Faces, shaper: &Shaper, text: &str, setting: Setting) -> Vec<Piece> {
    let levels = levels(text, setting.own_direction);
    let level_at = |byte: usize| levels.as_ref().map_or(Level::ltr(), |levels| levels[byte]);
    let mut breaks = linebreaks(text).peekable();
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut current: Option<(FaceId, Level, bool)> = None;
    let mut cut = |from: usize, to: usize, how: (FaceId, Level, bool), after: After| {
        let piece = text[from..to].trim_end_matches('\n');
        if piece.is_empty() && after != After::MustBreak {
            return;
        }
        let shaped = shaper.shape(faces, how.0, piece, how.1.is_rtl());
        pieces.push(Piece {
            shaped,
            level: how.1,
            after,
        });
    };
    for (byte, c) in text.char_indices() {
        let face = match current {
            Some((face, ..)) if byte > start && follows(faces, face, c) => face,
            _ => faces
                .of_char(c, setting.strong)
                .unwrap_or(faces.main(setting.strong)),
        };
        let how = (face, level_at(byte), c.is_whitespace() && c != '\n');
        let breaks_here = breaks.next_if(|(at, _)| *at == byte);
        if let Some(before) = current {
            let too_long = byte - start >= LONGEST_PIECE && !is_mark(c);
            if let Some((_, opportunity)) = breaks_here {
                let kept = is_letter_and_hyphen(&text[start..byte]);
                cut(
                    start,
                    byte,
                    before,
                    if kept {
                        After::Glue
                    } else {
                        after(opportunity)
                    },
                );
                start = byte;
            } else if (before != how && !is_mark(c)) || too_long {
                cut(start, byte, before, After::Glue);
                start = byte;
            }
        }
        current = Some(how);
    }
    if let Some(how) = current {
        let ends_in_break = text.ends_with('\n');
        cut(
            start,
            text.len(),
            how,
            if ends_in_break {
                After::MustBreak
            } else {
                After::MayBreak
            },
        );
    }
    pieces
}

fn after(opportunity: BreakOpportunity) -> After {
    match opportunity {
        BreakOpportunity::Mandatory => After::MustBreak,
        BreakOpportunity::Allowed => After::MayBreak,
    }
}

/// The beginning of a word such as e-mail, which is not left alone at a line's end.
fn is_letter_and_hyphen(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(char::is_alphabetic) && characters.as_str() == "-"
}

/// Levels by byte; none when the whole text runs left to right.
fn levels(text: &str, own_direction: bool) -> Option<Vec<Level>> {
    // Everything before the Hebrew block runs left to right.
    if text.chars().all(|c| c < '\u{590}') {
        return None;
    }
    let base = if own_direction {
        None
    } else {
        Some(Level::ltr())
    };
    let info = BidiInfo::new(text, base);
    info.has_rtl().then_some(info.levels)
}

/// Whether a character stays in the face of the one before it: marks and joiners do.
fn follows(faces: &Faces, face: FaceId, c: char) -> bool {
    is_kept_invisible(c) || (is_mark(c) && faces.get(face).has(c))
}

/// Combining marks, by block: they belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}'
        | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{93c}' | '\u{93e}'..='\u{94f}'
        | '\u{951}'..='\u{957}' | '\u{962}' | '\u{963}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
        || is_kept_invisible(c)
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
