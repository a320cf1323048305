//! Closing the window waits until what was typed last is saved, but never long. Where the program
//! goes on in the tray, the window is hidden then.

use std::{sync::atomic::Ordering, time::Duration};

use tauri::{AppHandle, Manager, Window};

use crate::{
    background,
    events::{self, CloseAsked},
    state::AppState,
};

/// An interface that does not answer is not waited for any longer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Whether the interface is asked to save first. Whoever asks to close a second time means it.
pub fn must_wait(window: &Window) -> bool {
    let app = window.app_handle();
    if app.state::<AppState>().closing.swap(true, Ordering::AcqRel) {
        return false;
    }
    let quits = !background::goes_on(app);
    events::send(app, CloseAsked { quits });
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        if app.state::<AppState>().closing.load(Ordering::Acquire) {
            now(&app);
        }
    });
    true
}

/// The window stays: the interface asks people first. Closing it again asks again.
pub fn not_yet(app: &AppHandle) {
    let state = app.state::<AppState>();
    state.closing.store(false, Ordering::Release);
    state.background.quits(false);
}

/// Closes the window, or hides it.
pub fn now(app: &AppHandle) {
    let Some(window) = app.get_webview_window("main") else {
        return;
    };
    let gone = if background::goes_on(app) {
        let closing = &app.state::<AppState>().closing;
        closing.store(false, Ordering::Release);
        window.hide()
    } else {
        window.destroy()
    };
    if let Err(problem) = gone {
        tracing::warn!(%problem, "the window did not close");
    }
}
