//! A desktop without a window, for what is done to whole programs.
//!
//! `headless confirm DATA EMAIL` opens an e-mail whose order is cached in DATA, answers it,
//! confirms it, says `queued` once that is on the disk, and then waits for its end.
//! `headless save DATA NUMBER FILE…` writes the summary of an order to each file, one after the
//! other, and says of each `saved`, or the failure's code and reason.
//! `headless export DATA FILE…` writes every order to each file as its extension says, and says of
//! each `exported` with how many, or the failure's code and reason.
//! `headless draft DATA NUMBER FILE` opens an order, lets FILE take all room of its disk, types
//! a note, gives the room back, waits until the frame knows, and types it again; says what came
//! of each.
//! `headless reach DATA ADDRESS PROXY USER PASSWORD` reaches services through a proxy, connects to
//! one, and says `reached`, or the failure's code.
//! `headless backlog DATA ADDRESS EDITS FROM` works through the edits of a file, `headless type
//! DATA EDITS [ADDRESS]` does them with nobody signed in; see `backlog`.
//! `headless import DATA ADDRESS` fetches all orders while notes are written; see `import`.
//! `headless open DATA`, `back-up DATA TIMES`, `restore DATA NAME`, `summaries DATA FOLDER`: see
//! `jobs`.

mod backlog;
mod import;
mod jobs;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use acceptance::operator::Operator;
use acceptance::{Outcome, Problem};
use turnup_workbench::{
    Failure,
    views::{FrameView, NetworkForm},
};

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
    let word = |index: usize| words.get(index).and_then(|word| word.to_str());
    match (word(1), path(2), path(3)) {
        (Some("confirm"), Some(data), Some(email)) => confirm_and_wait(data, email).await,
        (Some("save"), Some(data), Some(number)) => {
            let operator = Operator::at(data).await?;
            let id = operator.id_of(&number.to_string_lossy()).await?;
            for file in &words[4..] {
                save(&operator, &id, Path::new(file)).await;
            }
            Ok(())
        }
        (Some("export"), Some(data), Some(_)) => {
            let operator = Operator::at(data).await?;
            for file in &words[3..] {
                jobs::export(&operator, Path::new(file)).await;
            }
            Ok(())
        }
        (Some("draft"), Some(data), Some(number)) => {
            let operator = Operator::at(data).await?;
            let id = operator.id_of(&number.to_string_lossy()).await?;
            let file = path(4).ok_or_else(|| Problem::new("no file to fill the disk with"))?;
            type_on_a_full_disk(&operator, &id, file).await
        }
        (Some("reach"), Some(data), Some(address)) => {
            let typed = |index: usize| word(index).unwrap_or_default().to_owned();
            let form = NetworkForm {
                proxy: "address".to_owned(),
                address: typed(4),
                user: typed(5),
                password: Some(typed(6)),
            };
            let operator = Operator::at(data).await?;
            operator.workbench.save_network(form).await?;
            match operator.workbench.connect(&address.to_string_lossy()).await {
                Ok(_) => println!("reached"),
                Err(failure) => say(&failure),
            }
            Ok(())
        }
        (Some("backlog"), Some(data), Some(address)) => {
            let edits = path(4).ok_or_else(|| Problem::new("no edits"))?;
            let from = number(word(5)).unwrap_or(0);
            let address = address.to_string_lossy();
            backlog::work_through(data, &address, edits, from).await
        }
        (Some("type"), Some(data), Some(edits)) => {
            backlog::type_offline(data, edits, word(4)).await
        }
        (Some("import"), Some(data), Some(_)) => {
            import::import(data, word(3).unwrap_or_default()).await
        }
        (Some("open"), Some(data), None) => jobs::open(data).await,
        (Some("back-up"), Some(data), Some(_)) => {
            jobs::back_up(data, number(word(3)).unwrap_or(1)).await
        }
        (Some("restore"), Some(data), Some(_)) => {
            jobs::restore(data, word(3).unwrap_or_default()).await
        }
        (Some("summaries"), Some(data), Some(folder)) => jobs::summaries(data, folder).await,
        _ => Err(Problem::new(
            "usage: headless confirm|save|export|draft|reach|backlog|type|import|open|back-up|restore|summaries \
             DATA …",
        )),
    }
}

fn number(word: Option<&str>) -> Option<usize> {
    word?.parse().ok()
}

async fn confirm_and_wait(data: &Path, email: &Path) -> Outcome<()> {
    let operator = Operator::at(data).await?;
    let opened = operator.open_email(email).await?;
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
        match operator.workbench.save_draft(id, form.clone(), None).await {
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

pub(crate) fn say(failure: &Failure) {
    let reason = failure.params.get("reason").cloned().unwrap_or_default();
    println!("{}", format!("{} {reason}", failure.code).trim_end());
}
