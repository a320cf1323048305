//! Jobs that are over at some time, for whoever kills this program in the middle of one: each
//! says what is done when it is done.

use std::path::Path;

use acceptance::Outcome;
use acceptance::backlog::say;
use acceptance::operator::Operator;
use turnup_workbench::views::{OrderQuery, OrderRow, RestoreChoice};
use turnup_workbench::{Failure, Format, codes};

/// Opens the data, which brings its database to the newest schema.
pub async fn open(data: &Path) -> Outcome<()> {
    let operator = Operator::at(data).await?;
    say("open")?;
    operator.workbench.close().await;
    Ok(())
}

/// Makes so many backups by hand.
pub async fn back_up(data: &Path, times: usize) -> Outcome<()> {
    let operator = Operator::at(data).await?;
    for _ in 0..times {
        let made = operator.workbench.back_up().await?;
        say(&format!(
            "kept {}",
            made.map_or_else(String::new, |made| made.name)
        ))?;
    }
    operator.workbench.close().await;
    Ok(())
}

/// Brings back everything that a backup has and that is not here.
pub async fn restore(data: &Path, name: &str) -> Outcome<()> {
    let operator = Operator::at(data).await?;
    let plan = operator.workbench.preview_restore(name).await?;
    let wanted = plan
        .orders
        .into_iter()
        .filter(|order| ["comes_back", "differs"].contains(&order.fate.as_str()))
        .map(|order| RestoreChoice {
            order_id: order.order_id,
            over: order.draft_here,
        });
    operator.workbench.restore(name, wanted.collect()).await?;
    say("restored")?;
    operator.workbench.close().await;
    Ok(())
}

/// Writes the summary of every order into a folder.
pub async fn summaries(data: &Path, folder: &Path) -> Outcome<()> {
    let operator = Operator::at(data).await?;
    for row in rows(&operator).await? {
        let file = folder.join(format!("{}.pdf", row.number));
        operator
            .workbench
            .save_summary(&row.id, "en", &file)
            .await?;
        say(&format!("saved {}", row.number))?;
    }
    operator.workbench.close().await;
    Ok(())
}

/// Writes every order to a file, as its extension says.
pub async fn export(operator: &Operator, file: &Path) {
    let extension = file.extension().unwrap_or_default();
    let formats = [Format::Csv, Format::Xlsx, Format::Calendar];
    let format = formats.into_iter().find(|one| one.extension() == extension);
    let format = format.unwrap_or(Format::Csv);
    let exported = operator
        .workbench
        .export_orders(everything(), format, "en", file);
    match exported.await {
        Ok(exported) => println!("exported {}", exported.rows),
        Err(failure) => crate::say(&failure),
    }
}

fn everything() -> OrderQuery {
    OrderQuery {
        view: "all".to_owned(),
        text: String::new(),
        states: Vec::new(),
        services: Vec::new(),
        sort: "number".to_owned(),
        descending: false,
        offset: 0,
        limit: 200,
        details: false,
    }
}

/// The first orders that are here, by their numbers.
pub async fn rows(operator: &Operator) -> Result<Vec<OrderRow>, Failure> {
    match operator.workbench.list_orders(everything()).await {
        Ok(window) => Ok(window.rows),
        Err(failure) if failure.code == codes::NO_ACCOUNT => Ok(Vec::new()),
        Err(failure) => Err(failure),
    }
}
