//! Sixty seconds of scrolling through a million orders: moments in which the page did not breathe,
//! beside the hello world doing nothing, the hello world scrolling a tall page, and a million rows
//! with TanStack Virtual. WebKitGTK tells no long tasks, so the page's own heart is listened to.

use std::path::Path;
use std::time::Duration;

use acceptance::desktop::{Desktop, Window};
use acceptance::{Outcome, Problem};
use serde::Deserialize;

use super::site::Site;
use super::{Programs, close, desktop_with, open, open_list};
use crate::figure::{Figure, Spread};
use crate::peers::Peers;
use crate::stock::Stock;

const SCRIPT: &str = include_str!("scrolling.js");
/// A page that is only tall.
const TALL: &str = "const rows = Array.from({ length: 2000 }, (_, row) => {
  const line = document.createElement('p');
  line.textContent = `Row ${row} of a page that is only tall, with some words in it`;
  return line;
});
document.querySelector('main').append(...rows);";
/// Turn by turn, so many seconds each time.
const ROUNDS: usize = 3;
const ROUND: Duration = Duration::from_secs(20);

/// What a page's heart told.
#[derive(Deserialize)]
struct Beat {
    /// Longer than 50 ms, in ms.
    gaps: Vec<f64>,
    /// Between two frames, in ms.
    frames: Vec<f64>,
}

/// Of all rounds.
#[derive(Default)]
struct Heard {
    gaps: Vec<f64>,
    frames: Vec<f64>,
}

impl Heard {
    fn add(&mut self, beat: Beat) {
        self.gaps.extend(beat.gaps);
        self.frames.extend(beat.frames);
    }

    fn count(&self) -> f64 {
        self.gaps.len() as f64
    }

    fn worst(&self) -> f64 {
        self.gaps.iter().copied().fold(0.0, f64::max)
    }

    fn frames(&self) -> Spread {
        Spread::of(self.frames.clone())
    }
}

/// At this many orders.
pub async fn measure(
    programs: &Programs,
    peers: &Peers,
    stock: &Stock,
    count: u32,
) -> Outcome<Vec<Figure>> {
    let desktop = desktop_with(stock).await?;
    let [mut still, mut tall, mut ours, mut rows] = [(); 4].map(|()| Heard::default());
    let mut peer = peers.find("tanstack");
    let mut last = Err("it was not measured".to_owned());
    for _ in 0..ROUNDS {
        still.add(hello(&desktop, &programs.hello, false).await?);
        tall.add(hello(&desktop, &programs.hello, true).await?);
        if let Ok(folder) = &peer {
            match tanstack(&desktop, &programs.hello, folder).await {
                Ok((beat, reached)) => {
                    rows.add(beat);
                    last = Ok(reached);
                }
                Err(problem) => peer = Err(problem.to_string()),
            }
        }
        let window = open_list(&desktop, &programs.ours, count).await?;
        ours.add(listen(&window, Some("[data-testid=orders]")).await?);
        close(&desktop, &programs.ours, &window).await?;
    }
    let gaps = |name, about, of: fn(&Heard) -> f64, unit| {
        let figure = Figure::new(name, about, of(&ours), unit)
            .beside("hello world, still", of(&still))
            .beside("hello world, scrolling", of(&tall));
        match &peer {
            Ok(_) => figure.beside("TanStack Virtual", of(&rows)),
            Err(why) => figure.without("TanStack Virtual", why),
        }
    };
    let about = "moments of more than 50 ms without a heartbeat in 60 s of scrolling";
    let count = gaps("window-scroll-gaps-1m", about, Heard::count, "gaps");
    let about = "the longest of them";
    let worst = gaps("window-scroll-worst-1m", about, Heard::worst, "ms");
    let frames = ours.frames();
    let about = "from one frame to the next while scrolling";
    let frames = Figure::p95("window-scroll-frame-1m", about, frames)
        .beside_many("hello world, scrolling", tall.frames());
    let frames = match &peer {
        Ok(_) => frames.beside_many("TanStack Virtual", rows.frames()),
        Err(why) => frames.without("TanStack Virtual", why),
    };
    let most = tall.count().max(still.count());
    if let Ok(reached) = last {
        let words = if reached { "is" } else { "is not" };
        eprintln!("TanStack Virtual: the last of a million rows {words} reached");
    }
    Ok(vec![
        count.bar("≤ hello world", ours.count() <= most),
        worst,
        frames,
    ])
}

async fn hello(desktop: &Desktop, program: &Path, scrolls: bool) -> Outcome<Beat> {
    let window = open(desktop, program, "hello").await?;
    window.script(TALL).await?;
    let beat = listen(&window, scrolls.then_some("html")).await?;
    close(desktop, program, &window).await?;
    Ok(beat)
}

/// The page in the hello world's window; and whether its last row can be reached.
async fn tanstack(desktop: &Desktop, program: &Path, folder: &Path) -> Outcome<(Beat, bool)> {
    let site = Site::of(folder).await?;
    let window = open(desktop, program, "hello").await?;
    window.go_to(site.address()).await?;
    window.find_css("#list .row").await?;
    let beat = listen(&window, Some("#list")).await?;
    let answer = "window.toTheLast().then(arguments[arguments.length - 1])";
    let reached = window.ask(answer, Vec::new()).await?;
    close(desktop, program, &window).await?;
    let reached = reached
        .as_bool()
        .ok_or_else(|| Problem::new(format!("the page told {reached}")))?;
    Ok((beat, reached))
}

async fn listen(window: &Window, scroller: Option<&str>) -> Outcome<Beat> {
    let scroller = serde_json::to_string(&scroller)?;
    window
        .script(&format!("window.turnupScroller = {scroller};"))
        .await?;
    window.script(SCRIPT).await?;
    tokio::time::sleep(ROUND).await;
    let told = window
        .script("window.turnupBeat.runs = false; return window.turnupBeat;")
        .await?;
    Ok(serde_json::from_value(told)?)
}
