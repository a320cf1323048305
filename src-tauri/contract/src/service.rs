//! What a provisioning service can be asked. The HTTP client and the reference service
//! implement this trait alike, so that the service is the test double for free; a second
//! service family becomes a second implementation with smaller capabilities.

use std::{future::Future, time::Duration};

use turnup_domain::{
    Capabilities, Handover, IntentId, Mapping, MatchAnswer, OperationId, Order, OrderId,
    OrderNumber, ReviewId, Setup,
    order::{ActivityEntry, Operation},
};

use crate::{
    auth::Me,
    feed::{OrdersPage, OrdersSummary, OrganizationsPage},
    problem::ProblemBody,
    requests::{
        AssigneeRequest, ChecksAnswer, ChecksRequest, MatchRequest, NameCheckAnswer,
        NameCheckRequest, NoteRequest, ReviewRequest, SearchRequest, VerdictRequest,
    },
    transfers::TransferAnswer,
};

/// Why a call gave no answer that can be used.
#[derive(Debug, Clone, thiserror::Error)]
pub enum CallError {
    /// The service refused with a problem document.
    #[error("the service answered {status} {}", problem.code)]
    Problem {
        /// HTTP status.
        status: u16,
        /// The document; made from the status when the service sent none that can be read.
        problem: Box<ProblemBody>,
        /// `Retry-After`, read and capped.
        retry_after: Option<Duration>,
    },
    /// The service could not be reached; nothing was sent.
    #[error("the service cannot be reached: {reason}")]
    Unreachable {
        /// For the log.
        reason: String,
    },
    /// The request may have arrived: nobody knows.
    #[error("the outcome is unknown: {reason}")]
    UnknownOutcome {
        /// For the log.
        reason: String,
    },
    /// The answer is not this protocol (HTML, wrong types, too large).
    #[error("the answer is not of this protocol: {reason}")]
    NotThisProtocol {
        /// For the log.
        reason: String,
        /// HTTP status.
        status: u16,
    },
    /// The certificate of the service was not accepted.
    #[error("the certificate was refused: {reason}")]
    Certificate {
        /// For the log.
        reason: String,
    },
    /// The proxy between this computer and the service stands in the way; nothing was sent.
    #[error("the proxy stands in the way: {trouble:?}")]
    Proxy {
        /// How.
        trouble: ProxyTrouble,
    },
    /// Nobody is signed in, or the sign-in ended.
    #[error("not signed in")]
    SignedOut,
}

/// How a proxy stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProxyTrouble {
    /// It cannot be reached itself.
    Unreachable,
    /// It wants a name and a password, or refuses those that it got.
    SignIn,
}

/// The result of a call.
pub type Answer<T> = Result<T, CallError>;

/// What came of a write.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The order after the write.
    pub order: Order,
    /// The operation that began, if one did.
    pub operation: Option<OperationId>,
    /// Whether the service had it already.
    pub replayed: bool,
}

/// A provisioning service, asked by one operator.
///
/// Every write takes the revision it is based on (`If-Match`) and the intent (`Idempotency-Key`),
/// and answers with the order after it.
pub trait ProvisioningService: Send + Sync {
    /// `GET /capabilities`; `None` when they are still those of `known_etag`.
    fn capabilities(
        &self,
        known_etag: Option<&str>,
    ) -> impl Future<Output = Answer<Option<(Capabilities, String)>>> + Send;
    /// `GET /me`.
    fn me(&self) -> impl Future<Output = Answer<Me>> + Send;
    /// `GET /orders?cursor=&limit=`.
    fn orders(
        &self,
        cursor: Option<&str>,
        limit: u32,
    ) -> impl Future<Output = Answer<OrdersPage>> + Send;
    /// `GET /orders?number=`: the order of that number, if this operator may see it.
    fn order_by_number(
        &self,
        number: &OrderNumber,
    ) -> impl Future<Output = Answer<Option<Order>>> + Send;
    /// `GET /orders/{id}`.
    fn order(&self, id: &OrderId) -> impl Future<Output = Answer<Order>> + Send;
    /// `GET /orders/{id}/activity`, oldest first.
    fn activity(&self, id: &OrderId) -> impl Future<Output = Answer<Vec<ActivityEntry>>> + Send;
    /// `GET /orders/summary`.
    fn orders_summary(&self) -> impl Future<Output = Answer<OrdersSummary>> + Send;
    /// `GET /organizations/changes`.
    fn organizations(
        &self,
        cursor: Option<&str>,
        limit: u32,
    ) -> impl Future<Output = Answer<OrganizationsPage>> + Send;
    /// `POST /organizations/match`.
    fn match_organizations(
        &self,
        request: &MatchRequest,
    ) -> impl Future<Output = Answer<MatchAnswer>> + Send;
    /// `POST /organizations/search`.
    fn search_organizations(
        &self,
        request: &SearchRequest,
    ) -> impl Future<Output = Answer<MatchAnswer>> + Send;
    /// `POST /orders/{id}/checks`.
    fn checks(
        &self,
        id: &OrderId,
        request: &ChecksRequest,
    ) -> impl Future<Output = Answer<ChecksAnswer>> + Send;
    /// `PUT /orders/{id}/mapping`: the point of no return.
    fn put_mapping(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        mapping: &Mapping,
    ) -> impl Future<Output = Answer<Written>> + Send;
    /// `PUT /orders/{id}/setup`.
    fn put_setup(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        setup: &Setup,
    ) -> impl Future<Output = Answer<Written>> + Send;
    /// `POST /orders/{id}/handover`.
    fn hand_over(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        handover: &Handover,
    ) -> impl Future<Output = Answer<Written>> + Send;
    /// `POST /orders/{id}/resend`.
    fn resend(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
    ) -> impl Future<Output = Answer<Written>> + Send;
    /// `PUT /orders/{id}/notes`.
    fn put_note(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        note: &NoteRequest,
    ) -> impl Future<Output = Answer<Written>> + Send;
    /// `PUT /orders/{id}/assignee`.
    fn put_assignee(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        assignee: &AssigneeRequest,
    ) -> impl Future<Output = Answer<Written>> + Send;
    /// `POST /orders/{id}/review`: a colleague is asked, and an earlier review replaced.
    fn ask_review(
        &self,
        id: &OrderId,
        revision: u64,
        intent: &IntentId,
        request: &ReviewRequest,
    ) -> impl Future<Output = Answer<Written>> + Send;
    /// `PUT /orders/{id}/review/{review_id}`: the reviewer's verdict, or who asked withdraws.
    fn decide_review(
        &self,
        id: &OrderId,
        review_id: &ReviewId,
        revision: u64,
        intent: &IntentId,
        verdict: &VerdictRequest,
    ) -> impl Future<Output = Answer<Written>> + Send;
    /// `GET /operations/{id}`.
    fn operation(&self, id: &OperationId) -> impl Future<Output = Answer<Operation>> + Send;
    /// `POST /operations/{id}/retry`: what failed, once more.
    fn retry_operation(
        &self,
        id: &OperationId,
        revision: u64,
        intent: &IntentId,
    ) -> impl Future<Output = Answer<Written>> + Send;
    /// `POST /site-names/check`.
    fn check_site_name(
        &self,
        request: &NameCheckRequest,
    ) -> impl Future<Output = Answer<NameCheckAnswer>> + Send;
    /// `POST /sip-names/check`.
    fn check_sip_name(
        &self,
        request: &NameCheckRequest,
    ) -> impl Future<Output = Answer<NameCheckAnswer>> + Send;
    /// `GET /transfers/{code}`; `None` when no transfer has this code.
    fn transfer(&self, code: &str) -> impl Future<Output = Answer<Option<TransferAnswer>>> + Send;
    /// `GET /events`: answers once the orders' feed is past a sequence. A nudge to pull and no
    /// more: whoever misses one finds out at the next pull, and a service that cannot nudge
    /// never answers.
    fn feed_past(&self, sequence: u64) -> impl Future<Output = Answer<()>> + Send {
        let _ = sequence;
        std::future::pending()
    }
}
