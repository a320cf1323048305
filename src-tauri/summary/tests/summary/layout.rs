//! Pages: breaks, repeated heads, wrapping, sameness, and what the checkers say.

use turnup_summary::{Fonts, Language, Typesetter};

use crate::{orders, tools};

#[test]
fn checkers_find_nothing_wrong() {
    for language in Language::ALL {
        for summary in [orders::drafted(language), orders::provisioned(language)] {
            let pdf = tools::pdf(&summary);
            tools::check(&pdf.bytes);
            tools::check_fonts(&pdf.bytes);
        }
    }
}

#[test]
fn the_same_summary_gives_the_same_bytes_whatever_was_set_before() {
    let first = tools::pdf(&orders::drafted(Language::English));
    tools::pdf(&orders::with_texts(
        Language::French,
        "株式会社 Ακτή",
        "شركة",
    ));
    let again = tools::pdf(&orders::drafted(Language::English));
    assert_eq!(first, again);
    let anew = Typesetter::new(&Fonts::bundled()).unwrap();
    assert_eq!(
        first,
        anew.pdf(&orders::drafted(Language::English)).unwrap()
    );
    let other = tools::pdf(&orders::drafted(Language::French));
    assert_ne!(first.bytes, other.bytes);
}

#[test]
fn a_table_repeats_its_head_on_every_page() {
    let pdf = tools::pdf(&orders::long(Language::English, 120));
    assert!(pdf.pages >= 4, "{} pages", pdf.pages);
    let text = tools::run("pdftotext", &["-layout"], &pdf.bytes);
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|page| !page.trim().is_empty())
        .collect();
    assert_eq!(pages.len(), pdf.pages as usize);
    let with_rows: Vec<&&str> = pages.iter().filter(|page| page.contains("Line ")).collect();
    for page in with_rows {
        assert!(
            page.contains("Quantity") && page.contains("Service"),
            "no head on {page}"
        );
    }
    for line in 1..=120 {
        assert!(
            tools::squeeze(&text).contains(&format!("Line {line}:")),
            "line {line} is lost"
        );
    }
}

#[test]
fn every_page_has_its_number_and_the_order() {
    let pdf = tools::pdf(&orders::long(Language::French, 120));
    let text = tools::run("pdftotext", &[], &pdf.bytes);
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|page| !page.trim().is_empty())
        .collect();
    for (index, page) in pages.iter().enumerate() {
        let number = format!("Page {} sur {}", index + 1, pdf.pages);
        assert!(page.contains(&number), "{number} is not on {page}");
        assert!(page.contains("4410-228290"), "no order number on {page}");
    }
}

#[test]
fn a_thousand_letters_without_a_blank_are_all_there_and_stay_on_the_page() {
    let word: String = ('a'..='z').cycle().take(1000).collect();
    let pdf = tools::pdf(&orders::with_texts(Language::English, &word, &word));
    assert!(tools::letters(&pdf.bytes).contains(&word));
    let boxes = tools::run("pdftotext", &["-bbox"], &pdf.bytes);
    for line in boxes.lines().filter(|line| line.contains("<word")) {
        let right = line
            .split("xMax=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap();
        assert!(
            right.parse::<f64>().unwrap() <= 595.276 - 40.0,
            "beyond the margin: {line}"
        );
    }
}

#[test]
fn ten_thousand_letters_flow_over_pages() {
    let text: String = "lorem ipsum dolor ".chars().cycle().take(10_000).collect();
    let pdf = tools::pdf(&orders::with_texts(Language::English, &text, &text));
    let letters: String = text.split_whitespace().collect();
    assert!(
        tools::letters(&pdf.bytes)
            .matches("loremipsumdolor")
            .count()
            >= 2 * 10_000 / 18 - 20
    );
    assert!(letters.len() > 8_000 && pdf.pages > 3);
    tools::check(&pdf.bytes);
}

#[test]
fn a_row_that_fits_a_page_is_not_torn() {
    let pdf = tools::pdf(&orders::long(Language::English, 120));
    let text = tools::run("pdftotext", &["-layout"], &pdf.bytes);
    for page in text.split('\u{c}').filter(|page| page.contains("add-on")) {
        // A wrapped name begins and ends on the same page.
        let begun = page.matches("add-on for").count();
        assert_eq!(begun, page.matches("recordings").count(), "torn on {page}");
    }
}

#[test]
fn fonts_can_come_from_a_folder_and_a_missing_one_is_named() {
    let empty = tempfile::tempdir().unwrap();
    let error = Fonts::read(|file| std::fs::read(empty.path().join(file))).unwrap_err();
    assert_eq!(error.file, "Inter-Regular.ttf");
}
