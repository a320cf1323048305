//! Text that people type. Bidi marks, emoji and every script are welcome; control characters
//! are not, because nothing that shows or prints the text later can do anything sensible with
//! them. Lengths are counted in characters, not in bytes.

use crate::problem::Problem;

/// What a text field takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextRule {
    pub(super) required: bool,
    /// Most characters.
    pub(super) max: u32,
    /// Whether line breaks and tabs may stand in it.
    pub(super) many_lines: bool,
}

impl TextRule {
    pub(super) fn required(max: u32) -> Self {
        Self {
            required: true,
            max,
            many_lines: false,
        }
    }

    pub(super) fn note(max: u32) -> Self {
        Self {
            required: false,
            max,
            many_lines: true,
        }
    }

    /// What is wrong with the text, judged without the white space around it.
    pub(super) fn check(self, text: &str, pointer: &str) -> Option<Problem> {
        if has_control_characters(text, self.many_lines) {
            return Some(Problem::new(pointer, "control_characters"));
        }
        let text = text.trim();
        if text.is_empty() {
            return self.required.then(|| Problem::new(pointer, "required"));
        }
        let length = text.chars().count();
        (length > self.max as usize).then(|| {
            Problem::new(pointer, "too_long")
                .with("max", self.max)
                .with("length", length)
        })
    }
}

fn has_control_characters(text: &str, many_lines: bool) -> bool {
    text.chars()
        .any(|c| c.is_control() && !(many_lines && matches!(c, '\n' | '\r' | '\t')))
}

/// What is wrong with a choice from a list that the service sends; an empty list is no rule.
pub(super) fn check_choice<'a>(
    value: &str,
    mut allowed: impl Iterator<Item = &'a str>,
    pointer: &str,
) -> Option<Problem> {
    if value.is_empty() {
        return Some(Problem::new(pointer, "required"));
    }
    match allowed.next() {
        None => None,
        Some(first) if first == value => None,
        Some(_) if allowed.any(|one| one == value) => None,
        Some(_) => Some(Problem::new(pointer, "unknown_value").with("value", value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONAL: TextRule = TextRule {
        required: false,
        max: 10,
        many_lines: false,
    };

    #[test]
    fn free_text_is_judged_by_characters_and_refuses_what_cannot_be_shown() {
        let ten_thousand = "x".repeat(10_000);
        let cases: &[(&str, TextRule, Option<&str>)] = &[
            ("Zurita y Compañía, S.L.", TextRule::required(23), None),
            ("", TextRule::required(10), Some("required")),
            (" \u{a0}\u{3000} ", TextRule::required(10), Some("required")),
            ("", OPTIONAL, None),
            ("日本語日本語", TextRule::required(6), None),
            ("日本語日本語", TextRule::required(5), Some("too_long")),
            ("  padded  ", TextRule::required(6), None),
            ("a\0b", TextRule::required(10), Some("control_characters")),
            ("a\u{7f}b", OPTIONAL, Some("control_characters")),
            ("a\u{85}b", TextRule::note(10), Some("control_characters")),
            (
                "two\nlines",
                TextRule::required(20),
                Some("control_characters"),
            ),
            ("two\r\nlines\tand", TextRule::note(20), None),
            ("\u{202e}olleh\u{202c} 👩‍👩‍👧", TextRule::note(40), None),
            ("<script>alert(1)</script>", TextRule::required(40), None),
            (&ten_thousand, TextRule::note(4_000), Some("too_long")),
        ];
        for (text, rule, expected) in cases {
            let found = rule.check(text, "/x");
            assert_eq!(
                found.as_ref().map(|p| p.code.as_str()),
                *expected,
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_choice_must_be_on_the_list_if_there_is_one() {
        let list = ["a", "b"];
        let code = |value: &str, list: &[&str]| {
            check_choice(value, list.iter().copied(), "/x").map(|problem| problem.code)
        };
        assert_eq!(code("a", &list), None);
        assert_eq!(code("b", &list), None);
        assert_eq!(code("c", &list).as_deref(), Some("unknown_value"));
        assert_eq!(code("", &list).as_deref(), Some("required"));
        assert_eq!(code("anything", &[]), None);
    }
}
