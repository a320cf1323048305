//! Why an existing organization was chosen: what was known of it, the grounds that gave it its
//! score, and what there was to mind.

use turnup_domain::{
    draft::ChosenOrganization,
    organization::{Candidate, DomainState, Flag, Organization, Severity, Trial},
};

use super::Desk;
use crate::{
    document::{Block, Fact, Text, Tone},
    words::number,
};

/// What was known of the organization, and when.
pub(super) fn facts(desk: &Desk<'_>, chosen: &ChosenOrganization, approval: bool) -> Vec<Fact> {
    let candidate = &chosen.candidate;
    let organization = &candidate.organization;
    let words = desk.words;
    let mut facts = Vec::new();
    if !organization.city.is_empty() {
        facts.push(desk.fact("summary-place", &organization.city));
    }
    facts.push(Fact::of(
        desk.say("summary-domains"),
        domains(desk, organization),
    ));
    facts.push(desk.told("summary-users", users(desk, organization)));
    if let Some(day) = organization.last_activity {
        facts.push(desk.told("summary-last-activity", desk.clock.day(day)));
    }
    if let Some(day) = organization.created {
        facts.push(desk.told("summary-created-on", desk.clock.day(day)));
    }
    let count = |value: u32| number(words, u64::from(value));
    facts.push(desk.told("summary-subscriptions", count(organization.subscriptions)));
    facts.push(desk.told("summary-licenses", count(organization.licenses)));
    let manager = organization
        .managed_by
        .as_ref()
        .map_or("", |manager| manager.name.as_str());
    let manager = desk.value_or(manager, "summary-nobody");
    facts.push(Fact::new(desk.say("summary-managed-by"), manager));
    facts.push(Fact::new(
        desk.say("summary-trial"),
        trial(desk, organization),
    ));
    facts.push(desk.told(
        "summary-outcome",
        words.code("summary-outcome", chosen.outcome.as_str()),
    ));
    facts.push(Fact::new(
        desk.say("summary-evidence"),
        score(desk, candidate),
    ));
    if approval {
        let asked = words.code("summary-approval", candidate.approval.as_str());
        facts.push(desk.told("summary-approval", asked));
    }
    if !candidate.role_after_mapping.is_empty() {
        let role = words.code("summary-role", &candidate.role_after_mapping);
        facts.push(desk.told("summary-role", role));
    }
    facts.push(as_of(desk, chosen));
    facts.push(desk.told("summary-chosen-at", desk.clock.moment(chosen.chosen_at)));
    facts
}

fn as_of(desk: &Desk<'_>, chosen: &ChosenOrganization) -> Fact {
    let id = if chosen.from_cache {
        "summary-as-of-cache"
    } else {
        "summary-as-of-service"
    };
    let when = desk.clock.moment(chosen.as_of);
    desk.told("summary-as-of", desk.words.say_with(id, &[("when", &when)]))
}

fn domains(desk: &Desk<'_>, organization: &Organization) -> Vec<Text> {
    if organization.domains.is_empty() {
        return vec![Text::words(desk.say("summary-none")).toned(Tone::Muted)];
    }
    let domain = |domain: &turnup_domain::organization::OrganizationDomain| {
        let id = match domain.state {
            DomainState::Claimed => "finder-domain-claimed",
            DomainState::Verified => "finder-domain-verified",
            DomainState::Unknown(_) => "finder-domain-other",
        };
        Text::words(desk.words.say_with(id, &[("domain", &domain.name)]))
    };
    organization.domains.iter().map(domain).collect()
}

fn users(desk: &Desk<'_>, organization: &Organization) -> String {
    let active = number(desk.words, u64::from(organization.active_users));
    let users = number(desk.words, u64::from(organization.users));
    desk.words.say_with(
        "summary-users-of",
        &[("active", &active), ("users", &users)],
    )
}

fn trial(desk: &Desk<'_>, organization: &Organization) -> Text {
    if organization.consumer {
        return Text::words(desk.say("summary-consumer")).toned(Tone::Mind);
    }
    let words = desk
        .words
        .code("summary-trial", organization.trial.as_str());
    let tone = if organization.trial == Trial::None {
        Tone::Plain
    } else {
        Tone::Mind
    };
    Text::words(words).toned(tone)
}

fn score(desk: &Desk<'_>, candidate: &Candidate) -> Text {
    let score = desk
        .words
        .say_with("summary-score", &[("score", &candidate.score.to_string())]);
    if !candidate.recommended {
        return Text::words(score);
    }
    let recommended = desk.say("summary-recommended");
    Text::words(format!("{score}, {recommended}")).toned(Tone::Good)
}

/// The grounds and what to mind, as a list.
pub(super) fn grounds(desk: &Desk<'_>, chosen: &ChosenOrganization) -> Option<Block> {
    let candidate = &chosen.candidate;
    let reasons = candidate.reasons.iter().map(|reason| {
        let words = desk
            .words
            .code_with("finder-reason", &reason.code, &reason.params);
        let words = with_detail(words, reason.params.values());
        let points = reason.points.to_string();
        let sentence = desk
            .words
            .say_with("summary-points", &[("reason", &words), ("points", &points)]);
        Text::words(if reason.points == 0 { words } else { sentence })
    });
    let flags = candidate.flags.iter().map(|flag| flagged(desk, flag));
    let points: Vec<Text> = reasons.chain(flags).collect();
    (!points.is_empty()).then_some(Block::Points(points))
}

fn flagged(desk: &Desk<'_>, flag: &Flag) -> Text {
    let words = desk
        .words
        .code_with("finder-flag", &flag.code, &flag.params);
    let (severity, tone) = match flag.severity {
        Severity::Red => ("red", Tone::Bad),
        Severity::Amber => ("amber", Tone::Mind),
        Severity::Info | Severity::Unknown(_) => ("info", Tone::Info),
    };
    let id = format!("summary-flag-{severity}");
    Text::words(desk.words.say_with(&id, &[("text", &words)])).toned(tone)
}

/// Adds the values that the sentence itself does not say.
fn with_detail<'a>(words: String, values: impl Iterator<Item = &'a String>) -> String {
    let unsaid: Vec<&str> = values
        .map(String::as_str)
        .filter(|value| !words.contains(*value))
        .collect();
    if unsaid.is_empty() {
        words
    } else {
        format!("{words}: {}", unsaid.join(", "))
    }
}
