//! How many orders call for a person, on the dock or the taskbar where the system shows such a
//! thing: a number on macOS and on Linux desktops that know one, a dot on Windows.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use tauri::{AppHandle, Manager};

use crate::state::AppState;

/// What is shown now, so that the system is told of changes only.
static SHOWN: AtomicU32 = AtomicU32::new(0);
/// A sync changes orders much faster than anybody reads numbers.
const PAUSE: Duration = Duration::from_secs(1);

/// Something changed: it is counted anew, in a moment.
pub fn renew(app: &AppHandle) {
    app.state::<AppState>().badge.notify_one();
}

/// Counts whenever something changed, until the program ends.
pub fn keep(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        loop {
            let state = app.state::<AppState>();
            state.badge.notified().await;
            // Without an account nothing calls.
            show(&app, state.workbench.calling().await.unwrap_or_default());
            tokio::time::sleep(PAUSE).await;
        }
    });
}

fn show(app: &AppHandle, count: u32) {
    if SHOWN.swap(count, Ordering::Relaxed) == count {
        return;
    }
    let Some(window) = app.get_webview_window("main") else {
        return;
    };
    if let Err(problem) = mark(&window, count) {
        tracing::debug!(%problem, "no badge");
    }
}

#[cfg(not(windows))]
fn mark(window: &tauri::WebviewWindow, count: u32) -> tauri::Result<()> {
    window.set_badge_count((count > 0).then(|| i64::from(count)))
}

#[cfg(windows)]
fn mark(window: &tauri::WebviewWindow, count: u32) -> tauri::Result<()> {
    let dot = (count > 0).then(dot);
    window.set_overlay_icon(dot)
}

/// A filled circle in the colour of what calls.
#[cfg(windows)]
fn dot() -> tauri::image::Image<'static> {
    const SIDE: u32 = 16;
    let mut pixels = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for row in 0..SIDE {
        for column in 0..SIDE {
            let from_middle = |at: u32| (2 * at + 1).abs_diff(SIDE);
            let (x, y) = (from_middle(column), from_middle(row));
            let inside = x * x + y * y <= SIDE * SIDE;
            pixels.extend_from_slice(&[0xc2, 0x57, 0x00, if inside { 0xff } else { 0 }]);
        }
    }
    tauri::image::Image::new_owned(pixels, SIDE, SIDE)
}
