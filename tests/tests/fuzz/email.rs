//! The reader of provisioning e-mails: no more comes out of one than a number, or why there is
//! none.

use turnup_domain::capabilities::EmailPattern;
use turnup_workbench::{codes, read_email};

use crate::{choices::Choices, cost::bounded, damage, json::Outcome, wire::corpus};

/// What makes a message, and what breaks its readers.
const TOKENS: &[&[u8]] = &[
    b"\r\n",
    b"\r\n\r\n",
    b"\r\n ",
    b"--b\r\n",
    b"--b--\r\n",
    b"=?UTF-8?B?",
    b"=?utf-8?Q?=20?=",
    b"?=",
    b"=",
    b"=3D",
    b"=\r\n",
    b"(",
    b")",
    b"\"",
    b"\\",
    b"<",
    b">",
    b"&#x10ffff;",
    b"&",
    b";",
    b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Type: multipart/digest; boundary=b\r\n\r\n--b\r\n",
    b"Content-Type: text/html; charset=utf-7\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Transfer-Encoding: quoted-printable\r\n",
    b"Content-Disposition: attachment; filename*0*=utf-8''a%2e; filename*1=eml\r\n",
    b"Subject: ",
    b"\x00",
    b"\xff",
    b"\x1b$B",
    b"4410-228290",
    b"charset=",
];

pub fn patterns() -> Vec<EmailPattern> {
    let subjects = [
        "Provisioning information required for order {number}",
        "Informations requises pour activer la commande {number}",
    ];
    subjects
        .map(|subject| EmailPattern {
            language: "en".into(),
            subject: subject.into(),
            number: "[0-9]{4}-[0-9]{6}".into(),
        })
        .to_vec()
}

pub fn message(bytes: &[u8]) -> Outcome {
    let good = corpus!("plain.eml", "forwarded.eml", "quoted.eml", "attached.eml");
    let input = damage::text(&mut Choices::new(bytes), good, TOKENS);
    match bounded(&input, || read_email(&input, &patterns())) {
        Ok(found) => {
            assert!((1..=200).contains(&found.numbers.len()), "{found:?}");
            for number in &found.numbers {
                let (left, right) = number.as_str().split_once('-').unwrap();
                assert_eq!((left.len(), right.len()), (4, 6), "{number}");
                let is_digit = |byte: u8| byte.is_ascii_digit();
                assert!(left.bytes().chain(right.bytes()).all(is_digit), "{number}");
            }
            assert!(found.links.len() <= 20, "{found:?}");
            Outcome::Read
        }
        Err(failure) => {
            let known = [
                codes::EMAIL_UNREADABLE,
                codes::EMAIL_NO_ORDER,
                codes::EMAIL_OUTLOOK_FORMAT,
            ];
            assert!(known.contains(&failure.code.as_str()), "{failure:?}");
            let said = failure
                .params
                .get("subject")
                .map_or(0, |s| s.chars().count());
            assert!(said <= 120, "{failure:?}");
            Outcome::Refused
        }
    }
}
