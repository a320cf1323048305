//! Numbers that provisioning e-mails brought while their orders were not cached: the service is
//! asked for each, and the answer settles the number either way.

use turnup_contract::ProvisioningService;
use turnup_store::Store;

use super::{Engine, SyncStop, run::Run};

impl<S: ProvisioningService> Engine<S> {
    pub(super) async fn look_up_numbers(&self, run: &mut Run<'_>) -> Result<(), SyncStop> {
        for number in run.store(Store::remembered_numbers).await? {
            run.check()?;
            let wanted = number.clone();
            let cached = run
                .store(move |store| store.order_id_by_number(&wanted))
                .await?;
            if cached.is_none() {
                match run.ask(self.service.order_by_number(&number)).await? {
                    Some(order) => {
                        let (id, now) = (order.id.clone(), self.clock.now());
                        run.store(move |store| store.put_order(&order, now)).await?;
                        run.changed(vec![id]);
                    }
                    None => run.report.unknown_numbers.push(number.clone()),
                }
            }
            run.store(move |store| store.forget_number(&number)).await?;
        }
        Ok(())
    }
}
