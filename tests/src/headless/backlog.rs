//! Works through edits while the engine sends them, and says of each when it was begun and when
//! it was acknowledged, so that whoever kills this program knows what it owes.

use std::collections::BTreeSet;
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

/// Does the edits of `file` with nobody signed in, so that all of them stay here, also those
/// after one that is refused, but for its order. Fetches the orders before when there are none.
/// Closes the data when nobody speaks to it any more.
pub async fn type_offline(data: &Path, file: &Path, address: Option<&str>) -> Outcome<()> {
    let operator = Operator::at(data).await?;
    if let Some(address) = address {
        operator.join(address, Who::Ana).await?;
        operator.workbench.sign_out(false).await?;
    }
    say("open")?;
    let mut given_up = BTreeSet::new();
    for (index, edit) in backlog::read(file)?.iter().enumerate() {
        if given_up.contains(&edit.order) {
            continue;
        }
        say(&format!("begin {index}"))?;
        match backlog::carry_out(&operator, edit).await {
            Ok(()) => say(&format!("done {index}"))?,
            Err(failure) => {
                given_up.insert(edit.order.clone());
                say(&format!("refused {index} {}", failure.code))?;
            }
        }
    }
    say("typed")?;
    let end = tokio::task::spawn_blocking(|| std::io::stdin().lines().count());
    end.await
        .map_err(|problem| Problem::new(problem.to_string()))?;
    operator.workbench.close().await;
    say("closed")
}

/// Waits until nothing waits any more.
pub async fn everything_is_sent(operator: &Operator) -> Outcome<()> {
    let sent = operator.until("everything is sent", async |workbench| {
        let frame = workbench.frame().await?;
        if frame.needs_attention > 0 {
            return Err(Problem::new(format!("refused: {frame:?}")));
        }
        Ok((frame.waiting == 0 && frame.sync.is_none()).then_some(()))
    });
    sent.await
}
