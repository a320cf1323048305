//! `queue`: what the service has not accepted yet.

use turnup_workbench::Outcome;

use crate::{desk::Desk, said::Said, shapes::Queue};

/// Lists all of it.
pub async fn queue(desk: &Desk, said: &mut Said) -> Outcome<()> {
    let mut entries = Vec::new();
    loop {
        let offset = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let window = desk.workbench.list_queue(offset).await?;
        let over = window.entries.is_empty();
        entries.extend(window.entries);
        if over || entries.len() >= window.total as usize {
            break;
        }
    }
    for entry in &entries {
        said.say(format!(
            "{:<14}  {:<22}  {}, {}",
            entry.number,
            entry.customer,
            desk.word("cli-kind", &entry.kind),
            desk.word("cli-waits", &entry.waits_for)
        ));
        if let Some(problem) = &entry.problem {
            said.say(format!(
                "  {}",
                desk.problem(&problem.code, &problem.params)
            ));
        }
    }
    if entries.is_empty() {
        said.say(desk.words().get("cli-queue-empty"));
    }
    let frame = desk.workbench.frame().await?;
    said.give(&Queue {
        entries,
        waiting: frame.waiting,
        needs_attention: frame.needs_attention,
    });
    Ok(())
}
