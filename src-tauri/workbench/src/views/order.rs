//! One order: facts, timeline, queue, wizard.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{BadgeView, ChoiceView, DeadlineView, DraftForm, ProblemView, ReviewView, Sentence};

/// The order page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct OrderView {
    pub id: String,
    pub number: String,
    pub subscription: String,
    pub kind: String,
    pub offer: String,
    pub status: String,
    /// `clean`, `draft`, `queued`, `sending`, `needs_attention`.
    pub local_state: String,
    pub badge: BadgeView,
    pub deadline: DeadlineView,
    pub requested_start: Option<String>,
    pub mail_sent_at: Option<String>,
    pub contact: ContactView,
    pub seller: Option<PersonView>,
    pub can_resend: bool,
    /// Who in the team works on it; what waits in the queue counts.
    pub assignee: Option<String>,
    pub assignee_queued: bool,
    /// The note as it will be when everything is sent.
    pub note: String,
    pub note_queued: bool,
    /// What was typed as the note and is not saved for colleagues yet.
    pub note_typed: Option<String>,
    pub end_customer: EndCustomerView,
    pub lines: Vec<LineView>,
    pub services: Vec<ServiceView>,
    pub mapping: Option<MappingView>,
    /// A colleague's look at what is proposed.
    pub review: Option<ReviewView>,
    /// The day (`YYYY-MM-DD`) on which the operator wants to be reminded.
    pub reminder: Option<String>,
    /// Until when no notice is shown of it.
    pub snoozed_until: Option<String>,
    /// The customer did not agree, and the order is open again.
    pub declined: Option<DeclinedView>,
    pub operation: Option<OperationView>,
    pub wizard: WizardView,
    pub queue: Vec<QueueEntryView>,
    /// What somebody else changed and the operator has to settle.
    pub conflict: Option<ConflictView>,
    /// Newest first.
    pub timeline: Vec<TimelineEntry>,
    /// `draft`, `queued`, `submitted`, `confirmed`, `confirmed_with_errors`, `failed`: the stamp
    /// that a summary saved now would bear.
    pub stamp: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ContactView {
    pub email: String,
    pub name: String,
    pub time_zone: Option<String>,
    pub frozen: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PersonView {
    pub name: String,
    pub email: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EndCustomerView {
    pub company: String,
    pub email: Option<String>,
    pub country: String,
    pub city: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct LineView {
    pub id: String,
    pub service: String,
    pub name: String,
    pub quantity: u32,
    pub pending_quantity: Option<u32>,
    pub term_months: Option<u32>,
}

/// A service of the order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ServiceView {
    pub kind: String,
    /// State at the service: `not_set_up`, `automatic`, `deferred`, `provisioning`, …
    pub state: String,
    pub needs_input: bool,
    pub problems: Vec<ProblemView>,
}

/// The mapping that the service recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MappingView {
    pub own_company: bool,
    pub partner: Option<String>,
    pub customer: String,
    pub customer_created: bool,
    pub customer_sets_up: bool,
    pub approval: Option<String>,
    pub by: String,
    pub at: String,
}

/// What the customer answered when its approval was asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DeclinedView {
    pub at: String,
    /// Name of the organization that was asked; empty when the service does not tell.
    pub customer: String,
    pub organization_id: String,
    /// A code such as `declined_by_customer`, or the customer's own words.
    pub reason: String,
}

/// Provisioning at work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct OperationView {
    pub id: String,
    pub state: String,
    pub steps: Vec<OperationStepView>,
    pub can_retry: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct OperationStepView {
    pub code: String,
    pub service: String,
    pub subject: String,
    pub state: String,
    pub problems: Vec<Sentence>,
}

/// The wizard over this order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct WizardView {
    /// Whether answers can still be changed.
    pub editable: bool,
    /// Why not: a problem code such as `queued`, `after_point_of_no_return`, `order_closed`.
    pub frozen_because: Option<String>,
    /// Whether the mapping is already made (then only set-up is asked).
    pub mapped: bool,
    pub form: DraftForm,
    pub partner: ChoiceView,
    pub customer: ChoiceView,
    pub steps: Vec<StepView>,
    /// The step to resume at.
    pub current: String,
    /// When the draft was saved; none when there is no draft.
    pub saved_at: Option<String>,
    /// Another operator's change below this draft: the mirror's revision is newer than its base.
    pub outdated: bool,
    /// Codes of services that are set up now, in order.
    pub set_up_now: Vec<String>,
}

/// A step of the stepper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StepView {
    /// `who`, `partner`, `customer`, `subscription`, `meetings`, `calling`, `contact_center`,
    /// `review`.
    pub id: String,
    /// `done`, `current`, `todo`, `frozen`.
    pub progress: String,
    /// What was answered: a code with values, or nothing.
    pub answer: Option<Sentence>,
    pub problems: Vec<ProblemView>,
    /// What is unusual but may be right.
    pub warnings: Vec<ProblemView>,
}

/// What came of saving a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DraftSaved {
    pub saved_at: String,
    /// The answers as they are kept: with those that were given elsewhere meanwhile.
    pub form: DraftForm,
    pub steps: Vec<StepView>,
    pub set_up_now: Vec<String>,
    pub badge: BadgeView,
}

/// An act that is not confirmed by the service yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct QueueEntryView {
    pub id: String,
    pub order_id: String,
    pub number: String,
    pub customer: String,
    /// `mapping`, `setup`, `handover`, `resend`, `note`, `assignee`, `retry`, `review`,
    /// `verdict`.
    pub kind: String,
    /// `pending`, `sending`, `parked`.
    pub state: String,
    pub created_at: String,
    pub attempts: u32,
    pub next_attempt_at: Option<String>,
    /// What the service said.
    pub problem: Option<Sentence>,
    /// Fields it said it about.
    pub errors: Vec<ProblemView>,
    /// An attempt may have arrived: the entry is frozen until it is read back.
    pub unknown_outcome: bool,
    /// What has to come before it is sent: `turn`, `time`, `predecessor`, `approval`,
    /// `decision`, `answer`.
    pub waits_for: String,
    /// Who asked for it: an e-mail address.
    pub actor: String,
    /// Nothing of it can have reached the service: it can be taken back.
    pub can_take_back: bool,
}

/// Two people's words on one order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ConflictView {
    /// What was refused: an entry of the queue; none when it is the draft.
    pub entry: Option<String>,
    /// Kind of that entry, or `draft`.
    pub kind: String,
    /// Who changed the order, as far as the service told.
    pub by: Option<String>,
    pub at: Option<String>,
    /// Nothing can be asked for any more: `order_closed`, `order_cancelled`,
    /// `order_handed_over`, `order_gone`.
    pub ended: Option<String>,
    pub clashes: Vec<ClashView>,
}

/// One answer and what speaks against it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ClashView {
    /// Pointer of the operator's answer: `/partner`, `/customer`, `/customer_sets_up`,
    /// `/services/<kind>`, `/handover`, `/note`.
    pub answer: String,
    /// Pointer of what changed: the same, `/lines/<id>`, `/end_customer/<field>`, `/contact`.
    pub about: String,
    /// What stood there when the operator answered.
    pub before: Option<String>,
    pub mine: String,
    pub theirs: Option<String>,
    /// Whether the operator's answer can still be asked for.
    pub can_keep: bool,
}

/// A window onto everything that the service has not accepted yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct QueueView {
    /// What needs somebody first; entries of one order stand together.
    pub entries: Vec<QueueEntryView>,
    pub offset: u32,
    pub total: u32,
}

/// Who did what when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TimelineEntry {
    pub at: String,
    /// An address, or empty for the service itself.
    pub actor: String,
    pub code: String,
    pub params: BTreeMap<String, String>,
    /// `service` (its own record) or `here` (this computer's journal).
    pub source: String,
}

/// The page of the point of no return.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ConfirmationView {
    /// What to type.
    pub phrase: String,
    pub rows: Vec<ComparisonRow>,
    /// What stands in the way; the button stays closed while there is any.
    pub problems: Vec<ProblemView>,
    pub warnings: Vec<ProblemView>,
    /// Whether the service made a dry run; otherwise it is made before sending.
    pub checked: bool,
    pub online: bool,
    /// `map_and_set_up`, `map`, `set_up`, `hand_over`.
    pub act: String,
    /// Services set up with it.
    pub set_up_now: Vec<String>,
    /// A colleague has to approve what is proposed first, and has not.
    pub review_missing: bool,
}

/// Order against choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ComparisonRow {
    /// `partner`, `customer`, `country`, `domain`, `rights`, `set_up_now`.
    pub code: String,
    pub order_says: Sentence,
    pub chosen: Sentence,
    /// `same`, `mind`, `different`.
    pub verdict: String,
}

/// A summary that was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SummarySaved {
    pub path: String,
    pub pages: u32,
    pub bytes: u32,
}
