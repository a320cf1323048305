//! How long the worker rests after a run: pure but for the chance it is given.

use std::time::Duration;

use jiff::Timestamp;
use turnup_contract::ProxyTrouble;

use crate::{
    backoff,
    clock::Random,
    engine::{SyncReport, SyncStop},
};

/// Between runs while everything is well.
pub(super) const USUAL: Duration = Duration::from_secs(30);
/// Between runs that can only fail until somebody acts (and then wakes the worker).
pub(super) const PATIENT: Duration = Duration::from_secs(5 * 60);
/// Never sooner, not even when woken: never a hot loop.
const SOONEST: Duration = Duration::from_millis(100);

/// How long to rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pause {
    /// At least, even when woken.
    pub least: Duration,
    /// When nobody wakes the worker.
    pub most: Duration,
}

impl Pause {
    pub fn after(ended: &Result<SyncReport, SyncStop>, failures: u32, random: &dyn Random) -> Self {
        let most = |most| Self {
            least: SOONEST,
            most,
        };
        match ended {
            Ok(report) => most(report.follow_after.unwrap_or(USUAL)),
            Err(SyncStop::Cancelled) => most(USUAL),
            Err(SyncStop::Offline { .. } | SyncStop::Proxy(ProxyTrouble::Unreachable)) => {
                most(backoff::wait(failures, None, random))
            }
            Err(SyncStop::Busy { retry_after }) => {
                let asked = retry_after
                    .unwrap_or_default()
                    .min(backoff::LONGEST_RETRY_AFTER);
                let wait = backoff::wait(failures, *retry_after, random);
                Self {
                    least: asked.max(SOONEST),
                    most: wait,
                }
            }
            Err(
                SyncStop::SignedOut
                | SyncStop::Certificate { .. }
                | SyncStop::Proxy(ProxyTrouble::SignIn),
            ) => most(PATIENT),
            Err(
                SyncStop::NotThisProtocol { .. }
                | SyncStop::Refused(_)
                | SyncStop::Store(_)
                | SyncStop::Broken,
            ) => most(backoff::wait(
                failures,
                Some(Duration::from_secs(10)),
                random,
            )),
        }
    }

    /// Not longer than until the next entry is due.
    pub fn until(self, due: Option<Timestamp>, now: Timestamp) -> Self {
        let Some(due) = due else { return self };
        let left = Duration::try_from(due.duration_since(now)).unwrap_or_default();
        Self {
            most: self.most.min(left.max(backoff::BASE)),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Least;

    #[test]
    fn how_long_it_rests() {
        let report = |follow: Option<u64>| {
            let follow_after = follow.map(Duration::from_secs);
            Ok(SyncReport {
                follow_after,
                ..SyncReport::default()
            })
        };
        let offline = || {
            Err(SyncStop::Offline {
                reason: String::new(),
            })
        };
        let patience = |seconds| {
            Err(SyncStop::Busy {
                retry_after: Some(Duration::from_secs(seconds)),
            })
        };
        let (soonest, floor) = (100, 250);
        let table: Vec<(Result<SyncReport, SyncStop>, u32, u64, u64)> = vec![
            (report(None), 0, soonest, 30_000),
            (report(Some(5)), 0, soonest, 5_000),
            (Err(SyncStop::Cancelled), 1, soonest, 30_000),
            (offline(), 1, soonest, floor),
            (offline(), 1000, soonest, floor),
            (Err(SyncStop::SignedOut), 1, soonest, 300_000),
            (Err(SyncStop::Broken), 1, soonest, 10_000),
            (patience(0), 1, soonest, floor),
            (patience(120), 1, 120_000, 120_000),
            (patience(u64::MAX), 1, 900_000, 900_000),
        ];
        for (ended, failures, least, most) in table {
            let pause = Pause::after(&ended, failures, &Least);
            let expected = Pause {
                least: Duration::from_millis(least),
                most: Duration::from_millis(most),
            };
            assert_eq!(pause, expected, "{ended:?} after {failures}");
        }
    }
}
