//! Why an existing organization was chosen: what was known of it, the grounds that gave it its
//! score, and what there was to mind.

use turnup_domain::{
    draft::ChosenOrganization,
    organization::{Approval, Candidate, DomainState, Flag, Organization, Severity, Trial},
};

use super::Desk;
use crate::{
    document::{Block, Fact, Text, Tone},
    words::number,
};

/// What was known of the organization.
pub(super) fn facts(desk: &Desk<'_>, chosen: &ChosenOrganization) -> Vec<Fact> {
    let organization = &chosen.candidate.organization;
    let manager = organization
        .managed_by
        .as_ref()
        .map_or("", |manager| manager.name.as_str());
    let mut facts = vec![
        Fact::of(desk.say("summary-domains"), domains(desk, organization)),
        Fact::of(desk.say("summary-users"), users(desk, organization)),
        Fact::of(
            desk.say("summary-subscriptions"),
            subscriptions(desk, organization),
        ),
        Fact::new(
            desk.say("summary-managed-by"),
            desk.value_or(manager, "summary-nobody"),
        ),
    ];
    if let Some(day) = organization.created {
        facts.push(desk.told("summary-created-on", desk.clock.day(day)));
    }
    facts
}

/// Whether the customer is asked, and what the partner becomes there.
pub(super) fn rights(
    desk: &Desk<'_>,
    approval: &Approval,
    chosen: Option<&ChosenOrganization>,
) -> Fact {
    let words = desk.words.code("summary-approval", approval.as_str());
    let mut lines = vec![Text::words(words)];
    let role = chosen.map_or("", |chosen| chosen.candidate.role_after_mapping.as_str());
    if !role.is_empty() {
        let role = desk.words.code("summary-role", role);
        let words = desk.words.say_with("summary-role", &[("role", &role)]);
        lines.push(Text::words(words).toned(Tone::Muted));
    }
    Fact::of(desk.say("summary-approval"), lines)
}

fn subscriptions(desk: &Desk<'_>, organization: &Organization) -> Vec<Text> {
    let count = |value: u32| number(desk.words, u64::from(value));
    let mut lines = vec![Text::words(count(organization.subscriptions))];
    if organization.licenses > 0 {
        let licenses = count(organization.licenses);
        let words = desk
            .words
            .say_with("summary-licenses", &[("count", &licenses)]);
        lines.push(Text::words(words).toned(Tone::Muted));
    }
    if organization.consumer {
        lines.push(Text::words(desk.say("summary-consumer")).toned(Tone::Mind));
    }
    if organization.trial != Trial::None {
        let trial = desk
            .words
            .code("summary-trial", organization.trial.as_str());
        lines.push(Text::words(trial).toned(Tone::Mind));
    }
    lines
}

/// When the evidence was true, where it came from, and when the choice was made on it.
fn age(desk: &Desk<'_>, chosen: &ChosenOrganization) -> String {
    let id = if chosen.from_cache {
        "summary-as-of-cache"
    } else {
        "summary-as-of-service"
    };
    let (when, chosen_at) = (
        desk.clock.moment(chosen.as_of),
        desk.clock.moment(chosen.chosen_at),
    );
    desk.words
        .say_with(id, &[("when", &when), ("chosen", &chosen_at)])
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

fn users(desk: &Desk<'_>, organization: &Organization) -> Vec<Text> {
    let active = number(desk.words, u64::from(organization.active_users));
    let users = number(desk.words, u64::from(organization.users));
    let words = desk.words.say_with(
        "summary-users-of",
        &[("active", &active), ("users", &users)],
    );
    let last = organization.last_activity.map(|day| {
        let day = desk.clock.day(day);
        let words = desk
            .words
            .say_with("summary-last-activity", &[("day", &day)]);
        Text::words(words).toned(Tone::Muted)
    });
    [Text::words(words)].into_iter().chain(last).collect()
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

/// Why this one: the score, its grounds, what there was to mind, and how old all this is.
pub(super) fn grounds(desk: &Desk<'_>, chosen: &ChosenOrganization) -> Vec<Block> {
    let candidate = &chosen.candidate;
    let why = vec![
        score(desk, candidate),
        Text::words(age(desk, chosen)).toned(Tone::Muted),
    ];
    let reasons = candidate.reasons.iter().map(|reason| {
        let words = desk
            .words
            .code_with("finder-reason", &reason.code, &reason.params);
        let words = with_detail(desk, words, reason.params.values());
        let points = reason.points.to_string();
        let sentence = desk
            .words
            .say_with("summary-points", &[("reason", &words), ("points", &points)]);
        Text::words(if reason.points == 0 { words } else { sentence })
    });
    let flags = candidate.flags.iter().map(|flag| flagged(desk, flag));
    let points: Vec<Text> = reasons.chain(flags).collect();
    let why = Block::Facts(vec![Fact::of(desk.say("summary-evidence"), why).wide()]);
    if points.is_empty() {
        vec![why]
    } else {
        vec![why, Block::Points(points)]
    }
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

/// Adds the values that the sentence itself does not say. Bare numbers say nothing without their
/// name and are left out.
fn with_detail<'a>(
    desk: &Desk<'_>,
    words: String,
    values: impl Iterator<Item = &'a String>,
) -> String {
    let known =
        |value: &str| words.contains(value) || value.bytes().all(|byte| byte.is_ascii_digit());
    let unsaid: Vec<&str> = values
        .map(String::as_str)
        .filter(|value| !known(value))
        .collect();
    if unsaid.is_empty() {
        return words;
    }
    let detail = unsaid.join(&desk.say("summary-list-separator"));
    let values = [("label", words.as_str()), ("value", &detail)];
    desk.words.say_with("summary-colon", &values)
}
