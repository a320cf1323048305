//! Orders that are asked after one by one: whose operation runs, that somebody looks at, or
//! that changed while they carry work of ours. Brings their progress and who did what.

use std::{collections::BTreeSet, time::Duration};

use turnup_contract::{Answer, CallError, ProvisioningService};
use turnup_domain::{
    Order, OrderId, Status,
    order::{ActivityEntry, StepState},
    state::LocalState,
};
use turnup_store::Store;

use super::{Engine, SyncStop, run::Run};

/// Asked again after so long, unless the operation says otherwise.
const USUAL: Duration = Duration::from_secs(5);
/// The feed is read again after so long while a set-up of ours waits for a customer's approval.
const APPROVAL: Duration = Duration::from_secs(10);
/// Operations are asked neither more often nor less often.
const SOONEST: u32 = 1;
const LATEST: u32 = 30;

/// When to ask again because the order's operation runs; none when none runs.
pub(crate) fn ask_again_after(order: &Order) -> Option<Duration> {
    let running = order
        .operation
        .as_ref()
        .filter(|operation| matches!(operation.state, StepState::Pending | StepState::Running));
    match running {
        Some(operation) => Some(operation.retry_after.map_or(USUAL, |seconds| {
            Duration::from_secs(seconds.clamp(SOONEST, LATEST).into())
        })),
        None => (order.status == Status::Provisioning).then_some(USUAL),
    }
}

impl<S: ProvisioningService> Engine<S> {
    pub(super) async fn follow_orders(&self, run: &mut Run<'_>) -> Result<(), SyncStop> {
        let mut wanted = std::mem::take(&mut *self.followed());
        wanted.extend(self.with_our_work(run).await?);
        let mut rest = wanted.clone();
        for id in wanted {
            let asked = self.ask_after(run, &id).await;
            if let Err(stop) = asked {
                // Those that were not asked after are asked after next time.
                self.followed().append(&mut rest);
                return Err(stop);
            }
            rest.remove(&id);
        }
        if run.store(Store::awaits_approval).await? {
            run.report.ask_again_within(APPROVAL);
        }
        Ok(())
    }

    /// Orders that changed in this run and carry a draft or an entry of ours.
    async fn with_our_work(&self, run: &mut Run<'_>) -> Result<BTreeSet<OrderId>, SyncStop> {
        let fresh = std::mem::take(&mut run.fresh);
        run.store(move |store| {
            let mut ours = BTreeSet::new();
            for id in fresh {
                if store
                    .order(&id)?
                    .is_some_and(|order| order.local_state != LocalState::Clean)
                {
                    ours.insert(id);
                }
            }
            Ok(ours)
        })
        .await
    }

    async fn ask_after(&self, run: &mut Run<'_>, id: &OrderId) -> Result<(), SyncStop> {
        run.check()?;
        let answer = run
            .call(async {
                let order = self.service.order(id).await?;
                let activity = optional(self.service.activity(id).await)?;
                Ok((order, activity))
            })
            .await?;
        let Some((order, activity)) = optional(answer)? else {
            return Ok(());
        };
        if let Some(after) = ask_again_after(&order) {
            self.follow(id);
            run.report.ask_again_within(after);
        }
        self.keep(run, order, activity.unwrap_or_default()).await
    }

    async fn keep(
        &self,
        run: &mut Run<'_>,
        order: Order,
        activity: Vec<ActivityEntry>,
    ) -> Result<(), SyncStop> {
        let (id, now) = (order.id.clone(), self.clock.now());
        run.store(move |store| {
            store.put_order(&order, now)?;
            store.put_activity(&order.id, &activity, now)
        })
        .await?;
        run.touched(&id);
        Ok(())
    }
}

/// What the service does not have, or does not show us, is no reason to stop.
fn optional<T>(answer: Answer<T>) -> Answer<Option<T>> {
    match answer {
        Ok(document) => Ok(Some(document)),
        Err(CallError::Problem {
            status: 403 | 404 | 405 | 410,
            ..
        }) => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{operation, order};

    #[test]
    fn only_a_running_operation_is_asked_after_again() {
        let table = [
            (Status::Provisioning, None, Some(5)),
            (Status::Mapped, None, None),
            (
                Status::Provisioning,
                Some((StepState::Running, None)),
                Some(5),
            ),
            (
                Status::Provisioning,
                Some((StepState::Running, Some(2))),
                Some(2),
            ),
            (
                Status::Provisioning,
                Some((StepState::Pending, Some(0))),
                Some(1),
            ),
            (
                Status::Provisioning,
                Some((StepState::Running, Some(86_400))),
                Some(30),
            ),
            (
                Status::Provisioned,
                Some((StepState::Succeeded, None)),
                None,
            ),
            (Status::Failed, Some((StepState::Failed, Some(3))), None),
        ];
        for (status, operating, seconds) in table {
            let mut order = order("ord_1", 1);
            order.status = status;
            order.operation = operating.map(|(state, retry_after)| {
                let mut operation = operation("op_1", "ord_1", "intent");
                operation.state = state;
                operation.retry_after = retry_after;
                operation
            });
            let expected = seconds.map(Duration::from_secs);
            assert_eq!(ask_again_after(&order), expected, "{:?}", order.operation);
        }
    }
}
