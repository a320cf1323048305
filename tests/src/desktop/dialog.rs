//! Native file dialogs: no page can see them, so they are driven through the X server as a person
//! would, by key and by mouse.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::{Window, wait_until};
use crate::problem::{During, Outcome, Problem};

/// Where the first file of a file dialog may be, in px below its upper edge: that depends on
/// what the window manager draws around it.
const FIRST_ROW: [i32; 5] = [60, 85, 110, 72, 97];
/// How often, and after which pause, a window is asked whether it answers to what is held over it.
const MOMENTS: u32 = 20;
const MOMENT: Duration = Duration::from_millis(50);

impl Window {
    /// Types a path into the file dialog that is open, and confirms it.
    ///
    /// # Errors
    /// When no dialog comes up or it does not close.
    pub async fn answer_file_dialog(&mut self, path: &Path) -> Outcome<()> {
        let dialog = self.dialog().await?;
        self.type_path(&dialog, path)?;
        self.count(2);
        self.dialog_gone(&dialog).await
    }

    /// Takes the file that lies on the person's desktop out of the open dialog and holds it over
    /// the window, until the window answers with the element `answer`. Tells which dialog it is.
    ///
    /// # Errors
    /// When no dialog comes up or the window does not mind.
    pub async fn hold_file_over(&mut self, answer: &str) -> Outcome<String> {
        let dialog = self.dialog().await?;
        self.xdotool(&["windowactivate", "--sync", &dialog])?;
        self.xdotool(&["key", "--clearmodifiers", "alt+d"])?;
        let main = self.main.clone().unwrap_or_default();
        let mut rows = FIRST_ROW.into_iter().cycle();
        wait_until("the window minds the file", async || {
            // The dialog may not be in its place yet, or its list begin elsewhere: take hold anew.
            let [left, top, width] = self.place_of(&dialog)?;
            let [beside, ..] = self.place_of(&main)?;
            if left < 0 || top < 0 {
                return Ok(false);
            }
            let row = top + rows.next().unwrap_or_default();
            self.mouse_to(left + width / 2, row)?;
            self.xdotool(&["mousedown", "1"])?;
            for step in 1..=8 {
                self.mouse_to(left + width / 2 - 12 * step, row)?;
            }
            for step in [60, 80, 100] {
                self.mouse_to(beside + step, row)?;
            }
            if self.comes(answer).await? {
                return Ok(true);
            }
            // Let go where it lay: over the window it would be given to it.
            self.mouse_to(left + width / 2, row)?;
            self.xdotool(&["mouseup", "1"])?;
            Ok(false)
        })
        .await?;
        Ok(dialog)
    }

    /// Whether an element comes within a moment in which a person would see it come.
    async fn comes(&self, id: &str) -> Outcome<bool> {
        for _ in 0..MOMENTS {
            if self.shows(id).await? {
                return Ok(true);
            }
            tokio::time::sleep(MOMENT).await;
        }
        Ok(false)
    }

    /// Drops the file that is held over the window, and closes the dialog it came from.
    ///
    /// # Errors
    /// When the dialog stays.
    pub async fn drop_file(&mut self, dialog: &str) -> Outcome<()> {
        self.xdotool(&["mouseup", "1"])?;
        self.xdotool(&["windowactivate", "--sync", dialog])?;
        self.xdotool(&["key", "--clearmodifiers", "Escape"])?;
        self.dialog_gone(dialog).await
    }

    async fn dialog(&self) -> Outcome<String> {
        let mut dialog = None;
        wait_until("a file dialog is open", async || {
            dialog = self.dialogs()?.pop();
            Ok(dialog.is_some())
        })
        .await?;
        dialog.ok_or_else(|| Problem::new("the dialog got lost"))
    }

    async fn dialog_gone(&self, dialog: &str) -> Outcome<()> {
        wait_until("the file dialog is gone", async || {
            Ok(!self.dialogs()?.iter().any(|other| other == dialog))
        })
        .await
    }

    fn type_path(&self, dialog: &str, path: &Path) -> Outcome<()> {
        let path = path
            .to_str()
            .ok_or_else(|| Problem::new("not a path to type"))?;
        self.xdotool(&["windowactivate", "--sync", dialog])?;
        self.xdotool(&["key", "--clearmodifiers", "ctrl+a"])?;
        self.xdotool(&["type", "--clearmodifiers", "--delay", "8", path])?;
        self.xdotool(&["key", "--clearmodifiers", "Return"])
    }

    fn mouse_to(&self, x: i32, y: i32) -> Outcome<()> {
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string()])
    }

    /// Left, top and width of a window on the screen.
    fn place_of(&self, id: &str) -> Outcome<[i32; 3]> {
        let output = self
            .xdotool_command(&["getwindowgeometry", "--shell", id])
            .output()
            .during("xdotool")?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let number = |name: &str| {
            let lines = text.lines();
            let value = lines
                .filter_map(|line| line.split_once('='))
                .find(|(key, _)| *key == name);
            value.and_then(|(_, value)| value.parse().ok())
        };
        match (number("X"), number("Y"), number("WIDTH")) {
            (Some(left), Some(top), Some(width)) => Ok([left, top, width]),
            _ => Err(Problem::new(format!("window {id} has no place: {text}"))),
        }
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

    pub(super) fn xdotool(&self, words: &[&str]) -> Outcome<()> {
        let status = self.xdotool_command(words).status().during("xdotool")?;
        if status.success() {
            return Ok(());
        }
        Err(Problem::new(format!(
            "xdotool {} ended with {status}",
            words.join(" ")
        )))
    }

    pub(super) fn xdotool_command(&self, words: &[&str]) -> Command {
        let mut command = Command::new("xdotool");
        command.env("DISPLAY", &self.display).args(words);
        command
    }
}
