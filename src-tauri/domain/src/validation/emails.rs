//! E-mail addresses: one, bare, with a domain that exists in the name system's grammar. Whether
//! anybody reads there is not known here.

use email_address::EmailAddress;

use crate::problem::Problem;

/// Most characters before the "@" that the trade's systems take; longer than the 64 of SMTP.
const MAX_LOCAL_PART: usize = 161;

/// What is wrong with a required address.
pub(super) fn check_email(email: &str, pointer: &str) -> Option<Problem> {
    let email = email.trim();
    if email.is_empty() {
        return Some(Problem::new(pointer, "required"));
    }
    let invalid = || Some(Problem::new(pointer, "invalid_email"));
    let Some((local, domain)) = email.split_once('@') else {
        return invalid();
    };
    if domain.contains('@') || !is_domain(domain) {
        return invalid();
    }
    let length = local.chars().count();
    if length > MAX_LOCAL_PART {
        return Some(
            Problem::new(pointer, "too_long")
                .with("max", MAX_LOCAL_PART)
                .with("length", length),
        );
    }
    if is_local_part(local) {
        None
    } else {
        invalid()
    }
}

/// Whether two addresses reach the same person: case never tells people apart in practice.
pub(crate) fn same_address(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn is_domain(domain: &str) -> bool {
    idna::domain_to_ascii_strict(domain)
        .is_ok_and(|ascii| ascii.contains('.') && EmailAddress::is_valid_domain(&ascii))
}

/// The crate's own limit of 64 bytes is too short, so atoms are checked character by character;
/// the rare quoted form goes to the crate whole.
fn is_local_part(local: &str) -> bool {
    if local.starts_with('"') {
        return EmailAddress::is_valid_local_part(local);
    }
    let is_atext = |c: char| EmailAddress::is_valid_local_part(c.encode_utf8(&mut [0; 4]));
    local
        .split('.')
        .all(|atom| !atom.is_empty() && atom.chars().all(is_atext))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_bare_and_has_one_at_and_a_domain() {
        let longest = format!("{}@zurita.example", "a".repeat(161));
        let too_long = format!("{}@zurita.example", "a".repeat(162));
        let cases: &[(&str, Option<&str>)] = &[
            ("ana@andaluza.example", None),
            ("  ana@andaluza.example ", None),
            ("ana.ruiz+webex@eu.andaluza.example", None),
            ("o'neill@craic.example", None),
            ("josé@compañía.example", None),
            ("ana@xn--compaa-7va5a.example", None),
            (&longest, None),
            (&too_long, Some("too_long")),
            ("", Some("required")),
            ("   ", Some("required")),
            ("ana", Some("invalid_email")),
            ("@andaluza.example", Some("invalid_email")),
            ("ana@", Some("invalid_email")),
            ("ana@localhost", Some("invalid_email")),
            ("ana@@andaluza.example", Some("invalid_email")),
            ("ana@b@andaluza.example", Some("invalid_email")),
            ("\"a@b\"@andaluza.example", Some("invalid_email")),
            ("Ana Ruiz <ana@andaluza.example>", Some("invalid_email")),
            ("ana@andaluza.example, b@c.example", Some("invalid_email")),
            ("ana ruiz@andaluza.example", Some("invalid_email")),
            (".ana@andaluza.example", Some("invalid_email")),
            ("ana..ruiz@andaluza.example", Some("invalid_email")),
            ("ana@-andaluza.example", Some("invalid_email")),
            ("ana@andaluza..example", Some("invalid_email")),
            ("ana@[127.0.0.1]", Some("invalid_email")),
            ("ana\0@andaluza.example", Some("invalid_email")),
            ("ana\u{202e}@andaluza.example", Some("invalid_email")),
        ];
        for (email, expected) in cases {
            let found = check_email(email, "/x");
            assert_eq!(
                found.as_ref().map(|p| p.code.as_str()),
                *expected,
                "{email:?}"
            );
        }
    }

    #[test]
    fn case_and_white_space_do_not_make_another_person() {
        assert!(same_address(
            "Ana@Andaluza.example ",
            "ana@andaluza.example"
        ));
        assert!(!same_address("ana@andaluza.example", "ana@andaluz.example"));
    }
}
