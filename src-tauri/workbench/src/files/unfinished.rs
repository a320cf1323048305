//! A file that grows row by row beside the place where it shall be: it takes that place when it is
//! whole, and goes when it is dropped before.

use std::{
    fs::File,
    io::{self, BufWriter, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use super::{begin_in, folder_of, not_written, settle};
use crate::failure::Outcome;

/// Bytes that are gathered before they are written.
const GATHERED: usize = 256 * 1024;

/// A file on its way.
pub(crate) struct Unfinished {
    writer: BufWriter<NamedTempFile>,
    path: PathBuf,
}

impl Unfinished {
    /// Begins a file that shall stand at `path`, with the failure in the interface's words.
    pub(crate) fn beside(path: &Path) -> Outcome<Self> {
        let temporary = begin_in(folder_of(path)).map_err(|problem| not_written(path, &problem))?;
        Ok(Self {
            writer: BufWriter::with_capacity(GATHERED, temporary),
            path: path.to_owned(),
        })
    }

    /// Where it shall stand.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Puts it where it shall stand, for good. Fails as [`super::write_for_person`] does.
    pub(crate) fn keep(self) -> Outcome<()> {
        let path = self.path;
        let temporary = self
            .writer
            .into_inner()
            .map_err(|problem| not_written(&path, problem.error()))?;
        settle(temporary, &path).map_err(|problem| not_written(&path, &problem))
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl Seek for Unfinished {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.writer.seek(to)
    }
}

/// Whether the system says that somebody else holds the file.
pub(super) fn is_held(problem: &io::Error) -> bool {
    // Sharing and lock violations, as Windows numbers them.
    let shared = cfg!(windows) && matches!(problem.raw_os_error(), Some(32 | 33));
    shared || problem.kind() == io::ErrorKind::ResourceBusy
}

/// What replaces a file that is open elsewhere is refused on Windows as if it were forbidden.
pub(super) fn told_of_replacing(problem: io::Error, path: &Path) -> io::Error {
    let refused = problem.kind() == io::ErrorKind::PermissionDenied;
    if cfg!(windows) && refused && File::open(path).is_ok() {
        return io::Error::new(io::ErrorKind::ResourceBusy, problem);
    }
    problem
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;

    use super::*;
    use crate::failure::codes;

    #[test]
    fn a_file_stands_in_its_place_once_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("orders.csv");
        fs::write(&path, b"older").unwrap();
        let mut file = Unfinished::beside(&path).unwrap();
        file.write_all(&vec![b'x'; GATHERED + 1]).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"older");
        file.keep().unwrap();
        assert_eq!(fs::read(&path).unwrap().len(), GATHERED + 1);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn nothing_is_left_of_a_file_that_was_given_up() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = Unfinished::beside(&folder.path().join("orders.csv")).unwrap();
        file.write_all(&vec![b'x'; GATHERED * 3]).unwrap();
        drop(file);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_place_that_is_a_folder_is_told_by_its_reason() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("orders.csv");
        fs::create_dir(&path).unwrap();
        let failure = Unfinished::beside(&path).unwrap().keep().unwrap_err();
        assert_eq!(failure.code, codes::FILE_NOT_WRITTEN);
        assert_eq!(failure.params["reason"], "is_a_folder");
    }

    #[test]
    fn a_file_that_somebody_holds_is_told_apart() {
        let held = io::Error::from(io::ErrorKind::ResourceBusy);
        assert_eq!(super::super::reason_code(&held), "in_use");
    }
}
