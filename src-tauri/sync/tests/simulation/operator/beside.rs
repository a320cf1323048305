//! What an operator asks for beside the draft: notes, reviews, the e-mail again, a retry.

use serde_json::json;
use turnup_contract::{AssigneeRequest, NoteRequest, ReviewRequest, VerdictRequest};
use turnup_domain::order::{ReviewState, StepState};
use turnup_store::{OutboxKind, StoredOrder};

use super::{Operator, is_editable};
use crate::service::Body;

impl Operator<'_> {
    pub(super) fn note(&mut self, stored: &StoredOrder) {
        // Some write the same words.
        let note = if self.dice.chance(100) {
            "the same words".to_owned()
        } else {
            format!(
                "note {} of {}",
                self.dice.below(1_000_000),
                self.desk.number
            )
        };
        let waits = stored
            .outbox
            .iter()
            .any(|entry| entry.kind == OutboxKind::Note);
        if stored.order.note != note || waits {
            self.enqueue(
                stored,
                vec![Body::Note(NoteRequest { note })],
                None,
                "notes",
            );
        }
    }

    pub(super) fn assign(&mut self, stored: &StoredOrder) {
        let somebody = format!("desk{}@andaluza.example", self.dice.below(9));
        let assignee = (!self.dice.chance(250)).then_some(somebody);
        if stored.order.assignee != assignee {
            let asked = vec![Body::Assignee(AssigneeRequest { assignee })];
            self.enqueue(stored, asked, None, "puts it on a colleague");
        }
    }

    pub(super) fn ask_review(&mut self, stored: &StoredOrder) {
        if is_editable(stored) && stored.order.status.takes_review().is_ok() {
            let asked = ReviewRequest {
                reviewer: format!("desk{}@andaluza.example", self.dice.below(9)),
                draft: json!(self.dice.below(1_000_000)),
            };
            let asked = vec![Body::Review(asked)];
            self.enqueue(stored, asked, None, "asks a colleague");
        }
    }

    pub(super) fn answer(&mut self, stored: &StoredOrder) {
        let review = stored.order.review.as_ref();
        let Some(review) = review.filter(|review| review.state == ReviewState::Pending) else {
            return;
        };
        let words = [
            ReviewState::Approved,
            ReviewState::Declined,
            ReviewState::Withdrawn,
        ];
        let told = VerdictRequest {
            verdict: self.dice.pick(&words).clone(),
            note: String::new(),
        };
        let told = vec![Body::Verdict(review.id.clone(), told)];
        self.enqueue(stored, told, None, "says about it");
    }

    pub(super) fn resend(&mut self, stored: &StoredOrder) {
        if stored.order.can_resend {
            self.enqueue(
                stored,
                vec![Body::Resend],
                None,
                "has the e-mail sent again",
            );
        }
    }

    pub(super) fn retry_operation(&mut self, stored: &StoredOrder) {
        let operation = stored.order.operation.as_ref();
        if let Some(failed) = operation.filter(|one| one.state == StepState::Failed) {
            self.enqueue(
                stored,
                vec![Body::Retry(failed.id.clone())],
                None,
                "retries",
            );
        }
    }
}
