//! `turnupctl`: Turnup without a window, for scripts and servers. It reads its arguments, calls one
//! use case of the workbench, and says what came of it: JSON on the standard output or words for
//! people, and an exit code that docs/turnupctl.md lists. What things mean is decided below, in
//! the workbench.
#![warn(missing_docs)]

mod arguments;
mod desk;
mod exit;
mod help;
mod said;
mod shapes;
mod verbs;

use std::process::ExitCode;

use turnup_workbench::{Words, system_language};

use crate::{arguments::Arguments, desk::Desk, exit::Exit, said::Said};

fn main() -> ExitCode {
    let given: Vec<_> = std::env::args_os().collect();
    let words = Words::command_line(&help::language(&given).unwrap_or_else(system_language));
    let arguments = match help::read(given, &words) {
        Ok(arguments) => arguments,
        Err(said) => return said.tell(),
    };
    run(arguments, &words).tell()
}

/// What came of one call.
fn run(arguments: Arguments, words: &Words) -> Said {
    let mut said = Said::new(arguments.json, Exit::Done);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let (runtime, desk) = match (runtime, Desk::at(&arguments)) {
        (Ok(runtime), Ok(desk)) => (runtime, desk),
        (Err(problem), _) => {
            said.ends(Exit::Unexpected);
            return said.aside(problem);
        }
        (_, Err(failure)) => {
            said.failed(&failure, words);
            return said;
        }
    };
    runtime.block_on(async {
        let outcome = match desk.open(&arguments).await {
            Ok(()) => verbs::run(arguments.verb, &desk, &mut said).await,
            Err(failure) => Err(failure),
        };
        if let Err(failure) = outcome {
            said.failed(&failure, desk.words());
        }
        desk.close().await;
    });
    said
}
