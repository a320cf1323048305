//! What is done to the five orders, by clicks and keys, as far as it goes without a network.
//! Each ends when the window says that it is kept.

use super::scenes::{details, order};
use crate::desktop::Window;
use crate::problem::Outcome;
use crate::tour::visit;

/// The operators' own partner.
const PARTNER: &str = "candidate-org_andaluza";
/// The organization that the confirmed order is for.
const CUSTOMER: &str = "candidate-org_zurita";

/// Writes the note that colleagues share.
pub async fn note(window: &mut Window, number: &str, text: &str) -> Outcome<()> {
    details(window, number).await?;
    window.fill("note", text).await?;
    window.click("save-note").await?;
    window.wait_gone("save-note").await?;
    window.find("note-queued").await?;
    Ok(())
}

/// Begins to answer: who completes the order, and for which partner.
pub async fn draft(window: &mut Window, number: &str) -> Outcome<()> {
    choose_partner(window, number).await?;
    kept(window).await
}

/// Names somebody else to complete it, without handing it over yet.
pub async fn name(window: &mut Window, number: &str, heir: &str) -> Outcome<()> {
    order(window, number).await?;
    visit(window, "who").await?;
    window.pick("who-someone_else").await?;
    window.fill("field-handover.email", heir).await?;
    kept(window).await
}

/// Chooses both organizations from the directory on this computer, puts the services off, and
/// confirms for good.
pub async fn confirm(window: &mut Window, number: &str) -> Outcome<()> {
    choose_partner(window, number).await?;
    on(window, "customer").await?;
    window.pick(CUSTOMER).await?;
    on(window, "subscription").await?;
    for service in ["meetings", "calling"] {
        window.pick(&format!("when-{service}-later")).await?;
    }
    on(window, "review").await?;
    on(window, "confirm").await?;
    window.fill("confirm-input", number).await?;
    window.click("confirm-button").await?;
    window
        .wait_attribute("order-page", "data-page", "details")
        .await?;
    window.wait_attribute("badge", "data-code", "queued").await
}

async fn choose_partner(window: &mut Window, number: &str) -> Outcome<()> {
    order(window, number).await?;
    visit(window, "who").await?;
    window.pick("who-for_customer").await?;
    on(window, "partner").await?;
    window.pick(PARTNER).await?;
    window
        .wait_attribute("step-partner", "data-progress", "done")
        .await
}

/// Continues and waits for the next page.
async fn on(window: &mut Window, page: &str) -> Outcome<()> {
    window.click("continue").await?;
    window.wait_attribute("order-page", "data-page", page).await
}

/// Waits until what was typed is on the disk.
async fn kept(window: &Window) -> Outcome<()> {
    window
        .wait_attribute("save-note", "data-state", "saved")
        .await
}
