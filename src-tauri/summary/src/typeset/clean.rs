//! Text made safe to set: what no face can draw, and what would be invisible or turn the text
//! around, is written as its code, and counted for the note at the document's end.

use std::{borrow::Cow, collections::BTreeMap};

use super::Faces;

/// Characters that were written as their code, with how often.
#[derive(Debug, Default)]
pub(crate) struct Marks(BTreeMap<char, u32>);

impl Marks {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The marks by code point.
    pub fn iter(&self) -> impl Iterator<Item = (String, u32)> + '_ {
        self.0.iter().map(|(c, count)| (code(*c), *count))
    }

    /// The text with marks in it; line ends are `\n` and tabs are blanks.
    pub fn clean<'a>(&mut self, text: &'a str, faces: &Faces, strong: bool) -> Cow<'a, str> {
        if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return Cow::Borrowed(text);
        }
        let mut cleaned = String::with_capacity(text.len());
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            match c {
                '\r' if characters.peek() == Some(&'\n') => {}
                '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
                '\t' => cleaned.push(' '),
                _ if is_variation_selector(c) => {}
                _ if is_kept_invisible(c) => cleaned.push(c),
                _ if c.is_control() || turns_text(c) => self.mark(c, &mut cleaned),
                _ if faces.of_char(c, strong).is_none() => self.mark(c, &mut cleaned),
                _ => cleaned.push(c),
            }
        }
        Cow::Owned(cleaned)
    }

    fn mark(&mut self, c: char, cleaned: &mut String) {
        *self.0.entry(c).or_default() += 1;
        cleaned.push('\u{2039}');
        cleaned.push_str(&code(c));
        cleaned.push('\u{203a}');
    }
}

fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Embeddings, overrides and isolates: they could make a text read as another one.
pub(crate) fn turns_text(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Choose among pictures of one character; without them the character is drawn as it is.
fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Invisible by nature and needed by scripts: joiners, marks of direction, break hints.
pub(super) fn is_kept_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}
