//! Whether memory grows while one goes from screen to screen.

use std::path::Path;
use std::time::Duration;

use acceptance::Outcome;
use acceptance::desktop::Desktop;
use serde_json::json;

use super::{Programs, close, desktop_with, open};
use crate::figure::Figure;
use crate::stock::Stock;

const SCRIPT: &str = include_str!("screens.js");
/// Every screen was seen, and the engine has compiled what runs often.
const WARM_UP: u32 = 400;
const CHANGES: u32 = 1_000;
/// The driver waits half a minute for an answer.
const AT_ONCE: u32 = 50;
/// The engine collects what nobody needs any more when it has nothing else to do.
const REST: Duration = Duration::from_secs(20);

/// Megabytes after a thousand screens, beside the hello world filling its page as often.
pub async fn measure(programs: &Programs, stock: &Stock) -> Outcome<Figure> {
    let desktop = desktop_with(stock).await?;
    let hello = growth(&desktop, &programs.hello, "hello").await?;
    let ours = growth(&desktop, &programs.ours, "orders").await?;
    let about = "more memory after 1,000 screen changes than before (PSS, idle)";
    Ok(Figure::new("window-growth", about, ours, "MB")
        .beside("Tauri hello world", hello)
        .bar("≤ 5 MB", ours <= 5.0))
}

async fn growth(desktop: &Desktop, program: &Path, shown: &str) -> Outcome<f64> {
    let window = open(desktop, program, shown).await?;
    let mut memories = Vec::new();
    for changes in [WARM_UP, CHANGES] {
        for _ in 0..changes / AT_ONCE {
            window.ask(SCRIPT, vec![json!(AT_ONCE)]).await?;
        }
        tokio::time::sleep(REST).await;
        memories.push(desktop.memory(program)? as f64 / 1e6);
    }
    close(desktop, program, &window).await?;
    Ok(memories[1] - memories[0])
}
