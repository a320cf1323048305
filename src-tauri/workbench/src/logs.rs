//! Logs: one file a day, a week of them, with addresses and tokens taken out before a line is
//! written.

use std::{io, path::Path};

use regex_lite::Regex;
use tracing_appender::{
    non_blocking::{NonBlocking, WorkerGuard},
    rolling::{Builder, Rotation},
};
use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

/// Days of logs that are kept.
const DAYS: usize = 7;

/// Keeps the log's writer alive; what is buffered is written when it is dropped.
pub struct Logs {
    _guard: Option<WorkerGuard>,
}

impl Logs {
    /// Begins to write logs below the data folder. Without a log the program still works.
    #[must_use]
    pub fn begin(data_dir: &Path) -> Self {
        begin(data_dir)
    }
}

fn begin(data_dir: &Path) -> Logs {
    let folder = data_dir.join("logs");
    if let Err(problem) = crate::private_folder(&folder) {
        eprintln!("turnup: no logs: {problem}");
    }
    let appender = Builder::new()
        .rotation(Rotation::DAILY)
        .filename_prefix("turnup")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder);
    let Ok(appender) = appender else {
        return Logs { _guard: None };
    };
    let (writer, guard) = tracing_appender::non_blocking(appender);
    let level = EnvFilter::try_from_env("TURNUP_LOG")
        .unwrap_or_else(|_| EnvFilter::new("warn,turnup=info"));
    let begun = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_env_filter(level)
        .with_writer(Redacting {
            writer,
            secrets: secrets(),
        })
        .try_init();
    if begun.is_err() {
        eprintln!("turnup: logs were begun already");
    }
    Logs {
        _guard: Some(guard),
    }
}

/// E-mail addresses, bearer tokens and long random words.
fn secrets() -> Option<Regex> {
    Regex::new(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+|[A-Za-z0-9_-]{40,}").ok()
}

struct Redacting {
    writer: NonBlocking,
    secrets: Option<Regex>,
}

struct Line<'a> {
    to: NonBlocking,
    secrets: Option<&'a Regex>,
}

impl<'a> MakeWriter<'a> for Redacting {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Self::Writer {
        Line {
            to: self.writer.clone(),
            secrets: self.secrets.as_ref(),
        }
    }
}

impl io::Write for Line<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        let kept = match self.secrets {
            Some(secrets) => secrets.replace_all(&text, "[…]"),
            // Without the pattern nothing can be told apart: then nothing is written.
            None => "[a line was left out]\n".into(),
        };
        self.to.write_all(kept.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn addresses_and_tokens_do_not_reach_a_log() {
        let secrets = secrets().unwrap();
        let token = "a".repeat(43);
        let line = format!("refresh for ana@andaluza.example with {token} failed");
        assert_eq!(
            secrets.replace_all(&line, "[…]"),
            "refresh for […] with […] failed"
        );
    }
}
