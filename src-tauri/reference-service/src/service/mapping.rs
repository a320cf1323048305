//! The point of no return: which organizations an order belongs to. One act, all or nothing,
//! new organizations included.

use std::collections::BTreeMap;

use jiff::{Timestamp, tz::TimeZone};
use turnup_contract::code;
use turnup_domain::{
    Mapping, Order, OrderId, Organization, OrganizationId, ServiceKind, Status,
    intent::{NewOrganization, OrganizationTarget},
    matching::{self, Question},
    order::{MappedOrganization, RecordedMapping, ServiceState},
    organization::{Approval, ManagedBy, Role, Trial},
    problem::Params,
    state::Act,
};

use super::{
    Operator, PARTNER_ID, PARTNER_NAME, Refusal, Service, operations, problems, time,
    write::{Acting, Effect, WriteAnswer, WriteCall},
};
use crate::{
    mail::{Letter, LetterKind},
    storage::{
        meta,
        orders::{self, Change},
        organizations::{self, Member},
        timers::{self, TimerKind},
    },
};

impl Service {
    /// `PUT /orders/{id}/mapping`.
    pub fn put_mapping(
        &self,
        operator: &Operator,
        id: &OrderId,
        call: &WriteCall,
    ) -> Result<WriteAnswer, Refusal> {
        let mapping: Mapping = call.body()?;
        let path = format!("PUT /orders/{id}/mapping");
        self.write(operator, ("mapping", &path), id, call, |acting, order| {
            acting.map(order, &mapping)
        })
    }

    /// The customer answers: most agree. Numbers that end in 7 decline, those in 9 never answer.
    pub(super) fn answer_approval(
        &self,
        connection: &rusqlite::Connection,
        mut order: Order,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let sets_up = order
            .mapping
            .as_ref()
            .is_some_and(|mapping| mapping.customer_sets_up);
        let declines = order.number.as_str().ends_with('7');
        let act = match (declines, sets_up) {
            (true, _) => Act::Decline,
            (false, true) => Act::ApproveCustomerSetsUp,
            (false, false) => Act::Approve,
        };
        let Ok(next) = order.status.after(&act) else {
            return Ok(());
        };
        order.status = next;
        if declines {
            let mut about =
                Params::from([("reason".to_owned(), "declined_by_customer".to_owned())]);
            if let Some(mapping) = order.mapping.take() {
                about.insert("customer".to_owned(), mapping.customer.name);
                about.insert(
                    "organization_id".to_owned(),
                    mapping.customer.id.to_string(),
                );
            }
            order.contact.frozen = false;
            time::watch_deadline(connection, &order)?;
            time::happened(connection, &order.id, "declined", about, at)?;
        } else {
            if let Some(mapping) = &mut order.mapping {
                mapping.approval = Some(Approval::Granted);
            }
            time::happened(connection, &order.id, "approved", Params::new(), at)?;
            self.settle_automatic(connection, &mut order, at)?;
        }
        Ok(orders::save(connection, &mut order, Change::Business)?)
    }

    /// Services without input come with the mapping; when there are no others, they are the
    /// operation.
    fn settle_automatic(
        &self,
        connection: &rusqlite::Connection,
        order: &mut Order,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        if order.status != Status::Mapped {
            return Ok(());
        }
        if order.services_with_input().is_empty() {
            return self.begin_automatic(connection, order, at);
        }
        for service in &mut order.services {
            if service.state == ServiceState::Automatic {
                service.state = ServiceState::Provisioned;
            }
        }
        Ok(())
    }

    fn begin_automatic(
        &self,
        connection: &rusqlite::Connection,
        order: &mut Order,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let Some(intent) = order
            .mapping
            .as_ref()
            .map(|mapping| mapping.intent_id.clone())
        else {
            return Ok(());
        };
        order.status = order.status.after(&Act::SetUpNow).map_err(Refusal::of)?;
        let steps = operations::automatic_steps(order);
        for service in &mut order.services {
            service.state = ServiceState::Provisioning;
        }
        self.begin_operation(connection, order, steps, &intent, at)?;
        Ok(())
    }
}

impl Acting<'_> {
    fn map(&self, mut order: Order, mapping: &Mapping) -> Result<Effect, Refusal> {
        order.status.after(&Act::Map).map_err(Refusal::of)?;
        let rules = &self.service.capabilities;
        let wrong = problems::of_mapping(self.connection, &order, mapping, rules)?;
        if !wrong.is_empty() {
            return Err(Refusal::fields(wrong));
        }
        if let Some((_, conflict)) = problems::conflict_of_mapping(self.connection, mapping)? {
            return Err(conflict);
        }
        let partner = match &mapping.partner {
            Some(target) => Some(self.resolve(target, &Role::Partner)?),
            None => None,
        };
        let role = if mapping.own_company {
            Role::Own
        } else {
            Role::Customer
        };
        let customer = self.resolve(&mapping.customer, &role)?;
        let approval = match (&customer.created, mapping.own_company) {
            (None, false) => approval_of(&customer.organization, self.service),
            _ => Approval::NotRequired,
        };
        let act = match (&approval, mapping.customer_sets_up) {
            (Approval::Required, _) => Act::MapWithApproval,
            (_, true) => Act::MapCustomerSetsUp,
            (_, false) => Act::Map,
        };
        order.status = order.status.after(&act).map_err(Refusal::of)?;
        order.contact.frozen = true;
        order.mapping = Some(RecordedMapping {
            own_company: mapping.own_company,
            partner: partner.map(Resolved::recorded),
            customer: customer.recorded(),
            customer_sets_up: mapping.customer_sets_up,
            approval: Some(approval),
            by: self.operator.email.to_owned(),
            at: self.now,
            intent_id: self.intent.clone(),
        });
        let letters = self.record_mapping(&mut order)?;
        orders::save(self.connection, &mut order, Change::Business)?;
        Ok(Effect {
            letters,
            ..Effect::of(order)
        })
    }

    /// Everything that follows from a recorded mapping.
    fn record_mapping(&self, order: &mut Order) -> Result<Vec<Letter>, Refusal> {
        let Some(mapping) = order.mapping.clone() else {
            return Ok(Vec::new());
        };
        timers::clear(self.connection, &order.id, TimerKind::Deadline)?;
        let about = Params::from([
            ("customer".to_owned(), mapping.customer.name.clone()),
            (
                "partner".to_owned(),
                mapping.partner.map(|p| p.name).unwrap_or_default(),
            ),
        ]);
        self.note(&order.id, "mapped", about)?;
        if order.status == Status::AwaitingApproval {
            let asked = Params::from([("customer".to_owned(), mapping.customer.name.clone())]);
            self.note(&order.id, "approval_asked", asked)?;
            if !order.number.as_str().ends_with('9') {
                let answer_at = operations::after(self.now, self.service.provisioning_time);
                timers::set(self.connection, &order.id, TimerKind::Approval, answer_at)?;
            }
        }
        self.service
            .settle_automatic(self.connection, order, self.now)?;
        let to = self.administrator(&mapping.customer)?;
        let letter = |kind| to.clone().map(|to| Letter::about(order, kind, &to));
        Ok(match order.status {
            Status::AwaitingApproval => letter(LetterKind::Approval).into_iter().collect(),
            Status::CustomerSetsUp => letter(LetterKind::CustomerSetsUp).into_iter().collect(),
            _ => Vec::new(),
        })
    }

    /// Somebody at the customer who can be written to.
    fn administrator(&self, customer: &MappedOrganization) -> Result<Option<String>, Refusal> {
        let known = organizations::known(self.connection, customer.id.as_str())?;
        Ok(known.and_then(|known| known.admin_emails.into_iter().next()))
    }

    fn resolve(&self, target: &OrganizationTarget, role: &Role) -> Result<Resolved, Refusal> {
        match target {
            OrganizationTarget::Existing {
                organization_id, ..
            } => {
                let organization = organizations::get(self.connection, organization_id)?
                    .ok_or_else(|| Refusal::of(code::ORGANIZATION_CHANGED))?;
                Ok(Resolved {
                    organization,
                    created: None,
                })
            }
            OrganizationTarget::Create { create, .. } => {
                let organization = self.create(create, role)?;
                Ok(Resolved {
                    organization,
                    created: Some(create.clone()),
                })
            }
        }
    }

    fn create(&self, new: &NewOrganization, role: &Role) -> Result<Organization, Refusal> {
        let sequence = meta::next_sequence(self.connection)?;
        let managed_by = (*role == Role::Customer).then(|| ManagedBy {
            id: OrganizationId::from(PARTNER_ID),
            name: PARTNER_NAME.to_owned(),
        });
        let organization = Organization {
            id: OrganizationId::new(format!("org_new_{sequence:08}")),
            revision: 1,
            name: new.name.trim().to_owned(),
            country: new.country.clone(),
            city: String::new(),
            created: Some(self.now.to_zoned(TimeZone::UTC).date()),
            domains: Vec::new(),
            users: u32::from(!new.admin_email.is_empty()),
            active_users: 0,
            last_activity: None,
            subscriptions: 1,
            licenses: 0,
            trial: Trial::None,
            consumer: false,
            managed_by,
            extra: BTreeMap::new(),
        };
        let administrator = Member {
            email: new.admin_email.clone(),
            administrator: true,
        };
        let members: &[Member] = if new.admin_email.is_empty() {
            &[]
        } else {
            std::slice::from_ref(&administrator)
        };
        organizations::insert(self.connection, &organization, members, true, sequence)?;
        Ok(organization)
    }
}

/// An organization of the mapping, and what it was just made from.
struct Resolved {
    organization: Organization,
    created: Option<NewOrganization>,
}

impl Resolved {
    fn recorded(self) -> MappedOrganization {
        MappedOrganization {
            id: self.organization.id,
            name: self.organization.name,
            country: self.organization.country,
            created: self.created,
        }
    }
}

/// Whether this customer would have to agree, by the trade's own judgement.
pub(super) fn approval_of(organization: &Organization, service: &Service) -> Approval {
    let own = OrganizationId::from(PARTNER_ID);
    let question = Question {
        role: &Role::Customer,
        email: None,
        company: &organization.name,
        country: &organization.country,
        own_partner: Some(&own),
        chosen_partner: None,
    };
    let known = matching::KnownOrganization {
        organization: organization.clone(),
        admin_emails: Vec::new(),
        user_emails: Vec::new(),
    };
    matching::rank(&question, &[known], &service.capabilities, service.today())
        .into_iter()
        .next()
        .map_or(Approval::NotRequired, |candidate| candidate.approval)
}

/// How a service of an order begins.
pub(crate) fn first_state(kind: &ServiceKind) -> ServiceState {
    match kind {
        ServiceKind::Messaging | ServiceKind::Devices => ServiceState::Automatic,
        _ => ServiceState::NotSetUp,
    }
}
