//! Desktops that are killed in the middle of their work, again and again, until all of it is
//! sent.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use acceptance::backlog::{self, Edit};
use acceptance::dice::Dice;
use acceptance::operator::{Operator, Who};
use acceptance::tally::Tally;
use turnup_reference_service::{Config, Running, spawn};

use crate::asked;
use crate::edits::{self, Known};
use crate::fates::{Fate, settle};
use crate::program::{PATIENCE, Program, headless};
use crate::sound::{damage, databases};

/// As many kills strike when nothing else is asked for, and among so many orders.
const FEW: (u64, u64) = (5, 40);
/// One kill of so many strikes while the program starts, the others while it works.
const STARTING: u64 = 5;

#[tokio::test(flavor = "multi_thread")]
async fn a_desktop_that_is_killed_again_and_again_sends_everything_once() {
    let kills = asked::number("TURNUP_KILLS", FEW.0);
    let orders = asked::number("TURNUP_KILLED_ORDERS", FEW.1);
    let seed = asked::number("TURNUP_SEED", 1);
    let orders = u32::try_from(orders).unwrap();
    let known = first_look(orders).await;

    // How long it takes when nobody disturbs it: the instants are spread over that.
    let mut round = Round::begin(&known, orders, seed).await;
    let begun = Instant::now();
    round.live(Life::of(PATIENCE)).await;
    let whole = begun.elapsed();
    let start = round.start.unwrap();
    let mut tally = round.settle().await;
    assert_eq!(tally.faults, 0);

    let mut dice = Dice::new(seed);
    let mut spread = Spread::default();
    let mut rounds = 1;
    while tally.faults < kills {
        rounds += 1;
        let mut round = Round::begin(&known, orders, seed + rounds).await;
        while !round.is_over {
            let is_starting = dice.below(STARTING) == 0;
            let life = if is_starting {
                Life::of(dice.moment(start))
            } else {
                Life::at_work(dice.moment((whole - start) / 2))
            };
            if round.live(life).await {
                spread.note(&round);
            }
        }
        tally += round.settle().await;
    }
    println!("{rounds} backlogs of {orders} orders, each {whole:.1?} long; {spread}");
    println!("{}", tally.line("kills", "runs"));
    assert!(tally.is_clean());
}

async fn first_look(orders: u32) -> Known {
    let service = service(orders).await;
    let folder = tempfile::tempdir().unwrap();
    let operator = Operator::at(folder.path()).await.unwrap();
    operator.join(&service.address(), Who::Ana).await.unwrap();
    let known = edits::known(&operator, &service).await;
    operator.workbench.close().await;
    known
}

/// A service in memory; the same world every time.
async fn service(orders: u32) -> Running {
    let config = Config {
        seed: 4,
        orders,
        organizations: 80,
        provisioning_time: Duration::from_millis(50),
        ..Config::default()
    };
    spawn(config).await.unwrap()
}

/// How long a desktop may live.
#[derive(Clone, Copy)]
struct Life {
    at_work: bool,
    lasts: Duration,
}

impl Life {
    /// From its start.
    fn of(lasts: Duration) -> Self {
        let at_work = false;
        Self { at_work, lasts }
    }

    /// From when its data is open.
    fn at_work(lasts: Duration) -> Self {
        let at_work = true;
        Self { at_work, lasts }
    }
}

/// One backlog, from the first edit to the last answer.
struct Round {
    service: Running,
    known: Known,
    edits: Vec<Edit>,
    fates: Vec<Fate>,
    folder: tempfile::TempDir,
    is_over: bool,
    /// How long the last desktop took until its data was open.
    start: Option<Duration>,
    tally: Tally,
}

impl Round {
    async fn begin(known: &Known, orders: u32, seed: u64) -> Self {
        let service = service(orders).await;
        let folder = tempfile::tempdir().unwrap();
        let edits = edits::of(known, &service, &mut Dice::new(seed));
        backlog::write(&folder.path().join("edits"), &edits).unwrap();
        Self {
            service,
            known: known.clone(),
            fates: vec![Fate::Ahead; edits.len()],
            edits,
            folder,
            is_over: false,
            start: None,
            tally: Tally::default(),
        }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("ana")
    }

    /// Starts the desktop where it was, and kills it after `life`, unless it is done before.
    /// Whether it was killed.
    async fn live(&mut self, life: Life) -> bool {
        self.tally.runs += 1;
        let begun = Instant::now();
        let mut desktop = self.begin_desktop();
        if life.at_work
            && let Some(line) = desktop.line().await
        {
            self.hear(&line);
            self.start = Some(begun.elapsed());
        }
        let hear = |line: &str| {
            self.start.get_or_insert_with(|| begun.elapsed());
            self.hear(line);
        };
        let struck = desktop.live(life.lasts, hear).await;
        assert!(struck || self.is_over);
        self.tally.faults += u64::from(struck);
        for database in databases(&self.data()) {
            assert_eq!(damage(&database), None);
        }
        struck
    }

    fn begin_desktop(&self) -> Program {
        let from = self.fates.iter().position(|fate| *fate == Fate::Ahead);
        let from = from.unwrap_or(self.edits.len());
        let mut command = headless(["backlog"]);
        command
            .arg(self.data())
            .arg(self.service.address())
            .arg(self.folder.path().join("edits"))
            .arg(from.to_string());
        Program::begin(&mut command)
    }

    fn hear(&mut self, line: &str) {
        if line == "empty" {
            self.is_over = true;
        }
        let Some((index, fate)) = Fate::told(line) else {
            return;
        };
        self.fates[index] = fate;
        let edit = &self.edits[index];
        let expected = fate != Fate::Refused || edit.may_be_refused();
        assert!(expected, "{line}: {edit:?}");
    }

    /// What there is at the end, here and there.
    async fn settle(mut self) -> Tally {
        self.tally += settle(&self.edits, &self.fates, &self.service, &self.known);
        let operator = Operator::at(&self.data()).await.unwrap();
        let frame = operator.workbench.frame().await.unwrap();
        assert_eq!((frame.waiting, frame.needs_attention), (0, 0));
        for (edit, fate) in self.edits.iter().zip(&self.fates) {
            let order = operator.workbench.open_order(&edit.order).await.unwrap();
            let drafted = order.wizard.saved_at.is_some();
            let number = &self.known[&edit.order].0;
            let there = self.service.order(number).unwrap();
            assert_eq!(order.note, there.note, "{edit:?}");
            // A draft of an act that was sent is something to be sent once more.
            if drafted && *fate == Fate::Done && edit.ends_a_draft() {
                println!("{}: {edit:?}: its draft is there again", order.number);
                self.tally.resurrected += 1;
            }
        }
        operator.workbench.close().await;
        self.tally
    }

    fn done(&self) -> f64 {
        let ahead = self.fates.iter().filter(|fate| **fate == Fate::Ahead);
        1.0 - ahead.count() as f64 / self.fates.len() as f64
    }
}

/// Where in the work the kills struck.
#[derive(Default)]
struct Spread {
    before: u32,
    quarters: [u32; 4],
    after: u32,
}

impl Spread {
    fn note(&mut self, round: &Round) {
        let done = round.done();
        if done <= 0.0 {
            self.before += 1;
        } else if done >= 1.0 {
            self.after += 1;
        } else {
            self.quarters[(done * 4.0) as usize] += 1;
        }
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "killed {} times before the first edit, {:?} in the quarters of typing, {} while the \
             rest was sent",
            self.before, self.quarters, self.after
        )
    }
}
