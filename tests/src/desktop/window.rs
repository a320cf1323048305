//! The real window, held through WebDriver: find by `data-testid`, click, type, look. It counts
//! what a person would have to do beside typing values: each click, Enter, other key or drop.

use std::fs;
use std::path::Path;

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::Value;

use super::wait_until;
use crate::problem::{During, Outcome, Problem};

/// Keys by name.
pub use fantoccini::key::Key as keys;

/// Until what was asked for is also what is on the screen: animations that end have ended, fonts
/// are there, two frames are painted and the queue has run once more.
const SETTLE: &str = r"
const done = arguments[arguments.length - 1];
const ends = (a) => a.effect && a.effect.getTiming().iterations !== Infinity;
const frame = () => new Promise((next) => requestAnimationFrame(next));
(async () => {
  await document.fonts.ready;
  await Promise.allSettled(document.getAnimations().filter(ends).map((a) => a.finished));
  await frame();
  await frame();
  setTimeout(() => done(true), 0);
})();
";

/// The program's window.
pub struct Window {
    pub(super) client: Client,
    pub(super) display: String,
    /// The X server's word for windows of this program.
    pub(super) class: String,
    /// The X server's name for this one.
    pub(super) main: Option<String>,
    interactions: u32,
}

impl Window {
    pub(super) async fn held(client: Client, display: String, class: String) -> Outcome<Self> {
        let mut window = Self {
            class,
            client,
            display,
            main: None,
            interactions: 0,
        };
        let mut main = None;
        wait_until("the window is on the screen", async || {
            main = window.visible()?.pop();
            Ok(main.is_some())
        })
        .await?;
        window.main = main;
        Ok(window)
    }

    /// Ends the program as closing its window does.
    ///
    /// # Errors
    /// When the driver is gone.
    pub async fn close(&self) -> Outcome<()> {
        Ok(self.client.clone().close().await?)
    }

    /// Clicks, keys and typed fields since the last call.
    pub fn take_interactions(&mut self) -> u32 {
        std::mem::take(&mut self.interactions)
    }

    pub(crate) fn count(&mut self, interactions: u32) {
        self.interactions += interactions;
    }

    /// The size of the page.
    ///
    /// # Errors
    /// When the window manager refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome<()> {
        self.client.set_window_size(width, height).await?;
        self.settle().await
    }

    /// Waits for an element to be on the screen.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn find(&self, id: &str) -> Outcome<Element> {
        self.find_css(&css(id)).await
    }

    /// The same by any selector.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn find_css(&self, selector: &str) -> Outcome<Element> {
        let mut found = None;
        wait_until(&format!("{selector} is on the screen"), async || {
            for element in self.client.find_all(Locator::Css(selector)).await? {
                // Gone again between the two questions: ask anew.
                if element.is_displayed().await.unwrap_or(false) {
                    found = Some(element);
                    return Ok(true);
                }
            }
            Ok(false)
        })
        .await?;
        found.ok_or_else(|| Problem::new(format!("{selector} got lost")))
    }

    /// Whether an element is on the screen now.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn shows(&self, id: &str) -> Outcome<bool> {
        for element in self.client.find_all(Locator::Css(&css(id))).await? {
            if element.is_displayed().await.unwrap_or(false) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Clicks as soon as it can be clicked.
    ///
    /// # Errors
    /// When it cannot within the time.
    pub async fn click(&mut self, id: &str) -> Outcome<()> {
        self.click_css(&css(id)).await
    }

    /// The same by any selector.
    ///
    /// # Errors
    /// When it cannot within the time.
    pub async fn click_css(&mut self, selector: &str) -> Outcome<()> {
        let mut last = None;
        let clicked = wait_until(&format!("{selector} can be clicked"), async || {
            let element = self.find_css(selector).await?;
            if !element.is_enabled().await.unwrap_or(false) {
                return Ok(false);
            }
            // Covered, moved or replaced meanwhile: a person would try again.
            last = element.click().await.err();
            if last.is_some() {
                // Half hidden at the edge of what scrolls: into the middle with it.
                let here = vec![serde_json::to_value(&element)?];
                let script = "arguments[0].scrollIntoView({block: 'center'})";
                let _ = self.client.execute(script, here).await;
            }
            Ok(last.is_none())
        })
        .await;
        self.interactions += 1;
        clicked.map_err(|problem| match last {
            Some(error) => Problem::new(format!("{problem} ({error})")),
            None => problem,
        })
    }

    /// Replaces what stands in a field.
    ///
    /// # Errors
    /// When the field does not come or cannot be typed into.
    pub async fn fill(&mut self, id: &str, text: &str) -> Outcome<()> {
        let field = self.find(id).await?;
        // By keys: the driver's own clearing tells the page nothing.
        let all = format!("{}a", keys::Control);
        field.send_keys(&all).await.during(id)?;
        field
            .send_keys(&keys::Delete.to_string())
            .await
            .during(id)?;
        // The driver knows no empty text to send.
        if text.is_empty() {
            return Ok(());
        }
        field.send_keys(text).await.during(id)
    }

    /// Picks one of a group of answers: its input may be drawn by its label alone.
    ///
    /// # Errors
    /// When it does not come or cannot be clicked.
    pub async fn pick(&mut self, id: &str) -> Outcome<()> {
        self.click_css(&format!("label:has({})", css(id))).await
    }

    /// Types into a field that offers a list, and takes the first it offers.
    ///
    /// # Errors
    /// When the field does not come or cannot be typed into.
    pub async fn fill_choice(&mut self, id: &str, text: &str) -> Outcome<()> {
        self.fill(id, text).await?;
        self.press_in(id, &keys::Enter.to_string()).await
    }

    /// Presses keys in an element.
    ///
    /// # Errors
    /// When it does not come or cannot be typed into.
    pub async fn press_in(&mut self, id: &str, keys: &str) -> Outcome<()> {
        self.interactions += 1;
        self.find(id).await?.send_keys(keys).await.during(id)
    }

    /// Presses keys where the focus is.
    ///
    /// # Errors
    /// When nothing has the focus.
    pub async fn press(&mut self, keys: &str) -> Outcome<()> {
        self.interactions += 1;
        Ok(self.client.active_element().await?.send_keys(keys).await?)
    }

    /// The words of an element.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn text(&self, id: &str) -> Outcome<String> {
        Ok(self.find(id).await?.text().await?)
    }

    /// What stands in a field.
    ///
    /// # Errors
    /// When the field does not come.
    pub async fn value(&self, id: &str) -> Outcome<String> {
        let value = self.find(id).await?.prop("value").await.during(id)?;
        Ok(value.unwrap_or_default())
    }

    /// Waits until an attribute has a value.
    ///
    /// # Errors
    /// When it does not; says what it was last.
    pub async fn wait_attribute(&self, id: &str, name: &str, wanted: &str) -> Outcome<()> {
        let mut last = None;
        let waited = wait_until(&format!("{name} of {id} is {wanted}"), async || {
            // Not there yet, or replaced meanwhile: ask anew.
            let element = self.client.find(Locator::Css(&css(id))).await;
            let value = match element {
                Ok(element) => element.attr(name).await.unwrap_or_default(),
                Err(_) => None,
            };
            let done = value.as_deref() == Some(wanted);
            last = value;
            Ok(done)
        })
        .await;
        waited.map_err(|problem| Problem::new(format!("{problem}; it was {last:?}")))
    }

    /// Waits until there is an element that a selector finds, seen or not.
    ///
    /// # Errors
    /// When none comes.
    pub async fn wait_css(&self, selector: &str) -> Outcome<()> {
        wait_until(&format!("{selector} is there"), async || {
            Ok(!self
                .client
                .find_all(Locator::Css(selector))
                .await?
                .is_empty())
        })
        .await
    }

    /// Waits until no element is left that a selector finds, seen or not.
    ///
    /// # Errors
    /// When one stays.
    pub async fn wait_no_css(&self, selector: &str) -> Outcome<()> {
        wait_until(&format!("{selector} is gone"), async || {
            let left = self.client.find_all(Locator::Css(selector)).await?;
            Ok(left.is_empty())
        })
        .await
    }

    /// Waits until an element is no longer on the screen.
    ///
    /// # Errors
    /// When it stays.
    pub async fn wait_gone(&self, id: &str) -> Outcome<()> {
        wait_until(&format!("{id} is gone"), async || {
            Ok(!self.shows(id).await?)
        })
        .await
    }

    /// Runs a script in the page.
    ///
    /// # Errors
    /// When it throws.
    pub async fn script(&self, script: &str) -> Outcome<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// Runs a script in the page that answers later, by calling its last argument.
    ///
    /// # Errors
    /// When it throws, or does not answer in the driver's time.
    pub async fn ask(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.client.execute_async(script, arguments).await?)
    }

    /// Leads the window to another page.
    ///
    /// # Errors
    /// When it does not load.
    pub async fn go_to(&self, address: &str) -> Outcome<()> {
        Ok(self.client.goto(address).await?)
    }

    /// Waits until the page is painted as it is.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn settle(&self) -> Outcome<()> {
        self.client.execute_async(SETTLE, Vec::new()).await?;
        Ok(())
    }

    /// Saves a picture of the page.
    ///
    /// # Errors
    /// When it cannot be taken or written.
    pub async fn picture(&self, path: &Path) -> Outcome<()> {
        self.settle().await?;
        let picture = self.client.screenshot().await?;
        fs::write(path, picture).during(path.display())
    }
}

fn css(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}
