//! Builders of documents for the tests of this crate.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use crate::{
    capabilities::{Capabilities, CountryRule, EmailPattern, MatchingRule, NameRule, ServiceRule},
    draft::{ChosenOrganization, CompletedBy, Draft, OrganizationChoice, SiteDraft},
    ids::OrganizationId,
    intent::When,
    order::{
        Contact, EndCustomer, Line, MappedOrganization, Order, OrderKind, RecordedMapping,
        ServiceKind, ServiceProgress, ServiceState, Status,
    },
    organization::{
        Approval, Candidate, DomainState, ManagedBy, Organization, OrganizationDomain, Outcome,
        Trial,
    },
};

/// Pointers and codes that a case expects.
pub(crate) type Codes = &'static [(&'static str, &'static str)];

pub(crate) const TODAY: Date = date(2026, 11, 22);

pub(crate) fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn country(code: &str, required: &str, zones: &str, languages: &str) -> CountryRule {
    CountryRule {
        code: code.into(),
        required: words(required),
        order: words("street1 street2 postal_code city state"),
        state_label: String::new(),
        postal_label: String::new(),
        states: Vec::new(),
        postal_pattern: String::new(),
        postal_example: String::new(),
        time_zones: words(zones),
        languages: words(languages),
        data_region: String::new(),
    }
}

pub(crate) fn capabilities() -> Capabilities {
    let mut spain = country(
        "ES",
        "street1 city state postal_code",
        "Europe/Madrid Atlantic/Canary",
        "es_es",
    );
    spain.postal_pattern = r"\d{5}".into();
    spain.postal_example = "28013".into();
    let mut states = country(
        "US",
        "street1 city state postal_code",
        "America/New_York America/Chicago",
        "en_us",
    );
    states.states = words("NY TX");
    states.postal_pattern = r"(\d{5})(?:[ \-](\d{4}))?".into();
    let mut ireland = country("IE", "street1 city", "Europe/Dublin", "en_gb");
    ireland.postal_pattern = r"[\dA-Z]{3} ?[\dA-Z]{4}".into();
    Capabilities {
        version: 1,
        services: vec![
            ServiceRule {
                kind: ServiceKind::Meetings,
                needs_input: true,
            },
            ServiceRule {
                kind: ServiceKind::Calling,
                needs_input: true,
            },
            ServiceRule {
                kind: ServiceKind::ContactCenter,
                needs_input: true,
            },
            ServiceRule {
                kind: ServiceKind::Messaging,
                needs_input: false,
            },
        ],
        acts: words("handover resend retry search transfer"),
        site_name: NameRule {
            min: 1,
            max: 63,
            inner_hyphens: true,
            suffix: ".webex.com".into(),
            reserved: words("www"),
        },
        sip_name: NameRule {
            min: 3,
            max: 63,
            inner_hyphens: false,
            suffix: ".calls.webex.com".into(),
            reserved: Vec::new(),
        },
        verticals: words("retail services"),
        countries: vec![
            spain,
            country("HK", "street1 city", "Asia/Hong_Kong", "zh_hk"),
            ireland,
            states,
        ],
        time_zones: words("Europe/Madrid Europe/Dublin America/New_York America/Chicago"),
        languages: words("en_us en_gb es_es"),
        days_to_close: BTreeMap::from([("A-FLEX".to_owned(), 7), (String::new(), 30)]),
        matching: MatchingRule {
            admin_email_equals: 95,
            user_email_equals: 80,
            claimed_domain_equals: 60,
            verified_domain_equals: 50,
            users_in_domain: 30,
            recent_activity: 10,
            similar_name: 25,
            same_prefix: 5,
            recent_days: 90,
            similar_name_from: 60,
            near_tie_points: 5,
            recommend_from: 60,
            stale_days: 365,
            approval_users: 100,
        },
        email_patterns: vec![EmailPattern {
            language: "en".into(),
            subject: "Provisioning information required for order {number}".into(),
            number: r"\d{4}-\d{6}".into(),
        }],
        free_mail_domains: words("gmail.com yahoo.co.jp web.de"),
        max_sites: 50,
        max_address_line: 50,
        max_location_name: 80,
        max_company_name: 256,
        extra: BTreeMap::new(),
    }
}

pub(crate) fn organization(id: &str, name: &str) -> Organization {
    Organization {
        id: OrganizationId::new(id),
        revision: 4,
        name: name.into(),
        country: "ES".into(),
        city: "Sevilla".into(),
        created: Some(date(2019, 3, 4)),
        domains: Vec::new(),
        users: 40,
        active_users: 30,
        last_activity: Some(date(2026, 11, 21)),
        subscriptions: 1,
        licenses: 50,
        trial: Trial::None,
        consumer: false,
        managed_by: None,
        extra: BTreeMap::new(),
    }
}

impl Organization {
    pub(crate) fn with_domain(mut self, name: &str, state: DomainState) -> Self {
        self.domains.push(OrganizationDomain {
            name: name.into(),
            state,
        });
        self
    }

    pub(crate) fn managed_by(mut self, id: &str, name: &str) -> Self {
        self.managed_by = Some(ManagedBy {
            id: OrganizationId::new(id),
            name: name.into(),
        });
        self
    }
}

pub(crate) fn existing(id: &str) -> OrganizationChoice {
    let at = "2026-11-22T09:40:00Z".parse().unwrap();
    OrganizationChoice::Existing(Box::new(ChosenOrganization {
        candidate: Candidate {
            organization: organization(id, "Zurita y Compañía"),
            score: 96,
            recommended: true,
            approval: Approval::NotRequired,
            role_after_mapping: String::new(),
            reasons: Vec::new(),
            flags: Vec::new(),
        },
        outcome: Outcome::Candidates,
        as_of: at,
        from_cache: false,
        chosen_at: at,
    }))
}

pub(crate) fn site(name: &str) -> SiteDraft {
    SiteDraft {
        name: name.into(),
        time_zone: "Europe/Madrid".into(),
        early_release: Some(false),
        ..SiteDraft::default()
    }
}

/// A draft for a customer with both organizations chosen and nothing said of the services.
pub(crate) fn mapped_draft() -> Draft {
    Draft {
        completed_by: Some(CompletedBy::ForCustomer),
        partner: existing("org_partner"),
        customer: existing("org_customer"),
        ..Draft::default()
    }
}

/// The same with every service of the order answered and complete.
pub(crate) fn complete_draft(order: &Order) -> Draft {
    let caps = capabilities();
    let mut draft = Draft {
        ..Draft::prefilled(order, &caps)
    };
    let chosen = mapped_draft();
    draft.completed_by = chosen.completed_by;
    draft.partner = chosen.partner;
    draft.customer = chosen.customer;
    for kind in order.services_with_input() {
        draft.when.insert(kind.to_string(), When::Now);
    }
    for site in &mut draft.meetings.sites {
        site.early_release = Some(false);
    }
    draft.calling.address.street1 = "Calle Sierpes 1".into();
    draft.calling.address.state = "Sevilla".into();
    draft.calling.address.postal_code = "41004".into();
    draft
}

pub(crate) struct OrderBuilder(Order);

impl OrderBuilder {
    pub(crate) fn new() -> Self {
        Self(Order {
            id: "ord_1".into(),
            number: "4410-228290".into(),
            subscription: "Sub-ES77190".into(),
            kind: OrderKind::New,
            offer: "A-FLEX".into(),
            status: Status::AwaitingDetails,
            revision: 7,
            sequence: 918_273,
            requested_start: None,
            mail_sent_at: None,
            closes_at: None,
            contact: Contact {
                email: "ana@andaluza.example".into(),
                name: "Ana Ruiz".into(),
                time_zone: Some("Europe/Madrid".into()),
                frozen: false,
            },
            seller: None,
            can_resend: false,
            assignee: None,
            note: String::new(),
            end_customer: EndCustomer {
                company: "Zurita y Compañía, S.L.".into(),
                email: Some("maria.zurita@zurita.example".into()),
                country: "ES".into(),
                city: "Sevilla".into(),
            },
            lines: Vec::new(),
            mapping: None,
            services: Vec::new(),
            operation: None,
            review: None,
            extra: BTreeMap::new(),
        })
    }

    pub(crate) fn contact(mut self, email: &str) -> Self {
        self.0.contact.email = email.into();
        self
    }

    pub(crate) fn zone(mut self, zone: Option<&str>) -> Self {
        self.0.contact.time_zone = zone.map(str::to_owned);
        self
    }

    pub(crate) fn closes_at(mut self, at: &str) -> Self {
        self.0.closes_at = Some(at.parse().unwrap());
        self
    }

    pub(crate) fn assignee(mut self, email: Option<&str>) -> Self {
        self.0.assignee = email.map(str::to_owned);
        self
    }

    pub(crate) fn kind(mut self, kind: OrderKind) -> Self {
        self.0.kind = kind;
        self
    }

    pub(crate) fn status(mut self, status: Status) -> Self {
        self.0.status = status;
        self
    }

    pub(crate) fn line(mut self, id: &str, service: ServiceKind, quantity: u32) -> Self {
        self.0.lines.push(Line {
            id: id.into(),
            service,
            name: String::new(),
            quantity,
            pending_quantity: None,
            term_months: None,
        });
        self
    }

    pub(crate) fn service(mut self, kind: ServiceKind, state: ServiceState) -> Self {
        self.0.services.push(ServiceProgress {
            kind,
            state,
            setup: None,
            problems: Vec::new(),
        });
        self
    }

    pub(crate) fn mapping(mut self, own_company: bool, customer_sets_up: bool) -> Self {
        let mapped = |id: &str| MappedOrganization {
            id: id.into(),
            name: String::new(),
            country: String::new(),
            created: None,
        };
        self.0.mapping = Some(RecordedMapping {
            own_company,
            partner: (!own_company).then(|| mapped("org_partner")),
            customer: mapped("org_customer"),
            customer_sets_up,
            approval: None,
            by: "ana@andaluza.example".into(),
            at: "2026-11-20T10:00:00Z".parse().unwrap(),
            intent_id: "i".into(),
        });
        self
    }

    pub(crate) fn build(self) -> Order {
        self.0
    }

    /// Meetings and Calling lines, the usual order.
    pub(crate) fn usual() -> Self {
        Self::new()
            .line("1", ServiceKind::Meetings, 250)
            .line("2", ServiceKind::Calling, 40)
            .line("3", ServiceKind::Messaging, 250)
    }
}
