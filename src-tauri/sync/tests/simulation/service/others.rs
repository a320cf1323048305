//! What the service does by itself, and what other people do there: colleagues in a browser, the
//! seller, customers who agree or do not.

use std::collections::BTreeMap;

use serde_json::json;
use turnup_domain::{
    Order, OrderId, Organization, OrganizationId, Status,
    order::{ServiceState, StepState},
    organization::Approval,
    state::Act,
};

use super::Service;
use crate::{dice::Dice, documents};

/// What happens when its time has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timer {
    /// The customer agrees or does not.
    Approval,
    /// Progress, which is no change of business.
    OperationGoesOn,
    OperationEnds,
}

/// The directory: one partner, customers of which one is asked.
pub fn organizations() -> BTreeMap<OrganizationId, Organization> {
    let organization = |id: &str, users: u32| {
        let document = json!({"id": id, "revision": 1, "name": id, "users": users});
        let organization: Organization = serde_json::from_value(document).unwrap();
        (organization.id.clone(), organization)
    };
    [
        ("org_p", 10),
        ("org_c1", 10),
        ("org_c2", 10),
        ("org_c3", 200),
    ]
    .map(|(id, users)| organization(id, users))
    .into()
}

impl Service {
    pub(super) fn set_timer(&mut self, at: i64, id: &OrderId, timer: Timer) {
        self.timers.insert((at, id.clone(), timer));
    }

    /// Whether something will still happen by itself.
    pub fn is_at_work(&self) -> bool {
        !self.timers.is_empty() || !self.in_flight.is_empty()
    }

    /// Lets everything happen that was due by now. Returns what did.
    pub fn pass_time(&mut self, now: i64) -> Vec<String> {
        let mut happened = Vec::new();
        while let Some((at, id, timer)) = self.timers.first().cloned() {
            if at > now {
                break;
            }
            self.timers.pop_first();
            self.now = at;
            if let Some(what) = self.happen(&id, timer) {
                happened.push(format!("service: {id} {what}"));
            }
        }
        self.now = now;
        happened
    }

    fn happen(&mut self, id: &OrderId, timer: Timer) -> Option<String> {
        let is_hidden = self.hidden.contains_key(id);
        let mut order = self.hidden.get(id).or(self.orders.get(id))?.clone();
        let act = match timer {
            Timer::Approval => self.answer_approval(&mut order)?,
            Timer::OperationGoesOn => {
                let operation = order
                    .operation
                    .as_mut()
                    .filter(|one| one.ended_at.is_none())?;
                operation.retry_after = Some(1);
                "goes on"
            }
            Timer::OperationEnds => self.end_operation(&mut order)?,
        };
        if timer != Timer::OperationGoesOn {
            order.revision += 1;
        }
        self.tell(id, act, None);
        if is_hidden {
            self.hidden.insert(id.clone(), order);
        } else {
            self.put(order);
        }
        Some(act.to_owned())
    }

    fn answer_approval(&mut self, order: &mut Order) -> Option<&'static str> {
        let sets_up = order
            .mapping
            .as_ref()
            .is_some_and(|made| made.customer_sets_up);
        let declines = self.dice.chance(300);
        let act = match (declines, sets_up) {
            (true, _) => Act::Decline,
            (false, true) => Act::ApproveCustomerSetsUp,
            (false, false) => Act::Approve,
        };
        order.status = order.status.after(&act).ok()?;
        if declines {
            order.mapping = None;
            order.contact.frozen = false;
            return Some("declined");
        }
        if let Some(mapping) = &mut order.mapping {
            mapping.approval = Some(Approval::Granted);
        }
        self.settle_automatic(order);
        Some("approved")
    }

    fn end_operation(&mut self, order: &mut Order) -> Option<&'static str> {
        let (act, code) = self.dice.weighted(&[
            (3, (&Act::Succeed, "provisioned")),
            (1, (&Act::SucceedWithErrors, "provisioned_with_errors")),
            (1, (&Act::Fail, "failed")),
        ]);
        order.status = order.status.after(act).ok()?;
        let at = self.time();
        let operation = order.operation.as_mut()?;
        operation.ended_at = Some(at);
        operation.retry_after = None;
        operation.state = if *act == Act::Succeed {
            StepState::Succeeded
        } else {
            StepState::Failed
        };
        let working = order.services.iter_mut();
        for service in working.filter(|one| one.state == ServiceState::Provisioning) {
            service.state = ServiceState::Provisioned;
        }
        Some(code)
    }

    /// Somebody else does something. Returns what.
    pub fn somebody_acts(&mut self, dice: &mut Dice) -> String {
        if dice.chance(120) {
            return self.somebody_changes_what_is_seen(dice);
        }
        let ids: Vec<OrderId> = self.orders.keys().cloned().collect();
        if ids.is_empty() {
            return "nothing".to_owned();
        }
        let id = dice.pick(&ids).clone();
        let mut order = self.orders[&id].clone();
        let Some(what) = somebody_changes(&mut order, dice) else {
            return "nothing".to_owned();
        };
        order.revision += 1;
        self.put(order);
        self.tell(&id, what, None);
        format!("{what} {id}")
    }

    fn somebody_changes_what_is_seen(&mut self, dice: &mut Dice) -> String {
        let pick =
            |ids: Vec<OrderId>, dice: &mut Dice| (!ids.is_empty()).then(|| dice.pick(&ids).clone());
        match dice.below(5) {
            0 => {
                let visible = pick(self.orders.keys().cloned().collect(), dice);
                visible.map(|id| {
                    self.take_away(&id);
                    format!("access lost {id}")
                })
            }
            1 | 2 => {
                let hidden = pick(self.hidden.keys().cloned().collect(), dice);
                hidden.map(|id| {
                    self.give_back(&id);
                    format!("access regained {id}")
                })
            }
            3 => {
                let id = format!("ord_{}", self.history.len() + 1);
                self.put(documents::order(&id, 1));
                Some(format!("new {id}"))
            }
            _ => {
                self.forget_the_past();
                Some("cursors expire".to_owned())
            }
        }
        .unwrap_or_else(|| "nothing".to_owned())
    }

    /// An organization is not what it was when it was judged.
    pub fn somebody_changes_an_organization(&mut self, dice: &mut Dice) -> String {
        let ids: Vec<OrganizationId> = self.organizations.keys().cloned().collect();
        let id = dice.pick(&ids).clone();
        if let Some(organization) = self.organizations.get_mut(&id) {
            organization.revision += 1;
        }
        format!("organization {id}")
    }
}

fn somebody_changes(order: &mut Order, dice: &mut Dice) -> Option<&'static str> {
    let number = dice.below(1000);
    Some(match dice.below(20) {
        0..=5 => {
            order.note = format!("a colleague's note {number}");
            "note_changed"
        }
        6 | 7 => {
            order.lines.first_mut()?.quantity += 1;
            "lines_changed"
        }
        8 | 9 => {
            order.end_customer.company = format!("Company {number}");
            "customer_changed"
        }
        10 => {
            order.contact.email = format!("colleague{number}@andaluza.example");
            "contact_changed"
        }
        11..=13 => {
            order.can_resend = !order.can_resend;
            "can_resend_changed"
        }
        14 => {
            order.assignee = Some(format!("colleague{number}@andaluza.example"));
            "assignee_changed"
        }
        15 => {
            order.status = order.status.after(&Act::Cancel).ok()?;
            "cancelled"
        }
        16 => {
            order.status = order.status.after(&Act::Close).ok()?;
            "closed"
        }
        17 => {
            order.status = order.status.after(&Act::HandOver).ok()?;
            order.contact.email = format!("colleague{number}@andaluza.example");
            "handed_over"
        }
        _ => somebody_maps(order)?,
    })
}

fn somebody_maps(order: &mut Order) -> Option<&'static str> {
    let status = order.status.after(&Act::Map).ok()?;
    let recorded = json!({
        "customer": {"id": "org_c2", "name": ""}, "by": "colleague@andaluza.example",
        "at": "2026-11-22T12:00:00Z", "intent_id": "a colleague's"
    });
    order.mapping = Some(serde_json::from_value(recorded).unwrap());
    order.contact.frozen = true;
    order.status = if order.services_with_input().is_empty() {
        Status::Provisioned
    } else {
        status
    };
    Some("mapped")
}
