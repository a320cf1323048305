//! The first sync of many orders, and somebody who writes notes on those that are here already.

use std::collections::BTreeSet;
use std::path::Path;

use acceptance::backlog::{arrival, say};
use acceptance::operator::{Operator, Who};
use acceptance::{Outcome, Problem};

use crate::backlog::everything_is_sent;
use crate::jobs::rows;

/// So many orders get a note while the others come.
const NOTES: usize = 30;

/// Fetches all orders and sends the notes; goes on where an earlier run was ended.
pub async fn import(data: &Path, address: &str) -> Outcome<()> {
    let operator = Operator::at(data).await?;
    if operator.workbench.account().await.is_err() {
        operator.workbench.connect(address).await?;
    }
    say("open")?;
    operator.enter(Who::Ana).await?;
    let mut noted = BTreeSet::new();
    operator
        .until("enough orders are here", async |_| {
            for row in rows(&operator).await? {
                if noted.len() < NOTES && noted.insert(row.id.clone()) {
                    note(&operator, &row.id, &row.number).await?;
                }
            }
            Ok((noted.len() == NOTES).then_some(()))
        })
        .await?;
    say("typed")?;
    operator
        .until("all orders are here", async |workbench| {
            let frame = workbench.frame().await?;
            Ok((frame.last_sync.is_some() && frame.sync.is_none()).then_some(()))
        })
        .await?;
    everything_is_sent(&operator).await?;
    say("empty")?;
    operator.workbench.close().await;
    Ok(())
}

/// Writes the note, unless it stands there since an earlier run.
async fn note(operator: &Operator, id: &str, number: &str) -> Outcome<()> {
    let note = arrival(number);
    let order = operator.workbench.open_order(id).await;
    // Its rules may not be here yet.
    if order.is_ok_and(|order| order.note == note) {
        return Ok(());
    }
    say(&format!("begin {id}"))?;
    match operator.workbench.save_note(id, &note).await {
        Ok(_) => say(&format!("done {id}")),
        Err(failure) => Err(Problem::from(failure)),
    }
}
