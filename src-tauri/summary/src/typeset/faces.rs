//! Parsed faces, and which of them draws a character.

use super::{FontError, Fonts};

/// A face by its place in the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FaceId(pub u8);

/// A parsed face.
pub(crate) struct Face {
    /// Its name in a document, such as `Inter-Regular`.
    pub name: &'static str,
    /// The whole file.
    pub bytes: &'static [u8],
    /// What shapes with it.
    pub shaper: rustybuzz::Face<'static>,
    /// One em in font units.
    pub em: f32,
    /// Whether it is the face that most of a document is set in.
    pub main: bool,
    strong: bool,
    /// The other weight is not there: bold is drawn with a stroke.
    single: bool,
}

/// All faces.
pub(crate) struct Faces {
    all: Vec<Face>,
    regular: Vec<FaceId>,
    bold: Vec<FaceId>,
}

impl Faces {
    /// Parses every file.
    pub fn parse(fonts: &Fonts) -> Result<Faces, FontError> {
        let mut all = Vec::with_capacity(fonts.files.len());
        for (file, bytes) in &fonts.files {
            let shaper = rustybuzz::Face::from_slice(bytes, 0).ok_or_else(|| FontError {
                file: (*file).to_owned(),
                detail: "is not a font".to_owned(),
            })?;
            let name = file.trim_end_matches(".ttf");
            let strong = name.ends_with("-Bold");
            let stem = name.split('-').next().unwrap_or(name);
            let weights = fonts.files.iter().filter(|(other, _)| {
                other.trim_end_matches(".ttf").split('-').next() == Some(stem)
            });
            all.push(Face {
                name,
                bytes,
                em: shaper.units_per_em() as f32,
                shaper,
                main: stem == "Inter",
                strong,
                single: weights.count() == 1,
            });
        }
        let of = |strong: bool| {
            let fits = |face: &Face| face.single || face.strong == strong;
            (0_u8..)
                .zip(&all)
                .filter(|(_, face)| fits(face))
                .map(|(id, _)| FaceId(id))
                .collect()
        };
        let (regular, bold) = (of(false), of(true));
        Ok(Faces { all, regular, bold })
    }

    /// A face.
    pub fn get(&self, id: FaceId) -> &Face {
        &self.all[usize::from(id.0)]
    }

    /// Every face with its id.
    pub fn iter(&self) -> impl Iterator<Item = (FaceId, &Face)> {
        (0_u8..).map(FaceId).zip(&self.all)
    }

    /// The first face of a weight that draws a character.
    pub fn of_char(&self, c: char, strong: bool) -> Option<FaceId> {
        let order = if strong { &self.bold } else { &self.regular };
        order.iter().copied().find(|id| self.get(*id).has(c))
    }

    /// The face that most text of a weight is set in.
    pub fn main(&self, strong: bool) -> FaceId {
        let order = if strong { &self.bold } else { &self.regular };
        order.first().copied().unwrap_or(FaceId(0))
    }

    /// Whether bold has to be drawn with a stroke in this face.
    pub fn needs_stroke(&self, id: FaceId, strong: bool) -> bool {
        strong && self.get(id).single
    }
}

impl Face {
    /// Whether the face draws a character.
    pub fn has(&self, c: char) -> bool {
        self.shaper.glyph_index(c).is_some_and(|glyph| glyph.0 != 0)
    }
}
