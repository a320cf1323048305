//! The main job, step by step: from the first start to the provisioned order and its summary.

use std::fs;
use std::path::{Path, PathBuf};

use turnup_reference_service::ZURITA_ORDER;

use super::gallery::{Gallery, visit};
use super::report::Step;
use crate::desktop::{Desktop, Window, keys, wait_until};
use crate::problem::{During, Outcome, Problem};

/// An operator on the way.
pub struct Walk<'a> {
    desktop: &'a Desktop,
    program: &'a Path,
    order: &'static str,
    /// What was done so far.
    pub steps: Vec<Step>,
}

impl<'a> Walk<'a> {
    /// About to begin.
    pub fn new(desktop: &'a Desktop, program: &'a Path, order: &'static str) -> Self {
        Self {
            desktop,
            program,
            order,
            steps: Vec::new(),
        }
    }

    /// Explores the sample data.
    pub async fn begin(&mut self, window: &mut Window, gallery: &mut Gallery) -> Outcome<()> {
        window.find("explore").await?;
        gallery.take(window, "welcome").await?;
        window.take_interactions();
        window.click("explore").await?;
        window.find("detail").await?;
        self.done(window, "explore with sample data");
        gallery.begin(window).await?;
        open_order_detail(window, self.order).await?;
        gallery.take(window, "inbox").await?;
        window.fill("search", "").await?;
        window.take_interactions();
        Ok(())
    }

    /// Opens the provisioning e-mail, as a mail program would: with a second start of Turnup,
    /// which hands the file over to the first and ends.
    pub async fn open_the_email(
        &mut self,
        window: &mut Window,
        gallery: &mut Gallery,
    ) -> Outcome<()> {
        let email = self.email().await?;
        let status = self
            .desktop
            .command(self.program)
            // Handing over needs no window system.
            .env_remove("DISPLAY")
            .arg(&email)
            .status()
            .during("turnup")?;
        if !status.success() {
            return Err(Problem::new(format!(
                "the second start ended with {status}"
            )));
        }
        window
            .wait_attribute("order-page", "data-page", "who")
            .await?;
        // A double click in the mail program.
        window.count(1);
        gallery.take(window, "who").await?;
        self.done(window, "open the provisioning e-mail");
        Ok(())
    }

    /// Answers the wizard's questions up to the review.
    pub async fn answer(&mut self, window: &mut Window, gallery: &mut Gallery) -> Outcome<()> {
        window.pick("who-for_customer").await?;
        self.on(window, "partner", "say who completes the order")
            .await?;

        window.find_css("[data-testid^=\"candidate-\"]").await?;
        gallery.take(window, "partner").await?;
        self.on(window, "customer", "review the partner organization")
            .await?;

        window.find("candidate-org_zurita").await?;
        gallery.take(window, "customer").await?;
        window.pick("candidate-org_zurita").await?;
        self.on(window, "subscription", "choose the customer organization")
            .await?;

        for service in ["meetings", "calling"] {
            window.pick(&format!("when-{service}-now")).await?;
        }
        gallery.take(window, "subscription").await?;
        self.on(window, "meetings", "set up Meetings and Calling now")
            .await?;

        self.meetings(window, gallery).await?;
        self.calling(window, gallery).await?;
        gallery.take(window, "review").await?;
        Ok(())
    }

    async fn meetings(&mut self, window: &mut Window, gallery: &mut Gallery) -> Outcome<()> {
        window.fill("field-meetings.sites.0.name", "zurita").await?;
        window.pick("early-0-no").await?;
        window.click("add-site").await?;
        window
            .fill("field-meetings.sites.1.name", "zurita-ventas")
            .await?;
        window
            .fill_choice("field-meetings.sites.1.time_zone", "Madrid")
            .await?;
        window.pick("early-1-no").await?;
        window.click("licenses-split").await?;
        window.wait_attribute("left-1", "data-hue", "green").await?;
        gallery.take(window, "meetings").await?;
        self.on(window, "calling", "set up two Meetings sites")
            .await
    }

    async fn calling(&mut self, window: &mut Window, gallery: &mut Gallery) -> Outcome<()> {
        for (part, text) in [
            ("street1", "Calle Sierpes 12"),
            ("city", "Sevilla"),
            ("postal_code", "41004"),
        ] {
            window
                .fill(&format!("field-calling.address.{part}"), text)
                .await?;
        }
        let state = "field-calling.address.state";
        if window.shows(state).await? {
            window.fill_choice(state, "Sevilla").await?;
        }
        window.fill("field-calling.sip_name", "zurita").await?;
        gallery.take(window, "calling").await?;
        self.on(window, "review", "set up Calling").await
    }

    /// Takes the service offline and confirms all the same.
    pub async fn confirm_offline(
        &mut self,
        window: &mut Window,
        gallery: &mut Gallery,
    ) -> Outcome<()> {
        visit(window, "confirm").await?;
        window.find("confirm-input").await?;
        gallery.take(window, "confirm").await?;
        visit(window, "review").await?;
        window.take_interactions();
        window.click("sample-switch").await?;
        window
            .wait_attribute("sample-switch", "aria-checked", "false")
            .await?;
        window
            .wait_attribute("connection", "data-state", "offline")
            .await?;
        self.done(window, "take the service offline");

        self.on(window, "confirm", "review").await?;
        window.fill("confirm-input", self.order).await?;
        gallery.take(window, "confirm-offline").await?;
        window.click("confirm-button").await?;
        window
            .wait_attribute("order-page", "data-page", "details")
            .await?;
        window
            .wait_attribute("badge", "data-code", "queued")
            .await?;
        self.done(window, "confirm and queue");
        gallery.take(window, "queued").await
    }

    /// Brings the service back and waits: the rest goes by itself.
    pub async fn come_back_online(
        &mut self,
        window: &mut Window,
        gallery: &mut Gallery,
    ) -> Outcome<()> {
        window.click("sample-switch").await?;
        window
            .wait_attribute("sample-switch", "aria-checked", "true")
            .await?;
        window
            .wait_attribute("badge", "data-code", "provisioning")
            .await?;
        gallery.take(window, "provisioning").await?;
        window
            .wait_attribute("badge", "data-code", "provisioned")
            .await?;
        self.done(window, "bring the service back");
        gallery.take(window, "provisioned").await
    }

    /// Saves the summary where the system's dialog is told to.
    pub async fn save_the_summary(&mut self, window: &mut Window, pdf: &Path) -> Outcome<()> {
        window.click("save-summary").await?;
        window.answer_file_dialog(pdf).await?;
        wait_until("the summary is on the disk", async || {
            Ok(fs::read(pdf).is_ok_and(|bytes| bytes.starts_with(b"%PDF-")))
        })
        .await?;
        self.done(window, "save the summary as PDF");
        Ok(())
    }

    /// Continues and waits for the next page.
    pub(super) async fn on(&mut self, window: &mut Window, page: &str, done: &str) -> Outcome<()> {
        window.click("continue").await?;
        window
            .wait_attribute("order-page", "data-page", page)
            .await?;
        self.done(window, done);
        Ok(())
    }

    pub(super) fn done(&mut self, window: &mut Window, name: &str) {
        let interactions = window.take_interactions();
        self.steps.push(Step {
            name: name.to_owned(),
            interactions,
        });
    }

    /// The letter about the order. The service wrote one about the order of the tour; of another
    /// one only its number differs.
    async fn email(&self) -> Outcome<PathBuf> {
        let folder = letters_folder(self.desktop);
        let mut found = None;
        wait_until("the service has written its letters", async || {
            let letters = fs::read_dir(&folder).into_iter().flatten().flatten();
            found = letters
                .filter_map(|letter| fs::read_to_string(letter.path()).ok())
                .find(|text| text.contains(ZURITA_ORDER));
            Ok(found.is_some())
        })
        .await?;
        let letter = found.ok_or_else(|| Problem::new("the letter got lost"))?;
        let file = self
            .desktop
            .home()
            .path()
            .join(format!("{}.eml", self.order));
        fs::write(&file, letter.replace(ZURITA_ORDER, self.order)).during(file.display())?;
        Ok(file)
    }
}

/// Where the service of the sample data writes its letters.
pub fn letters_folder(desktop: &Desktop) -> PathBuf {
    let data = desktop.home().data();
    data.join("org.turnup.desktop/sample-service/mail")
}

/// Back to the list, all of it, from an order or from where the list is shown already.
pub async fn leave_order(window: &mut Window) -> Outcome<()> {
    if window.shows("back-link").await? {
        window.click("back-link").await?;
    }
    window.fill("search", "").await?;
    window.find("orders").await?;
    Ok(())
}

/// Finds an order in the list by its number and opens it.
pub async fn open_order(window: &mut Window, number: &str) -> Outcome<()> {
    open_order_detail(window, number).await?;
    window.press_in("search", &keys::Enter.to_string()).await?;
    window.find("order-page").await?;
    Ok(())
}

/// Finds an order in the list by its number; its detail stands beside the list.
pub async fn open_order_detail(window: &mut Window, number: &str) -> Outcome<()> {
    window.fill("search", number).await?;
    wait_until("the search found one order", async || {
        let rows = window
            .script("return document.querySelectorAll('[role=row][data-order]').length")
            .await?;
        Ok(rows == 1)
    })
    .await?;
    wait_until("its detail is shown", async || {
        Ok(window.shows("detail").await? && window.text("detail").await?.contains(number))
    })
    .await
}
