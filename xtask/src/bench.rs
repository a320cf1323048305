//! `cargo xtask bench`: the figures, each beside something measured in the same run.

use std::path::PathBuf;

use crate::command::{Outcome, Trouble};
use crate::place::Place;

/// What was asked for.
#[derive(Debug, Default)]
pub struct Options {
    /// Where the figures are written as well.
    pub json: Option<PathBuf>,
    /// Only benchmarks whose name begins so; none = all.
    pub names: Vec<String>,
}

impl Options {
    /// From the words after `bench`.
    pub fn parse(mut words: lexopt::Parser) -> Outcome<Self> {
        let mut options = Self::default();
        while let Some(word) = words.next()? {
            match word {
                lexopt::Arg::Long("json") => options.json = Some(PathBuf::from(words.value()?)),
                lexopt::Arg::Value(name) => {
                    options.names.push(name.to_string_lossy().into_owned());
                }
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Measures and prints.
pub fn bench(_place: &Place, _options: &Options) -> Outcome<()> {
    Err(Trouble::new("nothing is measured yet"))
}
