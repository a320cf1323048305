//! From a key to the painted answer, at a million orders, by the page's own clock; and the way to
//! the last of them.

use std::path::Path;
use std::time::Duration;

use acceptance::desktop::{Desktop, Window, keys};
use acceptance::{Outcome, Problem};
use serde_json::Value;

use super::{Programs, close, desktop_with, open, open_list, told};
use crate::figure::{Figure, Spread};
use crate::search::traces;
use crate::stock::Stock;

const SCRIPT: &str = include_str!("typing.js");
const LAST_ROW: &str = include_str!("last_row.js");
/// A list with a search that knows its answer already: what the platform itself takes.
const ECHO: &str = include_str!("echo.js");
/// Traces that are typed: every so many of the two hundred.
const EVERY: usize = 5;
/// Rows that did not change by now do not.
const PATIENCE: u32 = 600;
/// Between two keys of somebody who types fast.
const PAUSE: Duration = Duration::from_millis(80);
/// What is counted behind a list has come, too.
const REST: Duration = Duration::from_millis(500);

/// Keys and the last row, at this many orders.
pub async fn measure(programs: &Programs, stock: &Stock, count: u32) -> Outcome<Vec<Figure>> {
    let desktop = desktop_with(stock).await?;
    let texts: Vec<String> = traces(count).into_iter().step_by(EVERY).collect();
    let mut hello = open(&desktop, &programs.hello, "hello").await?;
    hello.script(ECHO).await?;
    let (echo, _) = typed(&mut hello, &texts[..texts.len() / 4]).await?;
    close(&desktop, &programs.hello, &hello).await?;
    let last = last_row(&desktop, &programs.ours, count).await?;
    let mut window = open_list(&desktop, &programs.ours, count).await?;
    let (ours, same) = typed(&mut window, &texts).await?;
    close(&desktop, &programs.ours, &window).await?;
    eprintln!("{} keys changed a row, {same} did not", ours.len());
    let (ours, echo) = (Spread::of(ours), Spread::of(echo));
    let about = "from the key to the frame that shows the answer, in the window";
    Ok(vec![
        Figure::p95("window-key-1m", about, ours)
            .beside_many("hello world, known answer", echo)
            .bar("≤ 50 ms", ours.p95 <= 50.0),
        Figure::new("window-key-1m-p99", about, ours.p99, "ms p99")
            .beside("hello world, known answer", echo.p99)
            .bar("≤ 100 ms", ours.p99 <= 100.0),
        last,
    ])
}

/// Milliseconds of the keys that changed a row, and how many did not.
async fn typed(window: &mut Window, texts: &[String]) -> Outcome<(Vec<f64>, usize)> {
    window.script(SCRIPT).await?;
    let (mut times, mut same) = (Vec::new(), 0);
    for text in texts {
        window.fill("search", "").await?;
        tokio::time::sleep(REST).await;
        let field = window.find("search").await?;
        for letter in text.chars() {
            window
                .script(&format!("window.turnupTyping({PATIENCE})"))
                .await?;
            field.send_keys(&letter.to_string()).await?;
            let answer = "window.turnupTyped.then(arguments[arguments.length - 1])";
            match window.ask(answer, Vec::new()).await? {
                Value::Null => same += 1,
                time => times.push(told(&time)?),
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
    if times.is_empty() {
        return Err(Problem::new("no key changed anything"));
    }
    Ok((times, same))
}

/// From the key End to the last row on the screen, read from the disk.
async fn last_row(desktop: &Desktop, program: &Path, count: u32) -> Outcome<Figure> {
    let mut window = open_list(desktop, program, count).await?;
    window.script(LAST_ROW).await?;
    window.press_in("orders", &keys::End.to_string()).await?;
    let answer = "window.turnupLast.then(arguments[arguments.length - 1])";
    let time = window.ask(answer, Vec::new()).await?;
    close(desktop, program, &window).await?;
    let about = "from the key End to the last of a million rows on the screen";
    let name = "window-last-row-1m";
    let figure = match time.as_f64() {
        Some(time) => Figure::new(name, about, time, "ms"),
        None => Figure::unmeasured(name, about, "ms", "it did not come"),
    };
    Ok(figure.bar("it is shown", time.is_number()))
}
