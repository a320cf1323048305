//! Pictures of every screen in light and dark, English and French, each judged by axe-core.
//! Looking around is not part of the job: what it takes is not counted.

use std::path::{Path, PathBuf};

use super::walk::{leave_order, open_order};
use crate::desktop::{Window, keys, wait_until};
use crate::problem::Outcome;

/// How the window looks and speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    appearance: &'static str,
    language: &'static str,
}

/// The one the walk is made in.
const FIRST: Look = Look {
    appearance: "light",
    language: "en",
};

/// The others, so that each differs from the one before in one thing.
const OTHERS: &[Look] = &[
    Look {
        appearance: "dark",
        language: "en",
    },
    Look {
        appearance: "dark",
        language: "fr",
    },
    Look {
        appearance: "light",
        language: "fr",
    },
];

/// The pages of the wizard, as the stepper names them.
const WIZARD: [&str; 9] = [
    "who",
    "partner",
    "customer",
    "subscription",
    "meetings",
    "calling",
    "review",
    "confirm",
    "details",
];

/// What the program tells at the edge of the window.
pub const TOLD: &str = ".toast";

/// The pictures so far.
pub struct Gallery {
    /// Where they go; nowhere, when nobody looks.
    out: Option<PathBuf>,
    look: Look,
    /// Those that follow the first one.
    others: &'static [Look],
    /// File names.
    pub pictures: Vec<String>,
    /// What is wrong on the screens.
    pub violations: Vec<String>,
}

impl Gallery {
    /// An empty one.
    pub fn new(out: &Path) -> Self {
        Self {
            others: OTHERS,
            ..Self::in_one_look(out)
        }
    }

    /// An empty one for pictures in the first look only.
    pub fn in_one_look(out: &Path) -> Self {
        Self {
            out: Some(out.into()),
            ..Self::closed()
        }
    }

    /// One that takes no pictures, for a walk on which nobody looks.
    pub fn closed() -> Self {
        Self {
            out: None,
            look: FIRST,
            others: &[],
            pictures: Vec::new(),
            violations: Vec::new(),
        }
    }

    /// A picture of this screen as it is.
    pub async fn take(&mut self, window: &Window, screen: &str) -> Outcome<()> {
        let Some(out) = &self.out else {
            return Ok(());
        };
        let Look {
            appearance,
            language,
        } = self.look;
        let number = self.pictures.len() + 1;
        let name = format!("{number:03}-{screen}-{appearance}-{language}.png");
        window.picture(&out.join(&name)).await?;
        for found in window.violations().await? {
            let places = found.targets.join(", ");
            self.violations
                .push(format!("{name}: {} ({}): {places}", found.id, found.help));
        }
        self.pictures.push(name);
        Ok(())
    }

    /// The same screens in every look; begins and ends in the first.
    pub async fn in_every_look(
        &mut self,
        window: &mut Window,
        screens: impl AsyncFnMut(&mut Self, &mut Window) -> Outcome<()>,
    ) -> Outcome<()> {
        let others = self.others;
        self.in_looks(window, others, screens).await
    }

    /// The same in the first look and in the one that differs from it in everything, for screens
    /// that take long to come to.
    pub async fn in_two_looks(
        &mut self,
        window: &mut Window,
        screens: impl AsyncFnMut(&mut Self, &mut Window) -> Outcome<()>,
    ) -> Outcome<()> {
        let others = self.others.get(1..2).unwrap_or_default();
        self.in_looks(window, others, screens).await
    }

    async fn in_looks(
        &mut self,
        window: &mut Window,
        others: &[Look],
        mut screens: impl AsyncFnMut(&mut Self, &mut Window) -> Outcome<()>,
    ) -> Outcome<()> {
        screens(self, window).await?;
        for look in others {
            self.turn(window, *look).await?;
            screens(self, window).await?;
        }
        if !others.is_empty() {
            self.turn(window, FIRST).await?;
        }
        window.take_interactions();
        Ok(())
    }

    /// What was there when nothing went on: better than nothing.
    pub async fn stuck(&self, window: &Window) {
        if let Some(out) = &self.out {
            let _ = window.picture(&out.join("stuck.png")).await;
        }
    }

    /// Makes sure of the first look, whatever the system prefers.
    pub async fn begin(&mut self, window: &mut Window) -> Outcome<()> {
        self.turn(window, FIRST).await?;
        window.take_interactions();
        Ok(())
    }

    /// Every page of the wizard in every other look, the finder's side doors in the first one;
    /// returns to the review.
    pub async fn wizard(&mut self, window: &mut Window) -> Outcome<()> {
        for look in self.others {
            self.turn(window, *look).await?;
            for page in WIZARD {
                visit(window, page).await?;
                self.take(window, page).await?;
            }
            self.side_doors(window).await?;
            self.presets(window).await?;
        }
        self.turn(window, FIRST).await?;
        self.side_doors(window).await?;
        visit(window, "review").await?;
        window.take_interactions();
        Ok(())
    }

    /// The provisioned order, the lists, the settings and the first page in every look.
    pub async fn rest(&mut self, window: &mut Window, order: &str) -> Outcome<()> {
        window.wait_css(TOLD).await?;
        self.take(window, "summary-saved").await?;
        // It stays until it is closed, and would stand on every picture.
        self.hear(window).await?;
        window.click("back-link").await?;
        self.places(window, order).await?;
        for look in self.others {
            self.turn(window, *look).await?;
            self.places(window, order).await?;
        }
        for look in self.others {
            self.turn(window, *look).await?;
            window.click("settings").await?;
            window.click("leave-sample").await?;
            self.take(window, "leave-sample").await?;
            window.click("leave-yes").await?;
            window.find("explore").await?;
            self.take(window, "welcome").await?;
            window.click("explore").await?;
            window.find("orders").await?;
        }
        Ok(())
    }

    /// The finder's other ways to an organization.
    async fn side_doors(&mut self, window: &mut Window) -> Outcome<()> {
        visit(window, "customer").await?;
        window.click("search-organizations").await?;
        window.find("search-domain").await?;
        self.take(window, "search").await?;
        visit(window, "partner").await?;
        window.click("create-organization").await?;
        window.find_css("[data-create] input").await?;
        self.take(window, "create").await?;
        // Only looked at: what was chosen before stays chosen.
        window.click("create-back").await?;
        window.find("create-organization").await?;
        Ok(())
    }

    /// The answers of the order saved under a name, once; then what there is.
    async fn presets(&mut self, window: &mut Window) -> Outcome<()> {
        window.click("presets").await?;
        window.find("preset-save-as").await?;
        if !window.shows("preset-nothing").await? {
            window.click("preset-save-as").await?;
            window.fill("preset-name", "Sevilla").await?;
            self.take(window, "preset-save").await?;
            window.click("preset-save").await?;
            window.find("preset-nothing").await?;
        }
        self.take(window, "presets").await?;
        close_dialog(window).await
    }

    /// Lists, order, keys and settings; begins and ends on a list.
    async fn places(&mut self, window: &mut Window, order: &str) -> Outcome<()> {
        for view in ["inbox", "needs_attention", "all"] {
            window.click(&format!("view-{view}")).await?;
            window
                .wait_attribute(&format!("view-{view}"), "aria-current", "page")
                .await?;
            self.take(window, view).await?;
        }
        self.keys(window).await?;
        open_order(window, order).await?;
        visit(window, "details").await?;
        self.take(window, "provisioned").await?;
        leave_order(window).await?;
        window.click("settings").await?;
        window.find("data-dir").await?;
        self.take(window, "settings").await?;
        self.data(window).await?;
        leave_settings(window).await?;
        window.find("orders").await?;
        Ok(())
    }

    /// All keys on one page, by its key.
    async fn keys(&mut self, window: &mut Window) -> Outcome<()> {
        window.press_in("orders", "?").await?;
        window.find_css("dialog[open]").await?;
        self.take(window, "keys").await?;
        close_dialog(window).await
    }

    /// The data on this computer, with a backup; on the settings already.
    async fn data(&mut self, window: &mut Window) -> Outcome<()> {
        if window.shows("no-backups").await? {
            window.click("back-up").await?;
            window.find("backups").await?;
            // Good news goes by itself.
            window.wait_no_css(TOLD).await?;
        }
        window
            .script("document.querySelector('[data-testid=erase]').scrollIntoView({block: 'end'})")
            .await?;
        self.take(window, "data").await
    }

    /// Waits for what the program tells and closes it.
    pub async fn hear(&self, window: &mut Window) -> Outcome<()> {
        window.click_css(&format!("{TOLD} > button")).await?;
        window.wait_no_css(TOLD).await
    }

    /// Changes the look where a person would: in the settings.
    async fn turn(&mut self, window: &mut Window, look: Look) -> Outcome<()> {
        window.click("settings").await?;
        window.pick(&format!("language-{}", look.language)).await?;
        window
            .pick(&format!("appearance-{}", look.appearance))
            .await?;
        window
            .wait_css(&format!(
                "html[lang=\"{}\"][data-theme=\"{}\"]",
                look.language, look.appearance
            ))
            .await?;
        self.look = look;
        leave_settings(window).await
    }
}

/// Escape closes a dialog.
pub async fn close_dialog(window: &mut Window) -> Outcome<()> {
    window.press(&keys::Escape.to_string()).await?;
    window.wait_no_css("dialog[open]").await
}

/// Escape closes what was told last before it leaves the settings.
async fn leave_settings(window: &mut Window) -> Outcome<()> {
    wait_until("the settings are left", async || {
        if window.shows("data-dir").await? {
            window.press(&keys::Escape.to_string()).await?;
        }
        Ok(!window.shows("data-dir").await?)
    })
    .await
}

/// Turns the order to one of its pages.
pub async fn visit(window: &mut Window, page: &str) -> Outcome<()> {
    window.click(&format!("step-{page}")).await?;
    window.wait_attribute("order-page", "data-page", page).await
}
