//! From the start to the first page that answers, and memory when idle: with a hundred thousand
//! and with a million cached orders, and the hello world, turn by turn.

use std::path::Path;
use std::time::Instant;

use acceptance::Outcome;
use acceptance::desktop::Desktop;

use super::{IDLE, Programs, close, desktop_with, open};
use crate::figure::{Figure, Spread};
use crate::stock::Stock;

const RUNS: usize = 7;
/// Not counted: the first start of each reads what the system keeps in memory afterwards.
const WARM_UP: usize = 1;
const HELLO: &str = "Tauri hello world";

/// Milliseconds and megabytes of each.
#[derive(Default)]
struct Taken {
    starts: Vec<f64>,
    memories: Vec<f64>,
}

impl Taken {
    fn spreads(self) -> [Spread; 2] {
        [self.starts, self.memories].map(|values| Spread::of(values[WARM_UP..].to_vec()))
    }
}

/// With 100,000 and with a million cached orders.
pub async fn measure(programs: &Programs, few: &Stock, many: &Stock) -> Outcome<Vec<Figure>> {
    let few = desktop_with(few).await?;
    let many = desktop_with(many).await?;
    let (mut hello, mut some, mut all) = (Taken::default(), Taken::default(), Taken::default());
    // Turn by turn, so that a busy moment hits everybody.
    for _ in 0..WARM_UP + RUNS {
        once(&few, &programs.hello, "hello", &mut hello).await?;
        once(&few, &programs.ours, "orders", &mut some).await?;
        once(&many, &programs.ours, "orders", &mut all).await?;
    }
    let [hello, hello_memory] = hello.spreads();
    let [few, few_memory] = some.spreads();
    let [many, many_memory] = all.spreads();
    let start = |name, spread| {
        let about = "from the start of the process to the list on the screen";
        Figure::median(name, about, spread, "ms").beside_many(HELLO, hello)
    };
    let memory = |name, spread| {
        let about = "memory of all its processes (PSS), idle";
        Figure::median(name, about, spread, "MB").beside_many(HELLO, hello_memory)
    };
    let grows = |ours: Spread, most: f64| ours.median <= hello_memory.median + most;
    Ok(vec![
        start("window-start-100k", few)
            .bar("≤ 1.5 × hello world", few.median <= 1.5 * hello.median),
        start("window-start-1m", many)
            .beside_many("100,000 orders", few)
            .bar(
                "≤ 100,000 orders + 150 ms",
                many.median <= few.median + 150.0,
            ),
        memory("window-memory-100k", few_memory)
            .bar("≤ hello world + 60 MB", grows(few_memory, 60.0)),
        memory("window-memory-1m", many_memory)
            .bar("≤ hello world + 120 MB", grows(many_memory, 120.0)),
    ])
}

async fn once(desktop: &Desktop, program: &Path, shown: &str, taken: &mut Taken) -> Outcome<()> {
    let begun = Instant::now();
    let window = open(desktop, program, shown).await?;
    taken.starts.push(begun.elapsed().as_secs_f64() * 1e3);
    tokio::time::sleep(IDLE).await;
    taken.memories.push(desktop.memory(program)? as f64 / 1e6);
    close(desktop, program, &window).await
}
