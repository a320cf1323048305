//! When the worker listens for the service's nudges while it rests, and when it does not heed
//! them: polling is the ground, a nudge only shortens a rest.

use std::{future::pending, time::Duration};

use turnup_contract::ProvisioningService;

use crate::engine::{SyncReport, SyncStop};

/// A burst of changes is pulled at once.
const BURST: Duration = Duration::from_millis(400);

/// What is known of the feed between runs.
#[derive(Debug, Default)]
pub(super) struct Nudges {
    /// The sequence after which something would be new; none: do not listen.
    after: Option<u64>,
    /// The sequence up to which the cache was when a nudge began the run.
    nudged_at: Option<u64>,
}

impl Nudges {
    /// A run ended. A nudge that brought nothing is not believed a second time until something
    /// came: a service that nudges for ever must not keep this one running for ever.
    pub fn ran(&mut self, ended: &Result<SyncReport, SyncStop>) {
        let as_of = ended
            .as_ref()
            .ok()
            .filter(|report| !report.drifted)
            .and_then(|report| report.as_of);
        let in_vain = as_of.is_some() && as_of == self.nudged_at;
        self.nudged_at = None;
        self.after = as_of.filter(|_| !in_vain);
    }

    /// Comes when the service has something new; never, when it cannot or need not say.
    pub async fn heard(&mut self, service: &impl ProvisioningService) {
        let Some(after) = self.after else {
            return pending().await;
        };
        match service.feed_past(after).await {
            Ok(()) => {
                self.nudged_at = Some(after);
                tokio::time::sleep(BURST).await;
            }
            Err(error) => {
                tracing::debug!(%error, "no nudges");
                pending().await
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(nudges: &mut Nudges, as_of: u64) -> Option<u64> {
        let report = SyncReport {
            as_of: Some(as_of),
            ..SyncReport::default()
        };
        nudges.ran(&Ok(report));
        nudges.after
    }

    #[test]
    fn a_nudge_that_brought_nothing_is_not_believed_twice() {
        let mut nudges = Nudges::default();
        assert_eq!(ran(&mut nudges, 7), Some(7));
        assert_eq!(ran(&mut nudges, 7), Some(7), "nobody nudged");
        nudges.nudged_at = Some(7);
        assert_eq!(ran(&mut nudges, 7), None);
        assert_eq!(ran(&mut nudges, 7), Some(7), "the usual rest is over");
        nudges.nudged_at = Some(7);
        assert_eq!(ran(&mut nudges, 8), Some(8));
    }

    #[test]
    fn nobody_listens_after_a_run_that_failed_or_found_a_drift() {
        let mut nudges = Nudges::default();
        nudges.ran(&Err(SyncStop::Cancelled));
        assert_eq!(nudges.after, None);
        let drifted = SyncReport {
            as_of: Some(7),
            drifted: true,
            ..SyncReport::default()
        };
        nudges.ran(&Ok(drifted));
        assert_eq!(nudges.after, None);
    }
}
