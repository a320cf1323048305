//! Beside another program: whether this one sends is told in the frame, and what the other one
//! wrote into the same database is noticed and sent soon.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use crate::{Workbench, session::Session, workbench::Event};

/// How often it is looked what another program did.
const LOOK: Duration = Duration::from_secs(1);

/// What the frame says of the connection while another program sends.
pub(crate) const ELSEWHERE: &str = "elsewhere";

/// Looks after the other program until the account is closed.
pub(crate) fn keep_watch(workbench: Workbench, session: &Arc<Session>) {
    let session = Arc::downgrade(session);
    tokio::spawn(async move {
        while look(&workbench, &session).await {
            // Nothing is held while waiting: a closed account is gone.
            tokio::time::sleep(LOOK).await;
        }
    });
}

/// One look; false when the account was closed.
async fn look(workbench: &Workbench, session: &Weak<Session>) -> bool {
    let Some(session) = session.upgrade() else {
        return false;
    };
    // Held while the database is asked: it is not closed meanwhile.
    let open = session.keeping.lock().await;
    if !*open {
        return false;
    }
    let store = session.store.clone();
    let asked = tokio::task::spawn_blocking(move || store.notice_others()).await;
    drop(open);
    let changed = matches!(asked, Ok(Ok(true)));
    if changed {
        workbench.tell(Event::OrdersChanged {
            ids: Vec::new(),
            all: true,
        });
        // What it enqueued goes out now.
        session.worker.wake();
    }
    let moved = session.stands(session.turn.is_held());
    if (changed || moved)
        && let Ok(frame) = workbench.frame().await
    {
        workbench.tell(Event::FrameChanged(frame));
    }
    true
}
