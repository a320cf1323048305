//! A database that cannot be opened: what can be read of it is rescued, the file is put aside,
//! and the account begins afresh with what was rescued.

use std::{fs, io, path::Path, sync::atomic::Ordering};

use turnup_store::{Backups, Rescue, Store, StoreError};

use crate::{
    Failure, Workbench,
    backups::rescue_view,
    errors::internal,
    failure::{Outcome, codes},
    session::Session,
    workbench::{lock, now},
};

impl Workbench {
    /// Puts a database that cannot be opened aside, so that the account begins afresh beside it
    /// with what can still be read. Nothing is deleted. Answers with the name that the file has
    /// now; what was rescued is told by [`Workbench::startup`].
    pub async fn set_database_aside(&self) -> Outcome<String> {
        if self.session().is_ok() {
            return Err(internal("a database in use", "is not set aside"));
        }
        let account = self
            .inner
            .home
            .settings()
            .account
            .ok_or_else(|| Failure::new(codes::NO_ACCOUNT))?;
        let path = self.inner.home.database(&account);
        let backups = self.inner.home.backups(&account);
        let stamp = now().strftime("%Y%m%d-%H%M%S%.3f");
        let aside = path.with_file_name(format!("{}.aside-{stamp}.sqlite", account.database));
        let told = aside.display().to_string();
        let rescue = tokio::task::spawn_blocking(move || {
            // Rescued first: a crash behind it finds the backup, one before it the file.
            let rescue = backups.rescue(&path, now())?;
            put_aside(&path, &aside)?;
            Ok::<_, Failure>(rescue)
        })
        .await
        .map_err(|problem| internal("a task ended", problem))??;
        *lock(&self.inner.rescued) = Some(rescue_view(rescue, true));
        *lock(&self.inner.problem) = None;
        Ok(told)
    }
}

impl Workbench {
    /// Takes what waited for its order, now that orders were synced.
    pub(crate) async fn take_rescued(&self, session: &Session) {
        if !session.more_to_take.load(Ordering::Relaxed) {
            return;
        }
        let backups = self.inner.home.backups(&session.account);
        let store = session.store.clone();
        let take = move || store.take_rescued(&backups, now());
        match tokio::task::spawn_blocking(take).await {
            Ok(Ok(taken)) => {
                let more = taken.as_ref().is_some_and(|taken| !taken.left.is_empty());
                session.more_to_take.store(more, Ordering::Relaxed);
                if taken.is_some_and(|taken| !taken.orders.is_empty()) {
                    self.tell_restored().await;
                }
            }
            Ok(Err(problem)) => tracing::warn!(error = %problem, "nothing was taken"),
            Err(problem) => tracing::error!(error = %problem, "a task ended"),
        }
    }
}

/// Renames a database with its log, the log first.
fn put_aside(path: &Path, aside: &Path) -> Outcome<()> {
    for (from, to) in Store::files_of(path).iter().zip(Store::files_of(aside)) {
        match fs::rename(from, to) {
            Err(problem) if problem.kind() != io::ErrorKind::NotFound => {
                return Err(Failure::new(codes::FILE_NOT_WRITTEN)
                    .with("name", path.display())
                    .with("reason", crate::files::reason_code(&problem)));
            }
            _ => {}
        }
    }
    Ok(())
}

/// An account's database that was opened.
pub(crate) struct Opened {
    pub(crate) store: Store,
    /// What was rescued because the file was not there.
    pub(crate) rescue: Option<Rescue>,
    /// Whether some of it waits for its orders to be synced.
    pub(crate) more_to_take: bool,
}

/// Opens a database, or makes it; one that another program sends from is left as it is. One that is not there although it was backed up is filled from
/// its newest backup.
pub(crate) fn open(path: &Path, backups: &Backups, ours: bool) -> Result<Opened, StoreError> {
    if !ours && path.exists() {
        return Ok(Opened {
            store: Store::open_beside(path)?,
            rescue: None,
            more_to_take: false,
        });
    }
    let missing = fs::metadata(path).map_or(true, |found| found.len() == 0);
    let rescue = if missing && backups.any()? {
        Some(backups.rescue(path, now())?)
    } else {
        None
    };
    let store = Store::open_with_backups(path, backups, now())?;
    let taken = store.take_rescued(backups, now())?;
    Ok(Opened {
        store,
        rescue,
        more_to_take: taken.is_some_and(|taken| !taken.left.is_empty()),
    })
}
