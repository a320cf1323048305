//! A list as a table: walks it on one consistent state of the cache and writes row by row, so that
//! no more of it is held than a row.

use std::{io, path::Path};

use turnup_store::{ListQuery, Store};

use super::{
    cells::Cell,
    columns::{COLUMNS, Reader},
    csv_sheet::CsvSheet,
    job::{Step, Stop},
    words::CellWords,
    xlsx::{MOST_ROWS, Xlsx},
};
use crate::{
    Failure,
    failure::codes,
    files::{Unfinished, not_written},
};

/// How many orders were written, and how many of those listed were not.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tabled {
    pub(crate) rows: u32,
    pub(crate) left_out: u32,
}

/// Something that takes a table.
pub(super) trait Sheet: Sized {
    /// The headings with the widths of their columns, in characters, of a table with so many rows.
    fn head(&mut self, headings: &[(String, u16)], rows: u32) -> io::Result<()>;
    fn cell(&mut self, cell: Cell<'_>) -> io::Result<()>;
    fn end_row(&mut self) -> io::Result<()>;
    /// What there is to write behind the last row.
    fn finish(self) -> io::Result<Unfinished>;
}

/// Writes a list as CSV and gives the file its name.
pub(super) fn as_csv(
    store: &Store,
    query: &ListQuery,
    words: CellWords,
    file: Unfinished,
    step: Step<'_>,
) -> Result<Tabled, Stop> {
    let path = file.path().to_owned();
    let sheet = CsvSheet::begin(file).map_err(|problem| not_written(&path, &problem))?;
    write(store, query, words, sheet, &path, u32::MAX, step)
}

/// Writes a list as a workbook and gives the file its name. Fails with `too_many_rows` before
/// anything is written when a sheet cannot hold them.
pub(super) fn as_xlsx(
    store: &Store,
    query: &ListQuery,
    words: CellWords,
    file: Unfinished,
    step: Step<'_>,
) -> Result<Tabled, Stop> {
    let path = file.path().to_owned();
    let name = words.get("exported-sheet");
    let sheet = Xlsx::begin(file, &name).map_err(|problem| not_written(&path, &problem))?;
    // The heading takes one.
    write(store, query, words, sheet, &path, MOST_ROWS - 1, step)
}

pub(super) fn write(
    store: &Store,
    query: &ListQuery,
    words: CellWords,
    mut sheet: impl Sheet,
    path: &Path,
    most: u32,
    step: Step<'_>,
) -> Result<Tabled, Stop> {
    let unwritten = |problem: io::Error| Stop::Failed(not_written(path, &problem));
    let mut reader = Reader {
        words,
        now: query.now,
    };
    let headings: Vec<(String, u16)> = COLUMNS
        .iter()
        .map(|column| {
            let heading = reader.words.get(&format!("exported-column-{}", column.id));
            (heading, column.width)
        })
        .collect();
    let mut rows = 0;
    store.walk(query, |order| {
        if rows == 0 {
            if order.total > most {
                return Err(too_many_rows(order.total, most));
            }
            sheet.head(&headings, order.total).map_err(unwritten)?;
        }
        for column in COLUMNS {
            let cell = (column.cell)(order, &mut reader);
            sheet.cell(cell).map_err(unwritten)?;
        }
        sheet.end_row().map_err(unwritten)?;
        rows += 1;
        step(rows, order.total)
    })?;
    if rows == 0 {
        sheet.head(&headings, 0).map_err(unwritten)?;
    }
    sheet.finish().map_err(unwritten)?.keep()?;
    Ok(Tabled { rows, left_out: 0 })
}

fn too_many_rows(total: u32, most: u32) -> Stop {
    Failure::new(codes::TOO_MANY_ROWS)
        .with("count", total)
        .with("max", most)
        .into()
}
