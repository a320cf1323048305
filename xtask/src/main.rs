//! The jobs of the workshop, called as `cargo xtask <job>`: run, test, torture, tour, bench, tidy.
//!
//! Each job prepares what it needs by itself. What a job *does* to the program lives elsewhere
//! (the tour and the real window in `tests/`, the figures in `benches/`): here are only the order
//! of things and the words around them.

mod bench;
mod bindings;
mod command;
mod counts;
mod packages;
mod peers;
mod place;
mod prepare;
mod run;
mod systems;
mod test;
mod tidy;
mod torture;
mod tour;
mod ui;

use std::process::ExitCode;

use command::{Outcome, Trouble};
use place::Place;

const HELP: &str = "\
cargo xtask run [--release]               build Turnup and start it on sample data
cargo xtask test [PART…]                  every check; parts: format lint tidy rust docs ui systems
cargo xtask torture [--kills N] [--jobs N] [--cuts N] [--seeds N] [--replies N] [--quick]
                                          everything that may happen to an edit, and the counts
cargo xtask tour --out DIR [--times N] [--release]
                                          the main job in the real window, with pictures
cargo xtask bench [--json FILE] [--readme] [NAME…]
                                          the figures, each beside its peer; --readme renews
                                          results, tables and plots in benches/
cargo xtask bindings                      write the TypeScript bindings anew from the commands
cargo xtask tidy                          the house rules that no compiler knows";

fn main() -> ExitCode {
    match jobs() {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("xtask: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn jobs() -> Outcome<ExitCode> {
    let mut words = lexopt::Parser::from_env();
    let job = match words.next()? {
        Some(lexopt::Arg::Value(job)) => job.to_string_lossy().into_owned(),
        None | Some(lexopt::Arg::Long("help") | lexopt::Arg::Short('h')) => {
            println!("{HELP}");
            return Ok(ExitCode::SUCCESS);
        }
        Some(other) => return Err(other.unexpected().into()),
    };
    let place = Place::find()?;
    match job.as_str() {
        "run" => run::run(&place, &run::Options::parse(words)?)?,
        "tour" => tour::tour(&place, &tour::Options::parse(words)?)?,
        "bench" => bench::bench(&place, &bench::Options::parse(words)?)?,
        "test" => return test::test(&place, &test::Parts::parse(words)?),
        "torture" => return torture::torture(&place, &torture::Options::parse(words)?),
        "bindings" => bindings::renew(&place)?,
        "tidy" => tidy::report(&place.root)?,
        _ => {
            return Err(Trouble::new(format!(
                "there is no job named {job}.\n{HELP}"
            )));
        }
    }
    Ok(ExitCode::SUCCESS)
}
