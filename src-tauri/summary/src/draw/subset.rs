//! Subsets of faces. The glyphs that nearly every document needs are subset once for the program
//! (the core); what a document needs beyond them is subset for it alone. So most documents cost
//! no subsetting at all, and a rare character costs little.

use std::collections::{BTreeMap, HashMap};

use lopdf::{Dictionary, Stream};
use printpdf::{FontMetrics, ParsedFont};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::SummaryError;
use crate::typeset::{Face, FaceId, Faces, Shaper};

/// Characters of the core beside ASCII and Latin-1.
const CORE: &str =
    "–—‘’‚“”„†‡•…‰‹›€™−×·ŒœŸŠšŽžŁłĄąĆćĘęŃńŚśŹźŻżČčĎďĚěŇňŘřŤťŮůŐőŰűĞğİıŞşȘșȚț\u{202f}";

/// A subset ready to embed.
#[derive(Debug, Clone)]
pub(super) struct Subset {
    /// `ABCDEF+Inter-Regular`.
    pub name: String,
    /// The compressed font program.
    pub program: Stream,
}

/// The subset of one face that is made once.
pub(super) struct CoreFace {
    pub glyphs: HashMap<u16, u16>,
    pub subset: Subset,
}

/// The subsets that are made once.
pub(super) struct Core(BTreeMap<FaceId, CoreFace>);

impl Core {
    /// Subsets the main faces.
    pub fn of(faces: &Faces, shaper: &Shaper) -> Result<Core, SummaryError> {
        let mut core = BTreeMap::new();
        for (id, face) in faces.iter().filter(|(_, face)| face.main) {
            let mut remapper = GlyphRemapper::new();
            for c in (' '..='~').chain('\u{a0}'..='\u{ff}').chain(CORE.chars()) {
                if !face.has(c) {
                    continue;
                }
                let plain = face.shaper.glyph_index(c).map_or(0, |glyph| glyph.0);
                remapper.remap(plain);
                // Shaped as well, because figures of one width are other glyphs.
                let mut bytes = [0; 4];
                for glyph in &shaper
                    .shape(faces, id, c.encode_utf8(&mut bytes), false)
                    .glyphs
                {
                    remapper.remap(glyph.id);
                }
            }
            let glyphs = (0..u16::MAX)
                .filter_map(|glyph| Some((glyph, remapper.get(glyph)?)))
                .collect();
            core.insert(
                id,
                CoreFace {
                    glyphs,
                    subset: subset(face, &remapper)?,
                },
            );
        }
        Ok(Core(core))
    }

    /// The core of a face, if it has one.
    pub fn face(&self, id: FaceId) -> Option<&CoreFace> {
        self.0.get(&id)
    }
}

/// Subsets a face to the remapped glyphs.
pub(super) fn subset(face: &Face, remapper: &GlyphRemapper) -> Result<Subset, SummaryError> {
    let bytes = subsetter::subset(face.bytes, 0, remapper)
        .map_err(|error| SummaryError::Document(format!("{}: {error}", face.name)))?;
    let tag = tag(&bytes);
    let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let mut program = Stream::new(Dictionary::from_iter([("Length1", length.into())]), bytes);
    program
        .compress()
        .map_err(|error| SummaryError::Document(error.to_string()))?;
    Ok(Subset {
        name: format!("{tag}+{}", face.name),
        program,
    })
}

/// Six letters that follow from the subset's bytes.
fn tag(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

/// What the writer is told of a subset. The font program is put in its place afterwards, so that
/// the writer does not copy it about.
pub(super) fn description(face: &Face, name: &str, widths: BTreeMap<u16, u16>) -> ParsedFont {
    let shaper = &face.shaper;
    let scaled = |value: i16| (f32::from(value) * 1000.0 / face.em).round() as i16;
    let metrics = FontMetrics {
        ascent: scaled(shaper.ascender()),
        descent: scaled(shaper.descender()),
    };
    let placeholder = vec![0, 1, 0, 0];
    let mut description = ParsedFont::with_glyph_data(
        placeholder,
        0,
        Some(name.to_owned()),
        BTreeMap::new(),
        widths,
        1000,
        metrics,
    );
    let bounds = shaper.global_bounding_box();
    let box_of = &mut description.pdf_font_metrics;
    (box_of.x_min, box_of.y_min) = (scaled(bounds.x_min), scaled(bounds.y_min));
    (box_of.x_max, box_of.y_max) = (scaled(bounds.x_max), scaled(bounds.y_max));
    box_of.us_weight_class = shaper.weight().to_number();
    description
}
