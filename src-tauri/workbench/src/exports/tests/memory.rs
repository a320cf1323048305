//! What an export holds at once, counted: ten times the orders take no more.

use allocation_counter::measure;
use turnup_domain::Order;

use super::{Desk, desk, everything, order};
use crate::{
    exports::{
        calendar::Calendar,
        job::Stop,
        table::{as_csv, as_xlsx},
        words::CellWords,
    },
    files::Unfinished,
};

/// The file's buffer, the compressor's windows, the words: what any export takes.
const ROOM: u64 = 3 * 1024 * 1024;
/// By how much two exports may differ whatever their length: a buffer that grew for a long row.
const SLACK: u64 = 64 * 1024;

impl Desk {
    /// The most bytes that this thread held at once.
    fn held(&self, kind: &str) -> u64 {
        let path = self.folder.path().join(kind);
        let cost = measure(|| {
            let file = Unfinished::beside(&path).unwrap();
            let words = CellWords::of("en");
            let (store, query) = (&self.store, &everything());
            let step: &mut dyn FnMut(u32, u32) -> Result<(), Stop> = &mut |_, _| Ok(());
            let rows = match kind {
                "csv" => as_csv(store, query, words, file, step),
                "xlsx" => as_xlsx(store, query, words, file, step),
                _ => Calendar::begin(file, words, "service.example", super::now())
                    .and_then(|calendar| calendar.of_list(store, query, None, step)),
            };
            assert!(rows.unwrap().rows > 0);
        });
        cost.bytes_max
    }
}

#[test]
fn ten_times_the_orders_take_no_more_memory() {
    let orders: Vec<Order> = (1..=3_000)
        .map(|n| order(n, &format!("Zurita {n} y Compañía, S.L.")))
        .collect();
    let (few, many) = (desk(&orders[..300]), desk(&orders));
    for kind in ["csv", "xlsx", "calendar"] {
        // What is made once per program and thread is not counted.
        few.held(kind);
        let (less, more) = (few.held(kind), many.held(kind));
        assert!(more < ROOM, "{kind}: {more} bytes");
        assert!(
            more <= less + SLACK,
            "{kind}: {less} bytes for 300, {more} for 3000"
        );
    }
}
