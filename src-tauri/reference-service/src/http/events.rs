//! `GET /events`: how far the orders' feed is, at once and whenever it moves.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    extract::State,
    response::{
        IntoResponse, Response, Sse,
        sse::{Event, KeepAlive},
    },
};
use futures_util::stream;
use tokio::sync::watch;
use turnup_contract::Nudge;

use super::{AppState, Shared, request::Signed};

/// What happens by itself is looked for so often.
const GLANCE: Duration = Duration::from_secs(1);
/// Says nothing, so that whoever stands between does not take the silence for an end.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

impl Shared {
    /// How far the feed is once that is past `told`; none when the service ends or fails.
    pub async fn feed_past(
        self: &Arc<Self>,
        told: Option<u64>,
        changes: &mut watch::Receiver<()>,
    ) -> Option<u64> {
        let mut closing = self.closing.subscribe();
        loop {
            changes.borrow_and_update();
            let as_of = self.ask(|service| service.last_sequence()).await.ok()?;
            if told.is_none_or(|told| as_of > told) {
                return Some(as_of);
            }
            tokio::select! {
                _ = changes.changed() => {}
                () = tokio::time::sleep(GLANCE) => {}
                _ = closing.wait_for(|closes| *closes) => return None,
            }
        }
    }
}

pub(super) async fn events(State(app): State<AppState>, _: Signed) -> Response {
    let changes = app.service.changes();
    let nudges = stream::unfold(
        (app, changes, None),
        |(app, mut changes, told)| async move {
            let as_of = app.feed_past(told, &mut changes).await?;
            let event = Event::default()
                .event("orders")
                .json_data(Nudge { as_of })
                .ok()?;
            Some((Ok::<_, Infallible>(event), (app, changes, Some(as_of))))
        },
    );
    Sse::new(nudges)
        .keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE))
        .into_response()
}
