//! The real window on a virtual desktop.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use acceptance::desktop::{self, Desktop, wait_until};

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_orders_stand_in_the_list_of_the_real_window() {
    let desktop = Desktop::start().await.unwrap();
    let program = desktop::program("turnup").unwrap();
    let mut window = desktop.open(&program, &[]).await.unwrap();
    window.click("explore").await.unwrap();

    wait_until("the list has rows", async || {
        let rows = window
            .script("return document.querySelectorAll('[role=row][data-order]').length")
            .await?;
        Ok(rows.as_u64().is_some_and(|rows| rows > 5))
    })
    .await
    .unwrap();
    let inbox = window.text("view-inbox").await.unwrap();
    assert!(
        inbox.chars().any(|c| c.is_ascii_digit()),
        "no counter beside the inbox: {inbox}"
    );
    window.close().await.unwrap();
}
