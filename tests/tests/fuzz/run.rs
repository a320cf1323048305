//! How much is fuzzed, and the line that it ends with.

use std::{
    env,
    sync::atomic::{AtomicU64, AtomicUsize, Ordering},
    time::Duration,
};

use acceptance::tally::Tally;
use bolero::{BorrowedInput, ByteSliceGenerator, DefaultEngine, TestTarget};

use crate::json::Outcome;

/// Inputs for each reader, unless the environment says otherwise.
const USUAL: usize = 2_000;
/// Bytes that decide over one input.
const LONGEST: usize = 512;

static RUNS: AtomicU64 = AtomicU64::new(0);
static REFUSED: AtomicU64 = AtomicU64::new(0);
static ENDED: AtomicUsize = AtomicUsize::new(0);

/// A reader as the fuzzer finds it.
pub type Target = TestTarget<ByteSliceGenerator, DefaultEngine, BorrowedInput>;

/// A test for each reader.
macro_rules! targets {
    ($($name:ident: $read:path;)+) => {
        const TARGETS: usize = [$(stringify!($name)),+].len();
        $(
            #[test]
            fn $name() {
                $crate::run::run(bolero::check!(), $read, TARGETS);
            }
        )+
    };
}
pub(crate) use targets;

/// Feeds a reader; the last one of all tells what they were fed. What was refused counts as a
/// fault that struck; nothing is acknowledged to anybody here.
pub fn run(target: Target, read: fn(&[u8]) -> Outcome, targets: usize) {
    let target = target.with_max_len(LONGEST);
    let target = match asked() {
        Amount::Inputs(inputs) => target.with_iterations(inputs),
        Amount::Time(time) => target.with_test_time(time),
    };
    target.for_each(move |bytes: &[u8]| {
        RUNS.fetch_add(1, Ordering::Relaxed);
        if read(bytes) == Outcome::Refused {
            REFUSED.fetch_add(1, Ordering::Relaxed);
        }
    });
    if ENDED.fetch_add(1, Ordering::SeqCst) + 1 == targets {
        let tally = Tally {
            runs: RUNS.load(Ordering::SeqCst),
            faults: REFUSED.load(Ordering::SeqCst),
            ..Tally::default()
        };
        println!("{}", tally.line("fuzz", "runs"));
    }
}

enum Amount {
    Inputs(usize),
    Time(Duration),
}

fn asked() -> Amount {
    let Ok(text) = env::var("TURNUP_FUZZ") else {
        return Amount::Inputs(USUAL);
    };
    let amount = match text.strip_suffix('s') {
        Some(seconds) => seconds
            .parse()
            .map(|s| Amount::Time(Duration::from_secs(s))),
        None => text.parse().map(Amount::Inputs),
    };
    amount.unwrap_or_else(|_| panic!("TURNUP_FUZZ is neither a number nor seconds: {text}"))
}
