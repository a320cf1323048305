//! Presets, as far as they concern one order.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::DraftForm;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PresetsView {
    /// Those that cover the order, the nearest first; before them all together when there are
    /// several.
    pub offers: Vec<PresetOffer>,
    /// Those that are for other orders, by name.
    pub others: Vec<PresetView>,
    /// For which orders one can be saved here, from far to near.
    pub scopes: Vec<ScopeView>,
    /// Whether anything is answered that could be saved.
    pub can_save: bool,
}

/// What a preset makes of the answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PresetOffer {
    /// None: all that cover the order, the nearer one winning.
    pub preset: Option<PresetView>,
    /// The answers afterwards.
    pub form: DraftForm,
    /// What differs; empty when nothing does.
    pub changes: Vec<ChangeView>,
    /// Ids of the steps that it answers as a whole.
    pub steps: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PresetView {
    pub id: String,
    pub name: String,
    pub scope: ScopeView,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ScopeView {
    /// `everywhere`, `country`, `customer`.
    pub scope: String,
    /// The country's code or the customer's domain.
    pub of: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChangeView {
    /// Pointer into the answers.
    pub pointer: String,
    pub before: String,
    pub after: String,
}

/// The open orders that a preset would change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PresetTargets {
    /// The nearest deadline first.
    pub orders: Vec<PresetTarget>,
    /// Whether there are more than these.
    pub more: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PresetTarget {
    pub id: String,
    pub number: String,
    pub company: String,
    pub changes: Vec<ChangeView>,
}
