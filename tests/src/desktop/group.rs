//! Processes that die together. The driver leaves the program it started behind, and a killed
//! test runs no destructor: so a watcher holds the reading end of a pipe, and when the writing
//! end closes, for whatever reason, it kills the whole group, itself included.

use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, Command, Stdio};

use crate::problem::{During, Outcome, Problem};

/// A process group with its watcher as the leader.
pub struct Group {
    watcher: Child,
    /// Closing it is the end.
    leash: Option<ChildStdin>,
    members: Vec<Child>,
}

impl Group {
    /// A group with nobody in it but the watcher.
    pub fn new() -> Outcome<Self> {
        let mut watcher = Command::new("sh")
            .args(["-c", "cat > /dev/null; kill -KILL 0"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .during("sh")?;
        let leash = watcher.stdin.take();
        Ok(Self {
            watcher,
            leash,
            members: Vec::new(),
        })
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        self.watcher.id()
    }

    /// Starts a process in the group.
    pub fn spawn(&mut self, command: &mut Command) -> Outcome<&mut Child> {
        let group = i32::try_from(self.watcher.id()).map_err(|e| Problem::new(e.to_string()))?;
        let program = command.get_program().to_string_lossy().into_owned();
        self.members
            .push(command.process_group(group).spawn().during(program)?);
        self.members
            .last_mut()
            .ok_or_else(|| Problem::new("the process got lost"))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        drop(self.leash.take());
        // Killed by now or already gone: they only have to be taken off the process table.
        let _ = self.watcher.wait();
        for member in &mut self.members {
            let _ = member.wait();
        }
    }
}
