//! `check` and `submit`: what stands before the point of no return, and going beyond it.

use turnup_workbench::{
    Failure, Outcome, codes,
    views::{ConfirmationView, OrderView, ProblemView},
};

use crate::{
    desk::Desk,
    exit::Exit,
    said::Said,
    shapes::{Checked, NotSubmitted, Submitted},
};

/// Says what stands in the way; the service makes a dry run when it can be asked from here.
pub async fn check(desk: &Desk, said: &mut Said, number: &str) -> Outcome<()> {
    let words = desk.words();
    let id = desk.workbench.order_of_number(number).await?;
    match desk.reach(said).await {
        Ok(true) => {}
        Ok(false) => said.note(words.get("cli-elsewhere")),
        Err(failure) => desk.mind(&failure, said),
    }
    let page = desk.workbench.prepare_confirmation(&id).await?;
    let values = [("number", page.phrase.as_str())];
    let ready = page.problems.is_empty() && !page.review_missing;
    if ready {
        said.say(words.with("cli-check-ready", &values));
    } else {
        said.ends(Exit::Refused);
        said.say(words.with("cli-check-not-ready", &values));
    }
    said.say(desk.word("cli-act", &page.act));
    said.say(words.get(if page.checked {
        "cli-check-by-service"
    } else {
        "cli-check-local"
    }));
    for problem in &page.problems {
        said.say(format!("  {}", standing(desk, problem)));
    }
    if page.review_missing {
        said.say(format!("  {}", words.get("cli-check-review")));
    }
    for warning in &page.warnings {
        let text = standing(desk, warning);
        said.say(format!(
            "  {}",
            words.with("cli-check-warning", &[("text", &text)])
        ));
    }
    said.give(&Checked::of(page));
    Ok(())
}

fn standing(desk: &Desk, problem: &ProblemView) -> String {
    let text = desk.problem(&problem.code, &problem.params);
    format!("{}: {text}", problem.pointer)
}

/// Submits for good: the number has to be said twice. What is enqueued is sent from here, unless
/// another program sends.
pub async fn submit(
    desk: &Desk,
    said: &mut Said,
    number: &str,
    confirm: Option<&str>,
) -> Outcome<()> {
    let words = desk.words();
    let id = desk.workbench.order_of_number(number).await?;
    let page = desk.workbench.prepare_confirmation(&id).await?;
    if confirm.map(str::trim) != Some(page.phrase.as_str()) {
        let phrase = [("number", page.phrase.as_str())];
        said.note(words.with("cli-confirm-missing", &phrase));
        return Err(Failure::new(codes::CONFIRMATION_MISMATCH).with("number", page.phrase));
    }
    if !page.problems.is_empty() {
        return Err(refused(desk, said, page));
    }
    if page.act == "hand_over" {
        desk.workbench.hand_over(&id).await?;
    } else {
        desk.workbench.confirm(&id, &page.phrase).await?;
    }
    // From here on it is enqueued: nothing that follows is a failure of this call.
    let (sender, failure) = send(desk, said).await;
    let order = desk.workbench.open_order(&id).await?;
    let outcome = outcome(&order);
    if outcome == "needs_attention" {
        said.ends(Exit::NeedsAttention);
    }
    let line = format!("cli-submitted-{}", outcome.replace('_', "-"));
    said.say(words.with(&line, &[("number", &order.number)]));
    if outcome == "queued" {
        said.note(words.get(match sender {
            "elsewhere" => "cli-elsewhere-queued",
            _ => "cli-not-sent-yet",
        }));
    }
    said.give(&Submitted {
        number: order.number,
        act: page.act,
        outcome,
        sender,
        failure,
        queue: order.queue,
    });
    Ok(())
}

fn refused(desk: &Desk, said: &mut Said, page: ConfirmationView) -> Failure {
    for problem in &page.problems {
        said.note(standing(desk, problem));
    }
    let failure = Failure::new(codes::NOT_READY).with("count", page.problems.len());
    said.give(&NotSubmitted {
        failure: failure.clone(),
        problems: page.problems,
    });
    failure
}

/// Sends what waits; who does, and what kept it from here.
async fn send(desk: &Desk, said: &mut Said) -> (&'static str, Option<Failure>) {
    if desk.is_sample().await {
        // Whoever has the window of the sample data open sends it.
        return match desk.workbench.take_turn().await {
            Ok(false) => ("elsewhere", None),
            _ => {
                said.note(desk.words().get("cli-sample"));
                ("here", None)
            }
        };
    }
    match desk.workbench.sync_to_end().await {
        Ok(Some(_)) => ("here", None),
        Ok(None) => ("elsewhere", None),
        Err(failure) => {
            desk.mind(&failure, said);
            ("here", Some(failure))
        }
    }
}

/// How far the acts of an order are.
fn outcome(order: &OrderView) -> &'static str {
    let acts = || {
        order
            .queue
            .iter()
            .filter(|entry| ["mapping", "setup", "handover"].contains(&entry.kind.as_str()))
    };
    if acts().any(|entry| entry.state == "parked") {
        "needs_attention"
    } else if acts().any(|entry| entry.waits_for == "approval") {
        "awaiting_approval"
    } else if acts().next().is_some() {
        "queued"
    } else {
        "sent"
    }
}
