//! Font files as bytes: compiled in, or read from the folder that is shipped beside the program.

/// The files of a set, in order of preference: a character is drawn from the first face of its
/// weight that has it.
pub(super) const FILES: [&str; 14] = [
    "Inter-Regular.ttf",
    "Inter-Bold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-Bold.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansThai-Bold.ttf",
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansGeorgian-Bold.ttf",
    "NotoSansArmenian-Regular.ttf",
    "NotoSansArmenian-Bold.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "DroidSansFallback.ttf",
];

/// A font file is missing, unreadable or no font.
#[derive(Debug, thiserror::Error)]
#[error("font {file}: {detail}")]
pub struct FontError {
    /// The file.
    pub file: String,
    /// What is wrong with it.
    pub detail: String,
}

/// The font files that a typesetter works with.
#[derive(Debug, Clone)]
pub struct Fonts {
    pub(super) files: Vec<(&'static str, &'static [u8])>,
}

macro_rules! bundled {
    ($($file:literal),+ $(,)?) => {
        vec![$(($file, include_bytes!(concat!("../../fonts/", $file)).as_slice())),+]
    };
}

impl Fonts {
    /// The fonts compiled into this crate (5.6 MB; a program that never calls this does not
    /// carry them).
    #[must_use]
    pub fn bundled() -> Fonts {
        let files = bundled![
            "Inter-Regular.ttf",
            "Inter-Bold.ttf",
            "NotoSansArabic-Regular.ttf",
            "NotoSansArabic-Bold.ttf",
            "NotoSansHebrew-Regular.ttf",
            "NotoSansHebrew-Bold.ttf",
            "NotoSansThai-Regular.ttf",
            "NotoSansThai-Bold.ttf",
            "NotoSansGeorgian-Regular.ttf",
            "NotoSansGeorgian-Bold.ttf",
            "NotoSansArmenian-Regular.ttf",
            "NotoSansArmenian-Bold.ttf",
            "NotoSansDevanagari-Regular.ttf",
            "DroidSansFallback.ttf",
        ];
        Fonts { files }
    }

    /// The fonts by name, as `read` brings them: files of this crate's `fonts` folder, wherever
    /// a copy of it lies. They stay in memory until the program ends, so call this once.
    ///
    /// # Errors
    /// A file of the set is missing or cannot be read.
    pub fn read(read: impl Fn(&str) -> std::io::Result<Vec<u8>>) -> Result<Fonts, FontError> {
        let mut files = Vec::with_capacity(FILES.len());
        for file in FILES {
            let bytes = read(file).map_err(|error| FontError {
                file: file.to_owned(),
                detail: error.to_string(),
            })?;
            let bytes: &'static [u8] = bytes.leak();
            files.push((file, bytes));
        }
        Ok(Fonts { files })
    }
}
