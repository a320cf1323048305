//! What a list costs as a table: the whole use case, from the query to the renamed file.

use std::time::{Duration, Instant};

use turnup_domain::state::View;
use turnup_store::{ListQuery, Sort, Store};
use turnup_workbench::write_csv;

use crate::figure::Figure;
use crate::orders::{OPERATOR, now, order};

const PAGE: u32 = 1_000;
/// The best of so many: other work on the machine only adds.
const TIMES: usize = 3;

/// Seconds for so many orders as CSV, beside copying a file of the same size with an fsync.
pub fn measure(name: &str, count: u32) -> Figure {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("orders.db")).unwrap();
    for start in (0..count).step_by(PAGE as usize) {
        let page: Vec<_> = (start..count.min(start + PAGE)).map(order).collect();
        store
            .import_orders(&page, &[], "cursor", u64::from(start), now())
            .unwrap();
    }
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
    let (path, copy) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
    let ours = best(|| assert_eq!(write_csv(&store, &query, "en", &path).unwrap(), count));
    let theirs = best(|| {
        std::fs::copy(&path, &copy).unwrap();
        std::fs::File::open(&copy).unwrap().sync_all().unwrap();
    });
    Figure::new(name, ours.as_secs_f64(), "s")
        .beside("copying the file", theirs.as_secs_f64())
        .bar("≤ 1 s", |value, _| value <= 1.0)
}

fn best(mut work: impl FnMut()) -> Duration {
    let mut timed = || {
        let begun = Instant::now();
        work();
        begun.elapsed()
    };
    (0..TIMES).map(|_| timed()).min().unwrap()
}
