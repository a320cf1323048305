//! The programs that the figures are held against (`benches/hello`, `benches/peers`): prepared
//! only for the benchmarks that were asked for. One that cannot be had is no trouble: the table
//! says why it is missing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Outcome, Trouble, ask, run};
use crate::packages;
use crate::place::Place;
use crate::ui;

/// A peer: its name, which benchmarks it is for, and how it is prepared.
pub struct Peer {
    /// As the benchmarks call it.
    pub name: &'static str,
    /// What the names of its benchmarks begin with.
    pub begin: &'static str,
    prepare: fn(&Place) -> Outcome<PathBuf>,
}

/// All of them.
pub const PEERS: &[Peer] = &[
    Peer {
        name: "tantivy",
        begin: "search",
        prepare: tantivy,
    },
    Peer {
        name: "pouchdb",
        begin: "first-sync",
        prepare: |place| packages_of(&place.root.join("benches/peers/pouchdb")),
    },
    Peer {
        name: "summary",
        begin: "summary",
        prepare: python,
    },
    Peer {
        name: "tanstack",
        begin: "window-scroll",
        prepare: |place| packages_of(&place.root.join("benches/peers/tanstack")),
    },
    Peer {
        name: "deb",
        begin: "shipped",
        prepare: package,
    },
];

impl Peer {
    /// The words that tell the benchmarks where it lies, or why it does not.
    pub fn words(&self, place: &Place) -> [String; 2] {
        match (self.prepare)(place) {
            Ok(path) => [
                "--peer".to_owned(),
                format!("{}={}", self.name, path.display()),
            ],
            Err(trouble) => {
                eprintln!("{trouble}");
                ["--without".to_owned(), format!("{}={trouble}", self.name)]
            }
        }
    }
}

/// Builds the Tauri hello world, with the same versions of everything.
pub fn hello(place: &Place) -> Outcome<PathBuf> {
    let folder = place.root.join("benches/hello");
    let lock = folder.join("Cargo.lock");
    fs::copy(place.root.join("Cargo.lock"), &lock)
        .map_err(|error| Trouble::new(format!("{}: {error}", lock.display())))?;
    build(place, &folder, &[])?;
    Ok(place.program("hello", true))
}

fn tantivy(place: &Place) -> Outcome<PathBuf> {
    build(
        place,
        &place.root.join("benches/peers/tantivy"),
        &["--locked"],
    )?;
    Ok(place.program("peer-tantivy", true))
}

/// Configuration is read from the working directory up, and the target is shared.
fn build(place: &Place, folder: &Path, words: &[&str]) -> Outcome<()> {
    let mut command = place.cargo(&["build", "--release"]);
    command.args(words).current_dir(folder);
    run(command.env("CARGO_TARGET_DIR", &place.target))
}

/// `npm ci` in a folder.
fn packages_of(folder: &Path) -> Outcome<PathBuf> {
    ui::install(folder)?;
    Ok(folder.to_owned())
}

/// A Python of its own, with what `requirements.txt` names.
fn python(place: &Place) -> Outcome<PathBuf> {
    if ask("python3", &["-c", "import ensurepip, venv"]).is_none() {
        packages::ensure_these(&["python3", "python3-venv"])?;
    }
    let folder = place.target.join("peers/summary");
    let python = folder.join("bin/python");
    if !python.is_file() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let wanted = place.root.join("benches/peers/summary/requirements.txt");
    let words = ["-m", "pip", "install", "--quiet", "--requirement"];
    run(Command::new(&python).args(words).arg(wanted))?;
    Ok(python)
}

/// The Debian package of the program that was built, made as the release makes it.
fn package(place: &Place) -> Outcome<PathBuf> {
    // Tauri's tool asks for it wherever there is a tray, though ours does without.
    packages::ensure_these(&["libayatana-appindicator3-dev"])?;
    let npx = if cfg!(windows) { "npx.cmd" } else { "npx" };
    let words = [
        "--yes",
        "@tauri-apps/cli@2.12.5",
        "bundle",
        "--bundles",
        "deb",
    ];
    run(Command::new(npx).args(words).current_dir(&place.root))?;
    let folder = place.target.join("release/bundle/deb");
    let entries = fs::read_dir(&folder)
        .map_err(|error| Trouble::new(format!("{}: {error}", folder.display())))?;
    let mut files = entries.flatten().map(|entry| entry.path());
    files
        .find(|path| path.extension().is_some_and(|e| e == "deb"))
        .ok_or_else(|| Trouble::new("no package was made"))
}
