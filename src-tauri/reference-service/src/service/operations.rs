//! Operations: the steps of a set-up, how they end one after the other, and trying again what
//! failed. A site whose name contains `fail` fails at the first attempt, one with `always-fail`
//! at every attempt.

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use turnup_contract::code;
use turnup_domain::{
    IntentId, OperationId, Order, Problem, ServiceKind, Setup,
    intent::{ServiceSetup, When},
    order::{Operation, OperationStep, ServiceState, StepState},
    problem::Params,
    state::Act,
};

use super::{
    Operator, Refusal, Service, time, transfers,
    write::{Acting, Effect, WriteAnswer, WriteCall},
};
use crate::storage::{
    meta,
    operations::{self, StoredOperation},
    orders::{self, Change},
    timers::{self, TimerKind},
};

impl Service {
    /// `POST /operations/{id}/retry`.
    pub fn retry_operation(
        &self,
        operator: &Operator,
        id: &OperationId,
        call: &WriteCall,
    ) -> Result<WriteAnswer, Refusal> {
        let order_id = self.operation(id)?.order_id;
        let path = format!("POST /operations/{id}/retry");
        self.write(
            operator,
            ("retry", &path),
            &order_id,
            call,
            |acting, order| acting.retry(order, id),
        )
    }

    /// Begins an operation; its order is saved by the caller.
    pub(super) fn begin_operation(
        &self,
        connection: &Connection,
        order: &mut Order,
        steps: Vec<OperationStep>,
        intent: &IntentId,
        at: Timestamp,
    ) -> Result<OperationId, Refusal> {
        let id = OperationId::new(format!("op_{:012}", meta::next_sequence(connection)?));
        let operation = Operation {
            id: id.clone(),
            order_id: order.id.clone(),
            intent_id: intent.clone(),
            state: StepState::Running,
            steps,
            retry_after: None,
            started_at: at,
            ended_at: None,
        };
        let mut stored = StoredOperation {
            operation,
            attempt: 1,
        };
        self.run(connection, order, &mut stored, at)?;
        Ok(id)
    }

    /// Lets the first step that is left run, and sets the timer of its end.
    fn run(
        &self,
        connection: &Connection,
        order: &mut Order,
        stored: &mut StoredOperation,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let pace = self.pace(&stored.operation);
        let operation = &mut stored.operation;
        if let Some(step) = operation
            .steps
            .iter_mut()
            .find(|s| s.state == StepState::Pending)
        {
            step.state = StepState::Running;
        }
        operation.retry_after = Some(u32::try_from(pace.as_secs()).unwrap_or(u32::MAX).max(1));
        timers::set(connection, &order.id, TimerKind::Step, after(at, pace))?;
        operations::put(connection, stored)?;
        order.operation = Some(stored.operation.clone());
        Ok(())
    }

    /// How long one step takes.
    fn pace(&self, operation: &Operation) -> SignedDuration {
        let steps = i32::try_from(operation.steps.len())
            .unwrap_or(i32::MAX)
            .max(1);
        self.provisioning_time / steps
    }

    /// The running step ends; the next one begins, or the operation ends with it.
    pub(super) fn end_step(
        &self,
        connection: &Connection,
        mut order: Order,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let Some(id) = order
            .operation
            .as_ref()
            .map(|operation| operation.id.clone())
        else {
            return Ok(());
        };
        let Some(mut stored) = operations::get(connection, &id)? else {
            return Ok(());
        };
        end_running_step(&mut stored);
        if stored
            .operation
            .steps
            .iter()
            .any(|step| step.state == StepState::Pending)
        {
            self.run(connection, &mut order, &mut stored, at)?;
            return Ok(orders::save(connection, &mut order, Change::Progress)?);
        }
        let (act, code) = end(&mut stored.operation, &mut order, at);
        order.status = order.status.after(&act).map_err(Refusal::of)?;
        operations::put(connection, &stored)?;
        order.operation = Some(stored.operation);
        time::happened(connection, &order.id, code, Params::new(), at)?;
        Ok(orders::save(connection, &mut order, Change::Business)?)
    }
}

impl Acting<'_> {
    fn retry(&self, mut order: Order, id: &OperationId) -> Result<Effect, Refusal> {
        let stored = operations::get(self.connection, id)?;
        let latest = order
            .operation
            .as_ref()
            .is_some_and(|operation| operation.id == *id);
        let mut stored = stored
            .filter(|_| latest)
            .ok_or_else(|| Refusal::of(code::NOTHING_TO_RETRY))?;
        order.status = order.status.after(&Act::Retry).map_err(Refusal::of)?;
        stored.attempt += 1;
        let operation = &mut stored.operation;
        operation.state = StepState::Running;
        operation.ended_at = None;
        let failed = |step: &&mut OperationStep| step.state == StepState::Failed;
        for step in operation.steps.iter_mut().filter(failed) {
            step.state = StepState::Pending;
            step.problems.clear();
        }
        for service in &mut order.services {
            if service.state == ServiceState::Failed {
                service.state = ServiceState::Provisioning;
                service.problems.clear();
            }
        }
        self.note(&order.id, "retried", Params::new())?;
        self.service
            .run(self.connection, &mut order, &mut stored, self.now)?;
        orders::save(self.connection, &mut order, Change::Business)?;
        Ok(Effect {
            operation: Some(id.clone()),
            ..Effect::of(order)
        })
    }
}

/// The steps of a set-up, in the order in which they run. What is carried over comes first.
pub(super) fn steps_of(order: &Order, setup: &Setup) -> Vec<OperationStep> {
    let moved = transfers::carried_over(order, setup).map(|transfer| {
        step(
            "transfer_site",
            &ServiceKind::Meetings,
            &transfer.current_site,
        )
    });
    let services = setup.services.iter().filter(|one| one.when == When::Now);
    moved
        .into_iter()
        .chain(services.flat_map(steps_for))
        .collect()
}

fn steps_for(setup: &ServiceSetup) -> Vec<OperationStep> {
    let step = |code, subject: &str| step(code, &setup.kind, subject);
    match setup.kind {
        ServiceKind::Meetings => setup
            .sites
            .iter()
            .flat_map(|site| {
                [
                    step("create_site", &site.name),
                    step("assign_licenses", &site.name),
                ]
            })
            .collect(),
        ServiceKind::Calling => {
            let location = setup
                .location
                .as_ref()
                .map_or("", |location| &location.name);
            let sip_name = setup.sip_name.as_deref().unwrap_or_default();
            vec![
                step("create_location", location),
                step("register_sip", sip_name),
            ]
        }
        ServiceKind::ContactCenter => {
            vec![step(
                "create_tenant",
                setup.country.as_deref().unwrap_or_default(),
            )]
        }
        _ => vec![step("activate_service", "")],
    }
}

/// The steps of an order on which nothing asks for input.
pub(crate) fn automatic_steps(order: &Order) -> Vec<OperationStep> {
    let steps = order.services.iter().map(|service| {
        let line = order.lines.iter().find(|line| line.service == service.kind);
        step(
            "activate_service",
            &service.kind,
            line.map_or("", |line| &line.name),
        )
    });
    steps.collect()
}

fn step(code: &str, service: &ServiceKind, subject: &str) -> OperationStep {
    OperationStep {
        code: code.to_owned(),
        service: service.clone(),
        subject: subject.to_owned(),
        state: StepState::Pending,
        problems: Vec::new(),
    }
}

fn end_running_step(stored: &mut StoredOperation) {
    let attempt = stored.attempt;
    let steps = &mut stored.operation.steps;
    let Some(index) = steps
        .iter()
        .position(|step| step.state == StepState::Running)
    else {
        return;
    };
    let site_is_missing = steps[..index].iter().any(|earlier| {
        earlier.state == StepState::Failed && earlier.subject == steps[index].subject
    });
    let step = &mut steps[index];
    let fails =
        step.subject.contains("always-fail") || (attempt == 1 && step.subject.contains("fail"));
    if fails || site_is_missing {
        let code = if site_is_missing {
            "earlier_step_failed"
        } else {
            "provisioning_step_failed"
        };
        step.state = StepState::Failed;
        step.problems = vec![Problem::new("", code).with("subject", &step.subject)];
    } else {
        step.state = StepState::Succeeded;
    }
}

/// How the operation ended, for the order, its services and its activity.
fn end(operation: &mut Operation, order: &mut Order, at: Timestamp) -> (Act, &'static str) {
    let failed = operation
        .steps
        .iter()
        .filter(|s| s.state == StepState::Failed)
        .count();
    let all = failed == operation.steps.len();
    operation.state = if failed == 0 {
        StepState::Succeeded
    } else {
        StepState::Failed
    };
    operation.ended_at = Some(at);
    operation.retry_after = None;
    for service in &mut order.services {
        if service.state == ServiceState::Provisioning {
            let problems: Vec<Problem> = operation
                .steps
                .iter()
                .filter(|step| step.service == service.kind)
                .flat_map(|step| step.problems.clone())
                .collect();
            let worked = problems.is_empty();
            service.state = if worked {
                ServiceState::Provisioned
            } else {
                ServiceState::Failed
            };
            service.problems = problems;
        }
    }
    for line in &mut order.lines {
        let failed = order
            .services
            .iter()
            .any(|service| service.kind == line.service && service.state == ServiceState::Failed);
        // A count that changes is one that counts from now on.
        if !failed && let Some(changed) = line.pending_quantity.take() {
            line.quantity = changed;
        }
    }
    let rest_later = order
        .services
        .iter()
        .any(|service| service.state == ServiceState::Deferred);
    match (failed, all) {
        (0, _) if rest_later => (Act::SucceedRestLater, "provisioned"),
        (0, _) => (Act::Succeed, "provisioned"),
        (_, true) => (Act::Fail, "failed"),
        (_, false) => (Act::SucceedWithErrors, "provisioned_with_errors"),
    }
}

/// Later by a duration.
pub(super) fn after(at: Timestamp, duration: SignedDuration) -> Timestamp {
    at.saturating_add(duration).unwrap_or(Timestamp::MAX)
}
