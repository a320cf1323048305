//! The letters of the process, written as .eml files: MIME, both plain and HTML, in the
//! language of who gets them. Nothing is ever sent to anybody from here.

use std::{fs, io, path::PathBuf};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use jiff::{Timestamp, tz::TimeZone};
use turnup_domain::Order;

use crate::{
    transfers,
    words::{Language, say},
};

/// Where the links of the letters lead: nowhere.
const HOME: &str = "https://turnup.example/orders";
const SENDER: &str = "provisioning@turnup.example";
const SENDER_NAME: &str = "Provisioning";
/// Longest line of a quoted-printable body.
const LINE: usize = 76;

/// What a letter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LetterKind {
    /// Provisioning information is required.
    Provisioning,
    /// The same, to somebody whom a colleague named.
    HandedOver,
    /// A customer is asked to agree.
    Approval,
    /// A customer's administrator does the set-up.
    CustomerSetsUp,
    /// A colleague is asked to look at what is proposed.
    Review,
}

impl LetterKind {
    fn word(self) -> &'static str {
        match self {
            Self::Provisioning => "provisioning",
            Self::HandedOver => "handed-over",
            Self::Approval => "approval",
            Self::CustomerSetsUp => "customer-sets-up",
            Self::Review => "review",
        }
    }

    /// Whether it goes to who completes the order, and so says the transfer code.
    fn asks_for_details(self) -> bool {
        matches!(self, Self::Provisioning | Self::HandedOver)
    }
}

/// A letter before it is written down.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    kind: LetterKind,
    language: Language,
    to: String,
    to_name: String,
    number: String,
    subscription: String,
    company: String,
    partner: String,
    closes: String,
    /// Empty where nothing is carried over, or where it concerns nobody.
    transfer: String,
    colleague: String,
    note: String,
}

impl Letter {
    /// A letter about an order.
    pub fn about(order: &Order, kind: LetterKind, to: &str) -> Self {
        let zone = order.contact.time_zone.as_deref().unwrap_or("UTC");
        let closes = order.closes_at.map(|at| {
            let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
            at.to_zoned(zone).date().to_string()
        });
        let mapping = order.mapping.as_ref();
        let partner = mapping.and_then(|mapping| mapping.partner.as_ref());
        Self {
            kind,
            language: Language::of_zone(zone),
            to: to.to_owned(),
            to_name: if to == order.contact.email {
                order.contact.name.clone()
            } else {
                String::new()
            },
            number: order.number.as_str().to_owned(),
            subscription: order.subscription.clone(),
            company: order.end_customer.company.clone(),
            partner: partner
                .map(|partner| partner.name.clone())
                .unwrap_or_default(),
            closes: closes.unwrap_or_default(),
            transfer: transfers::code_of(order)
                .filter(|_| kind.asks_for_details())
                .unwrap_or_default(),
            colleague: String::new(),
            note: String::new(),
        }
    }

    /// The same, with who asks for it and what they say.
    pub fn on_behalf_of(mut self, name: &str, note: &str) -> Self {
        self.colleague = name.to_owned();
        self.note = note.trim().to_owned();
        self
    }

    fn say(&self, part: &str) -> String {
        let id = format!("mail-{}-{part}", self.kind.word());
        say(
            self.language,
            &id,
            &[
                ("number", &self.number),
                ("subscription", &self.subscription),
                ("company", &self.company),
                ("partner", &self.partner),
                ("closes", &self.closes),
                ("colleague", &self.colleague),
                ("note", &self.note),
                (
                    "name",
                    if self.to_name.is_empty() {
                        &self.to
                    } else {
                        &self.to_name
                    },
                ),
            ],
        )
    }

    /// The whole message (RFC 5322, CRLF).
    pub fn eml(&self, now: Timestamp) -> String {
        let boundary = format!(
            "=_turnup_{}",
            self.number.replace(|c: char| !c.is_ascii_digit(), "")
        );
        let (plain, html) = (self.plain(), self.html());
        let date = now.strftime("%a, %d %b %Y %H:%M:%S +0000");
        let stamp = now.as_millisecond();
        [
            format!("From: {} <{SENDER}>", word(SENDER_NAME)),
            format!("To: {}", self.recipient()),
            format!("Subject: {}", word(&self.say("subject"))),
            format!("Date: {date}"),
            format!(
                "Message-ID: <{}.{stamp}.{}@turnup.example>",
                self.kind.word(),
                self.number
            ),
            "MIME-Version: 1.0".to_owned(),
            format!("Content-Language: {}", self.language.tag()),
            format!("Content-Type: multipart/alternative; boundary=\"{boundary}\""),
            String::new(),
            format!("--{boundary}"),
            "Content-Type: text/plain; charset=utf-8".to_owned(),
            "Content-Transfer-Encoding: quoted-printable".to_owned(),
            String::new(),
            quoted_printable(&plain),
            format!("--{boundary}"),
            "Content-Type: text/html; charset=utf-8".to_owned(),
            "Content-Transfer-Encoding: base64".to_owned(),
            String::new(),
            folded(&BASE64_STANDARD.encode(html)),
            format!("--{boundary}--"),
            String::new(),
        ]
        .join("\r\n")
    }

    fn recipient(&self) -> String {
        if self.to_name.is_empty() {
            self.to.clone()
        } else {
            format!("{} <{}>", word(&self.to_name), self.to)
        }
    }

    fn paragraphs(&self) -> Vec<String> {
        let mut paragraphs: Vec<String> =
            self.say("body").split("\n\n").map(str::to_owned).collect();
        if !self.transfer.is_empty() {
            paragraphs.push(transfer_words(self.language, &self.transfer));
        }
        if !self.note.is_empty() {
            paragraphs.push(self.say("note"));
        }
        paragraphs
    }

    fn plain(&self) -> String {
        let mut paragraphs = self.paragraphs();
        paragraphs.push(format!("{}: {HOME}/{}", self.say("link"), self.number));
        paragraphs.push(format!("-- \n{}", say(self.language, "mail-footer", &[])));
        paragraphs.join("\n\n")
    }

    fn html(&self) -> String {
        let body: String = self
            .paragraphs()
            .iter()
            .map(|paragraph| format!("<p>{}</p>\n", escape(paragraph).replace('\n', "<br>\n")))
            .collect();
        format!(
            "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title>\
             </head>\n<body>\n{body}<p><a href=\"{HOME}/{}\">{}</a></p>\n<p><small>{}</small></p>\n\
             </body></html>\n",
            self.language.tag(),
            escape(&self.say("subject")),
            escape(&self.number),
            escape(&self.say("link")),
            escape(&say(self.language, "mail-footer", &[])),
        )
    }
}

/// Says a transfer code.
pub(crate) fn transfer_words(language: Language, code: &str) -> String {
    say(language, "mail-transfer-code", &[("code", code)])
}

/// Text inside HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// A header value: as it is when it is plain ASCII, else encoded words (RFC 2047).
fn word(text: &str) -> String {
    let plain = |b: u8| b == b' ' || b.is_ascii_alphanumeric() || b"-.".contains(&b);
    if text.bytes().all(plain) {
        return text.to_owned();
    }
    let mut words: Vec<String> = vec![String::new()];
    for character in text.chars().filter(|character| !character.is_control()) {
        // 45 bytes make 60 characters of base64: with the frame below the limit of 75.
        if words
            .last()
            .is_some_and(|word| word.len() + character.len_utf8() > 45)
        {
            words.push(String::new());
        }
        if let Some(last) = words.last_mut() {
            last.push(character);
        }
    }
    let encoded: Vec<String> = words
        .iter()
        .map(|word| format!("=?UTF-8?B?{}?=", BASE64_STANDARD.encode(word)))
        .collect();
    encoded.join("\r\n ")
}

fn folded(base64: &str) -> String {
    let lines: Vec<&str> = base64
        .as_bytes()
        .chunks(LINE)
        .filter_map(|line| std::str::from_utf8(line).ok())
        .collect();
    lines.join("\r\n")
}

/// RFC 2045, 6.7.
fn quoted_printable(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(quoted_line).collect();
    lines.join("\r\n")
}

fn quoted_line(line: &str) -> String {
    let mut quoted = String::new();
    let mut length = 0;
    let bytes = line.as_bytes();
    for (index, byte) in bytes.iter().enumerate() {
        let last = index + 1 == bytes.len();
        let literal = match byte {
            b'=' => false,
            b' ' | b'\t' => !last,
            byte => byte.is_ascii_graphic(),
        };
        let piece = if literal {
            char::from(*byte).to_string()
        } else {
            format!("={byte:02X}")
        };
        if length + piece.len() > LINE - 1 {
            quoted.push_str("=\r\n");
            length = 0;
        }
        length += piece.len();
        quoted.push_str(&piece);
    }
    quoted
}

/// A folder of .eml files.
pub(crate) struct MailFolder(PathBuf);

impl MailFolder {
    pub fn open(path: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// Writes a letter as `<number>-<what>-<time>.eml`.
    pub fn write(&self, letter: &Letter, now: Timestamp) -> io::Result<()> {
        let name = format!(
            "{}-{}-{}.eml",
            letter.number,
            letter.kind.word(),
            now.as_millisecond()
        );
        let unfinished = self.0.join(format!(".{name}.part"));
        fs::write(&unfinished, letter.eml(now))?;
        fs::rename(unfinished, self.0.join(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beyond_ascii_are_encoded_and_short() {
        assert_eq!(word("Ana Ruiz"), "Ana Ruiz");
        let encoded = word(&"Zurita y Compañía, S.L. ".repeat(6));
        assert!(
            encoded
                .split("\r\n ")
                .all(|word| word.len() <= 75 && word.starts_with("=?UTF-8?B?"))
        );
        assert!(!word("a\r\nBcc: x@y.example").contains('\n'));
    }

    #[test]
    fn quoted_lines_are_short_and_keep_what_they_quote() {
        let quoted = quoted_printable(&format!("{} = ñ \nend", "a".repeat(100)));
        assert!(quoted.split("\r\n").all(|line| line.len() <= LINE));
        assert!(quoted.contains("=3D =C3=B1=20"));
        let joined = quoted.replace("=\r\n", "");
        assert!(joined.starts_with(&"a".repeat(100)));
    }

    #[test]
    fn markup_in_a_name_stays_text() {
        assert_eq!(escape("<b>\"&'"), "&lt;b&gt;&quot;&amp;&#39;");
    }
}
