//! `cargo xtask bench`: the figures, each beside something measured in the same run.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::command::{Outcome, Trouble, run as call};
use crate::packages::Need;
use crate::place::Place;
use crate::prepare::prepare;
use crate::run::build;
use crate::ui;

/// What was asked for.
#[derive(Debug, Default)]
pub struct Options {
    /// Where the figures are written as well.
    pub json: Option<PathBuf>,
    /// Only benchmarks whose name begins so; none = all.
    pub names: Vec<String>,
}

impl Options {
    fn wants_window(&self) -> bool {
        self.names.is_empty()
            || self
                .names
                .iter()
                .any(|name| "window".starts_with(name.as_str()))
    }

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

/// Builds everything optimised, measures and prints.
pub fn bench(place: &Place, options: &Options) -> Outcome<()> {
    let with_window = cfg!(target_os = "linux") && options.wants_window();
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
        command.arg("--hello").arg(hello(place)?);
    }
    if let Some(json) = &options.json {
        command.arg("--json").arg(json);
    }
    call(command.args(&options.names))
}

/// Builds the Tauri hello world, with the same versions of everything.
fn hello(place: &Place) -> Outcome<PathBuf> {
    let folder = place.root.join("benches/hello");
    let lock = folder.join("Cargo.lock");
    fs::copy(place.root.join("Cargo.lock"), &lock)
        .map_err(|error| Trouble::new(format!("{}: {error}", lock.display())))?;
    let mut command = place.cargo(&["build", "--release"]);
    // Configuration is read from the working directory up, and the target is shared.
    call(
        command
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", &place.target),
    )?;
    Ok(place.program("hello", true))
}
