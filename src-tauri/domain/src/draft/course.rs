//! Which way an order goes by the answers so far: what is frozen, what is asked, what is not.
//! Steps, validation and acts all read it, so that they never disagree.

use crate::{
    capabilities::Capabilities,
    draft::{CompletedBy, Draft},
    intent::When,
    order::{Order, OrderKind, ServiceKind},
};

/// The way of one order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Course {
    /// The mapping is made: who, partner and customer are frozen.
    pub(crate) mapped: bool,
    /// Somebody else completes the order: it ends with the hand-over.
    pub(crate) someone_else: bool,
    /// The own company's order: there is no partner.
    pub(crate) own_company: bool,
    /// The customer's administrator does the set-up: it ends with the mapping.
    pub(crate) customer_sets_up: bool,
    /// Kinds of service to be set up now or put off.
    pub(crate) services: Vec<ServiceKind>,
    /// The order carries over an existing site, which is asked for by its transfer code.
    pub(crate) transfers: bool,
}

impl Course {
    /// The way of this order. Once mapped, the recorded mapping speaks, not the draft.
    pub(crate) fn of(order: &Order, draft: &Draft, caps: &Capabilities) -> Course {
        let mapped = order.is_mapped();
        let (own_company, customer_sets_up) = match order.mapping.as_ref().filter(|_| mapped) {
            Some(mapping) => (mapping.own_company, mapping.customer_sets_up),
            None => {
                let own = draft.completed_by == Some(CompletedBy::OwnCompany);
                (own, draft.customer_sets_up && !own)
            }
        };
        let someone_else = !mapped && draft.completed_by == Some(CompletedBy::SomeoneElse);
        let services = if someone_else || customer_sets_up {
            Vec::new()
        } else {
            order.services_to_set_up(caps)
        };
        let transfers = order.kind == OrderKind::Transfer
            && services.contains(&ServiceKind::Meetings)
            && draft.when_of(&ServiceKind::Meetings) == Some(&When::Now);
        Course {
            mapped,
            someone_else,
            own_company,
            customer_sets_up,
            services,
            transfers,
        }
    }

    /// Kinds of service that start with the set-up, in the order of the lines.
    pub(crate) fn services_now<'a>(
        &'a self,
        draft: &'a Draft,
    ) -> impl Iterator<Item = &'a ServiceKind> {
        self.services
            .iter()
            .filter(|kind| draft.when_of(kind) == Some(&When::Now))
    }
}
