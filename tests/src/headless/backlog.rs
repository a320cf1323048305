//! Works through edits while the engine sends them, and says of each when it was begun and when
//! it was acknowledged, so that whoever kills this program knows what it owes.

use std::path::Path;

use acceptance::backlog::{self, Edit, say};
use acceptance::operator::{Operator, Who};
use acceptance::{Outcome, Problem};

/// Does the edits of `file` from index `from` on, the first half of them before anybody is signed
/// in, and waits until nothing waits any more.
pub async fn work_through(data: &Path, address: &str, file: &Path, from: usize) -> Outcome<()> {
    let operator = Operator::at(data).await?;
    if operator.workbench.account().await.is_err() {
        operator.workbench.connect(address).await?;
    }
    say("open")?;
    let edits = backlog::read(file)?;
    let half = edits.len() / 2;
    if operator.workbench.frame().await?.last_sync.is_none() {
        operator.sign_in(Who::Ana).await?;
        operator.workbench.sign_out(false).await?;
    }
    type_in(&operator, &edits[..half], from).await?;
    say("sign in")?;
    operator.enter(Who::Ana).await?;
    type_in(&operator, &edits, from.max(half)).await?;
    say("typed")?;
    everything_is_sent(&operator).await?;
    say("empty")
}

async fn type_in(operator: &Operator, edits: &[Edit], from: usize) -> Outcome<()> {
    for (index, edit) in edits.iter().enumerate().skip(from) {
        say(&format!("begin {index}"))?;
        match backlog::carry_out(operator, edit).await {
            Ok(()) => say(&format!("done {index}"))?,
            Err(failure) => say(&format!("refused {index} {}", failure.code))?,
        }
    }
    Ok(())
}

async fn everything_is_sent(operator: &Operator) -> Outcome<()> {
    let sent = operator.until("everything is sent", async |workbench| {
        let frame = workbench.frame().await?;
        if frame.needs_attention > 0 {
            return Err(Problem::new(format!("refused: {frame:?}")));
        }
        Ok((frame.waiting == 0 && frame.sync.is_none()).then_some(()))
    });
    sent.await
}
