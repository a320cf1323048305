//! Good documents made bad: first what they say, then the bytes they say it in.

use serde_json::{Value, json};

use crate::choices::Choices;

/// Most changes to one document.
const CHANGES: usize = 8;
/// What is as long as this does not grow any more, and neither does a list of so many: most
/// inputs must be small, or there are few of them.
const LONG: usize = 1024;
const MANY: usize = 64;
/// Deepest that something is put into lists; more than any reader follows.
const DEEP: usize = 200;

/// A document that may be one of these, changed; or no document at all.
pub fn document(choices: &mut Choices<'_>, good: &[&str]) -> Vec<u8> {
    if choices.below(16) == 15 {
        return choices.rest().to_vec();
    }
    let good = choices.pick(good);
    let mut value: Value = serde_json::from_str(good).expect("the corpus is JSON");
    for _ in 0..choices.below(CHANGES) {
        change(&mut value, choices);
    }
    let mut bytes = value.to_string().into_bytes();
    if choices.below(2) == 1 {
        damage(&mut bytes, choices, TOKENS);
    }
    bytes
}

/// A text that may be one of these, damaged.
pub fn text(choices: &mut Choices<'_>, good: &[&str], tokens: &[&[u8]]) -> Vec<u8> {
    if choices.below(16) == 15 {
        return choices.rest().to_vec();
    }
    let mut bytes = choices.pick(good).as_bytes().to_vec();
    for _ in 0..choices.below(CHANGES) {
        damage(&mut bytes, choices, tokens);
    }
    bytes
}

/// Something of a type or a size that nobody waits for.
fn odd(choices: &mut Choices<'_>) -> Value {
    match choices.below(24) {
        0 => json!(null),
        1 => json!(true),
        2 => json!(false),
        3 => json!(0),
        4 => json!(-1),
        5 => json!(u64::MAX),
        6 => json!(i64::MIN),
        7 => json!(1.5),
        8 => json!(1e300),
        9 => json!(""),
        10 => json!("\u{0}"),
        11 => json!("\u{202e}\u{feff}\u{1f600}e\u{301}"),
        12 => json!("a_newer_word"),
        13 => json!("x".repeat(choices.below(2 * LONG))),
        14 => json!("9999-12-30T22:00:00.999999999Z"),
        15 => json!("-009999-01-02T01:59:59Z"),
        16 => json!("2026-11-22T10:00:00+14:00"),
        17 => json!("10000-01-01"),
        18 => json!("0000-01-01"),
        19 => json!([]),
        20 => json!({}),
        21 => json!({ "id": "x", "deleted": true, "sequence": 1 }),
        22 => (0..choices.below(DEEP)).fold(json!(7), |inner, _| json!([inner])),
        _ => (0..choices.below(DEEP)).fold(json!(7), |inner, _| json!({ "a": inner })),
    }
}

/// Changes one thing somewhere in it.
fn change(value: &mut Value, choices: &mut Choices<'_>) {
    let stays = choices.below(4) == 0;
    match value {
        Value::Array(items) if !stays && !items.is_empty() => {
            let at = choices.below(items.len());
            change(&mut items[at], choices);
        }
        Value::Object(members) if !stays && !members.is_empty() => {
            let at = choices.below(members.len());
            if let Some((_, member)) = members.iter_mut().nth(at) {
                change(member, choices);
            }
        }
        Value::Array(items) => change_list(items, choices),
        Value::Object(members) => {
            let name = members.keys().nth(choices.below(members.len().max(1)));
            let name = name.cloned().unwrap_or_default();
            match choices.below(5) {
                0 => _ = members.insert("a_newer_member".into(), odd(choices)),
                1 => _ = members.remove(&name),
                2 => {
                    let taken = members.remove(&name).unwrap_or_default();
                    members.insert(format!("{name}_"), taken);
                }
                3 => {
                    let copied = members.get(&name).cloned().unwrap_or_default();
                    members.insert(odd_name(choices), copied);
                }
                _ => *value = odd(choices),
            }
        }
        Value::String(text) if text.len() < LONG && choices.below(2) == 0 => {
            *text = text.repeat(choices.below(64));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            *value = odd(choices);
        }
    }
}

fn change_list(items: &mut Vec<Value>, choices: &mut Choices<'_>) {
    let at = choices.below(items.len().max(1));
    match (choices.below(3), items.get(at).cloned()) {
        (0, Some(item)) if items.len() < MANY => {
            items.extend(std::iter::repeat_n(item, choices.below(32)))
        }
        (1, Some(_)) => _ = items.remove(at),
        _ => items.push(odd(choices)),
    }
}

fn odd_name(choices: &mut Choices<'_>) -> String {
    let names = [
        "", "id", "deleted", "sequence", "extra", "code", "\u{0}", "type",
    ];
    (*choices.pick(&names)).to_owned()
}

/// What breaks readers of JSON.
const TOKENS: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"null",
    b"-",
    b"1e999",
    b"-0",
    b"0.1",
    b"\\u0000",
    b"\\ud800",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\x00",
    b"99999999999999999999",
    b"\"id\":\"twice\",",
    b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    b"\"a\":",
    b"\n",
];

/// Changes some bytes somewhere in it.
fn damage(bytes: &mut Vec<u8>, choices: &mut Choices<'_>, tokens: &[&[u8]]) {
    let at = choices.below(bytes.len() + 1);
    let to = (at + choices.below(256)).min(bytes.len());
    match choices.below(6) {
        0 => bytes.truncate(at),
        1 => _ = bytes.drain(at..to),
        2 => {
            let again = bytes[at..to].to_vec();
            drop(bytes.splice(at..at, again));
        }
        3 => {
            let token = *choices.pick(tokens);
            drop(bytes.splice(at..at, token.repeat(1 + choices.below(64))));
        }
        4 => {
            let token = choices.pick(tokens);
            drop(bytes.splice(at..to, token.iter().copied()));
        }
        _ => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << choices.below(8);
            }
        }
    }
}
