//! Windows beside the first one: what the system says of them, and taking hold of them.

use fantoccini::wd::WindowHandle;

use super::{Window, wait_until};
use crate::problem::{During, Outcome, Problem};

/// A window that is held, until another one is.
#[derive(Debug, Clone)]
pub struct Held(WindowHandle);

impl Window {
    /// Titles of the program's windows, as the system shows them.
    ///
    /// # Errors
    /// When the X server cannot be asked.
    pub fn titles(&self) -> Outcome<Vec<String>> {
        let named = self.named()?.into_iter();
        let mut titles: Vec<String> = named.map(|(_, title)| title).collect();
        titles.sort();
        Ok(titles)
    }

    /// Waits until the windows have these titles.
    ///
    /// # Errors
    /// When they do not; says which there were last.
    pub async fn wait_titles(&self, wanted: &[&str]) -> Outcome<()> {
        let mut last = Vec::new();
        let waited = wait_until("the windows are as they should be", async || {
            last = self.titles()?;
            Ok(last == wanted)
        })
        .await;
        waited.map_err(|problem| Problem::new(format!("{problem}; there were {last:?}")))
    }

    /// The window that is held now.
    ///
    /// # Errors
    /// When the driver is gone.
    pub async fn held_now(&self) -> Outcome<Held> {
        Ok(Held(self.client.window().await?))
    }

    /// Takes hold of the one window that is neither of these.
    ///
    /// # Errors
    /// When none comes.
    pub async fn take_another(&mut self, known: &[Held]) -> Outcome<Held> {
        let mut found = None;
        wait_until("another window is there", async || {
            let all = self.client.windows().await?;
            found = all
                .into_iter()
                .find(|handle| known.iter().all(|Held(other)| other != handle));
            Ok(found.is_some())
        })
        .await?;
        let handle = found.ok_or_else(|| Problem::new("the window got lost"))?;
        let held = Held(handle);
        self.take_hold(&held).await?;
        Ok(held)
    }

    /// Takes hold of a window that was held before.
    ///
    /// # Errors
    /// When it is gone.
    pub async fn take_hold(&mut self, Held(handle): &Held) -> Outcome<()> {
        Ok(self.client.switch_to_window(handle.clone()).await?)
    }

    /// Has the window manager close the window of this title, as its button does.
    ///
    /// # Errors
    /// When there is none.
    pub fn close_titled(&self, title: &str) -> Outcome<()> {
        let found = self.named()?.into_iter().find(|(_, name)| name == title);
        let Some((id, _)) = found else {
            return Err(Problem::new(format!("no window is called {title}")));
        };
        self.xdotool(&["windowactivate", "--sync", &id])?;
        self.xdotool(&["key", "--clearmodifiers", "alt+F4"])
    }

    /// The program's windows on the screen: what the X server calls them, and their titles.
    fn named(&self) -> Outcome<Vec<(String, String)>> {
        let mut named = Vec::new();
        for id in self.visible()? {
            let mut asked = self.xdotool_command(&["getwindowname", &id]);
            let title = asked.output().during("xdotool")?;
            // Gone between the two questions.
            if title.status.success() {
                let title = String::from_utf8_lossy(&title.stdout).trim().to_owned();
                named.push((id, title));
            }
        }
        Ok(named)
    }
}
