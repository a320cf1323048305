//! `sync`: sends and fetches until nothing is due any more.

use turnup_workbench::{Failure, Outcome, codes};

use crate::{desk::Desk, exit::Exit, said::Said, shapes::Synced};

/// Ends with [`Exit::NeedsAttention`] when the service refused something in this sync.
pub async fn sync(desk: &Desk, said: &mut Said) -> Outcome<()> {
    let words = desk.words();
    if desk.is_sample().await {
        said.note(words.get("cli-sample"));
        return Err(Failure::new(codes::OFFLINE).with("reason", "sample"));
    }
    let Some(synced) = desk.workbench.sync_to_end().await? else {
        said.elsewhere(desk);
        said.give(&serde_json::json!({ "failure": { "code": "elsewhere", "params": {} } }));
        return Ok(());
    };
    let frame = desk.workbench.frame().await?;
    if synced.parked > 0 {
        said.ends(Exit::NeedsAttention);
    }
    said.say(words.with(
        "cli-synced",
        &[
            ("accepted", &synced.accepted.to_string()),
            ("parked", &synced.parked.to_string()),
            ("changed", &synced.changed.to_string()),
        ],
    ));
    for number in &synced.unknown_numbers {
        said.note(words.with("cli-sync-unknown", &[("number", number)]));
    }
    waits(desk, said, frame.waiting, frame.needs_attention);
    let waiting = (frame.waiting, frame.needs_attention);
    said.give(&Synced::of(synced, waiting, frame.last_sync));
    Ok(())
}

/// What waits, in words.
pub fn waits(desk: &Desk, said: &mut Said, waiting: u32, needs_attention: u32) {
    let words = desk.words();
    said.say(words.with("cli-waits", &[("count", &waiting.to_string())]));
    if needs_attention > 0 {
        let count = needs_attention.to_string();
        said.say(words.with("cli-needs-attention", &[("count", &count)]));
    }
}
