//! The glyphs that a document uses: in which embedded font each stands, and what text it means
//! when somebody selects or searches it.

use std::collections::BTreeMap;

use printpdf::ParsedFont;
use subsetter::GlyphRemapper;

use super::{
    SummaryError,
    subset::{Core, Subset, description, subset},
};
use crate::typeset::{FaceId, Faces, Shaped};

/// An embedded font: the core of a face or the document's own subset of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FontKey {
    pub face: FaceId,
    pub core: bool,
}

impl FontKey {
    /// Its name in the pages' resources (never one of the writer's own `F1`…`F14`).
    pub fn resource(self) -> String {
        format!("{}{}", if self.core { 'C' } else { 'X' }, self.face.0)
    }
}

/// A font to embed.
pub(super) struct Embedded {
    pub resource: String,
    pub subset: Subset,
    pub description: ParsedFont,
}

/// A glyph in its embedded font.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub font: FontKey,
    pub id: u16,
    /// Its advance in thousandths of an em, as the viewer will take it.
    pub width: u16,
}

#[derive(Default)]
struct Use {
    widths: BTreeMap<u16, u16>,
    means: BTreeMap<u16, String>,
}

/// Collects glyphs while pages are drawn.
pub(super) struct UsedGlyphs<'a> {
    pub faces: &'a Faces,
    core: &'a Core,
    own: BTreeMap<FaceId, GlyphRemapper>,
    uses: BTreeMap<FontKey, Use>,
}

impl<'a> UsedGlyphs<'a> {
    /// Nothing used yet.
    pub fn new(faces: &'a Faces, core: &'a Core) -> Self {
        Self {
            faces,
            core,
            own: BTreeMap::new(),
            uses: BTreeMap::new(),
        }
    }

    /// Finds or makes a place for a glyph.
    pub fn place(&mut self, face: FaceId, glyph: u16) -> Placed {
        let in_core = self
            .core
            .face(face)
            .and_then(|core| core.glyphs.get(&glyph).copied());
        let (id, core) = match in_core {
            Some(id) => (id, true),
            None => (self.own.entry(face).or_default().remap(glyph), false),
        };
        let font = FontKey { face, core };
        let widths = &mut self.uses.entry(font).or_default().widths;
        let width = *widths.entry(id).or_insert_with(|| {
            let face = self.faces.get(face);
            let advance = face
                .shaper
                .glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph));
            (f32::from(advance.unwrap_or(0)) * 1000.0 / face.em).round() as u16
        });
        Placed { font, id, width }
    }

    /// Notes what a glyph means; false when it already means something else.
    pub fn means(&mut self, placed: Placed, text: &str) -> bool {
        let means = &mut self.uses.entry(placed.font).or_default().means;
        match means.get(&placed.id) {
            Some(known) => known == text,
            None if text.is_empty() => false,
            None => {
                means.insert(placed.id, text.to_owned());
                true
            }
        }
    }

    /// Whether a piece reads back from its glyphs one by one.
    pub fn reads_back(&mut self, piece: &Shaped) -> bool {
        if piece.right_to_left {
            return false;
        }
        let mut reads = true;
        for glyph in &piece.glyphs {
            let text = &piece.text[glyph.start as usize..glyph.end as usize];
            let placed = self.place(piece.face, glyph.id);
            reads &= self.means(placed, text);
        }
        reads
    }

    /// Subsets what is not in the core.
    pub fn embed(self) -> Result<Vec<Embedded>, SummaryError> {
        let mut embedded = Vec::with_capacity(self.uses.len());
        for (key, used) in self.uses {
            let face = self.faces.get(key.face);
            let core = self.core.face(key.face).filter(|_| key.core);
            let subset = match (core, self.own.get(&key.face)) {
                (Some(core), _) => core.subset.clone(),
                (None, Some(remapper)) => subset(face, remapper)?,
                (None, None) => continue,
            };
            let description = description(face, &subset.name, used.widths);
            embedded.push(Embedded {
                resource: key.resource(),
                subset,
                description,
            });
        }
        Ok(embedded)
    }
}
