//! A disk that takes nothing any more: everything can be read on, what is typed is answered with
//! its failure, and the frame says so until writing works again.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use crate::{Failure, Workbench, failure::codes, session::Session, workbench::Event};

/// The first look whether writing works again; each later one waits twice as long.
const FIRST_LOOK: Duration = Duration::from_millis(500);
/// At most so long between two looks.
const LAST_LOOK: Duration = Duration::from_secs(30);

/// Whether a failure says that the cache cannot be written.
pub(crate) fn stops_writing(failure: &Failure) -> bool {
    [codes::DISK_FULL, codes::FOLDER_NOT_USABLE].contains(&failure.code.as_str())
}

impl Workbench {
    /// A write failed: tells it, and looks until one works again.
    pub(crate) fn cannot_write(&self, session: &Arc<Session>, failure: &Failure) {
        session.cache_problem(Some(failure.clone()));
        // Telling asks the cache as well: one that cannot even be read is told once.
        if session.looking.swap(true, Ordering::AcqRel) {
            return;
        }
        let workbench = self.clone();
        let session = Arc::downgrade(session);
        tokio::spawn(async move {
            workbench.tell_frame().await;
            let mut pause = FIRST_LOOK;
            loop {
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(LAST_LOOK);
                let Some(session) = session.upgrade() else {
                    return;
                };
                if session.writes_again().await {
                    session.looking.store(false, Ordering::Release);
                    session.cache_problem(None);
                    workbench.tell_frame().await;
                    // What waited for room goes on.
                    session.worker.wake();
                    return;
                }
            }
        });
    }

    async fn tell_frame(&self) {
        if let Ok(frame) = self.frame().await {
            self.tell(Event::FrameChanged(frame));
        }
    }
}

impl Session {
    /// A write worked: whatever was said of the disk is over.
    pub(crate) fn wrote(&self) {
        let said = self.connection().cache;
        if said.is_some_and(|failure| stops_writing(&failure)) {
            self.cache_problem(None);
        }
    }

    async fn writes_again(&self) -> bool {
        let store = self.store.clone();
        let look = tokio::task::spawn_blocking(move || store.try_writing());
        matches!(look.await, Ok(Ok(())))
    }
}
