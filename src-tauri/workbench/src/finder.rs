//! Finding the right organization: the service is asked; when it cannot be, the cached part of
//! the directory answers and says so. What was shown is kept, so that a choice carries the
//! evidence it rests on.

use jiff::{Timestamp, tz::TimeZone};
use turnup_contract::{CallError, MatchRequest, ProvisioningService, SearchRequest};
use turnup_domain::{
    Capabilities, MatchAnswer, OrderId, OrganizationChoice, OrganizationId, Outcome as Found,
    draft::ChosenOrganization,
    intent::NewOrganization,
    matching::{self, KnownOrganization, Question},
    organization::Role,
};
use turnup_store::{Finding, Store, StoredOrder};
use turnup_sync::engine::match_request;

use crate::{
    Failure, Workbench,
    candidates::candidate_view,
    declined::mark,
    drafting::{editable, keep},
    errors::internal,
    failure::{Outcome, codes},
    journal::record,
    order_page::{page, rules, stored},
    order_view::draft_of,
    views::{Choose, FinderView, OrderView},
    workbench::now,
};

/// Most cached organizations that are ranked for one question.
const PRESELECTED: u32 = 400;

impl Workbench {
    /// Who could it be? Asks the service, else the cached directory.
    pub async fn find_organizations(&self, id: &str, role: &str) -> Outcome<FinderView> {
        let session = self.session()?;
        let order_id = OrderId::from(id);
        let wanted = role_of(role)?;
        let asked = self
            .with_store(move |store| {
                let stored = stored(store, &order_id)?;
                Ok(asked(&stored, &wanted, &rules(store)?))
            })
            .await?;
        let answer = match session.service.match_organizations(&asked).await {
            Ok(answer) => Some(answer),
            // Being away from the service is a normal state, also behind the sign-in page of a
            // network; anything else is told.
            Err(
                CallError::Unreachable { .. }
                | CallError::Proxy { .. }
                | CallError::UnknownOutcome { .. }
                | CallError::NotThisProtocol { .. }
                | CallError::SignedOut
                | CallError::Problem {
                    status: 401 | 429 | 500..=599,
                    ..
                },
            ) => None,
            Err(other) => return Err(other.into()),
        };
        let own_partner = session.own_partner();
        let order_id = OrderId::from(id);
        self.with_store(move |store| {
            let at = now();
            let (answer, from_cache) = match answer {
                Some(answer) => (answer, false),
                None => (
                    from_directory(store, &asked, own_partner.as_ref(), at)?,
                    true,
                ),
            };
            store.save_finding(&order_id, &asked.role, &answer, from_cache, at)?;
            let mut found = view(&asked, answer, from_cache, at);
            mark(store, &order_id, &mut found)?;
            Ok(found)
        })
        .await
    }

    /// The global search by domain, over all organizations there are; online only.
    pub async fn search_organizations(
        &self,
        id: &str,
        role: &str,
        domain: &str,
        cursor: Option<String>,
    ) -> Outcome<FinderView> {
        let session = self.session()?;
        let wanted = role_of(role)?;
        let order_id = OrderId::from(id);
        let page_id = order_id.clone();
        let asked = self
            .with_store(move |store| Ok(asked(&stored(store, &page_id)?, &wanted, &rules(store)?)))
            .await?;
        let further = cursor.is_some();
        let request = SearchRequest {
            domain: domain.trim().to_owned(),
            cursor,
        };
        let answer = session.service.search_organizations(&request).await?;
        self.with_store(move |store| {
            let at = now();
            let mut kept = answer.clone();
            // Further pages add to what can be chosen from.
            if let Some(before) = store.finding(&order_id, &asked.role)? {
                let known: Vec<_> = kept
                    .candidates
                    .iter()
                    .map(|c| c.organization.id.clone())
                    .collect();
                let older = before.answer.candidates.into_iter();
                kept.candidates
                    .extend(older.filter(|c| !known.contains(&c.organization.id)));
            }
            tracing::debug!(further, "a search by domain");
            store.save_finding(&order_id, &asked.role, &kept, false, at)?;
            let mut found = view(&asked, answer, false, at);
            mark(store, &order_id, &mut found)?;
            Ok(found)
        })
        .await
    }

    /// Chooses one of the candidates that were shown, or what to create; nothing is final yet.
    pub async fn choose_organization(
        &self,
        id: &str,
        role: &str,
        choose: Choose,
    ) -> Outcome<OrderView> {
        let order_id = OrderId::from(id);
        let wanted = role_of(role)?;
        let actor = self.session()?.operator_email();
        let view = self
            .with_store(move |store| {
                let (stored, caps) = editable(store, &order_id)?;
                let mut draft = draft_of(&stored, &caps);
                let choice = choice(store, &stored, &wanted, choose)?;
                let chosen = choice.name().map(ToOwned::to_owned);
                match wanted {
                    Role::Partner => draft.partner = choice,
                    Role::Customer | Role::Own | Role::Unknown(_) => draft.customer = choice,
                }
                let code = match wanted {
                    Role::Partner => "partner_chosen",
                    Role::Customer => "customer_chosen",
                    Role::Own | Role::Unknown(_) => "organization_chosen",
                };
                keep(store, &stored, &draft, &caps, &actor)?;
                if let Some(name) = chosen {
                    record(store, &order_id, &actor, code, &[("name", &name)])?;
                }
                page(store, &order_id)
            })
            .await?;
        self.order_changed(id).await;
        Ok(view)
    }
}

fn role_of(word: &str) -> Outcome<Role> {
    match Role::from(word) {
        Role::Unknown(word) => Err(internal("an unknown role", word)),
        known => Ok(known),
    }
}

/// What is asked with for one role of one order.
fn asked(stored: &StoredOrder, role: &Role, caps: &Capabilities) -> MatchRequest {
    let partner = match draft_of(stored, caps).partner {
        OrganizationChoice::Existing(chosen) => Some(chosen.candidate.organization.id),
        OrganizationChoice::Undecided | OrganizationChoice::Create { .. } => None,
    };
    match_request(&stored.order, role, partner.as_ref())
}

/// The same judgement over the organizations that are cached. Offline nobody knows addresses, so
/// the outcome is never `matched`.
fn from_directory(
    store: &Store,
    asked: &MatchRequest,
    own_partner: Option<&OrganizationId>,
    now: Timestamp,
) -> Outcome<MatchAnswer> {
    let caps = rules(store)?;
    let domain = asked.email.as_deref().and_then(matching::email_domain);
    let keys = matching::blocking_keys(&asked.company);
    let known: Vec<KnownOrganization> = store
        .possible_organizations(domain.as_deref(), &keys, PRESELECTED)?
        .into_iter()
        .map(|organization| KnownOrganization {
            organization,
            admin_emails: Vec::new(),
            user_emails: Vec::new(),
        })
        .collect();
    let question = Question {
        role: &asked.role,
        email: asked.email.as_deref(),
        company: &asked.company,
        country: &asked.country,
        own_partner,
        chosen_partner: asked.partner.as_ref(),
    };
    let today = now.to_zoned(TimeZone::UTC).date();
    let candidates = matching::rank(&question, &known, &caps, today);
    Ok(MatchAnswer {
        outcome: if candidates.is_empty() {
            Found::None
        } else {
            Found::Candidates
        },
        as_of: store.directory_as_of()?.unwrap_or(now),
        candidates,
        next_cursor: None,
    })
}

fn view(asked: &MatchRequest, answer: MatchAnswer, from_cache: bool, now: Timestamp) -> FinderView {
    FinderView {
        role: asked.role.to_string(),
        email: asked.email.clone(),
        company: asked.company.clone(),
        country: asked.country.clone(),
        outcome: answer.outcome.to_string(),
        from_cache,
        as_of: Some(answer.as_of.to_string()),
        candidates: answer
            .candidates
            .iter()
            .map(|c| candidate_view(c, now))
            .collect(),
        next_cursor: answer.next_cursor,
    }
}

fn choice(
    store: &Store,
    stored: &StoredOrder,
    role: &Role,
    choose: Choose,
) -> Outcome<OrganizationChoice> {
    match choose {
        Choose::Undecided => Ok(OrganizationChoice::Undecided),
        Choose::Create {
            name,
            vertical,
            country,
            admin_email,
            create_anyway,
        } => Ok(OrganizationChoice::Create {
            organization: NewOrganization {
                name,
                vertical,
                country,
                admin_email,
            },
            create_anyway,
        }),
        Choose::Existing { organization_id } => {
            let id = OrganizationId::from(organization_id.as_str());
            let chosen = shown(store, &stored.order.id, role, &id, now())?
                .ok_or_else(|| Failure::new(codes::CANDIDATE_UNKNOWN))?;
            Ok(OrganizationChoice::Existing(Box::new(chosen)))
        }
    }
}

/// An organization with the evidence it was shown with, if the finder showed it.
pub(crate) fn shown(
    store: &Store,
    order: &OrderId,
    role: &Role,
    organization: &OrganizationId,
    chosen_at: Timestamp,
) -> Outcome<Option<ChosenOrganization>> {
    let Some(Finding {
        answer, from_cache, ..
    }) = store.finding(order, role)?
    else {
        return Ok(None);
    };
    let mut candidates = answer.candidates.into_iter();
    let candidate = candidates.find(|candidate| candidate.organization.id == *organization);
    Ok(candidate.map(|candidate| ChosenOrganization {
        candidate,
        outcome: answer.outcome,
        as_of: answer.as_of,
        from_cache,
        chosen_at,
    }))
}
