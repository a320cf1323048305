//! Two windows of one program: what is typed in one is in the other, and nothing is lost by closing.

use acceptance::desktop::{self, Desktop, Window, keys};
use acceptance::tour::{Beside, open_order, visit};
use turnup_reference_service::ZURITA_ORDER;

const STREET: &str = "field-calling.address.street1";
const CITY: &str = "field-calling.address.city";

/// What the page of an order has no business with.
const REFUSED: [(&str, &str); 3] = [
    ("sign_out", "{erase: true}"),
    ("open_order_window", "{id: 'ord_1'}"),
    (
        "plugin:event|emit",
        "{event: 'menu-chosen', payload: {id: 'x'}}",
    ),
];

/// A script that calls a command past the interface, and answers with what came of it.
fn asking(command: &str, words: &str) -> String {
    format!(
        "return window.__TAURI_INTERNALS__.invoke('{command}', {words})\
         .then(() => 'done', (refused) => String(refused))"
    )
}

async fn is(window: &Window, field: &str, wanted: &str) {
    desktop::wait_until(&format!("{field} is {wanted}"), async || {
        Ok(window.value(field).await? == wanted)
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_in_a_window_of_its_own_shares_every_answer_and_loses_none() {
    let program = desktop::program("turnup").unwrap();
    let desktop = Desktop::start().await.unwrap();
    let mut window = desktop.open(&program, &[]).await.unwrap();
    window.resize(1360, 860).await.unwrap();
    window.click("explore").await.unwrap();
    window.find("detail").await.unwrap();
    open_order(&mut window, ZURITA_ORDER).await.unwrap();
    visit(&mut window, "calling").await.unwrap();

    let beside = Beside::open(&mut window).await.unwrap();
    let title = format!("{ZURITA_ORDER} · Zurita y Compañía, S.L.");
    window.wait_titles(&[&title, "Turnup"]).await.unwrap();
    assert!(!window.shows("view-inbox").await.unwrap());
    assert!(window.shows("saved").await.unwrap());
    for (width, height) in [(900, 760), (450, 300)] {
        window.resize(width, height).await.unwrap();
        let found = window.violations().await.unwrap();
        assert!(found.is_empty(), "{width} × {height}: {found:?}");
    }
    window.resize(900, 760).await.unwrap();
    for (command, words) in REFUSED {
        let answer = window.script(&asking(command, words)).await.unwrap();
        let answer = answer.as_str().unwrap_or_default();
        assert!(answer.contains("not allowed"), "{command}: {answer}");
    }
    visit(&mut window, "calling").await.unwrap();
    window.fill(STREET, "Calle Sierpes 1").await.unwrap();

    // What is typed in one window stands in the other; different fields go together.
    window.take_hold(&beside.main).await.unwrap();
    is(&window, STREET, "Calle Sierpes 1").await;
    window.fill(CITY, "Sevilla").await.unwrap();
    window.take_hold(&beside.own).await.unwrap();
    is(&window, CITY, "Sevilla").await;
    assert_eq!(window.value(STREET).await.unwrap(), "Calle Sierpes 1");

    // Asked for again it is the same window.
    window.take_hold(&beside.main).await.unwrap();
    window.click("own-window").await.unwrap();
    window.wait_titles(&[&title, "Turnup"]).await.unwrap();

    // What was typed last is saved, however soon after it the window is closed.
    window.take_hold(&beside.own).await.unwrap();
    window.fill(STREET, "Calle Larga 2").await.unwrap();
    window.close_titled(&title).unwrap();
    beside.gone(&mut window).await.unwrap();
    is(&window, STREET, "Calle Larga 2").await;

    // Into the tray they go together.
    let beside = Beside::open(&mut window).await.unwrap();
    visit(&mut window, "calling").await.unwrap();
    window.fill(STREET, "Calle Feria 3").await.unwrap();
    window.take_hold(&beside.main).await.unwrap();
    window.click("settings").await.unwrap();
    window.pick("keep-running").await.unwrap();
    window.press(&keys::Escape.to_string()).await.unwrap();
    window.find("order-page").await.unwrap();
    window.close_titled("Turnup").unwrap();
    window.wait_titles(&[]).await.unwrap();
    let again = desktop.command(&program).status().unwrap();
    assert!(again.success());
    beside.gone(&mut window).await.unwrap();
    is(&window, STREET, "Calle Feria 3").await;

    // The language is everybody's; the account goes with its windows.
    let beside = Beside::open(&mut window).await.unwrap();
    window.take_hold(&beside.main).await.unwrap();
    window.click("settings").await.unwrap();
    window.pick("language-fr").await.unwrap();
    window.take_hold(&beside.own).await.unwrap();
    window.wait_css("html[lang=fr]").await.unwrap();
    window.take_hold(&beside.main).await.unwrap();
    window.click("leave-sample").await.unwrap();
    window.click("leave-yes").await.unwrap();
    window.find("explore").await.unwrap();
    beside.gone(&mut window).await.unwrap();
    window.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_main_window_takes_the_others_along_with_what_was_typed_in_them() {
    let program = desktop::program("turnup").unwrap();
    let desktop = Desktop::start().await.unwrap();
    let mut window = desktop.open(&program, &[]).await.unwrap();
    window.resize(1360, 860).await.unwrap();
    window.click("explore").await.unwrap();
    window.find("detail").await.unwrap();
    open_order(&mut window, ZURITA_ORDER).await.unwrap();
    Beside::open(&mut window).await.unwrap();
    visit(&mut window, "calling").await.unwrap();
    window.fill(CITY, "Sevilla").await.unwrap();
    window.close_titled("Turnup").unwrap();
    desktop.wait_gone(&program).await.unwrap();
    // The driver has nothing left to hold, and may say so.
    let _ = window.close().await;

    let mut window = desktop.open(&program, &[]).await.unwrap();
    window.resize(1360, 860).await.unwrap();
    window.find("orders").await.unwrap();
    window.wait_titles(&["Turnup"]).await.unwrap();
    open_order(&mut window, ZURITA_ORDER).await.unwrap();
    visit(&mut window, "calling").await.unwrap();
    is(&window, CITY, "Sevilla").await;
    let chord = format!("{}{}N{}", keys::Control, keys::Shift, keys::Null);
    window.press(&chord).await.unwrap();
    desktop::wait_until("the key opens its window", async || {
        Ok(window.titles()?.len() == 2)
    })
    .await
    .unwrap();
}
