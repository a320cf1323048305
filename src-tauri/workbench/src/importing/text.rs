//! Texts with rows: in which characters they are written, and what stands between their cells.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

/// Bytes of the beginning that are looked at.
const BEGINNING: u64 = 64 * 1024;

/// How a text with rows is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    encoding: &'static Encoding,
    /// What stands between two cells.
    pub(super) delimiter: u8,
}

impl Form {
    /// A text as UTF-8 while it is read. What cannot be read becomes U+FFFD.
    pub(super) fn read<R: Read>(&self, text: R) -> DecodeReaderBytes<R, Vec<u8>> {
        DecodeReaderBytesBuilder::new()
            .encoding(Some(self.encoding))
            .bom_override(true)
            .build(text)
    }
}

/// How a text is written; none when it is none. A mark at its beginning says it; without one it is
/// UTF-8, or else what Excel writes in Western Europe.
pub(super) fn form_of(path: &Path) -> io::Result<Option<Form>> {
    let mut begins = Vec::new();
    File::open(path)?.take(BEGINNING).read_to_end(&mut begins)?;
    let marked = Encoding::for_bom(&begins).map(|(encoding, _)| encoding);
    let encoding = match marked {
        Some(encoding) => encoding,
        // Nothing that people write holds this.
        None if begins.contains(&0) => return Ok(None),
        None if is_utf8(BufReader::new(File::open(path)?))? => UTF_8,
        None => WINDOWS_1252,
    };
    let (begins, ..) = encoding.decode(&begins);
    let delimiter = delimiter_of(begins.lines().next().unwrap_or_default());
    Ok(Some(Form {
        encoding,
        delimiter,
    }))
}

fn is_utf8(mut text: impl BufRead) -> io::Result<bool> {
    let mut line = Vec::new();
    // No character goes over the end of a line.
    while text.read_until(b'\n', &mut line)? > 0 {
        if std::str::from_utf8(&line).is_err() {
            return Ok(false);
        }
        line.clear();
    }
    Ok(true)
}

/// What stands most often between the headings, outside of quotes; a comma among equals.
fn delimiter_of(headings: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b'|', 0), (b'\t', 0), (b';', 0), (b',', 0)];
    for letter in headings.bytes() {
        quoted ^= letter == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(!quoted && letter == *delimiter);
        }
    }
    let most = counts.iter().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(delimiter, _)| *delimiter)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn written(bytes: &[u8]) -> (tempfile::NamedTempFile, Option<Form>) {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let form = form_of(file.path()).unwrap();
        (file, form)
    }

    #[test]
    fn a_text_is_read_in_the_characters_that_it_is_written_in() {
        let utf16: Vec<u8> = "\u{feff}größe\tÉvora"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let table: [(&[u8], u8); 5] = [
            ("größe,Évora".as_bytes(), b','),
            ("\u{feff}größe;Évora".as_bytes(), b';'),
            (b"gr\xf6\xdfe;\xc9vora", b';'),
            (&utf16, b'\t'),
            ("größe|Évora".as_bytes(), b'|'),
        ];
        for (bytes, delimiter) in table {
            let (file, form) = written(bytes);
            let form = form.unwrap();
            let mut text = String::new();
            form.read(File::open(file.path()).unwrap())
                .read_to_string(&mut text)
                .unwrap();
            let cells: Vec<&str> = text.split(char::from(delimiter)).collect();
            assert_eq!(cells, ["größe", "Évora"]);
            assert_eq!(form.delimiter, delimiter);
        }
    }

    #[test]
    fn what_is_no_text_is_none() {
        assert_eq!(written(b"\x7fELF\0\0\0\0").1, None);
    }

    #[test]
    fn separators_inside_of_quotes_do_not_count() {
        assert_eq!(delimiter_of("\"a,b,c,d\";e;f"), b';');
        assert_eq!(delimiter_of("alone"), b',');
        assert_eq!(delimiter_of("a,b;c"), b',');
    }
}
