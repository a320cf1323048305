//! The catalogues of words: every language has the same files, the same messages, and asks for
//! no value that English does not get.

use std::collections::{BTreeMap, BTreeSet};

use super::{Complaint, Source};

/// The language that the others are held against.
const FIRST: &str = "en";

/// Values by message (attributes as `message.attribute`).
type Messages = BTreeMap<String, BTreeSet<String>>;

/// Compares every language with English.
pub fn check(sources: &[Source]) -> Vec<Complaint> {
    let mut languages: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for source in sources {
        let Some(path) = source.path.strip_prefix("locales/") else {
            continue;
        };
        let Some((language, file)) = path.split_once('/') else {
            continue;
        };
        if file.ends_with(".ftl") {
            languages
                .entry(language)
                .or_default()
                .insert(file, &source.text);
        }
    }
    let Some(first) = languages.remove(FIRST) else {
        return Vec::new();
    };
    let mut complaints = Vec::new();
    for (language, files) in &languages {
        let names: BTreeSet<_> = first.keys().chain(files.keys()).collect();
        for file in names {
            let english = first
                .get(file)
                .map(|text| messages(text))
                .unwrap_or_default();
            let other = files
                .get(file)
                .map(|text| messages(text))
                .unwrap_or_default();
            complaints.extend(compare(language, file, &english, &other));
        }
    }
    complaints
}

fn compare(language: &str, file: &str, english: &Messages, other: &Messages) -> Vec<Complaint> {
    let missing = english
        .keys()
        .filter(|id| !other.contains_key(*id))
        .map(|id| {
            format!(
                "locales/{language}/{file}: {id} is missing: translate it from locales/{FIRST}/"
            )
        });
    let spare = other.keys().filter(|id| !english.contains_key(*id)).map(|id| {
        format!("locales/{language}/{file}: {id} is not in locales/{FIRST}/: remove it or add it there")
    });
    let unknown = other.iter().flat_map(|(id, values)| {
        let known = english.get(id).cloned().unwrap_or_else(|| values.clone());
        let unknown: Vec<_> = values.difference(&known).cloned().collect();
        unknown.into_iter().map(move |value| {
            format!("locales/{language}/{file}: {id} asks for ${value}, which English does not get")
        })
    });
    missing.chain(spare).chain(unknown).collect()
}

fn messages(text: &str) -> Messages {
    let mut messages = Messages::new();
    let (mut message, mut current) = (String::new(), String::new());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(id) = identifier(line, |c| c.is_ascii_alphabetic() || c == '-') {
            message = id.to_owned();
            current = message.clone();
        } else if let Some(attribute) = line
            .trim_start()
            .strip_prefix('.')
            .and_then(|rest| identifier(rest, char::is_alphabetic))
        {
            current = format!("{message}.{attribute}");
        }
        if current.is_empty() {
            continue;
        }
        let values = messages.entry(current.clone()).or_default();
        for part in line.split('$').skip(1) {
            let end = part.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
            values.insert(part[..end.unwrap_or(part.len())].to_owned());
        }
    }
    messages
}

/// The name before ` =`, when the line begins a message.
fn identifier(line: &str, begins: impl Fn(char) -> bool) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    let valid = line.starts_with(begins)
        && id
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    valid.then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ftl(language: &str, text: &str) -> Source {
        Source {
            path: format!("locales/{language}/inbox.ftl"),
            text: text.into(),
        }
    }

    #[test]
    fn the_same_messages_in_every_language_are_tidy() {
        let english = "# words\ninbox-title = Inbox\ninbox-count = { $n ->\n    [one] one\n   *[other] { $n }\n}\n    .hint = All\n";
        let french = "inbox-title = Boîte\ninbox-count = { $n } commandes\n    .hint = Toutes\n";
        assert_eq!(
            check(&[ftl("en", english), ftl("fr", french)]),
            Vec::<String>::new()
        );
    }

    #[test]
    fn what_is_missing_spare_or_unknown_is_named() {
        let english = "a = A\nb = { $n }\nc = C\n    .title = T\n";
        let french = "b = { $number }\nc = C\nd = D\n";
        let complaints = check(&[ftl("en", english), ftl("fr", french)]);
        let names = [
            "a is missing",
            "c.title is missing",
            "d is not in",
            "$number",
        ];
        assert_eq!(complaints.len(), names.len(), "{complaints:?}");
        for name in names {
            assert!(
                complaints.iter().any(|c| c.contains(name)),
                "{name}: {complaints:?}"
            );
        }
    }
}
