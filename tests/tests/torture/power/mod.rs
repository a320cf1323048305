//! The power goes: what a program wrote and synced is recorded call by call, and the disk is laid
//! out as it may lie there after any of them. It opens, and what was acknowledged is there.

mod disk;
mod trace;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use acceptance::Outcome;
use acceptance::backlog;
use acceptance::dice::Dice;
use acceptance::operator::Operator;
use acceptance::tally::Tally;

use crate::asked;
use crate::fates::{Fate, settle, weigh};
use crate::jobs::restore::Copy;
use crate::program::HEADLESS;
use crate::sound::{damage, databases};
use crate::stock::{Desk, Stock, copy, grow_old, service};
use disk::Disk;
use trace::Event;

/// So often the power goes when nothing else is asked for.
const FEW: u64 = 40;
/// So many calls at the beginning of a record get a share of their own.
const FIRST: usize = 40;
/// Orders of the data that is worked on.
const ORDERS: u32 = 12;

#[tokio::test(flavor = "multi_thread")]
async fn whatever_was_saved_survives_the_loss_of_power() {
    let cuts = asked::number("TURNUP_CUTS", FEW);
    let seed = asked::number("TURNUP_SEED", 1);
    println!("power: seed {seed}");
    let stock = Stock::lay_in(ORDERS, seed).await;
    let mut tally = Tally::default();
    let mut dice = Dice::new(seed);
    let service = service(ORDERS).await;
    let address = service.address();
    let records = records(&stock, &address).await;
    for (index, record) in records.into_iter().enumerate() {
        // The one with the edits gets half of them.
        let share = if index == 0 { cuts / 2 } else { cuts / 6 };
        let world = World {
            stock: &stock,
            address: &address,
        };
        tally += lose_power(&record, share, world, &mut dice).await;
    }
    println!("{}", tally.line("power", "runs"));
    assert!(tally.is_clean());
}

/// What is there whether the power is there or not.
#[derive(Clone, Copy)]
struct World<'a> {
    stock: &'a Stock,
    address: &'a str,
}

/// What a program did to a folder.
struct Record {
    name: &'static str,
    folder: tempfile::TempDir,
    /// As it was before.
    before: PathBuf,
    data: PathBuf,
    events: Vec<Event>,
    /// What is known of the edits at the beginning.
    fates: Vec<Fate>,
    /// What they all become at once when this is said.
    at_once: Option<&'static str>,
}

async fn records(stock: &Stock, address: &str) -> Vec<Record> {
    let backup = Copy::make(stock).await;
    let ahead = stock.all(Fate::Ahead);
    vec![
        // Everything is fetched, then the edits are typed; at the end the log is written back.
        Record::of("edits", ahead.clone(), None, |data, edits| {
            backlog::write(edits, &stock.edits).unwrap();
            let (data, edits) = (data.display(), edits.display());
            vec![
                "type".to_owned(),
                data.to_string(),
                edits.to_string(),
                address.to_owned(),
            ]
        }),
        Record::of("migration", stock.all(Fate::Done), None, |data, _| {
            stock.edited(data);
            grow_old(data);
            vec!["open".to_owned(), data.display().to_string()]
        }),
        Record::of("backups", stock.all(Fate::Done), None, |data, _| {
            stock.edited(data);
            let data = data.display().to_string();
            vec!["back-up".to_owned(), data, "3".to_owned()]
        }),
        Record::of("restore", ahead, Some("restored"), |data, _| {
            stock.bare(data);
            backup.lay(data);
            let data = data.display().to_string();
            vec!["restore".to_owned(), data, backup.name().to_owned()]
        }),
    ]
}

impl Record {
    fn of(
        name: &'static str,
        fates: Vec<Fate>,
        at_once: Option<&'static str>,
        lay: impl FnOnce(&Path, &Path) -> Vec<String>,
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let (data, before) = (root.join("ana"), root.join("before"));
        let words = lay(&data, &root.join("edits"));
        fs::create_dir_all(&data).unwrap();
        copy(&data, &before);
        let record = root.join("record");
        let ended = Command::new("strace")
            .args(["-f", "-q", "-xx", "-s", "100000000", "-e", trace::CALLS])
            .args(["-e", "signal=none", "-o"])
            .arg(&record)
            .arg(HEADLESS)
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .expect("strace, which records what a program asks of the disk");
        assert!(ended.success(), "{name}: {ended}");
        let events = trace::read(&fs::read_to_string(&record).unwrap());
        Self {
            name,
            folder,
            before,
            data,
            events,
            fates,
            at_once,
        }
    }

    /// A copy of it that outlives the test, for whoever looks for what went wrong.
    fn keep(&self) -> PathBuf {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("power-{}", self.name));
        copy(self.folder.path(), &kept);
        kept
    }

    /// The disk before anything happened.
    fn disk(&self) -> Disk {
        Disk::of(&self.data, &self.before)
    }

    fn hear(&self, said: &str, fates: &mut [Fate]) {
        if self.at_once == Some(said) {
            fates.fill(Fate::Done);
        }
        for line in said.lines() {
            if let Some((index, fate)) = Fate::told(line) {
                fates[index] = fate;
            }
        }
    }
}

/// Has the power go at so many instants of a record.
async fn lose_power(record: &Record, cuts: u64, world: World<'_>, dice: &mut Dice) -> Tally {
    let instants = instants(record, cuts, dice);
    let mut disk = record.disk();
    let mut fates = record.fates.clone();
    let mut tally = Tally::default();
    let mut unsynced = 0;
    for (index, event) in record.events.iter().enumerate() {
        disk.happens(event);
        if let Event::Said(said) = event {
            record.hear(said, &mut fates);
        }
        for _ in instants.iter().filter(|instant| **instant == index) {
            unsynced = unsynced.max(disk.unsynced());
            let seed = dice.below(u64::MAX);
            let found = opened_again(&disk, record, &fates, world, seed).await;
            if !found.is_clean() {
                println!(
                    "{} cut behind call {index} by seed {seed}: {found}; {}",
                    record.name,
                    record.keep().display()
                );
            }
            tally += found;
        }
    }
    println!(
        "{}: {} calls, cut {cuts} times, up to {unsynced} writes unsynced",
        record.name,
        record.events.len()
    );
    tally
}

/// Calls behind which the power goes: those that changed something on the disk or told of it.
fn instants(record: &Record, cuts: u64, dice: &mut Dice) -> Vec<usize> {
    let mut disk = record.disk();
    let mut telling = Vec::new();
    for (index, event) in record.events.iter().enumerate() {
        if disk.happens(event) || matches!(event, Event::Said(_)) {
            telling.push(index);
        }
    }
    // What is made first is little, and all the rest stands on it.
    let first = &telling[..telling.len().min(FIRST)];
    (0..cuts)
        .map(|cut| if cut % 4 == 0 { first } else { &telling })
        .map(|among| among[dice.below(among.len() as u64) as usize])
        .collect()
}

/// What is there when the power is back.
async fn opened_again(
    disk: &Disk,
    record: &Record,
    fates: &[Fate],
    world: World<'_>,
    seed: u64,
) -> Tally {
    let stock = world.stock;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    fs::create_dir_all(&data).unwrap();
    for (path, bytes) in disk.cut(&mut Dice::new(seed)) {
        let path = data.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let damaged = databases(&data)
        .into_iter()
        .find_map(|database| damage(&database));
    let desk = match damaged {
        Some(damage) => Err(damage),
        None if fates.contains(&Fate::Done) => Desk::look(&data, &stock.known).await,
        None => match connects(&data, world.address).await {
            Ok(()) => Desk::look(&data, &stock.known).await,
            Err(problem) => Err(problem.to_string()),
        },
    };
    let found = match desk {
        Ok(desk) if record.at_once.is_some() && fates.contains(&Fate::Ahead) => {
            all_or_nothing(&desk, stock)
        }
        Ok(desk) => settle(&stock.edits, fates, &desk, &stock.known),
        Err(problem) => {
            println!("{problem}");
            Tally {
                lost: 1,
                ..Tally::default()
            }
        }
    };
    Tally {
        runs: 1,
        faults: 1,
        ..found
    }
}

/// Somebody who was not connected yet connects now, perhaps to what was being made.
async fn connects(data: &Path, address: &str) -> Outcome<()> {
    let operator = Operator::at(data).await?;
    if operator.workbench.account().await.is_err() {
        operator.workbench.connect(address).await?;
    }
    operator.workbench.close().await;
    Ok(())
}

/// What is done at once and was not acknowledged is there or not.
fn all_or_nothing(desk: &Desk, stock: &Stock) -> Tally {
    let as_if = |fate| {
        let found = weigh(&stock.edits, &stock.all(fate), desk, &stock.known);
        found.values().all(Tally::is_clean)
    };
    let half = !as_if(Fate::Done) && !as_if(Fate::Ahead);
    Tally {
        lost: u64::from(half),
        ..Tally::default()
    }
}
