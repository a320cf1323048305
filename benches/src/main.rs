//! The figures, each beside something measured in the same run. `cargo xtask bench` builds what
//! is needed, optimised, and calls this: `turnup-bench [--json FILE] [--program FILE --hello
//! FILE] [NAME…]`.
#![allow(
    clippy::unwrap_used,
    reason = "a figure that cannot be taken ends the run"
)]

mod export;
mod figure;
mod orders;
mod overview;
mod search;
mod summary;
mod sync;
#[cfg(target_os = "linux")]
mod window;

use std::path::PathBuf;

use figure::{Figure, table};

/// What was asked for.
#[derive(Default)]
struct Asked {
    json: Option<PathBuf>,
    program: Option<PathBuf>,
    hello: Option<PathBuf>,
    names: Vec<String>,
}

impl Asked {
    fn read() -> Result<Self, lexopt::Error> {
        let mut asked = Self::default();
        let mut words = lexopt::Parser::from_env();
        while let Some(word) = words.next()? {
            match word {
                lexopt::Arg::Long("json") => asked.json = Some(words.value()?.into()),
                lexopt::Arg::Long("program") => asked.program = Some(words.value()?.into()),
                lexopt::Arg::Long("hello") => asked.hello = Some(words.value()?.into()),
                lexopt::Arg::Value(name) => asked.names.push(lexopt::ValueExt::string(name)?),
                other => return Err(other.unexpected()),
            }
        }
        Ok(asked)
    }

    fn wants(&self, name: &str) -> bool {
        self.names.is_empty()
            || self
                .names
                .iter()
                .any(|asked| name.starts_with(asked.as_str()))
    }
}

fn main() {
    let asked = Asked::read().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut figures: Vec<Figure> = Vec::new();
    if asked.wants("summary-1000") {
        figures.extend(summary::measure());
    }
    for (name, count) in [("search-100k", 100_000), ("search-1m", 1_000_000)] {
        if asked.wants(name) {
            figures.extend(search::measure(name, count));
        }
    }
    if asked.wants("overview-1m") {
        figures.push(overview::measure("overview-1m", 1_000_000));
    }
    if asked.wants("export-csv-100k") {
        figures.push(export::measure("export-csv-100k", 100_000));
    }
    if asked.wants("first-sync-100k") {
        figures.extend(runtime.block_on(sync::measure()));
    }
    #[cfg(target_os = "linux")]
    if let (Some(program), Some(hello), true) =
        (&asked.program, &asked.hello, asked.wants("window"))
    {
        figures.extend(runtime.block_on(window::measure(program, hello)).unwrap());
    }
    print!("{}", table(&figures));
    if let Some(path) = &asked.json {
        std::fs::write(path, serde_json::to_string_pretty(&figures).unwrap()).unwrap();
    }
}
