//! Orders that are further on: what must be true of an order in a status, made true.

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use turnup_domain::{
    IntentId, OperationId, Order, OrganizationId, Problem, Status,
    order::{MappedOrganization, Operation, RecordedMapping, ServiceState, StepState},
    organization::Approval,
};

use super::{
    World,
    companies::{Company, person},
    demo,
    dice::Dice,
    directory::organization_id,
};
use crate::{
    service::{PARTNER_ID, PARTNER_NAME, automatic_steps},
    storage::{
        operations::{self, StoredOperation},
        timers::{self, TimerKind},
    },
};

/// The same order with everything that its status says.
pub(super) fn brought_to_its_status(
    mut order: Order,
    customer: &Company,
    customer_is_known: bool,
    dice: &mut Dice,
    world: &World<'_>,
) -> Order {
    let sent = order.mail_sent_at.unwrap_or(world.now);
    let mapped_at =
        (sent + SignedDuration::from_hours(i64::from(dice.between(1, 20)))).min(world.now);
    match order.status {
        Status::HandedOver => {
            let somebody = person(world.seed, customer, 0);
            order.contact.email = format!("{}@{}", somebody.local, customer.domain);
            order.contact.name = somebody.name;
            order.contact.time_zone = Some(customer.place.zone.to_owned());
        }
        Status::AwaitingApproval
        | Status::Mapped
        | Status::Deferred
        | Status::CustomerSetsUp
        | Status::Provisioning
        | Status::Provisioned
        | Status::ProvisionedWithErrors
        | Status::Failed => {
            map(&mut order, customer, customer_is_known, mapped_at);
            set_up(&mut order, mapped_at, world.now);
        }
        _ => {}
    }
    order
}

fn map(order: &mut Order, customer: &Company, known: bool, at: Timestamp) {
    order.contact.frozen = true;
    let id = if known {
        organization_id(customer.index)
    } else {
        OrganizationId::new(format!("org_other_{:08}", customer.index))
    };
    let approval = match order.status {
        Status::AwaitingApproval => Approval::Required,
        _ => Approval::NotRequired,
    };
    order.mapping = Some(RecordedMapping {
        own_company: false,
        partner: Some(MappedOrganization {
            id: OrganizationId::from(PARTNER_ID),
            name: PARTNER_NAME.to_owned(),
            country: "ES".to_owned(),
            created: None,
        }),
        customer: MappedOrganization {
            id,
            name: customer.name.clone(),
            country: customer.place.country.to_owned(),
            created: None,
        },
        customer_sets_up: order.status == Status::CustomerSetsUp,
        approval: Some(approval),
        by: demo::ANA.to_owned(),
        at,
        intent_id: IntentId::new(format!("seed-{}-mapping", order.id)),
    });
}

fn set_up(order: &mut Order, at: Timestamp, now: Timestamp) {
    let asked = |failed: bool| {
        if failed {
            ServiceState::Failed
        } else {
            ServiceState::Provisioned
        }
    };
    let several = order.services_with_input().len() > 1;
    let mut first = true;
    for service in &mut order.services {
        let automatic = service.state == ServiceState::Automatic;
        service.state = match order.status {
            Status::AwaitingApproval => continue,
            _ if automatic => ServiceState::Provisioned,
            Status::Deferred => ServiceState::Deferred,
            Status::Provisioning => ServiceState::Provisioning,
            Status::Provisioned => ServiceState::Provisioned,
            Status::Failed => asked(true),
            // Only the first of several services failed.
            Status::ProvisionedWithErrors => asked(std::mem::take(&mut first)),
            _ => ServiceState::NotSetUp,
        };
        if service.state == ServiceState::Failed {
            service.problems = vec![Problem::new("", "provisioning_step_failed")];
        }
    }
    if order.status == Status::ProvisionedWithErrors && !several {
        order.status = Status::Failed;
    }
    order.operation = operation(order, at, now);
}

fn operation(order: &Order, at: Timestamp, now: Timestamp) -> Option<Operation> {
    let (state, ended) = match order.status {
        Status::Provisioning => (StepState::Running, false),
        Status::Provisioned => (StepState::Succeeded, true),
        Status::ProvisionedWithErrors | Status::Failed => (StepState::Failed, true),
        _ => return None,
    };
    let running = state == StepState::Running;
    let mut steps = automatic_steps(order);
    for (index, (step, service)) in steps.iter_mut().zip(&order.services).enumerate() {
        step.state = match (&service.state, running) {
            (_, true) if index == 0 => StepState::Running,
            (_, true) => StepState::Pending,
            (ServiceState::Failed, false) => StepState::Failed,
            _ => StepState::Succeeded,
        };
        step.problems.clone_from(&service.problems);
    }
    Some(Operation {
        id: OperationId::new(format!("op_{}", order.id)),
        order_id: order.id.clone(),
        intent_id: IntentId::new(format!("seed-{}-setup", order.id)),
        state,
        steps,
        retry_after: running.then_some(5),
        started_at: if running { now } else { at },
        ended_at: ended.then(|| (at + SignedDuration::from_mins(9)).min(now)),
    })
}

/// Keeps an operation that runs, and lets it go on; one that ended is told by its order.
pub(super) fn keep_operation(
    connection: &Connection,
    order: &Order,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let running = order
        .operation
        .clone()
        .filter(|operation| operation.ended_at.is_none());
    let Some(operation) = running else {
        return Ok(());
    };
    operations::put(
        connection,
        &StoredOperation {
            operation,
            attempt: 1,
        },
    )?;
    timers::set(
        connection,
        &order.id,
        TimerKind::Step,
        now + SignedDuration::from_secs(20),
    )
}

/// What the service wrote down last.
pub(super) fn last_event(status: &Status) -> Option<&'static str> {
    match status {
        Status::AwaitingApproval => Some("approval_asked"),
        Status::Deferred => Some("deferred"),
        Status::Provisioning => Some("setup_accepted"),
        Status::Provisioned => Some("provisioned"),
        Status::ProvisionedWithErrors => Some("provisioned_with_errors"),
        Status::Failed => Some("failed"),
        Status::HandedOver => Some("handed_over"),
        Status::Closed => Some("closed"),
        Status::Cancelled => Some("cancelled"),
        _ => None,
    }
}
