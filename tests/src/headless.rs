//! A desktop without a window, to be killed: `headless DATA NUMBER` answers an order that is
//! cached in DATA, confirms it, says `queued` once that is on the disk, and then waits for its
//! end.

use std::path::PathBuf;
use std::process::ExitCode;

use acceptance::operator::Operator;
use acceptance::{Outcome, Problem};

fn main() -> ExitCode {
    let work = tokio::runtime::Runtime::new().map_err(Problem::from);
    match work.and_then(|runtime| runtime.block_on(confirm_and_wait())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("headless: {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn confirm_and_wait() -> Outcome<()> {
    let mut words = std::env::args_os().skip(1);
    let (Some(data), Some(number)) = (words.next(), words.next()) else {
        return Err(Problem::new("usage: headless DATA NUMBER"));
    };
    let operator = Operator::at(&PathBuf::from(data)).await?;
    let id = operator.id_of(&number.to_string_lossy()).await?;
    operator.answer(&id).await?;
    let order = operator.confirm(&id).await?;
    println!("{}", order.local_state);
    std::future::pending().await
}
