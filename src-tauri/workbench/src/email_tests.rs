//! Messages as mail programs really write them.
#![allow(clippy::unwrap_used)]

use super::*;

fn patterns() -> Vec<EmailPattern> {
    [
        ("en", "Provisioning information required for order {number}"),
        (
            "fr",
            "Informations requises pour activer la commande {number}",
        ),
    ]
    .map(|(language, subject)| EmailPattern {
        language: language.into(),
        subject: subject.into(),
        number: "[0-9]{4}-[0-9]{6}".into(),
    })
    .to_vec()
}

fn number(message: &str) -> Result<String, String> {
    order_number(message.replace('\n', "\r\n").as_bytes(), &patterns())
        .map(|number| number.to_string())
        .map_err(|failure| failure.code)
}

const INNER: &str = "From: orders@webex.example\nTo: ana@andaluza.example\n\
    Subject: Provisioning information required for order 4410-228290\n\nHello\n";

#[test]
fn the_number_is_found_however_the_message_is_wrapped() {
    let nested = |depth: usize| {
        let mut message = INNER.to_owned();
        for level in 0..depth {
            message = format!(
                "From: a@b.example\nSubject: Fwd\nMIME-Version: 1.0\n\
                 Content-Type: multipart/mixed; boundary=\"b{level}\"\n\n--b{level}\n\
                 Content-Type: message/rfc822\n\n{message}\n--b{level}--\n"
            );
        }
        message
    };
    let cases: Vec<(&str, String)> = vec![
        ("plain", INNER.into()),
        (
            "encoded subject, folded",
            "From: a@b.example\nSubject: =?UTF-8?B?SW5mb3JtYXRpb25zIHJlcXVpc2Vz?=\n \
             =?UTF-8?Q?_pour_activer_la_commande_4410-228290?=\n\nBonjour\n"
                .into(),
        ),
        (
            "forwarded inline",
            "From: a@b.example\nSubject: Tr: voir\nContent-Type: text/plain; charset=utf-8\n\n\
             > Objet : Provisioning information\n> x\n\
             Subject: Provisioning information   required for order 4410-228290\n"
                .into(),
        ),
        (
            "quoted-printable html",
            "From: a@b.example\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\
             Content-Transfer-Encoding: quoted-printable\n\n<p>Provisioning information required for=\n order <b>4410-228290</b></p>\n"
                .into(),
        ),
        (
            "base64 text",
            "From: a@b.example\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\
             Content-Transfer-Encoding: base64\n\n\
             UHJvdmlzaW9uaW5nIGluZm9ybWF0aW9uIHJlcXVpcmVkIGZvciBvcmRlciA0NDEwLTIyODI5MAo=\n"
                .into(),
        ),
        ("attached", nested(1)),
        ("attached in an attachment", nested(3)),
    ];
    for (case, message) in cases {
        assert_eq!(number(&message).as_deref(), Ok("4410-228290"), "{case}");
    }
}

#[test]
fn what_is_no_such_message_is_refused_with_a_reason() {
    for (case, message, code) in [
        ("empty", String::new(), codes::EMAIL_UNREADABLE),
        ("binary", "\u{0}\u{1}\u{2}PK".into(), codes::EMAIL_UNREADABLE),
        ("prose", "Just a few words\nwithout any header".into(), codes::EMAIL_UNREADABLE),
        (
            "another mail",
            "From: a@b.example\nSubject: Lunch at 4410-228290?\n\nHi\n".into(),
            codes::EMAIL_NO_ORDER,
        ),
        (
            "a longer number",
            "From: a@b.example\nSubject: Provisioning information required for order 4410-2282905\n\n"
                .into(),
            codes::EMAIL_NO_ORDER,
        ),
    ] {
        assert_eq!(number(&message), Err(code.to_owned()), "{case}");
    }
}

/// A message in a message in a message …
fn nested(levels: usize, kind: &str, begins: &str, ends: &str) -> String {
    let head = format!("From: a@b.example\nSubject: Fwd\nContent-Type: {kind}\n");
    let level = format!("{head}\n{begins}");
    level.repeat(levels) + INNER + &ends.repeat(levels)
}

#[test]
fn nesting_beyond_reason_ends_without_a_crash() {
    use base64::{Engine, prelude::BASE64_STANDARD};
    const LEVELS: usize = 20_000;
    let part = "multipart/digest; boundary=b";
    let plain = nested(LEVELS, "message/rfc822", "", "");
    let packed = BASE64_STANDARD.encode(plain.replace('\n', "\r\n"));
    let in_packed = format!(
        "From: a@b.example\nSubject: Fwd\nContent-Type: message/rfc822\n\
         Content-Transfer-Encoding: base64\n\n{packed}\n"
    );
    let cases = [
        ("plain", plain),
        ("global", nested(LEVELS, "message/global", "", "")),
        ("spaced", nested(LEVELS, "Message / RFC822", "", "")),
        (
            "commented",
            nested(LEVELS, "message/x (rfc822) rfc822", "", ""),
        ),
        ("quoted", nested(LEVELS, "message/\"rfc822\"", "", "")),
        ("in a packed one", in_packed),
    ];
    for (case, message) in cases {
        let answer = number(&message);
        assert_eq!(answer, Err(codes::EMAIL_NO_ORDER.into()), "{case}");
    }
    // Digests hold their messages side by side, however deep.
    let digests = nested(LEVELS, part, "--b\n\n", "\n--b--\n");
    assert_eq!(number(&digests).as_deref(), Ok("4410-228290"));
}

#[test]
fn as_deep_as_people_forward_the_number_is_found() {
    for levels in [0, 1, 5, 20] {
        let message = nested(levels, "message/rfc822", "", "");
        assert_eq!(number(&message).as_deref(), Ok("4410-228290"), "{levels}");
    }
}

#[test]
fn what_a_message_says_about_messages_is_left_as_it_is() {
    let failure = order_number(
        b"From: a@b.example\r\nSubject: message/rfc822 digest\r\n\r\nHi\r\n",
        &patterns(),
    )
    .unwrap_err();
    assert_eq!(failure.params["subject"], "message/rfc822 digest");
}

#[test]
fn no_more_of_a_message_is_searched_than_is_sensible() {
    let part = |text: &str| format!("--b\nContent-Type: text/plain\n\n{text}\n");
    let order = part("Provisioning information required for order 4410-228290");
    let long = part(&"x ".repeat(MAX_TEXT / 2 - 10));
    for (before, found) in [(0, true), (3, true), (6, false)] {
        let message = format!(
            "From: a@b.example\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n\
             {}{order}--b--\n",
            long.repeat(before)
        );
        assert_eq!(number(&message).is_ok(), found, "behind {before}");
    }
}
