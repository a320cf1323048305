//! `cargo xtask tour`: the main job in the real window, an offline day that ends in a conflict and
//! what is seldom seen, on a virtual display, with numbered pictures, the PDF and `tour.json`. The
//! tour itself is a program of the package `acceptance`.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{Outcome, Trouble, run as call};
use crate::packages::Need;
use crate::place::Place;
use crate::prepare::prepare;
use crate::{run, ui};

/// What was asked for.
#[derive(Debug)]
pub struct Options {
    /// Where pictures, PDF and `tour.json` go.
    pub out: PathBuf,
    /// How often in a row; the last one's pictures stay.
    pub times: u32,
    /// With the optimised program.
    pub release: bool,
}

impl Options {
    /// From the words after `tour`.
    pub fn parse(mut words: lexopt::Parser) -> Outcome<Self> {
        let (mut out, mut times, mut release) = (None, 1, false);
        while let Some(word) = words.next()? {
            match word {
                lexopt::Arg::Long("out") => out = Some(PathBuf::from(words.value()?)),
                lexopt::Arg::Long("times") => {
                    let value = words.value()?;
                    times = value.to_string_lossy().parse().map_err(|_| {
                        Trouble::new(format!("--times wants a number, not {}", value.display()))
                    })?;
                }
                lexopt::Arg::Long("release") => release = true,
                other => return Err(other.unexpected().into()),
            }
        }
        let out = out.ok_or_else(|| Trouble::new("say where the pictures go: --out DIR"))?;
        Ok(Self {
            out,
            times,
            release,
        })
    }
}

/// Prepares, builds and goes round.
pub fn tour(place: &Place, options: &Options) -> Outcome<()> {
    if !cfg!(target_os = "linux") {
        return Err(Trouble::new(
            "the tour drives WebKitGTK on a virtual display: Linux only",
        ));
    }
    prepare(Need::Window)?;
    ui::ensure(place)?;
    if options.release {
        let what = ["--package", "turnup", "--package", "acceptance", "--bins"];
        run::build(place, &what, true)?;
    } else {
        run::build_all(place)?;
    }
    let out = std::path::absolute(&options.out)
        .map_err(|error| Trouble::new(format!("{}: {error}", options.out.display())))?;
    for round in 1..=options.times {
        if options.times > 1 {
            println!("Tour {round} of {}", options.times);
        }
        call(
            Command::new(place.program("tour", options.release))
                .current_dir(&place.root)
                .arg("--out")
                .arg(&out)
                .arg("--program")
                .arg(place.program("turnup", options.release)),
        )?;
    }
    println!(
        "The pictures, the PDF and tour.json are in {}",
        out.display()
    );
    Ok(())
}
