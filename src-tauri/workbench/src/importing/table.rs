//! A table as others write it: CSV in whatever they write it with, or a workbook of Excel. Rows
//! come one by one; nothing of the sheet is held but the row that is looked at (of a workbook also
//! the texts that its cells share).

use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use calamine::{DataRef, Reader as _, Xlsx, XlsxError, open_workbook};

use super::text;
use crate::{
    Failure,
    failure::{Outcome, codes},
    files::{name_of, unreadable},
};

/// Largest file that is read, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;
/// What a workbook may grow to when it is unpacked, in bytes.
const UNPACKED: u64 = 1024 * 1024 * 1024;
/// Columns that are looked at.
pub(super) const COLUMNS: usize = 200;
/// What a workbook begins with, which is a ZIP archive.
const ARCHIVE: &[u8] = b"PK\x03\x04";
/// What the workbooks of before 2007 begin with, and those that a password protects.
const OLD: &[u8] = b"\xd0\xcf\x11\xe0";

/// A file with rows.
#[derive(Debug, Clone)]
pub(super) struct Table {
    path: PathBuf,
    kind: Kind,
    /// What tells whether somebody changed it.
    stamp: (u64, u128),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Text(text::Form),
    Workbook { sheets: Vec<String> },
}

impl Table {
    /// Looks at a file. Fails with `table_unreadable` and why.
    pub(super) fn open(path: &Path) -> Outcome<Self> {
        let unread = |problem: io::Error| unreadable(path, &problem);
        let stamp = stamp_of(path)?;
        if stamp.0 > LARGEST {
            return Err(refused(path, "too_large").with("max", LARGEST / 1024 / 1024));
        }
        let mut begins = Vec::new();
        let file = File::open(path).map_err(unread)?;
        file.take(4).read_to_end(&mut begins).map_err(unread)?;
        let kind = if begins == OLD {
            return Err(refused(path, "old_workbook"));
        } else if begins == ARCHIVE {
            unpacks(path)?;
            let sheets = workbook(path)?.sheet_names();
            if sheets.is_empty() {
                return Err(refused(path, "empty"));
            }
            Kind::Workbook { sheets }
        } else {
            let form = text::form_of(path).map_err(unread)?;
            Kind::Text(form.ok_or_else(|| refused(path, "not_a_table"))?)
        };
        Ok(Self {
            path: path.to_owned(),
            kind,
            stamp,
        })
    }

    /// Its name, as a person sees it.
    pub(super) fn name(&self) -> String {
        name_of(&self.path)
    }

    /// The sheets of a workbook; none of a text.
    pub(super) fn sheets(&self) -> &[String] {
        match &self.kind {
            Kind::Text(_) => &[],
            Kind::Workbook { sheets } => sheets,
        }
    }

    /// Gives every row with its number as a spreadsheet counts them (from 1) to `each`, until it
    /// breaks off. Rows without any text are passed over. Fails with `table_changed` when somebody
    /// wrote to it since it was opened.
    pub(super) fn rows(
        &self,
        sheet: &str,
        mut each: impl FnMut(u32, &[String]) -> bool,
    ) -> Outcome<()> {
        if stamp_of(&self.path)? != self.stamp {
            return Err(Failure::new(codes::TABLE_CHANGED).with("name", self.name()));
        }
        let mut told = |number: u32, row: &mut Vec<String>| {
            let filled = row.iter().any(|cell| !cell.is_empty());
            let goes_on = !filled || each(number, row);
            row.clear();
            goes_on
        };
        match &self.kind {
            Kind::Text(form) => self.text_rows(form, &mut told),
            Kind::Workbook { .. } => self.sheet_rows(sheet, &mut told),
        }
    }

    fn text_rows(
        &self,
        form: &text::Form,
        each: &mut dyn FnMut(u32, &mut Vec<String>) -> bool,
    ) -> Outcome<()> {
        let file = File::open(&self.path).map_err(|problem| unreadable(&self.path, &problem))?;
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(form.delimiter)
            .from_reader(form.read(file));
        let mut record = csv::StringRecord::new();
        let mut row = Vec::new();
        let mut number = 0_u32;
        loop {
            match reader.read_record(&mut record) {
                Ok(false) => return Ok(()),
                Ok(true) => {}
                Err(problem) => {
                    tracing::info!(error = %problem, "a table ends in the middle");
                    return Err(self.refused("not_a_table"));
                }
            }
            // As a spreadsheet counts: a cell over several lines is one row, an empty line none.
            number += 1;
            row.extend(record.iter().take(COLUMNS).map(tidied));
            if !each(number, &mut row) {
                return Ok(());
            }
        }
    }

    fn sheet_rows(
        &self,
        sheet: &str,
        each: &mut dyn FnMut(u32, &mut Vec<String>) -> bool,
    ) -> Outcome<()> {
        let mut book = workbook(&self.path)?;
        let broken = |problem: XlsxError| {
            tracing::info!(error = %problem, "a workbook is not understood");
            self.refused("not_a_table")
        };
        let mut cells = book.worksheet_cells_reader(sheet).map_err(broken)?;
        let mut row = Vec::new();
        let mut at: Option<u32> = None;
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let (number, column) = cell.get_position();
            if at.is_some_and(|at| at != number)
                && !each(at.unwrap_or_default().saturating_add(1), &mut row)
            {
                return Ok(());
            }
            at = Some(number);
            let column = usize::try_from(column).unwrap_or(usize::MAX);
            let said = said(cell.get_value());
            if column >= COLUMNS || said.is_empty() {
                continue;
            }
            if row.len() <= column {
                row.resize(column + 1, String::new());
            }
            row[column] = said;
        }
        if let Some(at) = at {
            each(at.saturating_add(1), &mut row);
        }
        Ok(())
    }

    fn refused(&self, reason: &str) -> Failure {
        refused(&self.path, reason)
    }
}

fn refused(path: &Path, reason: &str) -> Failure {
    Failure::new(codes::TABLE_UNREADABLE)
        .with("name", name_of(path))
        .with("reason", reason)
}

fn stamp_of(path: &Path) -> Outcome<(u64, u128)> {
    let unread = |problem: io::Error| unreadable(path, &problem);
    let facts = std::fs::metadata(path).map_err(unread)?;
    if !facts.is_file() {
        return Err(refused(path, "not_a_table"));
    }
    let written = facts.modified().map_err(unread)?;
    let since = written.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok((facts.len(), since.as_nanos()))
}

fn workbook(path: &Path) -> Outcome<Xlsx<BufReader<File>>> {
    open_workbook(path).map_err(|problem: XlsxError| match problem {
        XlsxError::Io(problem) => unreadable(path, &problem),
        XlsxError::Password => refused(path, "old_workbook"),
        other => {
            tracing::info!(error = %other, "a workbook is not understood");
            refused(path, "not_a_table")
        }
    })
}

/// Refuses a workbook that unpacks to more than anybody works with: what an archive says of its
/// own size need not be true, so that it is unpacked once to nowhere.
fn unpacks(path: &Path) -> Outcome<()> {
    let file = File::open(path).map_err(|problem| unreadable(path, &problem))?;
    let broken = |_| refused(path, "not_a_table");
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(broken)?;
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(broken)?;
        let unpacked = io::copy(&mut part.take(left), &mut io::sink())
            .map_err(|_| refused(path, "not_a_table"))?;
        left -= unpacked;
        if left == 0 {
            return Err(refused(path, "too_large").with("max", LARGEST / 1024 / 1024));
        }
    }
    Ok(())
}

/// What a cell of a workbook says.
fn said(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            tidied(text)
        }
        DataRef::SharedString(text) => tidied(text),
        DataRef::Int(number) => number.to_string(),
        // A whole number is written without its fraction: 41001.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(answer) => answer.to_string(),
        DataRef::DateTime(moment) => moment.as_f64().to_string(),
        // An error of a formula is nothing that could be an answer, and must not look empty.
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// Without blanks around it, and without the apostrophe that keeps a text from being a formula.
fn tidied(cell: &str) -> String {
    let cell = cell.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let text = cell
        .strip_prefix('\'')
        .filter(|text| text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
    text.unwrap_or(cell).to_owned()
}
