//! Whether the cache still equals the service: counts and checksum, compared only at the same
//! sequence. What differs is not repaired piece by piece: everything is read again.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use turnup_contract::{OrdersSummary, ProvisioningService, checksum::Checksum};
use turnup_store::{Store, StoreError};

use super::{Engine, SyncStop, report::SyncStep, run::Run};

/// When everything was last read again because of a difference.
const LAST_REPAIR: &str = "sync.last_repair";
/// A difference that reading again does not heal is not read again more often.
const BETWEEN_REPAIRS: SignedDuration = SignedDuration::from_hours(1);

/// The cache, summed up as the service sums up.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    pub sequence: u64,
    pub counts: BTreeMap<String, u64>,
    pub checksum: String,
}

/// What the comparison says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Equal,
    /// One of them went on meanwhile: nothing can be said.
    NotNow,
    Different,
}

/// Compares. A status without orders may be listed or not.
pub(crate) fn judge(ours: &Sum, theirs: &OrdersSummary) -> Verdict {
    let some = |counts: &BTreeMap<String, u64>| {
        counts
            .iter()
            .filter(|(_, n)| **n > 0)
            .map(|(s, n)| (s.clone(), *n))
            .collect::<Vec<_>>()
    };
    if ours.sequence != theirs.as_of {
        Verdict::NotNow
    } else if ours.checksum.eq_ignore_ascii_case(&theirs.checksum)
        && some(&ours.counts) == some(&theirs.counts)
    {
        Verdict::Equal
    } else {
        Verdict::Different
    }
}

fn sum(store: &Store) -> Result<Option<Sum>, StoreError> {
    let Some((_, sequence)) = store.orders_cursor()? else {
        return Ok(None);
    };
    let mut checksum = Checksum::default();
    store.revisions(&mut |id, revision| checksum.toggle(id, revision))?;
    let counts = store.counts_by_status()?;
    Ok(Some(Sum {
        sequence,
        counts,
        checksum: checksum.hex(),
    }))
}

impl<S: ProvisioningService> Engine<S> {
    pub(super) async fn compare(&self, run: &mut Run<'_>) -> Result<(), SyncStop> {
        let pulled = run
            .store(Store::orders_cursor)
            .await?
            .map(|(_, sequence)| sequence);
        if pulled.is_none() || pulled == *self.compared() {
            return Ok(());
        }
        run.at(SyncStep::Compare, 0, None);
        // A second look keeps a change in between from being taken for a difference.
        for _ in 0..2 {
            let theirs = run.ask(self.service.orders_summary()).await?;
            let Some(ours) = run.store(sum).await? else {
                return Ok(());
            };
            match judge(&ours, &theirs) {
                Verdict::NotNow => return Ok(()),
                Verdict::Equal => {
                    *self.compared() = Some(ours.sequence);
                    return Ok(());
                }
                Verdict::Different => {}
            }
        }
        self.repair(run).await
    }

    async fn repair(&self, run: &mut Run<'_>) -> Result<(), SyncStop> {
        run.report.drifted = true;
        let now = self.clock.now();
        let last = run.store(|store| store.setting(LAST_REPAIR)).await?;
        let last = last.and_then(|at| at.parse::<Timestamp>().ok());
        if last.is_some_and(|last| now.duration_since(last) < BETWEEN_REPAIRS) {
            tracing::error!("cache and service differ although everything was just read again");
            return Ok(());
        }
        tracing::warn!("cache and service differ: everything is read again");
        run.store(move |store| {
            store.set_setting(LAST_REPAIR, Some(&now.to_string()))?;
            store.begin_rescan()
        })
        .await
    }

    fn compared(&self) -> std::sync::MutexGuard<'_, Option<u64>> {
        self.compared
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
