//! Work that takes a while: one at a time, told while it runs, cancelled between two rows.

use std::{
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::sync::OwnedMutexGuard;
use turnup_store::StoreError;
use turnup_sync::Cancel;

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    files::name_of,
    views::ExportProgress,
    workbench::{Event, lock},
};

/// How long closing waits for a job that was cancelled: it looks between two rows.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why a job ended early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Somebody asked for it.
    Cancelled,
    /// It cannot go on.
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<StoreError> for Stop {
    fn from(problem: StoreError) -> Self {
        Self::Failed(problem.into())
    }
}

/// What is asked after each row, with how many are done and how many there are.
pub(crate) type Step<'a> = &'a mut dyn FnMut(u32, u32) -> Result<(), Stop>;

/// The one job that may run.
#[derive(Default)]
pub(crate) struct Exporting {
    held: Arc<tokio::sync::Mutex<()>>,
    cancel: Mutex<Cancel>,
}

impl Exporting {
    pub(crate) fn cancel(&self) {
        lock(&self.cancel).cancel();
    }

    /// Cancels what runs and waits until nothing is left of it.
    pub(crate) async fn end(&self) {
        self.cancel();
        let _ = tokio::time::timeout(PATIENCE, self.held.lock()).await;
    }
}

/// A job that runs; dropping it says that it is over.
pub(crate) struct Job {
    workbench: Workbench,
    cancel: Cancel,
    progress: ExportProgress,
    _held: OwnedMutexGuard<()>,
}

impl Workbench {
    /// Begins a job that writes to `path`. Fails with `export_running` while another one runs.
    pub(crate) fn begin_job(&self, kind: &str, path: &Path) -> Outcome<Job> {
        self.begin_named(kind, name_of(path))
    }

    /// Begins a job over many orders that writes no file. Fails with `export_running` while
    /// another one runs.
    pub(crate) fn begin_many(&self) -> Outcome<Job> {
        self.begin_named("many", String::new())
    }

    fn begin_named(&self, kind: &str, name: String) -> Outcome<Job> {
        let exporting = &self.inner.exporting;
        let held = Arc::clone(&exporting.held)
            .try_lock_owned()
            .map_err(|_| Failure::new(codes::EXPORT_RUNNING))?;
        let cancel = Cancel::new();
        *lock(&exporting.cancel) = cancel.clone();
        let job = Job {
            workbench: self.clone(),
            cancel,
            progress: ExportProgress {
                kind: kind.to_owned(),
                name,
                done: 0,
                total: None,
            },
            _held: held,
        };
        job.tell();
        Ok(job)
    }
}

impl Job {
    /// Goes on unless somebody asked to end it; says how far it is every so many rows.
    pub(crate) fn step_every(&mut self, rows: u32, done: u32, total: u32) -> Result<(), Stop> {
        if self.is_cancelled() {
            return Err(Stop::Cancelled);
        }
        if done.is_multiple_of(rows) {
            self.progress.done = done;
            self.progress.total = Some(total);
            self.tell();
        }
        Ok(())
    }

    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }

    fn tell(&self) {
        self.workbench
            .tell(Event::ExportMoved(Some(self.progress.clone())));
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.workbench.tell(Event::ExportMoved(None));
    }
}
