//! Tables as CSV, defused: a cell that a spreadsheet would take for a formula is text.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use crate::{errors::internal, failure::Outcome};

/// The mark that has spreadsheets read UTF-8.
const MARK: &str = "\u{feff}";

/// A table being written. Begins with the mark that has spreadsheets read UTF-8.
pub struct Csv<W: Write = Vec<u8>> {
    writer: csv::Writer<W>,
}

impl Csv {
    pub fn new() -> Self {
        Self {
            writer: writer(MARK.as_bytes().to_vec()),
        }
    }

    /// One row; every row has as many cells as the first.
    pub fn row<const CELLS: usize>(&mut self, cells: [String; CELLS]) -> Outcome<()> {
        self.writer
            .write_record(cells.iter().map(|cell| defused(cell).into_owned()))
            .map_err(|problem| internal("a table", problem))
    }

    pub fn bytes(self) -> Outcome<Vec<u8>> {
        self.writer
            .into_inner()
            .map_err(|problem| internal("a table", problem))
    }
}

impl<W: Write> Csv<W> {
    /// A table that is written on as it grows.
    pub fn to(mut target: W) -> io::Result<Self> {
        target.write_all(MARK.as_bytes())?;
        Ok(Self {
            writer: writer(target),
        })
    }

    /// The next cell of a row: what somebody typed.
    pub fn text(&mut self, cell: &str) -> io::Result<()> {
        self.writer
            .write_field(defused(cell).as_bytes())
            .map_err(io::Error::from)
    }

    /// The next cell of a row: a number or a time of ours, which a minus may begin.
    pub fn plain(&mut self, cell: &str) -> io::Result<()> {
        self.writer.write_field(cell).map_err(io::Error::from)
    }

    /// The end of a row.
    pub fn end_row(&mut self) -> io::Result<()> {
        self.writer
            .write_record(None::<&[u8]>)
            .map_err(io::Error::from)
    }

    /// Where it was written to.
    pub fn into_inner(self) -> io::Result<W> {
        self.writer
            .into_inner()
            .map_err(|problem| io::Error::from(problem.error().kind()))
    }
}

fn writer<W: Write>(target: W) -> csv::Writer<W> {
    csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(target)
}

/// A formula begins with one of these, for one spreadsheet or another, also in full width; an
/// apostrophe before it makes it text.
fn defused(cell: &str) -> Cow<'_, str> {
    let begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(begins) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_cell_that_looks_like_a_formula_is_text() {
        for (cell, written) in [
            ("Zurita", "Zurita"),
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\n=1", "'\n=1"),
            ("＝1", "'＝1"),
            ("", ""),
        ] {
            assert_eq!(defused(cell), written);
        }
    }

    #[test]
    fn separators_and_quotes_in_cells_are_kept() {
        let mut csv = Csv::new();
        csv.row(["a".into(), "b".into()]).unwrap();
        csv.row(["1,2\n3".into(), "say \"hi\"".into()]).unwrap();
        assert_eq!(
            String::from_utf8(csv.bytes().unwrap()).unwrap(),
            "\u{feff}a,b\r\n\"1,2\n3\",\"say \"\"hi\"\"\"\r\n"
        );
    }

    #[test]
    fn a_table_that_grows_is_the_same_and_numbers_stay_numbers() {
        let mut csv = Csv::to(Vec::new()).unwrap();
        csv.text("=1").unwrap();
        csv.plain("-3").unwrap();
        csv.text("a,b").unwrap();
        csv.end_row().unwrap();
        csv.text("").unwrap();
        csv.plain("4").unwrap();
        csv.text("").unwrap();
        csv.end_row().unwrap();
        assert_eq!(
            String::from_utf8(csv.into_inner().unwrap()).unwrap(),
            "\u{feff}'=1,-3,\"a,b\"\r\n,4,\r\n"
        );
    }
}
