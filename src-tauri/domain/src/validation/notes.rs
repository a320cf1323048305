//! What is told to other people: hand-overs and shared notes.

use crate::{
    draft::HandoverDraft,
    intent::Handover,
    order::Order,
    problem::Problem,
    validation::{
        emails::{check_email, same_address},
        text::TextRule,
    },
};

/// Most characters of a note. The protocol names no limit of its own; this one keeps an order
/// document well below what any service or mail system refuses.
pub const MAX_NOTE: u32 = 4_000;

/// What is wrong with a hand-over; pointers into its wire body.
#[must_use]
pub fn validate_handover(order: &Order, handover: &Handover) -> Vec<Problem> {
    check_handover(&handover.email, &handover.note, order, "")
}

/// What is wrong with the shared note; its pointer is `/note`.
#[must_use]
pub fn validate_note(note: &str) -> Vec<Problem> {
    TextRule::note(MAX_NOTE)
        .check(note, "/note")
        .into_iter()
        .collect()
}

/// What is wrong with who is to work on an order; its pointer is `/assignee`. Nobody in particular
/// is right.
#[must_use]
pub fn validate_assignee(assignee: Option<&str>) -> Vec<Problem> {
    assignee
        .and_then(|email| check_email(email, "/assignee"))
        .into_iter()
        .collect()
}

pub(super) fn check_handover_draft(handover: &HandoverDraft, order: &Order) -> Vec<Problem> {
    check_handover(&handover.email, &handover.note, order, "/handover")
}

fn check_handover(email: &str, note: &str, order: &Order, base: &str) -> Vec<Problem> {
    let pointer = format!("{base}/email");
    let wrong_person = || {
        same_address(email, &order.contact.email)
            .then(|| Problem::new(pointer.as_str(), "same_as_contact"))
    };
    [
        check_email(email, &pointer).or_else(wrong_person),
        TextRule::note(MAX_NOTE).check(note, &format!("{base}/note")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Codes, OrderBuilder};

    #[test]
    fn an_order_is_handed_over_to_somebody_else_with_a_readable_note() {
        let order = OrderBuilder::new().contact("ana@andaluza.example").build();
        let long = "ñ".repeat(4_001);
        let cases: Vec<(&str, &str, Codes)> = vec![
            ("luis@andaluza.example", "", &[]),
            ("luis@andaluza.example", "Gracias 🙏\n\u{200f}שלום", &[]),
            ("", "", &[("/email", "required")]),
            ("luis", "", &[("/email", "invalid_email")]),
            (
                "ANA@andaluza.example ",
                "",
                &[("/email", "same_as_contact")],
            ),
            (
                "luis@andaluza.example",
                "a\0b",
                &[("/note", "control_characters")],
            ),
            (
                "luis",
                &long,
                &[("/email", "invalid_email"), ("/note", "too_long")],
            ),
        ];
        for (email, note, expected) in cases {
            let handover = Handover {
                email: email.into(),
                note: note.into(),
            };
            let problems = validate_handover(&order, &handover);
            let found: Vec<(&str, &str)> = problems
                .iter()
                .map(|p| (p.pointer.as_str(), p.code.as_str()))
                .collect();
            assert_eq!(found, expected, "{email:?}");
        }
    }

    #[test]
    fn an_order_is_put_on_an_address_or_on_nobody() {
        let cases: [(Option<&str>, Codes); 4] = [
            (None, &[]),
            (Some("bo@andaluza.example"), &[]),
            (Some(""), &[("/assignee", "required")]),
            (Some("bo"), &[("/assignee", "invalid_email")]),
        ];
        for (assignee, expected) in cases {
            let problems = validate_assignee(assignee);
            let found: Vec<(&str, &str)> = problems
                .iter()
                .map(|p| (p.pointer.as_str(), p.code.as_str()))
                .collect();
            assert_eq!(found, expected, "{assignee:?}");
        }
    }

    #[test]
    fn a_shared_note_may_be_empty_but_not_endless() {
        assert_eq!(validate_note(""), []);
        assert_eq!(validate_note(&"x".repeat(4_000)), []);
        assert_eq!(validate_note(&"x".repeat(4_001))[0].code, "too_long");
        assert_eq!(validate_note("\u{1b}[31m")[0].code, "control_characters");
    }
}
