//! Orders of every kind, and the ways that the tour's own order does not go.

use super::gallery::{Gallery, close_dialog, visit};
use super::walk::{leave_order, open_order};
use crate::desktop::{Window, keys};
use crate::problem::Outcome;

/// Orders of the sample data.
const TRANSFER: &str = "4410-417020";
const UPDATE: &str = "4410-757537";
const TRIAL: &str = "4410-219045";
const CONTACT_CENTER: &str = "4410-203207";
const FAILED: &str = "4410-456615";
pub(super) const WITH_CANDIDATES: &str = "4410-377425";

/// All of them; begins and ends on a list of the sample data.
pub async fn all(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    gallery.begin(window).await?;
    window.click("view-all").await?;
    gallery
        .in_two_looks(window, async |gallery, window| {
            transfer(gallery, window).await?;
            update(gallery, window).await?;
            for (order, picture) in [(TRIAL, "trial"), (FAILED, "failed")] {
                open(window, order, "details").await?;
                gallery.take(window, picture).await?;
                leave_order(window).await?;
            }
            open(window, CONTACT_CENTER, "contact_center").await?;
            gallery.take(window, "contact-center").await?;
            leave_order(window).await?;
            sets_up(gallery, window).await
        })
        .await
}

/// The services found on the sites, beside what was ordered.
async fn transfer(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    open(window, TRANSFER, "subscription").await?;
    window.pick("when-meetings-now").await?;
    let code = format!("TR-{}", TRANSFER.replace('-', ""));
    window.fill("field-transfer.code", &code).await?;
    window
        .press_in("field-transfer.code", &keys::Tab.to_string())
        .await?;
    window.find("transfer-sheet").await?;
    gallery.take(window, "transfer").await?;
    leave_order(window).await
}

/// Counts that change, a letter to the seller, and what somebody else would be sent.
async fn update(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    open(window, UPDATE, "details").await?;
    gallery.take(window, "update").await?;
    window.click_css("[data-testid^=\"letter-\"]").await?;
    window.find("letter-body").await?;
    gallery.take(window, "letter").await?;
    close_dialog(window).await?;
    visit(window, "who").await?;
    window.pick("who-someone_else").await?;
    window
        .fill("field-handover.email", "luis@andaluza.example")
        .await?;
    window.find("preview-handover").await?;
    gallery.take(window, "hand-over").await?;
    leave_order(window).await
}

/// What the customer's administrator would be sent.
async fn sets_up(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    open(window, WITH_CANDIDATES, "customer").await?;
    window
        .click_css("label:has([data-testid^=\"candidate-\"])")
        .await?;
    if !window.shows("preview-sets-up").await? {
        window.pick("customer-sets-up").await?;
    }
    window.find("preview-sets-up").await?;
    gallery.take(window, "customer-sets-up").await?;
    leave_order(window).await
}

/// Opens an order at one of its pages.
pub(super) async fn open(window: &mut Window, order: &str, page: &str) -> Outcome<()> {
    open_order(window, order).await?;
    visit(window, page).await
}
