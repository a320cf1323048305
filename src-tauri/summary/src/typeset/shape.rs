//! Shaping: a piece of text in one face and direction becomes glyphs. Pieces are words, and
//! documents repeat words, so what was shaped is kept.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use rustybuzz::{BufferClusterLevel, Direction, Feature, UnicodeBuffer, ttf_parser::Tag};

use super::{FaceId, Faces};

/// So many shaped pieces are kept before all are forgotten.
const KEPT: usize = 20_000;

/// A glyph in its place; lengths are in ems.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub id: u16,
    pub advance: f32,
    pub dx: f32,
    pub dy: f32,
    /// The bytes of the piece that it stands for; empty when an earlier glyph stands for them.
    pub start: u32,
    pub end: u32,
}

/// A shaped piece of text, its glyphs from left to right.
#[derive(Debug)]
pub(crate) struct Shaped {
    pub face: FaceId,
    pub text: Box<str>,
    pub glyphs: Vec<Glyph>,
    /// Its width in ems.
    pub advance: f32,
    pub right_to_left: bool,
    /// Only blanks.
    pub blank: bool,
    /// Its glyphs do not read back one by one: some of them, in text that runs left to right,
    /// stand for nothing of their own or beside the row of letters.
    pub opaque: bool,
}

impl Shaped {
    /// What a glyph stands for; nothing, when a neighbour stands for it.
    pub fn text_of(&self, glyph: &Glyph) -> &str {
        self.text
            .get(glyph.start as usize..glyph.end as usize)
            .unwrap_or_default()
    }
}

/// Shapes and remembers.
pub(crate) struct Shaper {
    kept: Mutex<Kept>,
    plain: Vec<Feature>,
    /// With figures of one width, which stand well under each other.
    figures: Vec<Feature>,
}

/// What was shaped, by face and direction, then by text.
#[derive(Default)]
struct Kept {
    pieces: HashMap<(FaceId, bool), HashMap<Box<str>, Arc<Shaped>>>,
    count: usize,
}

impl Shaper {
    /// A shaper that remembers nothing yet.
    pub fn new() -> Shaper {
        // No contextual pictures such as an arrow for "->".
        let plain = vec![Feature::new(Tag::from_bytes(b"calt"), 0, ..)];
        let mut figures = plain.clone();
        figures.push(Feature::new(Tag::from_bytes(b"tnum"), 1, ..));
        Shaper {
            kept: Mutex::default(),
            plain,
            figures,
        }
    }

    /// The glyphs of a piece.
    pub fn shape(
        &self,
        faces: &Faces,
        face: FaceId,
        text: &str,
        right_to_left: bool,
    ) -> Arc<Shaped> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let how = (face, right_to_left);
        if let Some(shaped) = kept.pieces.get(&how).and_then(|pieces| pieces.get(text)) {
            return Arc::clone(shaped);
        }
        let shaped = Arc::new(self.shape_anew(faces, face, text, right_to_left));
        if kept.count >= KEPT {
            *kept = Kept::default();
        }
        kept.count += 1;
        kept.pieces
            .entry(how)
            .or_default()
            .insert(text.into(), Arc::clone(&shaped));
        shaped
    }

    fn shape_anew(&self, faces: &Faces, id: FaceId, text: &str, right_to_left: bool) -> Shaped {
        let face = faces.get(id);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
        buffer.guess_segment_properties();
        buffer.set_direction(if right_to_left {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        let features: &[Feature] = match face.main {
            true if is_number(text) => &self.figures,
            true => &self.plain,
            false => &[],
        };
        let output = rustybuzz::shape(&face.shaper, features, buffer);
        let mut glyphs: Vec<Glyph> = output
            .glyph_infos()
            .iter()
            .zip(output.glyph_positions())
            .map(|(info, position)| Glyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: position.x_advance as f32 / face.em,
                dx: position.x_offset as f32 / face.em,
                dy: position.y_offset as f32 / face.em,
                start: info.cluster,
                end: info.cluster,
            })
            .collect();
        say_what_each_stands_for(&mut glyphs, text.len(), right_to_left);
        let opaque = !right_to_left && glyphs.iter().any(stands_apart);
        Shaped {
            face: id,
            opaque,
            text: text.into(),
            advance: glyphs.iter().map(|glyph| glyph.advance).sum(),
            glyphs,
            right_to_left,
            blank: text.chars().all(char::is_whitespace),
        }
    }
}

/// A glyph that does not stand in the row of letters: a mark, or a part of a letter.
fn stands_apart(glyph: &Glyph) -> bool {
    let moved = |by: f32| by.abs() > 0.001;
    glyph.start == glyph.end || moved(glyph.dx) || moved(glyph.dy) || !moved(glyph.advance)
}

/// Figures and what stands between them; a hyphen among them would become as wide as a figure.
fn is_number(text: &str) -> bool {
    let joins = |c: char| matches!(c, '.' | ',' | ':' | '\u{202f}' | '\u{a0}');
    text.chars().all(|c| c.is_ascii_digit() || joins(c))
}

/// Gives the first glyph of each cluster the cluster's bytes.
fn say_what_each_stands_for(glyphs: &mut [Glyph], length: usize, right_to_left: bool) {
    let mut end = u32::try_from(length).unwrap_or(u32::MAX);
    let mut indices: Vec<usize> = (0..glyphs.len()).collect();
    // From the last byte to the first: clusters descend in text that runs right to left.
    if !right_to_left {
        indices.reverse();
    }
    for (place, &index) in indices.iter().enumerate() {
        let start = glyphs[index].start;
        let again = indices
            .get(place + 1)
            .is_some_and(|next| glyphs[*next].start == start);
        if again {
            glyphs[index].end = start;
        } else {
            glyphs[index].end = end.max(start);
            end = start;
        }
    }
}
