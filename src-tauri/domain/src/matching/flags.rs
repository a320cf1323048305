//! What to mind about a candidate, by severity. Flags never change a score.

use jiff::civil::Date;

use super::{Question, domains::has_own, score::days_since};
use crate::{
    capabilities::MatchingRule,
    organization::{Approval, Candidate, Flag, Organization, Role, Severity, Trial},
    problem::Params,
};

/// Another candidate is nearly as likely.
pub(super) const NEAR_TIE: &str = "near_tie";

/// The flags that follow from one organization alone, gravest first.
pub(super) fn flags(
    question: &Question<'_>,
    organization: &Organization,
    approval: &Approval,
    rule: &MatchingRule,
    today: Date,
) -> Vec<Flag> {
    [
        stale_unverified(organization, rule, today),
        same_as_partner(question, organization),
        other_country(question, organization),
        managed_by_other(question, organization),
        consumer_or_trial(organization),
        approval_required(organization, approval),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Warns of the best candidate and of every one that is nearly as good, by naming the other.
/// `candidates` are in order, best first.
pub(super) fn mark_near_ties(candidates: &mut [Candidate], points: u32) {
    let Some((best, others)) = candidates.split_first_mut() else {
        return;
    };
    let near = |other: &Candidate| best.score.abs_diff(other.score) <= points;
    let flag = |other: &Candidate, difference: u32| {
        let params = [
            ("name", other.organization.name.clone()),
            ("organization", other.organization.id.to_string()),
            ("points", difference.to_string()),
        ];
        with(NEAR_TIE, Severity::Amber, &params)
    };
    let runner_up = others.first().filter(|other| near(other));
    let of_best = runner_up.map(|other| flag(other, best.score.abs_diff(other.score)));
    for other in others.iter_mut().filter(|other| near(other)) {
        let of_other = flag(best, best.score.abs_diff(other.score));
        insert(&mut other.flags, of_other);
    }
    if let Some(of_best) = of_best {
        insert(&mut best.flags, of_best);
    }
}

/// Keeps the gravest first: behind the red ones.
fn insert(flags: &mut Vec<Flag>, flag: Flag) {
    let at = flags
        .iter()
        .take_while(|flag| flag.severity == Severity::Red)
        .count();
    flags.insert(at, flag);
}

/// No domain of its own and no sign of life: probably the wrong one. An organization that was
/// created lately had no time to be used.
fn stale_unverified(organization: &Organization, rule: &MatchingRule, today: Date) -> Option<Flag> {
    let since = organization.last_activity.or(organization.created);
    let days = since.map_or(i64::from(rule.stale_days), |date| days_since(date, today));
    (!has_own(organization) && days >= i64::from(rule.stale_days)).then(|| {
        with(
            "stale_unverified",
            Severity::Red,
            &[("days", days.to_string())],
        )
    })
}

fn same_as_partner(question: &Question<'_>, organization: &Organization) -> Option<Flag> {
    let same =
        *question.role == Role::Customer && question.chosen_partner == Some(&organization.id);
    same.then(|| with("same_as_partner", Severity::Red, &[]))
}

fn other_country(question: &Question<'_>, organization: &Organization) -> Option<Flag> {
    let (asked, found) = (question.country.trim(), organization.country.trim());
    let differs = !asked.is_empty() && !found.is_empty() && !asked.eq_ignore_ascii_case(found);
    differs.then(|| {
        let params = [
            ("country", found.to_owned()),
            ("expected", asked.to_owned()),
        ];
        with("other_country", Severity::Amber, &params)
    })
}

fn managed_by_other(question: &Question<'_>, organization: &Organization) -> Option<Flag> {
    let manager = organization.managed_by.as_ref()?;
    let ours = [question.own_partner, question.chosen_partner].contains(&Some(&manager.id))
        || manager.id == organization.id;
    (*question.role != Role::Partner && !ours).then(|| {
        with(
            "managed_by_other",
            Severity::Amber,
            &[("name", manager.name.clone())],
        )
    })
}

fn consumer_or_trial(organization: &Organization) -> Option<Flag> {
    let kind = match organization.trial {
        _ if organization.consumer => "consumer",
        Trial::Active => "trial",
        Trial::Expired => "expired_trial",
        Trial::None | Trial::Unknown(_) => return None,
    };
    Some(with(
        "consumer_or_trial",
        Severity::Amber,
        &[("kind", kind.to_owned())],
    ))
}

fn approval_required(organization: &Organization, approval: &Approval) -> Option<Flag> {
    (*approval == Approval::Required).then(|| {
        let params = [("users", organization.users.to_string())];
        with("approval_required", Severity::Info, &params)
    })
}

fn with(code: &str, severity: Severity, params: &[(&str, String)]) -> Flag {
    let params: Params = params
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    Flag {
        code: code.to_owned(),
        severity,
        params,
    }
}
