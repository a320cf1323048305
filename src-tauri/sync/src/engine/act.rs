//! An outbox entry as the typed act it stands for, and the call that carries it.

use serde::Deserialize;
use turnup_contract::{
    Answer, AssigneeRequest, NoteRequest, ProvisioningService, ReviewRequest, VerdictRequest,
    Written,
};
use turnup_domain::{
    Handover, Mapping, OperationId, ReviewId, Setup,
    reconcile::{self, Fields},
};
use turnup_store::{OutboxEntry, OutboxKind};

use super::recheck::Evidence;

/// What is asked of the service.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Act {
    Mapping(Mapping),
    Setup(Setup),
    Handover(Handover),
    Resend,
    Note(NoteRequest),
    Assignee(AssigneeRequest),
    Retry(OperationId),
    Review(ReviewRequest),
    Verdict(VerdictPayload),
}

/// The payload of a retry entry.
#[derive(Deserialize)]
struct RetryPayload {
    operation_id: OperationId,
}

/// The payload of a verdict entry.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct VerdictPayload {
    pub review_id: ReviewId,
    #[serde(flatten)]
    pub verdict: VerdictRequest,
}

impl Act {
    /// Reads the payload.
    pub fn of(entry: &OutboxEntry) -> Result<Self, serde_json::Error> {
        let payload = &entry.payload;
        Ok(match entry.kind {
            OutboxKind::Mapping => Self::Mapping(Mapping::deserialize(payload)?),
            OutboxKind::Setup => Self::Setup(Setup::deserialize(payload)?),
            OutboxKind::Handover => Self::Handover(Handover::deserialize(payload)?),
            OutboxKind::Resend => Self::Resend,
            OutboxKind::Note => Self::Note(NoteRequest::deserialize(payload)?),
            OutboxKind::Assignee => Self::Assignee(AssigneeRequest::deserialize(payload)?),
            OutboxKind::Retry => Self::Retry(RetryPayload::deserialize(payload)?.operation_id),
            OutboxKind::Review => Self::Review(ReviewRequest::deserialize(payload)?),
            OutboxKind::Verdict => Self::Verdict(VerdictPayload::deserialize(payload)?),
        })
    }

    /// What it asks for, field by field; `name_of` knows the names of organizations by pointer.
    pub fn fields(&self, name_of: impl Fn(&str) -> Option<String>) -> Fields {
        match self {
            Self::Mapping(mapping) => reconcile::of_mapping(mapping, name_of),
            Self::Setup(setup) => reconcile::of_setup(setup),
            Self::Handover(handover) => reconcile::of_handover(handover),
            Self::Note(note) => reconcile::of_note(&note.note),
            // They ask for nothing that could clash with anything.
            Self::Resend
            | Self::Assignee(_)
            | Self::Retry(_)
            | Self::Review(_)
            | Self::Verdict(_) => Fields::new(),
        }
    }

    /// Sends it, based on a revision.
    pub async fn send<S: ProvisioningService>(
        &self,
        service: &S,
        entry: &OutboxEntry,
        revision: u64,
    ) -> Answer<Written> {
        let (id, intent) = (&entry.order_id, &entry.intent_id);
        match self {
            Self::Mapping(mapping) => service.put_mapping(id, revision, intent, mapping).await,
            Self::Setup(setup) => service.put_setup(id, revision, intent, setup).await,
            Self::Handover(handover) => service.hand_over(id, revision, intent, handover).await,
            Self::Resend => service.resend(id, revision, intent).await,
            Self::Note(note) => service.put_note(id, revision, intent, note).await,
            Self::Assignee(asked) => service.put_assignee(id, revision, intent, asked).await,
            Self::Retry(operation) => service.retry_operation(operation, revision, intent).await,
            Self::Review(asked) => service.ask_review(id, revision, intent, asked).await,
            Self::Verdict(VerdictPayload { review_id, verdict }) => {
                let call = service.decide_review(id, review_id, revision, intent, verdict);
                call.await
            }
        }
    }
}

/// What an entry asks for, field by field, by the names that the operator saw; nothing when its
/// payload cannot be read.
#[must_use]
pub fn asked_fields(entry: &OutboxEntry) -> Fields {
    let seen = Evidence::of_entry(entry).unwrap_or_default();
    let name_of = |pointer: &str| {
        let chosen = match pointer {
            "/partner" => seen.partner.as_ref(),
            _ => seen.customer.as_ref(),
        };
        chosen.map(|chosen| chosen.candidate.organization.name.clone())
    };
    Act::of(entry).map_or_else(|_| Fields::new(), |act| act.fields(name_of))
}
