//! Setting up services, now or later.

use turnup_domain::{
    Order, OrderId, Setup, Status,
    intent::When,
    order::{ServiceProgress, ServiceState},
    problem::Params,
    state::Act,
};

use super::{
    Operator, Refusal, Service, operations, problems,
    write::{Acting, Effect, WriteAnswer, WriteCall},
};
use crate::storage::{
    names,
    orders::{self, Change},
};

impl Service {
    /// `PUT /orders/{id}/setup`.
    pub fn put_setup(
        &self,
        operator: &Operator,
        id: &OrderId,
        call: &WriteCall,
    ) -> Result<WriteAnswer, Refusal> {
        let setup: Setup = call.body()?;
        let path = format!("PUT /orders/{id}/setup");
        self.write(operator, ("setup", &path), id, call, |acting, order| {
            acting.set_up(order, &setup)
        })
    }
}

/// The act that a set-up is.
pub(super) fn act_of(setup: &Setup) -> Act {
    let now = setup
        .services
        .iter()
        .any(|service| service.when == When::Now);
    if now { Act::SetUpNow } else { Act::SetUpLater }
}

impl Acting<'_> {
    fn set_up(&self, mut order: Order, setup: &Setup) -> Result<Effect, Refusal> {
        let next = order.status.after(&act_of(setup)).map_err(Refusal::of)?;
        let rules = &self.service.capabilities;
        let wrong = problems::of_setup(self.connection, &order, setup, rules)?;
        if !wrong.is_empty() {
            return Err(Refusal::fields(wrong));
        }
        order.status = next;
        for (_, kind, name) in problems::names_of(setup) {
            names::take(self.connection, kind, name, order.id.as_str())?;
        }
        write_down(&mut order, setup);
        let operation = if order.status == Status::Provisioning {
            let steps = operations::steps_of(&order, setup);
            self.note(&order.id, "setup_accepted", Params::new())?;
            let (service, connection) = (self.service, self.connection);
            Some(service.begin_operation(connection, &mut order, steps, self.intent, self.now)?)
        } else {
            self.note(&order.id, "deferred", Params::new())?;
            None
        };
        orders::save(self.connection, &mut order, Change::Business)?;
        Ok(Effect {
            operation,
            ..Effect::of(order)
        })
    }
}

/// Keeps beside each service what was asked for it.
fn write_down(order: &mut Order, setup: &Setup) {
    for asked in &setup.services {
        let state = if asked.when == When::Now {
            ServiceState::Provisioning
        } else {
            ServiceState::Deferred
        };
        let progress = ServiceProgress {
            kind: asked.kind.clone(),
            state,
            setup: Some(asked.clone()),
            problems: Vec::new(),
        };
        match order
            .services
            .iter_mut()
            .find(|service| service.kind == asked.kind)
        {
            Some(service) => *service = progress,
            None => order.services.push(progress),
        }
    }
}
