//! Disks that take no more from the n-th write on: what was acknowledged before is there, what
//! was refused is not, and once there is room the same data goes on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use acceptance::backlog;
use acceptance::dice::Dice;
use acceptance::disk::mounting;
use acceptance::tally::Tally;

use crate::asked;
use crate::fates::{Fate, settle};
use crate::program::{HEADLESS, Program, headless};
use crate::sound::{damage, databases};
use crate::stock::{Desk, Stock, litter};

/// Orders of the data that is worked on.
const ORDERS: u32 = 10;
/// So many writes of each kind are the last one when not all of them are asked for.
const FEW: u64 = 4;
/// What the log of a database grows by.
const FRAME: u64 = 24 + 4096;
/// The index of a log: below this no file can be worked with.
const INDEX: u64 = 32 * 1024;
const PAGE: u64 = 4096;

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_takes_no_more_at_some_write_costs_nothing_that_was_acknowledged() {
    let seed = asked::number("TURNUP_SEED", 1);
    let every = std::env::var("TURNUP_ROOM").is_ok_and(|word| word == "all");
    println!("room: seed {seed}");
    let stock = Stock::lay_in(ORDERS, seed).await;
    let wanted = undisturbed(&stock).await;
    let mut dice = Dice::new(seed);
    let mut tally = Tally::default();
    for end in ends(INDEX..wanted.log, FRAME, every) {
        // Somewhere in a write: a part of it goes, the rest does not.
        let limit = end + dice.below(FRAME);
        tally += narrow(&stock, |data, edits| limited(limit, data, edits)).await;
    }
    for end in ends(0..wanted.disk, PAGE, every) {
        tally += narrow(&stock, |data, edits| on_a_disk(end, data, edits)).await;
    }
    println!("{}", tally.line("room", "runs"));
    assert!(tally.is_clean());
    assert!(tally.faults > 0 && tally.acknowledged > 0);
}

/// Where the disk ends.
fn ends(range: std::ops::Range<u64>, step: u64, every: bool) -> impl Iterator<Item = u64> {
    let few = ((range.end - range.start) / FEW).max(step);
    range.step_by(usize::try_from(if every { step } else { few }).unwrap())
}

/// What the edits take when there is room, in bytes.
struct Wanted {
    /// The log of the database in the end.
    log: u64,
    /// Everything that was not there before.
    disk: u64,
}

async fn undisturbed(stock: &Stock) -> Wanted {
    let folder = tempfile::tempdir().unwrap();
    let (data, edits) = lay(stock, folder.path());
    let before = size(&data);
    let mut program = Program::begin(&mut headless(["type".as_ref(), &*data, &*edits]));
    while program.line().await.unwrap() != "typed" {}
    let [database] = databases(&data).try_into().unwrap();
    let log = fs::metadata(format!("{}-wal", database.display())).unwrap();
    let wanted = Wanted {
        log: log.len(),
        disk: size(&data) - before,
    };
    assert!(program.end(|_| {}).await);
    assert!(wanted.log > INDEX + FRAME, "the log is {} long", wanted.log);
    wanted
}

fn lay(stock: &Stock, folder: &Path) -> (PathBuf, PathBuf) {
    let (data, edits) = (folder.join("ana"), folder.join("edits"));
    stock.bare(&data);
    backlog::write(&edits, &stock.edits).unwrap();
    (data, edits)
}

/// A program for which no file grows beyond so many bytes: writing there is an error.
fn limited(limit: u64, data: &Path, edits: &Path) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", "trap '' XFSZ; exec prlimit --fsize=\"$0\" \"$@\""])
        .arg(limit.to_string())
        .args([HEADLESS, "type"])
        .args([data, edits]);
    command
}

/// A program whose data is on a disk with so much room left; afterwards it lies where it was.
fn on_a_disk(left: u64, data: &Path, edits: &Path) -> Command {
    let disk = data.with_file_name("disk");
    fs::create_dir(&disk).unwrap();
    let steps = "mount -t tmpfs -o size=\"$3\" none \"$4\" && cp -r \"$1/.\" \"$4\"
        \"$0\" type \"$4\" \"$2\"
        said=$?
        rm -r \"$1\" && cp -r \"$4\" \"$1\" && exit $said";
    let mut command = mounting();
    command
        .args(["sh", "-c", steps, HEADLESS])
        .args([data, edits])
        .arg((size(data) + left).to_string())
        .arg(disk);
    command
}

/// Types until the disk ends and beyond, and then once more with room.
async fn narrow(stock: &Stock, program: impl FnOnce(&Path, &Path) -> Command) -> Tally {
    let folder = tempfile::tempdir().unwrap();
    let (data, edits) = lay(stock, folder.path());
    let mut fates = stock.all(Fate::Ahead);
    let mut hear = |line: &str| {
        if let Some((index, fate)) = Fate::told(line) {
            fates[index] = fate;
            let told = line.ends_with(" disk_full") || line.ends_with(" folder_not_usable");
            assert!(fate != Fate::Refused || told, "{line}");
        }
    };
    let mut command = program(&data, &edits);
    let opened = Program::begin(command.stderr(Stdio::null()))
        .end(&mut hear)
        .await;
    let refused = fates.contains(&Fate::Refused);
    assert!(opened || fates.iter().all(|fate| *fate == Fate::Ahead));
    assert!(!fates.contains(&Fate::InDoubt), "it broke off: {fates:?}");
    let [database] = databases(&data).try_into().unwrap();
    assert_eq!(damage(&database), None);
    let desk = Desk::look(&data, &stock.known).await.unwrap();
    let mut tally = settle(&stock.edits, &fates, &desk, &stock.known);
    tally.runs = 1;
    tally.faults = u64::from(refused || !opened);

    // The rest, in the same data.
    let all = stock.edits.iter().zip(&fates);
    let rest = all.filter(|(_, fate)| **fate != Fate::Done);
    let rest: Vec<_> = rest.map(|(edit, _)| edit.clone()).collect();
    backlog::write(&edits, &rest).unwrap();
    let mut command = headless(["type".as_ref(), &*data, &*edits]);
    let mut refusals = Vec::new();
    let well = Program::begin(&mut command).end(|line| {
        if line.starts_with("refused") {
            refusals.push(line.to_owned());
        }
    });
    assert!(well.await && refusals.is_empty(), "{refusals:?}");
    let desk = Desk::look(&data, &stock.known).await.unwrap();
    let whole = settle(&stock.edits, &stock.all(Fate::Done), &desk, &stock.known);
    assert!(whole.is_clean(), "with room: {whole}");
    assert_eq!(litter(&data), Vec::<PathBuf>::new());
    tally
}

/// What the files of a folder take of a disk.
fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| {
            if entry.file_type().unwrap().is_dir() {
                size(&entry.path())
            } else {
                entry.metadata().unwrap().len().next_multiple_of(PAGE)
            }
        })
        .sum()
}
