//! The headless desktop as a program of its own: begun, heard, killed.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// A program that does not end by itself in this time hangs.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// The path of the program.
pub const HEADLESS: &str = env!("CARGO_BIN_EXE_headless");

/// One that runs.
pub struct Program {
    child: Child,
    lines: UnboundedReceiver<String>,
}

/// The headless desktop with these words.
pub fn headless<S: AsRef<OsStr>>(words: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(HEADLESS);
    command.args(words);
    command
}

impl Program {
    /// Begins it.
    pub fn begin(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = unbounded_channel();
        std::thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        Self { child, lines }
    }

    /// The next thing that it says; nothing once it has ended.
    pub async fn line(&mut self) -> Option<String> {
        let line = tokio::time::timeout(PATIENCE, self.lines.recv()).await;
        line.expect("it hangs")
    }

    /// Says that nothing more is wanted of it.
    pub fn dismiss(&mut self) {
        drop(self.child.stdin.take());
    }

    /// Lets it live so long, and kills it then, unless it ended well before. Whether it was killed.
    pub async fn live(mut self, lasts: Duration, mut hear: impl FnMut(&str)) -> bool {
        self.dismiss();
        let killed = tokio::time::timeout(lasts, async {
            while let Some(line) = self.lines.recv().await {
                hear(&line);
            }
        });
        let killed = killed.await.is_err();
        assert!(!killed || lasts < PATIENCE, "it hangs");
        if killed {
            self.child.kill().unwrap();
        }
        // What it said before it died counts.
        while let Some(line) = self.lines.recv().await {
            hear(&line);
        }
        let ended = self.child.wait().unwrap();
        let struck = killed && !ended.success();
        assert!(struck || ended.success(), "{ended}");
        struck
    }

    /// Waits until it has ended by itself; whether well.
    #[cfg(target_os = "linux")]
    pub async fn end(mut self, mut hear: impl FnMut(&str)) -> bool {
        self.dismiss();
        while let Some(line) = self.line().await {
            hear(&line);
        }
        self.child.wait().unwrap().success()
    }
}
