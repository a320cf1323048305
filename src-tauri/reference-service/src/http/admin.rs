//! The second port, which exists only when it is asked for: `POST /faults` orders a fault,
//! `DELETE /faults` calls all of them off.

use std::sync::Arc;

use axum::{Json, Router, extract::State, http::StatusCode, middleware, routing::post};

use super::{AppState, answer};
use crate::faults::Fault;

/// The routes of the admin port.
pub(crate) fn router(shared: &AppState) -> Router {
    Router::new()
        .route("/faults", post(order).delete(call_off))
        .layer(middleware::from_fn(answer::in_the_protocols_words))
        .with_state(Arc::clone(shared))
}

async fn order(State(app): State<AppState>, Json(fault): Json<Fault>) -> StatusCode {
    app.faults.add(fault);
    StatusCode::NO_CONTENT
}

async fn call_off(State(app): State<AppState>) -> StatusCode {
    app.faults.clear();
    StatusCode::NO_CONTENT
}
