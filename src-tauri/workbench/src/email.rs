//! Reading provisioning e-mails: which orders is this about, and where do its links lead? Links are
//! never followed.
//!
//! Messages in messages are opened here, level by level, and not by the MIME library: that one
//! knows no limit, and what nests without one ends the program when it is dropped.

pub(crate) mod links;

use std::borrow::Cow;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use regex_lite::Regex;
use turnup_domain::{OrderNumber, capabilities::EmailPattern};

use crate::{
    Failure,
    failure::{Outcome, codes},
};

/// Largest message that is read, in bytes.
pub const MAX_BYTES: u64 = 25 * 1024 * 1024;
/// Deepest nesting of attached messages that is looked into.
const MAX_DEPTH: usize = 20;
/// Most bytes of attached messages that are looked into, over all levels.
const MAX_NESTED: usize = 2 * MAX_BYTES as usize;
/// Most characters of one text part that are searched.
const MAX_TEXT: usize = 400_000;
/// Most bytes of text that are searched, over all parts.
const MAX_SEARCHED: usize = 5 * MAX_TEXT;
/// Most orders that one message is about.
const MAX_NUMBERS: usize = 200;
/// How a message begins that Outlook keeps in a format of its own (.msg).
const OUTLOOK: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What was read out of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Each order once; at least one.
    pub numbers: Vec<OrderNumber>,
    /// Where its links lead, each host once.
    pub links: Vec<Link>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its host, in ASCII.
    pub host: String,
    /// Another host that the link's own words show.
    pub shown: Option<String>,
}

/// Finds the order numbers in a message, outermost message first, subject before text.
///
/// Fails with `email_unreadable` when the bytes are no e-mail, with `email_outlook_format` when they
/// are one in Outlook's own format, and with `email_no_order` when nothing in it looks like a
/// provisioning e-mail of one of `patterns`.
pub fn read(bytes: &[u8], patterns: &[EmailPattern]) -> Outcome<Reading> {
    let unreadable = || Failure::new(codes::EMAIL_UNREADABLE);
    if bytes.starts_with(OUTLOOK) {
        return Err(Failure::new(codes::EMAIL_OUTLOOK_FORMAT));
    }
    if bytes.iter().take(512).any(|byte| *byte == 0) {
        return Err(unreadable());
    }
    let head = MessageParser::default()
        .parse_headers(bytes)
        .ok_or_else(unreadable)?;
    if head.headers().is_empty() || head.from().is_none() && head.subject().is_none() {
        return Err(unreadable());
    }
    let mut search = Search {
        readers: patterns.iter().filter_map(Reader::new).collect(),
        nested: MAX_NESTED,
        text: MAX_SEARCHED,
        found: Reading {
            numbers: Vec::new(),
            links: Vec::new(),
        },
    };
    search.in_message(&flat(bytes), 0);
    if search.found.numbers.is_empty() {
        let subject: String = head
            .subject()
            .unwrap_or_default()
            .chars()
            .take(120)
            .collect();
        let looked_for = patterns
            .first()
            .map(|pattern| pattern.subject.clone())
            .unwrap_or_default();
        return Err(Failure::new(codes::EMAIL_NO_ORDER)
            .with("subject", subject)
            .with("looked_for", looked_for.replace("{number}", "…")));
    }
    Ok(search.found)
}

/// One pattern, ready to search with.
struct Reader {
    subject: Regex,
}

impl Reader {
    fn new(pattern: &EmailPattern) -> Option<Self> {
        let (before, after) = pattern.subject.split_once("{number}")?;
        // Where no words stand beside the number, it must not be a part of a longer one.
        let before = match before.trim() {
            "" => r"(?:^|[^0-9-])".to_owned(),
            words => loose(words) + r"\s*",
        };
        let after = match after.trim() {
            "" => r"(?:[^0-9-]|$)".to_owned(),
            words => r"\s*".to_owned() + &loose(words),
        };
        let source = format!("(?i){before}({}){after}", pattern.number);
        Regex::new(&source).ok().map(|subject| Self { subject })
    }

    fn numbers<'a>(&'a self, text: &'a str) -> impl Iterator<Item = OrderNumber> + 'a {
        let found = self.subject.captures_iter(text);
        found.filter_map(|found| found.get(1).map(|number| number.as_str().into()))
    }
}

/// The literal text with any run of white space between its words.
fn loose(text: &str) -> String {
    text.split_whitespace()
        .map(regex_lite::escape)
        .collect::<Vec<_>>()
        .join(r"\s+")
}

/// A search through one message and all that is attached to it, and how much more of it may be
/// looked at.
struct Search {
    readers: Vec<Reader>,
    nested: usize,
    text: usize,
    found: Reading,
}

impl Search {
    fn in_message(&mut self, flat: &[u8], depth: usize) {
        if let Some(message) = MessageParser::default().parse(flat) {
            self.in_parts(&message, depth);
        }
    }

    fn in_parts(&mut self, message: &Message<'_>, depth: usize) {
        if let Some(subject) = message.subject() {
            self.in_text(subject);
        }
        for part in &message.parts {
            match &part.body {
                PartType::Text(text) => {
                    self.in_text(text);
                    links::in_text(head_of(text), &mut self.found.links);
                }
                PartType::Html(html) => {
                    self.in_text(&mail_parser::decoders::html::html_to_text(html));
                    links::in_html(head_of(html), &mut self.found.links);
                }
                PartType::Binary(bytes) | PartType::InlineBinary(bytes) if is_message(part) => {
                    if depth == MAX_DEPTH || bytes.len() > self.nested {
                        continue;
                    }
                    self.nested -= bytes.len();
                    match bytes {
                        Cow::Borrowed(flat) => self.in_message(flat, depth + 1),
                        Cow::Owned(unpacked) => self.in_message(&flat(unpacked), depth + 1),
                    }
                }
                PartType::Binary(_)
                | PartType::InlineBinary(_)
                | PartType::Message(_)
                | PartType::Multipart(_) => {}
            }
        }
    }

    fn in_text(&mut self, text: &str) {
        let text = head_of(text);
        let Some(left) = self.text.checked_sub(text.len()) else {
            self.text = 0;
            return;
        };
        self.text = left;
        let numbers = &mut self.found.numbers;
        for number in self.readers.iter().flat_map(|reader| reader.numbers(text)) {
            if numbers.len() < MAX_NUMBERS && !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
}

/// As much of a text as is searched.
fn head_of(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(MAX_TEXT)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// Whether a part is a message: it says so, or it is a file that is named like one, as a
/// forwarded message may be.
fn is_message(part: &MessagePart<'_>) -> bool {
    let says_so = part
        .content_type()
        .is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("message"));
    let is_named_so = || {
        part.attachment_name()
            .is_some_and(|name| name.to_ascii_lowercase().ends_with(".eml"))
    };
    says_so || is_named_so()
}

/// The types whose parts the MIME library opens as messages by itself.
const NESTING: [&[u8]; 3] = [b"rfc822", b"global", b"digest"];

/// The message with those types under names that the library does not know. What it skips before
/// such a name is skipped here; a name behind anything else is left as it is.
fn flat(bytes: &[u8]) -> Cow<'_, [u8]> {
    let mut flat = Cow::Borrowed(bytes);
    for (at, byte) in bytes.iter().enumerate() {
        if !b"rRgGdD".contains(byte) {
            continue;
        }
        let is_here = |name: &[u8]| {
            let word = bytes.get(at..at + name.len());
            word.is_some_and(|word| word.eq_ignore_ascii_case(name))
        };
        let Some(name) = NESTING.into_iter().find(|name| is_here(name)) else {
            continue;
        };
        let mut before = bytes[..at].iter().rev();
        if let Some(b'/' | b')') = before.find(|byte| !b" \t\r\"\\".contains(byte)) {
            flat.to_mut()[at + name.len() - 1] = b'_';
        }
    }
    flat
}

#[cfg(test)]
mod tests;
