//! Where the program's files lie on this computer, for every program of the house.

use std::path::{Path, PathBuf};

/// The program's name among all programs; a test of the shell holds it against its packages.
const IDENTIFIER: &str = "org.turnup.desktop";

/// The folder of all data of this person; none where the system names no such place.
#[must_use]
pub fn data_dir() -> Option<PathBuf> {
    dirs::data_dir().map(|folder| folder.join(IDENTIFIER))
}

/// The fonts of the summary: in one of these folders, else where they lie in a build tree.
#[must_use]
pub fn fonts_dir(candidates: impl IntoIterator<Item = PathBuf>) -> PathBuf {
    let in_build_tree = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../summary/fonts");
    candidates
        .into_iter()
        .find(|folder| folder.is_dir())
        .unwrap_or_else(in_build_tree)
}
