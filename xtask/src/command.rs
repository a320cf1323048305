//! Calling other programs: announced, with their output passed on, and with the one error of
//! this crate, which is a sentence for the person at the terminal.

use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::thread;

/// Why a job could not be done, in words.
#[derive(Debug)]
pub struct Trouble(String);

/// The result of everything here.
pub type Outcome<T> = Result<T, Trouble>;

impl Trouble {
    /// A trouble with these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl From<lexopt::Error> for Trouble {
    fn from(error: lexopt::Error) -> Self {
        Self(error.to_string())
    }
}

/// The command as one would type it.
pub fn words(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for word in command.get_args() {
        line.push(' ');
        line.push_str(&word.to_string_lossy());
    }
    line
}

/// Runs a command in sight; its failure is a trouble.
pub fn run(command: &mut Command) -> Outcome<()> {
    let line = words(command);
    eprintln!("→ {line}");
    let status = command
        .status()
        .map_err(|error| Trouble::new(format!("cannot start `{line}`: {error}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Trouble::new(format!("`{line}` ended with {status}")))
    }
}

/// Runs a command in sight and shows each line to `look` as well. True when it succeeded.
pub fn watch(command: &mut Command, look: &mut dyn FnMut(&str)) -> Outcome<bool> {
    let line = words(command);
    eprintln!("→ {line}");
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Trouble::new(format!("cannot start `{line}`: {error}")))?;
    let (sender, lines) = std::sync::mpsc::channel();
    let streams: [Option<Box<dyn Read + Send>>; 2] = [
        child.stdout.take().map(|s| Box::new(s) as _),
        child.stderr.take().map(|s| Box::new(s) as _),
    ];
    for stream in streams.into_iter().flatten() {
        let sender = sender.clone();
        thread::spawn(move || {
            for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
                // The watcher outlives its streams; a closed channel means it has gone already.
                let _ = sender.send(String::from_utf8_lossy(&line).into_owned());
            }
        });
    }
    drop(sender);
    for line in lines {
        println!("{line}");
        look(&line);
    }
    let status = child
        .wait()
        .map_err(|error| Trouble::new(format!("`{line}` was lost: {error}")))?;
    Ok(status.success())
}

/// What a command prints, or nothing when it cannot be started or fails.
pub fn ask(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(args)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of that name is on the path.
pub fn on_path(program: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else {
        return false;
    };
    std::env::split_paths(&path).any(|folder| {
        folder.join(program).is_file() || folder.join(format!("{program}.exe")).is_file()
    })
}
