//! What a list costs as a table: the whole use case, from the query to the renamed file, and the
//! memory that it takes meanwhile.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use turnup_domain::state::View;
use turnup_store::{ListQuery, Sort, Store};
use turnup_workbench::write_csv;

use crate::figure::{Figure, Spread};
use crate::orders::{OPERATOR, now};

const WARM_UP: usize = 1;
const TIMES: usize = 7;
/// How often the memory is looked at.
const LOOK: Duration = Duration::from_millis(2);

/// Seconds for a list as CSV, beside copying a file of the same size with an fsync, turn by turn;
/// and what the memory grew by, beside the same for a tenth of the orders.
pub fn measure(name: &str, count: u32, store: &Store, tenth: &Store) -> Vec<Figure> {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
    // Before the times: memory that was given back is not asked for again.
    let before = anonymous();
    let small = most(|| _ = export(tenth, &path)) - before;
    let large = most(|| _ = export(store, &path)) - before;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..WARM_UP + TIMES {
        ours.push(timed(|| assert_eq!(export(store, &path), count)));
        theirs.push(timed(|| {
            std::fs::copy(&path, &copy).unwrap();
            std::fs::File::open(&copy).unwrap().sync_all().unwrap();
        }));
    }
    let [ours, theirs] = [ours, theirs].map(|times| Spread::of(times[WARM_UP..].to_vec()));
    vec![
        Figure::median(name, "100,000 orders as CSV", ours, "s")
            .beside_many("copying the file", theirs)
            .bar("≤ 1 s", ours.median <= 1.0),
        Figure::new(
            &format!("{name}-memory"),
            "the most memory that the export itself took at once",
            large,
            "MB",
        )
        .beside("10,000 orders", small)
        .bar("≤ 10,000 orders + 8 MB", large <= small + 8.0),
    ]
}

fn export(store: &Store, path: &Path) -> u32 {
    let query = ListQuery {
        view: View::All,
        text: String::new(),
        similar: false,
        states: Vec::new(),
        services: Vec::new(),
        sort: Sort::Deadline,
        descending: false,
        offset: 0,
        limit: 0,
        operator_email: OPERATOR.to_owned(),
        now: now(),
    };
    write_csv(store, &query, "en", path).unwrap()
}

fn timed(work: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    work();
    begun.elapsed().as_secs_f64()
}

/// The most memory of this program that is not a file's, in MB.
fn most(work: impl FnOnce()) -> f64 {
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            let mut most = anonymous();
            while !done.load(Ordering::Relaxed) {
                most = most.max(anonymous());
                std::thread::sleep(LOOK);
            }
            most
        });
        work();
        done.store(true, Ordering::Relaxed);
        watcher.join().unwrap()
    })
}

/// In MB.
fn anonymous() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("RssAnon:"));
    let value = line.and_then(|line| line.split_whitespace().next());
    let kilobytes: Option<f64> = value.and_then(|value| value.parse().ok());
    kilobytes.unwrap_or_default() / 1e3
}
