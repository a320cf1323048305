//! What the service did, what people noted, and who did what when.

use turnup_domain::{
    Problem,
    order::{OperationStep, StepState},
    problem::Params,
};

use super::{Desk, SummaryEvent, services::service_name};
use crate::document::{Block, Column, Row, Section, Table, Text, Tone};

/// The steps of the latest operation with their problems, and problems of whole services.
pub(super) fn provisioning_section(desk: &Desk<'_>) -> Option<Section> {
    let mut blocks = Vec::new();
    if let Some(operation) = &desk.order.operation {
        let start = desk.clock.moment(operation.started_at);
        let words = match operation.ended_at {
            Some(ended) => {
                let end = desk.clock.moment(ended);
                let values = [("start", start.as_str()), ("end", &end)];
                desk.words.say_with("summary-provisioning-ended", &values)
            }
            None => desk
                .words
                .say_with("summary-provisioning-text", &[("start", &start)]),
        };
        blocks.push(Block::Paragraph(Text::words(words)));
        blocks.push(Block::Table(steps(desk, &operation.steps)));
    }
    let problems: Vec<Text> = desk
        .order
        .services
        .iter()
        .flat_map(|service| {
            service
                .problems
                .iter()
                .map(move |problem| (service, problem))
        })
        .map(|(service, problem)| {
            let label = service_name(desk, &service.kind);
            let value = problem_words(desk, problem);
            let values = [("label", label.as_str()), ("value", &value)];
            Text::words(desk.words.say_with("summary-colon", &values)).toned(Tone::Bad)
        })
        .collect();
    if !problems.is_empty() {
        blocks.push(Block::Subheading(desk.say("summary-problems")));
        blocks.push(Block::Points(problems));
    }
    (!blocks.is_empty()).then(|| desk.section("summary-provisioning", blocks))
}

fn steps(desk: &Desk<'_>, steps: &[OperationStep]) -> Table {
    let columns = vec![
        Column::text(desk.say("summary-step")),
        Column::text(desk.say("summary-service")),
        Column::text(desk.say("summary-state")),
        Column::text(desk.say("summary-said")),
    ];
    let rows = steps.iter().map(|step| step_row(desk, step)).collect();
    Table { columns, rows }
}

fn step_row(desk: &Desk<'_>, step: &OperationStep) -> Row {
    let subject = Params::from([("subject".to_owned(), step.subject.clone())]);
    let mut what = desk
        .words
        .code_with("order-operation", &step.code, &subject);
    if !step.subject.is_empty() && !what.contains(&step.subject) {
        what = format!("{what} {}", step.subject);
    }
    let tone = match step.state {
        StepState::Succeeded => Tone::Good,
        StepState::Failed => Tone::Bad,
        StepState::Running => Tone::Info,
        StepState::Pending | StepState::Unknown(_) => Tone::Muted,
    };
    let said: Vec<String> = step
        .problems
        .iter()
        .map(|p| problem_words(desk, p))
        .collect();
    Row::new(vec![
        Text::words(what),
        Text::words(service_name(desk, &step.service)),
        Text::words(desk.words.code("order-step", step.state.as_str())).toned(tone),
        Text::words(said.join("\n")),
    ])
}

fn problem_words(desk: &Desk<'_>, problem: &Problem) -> String {
    let words = desk
        .words
        .code_with("problem", &problem.code, &problem.params);
    with_values(desk, words, &problem.params)
}

/// The note that colleagues share.
pub(super) fn note_section(desk: &Desk<'_>) -> Option<Section> {
    let note = desk.order.note.trim();
    let blocks = || vec![Block::Paragraph(Text::value(note))];
    (!note.is_empty()).then(|| desk.section("summary-note", blocks()))
}

/// Who did what when, oldest first.
pub(super) fn timeline_section(desk: &Desk<'_>, timeline: &[SummaryEvent]) -> Option<Section> {
    if timeline.is_empty() {
        return None;
    }
    let mut events: Vec<&SummaryEvent> = timeline.iter().collect();
    events.sort_by_key(|event| event.at);
    let columns = vec![
        Column::text(desk.say("summary-when")),
        Column::text(desk.say("summary-who")),
        Column::text(desk.say("summary-what")),
    ];
    let rows = events
        .into_iter()
        .map(|event| event_row(desk, event))
        .collect();
    Some(desk.section(
        "summary-timeline",
        vec![Block::Table(Table { columns, rows })],
    ))
}

fn event_row(desk: &Desk<'_>, event: &SummaryEvent) -> Row {
    let what = desk
        .words
        .code_with("order-timeline", &event.code, &event.params);
    Row::new(vec![
        Text::words(desk.clock.moment(event.at)),
        desk.value_or(&event.actor, "summary-the-service"),
        Text::words(with_values(desk, what, &event.params)),
    ])
}

/// Adds the values that the sentence itself does not say; ids are for machines and left out.
fn with_values(desk: &Desk<'_>, words: String, params: &Params) -> String {
    let for_people = |name: &str| {
        name != "id" && !name.ends_with("_id") && name != "revision" && name != "sequence"
    };
    let unsaid: Vec<&str> = params
        .iter()
        .filter(|(name, value)| for_people(name) && !value.is_empty() && !words.contains(*value))
        .map(|(_, value)| value.as_str())
        .collect();
    if unsaid.is_empty() {
        return words;
    }
    let values = unsaid.join(&desk.say("summary-list-separator"));
    let label = words.trim_end_matches('.');
    desk.words
        .say_with("summary-colon", &[("label", label), ("value", &values)])
}
