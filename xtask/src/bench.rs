//! `cargo xtask bench`: the figures, each beside something measured in the same run.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{Outcome, run as call};
use crate::packages::Need;
use crate::peers::{self, PEERS};
use crate::place::Place;
use crate::prepare::prepare;
use crate::run::build;
use crate::ui;

/// What was asked for.
#[derive(Debug, Default)]
pub struct Options {
    /// Where the figures are written as well.
    pub json: Option<PathBuf>,
    /// Whether the tables and plots in `benches/` are renewed.
    pub readme: bool,
    /// Only benchmarks whose name begins so; none = all.
    pub names: Vec<String>,
}

impl Options {
    /// Whether some benchmark is wanted whose name begins so.
    fn wants(&self, begin: &str) -> bool {
        let asked = |name: &String| name.starts_with(begin) || begin.starts_with(name.as_str());
        self.names.is_empty() || self.names.iter().any(asked)
    }

    /// From the words after `bench`.
    pub fn parse(mut words: lexopt::Parser) -> Outcome<Self> {
        let mut options = Self::default();
        while let Some(word) = words.next()? {
            match word {
                lexopt::Arg::Long("json") => options.json = Some(PathBuf::from(words.value()?)),
                lexopt::Arg::Long("readme") => options.readme = true,
                lexopt::Arg::Value(name) => {
                    options.names.push(name.to_string_lossy().into_owned());
                }
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Builds everything optimised, measures and prints.
pub fn bench(place: &Place, options: &Options) -> Outcome<()> {
    let shows = options.wants("window") || options.wants("shipped");
    let with_window = cfg!(target_os = "linux") && shows;
    prepare(if with_window {
        Need::Window
    } else {
        Need::Build
    })?;
    let mut what = vec!["--package", "turnup-bench"];
    if with_window {
        ui::ensure(place)?;
        what.extend([
            "--package",
            "turnup",
            "--bin",
            "turnup",
            "--bin",
            "turnup-bench",
        ]);
    }
    build(place, &what, true)?;
    let mut command = Command::new(place.program("turnup-bench", true));
    if with_window {
        command.arg("--program").arg(place.program("turnup", true));
        command.arg("--hello").arg(peers::hello(place)?);
    }
    for peer in PEERS.iter().filter(|peer| options.wants(peer.begin)) {
        command.args(peer.words(place));
    }
    if let Some(json) = &options.json {
        command.arg("--json").arg(json);
    }
    if options.readme {
        command.arg("--readme").arg(place.root.join("benches"));
    }
    call(command.args(&options.names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peer_is_prepared_for_what_was_asked_for_only() {
        let asked = |name: &str| Options {
            names: vec![name.to_owned()],
            ..Options::default()
        };
        assert!(Options::default().wants("search"));
        assert!(asked("search-1m").wants("search"));
        assert!(asked("window").wants("window-scroll"));
        assert!(!asked("window-start").wants("window-scroll"));
        assert!(!asked("save").wants("search"));
    }
}
