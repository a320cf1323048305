//! Tables as CSV, defused: a cell that a spreadsheet would take for a formula is text.

use crate::{errors::internal, failure::Outcome};

/// A table being written. Begins with the mark that has spreadsheets read UTF-8.
pub struct Csv {
    writer: csv::Writer<Vec<u8>>,
}

impl Csv {
    pub fn new() -> Self {
        Self {
            writer: csv::WriterBuilder::new()
                .terminator(csv::Terminator::CRLF)
                .from_writer("\u{feff}".as_bytes().to_vec()),
        }
    }

    /// One row; every row has as many cells as the first.
    pub fn row<const CELLS: usize>(&mut self, cells: [String; CELLS]) -> Outcome<()> {
        self.writer
            .write_record(cells.map(|cell| defused(&cell)))
            .map_err(|problem| internal("a table", problem))
    }

    pub fn bytes(self) -> Outcome<Vec<u8>> {
        self.writer
            .into_inner()
            .map_err(|problem| internal("a table", problem))
    }
}

/// A formula begins with one of these, for one spreadsheet or another; an apostrophe before it
/// makes it text.
fn defused(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
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
}
