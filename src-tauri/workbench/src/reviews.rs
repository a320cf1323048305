//! A colleague's look at what is proposed, before the point of no return: asked, answered, and
//! shown beside the order. What is proposed travels as the wizard's own answers; the service
//! carries it unread, and what another program proposed is shown as unreadable, never guessed.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use turnup_contract::{ReviewRequest, VerdictRequest};
use turnup_domain::{
    Capabilities, Draft, Order, ReviewId,
    intent::{Mapping, Setup},
    order::{Review, ReviewState},
    validation::{validate_note, validate_review},
};
use turnup_store::{EntryState, OutboxEntry, OutboxKind, StoredOrder};

use crate::{
    Failure, Workbench,
    acts::{enqueue, not_ready, note_failure, value},
    confirmation::rows,
    drafting::editable,
    failure::{Outcome, codes},
    order_page::stored,
    order_view::draft_of,
    views::{OrderView, ReviewView},
    workbench::now,
};

/// Version of [`Proposal`]; one of another version is not read.
const FORMAT: u32 = 1;

/// What is proposed, as it travels.
#[derive(Debug, Serialize, Deserialize)]
struct Proposal {
    turnup: u32,
    answers: Draft,
}

/// A verdict as it waits.
#[derive(Debug, Serialize, Deserialize)]
struct VerdictPayload {
    review_id: ReviewId,
    #[serde(flatten)]
    verdict: VerdictRequest,
}

impl Workbench {
    /// Asks a colleague to look at what would become final. A question that was never sent is
    /// replaced; the service replaces one that was.
    ///
    /// # Errors
    /// `reviewer_not_an_address`, `reviewer_is_yourself`, `not_ready` while the organizations are
    /// not chosen, `not_editable` after the point of no return, `already_queued` while an earlier
    /// question is on its way.
    pub async fn ask_review(&self, id: &str, reviewer: &str) -> Outcome<OrderView> {
        let reviewer = reviewer.trim().to_owned();
        self.act(id, move |store, session, id| {
            let (stored, caps) = editable(store, id)?;
            let draft = draft_of(&stored, &caps);
            if stored.order.status.takes_review().is_err() {
                return Err(Failure::new(codes::NOT_EDITABLE).with("reason", "mapped"));
            }
            let order = &stored.order;
            draft
                .mapping(order, &order.number, &caps)
                .map_err(not_ready)?;
            let request = ReviewRequest {
                draft: value(&Proposal {
                    turnup: FORMAT,
                    answers: draft,
                })?,
                reviewer,
            };
            let asked_by = session.operator_email();
            let wrong = validate_review(&request.reviewer, &request.draft, &asked_by);
            if let Some(problem) = wrong.first() {
                let code = match (problem.pointer.as_str(), problem.code.as_str()) {
                    ("/draft", _) => codes::TOO_LONG,
                    (_, "same_as_asker") => codes::REVIEWER_IS_YOURSELF,
                    _ => codes::REVIEWER_NOT_AN_ADDRESS,
                };
                return Err(Failure {
                    code: code.to_owned(),
                    params: problem.params.clone(),
                });
            }
            enqueue(store, session, id, OutboxKind::Review, value(&request)?)
        })
        .await
    }

    /// Says what comes of the review that was shown. Who was asked approves or declines; who asked
    /// withdraws, and a question that was never sent (`review` is none) is simply not asked.
    ///
    /// # Errors
    /// `review_over` when this review does not wait for this verdict any more, `too_long` and
    /// `not_plain_text` about the note.
    pub async fn answer_review(
        &self,
        id: &str,
        review: Option<&str>,
        verdict: &str,
        note: &str,
    ) -> Outcome<OrderView> {
        if let Some(problem) = validate_note(note).first() {
            return Err(note_failure(problem));
        }
        let shown = review.map(ReviewId::new);
        let verdict = VerdictRequest {
            verdict: ReviewState::from(verdict),
            note: note.trim().to_owned(),
        };
        self.act(id, move |store, session, id| {
            let stored = stored(store, id)?;
            let over = || Failure::new(codes::REVIEW_OVER);
            let withdraws = verdict.verdict == ReviewState::Withdrawn;
            let Some(shown) = shown else {
                let asked = waiting(&stored, OutboxKind::Review).filter(|_| withdraws);
                return Ok(store.take_back(asked.ok_or_else(over)?.id, now())?);
            };
            let me = session.operator_email();
            let review = stored.order.review.as_ref();
            let review = review
                .filter(|review| review.id == shown)
                .ok_or_else(over)?;
            let is_mine = match verdict.verdict {
                ReviewState::Approved | ReviewState::Declined => review.is_asked_of(&me),
                ReviewState::Withdrawn => review.is_asked_by(&me),
                ReviewState::Pending | ReviewState::Unknown(_) => false,
            };
            if !is_mine || review.state != ReviewState::Pending {
                return Err(over());
            }
            let payload = VerdictPayload {
                review_id: review.id.clone(),
                verdict,
            };
            enqueue(store, session, id, OutboxKind::Verdict, value(&payload)?)
        })
        .await
    }
}

/// Fails with `review_missing` when what would become final now is not what a colleague approved.
pub(crate) fn approved(order: &Order, draft: &Draft, caps: &Capabilities) -> Outcome<()> {
    if is_missing(order, draft, caps) {
        return Err(Failure::new(codes::REVIEW_MISSING));
    }
    Ok(())
}

/// Whether a colleague has still to approve what would become final now. After the point of no
/// return nothing is left to approve.
pub(crate) fn is_missing(order: &Order, draft: &Draft, caps: &Capabilities) -> bool {
    order.mapping.is_none()
        && !order.review.as_ref().is_some_and(|review| {
            review.state == ReviewState::Approved
                && proposed(&review.draft).is_some_and(|that| is_same(order, &that, draft, caps))
        })
}

/// The review as the order page shows it, with what waits here.
pub(crate) fn review_view(
    stored: &StoredOrder,
    draft: &Draft,
    caps: &Capabilities,
    operator: &str,
) -> Option<ReviewView> {
    let order = &stored.order;
    let asking = waiting(stored, OutboxKind::Review).and_then(asked_here);
    let told = waiting(stored, OutboxKind::Verdict).and_then(|entry| {
        let payload: VerdictPayload = serde_json::from_value(entry.payload.clone()).ok()?;
        Some((payload, entry.created_at))
    });
    let queued = asking.is_some();
    let review = asking.or_else(|| order.review.clone())?;
    let told = told.filter(|(payload, _)| payload.review_id == review.id);
    let part = if review.is_asked_of(operator) {
        "asked_of_me"
    } else if review.is_asked_by(operator) {
        "asked_by_me"
    } else {
        "others"
    };
    let answers = proposed(&review.draft);
    let (state, note, decided_at) = match &told {
        Some((payload, at)) => (&payload.verdict.verdict, &payload.verdict.note, Some(*at)),
        None => (&review.state, &review.note, review.decided_at),
    };
    Some(ReviewView {
        id: (!queued).then(|| review.id.to_string()),
        state: state.to_string(),
        queued: queued || told.is_some(),
        note: note.clone(),
        decided_at: decided_at.map(|at| at.to_string()),
        part: part.to_owned(),
        current: answers
            .as_ref()
            .is_some_and(|that| is_same(order, that, draft, caps)),
        readable: answers.is_some(),
        rows: answers.map_or_else(Vec::new, |that| rows(order, &that, caps)),
        reviewer: review.reviewer,
        asked_by: review.asked_by,
        asked_at: review.asked_at.to_string(),
    })
}

/// What was proposed, when this program understands it.
fn proposed(draft: &Value) -> Option<Draft> {
    let proposal: Proposal = serde_json::from_value(draft.clone()).ok()?;
    (proposal.turnup == FORMAT).then_some(proposal.answers)
}

/// Whether two drafts ask for the same, to the letter of what is sent.
fn is_same(order: &Order, one: &Draft, other: &Draft, caps: &Capabilities) -> bool {
    let acts = |draft: &Draft| -> Option<(Mapping, Option<Option<Setup>>)> {
        let mapping = draft.mapping(order, &order.number, caps).ok()?;
        Some((mapping, draft.setup(order, caps).ok()))
    };
    let one = acts(one);
    one.is_some() && one == acts(other)
}

/// An entry that the service has not refused.
fn waiting(stored: &StoredOrder, kind: OutboxKind) -> Option<&OutboxEntry> {
    let mut entries = stored.outbox.iter();
    entries.find(|entry| entry.kind == kind && entry.state != EntryState::Parked)
}

/// A question that waits here, as the review that it will be.
fn asked_here(entry: &OutboxEntry) -> Option<Review> {
    let request: ReviewRequest = serde_json::from_value(entry.payload.clone()).ok()?;
    Some(Review {
        id: ReviewId::new(String::new()),
        reviewer: request.reviewer,
        asked_by: entry.actor.clone(),
        asked_at: entry.created_at,
        draft: request.draft,
        state: ReviewState::Pending,
        note: String::new(),
        decided_at: None,
        extra: Default::default(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    #[test]
    fn what_another_program_proposed_is_not_guessed() {
        let answers = value(&Draft::default()).unwrap();
        let table = [
            (json!({ "turnup": FORMAT, "answers": answers }), true),
            (json!({ "turnup": FORMAT + 1, "answers": answers }), false),
            (json!({ "turnup": FORMAT }), false),
            (json!({ "turnup": FORMAT, "answers": [] }), false),
            (json!({ "own_company": true }), false),
            (json!(null), false),
            (json!("approved"), false),
        ];
        for (draft, expected) in table {
            assert_eq!(proposed(&draft).is_some(), expected, "{draft}");
        }
    }
}
