//! Where things lie: the checkout and the folder that cargo builds into.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::command::{Outcome, Trouble};

/// The checkout that this workshop belongs to.
#[derive(Debug)]
pub struct Place {
    /// The top of the checkout.
    pub root: PathBuf,
    /// Where cargo builds, wherever the environment or a configuration puts it.
    pub target: PathBuf,
}

impl Place {
    /// Asks cargo.
    pub fn find() -> Outcome<Self> {
        let metadata = metadata()?;
        let folder = |name: &str| metadata[name].as_str().map(PathBuf::from);
        match (folder("workspace_root"), folder("target_directory")) {
            (Some(root), Some(target)) => Ok(Self { root, target }),
            _ => Err(Trouble::new("cargo metadata names no workspace")),
        }
    }

    /// A cargo command that runs at the top.
    pub fn cargo(&self, words: &[&str]) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(&self.root).args(words);
        command
    }

    /// A program of ours, as built.
    pub fn program(&self, name: &str, release: bool) -> PathBuf {
        let folder = self.target.join(if release { "release" } else { "debug" });
        folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

/// The workshop's own manifest. `cargo run` says where it is now; where it was compiled may be
/// another checkout that shares the target folder.
fn manifest() -> PathBuf {
    let folder = std::env::var_os("CARGO_MANIFEST_DIR");
    folder
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
        .join("Cargo.toml")
}

/// `cargo metadata` of the workspace, without what lies below it.
pub fn metadata() -> Outcome<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .arg("--manifest-path")
        .arg(manifest())
        .output()
        .map_err(|error| Trouble::new(format!("cannot start cargo: {error}")))?;
    if !output.status.success() {
        return Err(Trouble::new(
            String::from_utf8_lossy(&output.stderr).into_owned(),
        ));
    }
    serde_json::from_slice(&output.stdout)
        .map_err(|error| Trouble::new(format!("cannot read cargo metadata: {error}")))
}
