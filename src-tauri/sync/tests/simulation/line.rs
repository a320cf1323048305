//! The way from one desktop to the service, as the client that the engine is given. What happens
//! to a call on its way is the world's decision; each waits for it at the desktop's gate.

use std::sync::{Arc, Mutex, MutexGuard};

use turnup_contract::{
    Answer, AssigneeRequest, CallError, ChecksAnswer, ChecksRequest, FeedPage, MatchRequest, Me,
    NameCheckAnswer, NameCheckRequest, NoteRequest, OrdersSummary, ProvisioningService,
    ReviewRequest, SearchRequest, TransferAnswer, VerdictRequest, Written, code,
    feed::{OrdersPage, OrganizationsPage},
};
use turnup_domain::{
    Capabilities, Handover, IntentId, Mapping, MatchAnswer, OperationId, Order, OrderId,
    OrderNumber, ReviewId, Setup,
    order::{ActivityEntry, Operation},
};

use crate::{
    documents,
    gate::{Arrival, Call, Gate, Oddity},
    service::{Body, Request, Service, refused},
    trace::Trace,
};

pub struct Line {
    pub desk: usize,
    pub service: Arc<Mutex<Service>>,
    pub gate: Arc<Gate>,
    pub trace: Arc<Trace>,
    pub last_page: Mutex<Option<OrdersPage>>,
}

impl Line {
    fn service(&self) -> MutexGuard<'_, Service> {
        self.service.lock().unwrap()
    }

    /// A question.
    async fn ask<T>(
        &self,
        name: &'static str,
        answer: impl FnOnce(&Service, Option<Oddity>) -> Answer<T> + Send,
    ) -> Answer<T> {
        let fate = self.gate.pass(Call::Ask(name)).await;
        match fate.error {
            Some(error) => Err(error),
            None => answer(&self.service(), fate.oddity),
        }
    }

    /// A write.
    async fn send(
        &self,
        order: &OrderId,
        revision: u64,
        intent: &IntentId,
        body: Body,
    ) -> Answer<Written> {
        let request = Box::new(Request {
            desk: self.desk,
            order: order.clone(),
            revision,
            intent: intent.clone(),
            body,
        });
        let fate = self.gate.pass(Call::Send(request.clone())).await;
        match fate.arrival {
            Arrival::Now => {}
            Arrival::Never => return Err(lost(fate.error)),
            Arrival::Late => {
                self.service().in_flight.push_back(*request);
                return Err(lost(fate.error));
            }
        }
        let answer = deliver(&self.service, &self.trace, &request, "");
        self.gate.pass(Call::Answer(request)).await;
        match fate.error {
            Some(error) => Err(error),
            None => answer,
        }
    }
}

fn lost(error: Option<CallError>) -> CallError {
    error.unwrap_or_else(|| CallError::UnknownOutcome {
        reason: String::new(),
    })
}

/// A write arrives.
pub fn deliver(
    service: &Mutex<Service>,
    trace: &Trace,
    request: &Request,
    how: &str,
) -> Answer<Written> {
    let mut service = service.lock().unwrap();
    service.lines = trace.lines_told();
    service.is_late = !how.is_empty();
    service.expect_no_second_mapping(request);
    let answer = service.write(request);
    let said = match &answer {
        Ok(written) if written.replayed => "replayed".to_owned(),
        Ok(written) => format!("ok @{}", written.order.revision),
        Err(error) => error.to_string(),
    };
    trace.tell(format_args!(
        "service: {how}{} of {} {} based on @{}, {}: {said}",
        request.body.kind().as_str(),
        request.desk,
        request.order,
        request.revision,
        trace.name(&request.intent),
    ));
    answer
}

impl ProvisioningService for Line {
    async fn capabilities(
        &self,
        known_etag: Option<&str>,
    ) -> Answer<Option<(Capabilities, String)>> {
        let news = known_etag.is_none();
        let answer =
            |_: &Service, _| Ok(news.then(|| (documents::capabilities(), "\"1\"".to_owned())));
        self.ask("capabilities", answer).await
    }

    async fn me(&self) -> Answer<Me> {
        let answer = |_: &Service, _| {
            Ok(Me {
                id: format!("desk{}", self.desk),
                email: format!("desk{}@andaluza.example", self.desk),
                name: String::new(),
                partners: Vec::new(),
                rights: Vec::new(),
            })
        };
        self.ask("me", answer).await
    }

    async fn orders(&self, cursor: Option<&str>, _limit: u32) -> Answer<OrdersPage> {
        let answer = |service: &Service, oddity| {
            let mut last = self.last_page.lock().unwrap();
            let page = match (oddity, last.take()) {
                (Some(Oddity::Expired), _) => return Err(refused(code::CURSOR_EXPIRED)),
                (Some(Oddity::Stale), Some(page)) => page,
                _ => service.orders_page(cursor)?,
            };
            *last = Some(page.clone());
            Ok(match oddity {
                Some(Oddity::Doubled) => doubled(page),
                _ => page,
            })
        };
        self.ask("orders", answer).await
    }

    async fn order_by_number(&self, number: &OrderNumber) -> Answer<Option<Order>> {
        let answer = |service: &Service, _| {
            let mut all = service.orders.values();
            Ok(all.find(|order| order.number == *number).cloned())
        };
        self.ask("order_by_number", answer).await
    }

    async fn order(&self, id: &OrderId) -> Answer<Order> {
        self.ask("order", |service, _| service.order(id)).await
    }

    async fn activity(&self, id: &OrderId) -> Answer<Vec<ActivityEntry>> {
        self.ask("activity", |service, _| service.activity(id))
            .await
    }

    async fn orders_summary(&self) -> Answer<OrdersSummary> {
        self.ask("orders_summary", |service, _| Ok(service.summary()))
            .await
    }

    async fn organizations(&self, cursor: Option<&str>, _limit: u32) -> Answer<OrganizationsPage> {
        let answer = |service: &Service, _| Ok(service.organizations_page(cursor));
        self.ask("organizations", answer).await
    }

    async fn match_organizations(&self, request: &MatchRequest) -> Answer<MatchAnswer> {
        self.ask("match", |service, _| Ok(service.find(request)))
            .await
    }

    async fn search_organizations(&self, _: &SearchRequest) -> Answer<MatchAnswer> {
        self.ask("search", |_, _| Ok(documents::match_answer(Vec::new())))
            .await
    }

    async fn checks(&self, id: &OrderId, request: &ChecksRequest) -> Answer<ChecksAnswer> {
        self.ask("checks", |service, _| service.dry_run(id, request))
            .await
    }

    async fn put_mapping(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        mapping: &Mapping,
    ) -> Answer<Written> {
        self.send(id, revision, intent, Body::Mapping(mapping.clone()))
            .await
    }

    async fn put_setup(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        setup: &Setup,
    ) -> Answer<Written> {
        self.send(id, revision, intent, Body::Setup(setup.clone()))
            .await
    }

    async fn hand_over(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        handover: &Handover,
    ) -> Answer<Written> {
        self.send(id, revision, intent, Body::Handover(handover.clone()))
            .await
    }

    async fn resend(&self, id: &OrderId, revision: u64, intent: &IntentId) -> Answer<Written> {
        self.send(id, revision, intent, Body::Resend).await
    }

    async fn put_note(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        note: &NoteRequest,
    ) -> Answer<Written> {
        self.send(id, revision, intent, Body::Note(note.clone()))
            .await
    }

    async fn put_assignee(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        asked: &AssigneeRequest,
    ) -> Answer<Written> {
        self.send(id, revision, intent, Body::Assignee(asked.clone()))
            .await
    }

    async fn ask_review(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        asked: &ReviewRequest,
    ) -> Answer<Written> {
        self.send(id, revision, intent, Body::Review(asked.clone()))
            .await
    }

    async fn decide_review(
        &self,
        id: &OrderId,
        review: &ReviewId,
        revision: u64,
        intent: &IntentId,
        told: &VerdictRequest,
    ) -> Answer<Written> {
        let body = Body::Verdict(review.clone(), told.clone());
        self.send(id, revision, intent, body).await
    }

    async fn operation(&self, id: &OperationId) -> Answer<Operation> {
        let answer = |service: &Service, _| {
            let mut all = service
                .orders
                .values()
                .filter_map(|one| one.operation.clone());
            all.find(|one| one.id == *id)
                .ok_or_else(|| refused(code::NOT_FOUND))
        };
        self.ask("operation", answer).await
    }

    async fn retry_operation(
        &self,
        id: &OperationId,
        revision: u64,
        intent: &IntentId,
    ) -> Answer<Written> {
        // The address names the operation alone; whose it is, the service knows.
        let order = self.service().order_of(id);
        let order = order.unwrap_or_else(|| OrderId::from("nobody's"));
        self.send(&order, revision, intent, Body::Retry(id.clone()))
            .await
    }

    async fn check_site_name(&self, request: &NameCheckRequest) -> Answer<NameCheckAnswer> {
        self.ask("check_site_name", |_, _| Ok(available(request)))
            .await
    }

    async fn check_sip_name(&self, request: &NameCheckRequest) -> Answer<NameCheckAnswer> {
        self.ask("check_sip_name", |_, _| Ok(available(request)))
            .await
    }

    async fn transfer(&self, _: &str) -> Answer<Option<TransferAnswer>> {
        self.ask("transfer", |_, _| Ok(None)).await
    }
}

fn doubled(page: OrdersPage) -> OrdersPage {
    let twice = page
        .items
        .iter()
        .flat_map(|item| [item.clone(), item.clone()]);
    FeedPage {
        items: twice.collect(),
        ..page
    }
}

fn available(request: &NameCheckRequest) -> NameCheckAnswer {
    NameCheckAnswer {
        name: request.name.clone(),
        result: "available".to_owned(),
        suggestions: Vec::new(),
    }
}
