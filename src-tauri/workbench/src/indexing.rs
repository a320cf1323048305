//! Takes orders that came by the thousand into the search, behind the sync that brought them: the
//! list is there first, and the search is complete a little later.

use std::sync::{Arc, Weak};

use crate::{Workbench, session::Session, workbench::Event};

/// Orders taken in one transaction: whoever types meanwhile waits for one of these at most.
const AT_ONCE: u32 = 500;

/// Takes in what waits whenever a run of the sync ends, until the account is closed.
pub(crate) fn keep_indexed(workbench: Workbench, session: &Arc<Session>) {
    let wanted = Arc::clone(&session.index_wanted);
    let session = Arc::downgrade(session);
    wanted.notify_one();
    tokio::spawn(async move {
        loop {
            wanted.notified().await;
            let mut took_any = false;
            while take_some(&session).await {
                took_any = true;
            }
            if session.strong_count() == 0 {
                return;
            }
            if took_any {
                workbench.tell(Event::OrdersChanged {
                    ids: Vec::new(),
                    all: true,
                });
            }
        }
    });
}

/// Whether there may be more to take.
async fn take_some(session: &Weak<Session>) -> bool {
    let Some(session) = session.upgrade() else {
        return false;
    };
    // Held while the cache is written: the account is not closed meanwhile.
    let open = session.keeping.lock().await;
    if !*open || session.connection().sync.is_some() {
        return false;
    }
    let store = session.store.clone();
    match tokio::task::spawn_blocking(move || store.index_some(AT_ONCE)).await {
        Ok(Ok(taken)) => taken > 0,
        Ok(Err(problem)) => {
            tracing::warn!(error = %problem, "the search could not be brought on");
            false
        }
        Err(_) => false,
    }
}
