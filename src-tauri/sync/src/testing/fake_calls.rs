//! The calls of the service in memory.

use std::time::Duration;

use turnup_contract::{
    Answer, AssigneeRequest, ChecksAnswer, ChecksRequest, FeedItem, MatchRequest, Me,
    NameCheckAnswer, NameCheckRequest, NoteRequest, OrdersSummary, ProblemBody,
    ProvisioningService, ReviewRequest, SearchRequest, TransferAnswer, VerdictRequest, Written,
    checksum::Checksum,
    code,
    feed::{FeedPage, OrdersPage, OrganizationsPage},
};
use turnup_domain::{
    Capabilities, Handover, IntentId, Mapping, MatchAnswer, OperationId, Order, OrderId,
    OrderNumber, OrganizationId, ReviewId, Setup, Status,
    intent::{OrganizationTarget, When},
    order::{
        ActivityEntry, MappedOrganization, Operation, RecordedMapping, Review, ReviewState,
        ServiceState,
    },
};

use super::fake_service::{FakeService, State, refused};

impl ProvisioningService for FakeService {
    async fn capabilities(
        &self,
        known_etag: Option<&str>,
    ) -> Answer<Option<(Capabilities, String)>> {
        self.call("capabilities", "", |state| {
            let etag = format!("\"caps{}\"", state.capabilities_etag);
            Ok((known_etag != Some(&etag)).then(|| (super::capabilities(), etag)))
        })
        .await
    }

    async fn me(&self) -> Answer<Me> {
        self.call("me", "", |state| {
            Ok(state.me.clone().unwrap_or_else(|| Me {
                id: "op_1".into(),
                email: "ana@andaluza.example".into(),
                name: "Ana".into(),
                partners: Vec::new(),
                rights: Vec::new(),
            }))
        })
        .await
    }

    async fn orders(&self, cursor: Option<&str>, _limit: u32) -> Answer<OrdersPage> {
        self.call("orders", cursor.unwrap_or("-"), |state| state.feed(cursor))
            .await
    }

    async fn order_by_number(&self, number: &OrderNumber) -> Answer<Option<Order>> {
        self.call("order_by_number", number.as_str(), |state| {
            Ok(state
                .orders
                .values()
                .find(|order| order.number == *number)
                .cloned())
        })
        .await
    }

    async fn order(&self, id: &OrderId) -> Answer<Order> {
        self.call("order", id.as_str(), |state| state.find(id))
            .await
    }

    async fn activity(&self, id: &OrderId) -> Answer<Vec<ActivityEntry>> {
        self.call("activity", id.as_str(), |state| {
            Ok(state.activity.get(id).cloned().unwrap_or_default())
        })
        .await
    }

    async fn feed_past(&self, sequence: u64) -> Answer<()> {
        if !self.state().nudges {
            return std::future::pending().await;
        }
        self.state().log.push(format!("feed_past {sequence}"));
        while self.state().sequence <= sequence {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }

    async fn orders_summary(&self) -> Answer<OrdersSummary> {
        self.call("orders_summary", "", |state| Ok(summary(state)))
            .await
    }

    async fn organizations(&self, cursor: Option<&str>, _limit: u32) -> Answer<OrganizationsPage> {
        self.call("organizations", cursor.unwrap_or("-"), |state| {
            let items = if cursor.is_none() {
                state.organizations.clone()
            } else {
                Vec::new()
            };
            Ok(FeedPage {
                items: items
                    .into_iter()
                    .map(|one| FeedItem::Document(Box::new(one)))
                    .collect(),
                next_cursor: "end".into(),
                has_more: false,
                as_of: 1,
                total: None,
            })
        })
        .await
    }

    async fn match_organizations(&self, request: &MatchRequest) -> Answer<MatchAnswer> {
        self.call("match_organizations", request.role.as_str(), |state| {
            let answer = state.matches.get(request.role.as_str()).cloned();
            Ok(answer.unwrap_or_else(|| super::match_answer(Vec::new())))
        })
        .await
    }

    async fn search_organizations(&self, request: &SearchRequest) -> Answer<MatchAnswer> {
        self.call("search_organizations", &request.domain, |_| {
            Ok(super::match_answer(Vec::new()))
        })
        .await
    }

    async fn checks(&self, id: &OrderId, _request: &ChecksRequest) -> Answer<ChecksAnswer> {
        self.call("checks", id.as_str(), |state| {
            Ok(ChecksAnswer {
                problems: state.check_problems.clone(),
                warnings: Vec::new(),
            })
        })
        .await
    }

    async fn put_mapping(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        mapping: &Mapping,
    ) -> Answer<Written> {
        self.call("put_mapping", &format!("{id} {revision}"), |state| {
            state.write("mapping", id, (revision, intent), |order| {
                map(order, mapping, intent)
            })
        })
        .await
    }

    async fn put_setup(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        setup: &Setup,
    ) -> Answer<Written> {
        self.call("put_setup", &format!("{id} {revision}"), |state| {
            state.write("setup", id, (revision, intent), |order| {
                set_up(order, setup, intent)
            })
        })
        .await
    }

    async fn hand_over(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        handover: &Handover,
    ) -> Answer<Written> {
        self.call("hand_over", &format!("{id} {revision}"), |state| {
            state.write("handover", id, (revision, intent), |order| {
                order.contact.email.clone_from(&handover.email);
                Ok(())
            })
        })
        .await
    }

    async fn resend(&self, id: &OrderId, revision: u64, intent: &IntentId) -> Answer<Written> {
        self.call("resend", &format!("{id} {revision}"), |state| {
            state.write("resend", id, (revision, intent), |_| Ok(()))
        })
        .await
    }

    async fn put_note(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        note: &NoteRequest,
    ) -> Answer<Written> {
        self.call("put_note", &format!("{id} {revision}"), |state| {
            state.write("note", id, (revision, intent), |order| {
                order.note.clone_from(&note.note);
                Ok(())
            })
        })
        .await
    }

    async fn put_assignee(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        asked: &AssigneeRequest,
    ) -> Answer<Written> {
        self.call("put_assignee", &format!("{id} {revision}"), |state| {
            state.write("assignee", id, (revision, intent), |order| {
                order.assignee.clone_from(&asked.assignee);
                Ok(())
            })
        })
        .await
    }

    async fn ask_review(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        request: &ReviewRequest,
    ) -> Answer<Written> {
        self.call("ask_review", &format!("{id} {revision}"), |state| {
            state.write("review", id, (revision, intent), |order| {
                order.review = Some(pending(request, intent));
                Ok(())
            })
        })
        .await
    }

    async fn decide_review(
        &self,
        id: &OrderId,
        review_id: &ReviewId,
        revision: u64,
        intent: &IntentId,
        verdict: &VerdictRequest,
    ) -> Answer<Written> {
        self.call("decide_review", &format!("{id} {revision}"), |state| {
            state.write("verdict", id, (revision, intent), |order| {
                decide(order, review_id, verdict)
            })
        })
        .await
    }

    async fn operation(&self, id: &OperationId) -> Answer<Operation> {
        self.call("operation", id.as_str(), |state| {
            let operations = state
                .orders
                .values()
                .filter_map(|order| order.operation.clone());
            operations
                .into_iter()
                .find(|operation| operation.id == *id)
                .ok_or_else(|| refused(ProblemBody::of(code::NOT_FOUND)))
        })
        .await
    }

    async fn retry_operation(
        &self,
        id: &OperationId,
        revision: u64,
        intent: &IntentId,
    ) -> Answer<Written> {
        self.call("retry_operation", &format!("{id} {revision}"), |state| {
            let order = state.orders.values().find(|order| {
                order
                    .operation
                    .as_ref()
                    .is_some_and(|operation| operation.id == *id)
            });
            let order_id = order.map(|order| order.id.clone());
            let missing = || refused(ProblemBody::of(code::NOT_FOUND));
            let order_id = order_id.ok_or_else(missing)?;
            state.write("retry", &order_id, (revision, intent), |order| {
                order.status = Status::Provisioning;
                order.operation =
                    Some(super::operation("op_2", order.id.as_str(), intent.as_str()));
                Ok(())
            })
        })
        .await
    }

    async fn check_site_name(&self, request: &NameCheckRequest) -> Answer<NameCheckAnswer> {
        self.call("check_site_name", &request.name, |_| {
            Ok(available(&request.name))
        })
        .await
    }

    async fn check_sip_name(&self, request: &NameCheckRequest) -> Answer<NameCheckAnswer> {
        self.call("check_sip_name", &request.name, |_| {
            Ok(available(&request.name))
        })
        .await
    }

    async fn transfer(&self, code: &str) -> Answer<Option<TransferAnswer>> {
        self.call("transfer", code, |_| Ok(None)).await
    }
}

fn pending(request: &ReviewRequest, intent: &IntentId) -> Review {
    Review {
        id: ReviewId::new(format!("rev_{intent}")),
        reviewer: request.reviewer.clone(),
        asked_by: "ana@andaluza.example".into(),
        asked_at: super::noon(),
        draft: request.draft.clone(),
        state: ReviewState::Pending,
        note: String::new(),
        decided_at: None,
        extra: std::collections::BTreeMap::new(),
    }
}

fn decide(order: &mut Order, id: &ReviewId, verdict: &VerdictRequest) -> Result<(), &'static str> {
    let review = order.review.as_mut().filter(|review| review.id == *id);
    let review = review.ok_or(code::NOT_FOUND)?;
    if review.state != ReviewState::Pending {
        return Err(code::REVIEW_DECIDED);
    }
    review.state = verdict.verdict.clone();
    review.note.clone_from(&verdict.note);
    review.decided_at = Some(super::noon());
    Ok(())
}

fn map(order: &mut Order, mapping: &Mapping, intent: &IntentId) -> Result<(), &'static str> {
    if order.mapping.is_some() {
        return Err(code::AFTER_POINT_OF_NO_RETURN);
    }
    order.status = if mapping.customer_sets_up {
        Status::CustomerSetsUp
    } else {
        Status::Mapped
    };
    order.contact.frozen = true;
    order.mapping = Some(RecordedMapping {
        own_company: mapping.own_company,
        partner: mapping.partner.as_ref().map(mapped),
        customer: mapped(&mapping.customer),
        customer_sets_up: mapping.customer_sets_up,
        approval: None,
        by: "ana@andaluza.example".into(),
        at: super::noon(),
        intent_id: intent.clone(),
    });
    Ok(())
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

fn set_up(order: &mut Order, setup: &Setup, intent: &IntentId) -> Result<(), &'static str> {
    match order.status {
        Status::Mapped | Status::Deferred => {}
        Status::AwaitingDetails => return Err(code::BEFORE_POINT_OF_NO_RETURN),
        Status::AwaitingApproval => return Err(code::AWAITING_APPROVAL),
        _ => return Err(code::OPERATION_IN_PROGRESS),
    }
    let now = setup
        .services
        .iter()
        .any(|service| service.when == When::Now);
    order.status = if now {
        Status::Provisioning
    } else {
        Status::Deferred
    };
    for asked in &setup.services {
        for progress in order
            .services
            .iter_mut()
            .filter(|one| one.kind == asked.kind)
        {
            progress.setup = Some(asked.clone());
            progress.state = ServiceState::Provisioning;
            if asked.when == When::Later {
                progress.state = ServiceState::Deferred;
            }
        }
    }
    if now {
        order.operation = Some(super::operation("op_1", order.id.as_str(), intent.as_str()));
    }
    Ok(())
}

fn summary(state: &State) -> OrdersSummary {
    let mut checksum = Checksum::default();
    let mut counts = std::collections::BTreeMap::new();
    for order in state.orders.values() {
        checksum.toggle(order.id.as_str(), order.revision);
        *counts.entry(order.status.to_string()).or_default() += 1;
    }
    let checksum = state.checksum.clone().unwrap_or_else(|| checksum.hex());
    OrdersSummary {
        as_of: state.sequence,
        counts,
        checksum,
    }
}

fn available(name: &str) -> NameCheckAnswer {
    NameCheckAnswer {
        name: name.into(),
        result: "available".into(),
        suggestions: Vec::new(),
    }
}
