//! A desktop without a window, for what is done to whole programs.
//!
//! `headless confirm DATA EMAIL` opens an e-mail whose order is cached in DATA, answers it,
//! confirms it, says `queued` once that is on the disk, and then waits for its end.
//! `headless save DATA NUMBER FILE…` writes the summary of an order to each file, one after the
//! other, and says of each `saved`, or the failure's code and reason.
//! `headless draft DATA NUMBER FILE` opens an order, lets FILE take all room of its disk, types
//! a note, gives the room back, waits until the frame knows, and types it again; says what came
//! of each.
//! `headless backlog DATA ADDRESS EDITS FROM` works through the edits of a file; see `backlog`.

mod backlog;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use acceptance::operator::Operator;
use acceptance::{Outcome, Problem};
use turnup_workbench::{Failure, views::FrameView};

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
        (Some("draft"), Some(data), Some(number)) => {
            let operator = Operator::at(data).await?;
            let id = operator.id_of(&number.to_string_lossy()).await?;
            let file = path(4).ok_or_else(|| Problem::new("no file to fill the disk with"))?;
            type_on_a_full_disk(&operator, &id, file).await
        }
        (Some("backlog"), Some(data), Some(address)) => {
            let edits = path(4).ok_or_else(|| Problem::new("no edits"))?;
            let from = words.get(5).and_then(|from| from.to_str()?.parse().ok());
            let address = address.to_string_lossy();
            backlog::work_through(data, &address, edits, from.unwrap_or(0)).await
        }
        _ => Err(Problem::new(
            "usage: headless confirm|save|draft|backlog DATA …",
        )),
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
        Err(failure) => say(&failure),
    }
}

async fn type_on_a_full_disk(operator: &Operator, id: &str, file: &Path) -> Outcome<()> {
    let before = operator.workbench.open_order(id).await?.wizard.form;
    fill(file);
    for room in [false, true] {
        if room {
            std::fs::remove_file(file)?;
            // By itself, without anything being typed.
            let frame = operator
                .until("it can be written again", async |workbench| {
                    let frame = workbench.frame().await?;
                    Ok((frame.saved == "saved").then_some(frame))
                })
                .await?;
            println!("{}", in_words(&frame));
        }
        let mut form = before.clone();
        form.handover.note = "x".repeat(100_000);
        match operator.workbench.save_draft(id, form.clone()).await {
            Ok(_) => println!("saved"),
            Err(failure) => {
                say(&failure);
                println!("{}", in_words(&operator.workbench.frame().await?));
            }
        }
        let now = operator.workbench.open_order(id).await?.wizard.form;
        println!("kept {}, typed {}", now == before, now == form);
    }
    Ok(())
}

/// What the frame says of saving, and while that fails, why.
fn in_words(frame: &FrameView) -> String {
    let failed = frame.problem.as_ref().filter(|_| frame.saved == "failed");
    let problem = failed.map_or("", |problem| problem.code.as_str());
    format!("frame {} {problem}", frame.saved)
        .trim_end()
        .to_owned()
}

/// Writes until nothing goes any more.
fn fill(file: &Path) {
    let Ok(mut file) = std::fs::File::create(file) else {
        return;
    };
    while std::io::Write::write(&mut file, &[0; 512]).is_ok_and(|written| written > 0) {}
}

fn say(failure: &Failure) {
    let reason = failure.params.get("reason").cloned().unwrap_or_default();
    println!("{}", format!("{} {reason}", failure.code).trim_end());
}
