//! Reading provisioning e-mails: which order is this about? Only the number is taken out of a
//! message; links in it are never followed.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};
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
/// Most characters of one text part that are searched.
const MAX_TEXT: usize = 400_000;

/// Finds the order number in a message, outermost message first, subject before text.
///
/// Fails with `email_unreadable` when the bytes are no e-mail, and with `email_no_order` when
/// nothing in it looks like a provisioning e-mail of one of `patterns`.
pub fn order_number(bytes: &[u8], patterns: &[EmailPattern]) -> Outcome<OrderNumber> {
    let unreadable = || Failure::new(codes::EMAIL_UNREADABLE);
    if bytes.iter().take(512).any(|byte| *byte == 0) {
        return Err(unreadable());
    }
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or_else(unreadable)?;
    if message.headers().is_empty() || message.from().is_none() && message.subject().is_none() {
        return Err(unreadable());
    }
    let readers: Vec<Reader> = patterns.iter().filter_map(Reader::new).collect();
    find(&message, &readers, 0).ok_or_else(|| {
        let subject: String = message
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

fn find(message: &Message<'_>, readers: &[Reader], depth: usize) -> Option<OrderNumber> {
    let in_text = |text: &str| {
        let end = text
            .char_indices()
            .nth(MAX_TEXT)
            .map_or(text.len(), |(at, _)| at);
        readers
            .iter()
            .find_map(|reader| reader.number(&text[..end]))
    };
    if let Some(number) = message.subject().and_then(in_text) {
        return Some(number);
    }
    for part in &message.parts {
        let found = match &part.body {
            PartType::Text(text) => in_text(text),
            PartType::Html(html) => in_text(&mail_parser::decoders::html::html_to_text(html)),
            PartType::Message(inner) if depth < MAX_DEPTH => find(inner, readers, depth + 1),
            // A forwarded message may come as an attachment that says it is just a file.
            PartType::Binary(bytes) | PartType::InlineBinary(bytes)
                if depth < MAX_DEPTH
                    && part
                        .attachment_name()
                        .is_some_and(|name| name.to_ascii_lowercase().ends_with(".eml")) =>
            {
                MessageParser::default()
                    .parse(bytes.as_ref())
                    .and_then(|inner| find(&inner, readers, depth + 1))
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

#[cfg(test)]
#[path = "email_tests.rs"]
mod tests;
