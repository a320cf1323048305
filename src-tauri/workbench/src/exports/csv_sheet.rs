//! A table as CSV: times in ISO 8601 with the offset of the contact's zone, formulas defused.

use std::io;

use super::{
    cells::{Cell, legible},
    table::Sheet,
};
use crate::{csv::Csv, files::Unfinished};

pub(super) struct CsvSheet(Csv<Unfinished>);

impl CsvSheet {
    pub(super) fn begin(file: Unfinished) -> io::Result<Self> {
        Csv::to(file).map(Self)
    }
}

impl Sheet for CsvSheet {
    fn head(&mut self, headings: &[(String, u16)], _rows: u32) -> io::Result<()> {
        for (heading, _) in headings {
            self.0.text(heading)?;
        }
        self.0.end_row()
    }

    fn cell(&mut self, cell: Cell<'_>) -> io::Result<()> {
        match cell {
            Cell::Text(text) => self.0.text(&legible(&text)),
            Cell::Number(number) => self.0.plain(&number.to_string()),
            Cell::Day(day) => self.0.plain(&day.to_string()),
            Cell::Moment(at, zone) => {
                let at = at.to_zoned(zone);
                self.0
                    .plain(&at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
            }
            Cell::Nothing => self.0.plain(""),
        }
    }

    fn end_row(&mut self) -> io::Result<()> {
        self.0.end_row()
    }

    fn finish(self) -> io::Result<Unfinished> {
        self.0.into_inner()
    }
}
