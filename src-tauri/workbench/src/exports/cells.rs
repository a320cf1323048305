//! A cell of a table before it is known as what it is written.

use std::borrow::Cow;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// What stands in a cell.
#[derive(Debug)]
pub(super) enum Cell<'a> {
    /// What somebody typed, or a word of ours.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(i64),
    /// A day.
    Day(Date),
    /// An instant, read on the clocks of a zone.
    Moment(Timestamp, TimeZone),
    /// Nothing is known.
    Nothing,
}

impl<'a> Cell<'a> {
    pub(super) fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

/// A text that every reader of tables can show: line ends are line feeds, and what neither XML nor
/// a spreadsheet can hold is replaced by the mark for it.
pub(super) fn legible(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) || !text.chars().any(is_illegible) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let shown = |c| if is_illegible(c) { '\u{fffd}' } else { c };
    Cow::Owned(text.chars().map(shown).collect())
}

fn is_illegible(c: char) -> bool {
    (c.is_control() && c != '\t' && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_table_can_hold_is_marked() {
        for (text, shown) in [
            ("Zurita", "Zurita"),
            ("Bóveda\tS.L.", "Bóveda\tS.L."),
            ("a\r\nb\rc\nd", "a\nb\nc\nd"),
            ("a\0b\u{1f}c\u{85}d", "a\u{fffd}b\u{fffd}c\u{fffd}d"),
            ("\u{ffff}", "\u{fffd}"),
        ] {
            assert_eq!(legible(text), shown, "{text:?}");
        }
    }
}
