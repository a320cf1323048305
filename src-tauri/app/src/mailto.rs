//! A letter as the address that mail programs open. Nothing of it is sent here, and nothing in it
//! can become a field of its own: everything but plain letters and digits is encoded.

use turnup_workbench::{Failure, Outcome, codes};

/// Longest address, in bytes, that the systems hand on whole.
const LONGEST: usize = 8_000;

/// What would end an e-mail address, begin another one or begin a field.
const ENDS_ADDRESS: &str = "?&,;:<>()[]\"\\";

/// The `mailto:` address of a letter.
///
/// # Errors
/// `mail_address_invalid`, `not_plain_text` or `too_long`.
pub fn mailto(to: &str, subject: &str, body: &str) -> Outcome<String> {
    if !is_address(to) {
        return Err(Failure::new(codes::MAIL_ADDRESS_INVALID));
    }
    let strange = |letter: char| letter.is_control() && !"\r\n\t".contains(letter);
    if subject.chars().any(char::is_control) || body.chars().any(strange) {
        return Err(Failure::new(codes::NOT_PLAIN_TEXT));
    }
    let lines = body
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\n', "\r\n");
    let url = format!(
        "mailto:{}?subject={}&body={}",
        encoded(to).replace("%40", "@"),
        encoded(subject),
        encoded(&lines)
    );
    if url.len() >= LONGEST {
        return Err(Failure::new(codes::TOO_LONG));
    }
    Ok(url)
}

/// One address of one person, no more; whether anybody reads it is not known here.
fn is_address(text: &str) -> bool {
    let refused = |letter: char| {
        letter.is_control() || letter.is_whitespace() || ENDS_ADDRESS.contains(letter)
    };
    text.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty() && !domain.is_empty() && !domain.contains('@')
    }) && !text.chars().any(refused)
}

/// Percent-encoded but for what RFC 3986 calls unreserved.
pub fn encoded(text: &str) -> String {
    let mut url = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    url
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn refusal(to: &str, subject: &str, body: &str) -> String {
        mailto(to, subject, body).unwrap_err().code
    }

    #[test]
    fn a_letter_becomes_one_address() {
        assert_eq!(
            mailto(
                "luis@seller.example",
                "Order 4410-228290",
                "Hello,\nthank you"
            )
            .unwrap(),
            "mailto:luis@seller.example?subject=Order%204410-228290\
             &body=Hello%2C%0D%0Athank%20you"
        );
    }

    #[test]
    fn every_end_of_line_is_written_alike() {
        let url = mailto("a@b.example", "", "1\n2\r\n3\r4").unwrap();
        assert!(url.ends_with("&body=1%0D%0A2%0D%0A3%0D%0A4"), "{url}");
    }

    #[test]
    fn nothing_in_a_letter_begins_another_field() {
        let url = mailto("a@b.example", "x&bcc=all@b.example", "y?cc=b#z%0A").unwrap();
        assert_eq!(
            url,
            "mailto:a@b.example?subject=x%26bcc%3Dall%40b.example&body=y%3Fcc%3Db%23z%250A"
        );
    }

    #[test]
    fn every_script_is_encoded_as_utf_8() {
        let url = mailto("a@b.example", "é", "東 \u{202e}").unwrap();
        assert!(
            url.ends_with("?subject=%C3%A9&body=%E6%9D%B1%20%E2%80%AE"),
            "{url}"
        );
    }

    #[test]
    fn only_one_plain_address_is_written_to() {
        for to in [
            "",
            "a",
            "@b.example",
            "a@",
            "a@b@c.example",
            "a b@c.example",
            "a@b.example?bcc=c@d.example",
            "a@b.example&bcc=c",
            "a@b.example,c@d.example",
            "a@b.example;c@d.example",
            "a@b.example\r\nBcc: c@d.example",
            "Ana <a@b.example>",
            "mailto:a@b.example",
            "a\u{0}@b.example",
            "a@b.example\u{2028}",
        ] {
            assert_eq!(
                refusal(to, "", ""),
                codes::MAIL_ADDRESS_INVALID,
                "{to:?} was taken"
            );
        }
    }

    #[test]
    fn an_address_is_encoded_as_well() {
        let url = mailto("a%2c#+ü@b.example", "", "").unwrap();
        assert!(
            url.starts_with("mailto:a%252c%23%2B%C3%BC@b.example?"),
            "{url}"
        );
    }

    #[test]
    fn control_characters_are_refused() {
        assert_eq!(
            refusal("a@b.example", "x\r\nBcc: y", ""),
            codes::NOT_PLAIN_TEXT
        );
        assert_eq!(
            refusal("a@b.example", "", "x\u{1b}[2J"),
            codes::NOT_PLAIN_TEXT
        );
        assert!(mailto("a@b.example", "", "one\ttwo\n").is_ok());
    }

    #[test]
    fn a_letter_that_would_be_cut_on_its_way_is_refused() {
        let room = LONGEST - "mailto:a@b.example?subject=&body=".len();
        assert!(mailto("a@b.example", "", &"x".repeat(room - 1)).is_ok());
        assert_eq!(
            refusal("a@b.example", "", &"x".repeat(room)),
            codes::TOO_LONG
        );
    }
}
