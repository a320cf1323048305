//! Reading provisioning e-mails: which order is this about? Only the number is taken out of a
//! message; links in it are never followed.
//!
//! Messages in messages are opened here, level by level, and not by the MIME library: that one
//! knows no limit, and what nests without one ends the program when it is dropped.

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

/// Finds the order number in a message, outermost message first, subject before text.
///
/// Fails with `email_unreadable` when the bytes are no e-mail, and with `email_no_order` when
/// nothing in it looks like a provisioning e-mail of one of `patterns`.
pub fn order_number(bytes: &[u8], patterns: &[EmailPattern]) -> Outcome<OrderNumber> {
    let unreadable = || Failure::new(codes::EMAIL_UNREADABLE);
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
    };
    search.in_message(&flat(bytes), 0).ok_or_else(|| {
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
        Failure::new(codes::EMAIL_NO_ORDER)
            .with("subject", subject)
            .with("looked_for", looked_for.replace("{number}", "…"))
    })
}

/// One pattern, ready to search with.
struct Reader {
    subject: Regex,
}

impl Reader {
    fn new(pattern: &EmailPattern) -> Option<Self> {
        let (before, after) = pattern.subject.split_once("{number}")?;
        let source = format!(
            r"(?i){}\s*({})(?:[^0-9-]|$){}",
            loose(before.trim_end()),
            pattern.number,
            loose(after.trim())
        );
        Regex::new(&source).ok().map(|subject| Self { subject })
    }

    fn number(&self, text: &str) -> Option<OrderNumber> {
        self.subject
            .captures(text)
            .and_then(|found| found.get(1))
            .map(|m| m.as_str().into())
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
}

impl Search {
    fn in_message(&mut self, flat: &[u8], depth: usize) -> Option<OrderNumber> {
        let message = MessageParser::default().parse(flat)?;
        self.in_parts(&message, depth)
    }

    fn in_parts(&mut self, message: &Message<'_>, depth: usize) -> Option<OrderNumber> {
        if let Some(number) = message.subject().and_then(|subject| self.in_text(subject)) {
            return Some(number);
        }
        message.parts.iter().find_map(|part| match &part.body {
            PartType::Text(text) => self.in_text(text),
            PartType::Html(html) => self.in_text(&mail_parser::decoders::html::html_to_text(html)),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) if is_message(part) => {
                if depth == MAX_DEPTH || bytes.len() > self.nested {
                    return None;
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
            | PartType::Multipart(_) => None,
        })
    }

    fn in_text(&mut self, text: &str) -> Option<OrderNumber> {
        let text = head_of(text);
        let Some(left) = self.text.checked_sub(text.len()) else {
            self.text = 0;
            return None;
        };
        self.text = left;
        self.readers.iter().find_map(|reader| reader.number(text))
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
#[path = "email_tests.rs"]
mod tests;
