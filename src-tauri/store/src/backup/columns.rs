//! The kept rows' columns: which they are, and how each is read and written.

use rusqlite::{Row, types::Value};
use serde::de::DeserializeOwned;
use turnup_domain::{Capabilities, Draft, MatchAnswer, Order, OrderId, problem::Params};

use super::kept::{
    Kept, KeptAct, KeptDraft, KeptFinding, KeptLine, KeptNumber, KeptRules, KeptSetting, Names,
    Rows, Said,
};
use crate::{EntryState, OutboxKind};

/// Whether a text is a document of this kind.
fn reads<T: DeserializeOwned>(text: &str) -> bool {
    serde_json::from_str::<T>(text).is_ok()
}

/// The order that a document is, when it can be read.
pub(crate) fn order_of(document: &str) -> Option<Order> {
    serde_json::from_str(document).ok()
}

fn sound<T: DeserializeOwned>(text: String) -> Option<String> {
    reads::<T>(&text).then_some(text)
}

/// `Some(None)` for nothing, none for something that cannot be read.
fn sound_or_nothing(text: Option<String>) -> Option<Option<String>> {
    match text {
        None => Some(None),
        Some(text) => sound::<serde_json::Value>(text).map(Some),
    }
}

fn named(row: &Row<'_>, index: usize, names: &Names) -> Option<OrderId> {
    names.get(&row.get(index).ok()?).cloned()
}

impl Kept for KeptDraft {
    const TABLE: &'static str = "drafts";
    const KEY: &'static str = "order_row";
    const COLUMNS: &'static [&'static str] = &[
        "order_row",
        "document",
        "base_revision",
        "saved_at",
        "step",
        "step_number",
        "step_count",
    ];

    fn read(row: &Row<'_>, names: &Names) -> Option<Self> {
        Some(Self {
            order: named(row, 0, names)?,
            document: sound::<Draft>(row.get(1).ok()?)?,
            base_revision: row.get(2).ok()?,
            saved_at: row.get(3).ok()?,
            step: row.get(4).ok()?,
            step_number: row.get(5).ok()?,
            step_count: row.get(6).ok()?,
        })
    }

    fn values(&self, rows: &Rows) -> Option<Vec<Value>> {
        Some(vec![
            (*rows.get(&self.order)?).into(),
            self.document.clone().into(),
            self.base_revision.into(),
            self.saved_at.into(),
            self.step.clone().into(),
            self.step_number.into(),
            self.step_count.into(),
        ])
    }
}

impl Kept for KeptAct {
    const TABLE: &'static str = "outbox";
    const KEY: &'static str = "id";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "order_row",
        "kind",
        "payload",
        "evidence",
        "base_revision",
        "intent_id",
        "attempts",
        "created_at",
        "next_attempt_at",
        "state",
        "unknown_outcome",
        "problem",
        "actor",
    ];

    fn read(row: &Row<'_>, names: &Names) -> Option<Self> {
        Some(Self {
            place: row.get(0).ok()?,
            order: named(row, 1, names)?,
            kind: OutboxKind::of(&row.get::<_, String>(2).ok()?)?,
            payload: sound::<serde_json::Value>(row.get(3).ok()?)?,
            evidence: sound_or_nothing(row.get(4).ok()?)?,
            base_revision: row.get(5).ok()?,
            intent_id: row.get(6).ok()?,
            attempts: row.get(7).ok()?,
            created_at: row.get(8).ok()?,
            next_attempt_at: row.get(9).ok()?,
            state: EntryState::of(&row.get::<_, String>(10).ok()?)?,
            unknown_outcome: row.get(11).ok()?,
            problem: sound_or_nothing(row.get(12).ok()?)?,
            actor: row.get(13).ok()?,
        })
    }

    fn values(&self, rows: &Rows) -> Option<Vec<Value>> {
        Some(vec![
            self.place.into(),
            (*rows.get(&self.order)?).into(),
            self.kind.as_str().to_owned().into(),
            self.payload.clone().into(),
            self.evidence.clone().into(),
            self.base_revision.into(),
            self.intent_id.clone().into(),
            self.attempts.into(),
            self.created_at.into(),
            self.next_attempt_at.into(),
            self.state.as_str().to_owned().into(),
            self.unknown_outcome.into(),
            self.problem.clone().into(),
            self.actor.clone().into(),
        ])
    }
}

impl Kept for KeptFinding {
    const TABLE: &'static str = "findings";
    const KEY: &'static str = "order_row";
    const COLUMNS: &'static [&'static str] = &["order_row", "role", "answer", "from_cache", "at"];

    fn read(row: &Row<'_>, names: &Names) -> Option<Self> {
        Some(Self {
            order: named(row, 0, names)?,
            role: row.get(1).ok()?,
            answer: sound::<MatchAnswer>(row.get(2).ok()?)?,
            from_cache: row.get(3).ok()?,
            at: row.get(4).ok()?,
        })
    }

    fn values(&self, rows: &Rows) -> Option<Vec<Value>> {
        Some(vec![
            (*rows.get(&self.order)?).into(),
            self.role.clone().into(),
            self.answer.clone().into(),
            self.from_cache.into(),
            self.at.into(),
        ])
    }
}

impl Kept for KeptLine {
    const TABLE: &'static str = "journal";
    const KEY: &'static str = "id";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "order_id",
        "at",
        "actor",
        "code",
        "params",
        "intent_id",
    ];

    fn read(row: &Row<'_>, _names: &Names) -> Option<Self> {
        Some(Self {
            place: row.get(0).ok()?,
            said: Said {
                order: row.get(1).ok()?,
                at: row.get(2).ok()?,
                actor: row.get(3).ok()?,
                code: row.get(4).ok()?,
                params: sound::<Params>(row.get(5).ok()?)?,
                intent_id: row.get(6).ok()?,
            },
        })
    }

    fn values(&self, _rows: &Rows) -> Option<Vec<Value>> {
        let said = &self.said;
        Some(vec![
            self.place.into(),
            said.order.clone().into(),
            said.at.into(),
            said.actor.clone().into(),
            said.code.clone().into(),
            said.params.clone().into(),
            said.intent_id.clone().into(),
        ])
    }
}

impl Kept for KeptSetting {
    const TABLE: &'static str = "settings";
    const KEY: &'static str = "key";
    const COLUMNS: &'static [&'static str] = &["key", "value"];

    fn read(row: &Row<'_>, _names: &Names) -> Option<Self> {
        Some(Self {
            key: row.get(0).ok()?,
            value: row.get(1).ok()?,
        })
    }

    fn values(&self, _rows: &Rows) -> Option<Vec<Value>> {
        Some(vec![self.key.clone().into(), self.value.clone().into()])
    }
}

impl Kept for KeptNumber {
    const TABLE: &'static str = "numbers";
    const KEY: &'static str = "number";
    const COLUMNS: &'static [&'static str] = &["number", "at"];

    fn read(row: &Row<'_>, _names: &Names) -> Option<Self> {
        Some(Self {
            number: row.get(0).ok()?,
            at: row.get(1).ok()?,
        })
    }

    fn values(&self, _rows: &Rows) -> Option<Vec<Value>> {
        Some(vec![self.number.clone().into(), self.at.into()])
    }
}

impl Kept for KeptRules {
    const TABLE: &'static str = "capabilities";
    const KEY: &'static str = "id";
    const COLUMNS: &'static [&'static str] = &["id", "etag", "document"];

    fn read(row: &Row<'_>, _names: &Names) -> Option<Self> {
        Some(Self {
            etag: row.get(1).ok()?,
            document: sound::<Capabilities>(row.get(2).ok()?)?,
        })
    }

    fn values(&self, _rows: &Rows) -> Option<Vec<Value>> {
        Some(vec![
            1.into(),
            self.etag.clone().into(),
            self.document.clone().into(),
        ])
    }
}
