//! `cargo xtask run`: Turnup on sample data, in a window; without a display, the tour in a
//! virtual one.

use std::process::Command;

use crate::command::{Outcome, run as call};
use crate::packages::Need;
use crate::place::Place;
use crate::prepare::prepare;
use crate::{tour, ui};

/// What was asked for.
#[derive(Debug, Default)]
pub struct Options {
    /// Optimised, as it is shipped.
    pub release: bool,
}

impl Options {
    /// From the words after `run`.
    pub fn parse(mut words: lexopt::Parser) -> Outcome<Self> {
        let mut options = Self::default();
        while let Some(word) = words.next()? {
            match word {
                lexopt::Arg::Long("release") => options.release = true,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Builds and starts.
pub fn run(place: &Place, options: &Options) -> Outcome<()> {
    if !has_display() {
        let out = place.target.join("tour");
        println!("There is no display here: Turnup is shown on a virtual one, in pictures.");
        return tour::tour(
            place,
            &tour::Options {
                out,
                times: 1,
                release: options.release,
            },
        );
    }
    prepare(Need::Build)?;
    ui::ensure(place)?;
    build(place, &["--package", "turnup"], options.release)?;
    call(Command::new(place.program("turnup", options.release)).arg("--sample"))
}

/// Compiles every program and test. One selection for all who need more than the desktop:
/// another one would compile the dependencies again, with other features. Not this very program,
/// which Windows would not let itself overwrite.
pub fn build_all(place: &Place) -> Outcome<()> {
    let what = ["--workspace", "--exclude", "xtask", "--bins", "--tests"];
    build(place, &what, false)
}

/// Compiles programs of the workspace.
pub fn build(place: &Place, what: &[&str], release: bool) -> Outcome<()> {
    let mut command = place.cargo(&["build"]);
    command.args(what);
    if release {
        command.arg("--release");
    }
    call(&mut command)
}

fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
