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
    run(arguments, words).tell()
}

/// What came of one call.
fn run(arguments: Arguments, words: Words) -> Said {
    let json = arguments.json;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(problem) => return Said::new(json, Exit::Unexpected).aside(problem),
    };
    let mut said = Said::new(json, Exit::Done);
    runtime.block_on(async {
        let words = match Desk::open(&arguments, words).await {
            Ok(desk) => {
                let outcome = verbs::run(arguments.verb, &desk, &mut said).await;
                if let Err(failure) = outcome {
                    said.failed(&failure, desk.words());
                }
                desk.close().await;
                return;
            }
            Err((failure, words)) => {
                said.failed(&failure, &words);
                words
            }
        };
        drop(words);
    });
    said
}
