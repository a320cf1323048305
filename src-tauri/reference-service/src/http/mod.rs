//! The service over HTTP: routes, and what every request goes through. What is asked and done
//! is in `service`; nothing here knows more of an act than its path.

mod admin;
mod answer;
mod calls;
pub(crate) mod connection;
mod device;
mod events;
mod faulty;
mod oauth;
mod page;
mod request;
pub(crate) mod seen;

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{get, post, put},
};
use tokio::sync::watch;
use tower_http::compression::CompressionLayer;
use turnup_contract::{code, paths};

pub(crate) use admin::router as admin_router;

use crate::{
    faults::Faults,
    service::{Refusal, Service},
};

/// Largest body that is read.
const LARGEST_BODY: usize = 1024 * 1024;

/// What every handler shares.
pub(crate) struct Shared {
    pub service: Arc<Service>,
    pub faults: Faults,
    pub seen: seen::Seen,
    /// The capabilities as they go out, and their entity tag.
    pub capabilities: (String, String),
    /// `http://127.0.0.1:<port>`
    pub origin: String,
    /// Becomes true when the service stops: answers without end must end then.
    pub closing: watch::Sender<bool>,
}

pub(crate) type AppState = Arc<Shared>;

impl Shared {
    /// Asks the service, aside from the tasks that carry connections.
    pub async fn ask<T: Send + 'static>(
        self: &Arc<Self>,
        question: impl FnOnce(&Service) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let service = Arc::clone(&self.service);
        tokio::task::spawn_blocking(move || question(&service))
            .await
            .unwrap_or_else(|error| {
                tracing::error!(%error, "a call ended in a panic");
                Err(Refusal::of(code::INTERNAL))
            })
    }
}

/// Every route of the protocol and of signing in.
pub(crate) fn router(shared: &AppState) -> Router {
    let calls = Router::new()
        .route("/capabilities", get(calls::capabilities))
        .route("/me", get(calls::me))
        .route("/events", get(events::events))
        .route("/orders", get(calls::orders))
        .route("/orders/summary", get(calls::summary))
        .route("/orders/{id}", get(calls::order))
        .route("/orders/{id}/activity", get(calls::activity))
        .route("/orders/{id}/checks", post(calls::checks))
        .route("/orders/{id}/mapping", put(calls::mapping))
        .route("/orders/{id}/setup", put(calls::setup))
        .route("/orders/{id}/handover", post(calls::handover))
        .route("/orders/{id}/resend", post(calls::resend))
        .route("/orders/{id}/notes", put(calls::note))
        .route("/orders/{id}/assignee", put(calls::assignee))
        .route("/orders/{id}/review", post(calls::review))
        .route("/orders/{id}/review/{review_id}", put(calls::verdict))
        .route("/organizations/changes", get(calls::organizations))
        .route("/organizations/match", post(calls::match_organizations))
        .route("/organizations/search", post(calls::search_organizations))
        .route("/operations/{id}", get(calls::operation))
        .route("/operations/{id}/retry", post(calls::retry))
        .route("/site-names/check", post(calls::site_name))
        .route("/sip-names/check", post(calls::sip_name))
        .route("/transfers/{code}", get(calls::transfer));
    Router::new()
        .nest(paths::BASE, calls)
        .route(paths::METADATA, get(oauth::metadata))
        .route(oauth::AUTHORIZE, get(oauth::ask).post(oauth::decide))
        .route(device::AUTHORIZATION, post(device::authorization))
        .route(device::PAGE, get(device::ask).post(device::decide))
        .route(oauth::TOKEN, post(oauth::token))
        .route(oauth::REVOKE, post(oauth::revoke))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(middleware::from_fn(answer::in_the_protocols_words))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(
            Arc::clone(shared),
            faulty::misbehave,
        ))
        .with_state(Arc::clone(shared))
}
