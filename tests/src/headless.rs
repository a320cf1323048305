//! A desktop without a window, for what is done to whole programs.
//!
//! `headless confirm DATA EMAIL` opens an e-mail whose order is cached in DATA, answers it,
//! confirms it, says `queued` once that is on the disk, and then waits for its end.
//! `headless save DATA NUMBER FILE…` writes the summary of an order to each file, one after the
//! other, and says of each `saved`, or the failure's code and reason.

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use acceptance::operator::Operator;
use acceptance::{Outcome, Problem};

fn main() -> ExitCode {
    let work = tokio::runtime::Runtime::new().map_err(Problem::from);
    match work.and_then(|runtime| runtime.block_on(work_for(std::env::args_os().collect()))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("headless: {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn work_for(words: Vec<OsString>) -> Outcome<()> {
    let path = |index: usize| words.get(index).map(Path::new);
    match (
        words.get(1).and_then(|word| word.to_str()),
        path(2),
        path(3),
    ) {
        (Some("confirm"), Some(data), Some(email)) => confirm_and_wait(data, email).await,
        (Some("save"), Some(data), Some(number)) => {
            let operator = Operator::at(data).await?;
            let id = operator.id_of(&number.to_string_lossy()).await?;
            for file in &words[4..] {
                save(&operator, &id, Path::new(file)).await;
            }
            Ok(())
        }
        _ => Err(Problem::new("usage: headless confirm|save DATA …")),
    }
}

async fn confirm_and_wait(data: &Path, email: &Path) -> Outcome<()> {
    let operator = Operator::at(data).await?;
    let opened = operator.workbench.open_email_file(email).await?;
    let id = opened
        .order_id
        .ok_or_else(|| Problem::new(format!("{} is not cached", opened.number)))?;
    operator.answer(&id).await?;
    let order = operator.confirm(&id).await?;
    println!("{}", order.local_state);
    std::future::pending().await
}

async fn save(operator: &Operator, id: &str, file: &Path) {
    match operator.workbench.save_summary(id, "en", file).await {
        Ok(_) => println!("saved"),
        Err(failure) => {
            let reason = failure.params.get("reason").cloned().unwrap_or_default();
            println!("{} {reason}", failure.code);
        }
    }
}
