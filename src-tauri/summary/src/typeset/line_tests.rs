//! How lines are filled.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::typeset::{Fonts, Marks};

struct Bench {
    faces: Faces,
    shaper: Shaper,
}

impl Bench {
    fn new() -> Bench {
        let fonts = Fonts::bundled();
        Bench {
            faces: Faces::parse(&fonts).unwrap(),
            shaper: Shaper::new(),
        }
    }

    /// The lines of a text 10 points high, each as the pieces one sees from left to right.
    fn lines(&self, text: &str, width: f32) -> Vec<String> {
        let setting = Setting {
            size: 10.0,
            strong: false,
            own_direction: true,
        };
        let cleaned = Marks::default()
            .clean(text, &self.faces, false)
            .into_owned();
        let lines = lines(&self.faces, &self.shaper, &cleaned, setting, width);
        for line in &lines {
            assert!(
                line.width <= width + 0.02,
                "{} is wider than {width}",
                line.width
            );
        }
        let seen = |line: &Line| line.pieces.iter().map(|(_, piece)| &*piece.text).collect();
        lines.iter().map(seen).collect()
    }
}

#[test]
fn lines_break_at_blanks_and_lose_them() {
    assert_eq!(
        Bench::new().lines("one two three", 45.0),
        ["one two", "three"]
    );
}

#[test]
fn line_ends_are_kept_even_empty_ones() {
    let bench = Bench::new();
    assert_eq!(bench.lines("a\n\nb", 100.0), ["a", "", "b"]);
    assert_eq!(bench.lines("a\r\nb\u{2028}c", 100.0), ["a", "b", "c"]);
    assert_eq!(bench.lines("", 100.0), [""]);
}

#[test]
fn a_word_wider_than_a_line_is_cut_between_letters_and_nothing_is_lost() {
    let word: String = ('a'..='z').cycle().take(700).collect();
    let lines = Bench::new().lines(&word, 60.0);
    assert!(lines.len() > 50);
    assert_eq!(lines.concat(), word);
}

#[test]
fn a_line_narrower_than_a_letter_takes_one_letter() {
    let bench = Bench::new();
    let setting = Setting {
        size: 10.0,
        strong: false,
        own_direction: false,
    };
    let lines = lines(&bench.faces, &bench.shaper, "WWW", setting, 1.0);
    assert_eq!(lines.len(), 3);
}

#[test]
fn a_mark_stays_with_its_letter_when_a_word_is_cut() {
    let word = "e\u{301}".repeat(40);
    for line in Bench::new().lines(&word, 30.0) {
        assert!(!line.starts_with('\u{301}'), "{line:?} begins with a mark");
    }
}

#[test]
fn words_that_run_right_to_left_are_seen_in_their_order() {
    let bench = Bench::new();
    assert_eq!(bench.lines("אבג דהו", 200.0), ["דהו אבג"]);
    assert_eq!(
        bench.lines("ACME אבג דהו GmbH", 200.0),
        ["ACME דהו אבג GmbH"]
    );
}

#[test]
fn a_single_letter_and_its_hyphen_are_not_left_at_a_lines_end() {
    assert_eq!(Bench::new().lines("my e-mail", 31.0), ["my", "e-mail"]);
}

#[test]
fn chinese_breaks_between_characters() {
    assert_eq!(Bench::new().lines("上海电信", 21.0), ["上海", "电信"]);
}
