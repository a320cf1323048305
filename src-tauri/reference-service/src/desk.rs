//! The service asked without HTTP, by one operator: the same answers through the same trait.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value;
use turnup_contract::{
    Answer, AssigneeRequest, CallError, ChecksAnswer, ChecksRequest, FeedItem, MatchRequest, Me,
    NameCheckAnswer, NameCheckRequest, NoteRequest, OrdersSummary, ProblemBody,
    ProvisioningService, ReviewRequest, SearchRequest, TransferAnswer, VerdictRequest, Written,
    code,
    feed::{OrdersPage, OrganizationsPage},
};
use turnup_domain::{
    Capabilities, Handover, IntentId, Mapping, MatchAnswer, OperationId, Order, OrderId,
    OrderNumber, ReviewId, Setup,
    order::{ActivityEntry, Operation},
};

use crate::{
    http::Shared,
    service::{Operator, Refusal, Service, WriteAnswer, WriteCall},
};

/// An operator's desk inside the process of the service.
#[derive(Clone)]
pub struct Desk {
    shared: Arc<Shared>,
    operator: Operator,
}

impl Desk {
    pub(crate) fn new(shared: Arc<Shared>, operator: Operator) -> Self {
        Self { shared, operator }
    }

    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Service) -> Result<T, Refusal> + Send + 'static,
    ) -> Answer<T> {
        self.shared.ask(question).await.map_err(refused)
    }

    async fn write(
        &self,
        (revision, intent): (u64, &IntentId),
        body: &impl serde::Serialize,
        act: impl FnOnce(&Service, &Operator, &WriteCall) -> Result<WriteAnswer, Refusal>
        + Send
        + 'static,
    ) -> Answer<Written> {
        let call = WriteCall {
            revision: Some(revision),
            intent: intent.clone(),
            body: serde_json::to_value(body).unwrap_or(Value::Null),
            heeds_keys: true,
        };
        let operator = self.operator;
        let answer = self
            .ask(move |service| act(service, &operator, &call))
            .await?;
        if answer.status >= 400 {
            let problem: ProblemBody = read(&answer.body, answer.status)?;
            return Err(refused(Refusal(Box::new(problem))));
        }
        let order = read(&answer.body, answer.status)?;
        Ok(Written {
            order,
            operation: answer.operation,
            replayed: answer.replayed,
        })
    }
}

fn refused(refusal: Refusal) -> CallError {
    CallError::Problem {
        status: refusal.0.status,
        retry_after: refusal
            .retry_after()
            .map(|seconds| std::time::Duration::from_secs(u64::from(seconds))),
        problem: refusal.0,
    }
}

fn read<T: DeserializeOwned>(body: &str, status: u16) -> Answer<T> {
    serde_json::from_str(body).map_err(|error| CallError::NotThisProtocol {
        reason: error.to_string(),
        status,
    })
}

impl ProvisioningService for Desk {
    async fn capabilities(&self, known: Option<&str>) -> Answer<Option<(Capabilities, String)>> {
        let etag = self.shared.capabilities.1.clone();
        if known == Some(etag.as_str()) {
            return Ok(None);
        }
        Ok(Some((self.shared.service.capabilities().clone(), etag)))
    }

    async fn me(&self) -> Answer<Me> {
        Ok(self.operator.me())
    }

    async fn orders(&self, cursor: Option<&str>, limit: u32) -> Answer<OrdersPage> {
        let cursor = cursor.map(str::to_owned);
        let page = self
            .ask(move |service| service.orders(cursor.as_deref(), Some(limit)))
            .await?;
        read(&page.0, 200)
    }

    async fn order_by_number(&self, number: &OrderNumber) -> Answer<Option<Order>> {
        let number = number.clone();
        let page = self
            .ask(move |service| service.orders_by_number(&number))
            .await?;
        let page: OrdersPage = read(&page.0, 200)?;
        Ok(page.items.into_iter().find_map(|item| match item {
            FeedItem::Document(order) => Some(*order),
            FeedItem::Deleted(_) => None,
        }))
    }

    async fn order(&self, id: &OrderId) -> Answer<Order> {
        let id = id.clone();
        self.ask(move |service| service.order(&id)).await
    }

    async fn activity(&self, id: &OrderId) -> Answer<Vec<ActivityEntry>> {
        let id = id.clone();
        self.ask(move |service| service.activity(&id)).await
    }

    async fn orders_summary(&self) -> Answer<OrdersSummary> {
        self.ask(|service| service.summary()).await
    }

    async fn organizations(&self, cursor: Option<&str>, limit: u32) -> Answer<OrganizationsPage> {
        let cursor = cursor.map(str::to_owned);
        let page = self
            .ask(move |service| service.organizations(cursor.as_deref(), Some(limit)))
            .await?;
        read(&page.0, 200)
    }

    async fn match_organizations(&self, request: &MatchRequest) -> Answer<MatchAnswer> {
        let request = request.clone();
        self.ask(move |service| service.match_organizations(&request))
            .await
    }

    async fn search_organizations(&self, request: &SearchRequest) -> Answer<MatchAnswer> {
        let request = request.clone();
        self.ask(move |service| service.search_organizations(&request))
            .await
    }

    async fn checks(&self, id: &OrderId, request: &ChecksRequest) -> Answer<ChecksAnswer> {
        let (id, request) = (id.clone(), request.clone());
        self.ask(move |service| service.checks(&id, &request)).await
    }

    async fn put_mapping(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        mapping: &Mapping,
    ) -> Answer<Written> {
        let id = id.clone();
        self.write((revision, intent), mapping, move |s, o, call| {
            s.put_mapping(o, &id, call)
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
        let id = id.clone();
        self.write((revision, intent), setup, move |s, o, call| {
            s.put_setup(o, &id, call)
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
        let id = id.clone();
        self.write((revision, intent), handover, move |s, o, call| {
            s.hand_over(o, &id, call)
        })
        .await
    }

    async fn resend(&self, id: &OrderId, revision: u64, intent: &IntentId) -> Answer<Written> {
        let id = id.clone();
        let nothing = serde_json::Map::new();
        self.write((revision, intent), &nothing, move |s, o, call| {
            s.resend(o, &id, call)
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
        let id = id.clone();
        self.write((revision, intent), note, move |s, o, call| {
            s.put_note(o, &id, call)
        })
        .await
    }

    async fn put_assignee(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        assignee: &AssigneeRequest,
    ) -> Answer<Written> {
        let id = id.clone();
        self.write((revision, intent), assignee, move |s, o, call| {
            s.put_assignee(o, &id, call)
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
        let id = id.clone();
        self.write((revision, intent), request, move |s, o, call| {
            s.ask_review(o, &id, call)
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
        let (id, review_id) = (id.clone(), review_id.clone());
        self.write((revision, intent), verdict, move |s, o, call| {
            s.decide_review(o, (&id, &review_id), call)
        })
        .await
    }

    async fn operation(&self, id: &OperationId) -> Answer<Operation> {
        let id = id.clone();
        self.ask(move |service| service.operation(&id)).await
    }

    async fn retry_operation(
        &self,
        id: &OperationId,
        revision: u64,
        intent: &IntentId,
    ) -> Answer<Written> {
        let id = id.clone();
        let nothing = serde_json::Map::new();
        self.write((revision, intent), &nothing, move |s, o, call| {
            s.retry_operation(o, &id, call)
        })
        .await
    }

    async fn check_site_name(&self, request: &NameCheckRequest) -> Answer<NameCheckAnswer> {
        let request = request.clone();
        self.ask(move |service| service.check_site_name(&request))
            .await
    }

    async fn check_sip_name(&self, request: &NameCheckRequest) -> Answer<NameCheckAnswer> {
        let request = request.clone();
        self.ask(move |service| service.check_sip_name(&request))
            .await
    }

    async fn transfer(&self, typed: &str) -> Answer<Option<TransferAnswer>> {
        let typed = typed.to_owned();
        match self.ask(move |service| service.transfer(&typed)).await {
            Ok(answer) => Ok(Some(answer)),
            Err(CallError::Problem { problem, .. }) if problem.code == code::TRANSFER_NOT_FOUND => {
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    async fn feed_past(&self, sequence: u64) -> Answer<()> {
        let mut changes = self.shared.service.changes();
        match self.shared.feed_past(Some(sequence), &mut changes).await {
            Some(_) => Ok(()),
            None => Err(CallError::Unreachable {
                reason: "the service ended".to_owned(),
            }),
        }
    }
}
