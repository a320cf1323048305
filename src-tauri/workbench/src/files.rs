//! Writing files so that a reader sees the old one or the new one, never half of one.

mod unfinished;

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Read, Write},
    iter,
    path::{Path, PathBuf},
    sync::Mutex,
};

use tempfile::NamedTempFile;

pub(crate) use unfinished::Unfinished;

use crate::{
    Failure,
    failure::{Outcome, codes},
    workbench::lock,
};

/// Longest file stem that [`safe_stem`] makes, in characters.
const MAX_STEM: usize = 120;

/// How the file is called that something is written to before it has its name.
const PREFIX: &str = ".turnup-";
const SUFFIX: &str = ".part";
/// Random letters and digits between them.
const RANDOM: usize = 6;

/// Writes `bytes` to `path`: temporary file beside it, fsync, rename, fsync of the folder.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut temporary = temporary_in(folder_of(path))?;
    temporary.write_all(bytes)?;
    settle(temporary, path)
}

/// Gives a written file its name: fsync, rename, fsync of the folder.
fn settle(temporary: NamedTempFile, path: &Path) -> io::Result<()> {
    temporary.as_file().sync_all()?;
    temporary
        .persist(path)
        .map_err(|problem| unfinished::told_of_replacing(problem.error, path))?;
    if let Ok(folder) = File::open(folder_of(path)) {
        // Not every system lets a folder be synced; the file itself already is.
        let _ = folder.sync_all();
    }
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// A temporary file that is locked as long as it is written: one that nobody holds is what a
/// program left that was killed.
fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    loop {
        let temporary = tempfile::Builder::new()
            .prefix(PREFIX)
            .suffix(SUFFIX)
            .rand_bytes(RANDOM)
            .tempfile_in(folder)?;
        // Where nothing can be locked, nothing is swept away either. Else somebody may have swept
        // this one away before it was locked.
        if temporary.as_file().lock().is_err() || temporary.path().exists() {
            return Ok(temporary);
        }
    }
}

/// Removes what programs left in a folder that were killed while they wrote into it.
pub fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(is_temporary);
        if !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let Ok(file) = File::open(entry.path()) else {
            continue;
        };
        if file.try_lock().is_ok() && fs::remove_file(entry.path()).is_ok() {
            tracing::info!("an unfinished file was removed");
        }
    }
}

fn is_temporary(name: &str) -> bool {
    let random = name
        .strip_prefix(PREFIX)
        .and_then(|rest| rest.strip_suffix(SUFFIX));
    random.is_some_and(|random| {
        random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Folders outside the data that were swept since this program began: once is enough, what lies
/// there is from an earlier one.
static SWEPT: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// A temporary file where a person wants one. What an earlier program left there of files that it
/// had begun goes.
fn begin_in(folder: &Path) -> io::Result<NamedTempFile> {
    if lock(&SWEPT).insert(folder.to_owned()) {
        sweep(folder);
    }
    temporary_in(folder)
}

/// Writes `bytes` to `path` as [`write_whole`] does, with the failure in the interface's words.
pub fn write_for_person(path: &Path, bytes: &[u8]) -> Outcome<()> {
    let written = begin_in(folder_of(path)).and_then(|mut temporary| {
        temporary.write_all(bytes)?;
        settle(temporary, path)
    });
    written.map_err(|problem| not_written(path, &problem))
}

/// Most files of one name in a folder.
const MOST_ALIKE: u32 = 10_000;

/// Writes a file into a folder without replacing any: a name that is taken gets a number, as in
/// `Order 1 (2).pdf`. Answers with where it is.
pub(crate) fn write_beside_others(
    folder: &Path,
    stem: &str,
    extension: &str,
    bytes: &[u8],
) -> Outcome<PathBuf> {
    let first = folder.join(format!("{stem}.{extension}"));
    let numbered = |number| folder.join(format!("{stem} ({number}).{extension}"));
    let written = begin_in(folder).and_then(|mut temporary| {
        temporary.write_all(bytes)?;
        temporary.as_file().sync_all()?;
        for path in iter::once(first.clone()).chain((2..MOST_ALIKE).map(numbered)) {
            match settle_new(temporary, &path)? {
                None => return Ok(path),
                Some(unsettled) => temporary = unsettled,
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    });
    written.map_err(|problem| not_written(&first, &problem))
}

/// Gives a written file a name that nothing has; the file back when something has it.
fn settle_new(temporary: NamedTempFile, path: &Path) -> io::Result<Option<NamedTempFile>> {
    let Err(problem) = temporary.persist_noclobber(path) else {
        return Ok(None);
    };
    let taken = problem.error.kind() == io::ErrorKind::AlreadyExists;
    if taken || path.symlink_metadata().is_ok() {
        return Ok(Some(problem.file));
    }
    // Not every file system can do both at once.
    settle(problem.file, path).map(|()| None)
}

/// Why a file that a person wants is not there.
pub(crate) fn not_written(path: &Path, problem: &io::Error) -> Failure {
    tracing::warn!(error = %problem, "a file could not be written");
    let code = match problem.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => codes::DISK_FULL,
        _ if unfinished::is_held(problem) => codes::FILE_IN_USE,
        _ => codes::FILE_NOT_WRITTEN,
    };
    Failure::new(code)
        .with("name", name_of(path))
        .with("reason", reason_code(problem))
}

/// The name of a file or folder, without where it lies.
pub(crate) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// Reads a file that somebody chose; none when it holds more bytes than `most`.
///
/// Fails with `file_unreadable`.
pub(crate) fn read_at_most(path: &Path, most: u64) -> Outcome<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(|problem| unreadable(path, &problem))?;
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= most);
    Ok(fits.then_some(bytes))
}

/// Why something that somebody chose cannot be read.
pub(crate) fn unreadable(path: &Path, problem: &io::Error) -> Failure {
    Failure::new(codes::FILE_UNREADABLE)
        .with("name", name_of(path))
        .with("reason", reason_code(problem))
}

/// A word for why a file could not be read or written.
pub fn reason_code(problem: &io::Error) -> &'static str {
    match problem.kind() {
        io::ErrorKind::NotFound => "not_found",
        io::ErrorKind::PermissionDenied => "permission_denied",
        io::ErrorKind::ReadOnlyFilesystem => "read_only",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk_full",
        io::ErrorKind::IsADirectory => "is_a_folder",
        _ if unfinished::is_held(problem) => "in_use",
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
    fn a_file_beside_others_replaces_none_of_them() {
        let folder = tempfile::tempdir().unwrap();
        for (bytes, name) in [
            (b"1", "Order 1.pdf"),
            (b"2", "Order 1 (2).pdf"),
            (b"3", "Order 1 (3).pdf"),
        ] {
            let path = write_beside_others(folder.path(), "Order 1", "pdf", bytes).unwrap();
            assert_eq!(path, folder.path().join(name));
            assert_eq!(fs::read(path).unwrap(), bytes);
        }
        assert_eq!(fs::read(folder.path().join("Order 1.pdf")).unwrap(), b"1");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn what_a_killed_program_left_of_a_file_goes_and_what_is_being_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let written = temporary_in(folder.path()).unwrap();
        let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
        for left in [".turnup-Ab12cd.part", ".turnup-notes.part", "turnup.part"] {
            fs::write(folder.path().join(left), b"half").unwrap();
        }
        sweep(folder.path());
        let entries = fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| name(&entry.unwrap().path())).collect();
        names.sort();
        let mut expected = [
            name(written.path()),
            ".turnup-notes.part".to_owned(),
            "turnup.part".to_owned(),
        ];
        expected.sort();
        assert_eq!(names, expected);
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
