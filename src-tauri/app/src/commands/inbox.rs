//! The list of orders, and the e-mail that leads to one.

use std::path::PathBuf;

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use turnup_workbench::{
    Outcome,
    views::{EmailsOpened, OrderFacets, OrderQuery, OrderWindow, ReminderView, ViewCounts},
};

use crate::state::AppState;

/// How many orders each view holds.
#[tauri::command]
#[specta::specta]
pub async fn count_views(state: State<'_, AppState>) -> Outcome<ViewCounts> {
    state.workbench.count_views().await
}

/// A window of at most 200 rows.
#[tauri::command]
#[specta::specta]
pub async fn list_orders(state: State<'_, AppState>, query: OrderQuery) -> Outcome<OrderWindow> {
    state.workbench.list_orders(query).await
}

/// How many orders match in all, by state and by service.
#[tauri::command]
#[specta::specta]
pub async fn count_orders(state: State<'_, AppState>, query: OrderQuery) -> Outcome<OrderFacets> {
    state.workbench.count_orders(query).await
}

/// Asks for .eml files and opens their orders; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub async fn open_email(
    app: AppHandle,
    state: State<'_, AppState>,
) -> Outcome<Option<EmailsOpened>> {
    let words = state.workbench.words();
    let (title, kind) = (words.get("open-email-title"), words.get("open-email-kind"));
    let (answer, chosen) = tokio::sync::oneshot::channel();
    app.dialog()
        .file()
        .set_title(title)
        .add_filter(kind, &["eml"])
        .pick_files(move |paths| {
            // The window may be gone by now.
            let _ = answer.send(paths);
        });
    let chosen = chosen.await.ok().flatten().unwrap_or_default();
    let paths: Vec<PathBuf> = chosen
        .into_iter()
        .filter_map(|path| path.into_path().ok())
        .collect();
    if paths.is_empty() {
        return Ok(None);
    }
    state.workbench.open_emails(paths).await.map(Some)
}

/// The orders that wanted to be remembered by today.
#[tauri::command]
#[specta::specta]
pub async fn due_reminders(state: State<'_, AppState>) -> Outcome<Vec<ReminderView>> {
    state.workbench.due_reminders().await
}
