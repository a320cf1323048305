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

#[test]
fn nesting_beyond_reason_ends_without_a_crash() {
    let mut message = INNER.to_owned();
    for _ in 0..60 {
        message = format!(
            "From: a@b.example\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n{message}"
        );
    }
    let answer = number(&message);
    assert!(
        answer.is_ok() || answer == Err(codes::EMAIL_NO_ORDER.into()),
        "{answer:?}"
    );
}
