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
    numbers(message, &patterns()).map(|numbers| numbers.join(" "))
}

fn numbers(message: &str, patterns: &[EmailPattern]) -> Result<Vec<String>, String> {
    read(message.replace('\n', "\r\n").as_bytes(), patterns)
        .map(|found| found.numbers.iter().map(ToString::to_string).collect())
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
    let failure = read(
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

#[test]
fn every_order_of_a_message_is_found_once() {
    let asks = |number: &str| format!("Provisioning information required for order {number}");
    let head = "From: a@b.example\nSubject: Fwd: today\nMIME-Version: 1.0\n";
    let inline = format!(
        "{head}Content-Type: text/plain; charset=utf-8\n\n> {}\n> {}\n{}\n",
        asks("4410-228291"),
        asks("4410-228290"),
        asks("4410-228291")
    );
    let attached = |number: &str| {
        format!(
            "--b\nContent-Type: message/rfc822\n\nFrom: c@d.example\nSubject: {}\n\nHello\n\n",
            asks(number)
        )
    };
    let several = format!(
        "{head}Content-Type: multipart/mixed; boundary=b\n\n{}{}{}--b--\n",
        attached("4410-228293"),
        attached("4410-228292"),
        attached("4410-228293")
    );
    let alternative = format!(
        "{head}Content-Type: multipart/alternative; boundary=b\n\n\
         --b\nContent-Type: text/plain\n\n{}\n--b\nContent-Type: text/html\n\n<p>{}</p>\n--b--\n",
        asks("4410-228294"),
        asks("4410-228294")
    );
    for (case, message, found) in [
        ("inline", inline, vec!["4410-228291", "4410-228290"]),
        ("attached", several, vec!["4410-228293", "4410-228292"]),
        ("text and HTML", alternative, vec!["4410-228294"]),
    ] {
        assert_eq!(numbers(&message, &patterns()).unwrap(), found, "{case}");
    }
}

#[test]
fn a_message_about_countless_orders_is_read_as_far_as_is_sensible() {
    let lines: String = (0..1000)
        .map(|n| format!("Provisioning information required for order 4410-{n:06}\n"))
        .collect();
    let message = format!("From: a@b.example\nSubject: all\n\n{lines}");
    assert_eq!(numbers(&message, &patterns()).unwrap().len(), MAX_NUMBERS);
}

#[test]
fn the_pattern_of_any_language_is_one_of_the_service() {
    for (subject, written, found) in [
        (
            "Bereitstellungsdaten für Auftrag {number} erforderlich",
            "AW: bereitstellungsdaten  für Auftrag 4410-228290 erforderlich",
            true,
        ),
        (
            "注文{number}のプロビジョニング情報が必要です",
            "Fwd: 注文4410-228290のプロビジョニング情報が必要です",
            true,
        ),
        (
            "{number} – datos necesarios",
            "RV: 4410-228290 – datos necesarios",
            true,
        ),
        (
            "{number} – datos necesarios",
            "RV: 94410-228290 – datos necesarios",
            false,
        ),
        ("مطلوب للطلب {number}", "مطلوب للطلب 4410-228290", true),
        (
            "without a place for it",
            "without a place for it 4410-228290",
            false,
        ),
    ] {
        let pattern = EmailPattern {
            language: "und".into(),
            subject: subject.into(),
            number: "[0-9]{4}-[0-9]{6}".into(),
        };
        let message = format!("From: a@b.example\nSubject: {written}\n\n-\n");
        let answer = numbers(&message, &[pattern]);
        assert_eq!(answer.is_ok(), found, "{written}: {answer:?}");
    }
}

#[test]
fn a_message_in_outlooks_own_format_is_told_as_one() {
    let message = [OUTLOOK, &[0; 600]].concat();
    let failure = read(&message, &patterns()).unwrap_err();
    assert_eq!(failure.code, codes::EMAIL_OUTLOOK_FORMAT);
}

#[test]
fn links_of_all_parts_are_told() {
    let message = "From: a@b.example\r\n\
        Subject: Provisioning information required for order 4410-228290\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain\r\n\r\nhttps://web.example/x\r\n\
        --b\r\nContent-Type: text/html\r\n\r\n<a href=\"https://web.example/x\">webex.com</a>\r\n--b--\r\n";
    let told = read(message.as_bytes(), &patterns()).unwrap().links;
    let link = Link {
        host: "web.example".into(),
        shown: Some("webex.com".into()),
    };
    assert_eq!(told, [link]);
}
