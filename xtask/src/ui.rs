//! The interface in `ui/`: its packages are installed when the lock file changed, and it is built
//! when something it is made from changed (judged by content, not by dates).

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Outcome, Trouble, run};
use crate::place::Place;

/// Installs and builds where that is needed.
pub fn ensure(place: &Place) -> Outcome<()> {
    ensure_packages(place)?;
    let ui = place.root.join("ui");
    let stamp = ui.join("node_modules/.turnup-built");
    let print = fingerprint(place)?;
    let built = ui.join("dist/index.html").is_file();
    if built && fs::read_to_string(&stamp).is_ok_and(|stamped| stamped == print) {
        return Ok(());
    }
    run(npm(place).args(["run", "build"]))?;
    write(&stamp, &print)
}

/// The packages of the interface.
pub fn ensure_packages(place: &Place) -> Outcome<()> {
    install(&place.root.join("ui"))
}

/// `npm ci` in `folder`, unless its lock file is the one that was installed last.
pub fn install(folder: &Path) -> Outcome<()> {
    let lock = read(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.turnup-installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(npm_in(folder).args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, lock).map_err(|error| trouble(&stamp, &error))
}

/// A call of npm in `ui/`.
pub fn npm(place: &Place) -> Command {
    npm_in(&place.root.join("ui"))
}

fn npm_in(folder: &Path) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(folder).env("NO_COLOR", "1");
    command
}

/// One word for everything that the build reads.
fn fingerprint(place: &Place) -> Outcome<String> {
    let mut contents = BTreeMap::new();
    for folder in ["ui/src", "ui/public", "locales"] {
        gather(&place.root.join(folder), &mut contents)?;
    }
    let ui = place.root.join("ui");
    for entry in fs::read_dir(&ui)
        .map_err(|error| trouble(&ui, &error))?
        .flatten()
    {
        if entry.path().is_file() {
            contents.insert(entry.path(), read(&entry.path())?);
        }
    }
    let mut hasher = DefaultHasher::new();
    for (path, content) in contents {
        path.strip_prefix(&place.root)
            .unwrap_or(&path)
            .hash(&mut hasher);
        content.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn gather(folder: &Path, contents: &mut BTreeMap<PathBuf, Vec<u8>>) -> Outcome<()> {
    // A folder that does not exist has nothing to say.
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, contents)?;
        } else {
            contents.insert(path.clone(), read(&path)?);
        }
    }
    Ok(())
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| trouble(path, &error))
}

fn write(path: &Path, text: &str) -> Outcome<()> {
    fs::write(path, text).map_err(|error| trouble(path, &error))
}

fn trouble(path: &Path, error: &std::io::Error) -> Trouble {
    Trouble::new(format!("{}: {error}", path.display()))
}
