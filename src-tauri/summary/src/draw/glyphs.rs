//! The glyphs that a document uses: in which embedded font each stands, and what text it means
//! when somebody selects or searches it.

use std::collections::{BTreeMap, HashMap};

use printpdf::ParsedFont;
use rustybuzz::ttf_parser::GlyphId;
use subsetter::GlyphRemapper;

use super::{
    SummaryError,
    subset::{Core, Subset, description, subset},
};
use crate::typeset::{FaceId, Faces, Shaped};

/// So many fonts over one program are tried for a whole piece.
const VARIANTS: u8 = 6;

/// An embedded font: the core of a face or the document's own subset of it.
///
/// One glyph may stand for different text in different places: a skeleton shared by two Arabic
/// letters, a mark that belongs to the letter before it. A font says only one meaning for each
/// glyph, so the second meaning goes to a second font over the same program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FontKey {
    pub face: FaceId,
    pub core: bool,
    pub variant: u8,
}

impl FontKey {
    /// Its name in the pages' resources (never one of the writer's own `F1`…`F14`).
    pub fn resource(self) -> String {
        format!(
            "{}{}-{}",
            if self.core { 'C' } else { 'X' },
            self.face.0,
            self.variant
        )
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
    means: HashMap<u16, Box<str>>,
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

    /// Finds or makes places for the glyphs of a piece, all in one font where that can be: viewers
    /// take a change of font inside a word for the word's end.
    pub fn place(&mut self, piece: &Shaped) -> Vec<Placed> {
        let core = self.core.face(piece.face).filter(|core| {
            piece
                .glyphs
                .iter()
                .all(|glyph| core.glyphs.contains_key(&glyph.id))
        });
        let ids: Vec<u16> = match core {
            Some(core) => piece
                .glyphs
                .iter()
                .map(|glyph| core.glyphs[&glyph.id])
                .collect(),
            None => {
                let own = self.own.entry(piece.face).or_default();
                piece
                    .glyphs
                    .iter()
                    .map(|glyph| own.remap(glyph.id))
                    .collect()
            }
        };
        let first = FontKey {
            face: piece.face,
            core: core.is_some(),
            variant: 0,
        };
        let meant: Vec<(u16, &str)> = ids
            .iter()
            .zip(&piece.glyphs)
            .map(|(id, glyph)| (*id, piece.text_of(glyph)))
            .collect();
        let whole = (0..VARIANTS)
            .map(|variant| FontKey { variant, ..first })
            .find(|font| self.take(*font, &meant));
        let mut placed = Vec::with_capacity(ids.len());
        for (glyph, meaning) in piece.glyphs.iter().zip(&meant) {
            let font = whole.unwrap_or_else(|| self.font_for(first, *meaning));
            placed.push(Placed {
                font,
                id: meaning.0,
                width: self.width(font, meaning.0, glyph.id),
            });
        }
        placed
    }

    /// Gives every glyph its meaning in a font; false, and nothing is given, when one of them
    /// already means something else there.
    fn take(&mut self, font: FontKey, meant: &[(u16, &str)]) -> bool {
        let means = &mut self.uses.entry(font).or_default().means;
        let free = |(id, text): &(u16, &str)| means.get(id).is_none_or(|known| &**known == *text);
        if !meant.iter().all(free) {
            return false;
        }
        let mut given = Vec::new();
        for (id, text) in meant {
            match means.get(id) {
                Some(known) if &**known == *text => {}
                // Twice in this piece, with two meanings.
                Some(_) => {
                    for id in given {
                        means.remove(&id);
                    }
                    return false;
                }
                None => {
                    means.insert(*id, (*text).into());
                    given.push(*id);
                }
            }
        }
        true
    }

    /// The first font in which one glyph has its meaning; the last one when it has too many.
    fn font_for(&mut self, first: FontKey, meaning: (u16, &str)) -> FontKey {
        let fonts = (0..u8::MAX).map(|variant| FontKey { variant, ..first });
        let found = fonts.into_iter().find(|font| self.take(*font, &[meaning]));
        found.unwrap_or(first)
    }

    fn width(&mut self, font: FontKey, id: u16, glyph: u16) -> u16 {
        let face = self.faces.get(font.face);
        let widths = &mut self.uses.entry(font).or_default().widths;
        *widths.entry(id).or_insert_with(|| {
            let advance = face.shaper.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
            (f32::from(advance) * 1000.0 / face.em).round() as u16
        })
    }

    /// Subsets what is not in the core.
    pub fn embed(self) -> Result<Vec<Embedded>, SummaryError> {
        let mut embedded = Vec::with_capacity(self.uses.len());
        for (key, used) in self.uses {
            if used.widths.is_empty() {
                continue;
            }
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
