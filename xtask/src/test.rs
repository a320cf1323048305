//! `cargo xtask test`: every check there is, each runner's own counts summed on the last line.

use std::process::{Command, ExitCode};

use crate::command::{Outcome, Trouble, ask, run, watch};
use crate::counts::{Count, Runner};
use crate::packages::Need;
use crate::place::Place;
use crate::run::build_all;
use crate::{prepare, systems, tidy, ui};

/// A part of the test run that can be asked for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Format,
    Tidy,
    Lint,
    Rust,
    Docs,
    Ui,
    Systems,
}

const ALL: &[(&str, Part)] = &[
    ("format", Part::Format),
    ("tidy", Part::Tidy),
    ("ui", Part::Ui),
    ("lint", Part::Lint),
    ("rust", Part::Rust),
    ("docs", Part::Docs),
    ("systems", Part::Systems),
];

/// Which parts to run; all of them unless some are named.
#[derive(Debug)]
pub struct Parts(Vec<(&'static str, Part)>);

impl Parts {
    /// From the words after `test`.
    pub fn parse(mut words: lexopt::Parser) -> Outcome<Self> {
        let mut chosen = Vec::new();
        while let Some(word) = words.next()? {
            let lexopt::Arg::Value(name) = word else {
                return Err(word.unexpected().into());
            };
            let known = ALL.iter().find(|(known, _)| name == *known);
            chosen.push(*known.ok_or_else(|| {
                let parts: Vec<_> = ALL.iter().map(|(name, _)| *name).collect();
                Trouble::new(format!(
                    "there is no part named {}; there are: {}",
                    name.display(),
                    parts.join(" ")
                ))
            })?);
        }
        Ok(Self(if chosen.is_empty() {
            ALL.to_vec()
        } else {
            chosen
        }))
    }
}

/// Runs the parts one after the other, all of them even when one fails.
pub fn test(place: &Place, parts: &Parts) -> Outcome<ExitCode> {
    prepare::prepare(Need::Window)?;
    prepare::ensure_components()?;
    // The shell embeds what the interface was built into: nothing compiles without it.
    ui::ensure(place)?;
    let mut total = Count::default();
    let mut troubles = Vec::new();
    for (name, part) in &parts.0 {
        println!("== {name}");
        if let Err(trouble) = run_part(place, *part, &mut total) {
            troubles.push(format!("{name}: {trouble}"));
        }
    }
    for trouble in &troubles {
        println!("FAILED {trouble}");
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    let green = troubles.is_empty() && total.failed == 0;
    Ok(if green {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn run_part(place: &Place, part: Part, total: &mut Count) -> Outcome<()> {
    match part {
        Part::Format => run(&mut place.cargo(&["fmt", "--all", "--check"])),
        Part::Tidy => tidy::report(&place.root),
        Part::Lint => {
            let words = [
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ];
            run(&mut place.cargo(&words))
        }
        Part::Rust => rust(place, total),
        Part::Docs => {
            let mut command = place.cargo(&[
                "doc",
                "--workspace",
                "--no-deps",
                "--document-private-items",
            ]);
            // The documents are for whoever works on this: private items may be linked.
            let flags = "-D warnings -A rustdoc::private-intra-doc-links";
            run(command.env("RUSTDOCFLAGS", flags))
        }
        Part::Ui => interface(place, total),
        Part::Systems => systems::check(place),
    }
}

/// Builds the programs that the tests start, then runs every Rust test, the real window included.
fn rust(place: &Place, total: &mut Count) -> Outcome<()> {
    build_all(place)?;
    let nextest = ask("cargo", &["nextest", "--version"]).is_some();
    if nextest {
        let words = [
            "nextest",
            "run",
            "--workspace",
            "--no-fail-fast",
            "--status-level",
            "fail",
        ];
        return counted(&mut place.cargo(&words), Runner::Nextest, total);
    }
    let words = [
        "test",
        "--workspace",
        "--lib",
        "--bins",
        "--tests",
        "--no-fail-fast",
    ];
    counted(&mut place.cargo(&words), Runner::Cargo, total)
}

fn interface(place: &Place, total: &mut Count) -> Outcome<()> {
    let checks = ["format:check", "lint", "check"];
    let mut failed: Vec<&str> = checks
        .into_iter()
        .filter(|script| run(ui::npm(place).args(["run", "--silent", script])).is_err())
        .collect();
    let mut tests = ui::npm(place);
    tests.args(["run", "--silent", "test"]);
    if counted(&mut tests, Runner::Vitest, total).is_err() {
        failed.push("test");
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(format!(
        "`npm run {}` in ui/",
        failed.join("`, `npm run ")
    )))
}

/// Runs a test runner and adds what it counts; its failure is a trouble, and so is silence.
fn counted(command: &mut Command, runner: Runner, total: &mut Count) -> Outcome<()> {
    command.env("CARGO_TERM_COLOR", "never");
    let mut seen = None;
    let green = watch(command, &mut |line| {
        if let Some(count) = runner.count(line) {
            *seen.get_or_insert_with(Count::default) += count;
        }
    })?;
    let Some(count) = seen else {
        return Err(Trouble::new("the runner did not say how many tests it ran"));
    };
    *total += count;
    match (green, count.failed) {
        (true, 0) => Ok(()),
        (_, 0) => Err(Trouble::new("the runner ended badly")),
        (_, failed) => Err(Trouble::new(format!("{failed} failed"))),
    }
}
