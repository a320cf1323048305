//! Whose turn it is to speak with the service: of all programs that have an account open, exactly
//! one sends and fetches. It holds a lock of the operating system on a file beside the database,
//! which is let go when the program ends, however it ends. The others read and enqueue.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::sync::watch;

use crate::workbench::lock;

/// How often it is looked whether the turn has come.
const LOOK: Duration = Duration::from_millis(500);

/// The right to send; let go with the last clone of it.
pub(crate) type Held = Arc<File>;

/// The turn of one account.
pub(crate) struct Turn {
    file: PathBuf,
    /// Nobody needs to ask for it.
    by_itself: bool,
    held: Mutex<Option<Held>>,
    wanted: watch::Sender<bool>,
}

impl Turn {
    /// The turn that is taken by holding this file: `by_itself`, or when somebody asks.
    pub(crate) fn of(file: PathBuf, by_itself: bool) -> Self {
        Self {
            file,
            by_itself,
            held: Mutex::default(),
            wanted: watch::Sender::new(by_itself),
        }
    }

    /// Takes the turn, or finds it taken by this program already. None when another program has
    /// it, or nothing can be locked here.
    pub(crate) fn take(&self) -> Option<Held> {
        let mut held = lock(&self.held);
        if held.is_none() {
            *held = match try_hold(&self.file) {
                Ok(found) => found.map(Arc::new),
                // One window is all that can be made sure of there, and that is done elsewhere.
                Err(problem) if self.by_itself && problem.kind() == io::ErrorKind::Unsupported => {
                    open(&self.file).ok().map(Arc::new)
                }
                Err(problem) => {
                    tracing::warn!(error = %problem, "nothing can be locked here");
                    None
                }
            };
        }
        held.clone()
    }

    /// Whether it is this program's turn.
    pub(crate) fn is_held(&self) -> bool {
        lock(&self.held).is_some()
    }

    /// Whether this is the file that is held for it.
    pub(crate) fn is_of(&self, file: &Path) -> bool {
        self.file == file
    }

    /// Lets go of it; what still runs keeps it until that ends.
    pub(crate) fn let_go(&self) {
        *lock(&self.held) = None;
    }

    /// Wants the turn from now on.
    pub(crate) fn want(&self) {
        self.wanted.send_replace(true);
    }

    /// Waits until it is wanted and has come.
    pub(crate) async fn wait(&self) -> Held {
        // The sender lives as long as `self`.
        let _ = self.wanted.subscribe().wait_for(|wanted| *wanted).await;
        loop {
            if let Some(held) = self.take() {
                return held;
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}

/// Waits until nobody else is opening the database, and keeps others from it as long as the answer
/// lives. None where nothing can be locked.
pub(crate) fn opening(file: &Path) -> Option<File> {
    let file = open(file).ok()?;
    file.lock().ok()?;
    Some(file)
}

/// Whether somebody has the turn that is taken by holding this file.
pub(crate) fn is_taken(file: &Path) -> bool {
    matches!(try_hold(file), Ok(None))
}

fn try_hold(path: &Path) -> io::Result<Option<File>> {
    let file = open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(problem)) => Err(problem),
    }
}

fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        crate::files::private_folder(folder)?;
    }
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn one_holds_it_until_nothing_of_him_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let turn = || Turn::of(folder.path().join("accounts/orders.engine.lock"), true);
        let (first, second) = (turn(), turn());
        let running = first.take().unwrap();
        assert!(first.take().is_some(), "it is his already");
        assert!(second.take().is_none());
        first.let_go();
        assert!(second.take().is_none(), "a run of his still runs");
        drop(running);
        assert!(second.take().is_some());
        assert!(first.take().is_none());
    }

    #[tokio::test]
    async fn who_waits_takes_over_when_the_other_one_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("orders.engine.lock");
        let (first, second) = (Turn::of(path.clone(), true), Turn::of(path, true));
        let held = first.take();
        let waits = tokio::spawn(async move { second.wait().await });
        tokio::task::yield_now().await;
        assert!(!waits.is_finished());
        drop((first, held));
        waits.await.unwrap();
    }
}
