//! Company names as they are compared: legal forms stripped, accents folded, every script
//! transliterated, words that only join others left out.

use std::borrow::Cow;

use deunicode::deunicode_with_tofu;
use unicode_normalization::UnicodeNormalization;

use super::legal_forms::{NATIVE, without_forms};

/// From this similarity a second organization of the name would be a mistake.
const TOO_SIMILAR_FROM: u32 = 90;

/// The first letter of the scripts that have forms of their own (Hebrew and all behind it).
const FIRST_NATIVE: char = '\u{590}';

/// Longer names are compared by their beginning: no real pair differs only behind it.
const COMPARED_BYTES: usize = 96;

/// Words that say "and" in several languages: left out behind others.
const JOINING: &[&str] = &["and", "et", "och", "og", "und", "y"];

/// The same, but they also end names (`Vitamin E`, `Zurita ES`): left out only between others.
const JOINING_INSIDE: &[&str] = &["a", "e", "en", "es", "i", "ja", "kai", "ve"];

/// Short forms of words in several languages.
const WORDS: &[(&str, &str)] = &[
    ("cia", "compania"),
    ("cie", "compagnie"),
    ("intl", "international"),
    ("bros", "brothers"),
    ("gebr", "gebruder"),
    ("hnos", "hermanos"),
];

/// A company name as it is compared: lower-case ASCII words, without its legal form.
#[must_use]
pub fn normalised_name(name: &str) -> String {
    let native = without_native_forms(name);
    let latin = deunicode_with_tofu(&native, "").to_ascii_lowercase();
    let spaced = spaced(&latin);
    let kept = without_forms(&spaced);
    let mut normalised = String::with_capacity(kept.len());
    let mut words = kept.split(' ').peekable();
    while let Some(word) = words.next() {
        if normalised.is_empty() {
            normalised.push_str(told(word));
        } else if !joins(word, words.peek().is_some()) {
            normalised.push(' ');
            normalised.push_str(told(word));
        }
    }
    normalised
}

/// A text as it is compared with what people write for the same: words of lower-case letters and
/// digits without accents, of any script, single blanks between them.
#[must_use]
pub fn folded(text: &str) -> String {
    spaced(&deunicode_with_tofu(text, "").to_ascii_lowercase())
}

/// How alike two names are, in percent; 100 only when they are equal once normalised.
#[must_use]
pub fn similarity(a: &str, b: &str) -> u32 {
    Comparable::of(a).similarity(&Comparable::of(b))
}

/// Whether an organization of one name beside one of the other would be a mistake.
#[must_use]
pub fn too_similar(a: &str, b: &str) -> bool {
    similarity(a, b) >= TOO_SIMILAR_FROM
}

/// A name prepared for many comparisons.
pub(super) struct Comparable {
    compact: String,
    sorted: String,
}

impl Comparable {
    pub(super) fn of(name: &str) -> Self {
        let normalised = normalised_name(name);
        let mut words: Vec<&str> = normalised.split(' ').collect();
        words.sort_unstable();
        Self {
            sorted: words.concat(),
            compact: normalised.replace(' ', ""),
        }
    }

    /// The name without spaces.
    pub(super) fn compact(&self) -> &str {
        &self.compact
    }

    /// Percent; the order of words does not matter.
    pub(super) fn similarity(&self, other: &Self) -> u32 {
        self.similarity_from(other, 0)
    }

    /// The same, or 0 when it is less than `from`, which is often seen at a glance.
    pub(super) fn similarity_from(&self, other: &Self, from: u32) -> u32 {
        if self.compact.is_empty() || other.compact.is_empty() {
            return 0;
        }
        if self.compact == other.compact || self.sorted == other.sorted {
            return 100;
        }
        if most_alike(&self.compact, &other.compact) < from {
            return 0;
        }
        let as_written = percent_alike(&self.compact, &other.compact);
        let percent = as_written
            .max(percent_alike(&self.sorted, &other.sorted))
            .min(99);
        if percent < from { 0 } else { percent }
    }
}

/// Percent that two names can reach at most, by their letters and digits alone: every letter
/// that has no partner in the other name costs one change.
fn most_alike(a: &str, b: &str) -> u32 {
    let (a, b) = (beginning(a), beginning(b));
    let mut surplus = [0_i16; 128];
    for byte in a.bytes() {
        surplus[usize::from(byte & 0x7f)] += 1;
    }
    for byte in b.bytes() {
        surplus[usize::from(byte & 0x7f)] -= 1;
    }
    let of_sign = |sign: i16| -> usize {
        surplus
            .iter()
            .map(|n| usize::try_from(n * sign).unwrap_or(0))
            .sum()
    };
    percent(of_sign(1).max(of_sign(-1)), a.len().max(b.len()))
}

fn percent_alike(a: &str, b: &str) -> u32 {
    let (a, b) = (beginning(a), beginning(b));
    percent(strsim::levenshtein(a, b), a.len().max(b.len()))
}

fn percent(changes: usize, length: usize) -> u32 {
    let kept = length.saturating_sub(changes);
    u32::try_from(kept * 100 / length.max(1)).unwrap_or(0)
}

/// Normalised names are ASCII, so bytes are characters.
fn beginning(name: &str) -> &str {
    &name[..name.len().min(COMPARED_BYTES)]
}

/// Whether a word behind another only joins.
fn joins(word: &str, more_follow: bool) -> bool {
    JOINING.contains(&word) || (more_follow && JOINING_INSIDE.contains(&word))
}

fn told(word: &str) -> &str {
    WORDS
        .iter()
        .find(|(short, _)| *short == word)
        .map_or(word, |(_, told)| told)
}

/// A name of those scripts composed, with full width made narrow, and without the forms that
/// only exist there. Other scripts need none of it: transliteration folds what they have.
fn without_native_forms(name: &str) -> Cow<'_, str> {
    if name.chars().all(|c| c < FIRST_NATIVE) {
        return Cow::Borrowed(name);
    }
    let mut composed: String = name.nfkc().collect();
    for form in NATIVE {
        if composed.contains(form) && composed.trim() != *form {
            composed = composed.replace(form, " ");
        }
    }
    if composed.trim().is_empty() {
        return Cow::Borrowed(name);
    }
    Cow::Owned(composed)
}

/// Words with one space between them. Dots and apostrophes join (`S.L.`, `O'Neill`), everything
/// else that is no letter or digit separates; single letters in a row are one abbreviation
/// (`S. L.`).
fn spaced(latin: &str) -> String {
    let joined: String = latin
        .chars()
        .filter(|c| !matches!(c, '.' | '\'' | '`'))
        .collect();
    let mut spaced = String::with_capacity(joined.len());
    let mut in_abbreviation = false;
    for word in joined
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
    {
        let single = word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase());
        if !(spaced.is_empty() || (single && in_abbreviation)) {
            spaced.push(' ');
        }
        spaced.push_str(word);
        in_abbreviation = single;
    }
    spaced
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn legal_forms_of_many_countries_are_stripped() {
        let cases = [
            ("Zurita, S.L.", "zurita"),
            ("Zurita S. L.", "zurita"),
            ("ZURITA SLU", "zurita"),
            ("Iberdrola, S.A.", "iberdrola"),
            ("Boulangerie Petit SARL", "boulangerie petit"),
            ("Petit S.A.S.", "petit"),
            ("Schmidt GmbH", "schmidt"),
            ("Schmidt GmbH & Co. KG", "schmidt"),
            ("Siemens Aktiengesellschaft", "siemens"),
            ("Huber UG (haftungsbeschränkt)", "huber"),
            ("Airbus SE", "airbus"),
            ("Acme Ltd.", "acme"),
            ("Acme Company Limited", "acme"),
            ("Acme, LLC", "acme"),
            ("Acme Inc", "acme"),
            ("Acme Corp.", "acme"),
            ("Jansen B.V.", "jansen"),
            ("Jansen N.V.", "jansen"),
            ("Virtanen Oy", "virtanen"),
            ("AB Volvo", "volvo"),
            ("Ericsson AB (publ)", "ericsson"),
            ("Hansen A/S", "hansen"),
            ("Hansen ApS", "hansen"),
            ("Rossi S.p.A.", "rossi"),
            ("Rossi S.r.l.", "rossi"),
            ("Kowalski Sp. z o.o.", "kowalski"),
            ("Kowalski Sp. z o. o.", "kowalski"),
            ("Novák s.r.o.", "novak"),
            ("Novák, a.s.", "novak"),
            ("Nagy Kft.", "nagy"),
            ("Horvat d.o.o.", "horvat"),
            ("株式会社サンライズ", "sanraizu"),
            ("サンライズ㈱", "sanraizu"),
            ("Sunrise KK", "sunrise"),
            ("北京华清有限公司", "bei jing hua qing"),
            ("Smith Pty Ltd", "smith"),
            ("Tan Pte. Ltd.", "tan"),
            ("Silva & Filhos Ltda.", "silva filhos"),
            ("Moreno S.A. de C.V.", "moreno"),
            ("ООО «Ромашка»", "romashka"),
            ("PT Telkom Indonesia Tbk", "telkom indonesia"),
            ("Yılmaz Ltd. Şti.", "yilmaz"),
            ("Παπαδόπουλος Α.Ε.", "papadopoulos"),
            ("Công ty TNHH Minh Long", "minh long"),
        ];
        for (name, expected) in cases {
            assert_eq!(normalised_name(name), expected, "{name}");
        }
    }

    #[test]
    fn what_remains_is_folded_but_never_nothing() {
        let cases = [
            ("Müller & Söhne", "muller sohne"),
            ("Mu\u{308}ller und So\u{308}hne", "muller sohne"),
            ("ＡＣＭＥ", "acme"),
            ("O'Neill’s", "oneills"),
            ("Zurita y Cía.", "zurita compania"),
            ("SA", "sa"),
            ("Co. Ltd.", "co"),
            ("y", "y"),
            ("  ", ""),
            ("!!!", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(normalised_name(name), expected, "{name}");
        }
    }

    #[test]
    fn similarity_is_a_percentage_of_what_people_would_call_the_same() {
        let cases: &[(&str, &str, std::ops::RangeInclusive<u32>)] = &[
            ("Zurita y Compañía, S.L.", "ZURITA Y COMPANIA", 100..=100),
            ("Zurita y Compañía", "Compañía Zurita", 100..=100),
            ("Bei Jing Hua Qing", "北京华清有限公司", 100..=100),
            ("Muller Sohne", "Müller & Söhne GmbH", 100..=100),
            ("Mueller Soehne", "Müller & Söhne GmbH", 80..=90),
            ("Zurita", "Zurrita", 80..=99),
            ("Zurita", "Garcia", 0..=50),
            ("Zurita", "", 0..=0),
            ("", "", 0..=0),
        ];
        for (a, b, expected) in cases {
            let found = similarity(a, b);
            assert!(expected.contains(&found), "{a} ~ {b}: {found}");
        }
        assert!(too_similar("Zurita y Compañía, S.L.", "Zurita & Cía"));
        assert!(!too_similar("Zurita Sevilla", "Zurita Madrid"));
    }

    proptest! {
        #[test]
        fn comparing_is_symmetric_and_bounded(a in "\\PC{0,60}", b in "\\PC{0,60}") {
            let there = similarity(&a, &b);
            prop_assert_eq!(there, similarity(&b, &a));
            prop_assert!(there <= 100);
        }

        #[test]
        fn normalising_leaves_lower_case_ascii_words(name in "\\PC{0,80}") {
            let normalised = normalised_name(&name);
            let tidy = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ';
            prop_assert!(normalised.chars().all(tidy));
            prop_assert_eq!(normalised.trim(), &normalised);
        }
    }
}
