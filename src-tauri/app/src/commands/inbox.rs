//! The list of orders, and the e-mail that leads to one.

use std::path::PathBuf;

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use turnup_workbench::{
    Outcome,
    views::{EmailOpened, OrderQuery, OrderWindow, ViewCounts},
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

/// Asks for an .eml file and opens its order; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub async fn open_email(
    app: AppHandle,
    state: State<'_, AppState>,
) -> Outcome<Option<EmailOpened>> {
    let words = state.workbench.words();
    let (title, kind) = (words.get("open-email-title"), words.get("open-email-kind"));
    let Some(path) = pick(&app, title, kind, "eml").await else {
        return Ok(None);
    };
    state.workbench.open_email_file(&path).await.map(Some)
}

/// Asks for a file by the system's own dialog.
pub(super) async fn pick(
    app: &AppHandle,
    title: String,
    kind: String,
    extension: &str,
) -> Option<PathBuf> {
    let (answer, chosen) = tokio::sync::oneshot::channel();
    app.dialog()
        .file()
        .set_title(title)
        .add_filter(kind, &[extension])
        .pick_file(move |path| {
            // The window may be gone by now.
            let _ = answer.send(path);
        });
    chosen.await.ok().flatten()?.into_path().ok()
}
