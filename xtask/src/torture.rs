//! `cargo xtask torture`: everything that may happen to an edit, in full, and one line at the end.
//!
//! What is done to the program stands in the tests of `sync` and in `tests/`; each part ends with
//! a line of counts. Here they are asked for in full, read and added up.

use std::ops::AddAssign;
use std::process::{Command, ExitCode};

use crate::command::{Outcome, watch};
use crate::packages::Need;
use crate::place::Place;
use crate::prepare::prepare;

/// How much is asked for.
#[derive(Debug)]
pub struct Options {
    kills: u64,
    seeds: u64,
    replies: u64,
    /// Kills in the middle of longer jobs.
    jobs: u64,
    /// Times that the power goes.
    cuts: u64,
    /// Inputs for each reader of what comes from outside.
    fuzz: u64,
    /// As little as the test suite asks for.
    quick: bool,
}

/// Orders of each backlog over which the kills are spread.
const KILLED_ORDERS: u64 = 500;

impl Options {
    /// From the words after `torture`.
    pub fn parse(mut words: lexopt::Parser) -> Outcome<Self> {
        let mut options = Self {
            kills: 1_000,
            seeds: 10_000,
            replies: 10_000,
            jobs: 200,
            cuts: 3_000,
            fuzz: 100_000,
            quick: false,
        };
        while let Some(word) = words.next()? {
            let count = match word {
                lexopt::Arg::Long("kills") => &mut options.kills,
                lexopt::Arg::Long("seeds") => &mut options.seeds,
                lexopt::Arg::Long("replies") => &mut options.replies,
                lexopt::Arg::Long("jobs") => &mut options.jobs,
                lexopt::Arg::Long("cuts") => &mut options.cuts,
                lexopt::Arg::Long("fuzz") => &mut options.fuzz,
                lexopt::Arg::Long("quick") => {
                    options.quick = true;
                    continue;
                }
                other => return Err(other.unexpected().into()),
            };
            *count = lexopt::ValueExt::parse(&words.value()?)?;
        }
        Ok(options)
    }

    fn ask(&self, command: &mut Command) {
        if self.quick {
            return;
        }
        command
            .env("TURNUP_SEEDS", self.seeds.to_string())
            .env("TURNUP_KILLS", self.kills.to_string())
            .env("TURNUP_KILLED_ORDERS", KILLED_ORDERS.to_string())
            .env("TURNUP_REPLIES", self.replies.to_string())
            .env("TURNUP_JOBS", self.jobs.to_string())
            .env("TURNUP_CUTS", self.cuts.to_string())
            .env("TURNUP_ROOM", "all")
            .env("TURNUP_FUZZ", self.fuzz.to_string())
            .env("TURNUP_MATRIX", "all");
    }
}

/// A test program and the parts whose lines it prints.
const PROGRAMS: [(&str, &str, &[&str]); 3] = [
    ("turnup-sync", "simulation", &["simulation"]),
    ("acceptance", "torture", PARTS),
    ("acceptance", "fuzz", &["fuzz"]),
];

/// What is done to whole programs; disks are cut off and lose their power on Linux only.
const PARTS: &[&str] = if cfg!(target_os = "linux") {
    &["matrix", "kills", "jobs", "replies", "room", "power"]
} else {
    &["matrix", "kills", "jobs", "replies"]
};

/// Runs every part, also when one fails, and adds up what they count.
pub fn torture(place: &Place, options: &Options) -> Outcome<ExitCode> {
    prepare(Need::Window)?;
    let mut total = Counts::default();
    let mut lines = Vec::new();
    let mut troubles = Vec::new();
    for (package, test, parts) in PROGRAMS {
        let mut command = place.cargo(&["test", "--release", "--package", package]);
        command.args(["--test", test, "--", "--nocapture", "--test-threads", "1"]);
        options.ask(&mut command);
        let mut found = Vec::new();
        let green = watch(&mut command, &mut |line| {
            found.extend(parts.iter().filter_map(|part| counts(part, line)));
        })?;
        if !green {
            troubles.push(format!("the test {test} of {package} ended badly"));
        }
        for part in parts {
            match found.iter().find(|(of, _, _)| of == part) {
                Some((_, line, counts)) => {
                    lines.push(line.clone());
                    total += *counts;
                }
                None => troubles.push(format!("{part} did not say what it counted")),
            }
        }
    }
    for line in lines {
        println!("{line}");
    }
    for trouble in &troubles {
        println!("FAILED {trouble}");
    }
    println!("{}", total.line());
    Ok(if troubles.is_empty() && total.is_clean() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What a part counted.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Counts([u64; 6]);

/// What each count is of; the runs of a part have a word of their own.
const WORDS: [&str; 6] = [
    "runs",
    "faults",
    "acknowledged",
    "lost",
    "doubled",
    "resurrected",
];

impl Counts {
    fn is_clean(self) -> bool {
        self.0[3..].iter().all(|count| *count == 0)
    }

    fn line(self) -> String {
        let counts: Vec<String> = self
            .0
            .iter()
            .zip(WORDS)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        format!("torture: {}", counts.join(", "))
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        for (sum, count) in self.0.iter_mut().zip(other.0) {
            *sum += count;
        }
    }
}

/// The line of a part and its counts, if this is it. The runner may have begun the line.
fn counts(part: &'static str, line: &str) -> Option<(&'static str, String, Counts)> {
    let line = &line[line.find(&format!("{part}: "))?..];
    let figures = line.strip_prefix(part)?.strip_prefix(": ")?;
    let mut counts = Counts::default();
    let mut figures = figures.split(", ");
    for (index, word) in WORDS.into_iter().enumerate() {
        let (count, found) = figures.next()?.split_once(' ')?;
        if index > 0 && found != word {
            return None;
        }
        counts.0[index] = count.parse().ok()?;
    }
    figures
        .next()
        .is_none()
        .then(|| (part, line.to_owned(), counts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_part_is_found_wherever_the_runner_puts_it() {
        let whole =
            "matrix: 207 cells, 414 faults, 1863 acknowledged, 0 lost, 1 doubled, 0 resurrected";
        let counted = Counts([207, 414, 1863, 0, 1, 0]);
        for line in [whole.to_owned(), format!("test matrix::it ... {whole}")] {
            let found = counts("matrix", &line);
            assert_eq!(found, Some(("matrix", whole.to_owned(), counted)));
        }
        assert!(!counted.is_clean());
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in [
            "",
            "matrix: all of it",
            "test matrix::it ... ok",
            "kills: 1 runs, 1 faults, 1 acknowledged, 0 lost, 0 doubled, 0 resurrected",
            "matrix: 1 cells, 1 faults, 1 acknowledged, 0 lost, 0 doubled, 0 resurrected, 1 more",
            "matrix: 1 cells, 1 faults, 1 acknowledged, x lost, 0 doubled, 0 resurrected",
        ] {
            assert_eq!(counts("matrix", line), None, "{line}");
        }
    }

    #[test]
    fn the_parts_add_up_to_the_last_line() {
        let mut total = Counts([1, 2, 3, 0, 0, 0]);
        total += Counts([10, 20, 30, 0, 0, 0]);
        assert_eq!(
            total.line(),
            "torture: 11 runs, 22 faults, 33 acknowledged, 0 lost, 0 doubled, 0 resurrected"
        );
        assert!(total.is_clean());
    }
}
