//! A damaged page of the schema takes the way to every table on it. In every file that this
//! program made, schema and first tables lie at the same places: a copy of the file gets the
//! pages of its schema from a fresh one.

use std::{
    fs::{self, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::Path,
};

use rusqlite::Connection;

use crate::{
    Result, Store, StoreError,
    files::{beside, make_private},
    migrations,
};

/// Of every file that this program makes.
const PAGE: usize = 4096;

/// Runs `work` over a copy of `damaged` with a schema that can be read. The copy is removed
/// again.
pub(super) fn with_schema<T>(damaged: &Path, work: impl FnOnce(&Path) -> Result<T>) -> Result<T> {
    let copy = beside(damaged, ".salvage");
    remove(&copy);
    let outcome = graft(damaged, &copy).and_then(|()| work(&copy));
    remove(&copy);
    outcome
}

fn graft(damaged: &Path, copy: &Path) -> Result<()> {
    let size = fs::metadata(damaged)?.len();
    if size <= PAGE as u64 {
        return Err(StoreError::NotFound);
    }
    let fresh = fresh_file(copy)?;
    make_private(copy)?;
    fs::copy(damaged, copy)?;
    let log = beside(damaged, "-wal");
    if log.exists() {
        fs::copy(&log, beside(copy, "-wal"))?;
    }
    let mut file = OpenOptions::new().write(true).open(copy)?;
    for page in schema_pages(&fresh) {
        let from = (page - 1) * PAGE;
        if let Some(bytes) = fresh.get(from..from + PAGE) {
            file.seek(SeekFrom::Start(from as u64))?;
            file.write_all(bytes)?;
        }
    }
    Ok(())
}

/// A fresh file whose first page is fit to stand before the pages of another.
fn fresh_file(copy: &Path) -> Result<Vec<u8>> {
    let fresh = beside(copy, ".fresh");
    remove(&fresh);
    let bytes = make(&fresh);
    remove(&fresh);
    let mut bytes = bytes?;
    if bytes.len() < PAGE {
        return Err(StoreError::NotFound);
    }
    // With a log.
    bytes[18..20].fill(2);
    // No free pages are known, and the size is what the file's is: the header's own count holds
    // only while these two agree.
    bytes[32..40].fill(0);
    bytes[92..96].fill(0xff);
    Ok(bytes)
}

fn make(fresh: &Path) -> Result<Vec<u8>> {
    make_private(fresh)?;
    let connection = Connection::open(fresh)?;
    connection.execute_batch(migrations::SCHEMA.migrations[0].sql)?;
    drop(connection);
    Ok(fs::read(fresh)?)
}

/// The first page and those that it leads to; the schema has two levels at most.
fn schema_pages(file: &[u8]) -> Vec<usize> {
    /// Where the tree begins on the first page, behind the header of the file.
    const TREE: usize = 100;
    const INNER: u8 = 5;
    let number = |at: usize, length: usize| {
        let bytes = file.get(at..at + length).unwrap_or_default();
        bytes
            .iter()
            .fold(0, |all, byte| all << 8 | usize::from(*byte))
    };
    let mut pages = vec![1];
    if file.get(TREE) == Some(&INNER) {
        let cells = number(TREE + 3, 2);
        let pointers = (0..cells).map(|cell| number(TREE + 12 + cell * 2, 2));
        pages.extend(pointers.map(|cell| number(cell, 4)));
        pages.push(number(TREE + 8, 4));
    }
    pages.retain(|page| *page > 0);
    pages
}

fn remove(path: &Path) {
    for file in Store::files_of(path) {
        let _ = fs::remove_file(file);
    }
}
