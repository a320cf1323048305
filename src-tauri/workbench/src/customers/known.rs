//! What the orders of a customer say together: whom to reach, which organizations, which sites.
//! Pure but for [`add_facts`]: orders in, views out.

use turnup_domain::{
    Capabilities, Draft, Order, OrganizationChoice, OrganizationId, ServiceKind,
    capabilities::NameRule,
    matching::{domain_key, email_domain, is_free_mail},
    order::ServiceState,
};
use turnup_store::{CustomerWork, Store};

use crate::{
    failure::Outcome,
    views::{CustomerOrganizationView, CustomerSiteView, OrderNameView},
};

/// Organizations that the page shows.
const MOST_ORGANIZATIONS: usize = 30;
/// Sites that the page shows.
const MOST_SITES: usize = 200;
/// Addresses, domains and cities that the page shows, each.
const MOST_NAMED: usize = 20;

/// What orders say together.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) cities: Vec<String>,
    pub(super) contacts: Vec<String>,
    pub(super) domains: Vec<String>,
    pub(super) organizations: Vec<CustomerOrganizationView>,
    pub(super) sites: Vec<CustomerSiteView>,
}

/// Puts together what a customer's orders, their drafts and the finder's answers say. Without
/// the service's rules no address has a suffix and no domain counts as free mail.
pub(super) fn of(work: &CustomerWork, caps: Option<&Capabilities>) -> Known {
    let mut known = Known::default();
    for one in &work.orders {
        let order = &one.order;
        known.add_people(order, caps);
        known.add_mapping(order);
        if let Some(draft) = &one.draft {
            known.add_choice(order, draft);
        }
        for candidate in one.found.iter().flat_map(|answer| &answer.candidates) {
            let organization = &candidate.organization;
            let entry = known.organization(&organization.id, &organization.name);
            entry.country.clone_from(&organization.country);
            entry.score = entry.score.max(Some(candidate.score));
            entry.found.push(named(order));
        }
        known.add_sites(order, one.draft.as_ref(), caps);
    }
    // What is for good says more than what is chosen, and that more than what was only shown.
    known.organizations.sort_by_key(|one| {
        let rank = (!one.mapped.is_empty(), !one.chosen.is_empty(), one.score);
        std::cmp::Reverse(rank)
    });
    known.organizations.truncate(MOST_ORGANIZATIONS);
    known.sites.truncate(MOST_SITES);
    known
}

/// Adds what the cached directory knows of each organization.
pub(super) fn add_facts(
    store: &Store,
    organizations: &mut [CustomerOrganizationView],
) -> Outcome<()> {
    for shown in organizations {
        let id = OrganizationId::from(shown.id.as_str());
        let Some(cached) = store.organization(&id)? else {
            continue;
        };
        shown.domains = cached.domains.into_iter().map(|one| one.name).collect();
        shown.active_users = Some(cached.active_users);
        shown.last_activity = cached.last_activity.map(|day| day.to_string());
        shown.country = cached.country;
    }
    Ok(())
}

impl Known {
    fn add_people(&mut self, order: &Order, caps: Option<&Capabilities>) {
        let customer = &order.end_customer;
        add_once(&mut self.cities, &customer.city);
        let Some(email) = &customer.email else { return };
        add_once(&mut self.contacts, email);
        let domain = email_domain(email).map(|domain| domain_key(&domain));
        if let Some(domain) = domain
            && !caps.is_some_and(|caps| is_free_mail(&domain, caps))
        {
            add_once(&mut self.domains, &domain);
        }
    }

    fn add_mapping(&mut self, order: &Order) {
        let Some(mapping) = &order.mapping else {
            return;
        };
        let customer = &mapping.customer;
        let entry = self.organization(&customer.id, &customer.name);
        entry.country.clone_from(&customer.country);
        entry.created |= customer.created.is_some();
        entry.mapped.push(named(order));
    }

    fn add_choice(&mut self, order: &Order, draft: &Draft) {
        // What is mapped is decided.
        if order.mapping.is_some() {
            return;
        }
        if let OrganizationChoice::Existing(chosen) = &draft.customer {
            let organization = &chosen.candidate.organization;
            let entry = self.organization(&organization.id, &organization.name);
            entry.country.clone_from(&organization.country);
            entry.chosen.push(named(order));
        }
    }

    fn organization(&mut self, id: &OrganizationId, name: &str) -> &mut CustomerOrganizationView {
        let known = self
            .organizations
            .iter()
            .position(|one| one.id == id.as_str());
        let at = known.unwrap_or_else(|| {
            self.organizations.push(CustomerOrganizationView {
                id: id.to_string(),
                name: name.to_owned(),
                country: String::new(),
                domains: Vec::new(),
                active_users: None,
                last_activity: None,
                score: None,
                mapped: Vec::new(),
                created: false,
                chosen: Vec::new(),
                found: Vec::new(),
            });
            self.organizations.len() - 1
        });
        &mut self.organizations[at]
    }

    fn add_sites(&mut self, order: &Order, draft: Option<&Draft>, caps: Option<&Capabilities>) {
        let suffix = |rule: fn(&Capabilities) -> &NameRule| {
            caps.map_or("", |caps| rule(caps).suffix.as_str())
        };
        let (site, sip) = (
            suffix(|caps| &caps.site_name),
            suffix(|caps| &caps.sip_name),
        );
        let mut accepted = Vec::new();
        for service in &order.services {
            let Some(setup) = &service.setup else {
                continue;
            };
            if service.state == ServiceState::NotSetUp {
                continue;
            }
            accepted.push(service.kind.clone());
            let state = service.state.as_str();
            for one in &setup.sites {
                self.add_site(order, (&one.name, site), "meetings", state);
            }
            if let Some(name) = &setup.sip_name {
                self.add_site(order, (name, sip), "calling", state);
            }
        }
        let Some(draft) = draft else { return };
        if !accepted.contains(&ServiceKind::Meetings) {
            for one in &draft.meetings.sites {
                self.add_site(order, (&one.name, site), "meetings", "draft");
            }
            self.add_site(
                order,
                (&draft.transfer.current_site, ""),
                "meetings",
                "draft",
            );
        }
        if !accepted.contains(&ServiceKind::Calling) {
            self.add_site(order, (&draft.calling.sip_name, sip), "calling", "draft");
        }
    }

    fn add_site(
        &mut self,
        order: &Order,
        (name, suffix): (&str, &str),
        service: &str,
        state: &str,
    ) {
        if name.is_empty() {
            return;
        }
        self.sites.push(CustomerSiteView {
            address: format!("{name}{suffix}"),
            service: service.to_owned(),
            state: state.to_owned(),
            order: named(order),
        });
    }
}

fn named(order: &Order) -> OrderNameView {
    OrderNameView {
        id: order.id.to_string(),
        number: order.number.to_string(),
        customer: order.end_customer.company.clone(),
    }
}

fn add_once(list: &mut Vec<String>, word: &str) {
    if !word.is_empty() && list.len() < MOST_NAMED && !list.iter().any(|known| known == word) {
        list.push(word.to_owned());
    }
}
