//! Whether memory grows while one goes from screen to screen. The engine collects what nobody
//! needs in its own time, so that memory goes up and down by a hundred megabytes: the lowest of
//! many looks before is held against the lowest of many looks after, and the engine is told of a
//! small memory, so that it collects often.

use std::path::Path;
use std::time::Duration;

use acceptance::Outcome;
use acceptance::desktop::{Desktop, Window};
use serde_json::json;

use super::{Programs, close, furnished, open};
use crate::figure::Figure;
use crate::stock::Stock;

const SCRIPT: &str = include_str!("screens.js");
/// In bytes.
const SMALL_MEMORY: (&str, &str) = ("JSC_forceRAMSize", "67108864");
/// Every screen was seen, and the engine has compiled what runs often.
const WARM_UP: u32 = 500;
const CHANGES: u32 = 1_000;
/// Among so many changes the lowest is looked for, before and after the thousand.
const AROUND: u32 = 300;
/// Between two looks.
const AT_ONCE: u32 = 25;
/// What is on its way comes, what is left goes.
const REST: Duration = Duration::from_secs(1);

/// Megabytes after a thousand screens, beside the hello world filling its page as often.
pub async fn measure(programs: &Programs, stock: &Stock) -> Outcome<Figure> {
    let desktop = furnished(Desktop::start_with(&[SMALL_MEMORY]).await?, stock)?;
    let hello = growth(&desktop, &programs.hello, "hello").await?;
    let ours = growth(&desktop, &programs.ours, "orders").await?;
    let about = "more memory after 1,000 screen changes than before (PSS, the lowest of 12 looks)";
    Ok(Figure::new("window-growth", about, ours, "MB")
        .beside("Tauri hello world", hello)
        .bar("≤ 5 MB", ours <= 5.0))
}

async fn growth(desktop: &Desktop, program: &Path, shown: &str) -> Outcome<f64> {
    let window = open(desktop, program, shown).await?;
    change(desktop, program, &window, WARM_UP).await?;
    let before = change(desktop, program, &window, AROUND).await?;
    change(desktop, program, &window, CHANGES - AROUND).await?;
    let after = change(desktop, program, &window, AROUND).await?;
    close(desktop, program, &window).await?;
    eprintln!("{shown}: {before:.0} MB before, {after:.0} MB after");
    Ok(after - before)
}

/// Goes through so many screens; the least memory seen on the way, in megabytes.
async fn change(desktop: &Desktop, program: &Path, window: &Window, changes: u32) -> Outcome<f64> {
    let mut least = f64::MAX;
    for _ in 0..changes / AT_ONCE {
        window.ask(SCRIPT, vec![json!(AT_ONCE)]).await?;
        tokio::time::sleep(REST).await;
        least = least.min(desktop.memory(program)? as f64 / 1e6);
    }
    Ok(least)
}
