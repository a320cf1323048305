//! What the writer leaves open: the embedded font programs, language, title, dates and ids. After
//! this nothing in a file depends on when or how often the program has written one.

use std::collections::BTreeMap;

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};
use sha2::{Digest, Sha256};

use jiff::Timestamp;

use super::{SummaryError, glyphs::Embedded};
use crate::Language;

/// How hard streams are compressed, from 1 to 9.
const LEVEL: u32 = 4;

/// What a reader shows about a document.
pub(super) struct About<'a> {
    pub(super) language: Language,
    pub(super) title: &'a str,
    pub(super) subject: &'a str,
    pub(super) printed: Timestamp,
}

/// Fills in what is open and writes the file.
pub(super) fn finish(
    mut document: Document,
    about: &About<'_>,
    embedded: &[Embedded],
) -> Result<Vec<u8>, SummaryError> {
    document.version = "1.7".to_owned();
    put_font_programs(&mut document, embedded)?;
    describe(&mut document, about)?;
    let id = Object::String(identity(&document, about), StringFormat::Hexadecimal);
    document
        .trailer
        .set("ID", Object::Array(vec![id.clone(), id]));
    compress(&mut document);
    let mut bytes = Vec::new();
    document
        .save_to(&mut bytes)
        .map_err(|error| SummaryError::Document(error.to_string()))?;
    Ok(bytes)
}

/// Compresses what is not compressed yet. The writer's own way takes the slowest level and a new
/// window for each stream; on pages of text that costs twice the time for a few bytes.
fn compress(document: &mut Document) {
    let mut squeezer = Compress::new(Compression::new(LEVEL), true);
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if stream.dict.has(b"Filter") {
            continue;
        }
        squeezer.reset();
        let mut squeezed = Vec::with_capacity(stream.content.len() + 64);
        let done = squeezer.compress_vec(&stream.content, &mut squeezed, FlushCompress::Finish);
        // What does not shrink stays as it is.
        if matches!(done, Ok(Status::StreamEnd)) && squeezed.len() + 20 < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(squeezed);
        }
    }
}

/// Puts each subset where its font's description points to; fonts over the same program share it.
fn put_font_programs(document: &mut Document, embedded: &[Embedded]) -> Result<(), SummaryError> {
    let programs: BTreeMap<&[u8], &Stream> = embedded
        .iter()
        .map(|font| (font.subset.name.as_bytes(), &font.subset.program))
        .collect();
    let mut places: BTreeMap<Vec<u8>, ObjectId> = BTreeMap::new();
    let mut twice = Vec::new();
    for object in document.objects.values_mut() {
        let Ok(description) = object.as_dict_mut() else {
            continue;
        };
        let name = description
            .get(b"FontName")
            .and_then(Object::as_name)
            .map(<[u8]>::to_vec);
        let file = description.get(b"FontFile2").and_then(Object::as_reference);
        let (Ok(name), Ok(file)) = (name, file) else {
            continue;
        };
        match places.get(&name) {
            Some(shared) => {
                description.set("FontFile2", Object::Reference(*shared));
                twice.push(file);
            }
            None => {
                places.insert(name, file);
            }
        }
    }
    if places.len() != programs.len() {
        return Err(missing("font description"));
    }
    for file in twice {
        document.objects.remove(&file);
    }
    for (name, file) in places {
        let program = programs
            .get(name.as_slice())
            .ok_or_else(|| missing("font program"))?;
        document
            .objects
            .insert(file, Object::Stream(Stream::clone(program)));
    }
    Ok(())
}

/// Language, title and the other things that a reader shows about a document.
fn describe(document: &mut Document, about: &About<'_>) -> Result<(), SummaryError> {
    let catalog = document.catalog_mut().map_err(|_| missing("catalog"))?;
    catalog.set("Lang", Object::string_literal(about.language.tag()));
    let shows_title = Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]);
    catalog.set("ViewerPreferences", Object::Dictionary(shows_title));
    catalog.remove(b"PageLayout");
    if catalog.has(b"Outlines") {
        // The writer says it as a text; readers want a name.
        catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    }
    let program = concat!("Turnup ", env!("CARGO_PKG_VERSION"));
    let date = Object::string_literal(about.printed.strftime("D:%Y%m%d%H%M%SZ").to_string());
    let information = Dictionary::from_iter([
        ("Title", text(about.title)),
        ("Subject", text(about.subject)),
        ("Author", text("Turnup")),
        ("Creator", text(program)),
        ("Producer", text("printpdf 0.12.8")),
        ("CreationDate", date.clone()),
        ("ModDate", date),
    ]);
    let place = document.trailer.get(b"Info").and_then(Object::as_reference);
    let place = place.map_err(|_| missing("information"))?;
    document
        .objects
        .insert(place, Object::Dictionary(information));
    Ok(())
}

/// A text string: UTF-16 with its mark, so that every reader takes every script.
fn text(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// An id that follows from what the document says.
fn identity(document: &Document, about: &About<'_>) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update(about.title.as_bytes());
    digest.update(about.printed.as_nanosecond().to_be_bytes());
    for object in document.objects.values() {
        if let Object::Stream(stream) = object {
            digest.update(&stream.content);
        }
    }
    digest.finalize().iter().take(16).copied().collect()
}

fn missing(what: &str) -> SummaryError {
    SummaryError::Document(format!("the {what} is missing"))
}
