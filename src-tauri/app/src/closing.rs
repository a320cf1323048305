//! Closing the window waits until what was typed last is saved, but never long.

use std::{sync::atomic::Ordering, time::Duration};

use tauri::{AppHandle, Manager, Window};

use crate::{
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
    events::send(app, CloseAsked {});
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
    app.state::<AppState>()
        .closing
        .store(false, Ordering::Release);
}

/// Closes the window.
pub fn now(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main")
        && let Err(problem) = window.destroy()
    {
        tracing::warn!(%problem, "the window did not close");
    }
}
