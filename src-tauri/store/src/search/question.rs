//! From the words of a query to a question to the index.
//!
//! A beginning of up to five letters is in the index itself. A longer one would have it collect
//! every order of every word that begins so before it answers; so the vocabulary says which words
//! those are, and the index reads along each.

use rusqlite::Transaction;
use turnup_domain::query::{Query, What};

use super::{resembling::Resembling, vocabulary, words};
use crate::{Result, Store};

/// Words that one typed word may stand for.
const MOST_MEANT: usize = 64;

/// How words are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// As they are typed.
    Exact,
    /// Also what holds them or differs by one slip; what is exact is left out.
    Similar,
}

/// The words of a query as the index takes them; `None` when no word narrows the list (or, of
/// what is similar, when there can be nothing).
pub(crate) fn question(
    tx: &Transaction<'_>,
    store: &Store,
    query: &Query,
    reading: Reading,
) -> Result<Option<String>> {
    let Some(exact) = expression(tx, query, None)? else {
        return Ok(None);
    };
    if reading == Reading::Exact {
        return Ok(Some(exact));
    }
    let of_use = query.terms.iter().any(|term| match &term.what {
        What::Beginnings(text) if !term.negated => {
            let words = words::to_find(text);
            words.iter().any(|word| Resembling::is_of_use(word))
        }
        _ => false,
    });
    if !of_use {
        return Ok(None);
    }
    let wider = expression(tx, query, Some(store))?;
    Ok(wider.map(|wider| format!("({wider}) NOT ({exact})")))
}

/// With a store, what is similar counts too.
fn expression(
    tx: &Transaction<'_>,
    query: &Query,
    similar: Option<&Store>,
) -> Result<Option<String>> {
    let (mut must, mut must_not) = (Vec::new(), Vec::new());
    for term in &query.terms {
        let all = match &term.what {
            What::Beginnings(text) => beginnings(tx, text, similar.filter(|_| !term.negated))?,
            What::Whole(text) => words::to_find(text)
                .iter()
                .map(|word| quoted(word))
                .collect(),
            // The name itself is looked at behind this: the negation of "begins" is too much.
            What::Customer(text) if !term.negated => beginnings(tx, text, None)?,
            _ => Vec::new(),
        };
        match (all.is_empty(), term.negated) {
            (true, _) => {}
            (false, false) => must.extend(all),
            (false, true) => must_not.push(format!("({})", all.join(" AND "))),
        }
    }
    if must.is_empty() {
        // The index cannot say what everything but these is; the list asks for each instead.
        return Ok(None);
    }
    let mut expression = must.join(" AND ");
    for not in must_not {
        expression = format!("({expression}) NOT {not}");
    }
    Ok(Some(expression))
}

/// What a query without any word to be found must not hold, as a question to the index.
pub(crate) fn unwanted(tx: &Transaction<'_>, query: &Query) -> Result<Vec<String>> {
    let wanted = query.terms.iter().any(|term| {
        !term.negated
            && match &term.what {
                What::Beginnings(text) | What::Whole(text) | What::Customer(text) => {
                    !words::to_find(text).is_empty()
                }
                _ => false,
            }
    });
    if wanted {
        return Ok(Vec::new());
    }
    let mut unwanted = Vec::new();
    for term in query.terms.iter().filter(|term| term.negated) {
        let all = match &term.what {
            What::Beginnings(text) => beginnings(tx, text, None)?,
            What::Whole(text) => words::to_find(text)
                .iter()
                .map(|word| quoted(word))
                .collect(),
            _ => Vec::new(),
        };
        if !all.is_empty() {
            unwanted.push(all.join(" AND "));
        }
    }
    Ok(unwanted)
}

fn beginnings(tx: &Transaction<'_>, text: &str, similar: Option<&Store>) -> Result<Vec<String>> {
    words::to_find(text)
        .iter()
        .map(|word| beginning(tx, word, similar))
        .collect()
}

fn beginning(tx: &Transaction<'_>, word: &str, similar: Option<&Store>) -> Result<String> {
    let letters_only = word.chars().all(char::is_alphabetic);
    let mut meant = if letters_only && words::is_long(word) {
        match vocabulary::beginning(tx, word, MOST_MEANT)? {
            // Nothing begins so; the word itself keeps the question whole.
            Some(none) if none.is_empty() => vec![quoted(word)],
            Some(few) => few.iter().map(|word| quoted(word)).collect(),
            None => vec![format!("{}*", quoted(word))],
        }
    } else {
        vec![format!("{}*", quoted(word))]
    };
    if let Some(store) = similar.filter(|_| Resembling::is_of_use(word)) {
        let resembling = store.inner.vocabulary.resembling(tx, word, MOST_MEANT)?;
        meant.extend(resembling.iter().map(|word| quoted(word)));
    }
    Ok(match meant.as_slice() {
        [one] => one.clone(),
        _ => format!("({})", meant.join(" OR ")),
    })
}

/// Words hold letters and digits only, hence no quotes.
fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}
