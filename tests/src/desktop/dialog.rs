//! Native file dialogs: no page can see them, so they are driven through the X server as a person
//! would, by key.

use std::path::Path;
use std::process::Command;

use super::{Window, wait_until};
use crate::problem::{During, Outcome, Problem};

impl Window {
    /// Types a path into the file dialog that is open, and confirms it.
    ///
    /// # Errors
    /// When no dialog comes up or it does not close.
    pub async fn answer_file_dialog(&mut self, path: &Path) -> Outcome<()> {
        let mut dialog = None;
        wait_until("a file dialog is open", async || {
            dialog = self.dialogs()?.pop();
            Ok(dialog.is_some())
        })
        .await?;
        let dialog = dialog.ok_or_else(|| Problem::new("the dialog got lost"))?;
        let path = path
            .to_str()
            .ok_or_else(|| Problem::new("not a path to type"))?;
        self.xdotool(&["windowactivate", "--sync", &dialog])?;
        self.xdotool(&["key", "--clearmodifiers", "ctrl+a"])?;
        self.xdotool(&["type", "--clearmodifiers", "--delay", "8", path])?;
        self.xdotool(&["key", "--clearmodifiers", "Return"])?;
        self.count(2);
        wait_until("the file dialog is gone", async || {
            Ok(!self.dialogs()?.contains(&dialog))
        })
        .await
    }

    /// Windows of the program beside its own.
    fn dialogs(&self) -> Outcome<Vec<String>> {
        let visible = self.visible()?;
        Ok(visible
            .into_iter()
            .filter(|id| Some(id) != self.main.as_ref())
            .collect())
    }

    /// Ids of the program's visible windows.
    pub(super) fn visible(&self) -> Outcome<Vec<String>> {
        let output = self
            .xdotool_command(&["search", "--onlyvisible", "--class", &self.class])
            .output()
            .during("xdotool")?;
        // Finding nothing is an answer, too.
        Ok(String::from_utf8_lossy(&output.stdout)
            .lines()
            .map(str::to_owned)
            .collect())
    }

    fn xdotool(&self, words: &[&str]) -> Outcome<()> {
        let status = self.xdotool_command(words).status().during("xdotool")?;
        if status.success() {
            return Ok(());
        }
        Err(Problem::new(format!(
            "xdotool {} ended with {status}",
            words.join(" ")
        )))
    }

    fn xdotool_command(&self, words: &[&str]) -> Command {
        let mut command = Command::new("xdotool");
        command.env("DISPLAY", &self.display).args(words);
        command
    }
}
