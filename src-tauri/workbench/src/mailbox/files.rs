//! The files of e-mails: named one by one, or all that lie in a folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    Failure, email,
    failure::{Outcome, codes},
    files::{name_of, read_at_most, unreadable},
    views::EmailFailure,
};

/// Most files that are opened at once.
const MOST: usize = 2_000;
/// Deepest folder in a folder that is looked into.
const DEEPEST: usize = 8;

/// The files to read: those named, and the `.eml` files in the folders named, by name. A folder
/// with none of them, or with more than are opened at once, is told.
pub(super) fn collect(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<EmailFailure>) {
    let (mut files, mut failures) = (Vec::new(), Vec::new());
    for path in paths {
        let mut failed = |failure| {
            failures.push(EmailFailure {
                file: name_of(path),
                failure,
            });
        };
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let mut found = Vec::new();
        match in_folder(path, 0, &mut found) {
            Err(problem) => failed(unreadable(path, &problem)),
            Ok(()) if found.is_empty() => {
                failed(Failure::new(codes::FOLDER_WITHOUT_EMAILS).with("name", name_of(path)));
            }
            Ok(()) => files.append(&mut found),
        }
        if files.len() > MOST {
            failed(Failure::new(codes::TOO_MANY_EMAILS).with("max", MOST));
        }
        files.truncate(MOST);
    }
    (files, failures)
}

/// Links to folders are not followed: they may lead in a circle.
fn in_folder(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if found.len() > MOST {
            break;
        }
        let path = entry.path();
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && depth < DEEPEST {
            // What of it may not be read is left out; the rest is wanted.
            let _ = in_folder(&path, depth + 1, found);
        } else if !is_folder && is_email(&path) {
            found.push(path);
        }
    }
    Ok(())
}

fn is_email(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("eml"))
}

/// Reads a file that may be an e-mail, and not more of it than is sensible.
pub(super) fn read(path: &Path) -> Outcome<Vec<u8>> {
    read_at_most(path, email::MAX_BYTES)?.ok_or_else(|| {
        Failure::new(codes::EMAIL_TOO_LARGE)
            .with("name", name_of(path))
            .with("max_mb", email::MAX_BYTES / 1024 / 1024)
    })
}
