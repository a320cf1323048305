//! The peers that are no part of the workspace: programs under `benches/peers/`, prepared by
//! `cargo xtask bench`, that are spoken with line by line and answer in JSON.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde::de::DeserializeOwned;

/// Where each one lies, or why it is not here.
#[derive(Debug, Default)]
pub struct Peers(BTreeMap<String, Result<PathBuf, String>>);

impl Peers {
    /// `NAME=PATH`.
    pub fn lies(&mut self, word: &str) {
        if let Some((name, path)) = word.split_once('=') {
            self.0.insert(name.to_owned(), Ok(path.into()));
        }
    }

    /// `NAME=WHY`.
    pub fn lacks(&mut self, word: &str) {
        if let Some((name, why)) = word.split_once('=') {
            self.0.insert(name.to_owned(), Err(why.to_owned()));
        }
    }

    /// Where it lies.
    ///
    /// # Errors
    /// Why it is not here.
    pub fn find(&self, name: &str) -> Result<PathBuf, String> {
        let known = self.0.get(name).cloned();
        known.unwrap_or_else(|| Err("it was not prepared".to_owned()))
    }
}

/// A peer that runs.
pub struct Talk {
    child: Child,
    says: Option<ChildStdin>,
    hears: BufReader<ChildStdout>,
}

impl Talk {
    /// Starts it.
    ///
    /// # Errors
    /// In words, when it cannot be started.
    pub fn begin(command: &mut Command) -> Result<Self, String> {
        let name = command.get_program().to_string_lossy().into_owned();
        let lost = || format!("{name} has no streams");
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{name} does not start: {error}"))?;
        let says = child.stdin.take();
        let hears = BufReader::new(child.stdout.take().ok_or_else(lost)?);
        Ok(Self { child, says, hears })
    }

    /// Tells it a line.
    ///
    /// # Errors
    /// In words, when it is gone.
    pub fn say(&mut self, line: &str) -> Result<(), String> {
        let Some(stream) = &mut self.says else {
            return Err("the peer hears nothing any more".to_owned());
        };
        let told = writeln!(stream, "{line}").and_then(|()| stream.flush());
        told.map_err(|error| format!("the peer is gone: {error}"))
    }

    /// Its next line.
    ///
    /// # Errors
    /// In words, when it ends or says something else.
    pub fn hear<T: DeserializeOwned>(&mut self) -> Result<T, String> {
        let mut line = String::new();
        match self.hears.read_line(&mut line) {
            Ok(0) => Err("the peer ended".to_owned()),
            Ok(_) => serde_json::from_str(&line).map_err(|error| format!("{error}: {line}")),
            Err(error) => Err(format!("the peer is gone: {error}")),
        }
    }

    /// A line, and the answer to it.
    ///
    /// # Errors
    /// As [`Talk::say`] and [`Talk::hear`].
    pub fn ask<T: DeserializeOwned>(&mut self, line: &str) -> Result<T, String> {
        self.say(line)?;
        self.hear()
    }
}

impl Drop for Talk {
    fn drop(&mut self) {
        // A peer ends when nobody speaks to it any more; one that does not is ended.
        drop(self.says.take());
        let patience = std::time::Instant::now() + std::time::Duration::from_secs(5);
        while std::time::Instant::now() < patience {
            if matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
