//! Candidates and choices as the interface shows them.

use jiff::{Timestamp, tz::TimeZone};
use turnup_domain::{
    Candidate, OrganizationChoice,
    organization::{Flag, Reason, Severity},
};

use crate::views::{CandidateView, ChoiceView, DomainView, FlagView, Sentence};

/// Points from which a candidate that is not recommended is still a good one.
const GOOD_FROM: u32 = 50;

/// A candidate with its evidence; days are counted in UTC, as the evidence is.
pub fn candidate_view(candidate: &Candidate, now: Timestamp) -> CandidateView {
    let organization = &candidate.organization;
    let today = now.to_zoned(TimeZone::UTC).date();
    CandidateView {
        organization_id: organization.id.to_string(),
        name: organization.name.clone(),
        city: organization.city.clone(),
        country: organization.country.clone(),
        score: candidate.score,
        strength: strength(candidate).to_owned(),
        domains: organization
            .domains
            .iter()
            .map(|domain| DomainView {
                name: domain.name.clone(),
                state: domain.state.to_string(),
            })
            .collect(),
        users: organization.users,
        active_users: organization.active_users,
        last_activity: organization.last_activity.map(|day| day.to_string()),
        idle_days: organization
            .last_activity
            .and_then(|day| today.since(day).ok())
            .and_then(|span| u32::try_from(span.get_days()).ok()),
        subscriptions: organization.subscriptions,
        licenses: organization.licenses,
        created: organization.created.map(|day| day.to_string()),
        managed_by: organization
            .managed_by
            .as_ref()
            .map(|partner| partner.name.clone()),
        trial: organization.trial.to_string(),
        consumer: organization.consumer,
        approval: candidate.approval.to_string(),
        role_after_mapping: candidate.role_after_mapping.clone(),
        reasons: candidate.reasons.iter().map(reason).collect(),
        flags: candidate.flags.iter().map(flag).collect(),
    }
}

fn strength(candidate: &Candidate) -> &'static str {
    let red = candidate
        .flags
        .iter()
        .any(|flag| flag.severity == Severity::Red);
    if candidate.recommended {
        "recommended"
    } else if candidate.score >= GOOD_FROM && !red {
        "good"
    } else {
        "weak"
    }
}

fn reason(reason: &Reason) -> Sentence {
    Sentence {
        code: reason.code.clone(),
        params: reason.params.clone(),
    }
}

fn flag(flag: &Flag) -> FlagView {
    FlagView {
        severity: flag.severity.to_string(),
        sentence: Sentence {
            code: flag.code.clone(),
            params: flag.params.clone(),
        },
    }
}

/// The organization chosen for one role.
pub fn choice_view(choice: &OrganizationChoice, now: Timestamp) -> ChoiceView {
    match choice {
        OrganizationChoice::Undecided => ChoiceView::Undecided,
        OrganizationChoice::Existing(chosen) => ChoiceView::Existing {
            candidate: Box::new(candidate_view(&chosen.candidate, now)),
            outcome: chosen.outcome.to_string(),
            as_of: chosen.as_of.to_string(),
            from_cache: chosen.from_cache,
            chosen_at: chosen.chosen_at.to_string(),
        },
        OrganizationChoice::Create {
            organization,
            create_anyway,
        } => ChoiceView::Create {
            name: organization.name.clone(),
            vertical: organization.vertical.clone(),
            country: organization.country.clone(),
            admin_email: organization.admin_email.clone(),
            create_anyway: *create_anyway,
        },
    }
}
