//! The home of somebody who has never started Turnup: empty folders, gone afterwards.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::problem::{During, Outcome};

const FOLDERS: &[(&str, &str)] = &[
    ("HOME", ""),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_RUNTIME_DIR", "runtime"),
];

/// Stands for the browser: writes down which page it was asked for, and opens none.
const BROWSER: &str = "#!/bin/sh\necho \"$1\" >> \"$HOME/pages-opened\"\n";

/// A person's folders.
pub struct Home(TempDir);

impl Home {
    /// Makes them, empty.
    pub(super) fn new() -> Outcome<Self> {
        let home = tempfile::Builder::new()
            .prefix("turnup-home")
            .tempdir()
            .during("a home")?;
        for (_, folder) in FOLDERS {
            fs::create_dir_all(home.path().join(folder))?;
        }
        // The session bus refuses a runtime folder that others can enter.
        fs::set_permissions(
            home.path().join("runtime"),
            fs::Permissions::from_mode(0o700),
        )?;
        let programs = home.path().join("bin");
        fs::create_dir(&programs)?;
        fs::write(programs.join("xdg-open"), BROWSER)?;
        fs::set_permissions(programs.join("xdg-open"), fs::Permissions::from_mode(0o755))?;
        Ok(Self(home))
    }

    /// The top of it; files that the person saves go here.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Where Turnup keeps its data.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    /// Sends what a program says on its error stream into the desktop's log.
    pub(super) fn log_of(&self, command: &mut Command) -> Outcome<()> {
        let path = self.path().join("desktop.log");
        let log = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path)
            .during(path.display())?;
        command.stderr(log);
        Ok(())
    }

    pub(super) fn set(&self, command: &mut Command) {
        for (name, folder) in FOLDERS {
            command.env(name, self.path().join(folder));
        }
        // The person's own programs before those of the machine.
        let mut path = self.path().join("bin").into_os_string();
        if let Some(machine) = std::env::var_os("PATH") {
            path.push(":");
            path.push(machine);
        }
        command.env("PATH", path);
    }
}
