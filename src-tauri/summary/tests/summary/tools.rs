//! The tools that look at a document the way a reader's machine does.

use std::{process::Command, sync::OnceLock};

use turnup_summary::{Fonts, Pdf, Summary, Typesetter};

static TYPESETTER: OnceLock<Typesetter> = OnceLock::new();

/// One typesetter for all tests, with the fonts of the crate's folder.
pub fn typesetter() -> &'static Typesetter {
    TYPESETTER.get_or_init(|| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fonts");
        Typesetter::new(
            &Fonts::read(|file| std::fs::read(std::path::Path::new(&folder).join(file))).unwrap(),
        )
        .unwrap()
    })
}

pub fn pdf(summary: &Summary) -> Pdf {
    typesetter().pdf(summary).unwrap()
}

/// What a tool prints about a document.
pub fn run(tool: &str, options: &[&str], bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("summary.pdf");
    std::fs::write(&file, bytes).unwrap();
    let mut command = Command::new(tool);
    command.args(options).arg(&file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().unwrap_or_else(|error| {
        panic!("{tool} could not be started ({error}): install poppler-utils and qpdf")
    });
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{tool} fails: {said}{complaint}");
    assert!(
        !complaint.to_lowercase().contains("error"),
        "{tool} complains: {complaint}"
    );
    said
}

/// The text of all pages, blanks and line ends as single blanks.
pub fn text(bytes: &[u8]) -> String {
    squeeze(&run("pdftotext", &["-enc", "UTF-8"], bytes))
}

/// The text without any blanks: for values that may be broken into lines.
pub fn letters(bytes: &[u8]) -> String {
    run("pdftotext", &["-enc", "UTF-8", "-raw"], bytes)
        .split_whitespace()
        .collect()
}

pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// qpdf finds nothing wrong.
pub fn check(bytes: &[u8]) {
    let said = run("qpdf", &["--check"], bytes);
    assert!(
        said.contains("No syntax or stream encoding errors found"),
        "{said}"
    );
}

/// Every font is embedded, a subset, and has a map to Unicode.
pub fn check_fonts(bytes: &[u8]) -> usize {
    let said = run("pdffonts", &[], bytes);
    let fonts: Vec<&str> = said.lines().skip(2).collect();
    assert!(!fonts.is_empty(), "{said}");
    for font in &fonts {
        let words: Vec<&str> = font.split_whitespace().collect();
        let has = words.windows(3).any(|three| three == ["yes", "yes", "yes"]);
        assert!(has, "not embedded, subset and mapped: {font}");
        assert_eq!(words[0].find('+'), Some(6), "no subset name: {font}");
    }
    fonts.len()
}
