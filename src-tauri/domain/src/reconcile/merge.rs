//! The three-way merge of flat fields.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// The value of a field, and how it is told to people: a name, a number, a code.
#[derive(Debug, Clone)]
pub struct Field {
    /// What is compared.
    pub value: Value,
    /// What is shown.
    pub shown: String,
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Field {
    /// A field that is shown as it is.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        let shown = text.into();
        Self {
            value: Value::String(shown.clone()),
            shown,
        }
    }
}

/// Fields by pointer, such as `/customer`, `/services/meetings`, `/lines/1`.
pub type Fields = BTreeMap<String, Field>;

/// A change at the service that touches nothing of the operator's. That both say the same is no
/// change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Pointer of the field.
    pub about: String,
    /// What stood there; none when nothing did.
    pub before: Option<String>,
    /// What stands there now.
    pub now: Option<String>,
}

/// A change at the service to something that the operator answered, or that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// Pointer of the operator's answer.
    pub mine_about: String,
    /// Pointer of what changed: the same, or what the answer rests on.
    pub about: String,
    /// What stood there when the operator answered.
    pub before: Option<String>,
    /// The operator's answer.
    pub mine: String,
    /// What stands there now.
    pub theirs: Option<String>,
}

/// What came of putting them side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reconciled {
    /// What goes together by itself.
    pub merged: Vec<Change>,
    /// What somebody has to settle.
    pub clashes: Vec<Clash>,
    /// Why nothing can be asked for any more, as a code.
    pub ended: Option<&'static str>,
}

impl Reconciled {
    /// Whether the operator's answers stand as they are.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.clashes.is_empty() && self.ended.is_none()
    }
}

/// Answer and what it rests on, as beginnings of pointers: the organization was found for this
/// end customer, licences are shared out of these lines, a hand-over names somebody other than
/// the contact.
const RESTS_ON: [(&str, &str); 4] = [
    ("/customer", "/end_customer/"),
    ("/services/meetings", "/lines/"),
    ("/handover", "/contact"),
    ("/partner", "/contact"),
];

fn rests_on(answer: &str, fact: &str) -> bool {
    RESTS_ON
        .iter()
        .any(|(of, on)| answer == *of && fact.starts_with(on))
}

/// Puts three states side by side. `before` and `theirs` are the service's word then and now;
/// `mine` holds only what the operator answered.
#[must_use]
pub fn merge(before: &Fields, mine: &Fields, theirs: &Fields) -> Reconciled {
    let mut found = Reconciled::default();
    let pointers: BTreeSet<&String> = before.keys().chain(theirs.keys()).collect();
    for about in pointers {
        let (then, now) = (before.get(about), theirs.get(about));
        let agreed = now.is_some() && mine.get(about) == now;
        if then == now || agreed {
            continue;
        }
        let shown = |field: Option<&Field>| field.map(|field| field.shown.clone());
        let touched = mine
            .iter()
            .filter(|(pointer, _)| *pointer == about || rests_on(pointer, about));
        let clashes: Vec<Clash> = touched
            .map(|(pointer, answer)| Clash {
                mine_about: pointer.clone(),
                about: about.clone(),
                before: shown(then),
                mine: answer.shown.clone(),
                theirs: shown(now),
            })
            .collect();
        if clashes.is_empty() {
            found.merged.push(Change {
                about: about.clone(),
                before: shown(then),
                now: shown(now),
            });
        } else {
            found.clashes.extend(clashes);
        }
    }
    found
}
