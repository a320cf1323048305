//! What every job does first: the system's packages, Node, the parts of the Rust toolchain.

use std::process::Command;

use crate::command::{Outcome, Trouble, ask, run};
use crate::packages::{self, Need};

/// The oldest Node that the tools of `ui/` run on.
const NODE: (u32, u32) = (20, 19);

/// Sees to it that this machine can do what `need` says.
pub fn prepare(need: Need) -> Outcome<()> {
    packages::ensure(need)?;
    ensure_node()
}

/// Sees to it that rustfmt and clippy are there.
pub fn ensure_components() -> Outcome<()> {
    let missing: Vec<&str> = [("rustfmt", "fmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(_, word)| ask("cargo", &[word, "--version"]).is_none())
        .map(|(component, _)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!(
        "The Rust toolchain lacks {}: adding with rustup.",
        missing.join(" and ")
    );
    run(Command::new("rustup")
        .args(["component", "add"])
        .args(missing))
}

fn ensure_node() -> Outcome<()> {
    let found = ask("node", &["--version"]);
    if found
        .as_deref()
        .and_then(version)
        .is_some_and(|version| version >= NODE)
    {
        return Ok(());
    }
    let (major, minor) = NODE;
    Err(Trouble::new(format!(
        "Turnup's interface is built with Node {major}.{minor} or newer; here is {}. \
         https://nodejs.org/en/download has it for every system.",
        found.as_deref().unwrap_or("none")
    )))
}

fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text
        .trim_start_matches('v')
        .split('.')
        .map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node_are_compared_as_numbers() {
        assert_eq!(version("v20.20.2"), Some((20, 20)));
        assert_eq!(version("v9.1"), Some((9, 1)));
        assert_eq!(version("node"), None);
        assert!(version("v9.11.0") < Some(NODE));
        assert!(version("v100.0.0") >= Some(NODE));
    }
}
