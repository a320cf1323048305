//! Finding an act again at the service, when nobody knows whether its request arrived: by its
//! intent, or by what it wanted standing there already. What is found is never sent again.

use turnup_contract::{Answer, CallError, ProvisioningService};
use turnup_domain::{
    IntentId, Order, Setup,
    intent::When,
    order::{ActivityEntry, ReviewState, ServiceState},
};
use turnup_store::OutboxEntry;

use super::{Engine, SyncStop, act::Act, run::Run};

/// Whether the order itself shows that the act was done.
pub(crate) fn shows(order: &Order, act: &Act, intent: &IntentId) -> bool {
    let operation = order
        .operation
        .as_ref()
        .is_some_and(|o| o.intent_id == *intent);
    match act {
        Act::Mapping(_) => order
            .mapping
            .as_ref()
            .is_some_and(|m| m.intent_id == *intent),
        Act::Setup(setup) => operation || stands(order, setup),
        Act::Handover(handover) => order.contact.email.eq_ignore_ascii_case(&handover.email),
        // Leaves no trace on the order: only the activity tells.
        Act::Resend => false,
        Act::Note(note) => order.note == note.note,
        Act::Assignee(asked) => same_person(&order.assignee, &asked.assignee),
        Act::Retry(_) => operation,
        Act::Review(asked) => order.review.as_ref().is_some_and(|review| {
            review.state == ReviewState::Pending
                && review.is_asked_of(&asked.reviewer)
                && review.draft == asked.draft
        }),
        Act::Verdict(told) => order.review.as_ref().is_some_and(|review| {
            review.id == told.review_id && review.state == told.verdict.verdict
        }),
    }
}

/// Whether two addresses are one person's, or both nobody's.
pub(super) fn same_person(one: &Option<String>, other: &Option<String>) -> bool {
    let person = |email: &Option<String>| email.as_deref().map(|email| email.trim().to_lowercase());
    person(one) == person(other)
}

/// Whether the activity shows that the act was done.
pub(crate) fn tells(activity: &[ActivityEntry], intent: &IntentId) -> bool {
    activity
        .iter()
        .any(|entry| entry.intent_id.as_ref() == Some(intent))
}

/// Whether everything that a set-up asks for was accepted before.
fn stands(order: &Order, setup: &Setup) -> bool {
    !setup.services.is_empty()
        && setup.services.iter().all(|asked| {
            order.services.iter().any(|progress| {
                progress.kind == asked.kind
                    && match &asked.when {
                        When::Later => progress.state == ServiceState::Deferred,
                        When::Now | When::Unknown(_) => progress.setup.as_ref() == Some(asked),
                    }
            })
        })
}

impl<S: ProvisioningService> Engine<S> {
    /// The order, when the service has the act already.
    pub(super) async fn read_back(
        &self,
        run: &Run<'_>,
        entry: &OutboxEntry,
        act: &Act,
    ) -> Result<Answer<Option<Order>>, SyncStop> {
        run.call(async {
            let order = self.service.order(&entry.order_id).await?;
            if shows(&order, act, &entry.intent_id) {
                return Ok(Some(order));
            }
            let activity = match self.service.activity(&entry.order_id).await {
                // A service may not keep an activity.
                Err(CallError::Problem {
                    status: 404 | 405, ..
                }) => Vec::new(),
                other => other?,
            };
            Ok(tells(&activity, &entry.intent_id).then_some(order))
        })
        .await
    }
}
