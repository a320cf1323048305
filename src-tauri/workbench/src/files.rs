//! Writing files so that a reader sees the old one or the new one, never half of one.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{
    Failure,
    failure::{Outcome, codes},
};

/// Longest file stem that [`safe_stem`] makes, in characters.
const MAX_STEM: usize = 120;

/// Writes `bytes` to `path`: temporary file beside it, fsync, rename, fsync of the folder.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut temporary = tempfile::Builder::new()
        .prefix(".turnup-")
        .tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(path).map_err(|problem| problem.error)?;
    if let Ok(folder) = File::open(folder) {
        // Not every system lets a folder be synced; the file itself already is.
        let _ = folder.sync_all();
    }
    Ok(())
}

/// The same, with the failure in the interface's words.
pub fn write_for_person(path: &Path, bytes: &[u8]) -> Outcome<()> {
    write_whole(path, bytes).map_err(|problem| {
        tracing::warn!(error = %problem, "a file could not be written");
        let code = match problem.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => codes::DISK_FULL,
            _ => codes::FILE_NOT_WRITTEN,
        };
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Failure::new(code)
            .with("name", name)
            .with("reason", reason_code(&problem))
    })
}

/// A word for why a file could not be read or written.
pub fn reason_code(problem: &io::Error) -> &'static str {
    match problem.kind() {
        io::ErrorKind::NotFound => "not_found",
        io::ErrorKind::PermissionDenied => "permission_denied",
        io::ErrorKind::ReadOnlyFilesystem => "read_only",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk_full",
        io::ErrorKind::IsADirectory => "is_a_folder",
        _ => "other",
    }
}

/// A file name stem that every system accepts: separators, control characters, reserved
/// punctuation and device names are taken out.
pub fn safe_stem(text: &str) -> String {
    let mut stem: String = text
        .chars()
        .map(|c| {
            if c.is_control() || r#"<>:"/\|?*"#.contains(c) {
                '-'
            } else {
                c
            }
        })
        .take(MAX_STEM)
        .collect();
    stem = stem
        .trim_matches(|c: char| c == '.' || c == '-' || c.is_whitespace())
        .to_owned();
    let base = stem
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    let device = matches!(base.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || ((base.starts_with("COM") || base.starts_with("LPT"))
            && base.len() == 4
            && base.ends_with(|c: char| c.is_ascii_digit()));
    if stem.is_empty() || device {
        format!("order-{stem}")
    } else {
        stem
    }
}

/// Makes a folder that only its owner can enter.
pub fn private_folder(path: &Path) -> io::Result<PathBuf> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)?;
    Ok(path.to_path_buf())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_stem_holds_nothing_that_a_file_system_refuses() {
        for (text, stem) in [
            ("4410-228290", "4410-228290"),
            ("../../etc/passwd", "etc-passwd"),
            ("CON", "order-CON"),
            ("com1.txt", "order-com1.txt"),
            ("a\0b\nc", "a-b-c"),
            ("", "order-"),
            ("...", "order-"),
        ] {
            assert_eq!(safe_stem(text), stem, "{text:?}");
        }
        assert_eq!(safe_stem(&"x".repeat(300)).chars().count(), MAX_STEM);
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_is_left_in_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("summary.pdf");
        write_whole(&path, b"old").unwrap();
        write_whole(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told_by_name_and_reason() {
        let failure = write_for_person(Path::new("/nowhere/at/all/x.pdf"), b"x").unwrap_err();
        assert_eq!(failure.code, codes::FILE_NOT_WRITTEN);
        assert_eq!(failure.params["name"], "x.pdf");
        assert_eq!(failure.params["reason"], "not_found");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_apart() {
        let problem = io::Error::from_raw_os_error(28);
        assert_eq!(reason_code(&problem), "disk_full");
    }
}
