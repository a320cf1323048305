//! Putting together what the order page shows. Pure: stored rows in, view out.

use jiff::Timestamp;
use turnup_domain::{
    Capabilities, Draft, Order, Problem, Status,
    order::{Operation, RecordedMapping, ServiceState, StepState},
    state::{Deadline, LocalState, deadline},
    steps::{Step, StepId, StepProgress, steps},
    validation::validate_warnings,
};
use turnup_store::{EntryState, OutboxKind, QueueRow, StoredOrder, TimelineRow};

use crate::{
    answers,
    candidates::choice_view,
    conflict::conflict_view,
    declined::declined,
    form::form_of,
    queue::queue_entry,
    reviews::review_view,
    views::{
        BadgeView, ContactView, DeadlineView, EndCustomerView, LineView, MappingView,
        OperationStepView, OperationView, OrderView, PersonView, ProblemView, Sentence,
        ServiceView, StepView, TimelineEntry, WizardView,
    },
};

/// Everything that the page needs, as read from the cache at one moment.
pub struct Page<'a> {
    pub stored: &'a StoredOrder,
    pub queue: Vec<QueueRow>,
    pub timeline: Vec<TimelineRow>,
    pub typed_note: Option<String>,
    pub reminder: Option<String>,
    pub snoozed_until: Option<String>,
    pub caps: &'a Capabilities,
    /// Address of who looks at it.
    pub operator: String,
    pub now: Timestamp,
}

/// The draft as stored, or the suggestions that a fresh wizard starts with; what the service
/// accepted already stands in it as it was accepted.
pub fn draft_of(stored: &StoredOrder, caps: &Capabilities) -> Draft {
    let draft = stored.draft.as_ref().map_or_else(
        || Draft::prefilled(&stored.order, caps),
        |draft| draft.draft.clone(),
    );
    draft.with_accepted(&stored.order, caps)
}

/// The page of one order.
pub fn order_view(page: Page<'_>) -> OrderView {
    let Page {
        stored,
        queue,
        timeline,
        typed_note,
        reminder,
        snoozed_until,
        caps,
        operator,
        now,
    } = page;
    let order = &stored.order;
    let draft = draft_of(stored, caps);
    let steps = steps(order, &draft, caps);
    OrderView {
        id: order.id.to_string(),
        number: order.number.to_string(),
        subscription: order.subscription.clone(),
        kind: order.kind.to_string(),
        offer: order.offer.clone(),
        status: order.status.to_string(),
        local_state: stored.local_state.to_string(),
        badge: badge(&order.status, &stored.local_state, position(&steps)),
        deadline: deadline_view(&deadline(order, now)),
        requested_start: order.requested_start.map(|day| day.to_string()),
        mail_sent_at: order.mail_sent_at.map(|at| at.to_string()),
        contact: ContactView {
            email: order.contact.email.clone(),
            name: order.contact.name.clone(),
            time_zone: order.contact.time_zone.clone(),
            frozen: order.contact.frozen,
        },
        seller: order.seller.as_ref().map(|seller| PersonView {
            name: seller.name.clone(),
            email: seller.email.clone(),
        }),
        can_resend: order.can_resend,
        assignee: queued_assignee(stored).unwrap_or_else(|| order.assignee.clone()),
        assignee_queued: queued_assignee(stored).is_some(),
        note: queued_note(stored).unwrap_or_else(|| order.note.clone()),
        note_queued: queued_note(stored).is_some(),
        note_typed: typed_note,
        end_customer: EndCustomerView {
            company: order.end_customer.company.clone(),
            email: order.end_customer.email.clone(),
            country: order.end_customer.country.clone(),
            city: order.end_customer.city.clone(),
        },
        lines: order.lines.iter().map(line_view).collect(),
        services: services(order, caps),
        mapping: order.mapping.as_ref().map(mapping_view),
        review: review_view(stored, &draft, caps, &operator),
        reminder,
        snoozed_until,
        declined: declined(order, &timeline),
        operation: order.operation.as_ref().map(operation_view),
        wizard: wizard(stored, draft, &steps, caps, now),
        queue: queue.into_iter().map(queue_entry).collect(),
        conflict: conflict_view(stored, &timeline),
        timeline: timeline.into_iter().map(timeline_entry).collect(),
        stamp: stamp(stored).to_owned(),
    }
}

fn line_view(line: &turnup_domain::order::Line) -> LineView {
    LineView {
        id: line.id.to_string(),
        service: line.service.to_string(),
        name: line.name.clone(),
        quantity: line.quantity,
        pending_quantity: line.pending_quantity,
        term_months: line.term_months,
    }
}

fn services(order: &Order, caps: &Capabilities) -> Vec<ServiceView> {
    order
        .services
        .iter()
        .map(|service| ServiceView {
            kind: service.kind.to_string(),
            state: service.state.to_string(),
            needs_input: caps
                .services
                .iter()
                .find(|rule| rule.kind == service.kind)
                .is_some_and(|rule| rule.needs_input),
            problems: service.problems.iter().map(problem_view).collect(),
        })
        .collect()
}

fn mapping_view(mapping: &RecordedMapping) -> MappingView {
    MappingView {
        own_company: mapping.own_company,
        partner: mapping.partner.as_ref().map(|partner| partner.name.clone()),
        customer: mapping.customer.name.clone(),
        customer_created: mapping.customer.created.is_some(),
        customer_sets_up: mapping.customer_sets_up,
        approval: mapping.approval.as_ref().map(ToString::to_string),
        by: mapping.by.clone(),
        at: mapping.at.to_string(),
    }
}

fn operation_view(operation: &Operation) -> OperationView {
    let failed = operation
        .steps
        .iter()
        .any(|step| step.state == StepState::Failed);
    let running = matches!(operation.state, StepState::Pending | StepState::Running);
    OperationView {
        id: operation.id.to_string(),
        state: operation.state.to_string(),
        steps: operation
            .steps
            .iter()
            .map(|step| OperationStepView {
                code: step.code.clone(),
                service: step.service.to_string(),
                subject: step.subject.clone(),
                state: step.state.to_string(),
                problems: step.problems.iter().map(problem_sentence).collect(),
            })
            .collect(),
        can_retry: failed && !running,
    }
}

fn wizard(
    stored: &StoredOrder,
    draft: Draft,
    steps: &[Step],
    caps: &Capabilities,
    now: Timestamp,
) -> WizardView {
    let order = &stored.order;
    let frozen_because = frozen_because(stored);
    let draft_row = stored.draft.as_ref();
    WizardView {
        editable: frozen_because.is_none(),
        frozen_because: frozen_because.map(ToOwned::to_owned),
        mapped: order.mapping.is_some(),
        partner: choice_view(&draft.partner, now),
        customer: choice_view(&draft.customer, now),
        steps: step_views(order, &draft, steps, caps),
        current: draft
            .step
            .clone()
            .filter(|id| steps.iter().any(|step| step.id == *id))
            .or_else(|| current(steps).map(|step| step.id.clone()))
            .unwrap_or(StepId::Review)
            .to_string(),
        saved_at: draft_row.map(|row| row.saved_at.to_string()),
        outdated: draft_row.is_some_and(|row| row.base_revision < order.revision),
        set_up_now: set_up_now(order, &draft),
        form: form_of(&draft),
    }
}

/// The stepper.
pub fn step_views(
    order: &Order,
    draft: &Draft,
    steps: &[Step],
    caps: &Capabilities,
) -> Vec<StepView> {
    let warnings: Vec<ProblemView> = validate_warnings(order, draft, caps)
        .iter()
        .map(problem_view)
        .collect();
    steps
        .iter()
        .map(|step| StepView {
            id: step.id.to_string(),
            progress: step.progress.to_string(),
            answer: answers::answer(&step.id, order, draft),
            problems: step.problems.iter().map(problem_view).collect(),
            warnings: warnings
                .iter()
                .filter(|warning| warning.step == step.id.to_string())
                .cloned()
                .collect(),
        })
        .collect()
}

/// Kinds of service that are set up with the act.
pub fn set_up_now(order: &Order, draft: &Draft) -> Vec<String> {
    if draft.customer_sets_up {
        return Vec::new();
    }
    let open = |kind: &turnup_domain::ServiceKind| {
        order
            .services
            .iter()
            .find(|service| service.kind == *kind)
            .is_none_or(|service| {
                matches!(
                    service.state,
                    ServiceState::NotSetUp | ServiceState::Deferred
                )
            })
    };
    order
        .services_with_input()
        .into_iter()
        .filter(|kind| open(kind) && draft.when_of(kind) == Some(&turnup_domain::intent::When::Now))
        .map(|kind| kind.to_string())
        .collect()
}

/// The first step that is not done.
fn current(steps: &[Step]) -> Option<&Step> {
    steps
        .iter()
        .find(|step| step.progress == StepProgress::Current)
}

/// Where the draft stands: the step's number from 1 and how many there are.
pub fn position(steps: &[Step]) -> (u32, u32) {
    let count = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    let at = steps
        .iter()
        .position(|step| step.progress == StepProgress::Current);
    let number = at
        .and_then(|at| u32::try_from(at + 1).ok())
        .unwrap_or(count);
    (number, count)
}

/// Why the answers cannot be changed now, as a code; none when they can.
pub fn frozen_because(stored: &StoredOrder) -> Option<&'static str> {
    let acts = || {
        stored
            .outbox
            .iter()
            .filter(|entry| !entry.kind.is_beside_the_draft())
    };
    if acts().any(|entry| entry.state == EntryState::Parked) {
        return Some("needs_attention");
    }
    if acts().any(|entry| entry.state == EntryState::Sending) {
        return Some("sending");
    }
    if acts().next().is_some() {
        return Some("queued");
    }
    if stored.gone {
        return Some("order_gone");
    }
    match stored.order.status {
        Status::AwaitingDetails | Status::Mapped | Status::Deferred => None,
        Status::AwaitingApproval => Some("awaiting_approval"),
        Status::CustomerSetsUp => Some("customer_sets_up"),
        Status::Provisioning => Some("provisioning"),
        Status::Provisioned | Status::ProvisionedWithErrors => Some("provisioned"),
        Status::Failed => Some("failed"),
        Status::HandedOver => Some("handed_over"),
        Status::Closed => Some("order_closed"),
        Status::Cancelled => Some("order_cancelled"),
        Status::Unknown(_) => Some("unknown_status"),
    }
}

/// The one word on an order.
pub fn badge(status: &Status, local: &LocalState, position: (u32, u32)) -> BadgeView {
    match local {
        LocalState::Clean | LocalState::Unknown(_) => BadgeView {
            code: status.to_string(),
            step: None,
            steps: None,
        },
        LocalState::Draft => BadgeView {
            code: local.to_string(),
            step: Some(position.0),
            steps: Some(position.1),
        },
        LocalState::NeedsAttention | LocalState::Sending | LocalState::Queued => BadgeView {
            code: local.to_string(),
            step: None,
            steps: None,
        },
    }
}

/// A deadline as the interface reads it.
pub fn deadline_view(deadline: &Deadline) -> DeadlineView {
    DeadlineView {
        closes_at: deadline.closes_at.map(|at| at.to_string()),
        days: deadline.days,
        urgency: deadline.urgency.to_string(),
    }
}

/// The stamp of a summary made now.
pub fn stamp(stored: &StoredOrder) -> &'static str {
    let acts = || {
        stored
            .outbox
            .iter()
            .filter(|entry| !entry.kind.is_beside_the_draft())
    };
    if acts().any(|entry| entry.state != EntryState::Parked) {
        return "queued";
    }
    match stored.order.status {
        Status::Provisioned => "confirmed",
        Status::ProvisionedWithErrors => "confirmed_with_errors",
        Status::Failed => "failed",
        Status::AwaitingDetails | Status::Closed | Status::Cancelled => "draft",
        Status::AwaitingApproval
        | Status::Mapped
        | Status::Deferred
        | Status::CustomerSetsUp
        | Status::Provisioning
        | Status::HandedOver
        | Status::Unknown(_) => "submitted",
    }
}

/// Who shall work on it, where that waits here; `Some(None)` is nobody in particular.
fn queued_assignee(stored: &StoredOrder) -> Option<Option<String>> {
    let mut waiting = stored.outbox.iter().rev();
    let entry = waiting.find(|entry| entry.kind == OutboxKind::Assignee)?;
    Some(entry.payload.get("assignee")?.as_str().map(str::to_owned))
}

fn queued_note(stored: &StoredOrder) -> Option<String> {
    let entry = stored
        .outbox
        .iter()
        .rev()
        .find(|entry| entry.kind == OutboxKind::Note)?;
    entry.payload.get("note")?.as_str().map(ToOwned::to_owned)
}

/// A problem with the step on which it can be mended.
pub fn problem_view(problem: &Problem) -> ProblemView {
    ProblemView {
        pointer: problem.pointer.clone(),
        code: problem.code.clone(),
        params: problem.params.clone(),
        step: StepId::of_pointer(&problem.pointer).to_string(),
    }
}

fn problem_sentence(problem: &Problem) -> Sentence {
    Sentence {
        code: problem.code.clone(),
        params: problem.params.clone(),
    }
}

fn timeline_entry(row: TimelineRow) -> TimelineEntry {
    TimelineEntry {
        at: row.at.to_string(),
        actor: row.actor,
        code: row.code,
        params: row.params,
        source: if row.from_service { "service" } else { "here" }.to_owned(),
    }
}
