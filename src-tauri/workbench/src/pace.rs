//! How long a step of the sync still takes, judged by how fast it came as far as it is.

use std::time::{Duration, Instant};

use turnup_sync::SyncStep;

/// Sooner nothing can be said.
const SOONEST: Duration = Duration::from_secs(2);

/// Where a step began, and when.
#[derive(Debug)]
pub(crate) struct Pace {
    step: SyncStep,
    began: Instant,
    from: u64,
}

impl Pace {
    /// A step is this far now: `pace` is that of the step that was told of before. Answers with
    /// about how many seconds are left.
    pub(crate) fn told(
        pace: &mut Option<Self>,
        (step, done, total): (SyncStep, u64, Option<u64>),
        now: Instant,
    ) -> Option<u32> {
        let known = pace.as_ref();
        if known.is_none_or(|known| known.step != step || done < known.from) {
            *pace = Some(Self {
                step,
                began: now,
                from: done,
            });
        }
        let Self { began, from, .. } = pace.as_ref()?;
        let (came, taken) = (done - from, now.saturating_duration_since(*began));
        let left = total?.saturating_sub(done);
        if came == 0 || taken < SOONEST {
            return None;
        }
        let millis = taken.as_millis() * u128::from(left) / u128::from(came);
        u32::try_from(millis.div_ceil(1000)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_follows_from_what_came() {
        let began = Instant::now();
        let at = |seconds| began + Duration::from_secs(seconds);
        let orders = |done, total| (SyncStep::PullOrders, done, total);
        let mut pace = None;
        let table = [
            (orders(40_000, None), 0, None),
            (orders(41_000, Some(100_000)), 1, None),
            (orders(50_000, Some(100_000)), 10, Some(50)),
            (orders(70_000, Some(100_000)), 20, Some(20)),
            (orders(70_000, None), 21, None),
            (orders(100_000, Some(100_000)), 30, Some(0)),
            ((SyncStep::PullOrganizations, 0, Some(10)), 40, None),
            ((SyncStep::PullOrganizations, 5, Some(10)), 45, Some(5)),
            // A rescan begins again.
            (orders(0, Some(100_000)), 50, None),
            (orders(1_000, Some(100_000)), 60, Some(990)),
        ];
        for (told, when, expected) in table {
            assert_eq!(Pace::told(&mut pace, told, at(when)), expected, "{told:?}");
        }
    }
}
