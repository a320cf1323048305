//! Desktops that are killed in the middle of a longer job: a migration, the first sync, a backup,
//! bringing one back, a pile of summaries. Begun again, each is done, and nothing of it is half.

mod backup;
mod import;
mod migration;
pub mod restore;
mod summaries;

use std::path::Path;
use std::time::{Duration, Instant};

use acceptance::dice::Dice;
use acceptance::operator::Operator;
use acceptance::tally::Tally;

use crate::asked;
use crate::fates::{Fate, settle};
use crate::program::{PATIENCE, Program, headless};
use crate::sound::{damage, databases};
use crate::stock::{Desk, Stock, litter};

/// So many kills when nothing else is asked for; each kind of job gets its share.
const FEW: u64 = 6;
/// Orders of the data that is worked on.
const ORDERS: u32 = 20;

/// A job with the data that it is done to.
trait Job {
    /// The words that begin it, or begin it again.
    fn words(&self) -> Vec<String>;
    /// What the desktop says.
    fn hear(&mut self, line: &str);
    /// Where the data is.
    fn data(&self) -> &Path;
    /// Looks at what a kill left.
    async fn left(&mut self) {}
    /// Counts what there is when it is done.
    async fn settle(self) -> Tally;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_is_killed_again_and_again_is_done_whole_or_not_at_all() {
    let kills = asked::number("TURNUP_JOBS", FEW);
    let seed = asked::number("TURNUP_SEED", 1);
    println!("jobs: seed {seed}");
    let stock = &Stock::lay_in(ORDERS, seed).await;
    let mut dice = Dice::new(seed);
    let mut tally = Tally::default();
    let share = |of: u64| kills / 5 + u64::from(of < kills % 5);
    tally += suffer("migration", share(0), &mut dice, async move || {
        migration::Migration::begin(stock)
    })
    .await;
    tally += suffer("import", share(1), &mut dice, import::Import::begin).await;
    tally += suffer("backup", share(2), &mut dice, async move || {
        backup::BackUp::begin(stock)
    })
    .await;
    let copy = &restore::Copy::make(stock).await;
    tally += suffer("restore", share(3), &mut dice, async move || {
        restore::Restore::begin(stock, copy)
    })
    .await;
    tally += suffer("summaries", share(4), &mut dice, async move || {
        summaries::Summaries::begin(stock)
    })
    .await;
    println!("{}", tally.line("jobs", "runs"));
    assert!(tally.is_clean());
}

/// Has a job done undisturbed, and then again and again with so many kills in the middle.
async fn suffer<J: Job>(
    name: &str,
    kills: u64,
    dice: &mut Dice,
    begin: impl AsyncFn() -> J,
) -> Tally {
    let mut job = begin().await;
    let begun = Instant::now();
    assert!(!live(&mut job, PATIENCE).await);
    let whole = begun.elapsed();
    let mut tally = job.settle().await;
    tally.runs += 1;
    while tally.faults < kills {
        let mut job = begin().await;
        let mut life = dice.moment(whole);
        while live(&mut job, life).await {
            tally.runs += 1;
            tally.faults += 1;
            for database in databases(job.data()) {
                assert_eq!(damage(&database), None, "{name} killed after {life:?}");
            }
            job.left().await;
            let once_more = tally.faults < kills && dice.below(2) == 0;
            life = if once_more {
                dice.moment(whole)
            } else {
                PATIENCE
            };
        }
        tally.runs += 1;
        tally += job.settle().await;
    }
    println!("{name}: {whole:.1?} long, killed {} times", tally.faults);
    tally
}

/// Whether it was killed.
async fn live(job: &mut impl Job, lasts: Duration) -> bool {
    let program = Program::begin(&mut headless(job.words()));
    program.live(lasts, |line| job.hear(line)).await
}

/// What became of edits that were all acknowledged before, in data that opens.
async fn all_there(data: &Path, stock: &Stock) -> Tally {
    let desk = Desk::look(data, &stock.known).await.unwrap();
    settle(&stock.edits, &stock.all(Fate::Done), &desk, &stock.known)
}

/// Nothing that was being written lies about once the program has been used again.
async fn no_litter(data: &Path) {
    let operator = Operator::at(data).await.unwrap();
    operator.workbench.back_up().await.unwrap();
    operator.workbench.close().await;
    assert_eq!(litter(data), Vec::<std::path::PathBuf>::new());
}
