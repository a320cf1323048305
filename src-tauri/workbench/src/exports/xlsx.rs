//! A table as a workbook of Excel with one sheet: a frozen head with filters, days and instants as
//! dates, texts as texts that no later edit turns into a formula. Rows go through the compressor
//! as they come; nothing of the sheet is held. The parts around the sheet are in `xlsx/`.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use jiff::civil::{Date, DateTime};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{
    cells::{Cell, legible},
    table::Sheet,
};
use crate::files::Unfinished;

/// Rows of a sheet, the heading among them.
pub(super) const MOST_ROWS: u32 = 1_048_576;
/// Characters of a cell, as Excel counts them (UTF-16).
const MOST_CHARACTERS: usize = 32_767;
/// Rows from which on a sheet may take more than 4 GB before it is compressed.
const LARGE: u32 = 300_000;
/// How hard it is compressed, from 1 to 9.
const LEVEL: i64 = 3;
/// Bytes of rows that are gathered before they are compressed.
const GATHERED: usize = 64 * 1024;

/// Places in the `cellXfs` of `styles.xml`.
mod style {
    pub(super) const HEAD: u8 = 1;
    pub(super) const DAY: u8 = 2;
    pub(super) const MOMENT: u8 = 3;
    pub(super) const TEXT: u8 = 4;
}

/// Parts that say the same in every workbook.
const PARTS: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        include_str!("xlsx/content_types.xml"),
    ),
    ("_rels/.rels", include_str!("xlsx/rels.xml")),
    (
        "xl/_rels/workbook.xml.rels",
        include_str!("xlsx/workbook_rels.xml"),
    ),
    ("xl/styles.xml", include_str!("xlsx/styles.xml")),
];

pub(super) struct Xlsx {
    zip: ZipWriter<Unfinished>,
    /// Of the sheet.
    name: String,
    /// What is not compressed yet.
    text: String,
    rows: u32,
    columns: usize,
    /// Of the cell that comes next.
    column: usize,
}

impl Xlsx {
    /// Begins a workbook with one sheet.
    pub(super) fn begin(file: Unfinished, name: &str) -> io::Result<Self> {
        let mut zip = ZipWriter::new(file);
        for (path, part) in PARTS {
            zip.start_file(path, options())?;
            zip.write_all(part.as_bytes())?;
        }
        Ok(Self {
            zip,
            name: name.to_owned(),
            text: String::with_capacity(GATHERED * 2),
            rows: 0,
            columns: 0,
            column: 0,
        })
    }

    fn open_row(&mut self) {
        if self.column == 0 {
            self.rows += 1;
            let _ = write!(self.text, r#"<row r="{}">"#, self.rows);
        }
    }

    fn put_text(&mut self, text: &str, style: u8) {
        if text.is_empty() {
            return;
        }
        let (column, row) = (Letters(self.column), self.rows);
        let _ = write!(
            self.text,
            r#"<c r="{column}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">"#
        );
        escape(&cut(&legible(text)), &mut self.text);
        self.text.push_str("</t></is></c>");
    }

    fn put_number(&mut self, number: impl std::fmt::Display, style: u8) {
        let (column, row) = (Letters(self.column), self.rows);
        let _ = write!(
            self.text,
            r#"<c r="{column}{row}" s="{style}"><v>{number}</v></c>"#
        );
    }

    fn compress(&mut self) -> io::Result<()> {
        self.zip.write_all(self.text.as_bytes())?;
        self.text.clear();
        Ok(())
    }

    /// The cells that filters and names are about, such as `A1:Y101`.
    fn range(&self, fixed: &str) -> String {
        let last = Letters(self.columns.saturating_sub(1));
        format!("{fixed}A{fixed}1:{fixed}{last}{fixed}{}", self.rows)
    }
}

impl Sheet for Xlsx {
    fn head(&mut self, headings: &[(String, u16)], rows: u32) -> io::Result<()> {
        // What may take more than 4 GB before it is compressed is marked so; Excel offers to repair
        // what is marked without need.
        let sheet = options().large_file(rows > LARGE);
        self.zip.start_file("xl/worksheets/sheet1.xml", sheet)?;
        self.text
            .push_str(include_str!("xlsx/sheet_head.xml").trim_end());
        self.text.push_str("<cols>");
        for (place, (_, width)) in (1..).zip(headings) {
            let _ = write!(
                self.text,
                r#"<col min="{place}" max="{place}" width="{width}" customWidth="1"/>"#
            );
        }
        self.text.push_str("</cols><sheetData>");
        self.columns = headings.len();
        for (heading, _) in headings {
            self.open_row();
            self.put_text(heading, style::HEAD);
            self.column += 1;
        }
        self.end_row()
    }

    fn cell(&mut self, cell: Cell<'_>) -> io::Result<()> {
        self.open_row();
        match cell {
            Cell::Text(text) => self.put_text(&text, style::TEXT),
            Cell::Number(number) => self.put_number(number, 0),
            Cell::Day(day) => match serial(day.to_datetime(jiff::civil::Time::midnight())) {
                Some(serial) => self.put_number(serial, style::DAY),
                None => self.put_text(&day.to_string(), style::TEXT),
            },
            Cell::Moment(at, zone) => {
                let local = at.to_zoned(zone).datetime();
                match serial(local) {
                    Some(serial) => self.put_number(serial, style::MOMENT),
                    None => self.put_text(&local.to_string(), style::TEXT),
                }
            }
            Cell::Nothing => {}
        }
        self.column += 1;
        Ok(())
    }

    fn end_row(&mut self) -> io::Result<()> {
        self.text.push_str("</row>");
        self.column = 0;
        if self.text.len() < GATHERED {
            return Ok(());
        }
        self.compress()
    }

    fn finish(mut self) -> io::Result<Unfinished> {
        let _ = write!(
            self.text,
            r#"</sheetData><autoFilter ref="{}"/></worksheet>"#,
            self.range("")
        );
        self.compress()?;
        let (mut name, range) = (String::new(), self.range("$"));
        escape(&self.name, &mut name);
        let book = include_str!("xlsx/workbook.xml")
            .replace("{range}", &range)
            .replace("{name}", &name);
        self.zip.start_file("xl/workbook.xml", options())?;
        self.zip.write_all(book.as_bytes())?;
        Ok(self.zip.finish()?)
    }
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
}

/// The letters of a column, counted from 0: A … Z, AA …
struct Letters(usize);

impl std::fmt::Display for Letters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 >= 26 {
            Self(self.0 / 26 - 1).fmt(f)?;
        }
        let letter = b'A' + u8::try_from(self.0 % 26).unwrap_or_default();
        f.write_char(char::from(letter))
    }
}

/// Days since Excel's day 0, with the time as a part of a day; none where Excel counts otherwise
/// (before March 1900) or not at all (after 9999).
fn serial(at: DateTime) -> Option<f64> {
    let zero = Date::constant(1899, 12, 30);
    let counted = Date::constant(1900, 3, 1)..=Date::constant(9999, 12, 31);
    if !counted.contains(&at.date()) {
        return None;
    }
    let days = zero.until(at.date()).ok()?.get_days();
    let time = at.time();
    let seconds =
        i32::from(time.hour()) * 3_600 + i32::from(time.minute()) * 60 + i32::from(time.second());
    Some(f64::from(days) + f64::from(seconds) / 86_400.0)
}

/// As much of a text as a cell holds.
fn cut(text: &str) -> std::borrow::Cow<'_, str> {
    // No character takes more units than bytes.
    if text.len() <= MOST_CHARACTERS {
        return text.into();
    }
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > MOST_CHARACTERS {
            // The last one goes for the ellipsis.
            let before = text[..at].char_indices().last().map_or(0, |(at, _)| at);
            return format!("{}…", &text[..before]).into();
        }
    }
    text.into()
}

/// Writes a text so that XML reads it back. What looks like Excel's own way of writing a character
/// (`_x000D_`) is kept from being read as one.
fn escape(text: &str, into: &mut String) {
    for (at, c) in text.char_indices() {
        match c {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '_' if is_escape(&text.as_bytes()[at..]) => into.push_str("_x005F_"),
            c => into.push(c),
        }
    }
}

fn is_escape(text: &[u8]) -> bool {
    matches!(text, [b'_', b'x', a, b, c, d, b'_', ..]
        if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (place, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (701, "ZZ"),
            (702, "AAA"),
        ] {
            assert_eq!(Letters(place).to_string(), letters);
        }
    }

    #[test]
    fn days_are_counted_as_excel_counts_them() {
        for (at, days) in [
            ("1900-03-01T00:00:00", Some(61.0)),
            ("2026-11-22T12:00:00", Some(46_348.5)),
            ("1900-02-28T00:00:00", None),
        ] {
            assert_eq!(serial(at.parse().unwrap()), days, "{at}");
        }
    }

    #[test]
    fn a_cell_holds_what_excel_holds() {
        assert_eq!(cut(&"x".repeat(MOST_CHARACTERS)).len(), MOST_CHARACTERS);
        for long in ["x".repeat(40_000), "🙂".repeat(20_000), "é".repeat(40_000)] {
            let cut = cut(&long);
            assert!(cut.ends_with('…'));
            let units = cut.encode_utf16().count();
            assert!(
                (MOST_CHARACTERS - 2..=MOST_CHARACTERS).contains(&units),
                "{units}"
            );
        }
    }

    #[test]
    fn markup_and_what_looks_like_an_escape_stay_text() {
        let mut text = String::new();
        escape("<a> & _x000D_ _x00_ _xZZZZ_ _x0041_b", &mut text);
        assert_eq!(
            text,
            "&lt;a&gt; &amp; _x005F_x000D_ _x00_ _xZZZZ_ _x005F_x0041_b"
        );
    }
}
