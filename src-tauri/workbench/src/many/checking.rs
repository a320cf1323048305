//! Checking many orders: by the rules that are here, and by the service where it can be reached.

use turnup_domain::validation::validate;

use super::{chosen::Ids, outcome, progress};
use crate::{
    Workbench,
    confirmation::dry_run,
    drafting::editable,
    exports::job::{Job, Stop},
    failure::Outcome,
    order_page::stored,
    order_view::draft_of,
    views::{ManyDone, ManyOutcome},
};

impl Workbench {
    /// Looks at each order; changes nothing.
    pub(super) async fn check_many(&self, ids: &Ids, mut job: Job) -> Outcome<ManyDone> {
        let mut orders = Vec::with_capacity(ids.len());
        let mut cancelled = false;
        for id in ids {
            let (done, all) = progress(orders.len(), ids.len() - orders.len());
            if let Err(Stop::Cancelled) = job.step_every(1, done, all) {
                cancelled = true;
                break;
            }
            orders.push(self.checked(id).await?);
        }
        let left = u32::try_from(ids.len() - orders.len()).unwrap_or(u32::MAX);
        Ok(ManyDone {
            cancelled,
            orders,
            left,
            undo: None,
            failure: None,
        })
    }

    async fn checked(&self, id: &turnup_domain::OrderId) -> Outcome<ManyOutcome> {
        let order_id = id.clone();
        let (seen, rules) = self
            .with_store(move |store| {
                let seen = stored(store, &order_id).ok();
                Ok((seen, editable(store, &order_id).map(|(_, caps)| caps)))
            })
            .await?;
        let (stored, caps) = match (seen, rules) {
            (Some(stored), Ok(caps)) => (stored, caps),
            (seen, failed) => {
                return Ok(outcome(id, seen.as_ref(), "failed", 0, failed.err()));
            }
        };
        let draft = draft_of(&stored, &caps);
        let mut problems = validate(&stored.order, &draft, &caps).len();
        let mut word = "ready_here";
        if problems == 0
            && let Some((answer, _)) =
                dry_run(&*self.session()?, &stored.order, &draft, &caps).await
        {
            problems = answer.problems.len();
            word = "ready";
        }
        if problems > 0 {
            word = "problems";
        }
        let count = u32::try_from(problems).unwrap_or(u32::MAX);
        Ok(outcome(id, Some(&stored), word, count, None))
    }
}
