//! The three truths at the bottom of the window, and having the engine run.

use turnup_sync::engine::LAST_RUN;

use crate::{
    Workbench,
    failure::{Outcome, codes},
    views::FrameView,
};

impl Workbench {
    /// Saved here, waiting to be sent, online or not.
    pub async fn frame(&self) -> Outcome<FrameView> {
        let Ok(session) = self.session() else {
            return Ok(FrameView {
                saved: "saved".to_owned(),
                waiting: 0,
                needs_attention: 0,
                connection: "none".to_owned(),
                since: None,
                last_sync: None,
                sync: None,
                problem: None,
                clock_off: None,
            });
        };
        let state = session.connection();
        let clock_off = session.clock_off();
        let failed = [
            codes::DISK_FULL,
            codes::FOLDER_NOT_USABLE,
            codes::DATABASE_DAMAGED,
        ];
        let saved = match &state.cache {
            Some(problem) if failed.contains(&problem.code.as_str()) => "failed",
            _ => "saved",
        };
        self.with_store(move |store| {
            let (waiting, needs_attention) = store.waiting()?;
            Ok(FrameView {
                saved: saved.to_owned(),
                waiting,
                needs_attention,
                connection: state.word.to_owned(),
                since: Some(state.since.to_string()),
                last_sync: store.setting(LAST_RUN)?,
                sync: state.sync,
                problem: state.cache.or(state.problem),
                clock_off,
            })
        })
        .await
    }

    /// Has the engine run now.
    pub async fn sync_now(&self) -> Outcome<()> {
        self.session()?.worker.wake();
        Ok(())
    }

    /// Ends the sync that runs; the next one goes on where it stopped.
    pub async fn cancel_sync(&self) -> Outcome<()> {
        self.session()?.worker.cancel_run();
        Ok(())
    }
}
