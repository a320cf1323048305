//! The real window beside a Tauri hello world of the same version, driven through WebDriver: how
//! it starts, what it keeps in memory, how it answers to keys, how it scrolls.

mod screens;
mod scrolling;
mod site;
mod start;
mod typing;

use std::path::{Path, PathBuf};
use std::time::Duration;

use acceptance::desktop::{Desktop, Window};
use acceptance::{Outcome, Problem};

use crate::stock::Stock;

pub use screens::measure as screens;
pub use scrolling::measure as scrolling;
pub use start::measure as start;
pub use typing::measure as typing;

/// What is held against each other.
pub struct Programs {
    /// Turnup.
    pub ours: PathBuf,
    /// The hello world.
    pub hello: PathBuf,
}

/// Until everything that begins with the window has come to rest.
const IDLE: Duration = Duration::from_secs(5);

/// A desktop whose person has these orders.
async fn desktop_with(stock: &Stock) -> Outcome<Desktop> {
    furnished(Desktop::start().await?, stock)
}

fn furnished(desktop: Desktop, stock: &Stock) -> Outcome<Desktop> {
    stock.stand_at(&desktop.home().data().join("org.turnup.desktop"))?;
    Ok(desktop)
}

/// Opens a program and waits until it shows something.
async fn open(desktop: &Desktop, program: &Path, shown: &str) -> Outcome<Window> {
    let window = desktop.open(program, &[]).await?;
    window.find(shown).await?;
    Ok(window)
}

/// Opens the list of all orders and waits until its end is known.
async fn open_list(desktop: &Desktop, program: &Path, orders: u32) -> Outcome<Window> {
    let mut window = open(desktop, program, "orders").await?;
    window.click("view-all").await?;
    let rows = (orders + 1).to_string();
    window
        .wait_attribute("orders", "aria-rowcount", &rows)
        .await?;
    tokio::time::sleep(IDLE).await;
    Ok(window)
}

async fn close(desktop: &Desktop, program: &Path, window: &Window) -> Outcome<()> {
    window.close().await?;
    desktop.wait_gone(program).await
}

/// A number that a page answered.
fn told(value: &serde_json::Value) -> Outcome<f64> {
    value
        .as_f64()
        .ok_or_else(|| Problem::new(format!("the page told no number but {value}")))
}
