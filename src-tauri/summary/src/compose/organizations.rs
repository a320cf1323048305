//! Both organizations: what was chosen, or what the mapping made final.

use turnup_domain::{
    OrganizationChoice,
    draft::{ChosenOrganization, CompletedBy},
    intent::NewOrganization,
    order::{MappedOrganization, RecordedMapping},
};

use super::{Desk, evidence};
use crate::document::{Block, Fact, Section, Text, Tone};

/// The partner's and the customer's organization, or the company's own.
pub(super) fn section(desk: &Desk<'_>) -> Section {
    let mut blocks = Vec::new();
    match &desk.order.mapping {
        Some(mapping) => recorded(desk, mapping, &mut blocks),
        None => drafted(desk, &mut blocks),
    }
    desk.section("summary-organizations", blocks)
}

fn recorded(desk: &Desk<'_>, mapping: &RecordedMapping, blocks: &mut Vec<Block>) {
    let draft = desk.draft;
    if let Some(partner) = &mapping.partner {
        blocks.push(Block::Subheading(desk.say("summary-partner")));
        mapped(
            desk,
            partner,
            draft.map(|draft| &draft.partner),
            None,
            blocks,
        );
    }
    let title = if mapping.own_company {
        "summary-own"
    } else {
        "summary-customer"
    };
    blocks.push(Block::Subheading(desk.say(title)));
    mapped(
        desk,
        &mapping.customer,
        draft.map(|draft| &draft.customer),
        Some(mapping),
        blocks,
    );
    let when = desk.clock.moment_with_zone(mapping.at);
    let made = desk
        .words
        .say_with("summary-mapped-by", &[("by", &mapping.by), ("when", &when)]);
    blocks.push(Block::Facts(vec![desk.told("summary-mapped", made).wide()]));
    if mapping.customer_sets_up {
        blocks.push(Block::Paragraph(Text::words(
            desk.say("summary-customer-sets-up"),
        )));
    }
}

fn mapped(
    desk: &Desk<'_>,
    organization: &MappedOrganization,
    choice: Option<&OrganizationChoice>,
    mapping: Option<&RecordedMapping>,
    blocks: &mut Vec<Block>,
) {
    let mut facts = vec![named(desk, &organization.name, organization.id.as_str())];
    let chosen = match choice {
        Some(OrganizationChoice::Existing(chosen))
            if chosen.candidate.organization.id == organization.id =>
        {
            Some(chosen.as_ref())
        }
        _ => None,
    };
    match &organization.created {
        Some(new) => facts.extend(created(desk, new, "summary-choice-created", false)),
        None => {
            let city = chosen.map_or("", |chosen| chosen.candidate.organization.city.as_str());
            facts.push(existing(desk, chosen));
            facts.push(place(desk, &organization.country, city));
        }
    }
    if let Some(chosen) = chosen {
        facts.extend(evidence::facts(desk, chosen));
    }
    if let Some(approval) = mapping.and_then(|mapping| mapping.approval.as_ref()) {
        facts.push(evidence::rights(desk, approval, chosen));
    }
    blocks.push(Block::Facts(facts));
    match chosen {
        Some(chosen) => blocks.extend(evidence::grounds(desk, chosen)),
        None if organization.created.is_none() => {
            let words = desk.say("summary-no-evidence");
            blocks.push(Block::Paragraph(Text::words(words).toned(Tone::Muted)));
        }
        None => {}
    }
}

fn drafted(desk: &Desk<'_>, blocks: &mut Vec<Block>) {
    let by = desk.draft.and_then(|draft| draft.completed_by.as_ref());
    let own = by == Some(&CompletedBy::OwnCompany);
    let undecided = OrganizationChoice::Undecided;
    if !own {
        blocks.push(Block::Subheading(desk.say("summary-partner")));
        choice(
            desk,
            desk.draft.map_or(&undecided, |draft| &draft.partner),
            blocks,
        );
    }
    let title = if own {
        "summary-own"
    } else {
        "summary-customer"
    };
    blocks.push(Block::Subheading(desk.say(title)));
    choice(
        desk,
        desk.draft.map_or(&undecided, |draft| &draft.customer),
        blocks,
    );
    if desk.draft.is_some_and(|draft| draft.customer_sets_up) {
        blocks.push(Block::Paragraph(Text::words(
            desk.say("summary-customer-sets-up"),
        )));
    }
}

fn choice(desk: &Desk<'_>, choice: &OrganizationChoice, blocks: &mut Vec<Block>) {
    match choice {
        OrganizationChoice::Undecided => {
            let words = desk.say("summary-choice-undecided");
            blocks.push(Block::Paragraph(Text::words(words).toned(Tone::Muted)));
        }
        OrganizationChoice::Existing(chosen) => {
            let organization = &chosen.candidate.organization;
            let mut facts = vec![
                named(desk, &organization.name, organization.id.as_str()),
                existing(desk, Some(chosen)),
                place(desk, &organization.country, &organization.city),
            ];
            facts.extend(evidence::facts(desk, chosen));
            facts.push(evidence::rights(
                desk,
                &chosen.candidate.approval,
                Some(chosen),
            ));
            blocks.push(Block::Facts(facts));
            blocks.extend(evidence::grounds(desk, chosen));
        }
        OrganizationChoice::Create {
            organization,
            create_anyway,
        } => {
            let name = desk
                .value_or(&organization.name, "summary-not-answered")
                .bold();
            let mut facts = vec![Fact::new(desk.say("summary-organization"), name)];
            facts.extend(created(
                desk,
                organization,
                "summary-choice-create",
                *create_anyway,
            ));
            blocks.push(Block::Facts(facts));
        }
    }
}

/// A name over the id that the service knows it by.
fn named(desk: &Desk<'_>, name: &str, id: &str) -> Fact {
    let lines = vec![Text::value(name).bold(), Text::value(id).toned(Tone::Muted)];
    Fact::of(desk.say("summary-organization"), lines)
}

/// An existing organization, and how it was found.
fn existing(desk: &Desk<'_>, chosen: Option<&ChosenOrganization>) -> Fact {
    let found = chosen.map(|chosen| {
        let words = desk.words.code("summary-outcome", chosen.outcome.as_str());
        Text::words(words).toned(Tone::Muted)
    });
    let choice = Text::words(desk.say("summary-choice-existing"));
    Fact::of(
        desk.say("summary-choice"),
        [choice].into_iter().chain(found).collect(),
    )
}

fn place(desk: &Desk<'_>, country: &str, city: &str) -> Fact {
    let city = (!city.is_empty()).then(|| Text::value(city).toned(Tone::Muted));
    let lines = [desk.country(country)].into_iter().chain(city).collect();
    Fact::of(desk.say("summary-country"), lines)
}

/// What a new organization is made from.
fn created(desk: &Desk<'_>, new: &NewOrganization, choice: &str, anyway: bool) -> Vec<Fact> {
    let mut choice = vec![Text::words(desk.say(choice))];
    if anyway {
        choice.push(Text::words(desk.say("summary-choice-create-anyway")).toned(Tone::Mind));
    }
    let vertical = match new.vertical.as_str() {
        "" => Text::words(desk.say("summary-not-answered")).toned(Tone::Muted),
        code => Text::words(desk.words.code("vertical", code)),
    };
    let mut facts = vec![
        Fact::of(desk.say("summary-choice"), choice),
        Fact::new(desk.say("summary-vertical"), vertical),
        Fact::new(desk.say("summary-country"), desk.country(&new.country)),
    ];
    if !new.admin_email.is_empty() {
        facts.push(desk.fact("summary-admin", &new.admin_email));
    }
    facts
}
