//! Backups: made once a day and by hand, shown, and brought back.

use std::{fs, path::Path, sync::Arc, time::Duration};

use jiff::Timestamp;
use turnup_domain::OrderId;
use turnup_store::{
    Backup, BackupName, Backups, Chosen, Fate, OrderPlan, OutboxKind, Reason, Rescue, Restored,
    Store, Why,
};

use crate::{
    Failure, Workbench,
    errors::internal,
    failure::{Outcome, codes},
    session::Session,
    views::{
        BackupView, CheckView, RescueView, RestoreChoice, RestoreOrderView, RestoreView,
        RestoredView, StorageView,
    },
    workbench::{Event, now},
};

/// How often it is looked whether a day has passed: a computer that slept has no timer.
const LOOK_AGAIN: Duration = Duration::from_secs(15 * 60);

impl Workbench {
    /// How much lies on this computer, and which backups there are.
    pub async fn storage(&self) -> Outcome<StorageView> {
        let backups = self.backups()?;
        let logs = self.inner.home.folder().join("logs");
        self.with_store(move |store| {
            let [log, _, database] = Store::files_of(store.path()).map(|file| kib(&file));
            let list = backups.list(now())?;
            Ok(StorageView {
                database_kib: database,
                log_kib: log,
                backups_kib: list.iter().map(|backup| kib_of(backup.size)).sum(),
                logs_kib: folder_kib(&logs),
                backups: list.iter().map(backup_view).collect(),
            })
        })
        .await
    }

    /// Makes a backup now. None when there is nothing to keep.
    pub async fn back_up(&self) -> Outcome<Option<BackupView>> {
        let backups = self.backups()?;
        self.with_store(move |store| {
            let Some(made) = store.back_up(&backups, Why::ByHand, now())? else {
                return Ok(None);
            };
            let list = backups.list(now())?;
            Ok(list
                .iter()
                .find(|backup| backup.name == made)
                .map(backup_view))
        })
        .await
    }

    /// What bringing a backup back would do.
    pub async fn preview_restore(&self, name: &str) -> Outcome<RestoreView> {
        let (backups, name) = (self.backups()?, named(name)?);
        self.with_store(move |store| {
            let plan = store
                .preview_restore(&backups, name)
                .map_err(|problem| unreadable(name, problem))?;
            Ok(RestoreView {
                name: name.to_string(),
                orders: plan.orders.iter().map(order_view).collect(),
                lines: plan.lines,
            })
        })
        .await
    }

    /// Brings the chosen orders of a backup back. What is here is backed up before.
    pub async fn restore(&self, name: &str, choices: Vec<RestoreChoice>) -> Outcome<RestoredView> {
        let (backups, name) = (self.backups()?, named(name)?);
        let chosen = choices
            .into_iter()
            .map(chosen)
            .collect::<Outcome<Vec<_>>>()?;
        let restored = self
            .with_store(move |store| {
                store
                    .restore(&backups, name, &chosen, now())
                    .map_err(|problem| unreadable(name, problem))
            })
            .await?;
        self.tell_restored().await;
        if let Ok(session) = self.session() {
            session.worker.wake();
        }
        Ok(restored_view(&restored))
    }

    /// Reads the whole database and says whether it is sound.
    pub async fn check_database(&self) -> Outcome<CheckView> {
        self.with_store(|store| {
            let sound = match store.integrity_check() {
                Ok(()) => true,
                Err(turnup_store::StoreError::Damaged { detail }) => {
                    tracing::error!(detail, "the check found damage");
                    false
                }
                Err(problem) => return Err(problem.into()),
            };
            Ok(CheckView {
                sound,
                checked_at: now().to_string(),
            })
        })
        .await
    }

    pub(crate) fn backups(&self) -> Outcome<Backups> {
        Ok(self.inner.home.backups(&self.session()?.account))
    }

    /// Tells that any order may be another now, and what waits.
    pub(crate) async fn tell_restored(&self) {
        self.tell(Event::OrdersChanged {
            ids: Vec::new(),
            all: true,
        });
        if let Ok(frame) = self.frame().await {
            self.tell(Event::FrameChanged(frame));
        }
    }
}

/// Makes the backup of the day as long as the account is open, beginning now.
pub(crate) fn keep(session: &Arc<Session>, backups: Backups) {
    let session = Arc::downgrade(session);
    tokio::spawn(async move {
        while let Some(session) = session.upgrade() {
            session.back_up_if_due(&backups).await;
            // Nothing is held while waiting: a closed account is gone.
            drop(session);
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    });
}

impl Session {
    /// Work goes on without a backup; the next look tries again.
    async fn back_up_if_due(&self, backups: &Backups) {
        let open = self.keeping.lock().await;
        if !*open {
            return;
        }
        let (store, backups) = (self.store.clone(), backups.clone());
        let work = move || store.back_up_if_due(&backups, now());
        match tokio::task::spawn_blocking(work).await {
            Ok(Ok(Some(name))) => tracing::info!(%name, "backed up"),
            Ok(Ok(None)) => {}
            Ok(Err(problem)) => tracing::warn!(error = %problem, "no backup was made"),
            Err(problem) => tracing::error!(error = %problem, "the backup ended"),
        }
    }
}

/// The name of a backup; anything else is none of them.
fn named(name: &str) -> Outcome<BackupName> {
    BackupName::parse(name).ok_or_else(|| {
        Failure::new(codes::FILE_UNREADABLE)
            .with("name", name)
            .with("reason", "not_found")
    })
}

/// A backup that cannot be read is no damage of the database.
fn unreadable(name: BackupName, problem: turnup_store::StoreError) -> Failure {
    use turnup_store::StoreError::{Damaged, Future, NotFound};
    let reason = match problem {
        Damaged { .. } => "damaged",
        Future { .. } => "from_future",
        NotFound => "not_found",
        other => return other.into(),
    };
    Failure::new(codes::FILE_UNREADABLE)
        .with("name", name)
        .with("reason", reason)
}

fn chosen(choice: RestoreChoice) -> Outcome<Chosen> {
    let over = choice.over.map(|at| at.parse::<Timestamp>()).transpose();
    Ok(Chosen {
        order: OrderId::from(choice.order_id),
        over: over.map_err(|problem| internal("a time of a draft", problem))?,
    })
}

fn backup_view(backup: &Backup) -> BackupView {
    let contents = backup.contents.as_ref();
    BackupView {
        name: backup.name.to_string(),
        made_at: backup.name.at.to_string(),
        why: match backup.name.why {
            Why::Daily if backup.weekly => "weekly",
            Why::Daily => "daily",
            Why::BeforeUpdate => "before_update",
            Why::ByHand => "by_hand",
            Why::BeforeRestore => "before_restore",
            Why::Rescued => "rescued",
        }
        .to_owned(),
        kib: kib_of(backup.size),
        readable: contents.is_some(),
        drafts: contents.map_or(0, |contents| contents.drafts),
        acts: contents.map_or(0, |contents| contents.acts),
        lines: contents.map_or(0, |contents| contents.lines),
    }
}

fn order_view(order: &OrderPlan) -> RestoreOrderView {
    let (fate, reason) = match order.fate {
        Fate::ComesBack => ("comes_back", None),
        Fate::Differs(Reason::DraftHere) => ("differs", Some("draft_here")),
        Fate::Differs(Reason::DroppedSince) => ("differs", Some("dropped_since")),
        Fate::Same => ("same", None),
        Fate::Waiting => ("waiting", None),
    };
    let kind = |kind: OutboxKind| kind.as_str().to_owned();
    RestoreOrderView {
        order_id: order.order.to_string(),
        number: order.number.clone(),
        company: order.company.clone(),
        fate: fate.to_owned(),
        reason: reason.map(ToOwned::to_owned),
        draft_there: order.draft_there.map(|at| at.to_string()),
        draft_here: order.draft_here.map(|at| at.to_string()),
        acts: order.acts.iter().map(|act| kind(act.kind)).collect(),
    }
}

fn restored_view(restored: &Restored) -> RestoredView {
    RestoredView {
        drafts: restored.drafts,
        acts: restored.acts,
        lines: restored.lines,
        left: u32::try_from(restored.left.len()).unwrap_or(u32::MAX),
    }
}

/// What was rescued, for people.
pub(crate) fn rescue_view(rescue: Rescue, damaged: bool) -> RescueView {
    RescueView {
        damaged,
        drafts_from_file: rescue.drafts_from_file,
        drafts_from_backup: rescue.drafts_from_backup,
        acts_from_file: rescue.acts_from_file,
        acts_from_backup: rescue.acts_from_backup,
        unreadable: rescue.unreadable,
        lost: rescue.lost,
        backup_at: rescue.backup.map(|name| name.at.to_string()),
    }
}

/// Whole KiB, rounded up.
fn kib_of(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX)
}

fn kib(file: &Path) -> u32 {
    fs::metadata(file).map_or(0, |found| kib_of(found.len()))
}

/// The files of a folder, without folders in it.
fn folder_kib(folder: &Path) -> u32 {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| kib(&entry.path()))
        .sum()
}
