//! Paragraphs as pieces: cut where the face, the direction or a place to break changes, so that a
//! line is filled with pieces and a piece is shaped as a whole. Lines are not made here.

use std::sync::Arc;

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

/// A piece before it has a place.
#[derive(Clone)]
pub(super) struct Piece {
    pub shaped: Arc<Shaped>,
    pub level: Level,
    /// What may follow it.
    pub after: After,
}

/// Whether a line may end after a piece.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum After {
    Glue,
    MayBreak,
    MustBreak,
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

/// Cuts a text into pieces.
pub(super) fn pieces(faces: &Faces, shaper: &Shaper, text: &str, setting: Setting) -> Vec<Piece> {
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
pub(super) fn is_mark(c: char) -> bool {
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
