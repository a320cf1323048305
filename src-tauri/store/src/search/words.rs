//! Cutting and folding text into words.
//!
//! - Case, accents and width do not matter; what has accents in no Latin script keeps its script.
//! - A text that is not ASCII is indexed a second time in Latin letters (`Αθηνά` as `athena`).
//! - Scripts without spaces are cut into overlapping pairs, so that their inside is found.
//! - A word with a hyphen and a digit, such as an order number, also counts as one.
//! - The last label of a mail domain is left out: a word that everything has finds nothing.

use std::collections::BTreeSet;

use deunicode::deunicode;
use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// Longer words are cut: nobody tells two companies apart by their 49th letter.
const LONGEST: usize = 48;
/// Words of one order.
const MOST_INDEXED: usize = 160;
/// Words of one search.
const MOST_SOUGHT: usize = 12;
/// Letters of a beginning that the index holds.
const INDEXED_BEGINNING: usize = 5;
/// Characters of a field or a search that are looked at.
const MOST_READ: usize = 1_000;

#[derive(Clone, Copy, PartialEq)]
enum Purpose {
    Index,
    Find,
}

/// The words of some fields, each once.
pub(super) fn to_index(fields: &[&str]) -> Vec<String> {
    let mut words = BTreeSet::new();
    for field in fields {
        let field = head(field);
        cut(&fold(field), Purpose::Index, &mut |word| {
            _ = words.insert(word)
        });
        if !field.is_ascii() {
            cut(&fold(&deunicode(field)), Purpose::Index, &mut |word| {
                _ = words.insert(word)
            });
        }
    }
    let stems: Vec<String> = words.iter().filter_map(|word| stem(word)).collect();
    words.extend(stems);
    words.into_iter().take(MOST_INDEXED).collect()
}

/// The letters that a word with other characters behind them begins with, when they are more
/// than the index of beginnings holds: `helios` of `helios471`.
fn stem(word: &str) -> Option<String> {
    let end = word.find(|c: char| !c.is_alphabetic())?;
    let letters = &word[..end];
    is_long(letters).then(|| letters.to_owned())
}

/// Whether a beginning is longer than the index of beginnings holds (`prefix` in the schema).
pub(super) fn is_long(beginning: &str) -> bool {
    beginning.chars().nth(INDEXED_BEGINNING).is_some()
}

/// Whether a word belongs into the vocabulary: people misspell letters, not numbers, and only
/// what is written with spaces.
pub(super) fn is_for_vocabulary(word: &str) -> bool {
    word.chars().nth(2).is_some()
        && word
            .chars()
            .all(|c| c.is_alphabetic() && !is_written_without_spaces(c))
}

/// The words of what was typed.
pub(super) fn to_find(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    cut(&fold(head(text)), Purpose::Find, &mut |word| {
        if words.len() < MOST_SOUGHT && !words.contains(&word) {
            words.push(word);
        }
    });
    words
}

/// A company's name as lists are sorted by it: Latin letters, lower case.
pub(crate) fn fold_for_sorting(name: &str) -> String {
    let latin = deunicode(head(name)).to_lowercase();
    latin
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .chars()
        .take(80)
        .collect()
}

/// A company's name as two of them are compared: whatever its capitals, accents, width and spaces
/// are. Marks that make another letter, as in Japanese or Hindi, stay.
pub(crate) fn fold_for_identity(name: &str) -> String {
    let mut accented = false;
    let plain: String = head(name)
        .nfkd()
        .filter(|&c| {
            let is_mark = canonical_combining_class(c) != 0;
            if !is_mark {
                // Latin, Greek and Cyrillic letters come before the first Hebrew ones.
                accented = c < '\u{590}';
            }
            !is_mark || !accented
        })
        .flat_map(char::to_lowercase)
        .collect();
    let plain = plain.replace('ς', "σ").replace('ß', "ss");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn head(text: &str) -> &str {
    text.char_indices()
        .nth(MOST_READ)
        .map_or(text, |(end, _)| &text[..end])
}

fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|c| canonical_combining_class(*c) == 0)
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ς' { 'σ' } else { c })
        .collect()
}

fn cut(folded: &str, purpose: Purpose, each: &mut dyn FnMut(String)) {
    for chunk in folded.split_whitespace() {
        let chunk = without_last_label(chunk);
        let parts: Vec<&str> = chunk
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect();
        let is_number =
            parts.len() > 1 && chunk.contains('-') && chunk.contains(|c: char| c.is_ascii_digit());
        if is_number {
            // `Sub-ES1` is sought as `sub` and `es1`: what everything begins with narrows nothing.
            let letters_first = parts.len() == 2 && parts[0].chars().all(char::is_alphabetic);
            if purpose == Purpose::Index || !letters_first {
                each(shorten(&parts.concat()));
            }
            if purpose == Purpose::Find && !letters_first {
                continue;
            }
        }
        for part in parts {
            cut_part(part, purpose, each);
        }
    }
}

/// `ana@zurita.example` without `.example`.
fn without_last_label(chunk: &str) -> &str {
    let Some(at) = chunk.rfind('@') else {
        return chunk;
    };
    chunk[at..]
        .rfind('.')
        .map_or(chunk, |dot| &chunk[..at + dot])
}

/// Cuts what has no spaces of its own into pairs.
fn cut_part(part: &str, purpose: Purpose, each: &mut dyn FnMut(String)) {
    let mut rest = part;
    while let Some(first) = rest.chars().next() {
        let joined = is_written_without_spaces(first);
        let end = rest
            .find(|c: char| is_written_without_spaces(c) != joined)
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        if !joined {
            each(shorten(run));
            continue;
        }
        let characters: Vec<char> = run.chars().collect();
        for pair in characters.windows(2) {
            each(pair.iter().collect());
        }
        // A single character is found as the beginning of a pair, and the last as itself.
        if purpose == Purpose::Index || characters.len() == 1 {
            each(characters.last().into_iter().collect());
        }
    }
}

fn shorten(word: &str) -> String {
    word.chars().take(LONGEST).collect()
}

/// Han, kana, bopomofo; Thai, Lao, Myanmar, Khmer.
fn is_written_without_spaces(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x312F
        | 0x31A0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF
        | 0x20000..=0x3FFFF)
}
