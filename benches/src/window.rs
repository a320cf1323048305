//! The real window beside a Tauri hello world of the same version: from the start to the first
//! page that answers, and memory when idle.

use std::path::Path;
use std::time::{Duration, Instant};

use acceptance::Outcome;
use acceptance::desktop::Desktop;
use acceptance::operator::{Operator, Who};
use turnup_reference_service::{Config, spawn};

use crate::figure::{Figure, percentile};

const ORDERS: u32 = 100_000;
const RUNS: usize = 5;
/// Until everything that begins with the window has come to rest.
const IDLE: Duration = Duration::from_secs(5);

/// With 100,000 cached orders.
pub async fn measure(program: &Path, hello: &Path) -> Outcome<Vec<Figure>> {
    let desktop = Desktop::start().await?;
    fill(&desktop).await?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let (mut our_memory, mut their_memory) = (Vec::new(), Vec::new());
    // Turn by turn, so that a busy moment hits both.
    for _ in 0..RUNS {
        let (time, memory) = once(&desktop, hello, "hello").await?;
        theirs.push(time);
        their_memory.push(memory);
        let (time, memory) = once(&desktop, program, "orders").await?;
        ours.push(time);
        our_memory.push(memory);
    }
    Ok(vec![
        Figure::new("window-start-100k", percentile(&mut ours, 50), "ms")
            .beside("Tauri hello world", percentile(&mut theirs, 50))
            .bar("≤ 1.5 × hello world", |value, peer| value <= 1.5 * peer),
        Figure::new("window-memory-100k", median(our_memory), "MB PSS")
            .beside("Tauri hello world", median(their_memory))
            .bar("≤ hello world + 60 MB", |value, peer| {
                value <= peer + 60.0
            }),
    ])
}

/// Fills the home of the desktop's person with cached orders.
async fn fill(desktop: &Desktop) -> Outcome<()> {
    let config = Config {
        orders: ORDERS,
        organizations: 2_000,
        ..Config::default()
    };
    let service = spawn(config)
        .await
        .map_err(|e| acceptance::Problem::new(e.to_string()))?;
    let mut operator = Operator::at(&desktop.home().data().join("org.turnup.desktop")).await?;
    operator.patience = Duration::from_secs(600);
    operator.join(&service.address(), Who::Ana).await?;
    operator.workbench.close().await;
    service.stop().await;
    Ok(())
}

async fn once(desktop: &Desktop, program: &Path, shown: &str) -> Outcome<(Duration, f64)> {
    let begun = Instant::now();
    let window = desktop.open(program, &[]).await?;
    window.find(shown).await?;
    let time = begun.elapsed();
    tokio::time::sleep(IDLE).await;
    let memory = desktop.memory(program)? as f64 / 1e6;
    window.close().await?;
    desktop.wait_gone(program).await?;
    Ok((time, memory))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
