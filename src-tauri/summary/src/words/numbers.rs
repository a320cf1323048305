//! Numbers as the reader writes them.

use super::Words;

/// A whole number; from five digits on with the language's thousands separator.
pub(crate) fn number(words: &Words, value: u64) -> String {
    let digits = value.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let separator = words.say("summary-thousands");
    let mut written = String::with_capacity(digits.len() + 8);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push_str(&separator);
        }
        written.push(digit);
    }
    written
}
