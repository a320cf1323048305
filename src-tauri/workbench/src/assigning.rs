//! Who in the team works on an order, and who has how many.

use turnup_contract::AssigneeRequest;
use turnup_domain::validation::validate_assignee;
use turnup_store::OutboxKind;

use crate::{
    Failure, Workbench,
    acts::{enqueue, value},
    failure::{Outcome, codes},
    order_page::stored,
    views::{ColleagueView, OrderView},
    workbench::now,
};

impl Workbench {
    /// Puts an order on a colleague (by e-mail address), or on nobody in particular. Who completes
    /// the order stays who it is: the contact is not touched, and nobody is written to.
    ///
    /// # Errors
    /// `assignee_not_an_address`, `not_editable` when the order is gone at the service,
    /// `already_queued` while an earlier one is on its way.
    pub async fn assign(&self, id: &str, assignee: Option<&str>) -> Outcome<OrderView> {
        let assignee = assignee.map(|email| email.trim().to_owned());
        if let Some(problem) = validate_assignee(assignee.as_deref()).first() {
            return Err(Failure {
                code: codes::ASSIGNEE_NOT_AN_ADDRESS.to_owned(),
                params: problem.params.clone(),
            });
        }
        self.act(id, move |store, session, id| {
            let stored = stored(store, id)?;
            if stored.gone {
                return Err(Failure::new(codes::NOT_EDITABLE).with("reason", "order_gone"));
            }
            let mut waiting = stored.outbox.iter();
            let waiting = waiting.rfind(|entry| entry.kind == OutboxKind::Assignee);
            if stored.order.assignee == assignee {
                // As the service has it already: what waits to change it is not asked any more.
                return match waiting {
                    Some(entry) => Ok(store.take_back(entry.id, now())?),
                    None => Ok(()),
                };
            }
            // One that was refused would stand before the new one for good.
            if let Some(refused) = waiting.filter(|entry| entry.attempts > 0) {
                if !refused.can_be_taken_back() {
                    return Err(Failure::new(codes::ALREADY_QUEUED));
                }
                store.take_back(refused.id, now())?;
            }
            let request = AssigneeRequest { assignee };
            enqueue(store, session, id, OutboxKind::Assignee, value(&request)?)
        })
        .await
    }

    /// Everybody on whom an order was put, with how many open ones they have; by address.
    pub async fn list_colleagues(&self) -> Outcome<Vec<ColleagueView>> {
        self.with_store(|store| {
            let colleagues = store.colleagues()?.into_iter();
            Ok(colleagues
                .map(|one| ColleagueView {
                    email: one.email,
                    open: one.open,
                })
                .collect())
        })
        .await
    }
}
