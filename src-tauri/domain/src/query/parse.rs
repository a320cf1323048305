//! From what is typed to what is asked.

use jiff::{ToSpan, civil::Date};

use super::{
    Days, Due, Has, Is, OPERATORS, Person, Query, Term, What, badge_codes,
    days::{Compare, comparison},
    service_kinds,
};

/// Terms of one query; what is typed behind them is not read.
const MOST_TERMS: usize = 32;

/// Takes apart what was typed.
#[must_use]
pub fn parse(text: &str) -> Query {
    let mut query = Query::default();
    for token in tokens(text).take(MOST_TERMS) {
        let Some((operator, value)) = token.operator() else {
            let what = if token.quoted {
                What::Whole(token.text.to_owned())
            } else {
                What::Beginnings(token.text.to_owned())
            };
            query.terms.push(Term {
                negated: token.negated,
                what,
            });
            continue;
        };
        if value.is_empty() {
            continue;
        }
        match asked(&operator, value) {
            Some(what) => query.terms.push(Term {
                negated: token.negated,
                what,
            }),
            None => query.misunderstood.push(token.typed.to_owned()),
        }
    }
    query
}

/// A run of what was typed: up to a space, or up to the closing quote.
struct Token<'a> {
    typed: &'a str,
    negated: bool,
    /// Without sign and quotes.
    text: &'a str,
    quoted: bool,
}

impl<'a> Token<'a> {
    fn read(typed: &'a str) -> Self {
        let (negated, rest) = match typed.strip_prefix('-') {
            Some(rest) if !rest.is_empty() => (true, rest),
            _ => (false, typed),
        };
        let inner = unquoted(rest);
        Self {
            typed,
            negated,
            text: inner.unwrap_or(rest),
            quoted: inner.is_some(),
        }
    }

    /// The operator (lower case) and its value without quotes, when it is one.
    fn operator(&self) -> Option<(String, &'a str)> {
        if self.quoted {
            return None;
        }
        let (name, value) = self.text.split_once(':')?;
        let name = name.to_ascii_lowercase();
        let known = OPERATORS.contains(&name.as_str());
        known.then(|| {
            (
                name,
                unquoted(value).unwrap_or(value.trim_start_matches('"')),
            )
        })
    }
}

/// What stands between two quotes.
fn unquoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"')
}

/// Cuts at spaces that are in no quotes. A quote counts at the beginning of a word or value only,
/// and only when another one ends it: inches and nicknames are words.
fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let end = end_of_token(rest);
        let (token, after) = rest.split_at(end);
        rest = after;
        Some(Token::read(token))
    })
}

fn end_of_token(text: &str) -> usize {
    let word = text.find(char::is_whitespace).unwrap_or(text.len());
    let begun = &text[..word];
    let quote = begun.find('"').filter(|&at| {
        let before = begun[..at].strip_prefix('-').unwrap_or(&begun[..at]);
        let name = before.strip_suffix(':').unwrap_or(before);
        before.is_empty()
            || (before.ends_with(':') && OPERATORS.contains(&name.to_ascii_lowercase().as_str()))
    });
    let Some(quote) = quote else { return word };
    // The closing quote ends a word: one in the middle of it belongs to it.
    text[quote + 1..]
        .match_indices('"')
        .map(|(at, _)| quote + 1 + at + 1)
        .find(|&end| text[end..].chars().next().is_none_or(char::is_whitespace))
        .unwrap_or(word)
}

fn asked(operator: &str, value: &str) -> Option<What> {
    let lower = value.to_lowercase();
    Some(match operator {
        "state" => What::State(beginning(badge_codes(), &lower)?),
        "service" => What::Service(beginning(service_kinds(), &lower)?),
        "country" => What::Country(country(value)?),
        "customer" => What::Customer(value.to_owned()),
        "assignee" => What::Assignee(match lower.as_str() {
            "me" => Person::Me,
            "nobody" | "none" => Person::Nobody,
            _ => Person::Other(lower),
        }),
        "due" => What::Due(due(&lower)?),
        "age" => What::Age(Days::read(&lower)?),
        "is" => What::Is(Is::from_word(&lower)?),
        _ => What::Has(Has::from_word(&lower)?),
    })
}

/// The code itself, or every one that begins so: the list answers while one types. A code of a
/// newer service is taken as it is.
fn beginning(known: impl Iterator<Item = &'static str>, typed: &str) -> Option<Vec<String>> {
    if !typed.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return None;
    }
    let mut begun: Vec<String> = Vec::new();
    for code in known {
        if code == typed {
            return Some(vec![code.to_owned()]);
        }
        if code.starts_with(typed) {
            begun.push(code.to_owned());
        }
    }
    if begun.is_empty() {
        begun.push(typed.to_owned());
    }
    Some(begun)
}

fn country(value: &str) -> Option<String> {
    let is_code = value.len() == 2 && value.bytes().all(|b| b.is_ascii_alphabetic());
    is_code.then(|| value.to_ascii_uppercase())
}

fn due(value: &str) -> Option<Due> {
    Some(match value {
        "today" => Due::In(Days::exactly(0)),
        "tomorrow" => Due::In(Days::exactly(1)),
        "overdue" => Due::Overdue,
        "never" | "none" => Due::Never,
        _ => match Days::read(value) {
            Some(days) => Due::In(days),
            None => between(value)?,
        },
    })
}

/// `2026-11-25`, `<2026-12-01`.
fn between(value: &str) -> Option<Due> {
    let (compare, day) = comparison(value);
    let day: Date = day.parse().ok()?;
    let (from, to) = match compare {
        Compare::Equal => (Some(day), Some(day)),
        Compare::Less => (None, Some(day.checked_sub(1.day()).ok()?)),
        Compare::LessOrEqual => (None, Some(day)),
        Compare::More => (Some(day.checked_add(1.day()).ok()?), None),
        Compare::MoreOrEqual => (Some(day), None),
    };
    Some(Due::Between { from, to })
}
