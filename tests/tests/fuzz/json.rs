//! Documents: reading is total, what was read is written back, and nothing that came is lost on
//! the way where a type promises to keep it.

use std::fmt::Debug;

use jiff::{Timestamp, civil::Date};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use turnup_contract::CallError;
use turnup_sync::http::decoders;

use crate::cost::bounded;

/// What became of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is a document.
    Read,
    /// It is none.
    Refused,
}

/// Where a type keeps members that it does not know: pointers with `*` for any item.
pub type Keeps = &'static [&'static str];

/// Longest that is said of a document that cannot be read: the log has no room for documents.
const REASON: usize = 200;

/// Reads a document as the client does.
pub fn document<T>(input: &[u8], keeps: Keeps) -> Outcome
where
    T: DeserializeOwned + Serialize + PartialEq + Debug,
{
    let read = || decoders::document::<T>(200, "application/json", "", input);
    match bounded(input, read) {
        Err(CallError::NotThisProtocol { status, reason }) => {
            assert_eq!(status, 200);
            assert!(reason.len() < REASON, "{reason}");
            Outcome::Refused
        }
        Err(other) => panic!("{other:?}"),
        Ok(document) => {
            written_back(&document, input, keeps);
            Outcome::Read
        }
    }
}

/// Writes a document and reads that again.
pub fn written_back<T>(document: &T, came: &[u8], keeps: Keeps)
where
    T: DeserializeOwned + Serialize + PartialEq + Debug,
{
    // What nobody asks for is skipped however deep it is; as a value it cannot be had then.
    let value: Option<Value> = serde_json::from_slice(came).ok();
    let text = serde_json::to_string(document).unwrap();
    let again: T = serde_json::from_str(&text).unwrap();
    let text_again = serde_json::to_string(&again).unwrap();
    if value.as_ref().is_some_and(has_fractions) {
        // The last digit of one may differ each time that it is read.
        let (first, second) = (as_value(&text), as_value(&text_again));
        assert_eq!(lost(&first, &second, "", &[""]), None);
    } else {
        assert_eq!(again, *document);
        assert_eq!(text, text_again);
    }
    if let Some(came) = value {
        let written = as_value(&text);
        let lost = lost(&came, &written, "", keeps);
        assert_eq!(lost, None, "{came}\n{written}");
    }
    let most = 1024 + 16 * came.len();
    assert!(text.len() <= most, "{} bytes of {most}", text.len());
}

fn as_value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn has_fractions(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(items) => items.iter().any(has_fractions),
        Value::Object(members) => members.values().any(has_fractions),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

/// Where something that came is not what is written.
fn lost(came: &Value, written: &Value, at: &str, keeps: Keeps) -> Option<String> {
    match (came, written) {
        (Value::Object(came), Value::Object(written)) => {
            // Of what is gone, only that is told.
            let is_gone = written.get("deleted") == Some(&Value::Bool(true));
            let keeps_all = keeps.contains(&at) && !is_gone || is_kept(at, keeps);
            came.iter().find_map(|(name, value)| {
                let inner = format!("{at}/{name}");
                match written.get(name) {
                    Some(written) => lost(value, written, &inner, keeps),
                    None => keeps_all.then_some(inner),
                }
            })
        }
        (Value::Array(came), Value::Array(written)) if came.len() == written.len() => came
            .iter()
            .zip(written)
            .find_map(|(came, written)| lost(came, written, &format!("{at}/*"), keeps)),
        // A list of values in the order of the members stands for an object.
        (Value::Array(_), Value::Object(_)) => None,
        (Value::Number(came), Value::Number(written)) => {
            let same = came == written || nearly(came.as_f64(), written.as_f64());
            (!same).then(|| at.to_owned())
        }
        (Value::String(came), Value::String(written)) => {
            (!same_text(came, written)).then(|| at.to_owned())
        }
        _ => (came != written).then(|| at.to_owned()),
    }
}

/// Whether it lies in a member that is kept as it came.
fn is_kept(at: &str, keeps: Keeps) -> bool {
    keeps.iter().any(|kept| {
        at.strip_prefix(kept)
            .and_then(|below| below.strip_prefix("/a_newer_member"))
            .is_some()
    })
}

fn nearly(one: Option<f64>, other: Option<f64>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return false;
    };
    (one - other).abs() <= one.abs() * 1e-14
}

/// The same words, or the same moment or day in another spelling.
fn same_text(came: &str, written: &str) -> bool {
    let moments = (came.parse::<Timestamp>(), written.parse::<Timestamp>());
    let days = (came.parse::<Date>(), written.parse::<Date>());
    came == written
        || matches!(moments, (Ok(came), Ok(written)) if came == written)
        || matches!(days, (Ok(came), Ok(written)) if came == written)
}
