//! What is asked of a colleague and what they answer: reviews and their verdicts.

use serde_json::Value;

use crate::{
    order::ReviewState,
    problem::Problem,
    validation::{
        emails::{check_email, same_address},
        notes::validate_note,
    },
};

/// Most bytes of a review's draft as JSON: many times what a mapping and the names of its
/// evidence need, and little beside an order's page of the feed.
pub const MAX_REVIEW_DRAFT: usize = 64 * 1024;

/// What is wrong with asking for a review; pointers into its wire body. `asked_by` is the
/// e-mail of who asks.
#[must_use]
pub fn validate_review(reviewer: &str, draft: &Value, asked_by: &str) -> Vec<Problem> {
    let oneself =
        || same_address(reviewer, asked_by).then(|| Problem::new("/reviewer", "same_as_asker"));
    let length = draft.to_string().len();
    let too_long = (length > MAX_REVIEW_DRAFT).then(|| {
        Problem::new("/draft", "too_long")
            .with("max", MAX_REVIEW_DRAFT)
            .with("length", length)
    });
    [
        check_email(reviewer, "/reviewer").or_else(oneself),
        too_long,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is wrong with a verdict; pointers into its wire body. Whose it is to give is not judged
/// here.
#[must_use]
pub fn validate_verdict(verdict: &ReviewState, note: &str) -> Vec<Problem> {
    let mut problems = match verdict {
        ReviewState::Approved | ReviewState::Declined | ReviewState::Withdrawn => Vec::new(),
        ReviewState::Pending | ReviewState::Unknown(_) => {
            vec![Problem::new("/verdict", "unknown_value").with("value", verdict)]
        }
    };
    problems.extend(validate_note(note));
    problems
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::Codes;

    fn codes(problems: &[Problem]) -> Vec<(&str, &str)> {
        problems
            .iter()
            .map(|p| (p.pointer.as_str(), p.code.as_str()))
            .collect()
    }

    #[test]
    fn somebody_else_is_asked_about_a_draft_that_can_be_carried() {
        // Two quotation marks come with a JSON text.
        let fits = json!("x".repeat(MAX_REVIEW_DRAFT - 2));
        let long = json!("x".repeat(MAX_REVIEW_DRAFT - 1));
        let cases: Vec<(&str, &Value, Codes)> = vec![
            ("luis@andaluza.example", &Value::Null, &[]),
            ("luis@andaluza.example", &fits, &[]),
            ("", &fits, &[("/reviewer", "required")]),
            ("luis", &fits, &[("/reviewer", "invalid_email")]),
            (
                " ANA@andaluza.example",
                &fits,
                &[("/reviewer", "same_as_asker")],
            ),
            ("luis@andaluza.example", &long, &[("/draft", "too_long")]),
            (
                "",
                &long,
                &[("/reviewer", "required"), ("/draft", "too_long")],
            ),
        ];
        for (reviewer, draft, expected) in cases {
            let problems = validate_review(reviewer, draft, "ana@andaluza.example");
            assert_eq!(codes(&problems), expected, "{reviewer:?}");
        }
    }

    #[test]
    fn a_verdict_is_one_of_three_words_with_a_readable_note() {
        let long = "x".repeat(4_001);
        let cases: Vec<(&str, &str, Codes)> = vec![
            ("approved", "", &[]),
            ("declined", "Wrong Zurita\n\u{200f}שלום", &[]),
            ("withdrawn", "", &[]),
            ("pending", "", &[("/verdict", "unknown_value")]),
            ("perhaps", "", &[("/verdict", "unknown_value")]),
            ("", "", &[("/verdict", "unknown_value")]),
            ("approved", &long, &[("/note", "too_long")]),
            ("approved", "a\0b", &[("/note", "control_characters")]),
        ];
        for (verdict, note, expected) in cases {
            let problems = validate_verdict(&ReviewState::from(verdict), note);
            assert_eq!(codes(&problems), expected, "{verdict:?}");
        }
    }
}
