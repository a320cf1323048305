//! Coming to the screens of the story, and reading what they show.

use crate::desktop::{Window, wait_until};
use crate::problem::{Outcome, Problem};
use crate::tour::{open_order, visit};

/// The acts of the queue as the screen shows them: which, and where each stands.
pub type Acts = Vec<(String, String)>;

/// Turns to a place at the side, with nothing searched for.
pub async fn show(window: &mut Window, view: &str) -> Outcome<()> {
    window.fill("search", "").await?;
    window.click(&format!("view-{view}")).await?;
    window
        .wait_attribute(&format!("view-{view}"), "aria-current", "page")
        .await
}

/// Opens an order's own page.
pub async fn details(window: &mut Window, number: &str) -> Outcome<()> {
    order(window, number).await?;
    visit(window, "details").await
}

/// Opens an order, wherever it stands.
pub async fn order(window: &mut Window, number: &str) -> Outcome<()> {
    show(window, "all").await?;
    open_order(window, number).await
}

/// Switches the sample service, as its data have a switch for it, and waits for what the frame
/// says.
pub async fn switch(window: &mut Window, on: bool) -> Outcome<()> {
    window.click("sample-switch").await?;
    if !on {
        return offline(window).await;
    }
    window
        .wait_attribute("sample-switch", "aria-checked", "true")
        .await?;
    window
        .wait_attribute("connection", "data-state", "online")
        .await
}

/// Waits until the window says that the service is away.
pub async fn offline(window: &Window) -> Outcome<()> {
    window
        .wait_attribute("sample-switch", "aria-checked", "false")
        .await?;
    window
        .wait_attribute("connection", "data-state", "offline")
        .await
}

/// The acts that the queue shows now.
pub async fn acts(window: &Window) -> Outcome<Acts> {
    let rows = window
        .script(
            "return [...document.querySelectorAll('[data-testid=queue] [data-entry]')]
                .map((row) => [row.dataset.entry, row.dataset.standing])",
        )
        .await?;
    Ok(serde_json::from_value(rows)?)
}

/// Waits until the queue shows as many acts, standing so, in whatever order.
pub async fn wait_for_acts(window: &Window, standings: &[&str]) -> Outcome<()> {
    let mut wanted = standings.to_vec();
    wanted.sort_unstable();
    let mut last = Vec::new();
    let waited = wait_until("the queue is as wanted", async || {
        last = acts(window).await?;
        let mut found: Vec<_> = last.iter().map(|(_, standing)| standing.as_str()).collect();
        found.sort_unstable();
        Ok(found == wanted)
    })
    .await;
    waited.map_err(|problem| Problem::new(format!("{problem}; it was {last:?}")))
}

/// Waits until a list shows so many orders; which.
pub async fn orders(window: &Window, count: usize) -> Outcome<Vec<String>> {
    let mut last: Vec<String> = Vec::new();
    let waited = wait_until("the list is as long as wanted", async || {
        let rows = window
            .script(
                "return [...document.querySelectorAll('[role=row][data-order]')]
                    .map((row) => row.dataset.order)",
            )
            .await?;
        last = serde_json::from_value(rows)?;
        Ok(last.len() == count)
    })
    .await;
    waited.map_err(|problem| Problem::new(format!("{problem}; it was {last:?}")))?;
    Ok(last)
}
