//! An outbox entry as the typed act it stands for, and the call that carries it.

use serde::Deserialize;
use turnup_contract::{Answer, NoteRequest, ProvisioningService, Written};
use turnup_domain::{Handover, Mapping, OperationId, Setup};
use turnup_store::{OutboxEntry, OutboxKind};

/// What is asked of the service.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Act {
    Mapping(Mapping),
    Setup(Setup),
    Handover(Handover),
    Resend,
    Note(NoteRequest),
    Retry(OperationId),
}

/// The payload of a retry entry.
#[derive(Deserialize)]
struct RetryPayload {
    operation_id: OperationId,
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
            OutboxKind::Retry => Self::Retry(RetryPayload::deserialize(payload)?.operation_id),
        })
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
            Self::Retry(operation) => service.retry_operation(operation, revision, intent).await,
        }
    }
}
