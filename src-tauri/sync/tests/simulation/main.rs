//! Several desktops against one service, with a virtual clock and a network that fails: each
//! seed is one story, told again in the same words whenever it is asked for. In the end every
//! edit that was acknowledged is there exactly once. Here is how many seeds are played and what
//! is said about them; a story itself is in `world`.
//!
//! `TURNUP_SEEDS` says how many, `TURNUP_FIRST_SEED` from where on, `TURNUP_SEED` plays one and
//! tells all of it.
#![allow(clippy::unwrap_used)]

mod checks;
mod desk;
mod dice;
#[allow(dead_code)]
#[path = "../../src/testing/documents.rs"]
mod documents;
mod events;
mod gate;
mod ledger;
mod line;
mod operator;
mod service;
mod time;
mod trace;
mod weather;
mod world;

use std::{
    env,
    fmt::Write as _,
    fs, io,
    io::Write as _,
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    thread,
};

use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use turnup_store::Store;

use crate::{
    checks::Finding,
    world::{Outcome, simulate},
};

/// Played when nobody says how many: a few seconds.
const SEEDS: u64 = 60;
const FIRST_SEED: u64 = 1;
/// So many lines of a story that went wrong are told.
const LAST_LINES: usize = 40;
/// Of so many stories that went wrong.
const STORIES: usize = 3;

#[test]
fn every_acknowledged_edit_is_there_once_whatever_happens() {
    if let Some(seed) = number("TURNUP_SEED") {
        let outcome = Stage::new().play(seed);
        let told = outcome.trace.join("\n");
        writeln!(io::stdout(), "\n{told}\n{}", summary(&[(seed, &outcome)])).unwrap();
        assert!(outcome.findings.is_empty(), "{:#?}", outcome.findings);
        return;
    }
    let first = number("TURNUP_FIRST_SEED").unwrap_or(FIRST_SEED);
    let outcomes = play(first, number("TURNUP_SEEDS").unwrap_or(SEEDS));
    let told: Vec<_> = outcomes
        .iter()
        .map(|(seed, outcome)| (*seed, outcome))
        .collect();
    // A line of its own, also when the harness has begun one; and past its capturing.
    writeln!(io::stdout(), "\n{}", summary(&told)).unwrap();
    let failures = failures(&told);
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn the_same_seed_tells_the_same_story() {
    for seed in 1..=6 {
        let (once, again) = (Stage::new().play(seed), Stage::new().play(seed));
        assert!(
            once.trace.len() > 50,
            "a story of {} lines",
            once.trace.len()
        );
        assert_eq!(once.trace, again.trace, "seed {seed}");
    }
}

fn number(name: &str) -> Option<u64> {
    let text = env::var(name).ok()?;
    Some(
        text.parse()
            .unwrap_or_else(|_| panic!("{name} is a number, not {text}")),
    )
}

/// Plays so many seeds on all processors.
fn play(first: u64, count: u64) -> Vec<(u64, Outcome)> {
    let next = AtomicU64::new(first);
    let outcomes = Mutex::new(Vec::new());
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let stage = Stage::new();
                loop {
                    let seed = next.fetch_add(1, Relaxed);
                    if seed >= first + count {
                        return;
                    }
                    let mut outcome = stage.play(seed);
                    if outcome.findings.is_empty() {
                        // Thousands of stories in which nothing went wrong fill the memory.
                        outcome.trace.clear();
                    }
                    outcomes.lock().unwrap().push((seed, outcome));
                }
            });
        }
    });
    let mut outcomes = outcomes.into_inner().unwrap();
    outcomes.sort_by_key(|(seed, _)| *seed);
    outcomes
}

/// What stories need: a folder, a cache that nobody has used yet, and somebody to run them.
struct Stage {
    folder: TempDir,
    fresh: PathBuf,
    runtime: Runtime,
}

impl Stage {
    fn new() -> Self {
        let folder = folder();
        let fresh = folder.path().join("fresh.db");
        Store::open(&fresh).unwrap().close();
        let runtime = Builder::new_current_thread().build().unwrap();
        Self {
            folder,
            fresh,
            runtime,
        }
    }

    fn play(&self, seed: u64) -> Outcome {
        let folder = self.folder.path().join(seed.to_string());
        fs::create_dir_all(&folder).unwrap();
        let played = || simulate(seed, &self.runtime, &self.fresh, &folder);
        let outcome = panic::catch_unwind(AssertUnwindSafe(played));
        fs::remove_dir_all(&folder).unwrap();
        outcome.unwrap_or_else(|_| Outcome {
            faults: 0,
            acknowledged: 0,
            findings: vec![Finding::Broken("it panicked; see above".to_owned())],
            trace: Vec::new(),
        })
    }
}

/// In memory, where the system has such a folder: the disk is not what is tried here.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    tempfile::tempdir_in(memory).unwrap_or_else(|_| tempfile::tempdir().unwrap())
}

fn summary(outcomes: &[(u64, &Outcome)]) -> String {
    let sum = |count: fn(&Outcome) -> u64| -> u64 { outcomes.iter().map(|(_, o)| count(o)).sum() };
    let (mut lost, mut doubled, mut resurrected) = (0, 0, 0);
    for finding in outcomes.iter().flat_map(|(_, outcome)| &outcome.findings) {
        match finding {
            Finding::Lost(_) => lost += 1,
            Finding::Doubled(_) => doubled += 1,
            Finding::Resurrected(_) => resurrected += 1,
            Finding::Broken(_) => {}
        }
    }
    format!(
        "simulation: {} runs, {} faults, {} acknowledged, {lost} lost, {doubled} doubled, \
         {resurrected} resurrected",
        outcomes.len(),
        sum(|outcome| outcome.faults),
        sum(|outcome| outcome.acknowledged),
    )
}

/// The first stories that went wrong, and how to hear them again.
fn failures(outcomes: &[(u64, &Outcome)]) -> String {
    let wrong = outcomes
        .iter()
        .filter(|(_, outcome)| !outcome.findings.is_empty());
    let count = wrong.clone().count();
    let mut text = String::new();
    for (seed, outcome) in wrong.take(STORIES) {
        let from = outcome.trace.len().saturating_sub(LAST_LINES);
        let last = outcome.trace[from..].join("\n");
        let replay = format!("TURNUP_SEED={seed} cargo test -p turnup-sync --test simulation");
        writeln!(
            text,
            "seed {seed}: {:#?}\n{last}\nagain, with all of its story: {replay}\n",
            outcome.findings
        )
        .unwrap();
    }
    if count > 0 {
        writeln!(text, "{count} of {} seeds went wrong", outcomes.len()).unwrap();
    }
    text
}
