//! What other programs make of a summary.

use std::path::Path;
use std::process::Command;

/// The text of a PDF, without line breaks.
pub fn text_of(pdf: &Path) -> String {
    let text = say("pdftotext", &["-layout", "-enc", "UTF-8"], pdf, Some("-"));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whole in structure, every font embedded and cut down to what is used.
pub fn is_sound(pdf: &Path) {
    say("qpdf", &["--check"], pdf, None);
    let fonts = say("pdffonts", &[], pdf, None);
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!fonts.is_empty(), "no fonts at all");
    for font in fonts {
        let columns: Vec<&str> = font.split_whitespace().rev().collect();
        // From the right: object id (two columns), ToUnicode, subset, embedded.
        assert_eq!(&columns[2..5], ["yes", "yes", "yes"], "{font}");
    }
}

fn say(program: &str, words: &[&str], pdf: &Path, last: Option<&str>) -> String {
    let output = Command::new(program)
        .args(words)
        .arg(pdf)
        .args(last)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {said} {errors}");
    said
}
