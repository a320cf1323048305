//! A program of the desktop with the processes that WebKit starts for it: what they take, and
//! their end.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{Desktop, wait_until};
use crate::problem::{During, Outcome, Problem};

impl Desktop {
    /// Bytes of memory that the program and its web processes have to themselves, shared pages
    /// counted in parts (PSS).
    ///
    /// # Errors
    /// When there is no such process.
    pub fn memory(&self, program: &Path) -> Outcome<u64> {
        let kilobytes = self.processes(program).into_iter().filter_map(|process| {
            let rollup = fs::read_to_string(process.join("smaps_rollup")).ok()?;
            let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
            line.trim().trim_end_matches(" kB").parse::<u64>().ok()
        });
        Ok(kilobytes.sum::<u64>() * 1024)
    }

    /// Waits until the program has ended with all of its processes.
    ///
    /// # Errors
    /// When it stays.
    pub async fn wait_gone(&self, program: &Path) -> Outcome<()> {
        wait_until("the program has ended", async || {
            Ok(self.processes(program).is_empty())
        })
        .await
    }

    /// Kills the program and its web processes where they stand (SIGKILL), and takes a new
    /// driver: the old one waits for them.
    ///
    /// # Errors
    /// When there is no such process, or the new driver does not come up.
    pub async fn kill(&mut self, program: &Path) -> Outcome<()> {
        let found = self.processes(program);
        let ids = found.iter().filter_map(|process| process.file_name());
        let status = Command::new("kill").arg("-KILL").args(ids).status();
        if !status.during("kill")?.success() {
            return Err(Problem::new("there was nothing to kill"));
        }
        self.wait_gone(program).await?;
        self.start_driver().await
    }

    /// Folders in `/proc` of the program and of WebKit, as far as they belong to this desktop.
    fn processes(&self, program: &Path) -> Vec<std::path::PathBuf> {
        let group = self.group.id().to_string();
        let of_group = |process: &Path| {
            let stat = fs::read_to_string(process.join("stat")).unwrap_or_default();
            // After the name in brackets: state, parent, group.
            let fields: Vec<_> = stat
                .rsplit_once(')')
                .map_or(Vec::new(), |(_, rest)| rest.split(' ').collect());
            fields.get(3) == Some(&group.as_str()) && fields.get(1) != Some(&"Z")
        };
        let is_wanted = |process: &Path| {
            fs::read_link(process.join("exe")).is_ok_and(|exe| {
                let name = exe
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                exe == program || (name.starts_with("WebKit") && name.ends_with("Process"))
            })
        };
        let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
        entries
            .map(|entry| entry.path())
            .filter(|process| is_wanted(process) && of_group(process))
            .collect()
    }
}
