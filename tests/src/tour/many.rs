//! Many orders at once: what a lead sees, the search with its operators, a view of one's own, what
//! leaves as a file, and the palette.

use super::gallery::Gallery;
use crate::desktop::{Window, keys};
use crate::problem::Outcome;

/// All of them; begins and ends on a list of the sample data.
pub async fn all(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    gallery.begin(window).await?;
    gallery
        .in_two_looks(window, async |gallery, window| {
            overview(gallery, window).await?;
            search(gallery, window).await?;
            palette(gallery, window).await
        })
        .await?;
    keep_view(gallery, window).await
}

/// The figures, and from a bar to its list.
async fn overview(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    window.click("view-overview").await?;
    window.find("open-all").await?;
    gallery.take(window, "overview").await?;
    window.click("open-awaiting_details").await?;
    window.find("orders").await?;
    window.wait_css("[role=row][data-order]").await?;
    gallery.take(window, "from-a-bar").await
}

/// What is offered while one types, how many each filter keeps, what can leave as a file.
async fn search(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    window.click("view-all").await?;
    window.fill("search", "state:").await?;
    window.find("search-offered").await?;
    gallery.take(window, "search-offered").await?;
    window.fill("search", "service:calling").await?;
    window.click("filter-state").await?;
    window.wait_css("[data-testid=state-draft] .note").await?;
    gallery.take(window, "search-counts").await?;
    window.click("filter-state").await?;
    window.click("export-menu").await?;
    window.find("export-csv").await?;
    gallery.take(window, "export-menu").await?;
    window.click("export-menu").await?;
    window.fill("search", "").await
}

/// An order by a part of its customer's name.
async fn palette(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    let chord = format!("{}k{}", keys::Control, keys::Null);
    window.press_in("search", &chord).await?;
    window.fill("palette-field", "zurita").await?;
    window.wait_css("[data-key^=\"order:\"]").await?;
    gallery.take(window, "palette").await?;
    window
        .press_in("palette-field", &keys::Escape.to_string())
        .await?;
    window.wait_no_css("dialog[open]").await
}

/// A search gets a name and a counter, is asked again, and goes.
async fn keep_view(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    window
        .fill("search", "service:calling -state:closed")
        .await?;
    window.click("save-view").await?;
    window.fill("saved-name", "Calling").await?;
    gallery.take(window, "save-view").await?;
    window.click("saved-save").await?;
    window.find("saved-view").await?;
    window.click("view-inbox").await?;
    window.fill("search", "").await?;
    window.click("saved-view").await?;
    window
        .wait_css("[data-testid=saved-view][aria-current=page]")
        .await?;
    gallery.take(window, "saved-view").await?;
    window.fill("search", "").await?;
    window.click("view-all").await
}
