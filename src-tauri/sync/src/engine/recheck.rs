//! A confirmation rests on evidence. When that evidence came from the cache, or is old, it is
//! asked for again right before the mapping is sent: what changed since goes back to the
//! operator instead of to the service.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use turnup_contract::{
    Answer, ChecksRequest, MatchRequest, ProblemBody, ProvisioningService, code,
};
use turnup_domain::{
    Draft, Mapping, MatchAnswer, Order, OrganizationChoice, OrganizationId, Outcome, Problem,
    draft::ChosenOrganization,
    intent::OrganizationTarget,
    organization::{Candidate, Role, Severity},
};
use turnup_store::OutboxEntry;

use super::{Engine, SyncStop, run::Run};

/// Code of the problem of an entry whose evidence does not hold any more. Its `errors` say, per
/// role (`/partner`, `/customer`), what changed: `organization_changed`, `new_flag {flag}`,
/// `better_candidate {name, score}`.
pub(crate) const EVIDENCE_CHANGED: &str = "evidence_changed";
/// Evidence of the service is good for so long.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// What a confirmation was given on; kept with its outbox entry.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The chosen partner organization, when it is an existing one.
    #[serde(default)]
    pub partner: Option<ChosenOrganization>,
    /// The chosen customer organization, when it is an existing one.
    #[serde(default)]
    pub customer: Option<ChosenOrganization>,
}

impl Evidence {
    /// What a draft rests on.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        let chosen = |choice: &OrganizationChoice| match choice {
            OrganizationChoice::Existing(chosen) => Some((**chosen).clone()),
            OrganizationChoice::Undecided | OrganizationChoice::Create { .. } => None,
        };
        Self {
            partner: chosen(&draft.partner),
            customer: chosen(&draft.customer),
        }
    }

    /// What an entry rests on, if that was kept.
    pub(crate) fn of_entry(entry: &OutboxEntry) -> Option<Self> {
        Self::deserialize(entry.evidence.as_ref()?).ok()
    }

    /// Whether it must be asked for again.
    fn is_stale(&self, mapping: &Mapping, now: Timestamp) -> bool {
        let creates = |target: &OrganizationTarget| {
            matches!(
                target,
                OrganizationTarget::Create {
                    create_anyway: false,
                    ..
                }
            )
        };
        let old = |chosen: &ChosenOrganization| {
            chosen.from_cache || now.duration_since(chosen.as_of) > FRESH
        };
        creates(&mapping.customer)
            || mapping.partner.as_ref().is_some_and(creates)
            || [&self.partner, &self.customer]
                .into_iter()
                .flatten()
                .any(old)
    }
}

/// The question whose answer is the evidence for a role.
#[must_use]
pub fn match_request(order: &Order, role: &Role, partner: Option<&OrganizationId>) -> MatchRequest {
    match role {
        Role::Partner | Role::Own => MatchRequest {
            role: role.clone(),
            email: Some(order.contact.email.clone()),
            company: String::new(),
            country: String::new(),
            partner: None,
        },
        Role::Customer | Role::Unknown(_) => MatchRequest {
            role: role.clone(),
            email: order.end_customer.email.clone(),
            company: order.end_customer.company.clone(),
            country: order.end_customer.country.clone(),
            partner: partner.cloned(),
        },
    }
}

/// What speaks against going on with a choice after asking again. Pure.
pub(crate) fn judge(
    pointer: &str,
    chosen: Option<&ChosenOrganization>,
    answer: &MatchAnswer,
) -> Vec<Problem> {
    let Some(chosen) = chosen else {
        return against_creating(pointer, answer);
    };
    let id = &chosen.candidate.organization.id;
    let now = answer
        .candidates
        .iter()
        .find(|candidate| candidate.organization.id == *id);
    let mut problems = Vec::new();
    if let Some(now) = now {
        if now.organization.revision != chosen.candidate.organization.revision {
            problems.push(Problem::new(pointer, code::ORGANIZATION_CHANGED));
        }
        for flag in new_flags(&chosen.candidate, now) {
            problems.push(Problem::new(pointer, "new_flag").with("flag", flag));
        }
    }
    // Whoever passed over the best one knowingly is not asked again.
    let took_the_best = chosen.from_cache || chosen.candidate.recommended;
    let found_since = answer.outcome == Outcome::Matched && chosen.outcome != Outcome::Matched;
    let score = now.unwrap_or(&chosen.candidate).score;
    let better = answer.candidates.first().filter(|best| {
        best.organization.id != *id && (found_since || (took_the_best && best.score > score))
    });
    problems.extend(better.map(|best| better_candidate(pointer, best)));
    problems
}

/// Creating is wrong when the service knows the very person, or recommends somebody.
fn against_creating(pointer: &str, answer: &MatchAnswer) -> Vec<Problem> {
    let best = answer.candidates.first();
    best.filter(|best| best.recommended || answer.outcome == Outcome::Matched)
        .map(|best| better_candidate(pointer, best))
        .into_iter()
        .collect()
}

fn better_candidate(pointer: &str, best: &Candidate) -> Problem {
    Problem::new(pointer, "better_candidate")
        .with("name", &best.organization.name)
        .with("score", best.score)
}

fn new_flags(before: &Candidate, now: &Candidate) -> Vec<String> {
    let known = |code: &str| before.flags.iter().any(|flag| flag.code == code);
    now.flags
        .iter()
        .filter(|flag| flag.severity != Severity::Info && !known(&flag.code))
        .map(|flag| flag.code.clone())
        .collect()
}

impl<S: ProvisioningService> Engine<S> {
    /// The problem that keeps a mapping from being sent, if there is one.
    pub(super) async fn recheck(
        &self,
        run: &Run<'_>,
        entry: &OutboxEntry,
        mapping: &Mapping,
    ) -> Result<Answer<Option<ProblemBody>>, SyncStop> {
        let Some(evidence) = Evidence::of_entry(entry) else {
            return Ok(Ok(None));
        };
        if !evidence.is_stale(mapping, self.clock.now()) {
            return Ok(Ok(None));
        }
        let id = entry.order_id.clone();
        let Some(stored) = run.store(move |store| store.order(&id)).await? else {
            return Ok(Ok(None));
        };
        run.call(self.ask_again(&stored.order, mapping, &evidence))
            .await
    }

    async fn ask_again(
        &self,
        order: &Order,
        mapping: &Mapping,
        evidence: &Evidence,
    ) -> Answer<Option<ProblemBody>> {
        let mut changes = Vec::new();
        for (role, pointer, target) in roles(mapping) {
            let anyway = matches!(
                target,
                OrganizationTarget::Create {
                    create_anyway: true,
                    ..
                }
            );
            if anyway {
                continue;
            }
            let chosen = match role {
                Role::Partner => evidence.partner.as_ref(),
                Role::Customer | Role::Own | Role::Unknown(_) => evidence.customer.as_ref(),
            };
            if existing(target).is_some() && chosen.is_none() {
                continue;
            }
            let chosen = chosen.filter(|_| existing(target).is_some());
            let partner = mapping.partner.as_ref().and_then(existing);
            let request = match_request(order, &role, partner);
            let answer = self.service.match_organizations(&request).await?;
            changes.extend(judge(pointer, chosen, &answer));
        }
        if !changes.is_empty() {
            let problem = ProblemBody::of(EVIDENCE_CHANGED);
            return Ok(Some(ProblemBody {
                status: 409,
                errors: changes,
                ..problem
            }));
        }
        let request = ChecksRequest {
            mapping: Some(mapping.clone()),
            setup: None,
        };
        let errors = self.service.checks(&order.id, &request).await?.problems;
        if errors.is_empty() {
            return Ok(None);
        }
        Ok(Some(ProblemBody {
            errors,
            ..ProblemBody::of(code::VALIDATION_FAILED)
        }))
    }
}

fn roles(mapping: &Mapping) -> Vec<(Role, &'static str, &OrganizationTarget)> {
    let customer = if mapping.own_company {
        Role::Own
    } else {
        Role::Customer
    };
    let partner = mapping
        .partner
        .as_ref()
        .map(|target| (Role::Partner, "/partner", target));
    partner
        .into_iter()
        .chain([(customer, "/customer", &mapping.customer)])
        .collect()
}

fn existing(target: &OrganizationTarget) -> Option<&OrganizationId> {
    match target {
        OrganizationTarget::Existing {
            organization_id, ..
        } => Some(organization_id),
        OrganizationTarget::Create { .. } => None,
    }
}
