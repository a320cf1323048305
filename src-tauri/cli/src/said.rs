//! What a call says: its result on the standard output, as JSON or in words, and everything else
//! on the standard error. Nothing is written before the call is over, except what somebody waits
//! for.

use std::{
    fmt::Display,
    io::{self, Write},
    process::ExitCode,
};

use serde::Serialize;
use serde_json::json;
use turnup_workbench::{Failure, Words};

use crate::exit::Exit;

/// What a call says, and how it ended.
#[derive(Debug)]
pub struct Said {
    json: bool,
    exit: Exit,
    result: Option<String>,
    lines: Vec<String>,
    asides: Vec<String>,
}

impl Said {
    /// Nothing yet.
    pub fn new(json: bool, exit: Exit) -> Self {
        Self {
            json,
            exit,
            result: None,
            lines: Vec::new(),
            asides: Vec::new(),
        }
    }

    /// How it ends.
    #[cfg(test)]
    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// What was said aside.
    #[cfg(test)]
    pub fn asides(&self) -> &[String] {
        &self.asides
    }

    /// Ends so.
    pub fn ends(&mut self, exit: Exit) {
        self.exit = exit;
    }

    /// The result for programs.
    pub fn give(&mut self, result: &impl Serialize) {
        match serde_json::to_string_pretty(result) {
            Ok(text) => self.result = Some(text),
            Err(problem) => {
                self.exit = Exit::Unexpected;
                self.note(problem);
            }
        }
    }

    /// A line of the result for people.
    pub fn say(&mut self, line: impl Display) {
        self.lines.push(line.to_string());
    }

    /// A sentence for people that is no result.
    pub fn note(&mut self, sentence: impl Display) {
        self.asides.push(sentence.to_string());
    }

    /// The same, to build with.
    pub fn line(mut self, line: impl Display) -> Self {
        self.say(line);
        self
    }

    /// The same, to build with.
    pub fn aside(mut self, sentence: impl Display) -> Self {
        self.note(sentence);
        self
    }

    /// The same, to build with.
    pub fn result(mut self, result: &impl Serialize) -> Self {
        self.give(result);
        self
    }

    /// It failed: what went wrong instead of a result, unless there is one.
    pub fn failed(&mut self, failure: &Failure, words: &Words) {
        self.exit = Exit::of(failure);
        if self.result.is_none() {
            self.give(&json!({ "failure": failure }));
        }
        for sentence in in_words(failure, words) {
            self.note(sentence);
        }
    }

    /// Says it, and how it ended. A reader that went away is no trouble.
    pub fn tell(self) -> ExitCode {
        let mut out = io::stdout().lock();
        if self.json {
            if let Some(result) = &self.result {
                let _ = writeln!(out, "{result}");
            }
        } else {
            for line in &self.lines {
                let _ = writeln!(out, "{line}");
            }
        }
        let _ = out.flush();
        let mut aside = io::stderr().lock();
        for sentence in &self.asides {
            let _ = writeln!(aside, "turnupctl: {sentence}");
        }
        ExitCode::from(self.exit as u8)
    }
}

/// What happened, why, and what to do next.
pub fn in_words(failure: &Failure, words: &Words) -> Vec<String> {
    let id = format!("failure-{}", failure.code.replace('_', "-"));
    let values: Vec<(&str, &str)> = failure
        .params
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let title = words
        .known(&id, &values)
        .unwrap_or_else(|| failure.code.clone());
    let detail = words.beside(&id, "detail", &values);
    [Some(format!("{title}.")), detail]
        .into_iter()
        .flatten()
        .collect()
}
