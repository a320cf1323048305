//! [`HttpService`]: each call of the protocol as its request and its document.

use std::sync::{Arc, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use reqwest::{Method, StatusCode, header};
use serde::{Serialize, de::DeserializeOwned};
use turnup_contract::{
    Answer, AssigneeRequest, CallError, ChecksAnswer, ChecksRequest, FeedItem, MatchRequest, Me,
    NameCheckAnswer, NameCheckRequest, NoteRequest, OrdersSummary, ProvisioningService,
    ReviewRequest, SearchRequest, TransferAnswer, VerdictRequest, Written, code,
    feed::{OrdersPage, OrganizationsPage},
    paths,
};
use turnup_domain::{
    Capabilities, Handover, IntentId, Mapping, MatchAnswer, OperationId, Order, OrderId,
    OrderNumber, ReviewId, Setup,
    order::{ActivityEntry, Operation},
};
use url::Url;

use super::{
    answers,
    client::{Call, Carrier},
    events,
    failures::Effect,
    network::Network,
    parts::{asked_for, can_stand_in_a_path, json, once, operation_of, page_query},
    session::Session,
};
use crate::tokens::{TokenStore, Tokens};

/// A provisioning service at an origin, asked over HTTP by one operator.
pub struct HttpService {
    origin: Url,
    carrier: RwLock<Carrier>,
    session: Arc<Session>,
}

impl HttpService {
    /// The service at an origin (see [`crate::origin::parse`]), with the tokens that are kept.
    ///
    /// # Errors
    /// When TLS cannot be set up on this computer.
    pub fn new(origin: Url, tokens: Arc<dyn TokenStore>, network: &Network) -> Answer<Self> {
        let carrier = RwLock::new(Carrier::new(&origin, network)?);
        let session = Arc::new(Session::new(origin.clone(), tokens));
        Ok(Self {
            origin,
            carrier,
            session,
        })
    }

    /// Reaches the service in another way from now on.
    ///
    /// # Errors
    /// When TLS cannot be set up on this computer.
    pub fn reach_over(&self, network: &Network) -> Answer<()> {
        let carrier = Carrier::new(&self.origin, network)?;
        *self.carrier.write().unwrap_or_else(PoisonError::into_inner) = carrier;
        Ok(())
    }

    /// How far this computer's clock is ahead (behind: negative) of the service's, as its last
    /// answer said.
    #[must_use]
    pub fn clock_ahead(&self) -> Option<SignedDuration> {
        self.carrier().skew().ahead()
    }

    fn carrier(&self) -> Carrier {
        let carrier = self.carrier.read();
        carrier.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Where the service is.
    #[must_use]
    pub fn origin(&self) -> &Url {
        &self.origin
    }

    /// Answers every call with [`CallError::Unreachable`] from now on, and renews no tokens: another
    /// program speaks with the service. Signing in and out works.
    pub fn stand_aside(&self) {
        self.session.stand_aside();
    }

    /// Speaks again, with whatever tokens are kept now.
    pub async fn step_forward(&self) {
        self.session.step_forward().await;
    }

    /// Goes on with the tokens of a new sign-in, and keeps them.
    pub async fn signed_in(&self, tokens: Tokens) {
        self.session.begin(tokens).await;
    }

    /// Revokes the sign-in as far as the service can be reached, and forgets it here.
    pub async fn sign_out(&self) {
        self.session.end(&self.carrier()).await;
    }

    async fn get<T: DeserializeOwned>(&self, path: &[&str], query: &[(&str, &str)]) -> Answer<T> {
        let received = self
            .session
            .send(&self.carrier(), &self.read(path, query))
            .await?;
        answers::document(&received, Timestamp::now())
    }

    /// A question with a body: it changes nothing and may be repeated.
    async fn ask<T: DeserializeOwned>(&self, path: &[&str], body: &impl Serialize) -> Answer<T> {
        let mut call = self.read(path, &[]);
        call.method = Method::POST;
        call.body = Some(json(body)?);
        call.headers
            .push((header::CONTENT_TYPE, "application/json".into()));
        let received = self.session.send(&self.carrier(), &call).await?;
        answers::document(&received, Timestamp::now())
    }

    async fn check_name(&self, kind: &str, request: &NameCheckRequest) -> Answer<NameCheckAnswer> {
        let answer: NameCheckAnswer = self.ask(&[kind, "check"], request).await?;
        asked_for(answer.name.eq_ignore_ascii_case(request.name.trim()))?;
        Ok(answer)
    }

    async fn write(
        &self,
        method: Method,
        path: &[&str],
        (revision, intent): (u64, &IntentId),
        body: &impl Serialize,
    ) -> Answer<Written> {
        let mut call = self.read(path, &[]);
        call.method = method;
        call.effect = Effect::Write;
        call.body = Some(json(body)?);
        call.headers.extend([
            (header::CONTENT_TYPE, "application/json".to_owned()),
            (header::IF_MATCH, format!("\"{revision}\"")),
            (
                header::HeaderName::from_static(IDEMPOTENCY_KEY),
                intent.as_str().to_owned(),
            ),
        ]);
        let received = self.session.send(&self.carrier(), &call).await?;
        let order: Order = answers::document(&received, Timestamp::now())?;
        let operation = operation_of(&received);
        let replayed = received.header(paths::IDEMPOTENCY_REPLAYED) == Some("true");
        Ok(Written {
            order,
            operation,
            replayed,
        })
    }

    fn read(&self, path: &[&str], query: &[(&str, &str)]) -> Call {
        Call {
            method: Method::GET,
            url: self.url(path, query),
            headers: vec![(
                header::ACCEPT,
                "application/json, application/problem+json".into(),
            )],
            body: None,
            effect: Effect::Read,
            lasts: None,
        }
    }

    fn url(&self, path: &[&str], query: &[(&str, &str)]) -> Url {
        let mut url = self.origin.clone();
        url.set_path(paths::BASE);
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.extend(path);
        }
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }
}

/// Header names are lower case on the wire of HTTP/2.
const IDEMPOTENCY_KEY: &str = "idempotency-key";

impl ProvisioningService for HttpService {
    async fn capabilities(
        &self,
        known_etag: Option<&str>,
    ) -> Answer<Option<(Capabilities, String)>> {
        let mut call = self.read(&["capabilities"], &[]);
        call.headers
            .extend(known_etag.map(|etag| (header::IF_NONE_MATCH, etag.to_owned())));
        let received = self.session.send(&self.carrier(), &call).await?;
        if known_etag.is_some() && received.status == StatusCode::NOT_MODIFIED {
            return Ok(None);
        }
        let capabilities = answers::document(&received, Timestamp::now())?;
        let etag = received.header(header::ETAG).unwrap_or_default().to_owned();
        Ok(Some((capabilities, etag)))
    }

    async fn me(&self) -> Answer<Me> {
        self.get(&["me"], &[]).await
    }

    async fn orders(&self, cursor: Option<&str>, limit: u32) -> Answer<OrdersPage> {
        self.get(&["orders"], &page_query(cursor, &limit.to_string()))
            .await
    }

    async fn order_by_number(&self, number: &OrderNumber) -> Answer<Option<Order>> {
        let page: OrdersPage = self
            .get(&["orders"], &[("number", number.as_str())])
            .await?;
        Ok(page.items.into_iter().find_map(|item| match item {
            FeedItem::Document(order) if order.number == *number => Some(*order),
            FeedItem::Document(_) | FeedItem::Deleted(_) => None,
        }))
    }

    async fn order(&self, id: &OrderId) -> Answer<Order> {
        let order: Order = self.get(&["orders", id.as_str()], &[]).await?;
        asked_for(order.id == *id)?;
        Ok(order)
    }

    async fn activity(&self, id: &OrderId) -> Answer<Vec<ActivityEntry>> {
        self.get(&["orders", id.as_str(), "activity"], &[]).await
    }

    async fn orders_summary(&self) -> Answer<OrdersSummary> {
        self.get(&["orders", "summary"], &[]).await
    }

    async fn organizations(&self, cursor: Option<&str>, limit: u32) -> Answer<OrganizationsPage> {
        self.get(
            &["organizations", "changes"],
            &page_query(cursor, &limit.to_string()),
        )
        .await
    }

    async fn match_organizations(&self, request: &MatchRequest) -> Answer<MatchAnswer> {
        Ok(once(self.ask(&["organizations", "match"], request).await?))
    }

    async fn search_organizations(&self, request: &SearchRequest) -> Answer<MatchAnswer> {
        Ok(once(self.ask(&["organizations", "search"], request).await?))
    }

    async fn checks(&self, id: &OrderId, request: &ChecksRequest) -> Answer<ChecksAnswer> {
        self.ask(&["orders", id.as_str(), "checks"], request).await
    }

    async fn put_mapping(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        mapping: &Mapping,
    ) -> Answer<Written> {
        let path = ["orders", id.as_str(), "mapping"];
        self.write(Method::PUT, &path, (revision, intent), mapping)
            .await
    }

    async fn put_setup(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        setup: &Setup,
    ) -> Answer<Written> {
        let path = ["orders", id.as_str(), "setup"];
        self.write(Method::PUT, &path, (revision, intent), setup)
            .await
    }

    async fn hand_over(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        handover: &Handover,
    ) -> Answer<Written> {
        let path = ["orders", id.as_str(), "handover"];
        self.write(Method::POST, &path, (revision, intent), handover)
            .await
    }

    async fn resend(&self, id: &OrderId, revision: u64, intent: &IntentId) -> Answer<Written> {
        let path = ["orders", id.as_str(), "resend"];
        self.write(Method::POST, &path, (revision, intent), &Nothing {})
            .await
    }

    async fn put_note(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        note: &NoteRequest,
    ) -> Answer<Written> {
        let path = ["orders", id.as_str(), "notes"];
        self.write(Method::PUT, &path, (revision, intent), note)
            .await
    }

    async fn put_assignee(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        assignee: &AssigneeRequest,
    ) -> Answer<Written> {
        let path = ["orders", id.as_str(), "assignee"];
        self.write(Method::PUT, &path, (revision, intent), assignee)
            .await
    }

    async fn ask_review(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        request: &ReviewRequest,
    ) -> Answer<Written> {
        let path = ["orders", id.as_str(), "review"];
        self.write(Method::POST, &path, (revision, intent), request)
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
        let path = ["orders", id.as_str(), "review", review_id.as_str()];
        self.write(Method::PUT, &path, (revision, intent), verdict)
            .await
    }

    async fn operation(&self, id: &OperationId) -> Answer<Operation> {
        let operation: Operation = self.get(&["operations", id.as_str()], &[]).await?;
        asked_for(operation.id == *id)?;
        Ok(operation)
    }

    async fn retry_operation(
        &self,
        id: &OperationId,
        revision: u64,
        intent: &IntentId,
    ) -> Answer<Written> {
        let path = ["operations", id.as_str(), "retry"];
        self.write(Method::POST, &path, (revision, intent), &Nothing {})
            .await
    }

    async fn check_site_name(&self, request: &NameCheckRequest) -> Answer<NameCheckAnswer> {
        self.check_name("site-names", request).await
    }

    async fn check_sip_name(&self, request: &NameCheckRequest) -> Answer<NameCheckAnswer> {
        self.check_name("sip-names", request).await
    }

    async fn transfer(&self, typed: &str) -> Answer<Option<TransferAnswer>> {
        let typed = typed.trim();
        if !can_stand_in_a_path(typed) {
            return Ok(None);
        }
        match self.get::<TransferAnswer>(&["transfers", typed], &[]).await {
            Ok(answer) => {
                asked_for(answer.code.eq_ignore_ascii_case(typed))?;
                Ok(Some(answer))
            }
            Err(CallError::Problem { problem, .. }) if problem.code == code::TRANSFER_NOT_FOUND => {
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    async fn feed_past(&self, sequence: u64) -> Answer<()> {
        let mut call = self.read(&["events"], &[]);
        call.headers = vec![(header::ACCEPT, "text/event-stream".into())];
        call.lasts = Some(events::LISTENS);
        let carrier = self.carrier();
        let response = self.session.open(&carrier, &call).await?;
        if !response.status().is_success() {
            let received = carrier.read(response, Effect::Read).await?;
            return Err(answers::refusal(&received, Timestamp::now()));
        }
        events::past(response, sequence, carrier.limits().bytes).await
    }
}

/// The body of an act that says everything in its path.
#[derive(Serialize)]
struct Nothing {}
