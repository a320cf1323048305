//! Orders that come back: a colleague is asked first, a customer declines, somebody is reminded.

use super::counted::choose;
use super::gallery::{Gallery, visit};
use super::kinds::{WITH_CANDIDATES, open};
use super::walk::leave_order;
use crate::desktop::Window;
use crate::problem::Outcome;

/// Orders of the sample data: the customer of the one declines, the other is put off.
const DECLINED: &str = "4410-274857";
const DEFERRED: &str = "4410-791979";
/// Of whom a review is asked.
const COLLEAGUE: &str = "luis@andaluza.example";

/// All of them; begins and ends on a list of the sample data.
pub async fn all(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    gallery.begin(window).await?;
    window.click("view-all").await?;
    be_declined(window).await?;
    gallery
        .in_two_looks(window, async |gallery, window| {
            ask_first(gallery, window).await?;
            open(window, DECLINED, "details").await?;
            window.find("declined").await?;
            gallery.take(window, "declined").await?;
            window.click("declined-choose").await?;
            window
                .wait_attribute("order-page", "data-page", "customer")
                .await?;
            window.find_css("[data-testid^=\"candidate-\"]").await?;
            gallery.take(window, "declined-customer").await?;
            leave_order(window).await?;
            remind(gallery, window).await
        })
        .await
}

/// A colleague is asked, and then is not: the order stays as it was for the next look.
async fn ask_first(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    open(window, WITH_CANDIDATES, "who").await?;
    window.pick("who-for_customer").await?;
    for role in ["partner", "customer"] {
        visit(window, role).await?;
        choose(window).await?;
        window.click("continue").await?;
    }
    visit(window, "confirm").await?;
    window.click("review-ask").await?;
    window.fill("review-reviewer", COLLEAGUE).await?;
    gallery.take(window, "ask-review").await?;
    window.click("review-send").await?;
    window
        .wait_attribute("review", "data-standing", "waits")
        .await?;
    gallery.take(window, "asked-review").await?;
    window.click("review-withdraw").await?;
    window.find("review-ask").await?;
    leave_order(window).await
}

/// Confirms the organizations of an order whose customer then declines.
async fn be_declined(window: &mut Window) -> Outcome<()> {
    open(window, DECLINED, "who").await?;
    window.pick("who-for_customer").await?;
    for role in ["partner", "customer"] {
        visit(window, role).await?;
        choose(window).await?;
        window.click("continue").await?;
    }
    window.pick("when-meetings-later").await?;
    visit(window, "confirm").await?;
    window.fill("confirm-input", DECLINED).await?;
    window.click("confirm-button").await?;
    window.find("declined").await?;
    leave_order(window).await
}

/// An order that was put off comes back to mind in a week.
async fn remind(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    open(window, DEFERRED, "details").await?;
    if window.shows("reminder-change").await? {
        window.click("reminder-change").await?;
    }
    window
        .click_css("[data-testid=reminder-day] option:nth-child(4)")
        .await?;
    window.find("reminder-on").await?;
    gallery.take(window, "reminder").await?;
    leave_order(window).await
}
