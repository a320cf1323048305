//! House rules that no compiler knows. Each complaint names the file, the rule and the remedy.
//!
//! The rules read text, not syntax trees: they are meant to catch a slip on the day it is made,
//! not an adversary.

mod boundary;
mod files;
mod flow;
mod imports;
mod rooms;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{Outcome, Trouble};

/// A rule that is broken, and how to mend it.
pub type Complaint = String;

/// A text file of the project.
#[derive(Debug)]
pub struct Source {
    /// From the top, with `/` between the folders.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl Source {
    /// The text before the tests that stand at the end of a Rust file.
    pub fn without_tests(&self) -> &str {
        self.text
            .split("\n#[cfg(test)]\nmod ")
            .next()
            .unwrap_or_default()
    }

    /// Whether a machine wrote it.
    pub fn is_generated(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        self.path.contains("/generated/")
            || self.path.contains("/snapshots/")
            || name.ends_with(".snap")
            || name.ends_with("-lock.json")
            || name == "Cargo.lock"
    }
}

/// Prints every complaint; any is a trouble.
pub fn report(root: &Path) -> Outcome<()> {
    let complaints = complaints(root)?;
    for complaint in &complaints {
        println!("{complaint}");
    }
    match complaints.len() {
        0 => Ok(()),
        count => Err(Trouble::new(format!(
            "the house is untidy in {count} places"
        ))),
    }
}

/// Everything that breaks a rule.
fn complaints(root: &Path) -> Outcome<Vec<Complaint>> {
    let sources = sources(root)?;
    let mut complaints = rooms::check(&crate::place::metadata()?, &sources);
    complaints.extend(imports::check(&sources));
    complaints.extend(boundary::check(&sources));
    complaints.extend(words::check(&sources));
    complaints.extend(files::check(&sources));
    complaints.extend(flow::check(&sources));
    Ok(complaints)
}

/// Every text file that belongs to the project.
fn sources(root: &Path) -> Outcome<Vec<Source>> {
    let mut sources = Vec::new();
    gather(root, root, &mut sources)?;
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

const NOT_OURS: &[&str] = &[
    ".git",
    "target",
    "node_modules",
    "dist",
    "dist-look",
    "gen",
    "out",
    "coverage",
];

fn gather(root: &Path, folder: &Path, sources: &mut Vec<Source>) -> Outcome<()> {
    let trouble = |error| Trouble::new(format!("{}: {error}", folder.display()));
    for entry in fs::read_dir(folder).map_err(trouble)?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if !NOT_OURS.iter().any(|name| entry.file_name() == *name) {
                gather(root, &path, sources)?;
            }
            continue;
        }
        // What is not text (pictures, fonts) has no lines to judge.
        if let Ok(text) = fs::read_to_string(&path) {
            sources.push(Source {
                path: from_top(root, &path),
                text: text.replace("\r\n", "\n"),
            });
        }
    }
    Ok(())
}

fn from_top(root: &Path, path: &Path) -> String {
    let path: PathBuf = path.strip_prefix(root).unwrap_or(path).into();
    path.components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_house_is_tidy() {
        let place = crate::place::Place::find().unwrap_or_else(|trouble| panic!("{trouble}"));
        let complaints = super::complaints(&place.root).unwrap_or_else(|t| panic!("{t}"));
        assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
    }
}
