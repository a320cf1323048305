//! The acts of the protocol, each on one order. What an order's status allows says the trade
//! (`Status::after`).

use serde_json::{Value, json, to_value};
use turnup_contract::{AssigneeRequest, NoteRequest, ReviewRequest, VerdictRequest, code};
use turnup_domain::{
    Handover, Mapping, OperationId, Order, OrganizationId, ReviewId, Setup, Status,
    intent::{OrganizationTarget, When},
    order::{
        MappedOrganization, Operation, RecordedMapping, Review, ReviewState, ServiceState,
        StepState,
    },
    organization::Approval,
    state::Act,
};
use turnup_store::OutboxKind;

use super::{Request, Service, Timer};
use crate::time::{MINUTE, SECOND};

/// From so many users on the customer is asked.
const ASKED_FROM: u32 = 100;

/// What a write asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    Mapping(Mapping),
    Setup(Setup),
    Handover(Handover),
    Resend,
    Note(NoteRequest),
    Assignee(AssigneeRequest),
    Retry(OperationId),
    Review(ReviewRequest),
    Verdict(ReviewId, VerdictRequest),
}

impl Body {
    pub fn kind(&self) -> OutboxKind {
        match self {
            Self::Mapping(_) => OutboxKind::Mapping,
            Self::Setup(_) => OutboxKind::Setup,
            Self::Handover(_) => OutboxKind::Handover,
            Self::Resend => OutboxKind::Resend,
            Self::Note(_) => OutboxKind::Note,
            Self::Assignee(_) => OutboxKind::Assignee,
            Self::Retry(_) => OutboxKind::Retry,
            Self::Review(_) => OutboxKind::Review,
            Self::Verdict(..) => OutboxKind::Verdict,
        }
    }

    /// As the outbox keeps it.
    pub fn payload(&self) -> Value {
        match self {
            Self::Mapping(mapping) => to_value(mapping).unwrap(),
            Self::Setup(setup) => to_value(setup).unwrap(),
            Self::Handover(handover) => to_value(handover).unwrap(),
            Self::Resend => json!({}),
            Self::Note(note) => to_value(note).unwrap(),
            Self::Assignee(asked) => to_value(asked).unwrap(),
            Self::Retry(operation) => json!({ "operation_id": operation }),
            Self::Review(asked) => to_value(asked).unwrap(),
            Self::Verdict(review, told) => json!({
                "review_id": review, "verdict": told.verdict, "note": told.note
            }),
        }
    }
}

impl Service {
    /// Does it, or says why not. Whether an operation began.
    pub(super) fn apply(
        &mut self,
        order: &mut Order,
        request: &Request,
    ) -> Result<bool, &'static str> {
        match &request.body {
            Body::Mapping(mapping) => self.map(order, mapping, request),
            Body::Setup(setup) => self.set_up(order, setup, request),
            Body::Handover(handover) => {
                order.status = order.status.after(&Act::HandOver)?;
                order.contact.email.clone_from(&handover.email);
                Ok(false)
            }
            Body::Resend if order.status != Status::AwaitingDetails || !order.can_resend => {
                Err(code::CANNOT_RESEND)
            }
            Body::Resend => Ok(false),
            Body::Note(note) => {
                order.note.clone_from(&note.note);
                Ok(false)
            }
            Body::Assignee(asked) => {
                order.assignee.clone_from(&asked.assignee);
                Ok(false)
            }
            Body::Retry(operation) => self.retry(order, operation),
            Body::Review(asked) => {
                order.status.takes_review()?;
                order.review = Some(self.asked(asked, request));
                Ok(false)
            }
            Body::Verdict(id, told) => {
                order.status.takes_review()?;
                let review = order.review.as_mut().filter(|review| review.id == *id);
                let review = review.ok_or(code::NOT_FOUND)?;
                if review.state != ReviewState::Pending {
                    return Err(code::REVIEW_DECIDED);
                }
                review.state = told.verdict.clone();
                review.note.clone_from(&told.note);
                review.decided_at = Some(self.time());
                Ok(false)
            }
        }
    }

    fn asked(&self, asked: &ReviewRequest, request: &Request) -> Review {
        Review {
            id: ReviewId::new(format!("rev_{}", request.intent)),
            reviewer: asked.reviewer.clone(),
            asked_by: format!("desk{}@andaluza.example", request.desk),
            asked_at: self.time(),
            draft: asked.draft.clone(),
            state: ReviewState::Pending,
            note: String::new(),
            decided_at: None,
            extra: Default::default(),
        }
    }

    fn map(
        &mut self,
        order: &mut Order,
        mapping: &Mapping,
        request: &Request,
    ) -> Result<bool, &'static str> {
        order.status.after(&Act::Map)?;
        for target in mapping.partner.iter().chain([&mapping.customer]) {
            self.check_organization(target)?;
        }
        let asked = self.must_agree(&mapping.customer);
        let act = match (asked, mapping.customer_sets_up) {
            (true, _) => Act::MapWithApproval,
            (false, true) => Act::MapCustomerSetsUp,
            (false, false) => Act::Map,
        };
        order.status = order.status.after(&act)?;
        order.contact.frozen = true;
        order.mapping = Some(RecordedMapping {
            own_company: mapping.own_company,
            partner: mapping.partner.as_ref().map(mapped),
            customer: mapped(&mapping.customer),
            customer_sets_up: mapping.customer_sets_up,
            approval: asked.then_some(Approval::Required),
            by: format!("desk{}@andaluza.example", request.desk),
            at: self.time(),
            intent_id: request.intent.clone(),
        });
        if asked {
            let answer = self.in_a_while(20 * MINUTE);
            self.set_timer(answer, &order.id, Timer::Approval);
        }
        Ok(self.settle_automatic(order))
    }

    fn check_organization(&self, target: &OrganizationTarget) -> Result<(), &'static str> {
        let OrganizationTarget::Existing {
            organization_id,
            expected_revision,
        } = target
        else {
            return Ok(());
        };
        match self.organizations.get(organization_id) {
            Some(found) if found.revision == *expected_revision => Ok(()),
            _ => Err(code::ORGANIZATION_CHANGED),
        }
    }

    fn must_agree(&self, target: &OrganizationTarget) -> bool {
        let OrganizationTarget::Existing {
            organization_id, ..
        } = target
        else {
            return false;
        };
        let found = self.organizations.get(organization_id);
        found.is_some_and(|organization| organization.users >= ASKED_FROM)
    }

    /// Services that ask for nothing come with the mapping; when there are no others, they are
    /// the operation.
    pub(super) fn settle_automatic(&mut self, order: &mut Order) -> bool {
        let intent = order.mapping.as_ref().map(|made| made.intent_id.clone());
        let begins = order.status == Status::Mapped && order.services_with_input().is_empty();
        let Some(intent) = intent.filter(|_| begins) else {
            return false;
        };
        order.status = Status::Provisioning;
        order.operation = Some(self.begin_operation(order, intent));
        true
    }

    fn set_up(
        &mut self,
        order: &mut Order,
        setup: &Setup,
        request: &Request,
    ) -> Result<bool, &'static str> {
        let now = setup.services.iter().any(|one| one.when == When::Now);
        let act = if now { Act::SetUpNow } else { Act::SetUpLater };
        order.status = order.status.after(&act)?;
        for asked in &setup.services {
            let ordered = order.services.iter_mut();
            for progress in ordered.filter(|one| one.kind == asked.kind) {
                progress.setup = Some(asked.clone());
                progress.state = if asked.when == When::Now {
                    ServiceState::Provisioning
                } else {
                    ServiceState::Deferred
                };
            }
        }
        if now {
            order.operation = Some(self.begin_operation(order, request.intent.clone()));
        }
        Ok(now)
    }

    /// What failed, once more: the same operation, which keeps the intent it came from.
    fn retry(&mut self, order: &mut Order, id: &OperationId) -> Result<bool, &'static str> {
        let status = order.status.after(&Act::Retry)?;
        let latest = order.operation.as_mut().filter(|one| one.id == *id);
        let operation = latest.ok_or(code::NOTHING_TO_RETRY)?;
        operation.state = StepState::Running;
        operation.ended_at = None;
        order.status = status;
        let end = self.in_a_while(10 * MINUTE);
        self.set_timer(end, &order.id, Timer::OperationEnds);
        Ok(true)
    }

    fn begin_operation(&mut self, order: &Order, intent: turnup_domain::IntentId) -> Operation {
        self.operations += 1;
        let end = self.in_a_while(10 * MINUTE);
        self.set_timer(end, &order.id, Timer::OperationEnds);
        let half_way = (self.now + end) / 2;
        self.set_timer(half_way, &order.id, Timer::OperationGoesOn);
        Operation {
            id: OperationId::new(format!("op_{}", self.operations)),
            order_id: order.id.clone(),
            intent_id: intent,
            state: StepState::Running,
            steps: Vec::new(),
            retry_after: Some(2),
            started_at: self.time(),
            ended_at: None,
        }
    }

    /// Between a second and `most` from now.
    pub(super) fn in_a_while(&mut self, most: i64) -> i64 {
        let wait = self.dice.between(1, most.unsigned_abs() / 1000);
        self.now + i64::try_from(wait).unwrap() * SECOND
    }
}

fn mapped(target: &OrganizationTarget) -> MappedOrganization {
    let (id, created) = match target {
        OrganizationTarget::Existing {
            organization_id, ..
        } => (organization_id.clone(), None),
        OrganizationTarget::Create { create, .. } => {
            (OrganizationId::from("org_new"), Some(create.clone()))
        }
    };
    MappedOrganization {
        id,
        name: String::new(),
        country: String::new(),
        created,
    }
}
