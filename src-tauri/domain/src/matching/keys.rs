//! Keys that similar names share, so that a store can preselect cached organizations without
//! comparing every name. A key alone proves nothing.

use super::names::normalised_name;

/// Characters of a name's beginning that make a key.
const PREFIX: usize = 5;

/// Shorter words are too common to find anything by.
const SHORTEST_WORD: usize = 3;

/// Most keys of one name.
const MAX_KEYS: usize = 8;

/// Words so common in company names that they find everything.
const COMMON: &[&str] = &[
    "business compania consulting digital energy engineering enterprise enterprises",
    "europe global group groupe gruppe grupo gruppo holding holdings industries",
    "international management media partners service services servicios solutions",
    "soluciones systems technologies technology the trading",
];

/// The keys of a company name: its beginning, its skeleton of consonants, and its telling
/// words. Names that people would call similar share at least one.
#[must_use]
pub fn blocking_keys(name: &str) -> Vec<String> {
    let normalised = normalised_name(name);
    let compact: String = normalised.chars().filter(|c| *c != ' ').collect();
    if compact.is_empty() {
        return Vec::new();
    }
    let mut keys = vec![
        format!("^{}", compact.chars().take(PREFIX).collect::<String>()),
        format!("~{}", skeleton(&compact)),
    ];
    let telling = normalised
        .split(' ')
        .filter(|w| w.len() >= SHORTEST_WORD && !is_common(w));
    for word in telling {
        if !keys.iter().any(|key| key == word) {
            keys.push(word.to_owned());
        }
    }
    keys.truncate(MAX_KEYS);
    keys
}

/// Lines of [`COMMON`] hold several words, for the eye.
fn is_common(word: &str) -> bool {
    COMMON
        .iter()
        .any(|line| line.split(' ').any(|common| common == word))
}

/// The first consonants without repetition: what a slip of the pen rarely changes.
fn skeleton(compact: &str) -> String {
    let mut skeleton = String::new();
    for (index, letter) in compact.chars().enumerate() {
        let vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        if (index == 0 || !vowel) && !skeleton.ends_with(letter) {
            skeleton.push(letter);
        }
        if skeleton.len() == PREFIX {
            break;
        }
    }
    skeleton
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similar_names_share_a_key() {
        let cases = [
            ("Zurita y Compañía, S.L.", "ZURITA & CIA"),
            ("Zurita", "Zurrita"),
            ("Zurita", "Zuritta"),
            ("Compañía Zurita", "Zurita y Compañía"),
            ("Müller", "Mueller"),
            ("株式会社サンライズ", "サンライズ"),
            ("Global Foods Europe", "Foods Global"),
        ];
        for (a, b) in cases {
            let (of_a, of_b) = (blocking_keys(a), blocking_keys(b));
            assert!(
                of_a.iter().any(|key| of_b.contains(key)),
                "{a} {of_a:?} / {b} {of_b:?}"
            );
        }
    }

    #[test]
    fn common_words_and_empty_names_find_nothing() {
        assert_eq!(blocking_keys("!!!"), Vec::<String>::new());
        let group = blocking_keys("Zurita Group International");
        assert!(
            !group
                .iter()
                .any(|key| key == "group" || key == "international"),
            "{group:?}"
        );
        assert!(blocking_keys(&"word ".repeat(50)).len() <= MAX_KEYS);
    }
}
