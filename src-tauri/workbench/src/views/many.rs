//! One act for many orders: which, what it would do, and what came of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{ChangeView, OrderQuery};
use crate::Failure;

/// Which orders are meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "chosen", rename_all = "snake_case")]
pub enum ChosenOrders {
    /// These, in this sequence.
    Some { ids: Vec<String> },
    /// Everything that a list shows, but these; offset and limit of the query count for nothing.
    All {
        query: OrderQuery,
        except: Vec<String>,
    },
}

/// What is done with each of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum ManyAct {
    /// Gives the answers of a preset, by its id.
    Preset { preset: String },
    /// Gives one answer: `when`, `meetings_time_zone`, `early_release`, `calling_time_zone`,
    /// `announcement_language`, `email_language`, `contact_center_country`.
    Answer { question: String, value: String },
    /// Looks for what is missing or wrong; asks the service as well, where it can be reached.
    Check {},
    /// Queues what is ready. What becomes final needs the order's number as typed, by id.
    Submit { typed: BTreeMap<String, String> },
    /// Has somebody else complete them.
    HandOver { email: String, note: String },
    /// Has the provisioning e-mail sent again.
    Resend {},
    /// Brings them back to mind on a day (`YYYY-MM-DD`); none forgets it.
    Remind { on: Option<String> },
    /// Forgets what was answered.
    DropDraft {},
}

/// What an act would do, order by order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ManyPlan {
    pub orders: Vec<ManyPlanned>,
}

/// What an act would do to one order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ManyPlanned {
    pub id: String,
    pub number: String,
    pub company: String,
    /// `ready`, `unchanged`, `refused`; `confirm`: ready once its number is typed.
    pub outcome: String,
    /// Answers that it would change.
    pub changes: Vec<ChangeView>,
    /// Why it is refused.
    pub failure: Option<Failure>,
}

/// What came of an act for many orders.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ManyDone {
    /// Somebody ended it; what was done before stays.
    pub cancelled: bool,
    /// Each order that its turn came to, in that sequence.
    pub orders: Vec<ManyOutcome>,
    /// Orders whose turn did not come.
    pub left: u32,
    /// With what it can be undone, until something else is done with many; none when nothing can.
    pub undo: Option<u32>,
    /// Why nothing more could be written.
    pub failure: Option<Failure>,
}

/// What came of it for one order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ManyOutcome {
    pub id: String,
    /// Empty when the order is not here any more.
    pub number: String,
    pub company: String,
    /// `done`, `unchanged`, `failed`; of a check `ready`, `ready_here` when the service could not
    /// be asked, and `problems`.
    pub outcome: String,
    /// What a check found.
    pub problems: u32,
    pub failure: Option<Failure>,
}
