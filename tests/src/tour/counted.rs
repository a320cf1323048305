//! What it takes to bring an order from its e-mail to the confirmation, counted: for somebody who
//! has never done it, and with a preset.

use std::path::Path;

use super::gallery::{Gallery, close_dialog, visit};
use super::report::Step;
use super::walk::{Walk, leave_order, open_order};
use crate::desktop::{Desktop, Window};
use crate::problem::Outcome;

/// Orders of the sample data with Meetings and Calling.
const FIRST_TIME: &str = "4410-409101";
const WITH_PRESET: &str = "4410-124396";

/// Somebody at an order.
pub struct Counted<'a> {
    walk: Walk<'a>,
    order: &'static str,
}

impl<'a> Counted<'a> {
    /// From the e-mail to the confirmation, by the wizard's own questions.
    ///
    /// # Errors
    /// At the first thing that is not where it should be.
    pub async fn first_time(
        desktop: &'a Desktop,
        program: &'a Path,
        window: &mut Window,
    ) -> Outcome<Vec<Step>> {
        let mut at = Self::new(desktop, program, FIRST_TIME);
        at.begin(window).await?;
        window.pick("who-for_customer").await?;
        at.walk
            .on(window, "partner", "say who completes the order")
            .await?;
        at.organizations(window, "subscription").await?;
        window.click("when-all-now").await?;
        at.walk
            .on(window, "meetings", "set up all services now")
            .await?;
        window.pick("early-0-no").await?;
        at.walk.on(window, "calling", "set up Meetings").await?;
        address(window, "12 rue Saint-Jean", "G1R 1N6").await?;
        window
            .fill_choice("field-calling.address.state", "Qu")
            .await?;
        at.walk.on(window, "review", "set up Calling").await?;
        at.confirm(window).await?;
        Ok(at.walk.steps)
    }

    /// The same with a preset of that customer.
    ///
    /// # Errors
    /// At the first thing that is not where it should be.
    pub async fn with_preset(
        desktop: &'a Desktop,
        program: &'a Path,
        window: &mut Window,
    ) -> Outcome<Vec<Step>> {
        let mut at = Self::new(desktop, program, WITH_PRESET);
        at.save_a_preset(window).await?;
        at.begin(window).await?;
        window.click("presets").await?;
        window.find("preset-changes").await?;
        window.click("preset-apply").await?;
        window
            .wait_attribute("order-page", "data-page", "partner")
            .await?;
        at.walk.done(window, "give a preset");
        at.organizations(window, "review").await?;
        at.confirm(window).await?;
        leave_order(window).await?;
        Ok(at.walk.steps)
    }

    fn new(desktop: &'a Desktop, program: &'a Path, order: &'static str) -> Self {
        Self {
            walk: Walk::new(desktop, program, order),
            order,
        }
    }

    async fn begin(&mut self, window: &mut Window) -> Outcome<()> {
        leave_order(window).await?;
        window.take_interactions();
        self.walk
            .open_the_email(window, &mut Gallery::closed())
            .await
    }

    /// Reviews the partner and the customer: the one the address belongs to, or the first of those that it may be.
    async fn organizations(&mut self, window: &mut Window, then: &str) -> Outcome<()> {
        choose(window).await?;
        self.walk
            .on(window, "customer", "review the partner organization")
            .await?;
        choose(window).await?;
        self.walk
            .on(window, then, "choose the customer organization")
            .await
    }

    async fn confirm(&mut self, window: &mut Window) -> Outcome<()> {
        self.walk.on(window, "confirm", "review").await?;
        window.fill("confirm-input", self.order).await?;
        window.click("confirm-button").await?;
        window
            .wait_attribute("order-page", "data-page", "details")
            .await?;
        self.walk.done(window, "confirm");
        Ok(())
    }

    /// Answers everything once, keeps it under a name, and drops the answers.
    async fn save_a_preset(&self, window: &mut Window) -> Outcome<()> {
        leave_order(window).await?;
        open_order(window, self.order).await?;
        visit(window, "who").await?;
        window.pick("who-for_customer").await?;
        visit(window, "subscription").await?;
        window.click("when-all-now").await?;
        visit(window, "meetings").await?;
        window.pick("early-0-no").await?;
        visit(window, "calling").await?;
        address(window, "Domkloster 4", "50667").await?;
        window.click("presets").await?;
        window.click("preset-save-as").await?;
        window.fill("preset-name", "Jäger").await?;
        window.click("preset-save").await?;
        window.find("preset-apply").await?;
        close_dialog(window).await?;
        visit(window, "details").await?;
        window.click("drop-draft").await?;
        window.wait_gone("drop-draft").await
    }
}

async fn address(window: &mut Window, street: &str, postal_code: &str) -> Outcome<()> {
    window.fill("field-calling.address.street1", street).await?;
    window
        .fill("field-calling.address.postal_code", postal_code)
        .await
}

/// Waits until organizations are shown; chooses the first unless the address says which it is.
pub(super) async fn choose(window: &mut Window) -> Outcome<()> {
    window.find_css("[data-testid^=\"candidate-\"]").await?;
    let listed = "table [data-testid^=\"candidate-\"]";
    let question = format!("return document.querySelector('{listed}') !== null");
    if window.script(&question).await? == true {
        window
            .click_css("table label:has([data-testid^=\"candidate-\"])")
            .await?;
        window.wait_css(&format!("{listed}:checked")).await?;
    }
    Ok(())
}
