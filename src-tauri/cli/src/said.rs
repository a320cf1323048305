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
    let code = failure.code.replace('_', "-");
    let values: Vec<(&str, &str)> = failure
        .params
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    // What the window advises does not always fit here.
    let said = [format!("cli-failure-{code}"), format!("failure-{code}")]
        .into_iter()
        .find_map(|id| Some((words.known(&id, &values)?, id)));
    let Some((title, id)) = said else {
        return vec![failure.code.clone()];
    };
    let detail = words.beside(&id, "detail", &values);
    [Some(format!("{title}.")), detail]
        .into_iter()
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::{fs, path::Path};

    use super::*;

    /// Every word between quotes that begins as the catalogue's ids do.
    fn ids(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                ids(&path, found);
                continue;
            }
            let text = fs::read_to_string(path).unwrap();
            let quoted = text.split("\"cli-").skip(1);
            let words = quoted.filter_map(|rest| rest.split_once('"'));
            // A beginning, to which a code is added, is no id.
            let whole = words.filter(|(id, _)| !id.is_empty() && !id.ends_with('-'));
            found.extend(
                whole
                    .filter(|(id, _)| !id.contains('{'))
                    .map(|(id, _)| format!("cli-{id}")),
            );
        }
    }

    /// Prefixes of [`crate::desk::Desk::word`], and the codes that follow them.
    const CODES: &[(&str, &[&str])] = &[
        ("cli-act", &["map", "map-and-set-up", "set-up", "hand-over"]),
        (
            "cli-kind",
            &[
                "mapping", "setup", "handover", "resend", "note", "retry", "review", "verdict",
            ],
        ),
        (
            "cli-waits",
            &[
                "turn",
                "time",
                "predecessor",
                "approval",
                "decision",
                "answer",
            ],
        ),
        (
            "cli-status",
            &["online", "offline", "signed-out", "elsewhere"],
        ),
        (
            "cli-backup-why",
            &[
                "daily",
                "weekly",
                "before-update",
                "by-hand",
                "before-restore",
                "rescued",
            ],
        ),
        (
            "cli-submitted",
            &["sent", "awaiting-approval", "queued", "needs-attention"],
        ),
    ];

    #[test]
    fn whatever_is_said_has_words_in_both_languages() {
        let mut said = Vec::new();
        ids(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            &mut said,
        );
        said.retain(|id| !CODES.iter().any(|(prefix, _)| id == prefix));
        said.extend(
            CODES.iter().flat_map(|(prefix, codes)| {
                codes.iter().map(move |code| format!("{prefix}-{code}"))
            }),
        );
        assert!(said.len() > 80, "{}", said.len());
        for language in ["en", "fr"] {
            let words = Words::command_line(language);
            for id in &said {
                let known = words.known(id, &[]);
                assert!(known.is_some(), "{language}: {id}");
            }
        }
    }
}
