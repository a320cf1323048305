//! The figures, each beside something measured in the same run. `cargo xtask bench` builds what
//! is needed, optimised, and calls this: `turnup-bench [--json FILE] [--readme FOLDER] [--program
//! FILE --hello FILE] [--peer NAME=PATH | --without NAME=WHY]… [NAME…]`.
#![allow(
    clippy::unwrap_used,
    reason = "a figure that cannot be taken ends the run"
)]

mod asked;
mod export;
mod figure;
mod machine;
mod orders;
mod overview;
mod peers;
mod report;
mod saving;
mod search;
mod shipped;
mod stock;
mod summary;
mod sync;
#[cfg(target_os = "linux")]
mod window;

use acceptance::{Outcome, Problem};

use asked::Asked;
use figure::{Figure, table};
use machine::{Machine, Moment};
use report::Results;
use stock::Stocks;

const FEW: u32 = 100_000;
const MANY: u32 = 1_000_000;

/// What was taken so far.
struct Run {
    asked: Asked,
    stocks: Stocks,
    figures: Vec<Figure>,
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let asked = Asked::read().map_err(|error| Problem::new(error.to_string()))?;
    let mut run = Run {
        asked,
        stocks: Stocks::default(),
        figures: Vec::new(),
    };
    let taken = run.take().await;
    // What was taken before one failed is told all the same.
    run.tell()?;
    taken
}

impl Run {
    /// Everything that was asked for; what only reads the million orders before what opens them.
    async fn take(&mut self) -> Outcome<()> {
        self.small().await?;
        self.large().await?;
        #[cfg(target_os = "linux")]
        self.windows().await?;
        Ok(())
    }

    async fn small(&mut self) -> Outcome<()> {
        if let Some(moment) = self.begins("summary") {
            let figures = summary::measure(&self.asked.peers);
            self.took(moment, figures);
        }
        if let Some(moment) = self.begins("first-sync-100k") {
            let figures = sync::measure(&self.asked.peers).await;
            self.took(moment, figures);
        }
        if let Some(moment) = self.begins("save") {
            let stock = self.stocks.of(FEW).await?;
            let figures = saving::measure(&stock).await?;
            self.took(moment, figures);
        }
        if let Some(moment) = self.begins("export-csv-100k") {
            let (whole, tenth) = (self.stocks.of(FEW).await?, self.stocks.of(FEW / 10).await?);
            let figures = export::measure("export-csv-100k", FEW, &whole.open()?, &tenth.open()?);
            self.took(moment, figures);
        }
        if let Some(moment) = self.begins("search-100k") {
            let stock = self.stocks.of(FEW).await?;
            let figures = search::measure("search-100k", FEW, &stock.open()?, &self.asked.peers);
            self.took(moment, figures);
        }
        Ok(())
    }

    async fn large(&mut self) -> Outcome<()> {
        if let Some(moment) = self.begins("overview-1m") {
            let figure = overview::measure("overview-1m", MANY);
            self.took(moment, vec![figure]);
        }
        if let Some(moment) = self.begins("search-1m") {
            let stock = self.stocks.of(MANY).await?;
            let figures = search::measure("search-1m", MANY, &stock.open()?, &self.asked.peers);
            self.took(moment, figures);
        }
        Ok(())
    }

    #[cfg(target_os = "linux")]
    async fn windows(&mut self) -> Outcome<()> {
        let (Some(ours), Some(hello)) = (self.asked.program.clone(), self.asked.hello.clone())
        else {
            return Ok(());
        };
        let programs = window::Programs { ours, hello };
        if let Some(moment) = self.begins("shipped") {
            let figures = shipped::measure(&programs.ours, &programs.hello, &self.asked.peers);
            self.took(moment, figures);
        }
        if let Some(moment) = self.begins("window-growth") {
            let stock = self.stocks.of(FEW).await?;
            let figure = window::screens(&programs, &stock).await?;
            self.took(moment, vec![figure]);
        }
        let starts = ["window-start", "window-memory"];
        if let Some(moment) = starts.iter().find_map(|name| self.begins(name)) {
            let (few, many) = (self.stocks.of(FEW).await?, self.stocks.of(MANY).await?);
            let figures = window::start(&programs, &few, &many).await?;
            self.took(moment, figures);
        }
        let keys = ["window-key", "window-last-row"];
        if let Some(moment) = keys.iter().find_map(|name| self.begins(name)) {
            let stock = self.stocks.of(MANY).await?;
            let figures = window::typing(&programs, &stock, MANY).await?;
            self.took(moment, figures);
        }
        if let Some(moment) = self.begins("window-scroll") {
            let stock = self.stocks.of(MANY).await?;
            let peers = &self.asked.peers;
            let figures = window::scrolling(&programs, peers, &stock, MANY).await?;
            self.took(moment, figures);
        }
        Ok(())
    }

    /// Whether a benchmark was asked for; then how it stands with the machine as it begins.
    fn begins(&self, name: &str) -> Option<Moment> {
        self.asked.wants(name).then(|| {
            let moment = Moment::now();
            eprintln!("== {name} (load average {:.2})", moment.load);
            moment
        })
    }

    fn took(&mut self, moment: Moment, figures: Vec<Figure>) {
        let taken = figures.into_iter().map(|figure| Figure {
            taken: Some(moment.clone()),
            ..figure
        });
        let taken: Vec<Figure> = taken.collect();
        print!("{}", table(&taken));
        self.figures.extend(taken);
    }

    fn tell(&self) -> Outcome<()> {
        let machine = Machine::here();
        if let Some(path) = &self.asked.json {
            let results = Results {
                machine: machine.clone(),
                figures: self.figures.clone(),
            };
            std::fs::write(path, serde_json::to_string_pretty(&results)?)?;
        }
        if let Some(folder) = &self.asked.readme {
            let known = Results::read(&folder.join("results.json"))?;
            // Figures of two machines do not stand in one table.
            let known = known.filter(|known| known.machine == machine);
            let mut results = known.unwrap_or(Results {
                machine,
                figures: Vec::new(),
            });
            results.renew(&self.figures);
            results.publish(folder)?;
        }
        Ok(())
    }
}
